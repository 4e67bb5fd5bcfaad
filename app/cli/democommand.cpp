// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/demo/demomap.h"
#include "cli/demo/demostation.h"
#include "cli/demo/demoterrain.h"
#include "cli/session.h"
#include "gis/district/basemap.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

// The story's clock; a station asks for the time through a plain function.
Instant storyTime;

Outcome writeFile(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (out.flush()) return {};
  Error error{ErrorCode::io, {"the file cannot be written", "文件无法写入"}, {}, {}};
  error.place.file = file.string();
  return failure(std::move(error));
}

Outcome makeMap(const fs::path& folder, const Console& console) {
  const fs::path source = folder / "source";
  std::error_code problem;
  fs::create_directories(source, problem);
  if (const auto done = writeFile(source / "district.osm", demo::districtOsm()); !done) return done;
  if (const auto done = writeFile(source / "terrain.asc", demo::terrainGrid()); !done) return done;
  if (const auto done =
          writeFile(source / "terrain.prj",
                    "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                    "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]");
      !done)
    return done;
  BaseMapRequest request;
  request.osm = source / "district.osm";
  request.dem = source / "terrain.asc";
  request.outDir = folder;
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
  if (!built) return failure(built.error());
  return {};
}

Outcome create(const fs::path& folder, Session& session) {
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
  if (!session.console.json)
    std::cerr << session.console.say(
        {"  teams, depots, shelters, risk zones …\n", "  队伍、物资库、避难场所、风险区……\n"});
  if (const auto done = demo::populate(station); !done) return done;
  demo::OrderEvening orders(station, start, [](Instant at) { storyTime = at; });
  if (const auto done = orders.fillPosts(); !done) return done;
  if (!session.console.json)
    std::cerr << session.console.say({"  an hour of a flood evening …\n", "  一小时防汛过程……\n"});
  demo::DutyEvening duty(station, start, [](Instant at) { storyTime = at; });
  const auto played = demo::playHour(station, start, [&orders, &duty](Instant at) {
    orders.playUntil(at);
    duty.playUntil(at);
    storyTime = at;
  });
  if (!played) return played;
  if (!orders.result()) return orders.result();
  duty.playUntil(start.plusMs(62 * 60000LL));
  if (!duty.result()) return duty.result();
  station.setClock(&systemNow);
  if (!session.console.json) std::cerr << session.console.say({"  the map …\n", "  底图……\n"});
  if (const auto done = makeMap(folder / "demo.map", session.console); !done) return done;
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
  making->callback([folder, &session] {
    if (const auto done = create(*folder, session); !done) session.console.refuse(done.error());
  });
}

}  // namespace fengsui
