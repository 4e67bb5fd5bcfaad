// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <utility>

#include "cli/demo/democover.h"
#include "cli/demo/demosensors.h"
#include "cli/demo/demostation.h"
#include "cli/session.h"
#include "gis/demo/terrainfile.h"
#include "gis/district/basemap.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

// The story's clock; a station asks for the time through a plain function.
Instant storyTime;

// What was made, and in what time.
void tell(const Console& console, const Text& stage, double seconds) {
  if (console.json) return;
  char text[32];
  std::snprintf(text, sizeof text, "  %6.1f s  ", seconds);
  std::cerr << text << console.say(stage) << '\n';
}

class Stopwatch {
 public:
  [[nodiscard]] double lap() {
    const auto now = std::chrono::steady_clock::now();
    return std::chrono::duration<double>(now - std::exchange(begin_, now)).count();
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

Outcome makeMap(const demo::DemoDistrict& district, const fs::path& folder, const Console& console) {
  const fs::path source = folder / "source";
  std::error_code problem;
  fs::create_directories(source, problem);
  Stopwatch watch;
  if (const auto done = demo::writeBytes(source / "district.osm", demo::osmText(district)); !done) return done;
  if (const auto done = demo::writeTerrain(district.ground.heightsCm, source / "terrain.bil"); !done) return done;
  tell(console, {"source files of the map", "底图源数据"}, watch.lap());
  BaseMapRequest request;
  request.osm = source / "district.osm";
  request.dem = source / "terrain.bil";
  request.outDir = folder;
  request.fictional = true;
  request.name = console.language == Language::chinese ? "示范区（虚构）" : "Shifan (fictional)";
  const auto built = buildBaseMap(request,
                                  [&](double fraction, const Text& step) {
                                    if (!console.json)
                                      std::cerr << "\r\033[K  " << static_cast<int>(fraction * 100) << " %  "
                                                << console.say(step) << std::flush;
                                  },
                                  {});
  if (!console.json) std::cerr << "\r\033[K";
  fs::remove_all(source, problem);
  tell(console, {"map, hillshade and index", "底图、晕渲和索引"}, watch.lap());
  if (!built) return failure(built.error());
  const auto covered = demo::writeCover(district, folder);
  tell(console, {"land cover and fuel", "地表覆盖与可燃物"}, watch.lap());
  return covered;
}

Outcome create(const fs::path& folder, const demo::Wish& wish, Session& session) {
  const auto report = [&](const Text& stage, double seconds) { tell(session.console, stage, seconds); };
  const demo::DemoDistrict district = demo::makeDistrict(wish, report);
  Stopwatch watch;
  std::error_code problem;
  fs::create_directories(folder, problem);
  const std::string path = (folder / "demo.fengsui").string();
  const Instant start = systemNow().plusMs(-62 * 60000LL);
  auto made = Station::create(path, {"示范区应急指挥中心", Mode::exercise, "Asia/Shanghai", "示范区（虚构）"},
                              start.plusMs(-120000));
  if (!made) return failure(made.error());
  Station& station = **made;
  storyTime = start.plusMs(-60000);
  station.setClock([] { return storyTime; });
  if (const auto done = demo::populate(station, district); !done) return done;
  report({"teams, depots, shelters, risk zones, persons", "队伍、物资库、避难场所、风险区、人员"}, watch.lap());
  if (const auto done = demo::placeSensors(station, district, start); !done) return done;
  report({"sensors and what they send", "监测站点及读数"}, watch.lap());
  demo::Programme programme(station, start, [](Instant at) { storyTime = at; });
  demo::OrderEvening orders(programme);
  if (const auto done = orders.fillPosts(); !done) return done;
  orders.plan();
  demo::DutyEvening duty(programme);
  duty.plan();
  demo::FieldEvening field(programme, district);
  field.plan();
  const auto played = demo::playHour(station, start, [&programme](Instant at) {
    programme.playUntil(at);
    storyTime = at;
  });
  if (!played) return played;
  programme.playUntil(start.plusMs(62 * 60000LL));
  if (!programme.result()) return programme.result();
  station.setClock(&systemNow);
  report({"an hour of a flood evening", "一小时防汛过程"}, watch.lap());
  if (const auto done = makeMap(district, folder / "demo.map", session.console); !done) return done;
  publish(session, station);
  session.console.report(
      {"made " + path + ": " + std::to_string(station.situation().eventCount) + " entries of a fictional evening",
       "已生成 " + path + "：虚构防汛过程，共 " + std::to_string(station.situation().eventCount) + " 条记录"},
      Json{{"made", path}, {"events", station.situation().eventCount}});
  return {};
}

}  // namespace

void addDemoCommand(CLI::App& app, Session& session) {
  auto* demo = app.add_subcommand("demo", told(session, "a fictional district to try things on", "虚构示范区"));
  demo->require_subcommand(1);
  auto folder = std::make_shared<std::string>();
  auto* making = demo->add_subcommand(
      "create", told(session, "make it, with an evening to look back on and a map", "生成示范站点、一小时过程和底图"));
  making->add_option("DIR", *folder, told(session, "an empty or new folder", "目标文件夹"))->required();
  auto wish = std::make_shared<demo::Wish>();
  making
      ->add_option("--seed", wish->seed,
                   told(session, "another district for another number", "随机种子：数字不同，区域不同"))
      ->capture_default_str();
  making
      ->add_option("--scale", wish->scale,
                   told(session, "times as many places and buildings: 1, 10 or 100", "规模倍数：1、10 或 100"))
      ->check(CLI::IsMember({1, 10, 100}))
      ->capture_default_str();
  making->add_flag("--small", wish->small,
                   told(session, "a corner of it: for trying things quickly", "只生成一小块，便于快速试用"));
  making->callback([folder, wish, &session] {
    if (const auto done = create(*folder, *wish, session); !done) session.console.refuse(done.error());
  });
}

}  // namespace fengsui
