// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <filesystem>
#include <iostream>

#include "cli/session.h"
#include "gis/district/basemap.h"

namespace fengsui {

void addDistrictCommand(CLI::App& app, Session& session) {
  auto* district = app.add_subcommand("district", told(session, "a district's own map", "本区底图"));
  district->require_subcommand(1);
  struct Options {
    BaseMapRequest request;
    std::string osm, dem, out, boundary, layers, gazetteer, population, landCover;
  };
  auto o = std::make_shared<Options>();
  auto* build =
      district->add_subcommand("build", told(session, "from an OpenStreetMap extract, with heights where there are any",
                                             "由 OpenStreetMap 数据和高程生成底图"));
  build->add_option(
      "--osm", o->osm,
      told(session, "FILE.osm.pbf; without it --layers or --boundary", "FILE.osm.pbf；无则用 --layers 或 --boundary"));
  build->add_option(
      "--boundary", o->boundary,
      told(session, "the district's own area; --name says which of several", "辖区边界（面），多个时用 --name 指定"));
  build->add_option("--layers", o->layers,
                    told(session, "a GeoPackage with layers road, building, place, water_area …",
                         "含 road、building、place、water_area 等图层的 GeoPackage"));
  build->add_option("--gazetteer", o->gazetteer,
                    told(session, "names and codes, perhaps positions", "地名录：名称、代码，可含坐标"));
  build->add_option(
      "--population", o->population,
      told(session,
           "how many people live there: a total, a table of places with their people, or a raster of people per cell",
           "人口：总数、各地人口表，或每像元人口栅格（分摊到建筑和居民点，估算）"));
  build->add_option("--landcover", o->landCover,
                    told(session, "land cover or fuel: a raster of classes", "土地覆盖或可燃物分类栅格"));
  build->add_option("--landcover-classes", o->request.landCoverClasses,
                    told(session, "worldcover, globeland30, clcd, fuel13, fuel40, or a table value,name",
                         "worldcover、globeland30、clcd、fuel13、fuel40，或含“值、名称”的表"));
  build->add_option("--dem", o->dem, told(session, "heights in metres: any raster that GDAL reads", "高程栅格（米）"));
  build
      ->add_option("--out", o->out,
                   told(session, "the folder; a station NAME.fengsui finds its map in NAME.map",
                        "输出文件夹；站点 NAME.fengsui 使用 NAME.map"))
      ->required();
  build->add_option("--name", o->request.name, told(session, "what it is called", "名称"));
  build->callback([o, &session] {
    o->request.osm = o->osm;
    if (!o->dem.empty()) o->request.dem = o->dem;
    if (!o->boundary.empty()) o->request.boundary = o->boundary;
    if (!o->layers.empty()) o->request.layers = o->layers;
    if (!o->gazetteer.empty()) o->request.gazetteer = o->gazetteer;
    if (!o->landCover.empty()) o->request.landCover = o->landCover;
    // What is a number is one, unless somebody has given a file such a name.
    std::int64_t total = 0;
    const char* end = o->population.data() + o->population.size();
    if (const auto [rest, fault] = std::from_chars(o->population.data(), end, total);
        fault == std::errc{} && rest == end && !std::filesystem::exists(o->population)) {
      if (total < 0)
        return session.console.refuse({ErrorCode::invalid, {"a population is 0 or more", "人口不能为负数"}, {}, {}});
      o->request.population = total;
    } else if (!o->population.empty()) {
      o->request.populationFile = o->population;
    }
    o->request.outDir = o->out;
    const auto built = buildBaseMap(o->request,
                                    [&](double fraction, const Text& step) {
                                      if (!session.console.json)
                                        std::cerr << "\r\033[K" << static_cast<int>(fraction * 100) << " %  "
                                                  << session.console.say(step) << std::flush;
                                    },
                                    {});
    if (!session.console.json) std::cerr << "\r\033[K";
    if (!built) return session.console.refuse(built.error());
    Json rows = Json::object();
    std::string list;
    for (const auto& [table, count] : built->rows) {
      rows[table] = count;
      if (count > 0) list += (list.empty() ? "" : ", ") + table + " " + std::to_string(count);
    }
    Json missing = Json::array(), notes = Json::array();
    std::string lacks;
    for (const Text& text : built->notes) {
      notes.push_back(session.console.say(text));
      list += "\n  " + session.console.say(text);
    }
    for (const Text& text : built->missing) {
      missing.push_back(session.console.say(text));
      lacks += "\n  " + session.console.say(text);
    }
    session.console.report({built->name + ": " + list + (lacks.empty() ? "" : "\nmissing:" + lacks),
                            built->name + "：" + list + (lacks.empty() ? "" : "\n缺少：" + lacks)},
                           Json{{"name", built->name},
                                {"rows", rows},
                                {"missing", missing},
                                {"notes", notes},
                                {"seconds", built->seconds}});
  });
}

}  // namespace fengsui
