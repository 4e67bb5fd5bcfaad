// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/session.h"
#include "core/derive.h"
#include "journal/quarantine.h"

namespace fengsui {
namespace {

void info(Session& session) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const Situation& s = (*station)->situation();
  const TimeZone zone = (*station)->timeZone();
  Json json = encode(s.station);
  json["events"] = s.eventCount;
  json["origin"] = (*station)->journal().origin().text();
  json["hash"] = hex(hashOf(s));
  TextTable table({session.console.say({"what", "项目"}), session.console.say({"value", "内容"})});
  const auto row = [&](const Text& name, const std::string& value) { table.add({session.console.say(name), value}); };
  row({"station", "站点"}, s.station.name);
  row({"district", "区"}, s.station.district);
  row({"mode", "模式"}, session.console.say(textOf(s.station.mode)));
  row({"created", "建站时间"}, zone.local(s.station.createdAt) + " " + zone.name());
  row({"entries", "记录数"}, std::to_string(s.eventCount));
  const auto quarantined = quarantine::count((*station)->journal().database()).value_or(0);
  json["quarantined"] = quarantined;
  if (quarantined > 0)
    row({"entries from the future, set aside", "时间在未来、暂缓处理的记录"}, std::to_string(quarantined));
  Json counts = Json::object();
  forEachKind([&]<class Entity>() {
    const auto size = s.all<Entity>().size();
    const auto& kind = nameOf(kindOf<Entity>);
    counts[std::string(kind.code)] = size;
    if (size > 0) row({std::string(kind.en), std::string(kind.zh)}, std::to_string(size));
  });
  json["counts"] = counts;
  const Overview overview = overviewOf(s, systemNow());
  json["overview"] = encode(overview);
  row({"open incidents · teams out · unanswered · late", "未结事件 · 在外队伍 · 未答复 · 逾期"},
      std::to_string(overview.openIncidents) + " · " + std::to_string(overview.teamsOut) + " · " +
          std::to_string(overview.unanswered) + " · " + std::to_string(overview.late));
  if (session.console.json)
    session.console.line(canonical(json));
  else
    std::cout << table.text();
}

}  // namespace

void addStationCommands(CLI::App& app, Session& session) {
  auto* station =
      app.add_subcommand("station", told(session, "make, describe and copy a station", "新建、查看、备份站点"));
  station->require_subcommand(1);

  {
    struct Options {
      NewStation facts;
      std::string path;
      bool exercise = false;
    };
    auto options = std::make_shared<Options>();
    auto* make = station->add_subcommand("new", told(session, "make a new station", "新建站点"));
    make->add_option("PATH", options->path, "NAME.fengsui")->required();
    make->add_option("--name", options->facts.name, told(session, "what it is called", "站点名称"));
    make->add_option("--district", options->facts.district, told(session, "the district", "所属区"));
    make->add_option("--timezone", options->facts.timeZone, told(session, "its civil time", "时区"))
        ->capture_default_str();
    make->add_flag("--exercise", options->exercise,
                   told(session, "an exercise, for ever: everything it shows says so", "演练站点（不可更改）"));
    make->callback([options, &session] {
      NewStation facts = options->facts;
      if (facts.name.empty()) facts.name = std::filesystem::path(options->path).stem().string();
      facts.mode = options->exercise ? Mode::exercise : Mode::real;
      auto made = Station::create(options->path, facts);
      if (!made) return session.console.refuse(made.error());
      const std::string file = (*made)->files().journal;
      session.console.report({"made " + file, "已新建 " + file}, Json{{"made", file}});
      publish(session, **made);
    });
  }

  station->add_subcommand("info", told(session, "what there is in it", "站点概况"))->callback([&session] {
    info(session);
  });

  {
    auto to = std::make_shared<std::string>();
    auto* backup = station->add_subcommand(
        "backup", told(session, "a consistent copy, also while others write", "备份站点（使用中亦可）"));
    backup->add_option("TO", *to, "BACKUP.fengsui")->required();
    backup->callback([to, &session] {
      auto from = session.open(true);
      if (!from) return session.console.refuse(from.error());
      if (const auto done = (*from)->journal().backupTo(*to); !done) return session.console.refuse(done.error());
      session.console.report({"copied to " + *to, "已备份到 " + *to}, Json{{"copied", *to}});
    });
  }
}

}  // namespace fengsui
