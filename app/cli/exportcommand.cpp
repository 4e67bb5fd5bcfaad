// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/session.h"
#include "gis/exportrows.h"
#include "gis/roads/closuretable.h"
#include "gis/write.h"

namespace fengsui {

void addExportCommand(CLI::App& app, Session& session) {
  struct Options {
    std::string kind, file, at;
    bool restricted = false;
    WriteOptions write;
  };
  auto o = std::make_shared<Options>();
  auto* command = app.add_subcommand(
      "export",
      told(session, "a table or layer for others, in the format of the file's ending", "导出表格或图层（按文件后缀）"));
  command->add_option("KIND", o->kind, told(session, "teams, shelters …", "对象类别"))->required();
  command->add_option("FILE", o->file, ".csv .xlsx .geojson .shp .kml .gpx .gpkg")->required();
  command->add_option("--at", o->at, told(session, "as it was then", "回看时刻"));
  command->add_flag("--restricted", o->restricted, told(session, "with persons and telephones", "包含人员与电话"));
  command->add_flag("--overwrite", o->write.overwrite, told(session, "replace the file", "覆盖已有文件"));
  command->callback([o, &session] {
    Console& console = session.console;
    const auto kind = kindNamed(o->kind);
    if (!kind) return console.refuse(kind.error());
    auto station = session.open(true);
    if (!station) return console.refuse(station.error());
    Situation situation = (*station)->situation();
    if (!o->at.empty()) {
      const auto moment = momentFrom(o->at, (*station)->timeZone(), systemNow());
      if (!moment) return console.refuse(moment.error());
      auto then = (*station)->at(*moment);
      if (!then) return console.refuse(then.error());
      situation = std::move(*then);
    }
    std::vector<Json> things;
    forKind(*kind, [&]<class Entity>() {
      situation.all<Entity>().forEach([&](const Uuid&, const Entity& entity) { things.push_back(encode(entity)); });
    });
    Table table = tableOfThings(*kind, things, (*station)->timeZone(), {console.language, o->restricted, true});
    if (*kind == Kind::roadClosure) {
      std::vector<RoadClosure> closures;
      situation.roadClosures.forEach([&](const Uuid&, const RoadClosure& one) { closures.push_back(one); });
      table = tableOfClosures(closures, (*station)->timeZone(), console.language);
    }
    const auto written = writeTable(table, o->file, o->write);
    if (!written) return console.refuse(written.error());
    Json notes = Json::array();
    for (const Text& note : written->notes) {
      notes.push_back(console.say(note));
      if (!console.json) std::cerr << console.say(note) << '\n';
    }
    const std::string count = std::to_string(table.rows.size());
    console.report({count + " rows written to " + o->file, "已写入 " + o->file + "，共 " + count + " 行"},
                   Json{{"rows", table.rows.size()}, {"file", o->file}, {"notes", notes}});
  });
}

}  // namespace fengsui
