// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>

#include "gis/district/basemap.h"
#include "gis/district/basemapfile.h"
#include "gis/district/districtfile.h"
#include "gis/district/gazetteerimport.h"
#include "gis/district/landcover.h"
#include "gis/district/layerimport.h"
#include "gis/district/osmimport.h"
#include "gis/district/population.h"
#include "gis/district/terrain.h"
#include "gis/roads/openroads.h"

namespace fengsui {

namespace {

namespace fs = std::filesystem;

/// A folder beside the result in which it grows, gone again when it is not wanted any more.
class Scaffold {
 public:
  explicit Scaffold(const fs::path& outDir) : folder_(outDir / ".building") {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    made_ = fs::create_directories(folder_, ignored);
  }
  ~Scaffold() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Scaffold(const Scaffold&) = delete;
  Scaffold& operator=(const Scaffold&) = delete;

  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
  bool made_ = false;
};

Outcome publish(const fs::path& from, const fs::path& to) {
  for (const char* name :
       {"base.gpkg", "terrain.tif", "hillshade.tif", "landcover.tif", "district.qgs", "roads.order", "district.json"}) {
    std::error_code error;
    if (fs::exists(from / name, error)) {
      fs::rename(from / name, to / name, error);
    } else {
      fs::remove(to / name, error);  // an earlier edition had heights, this one has not
    }
    if (error) {
      Error failed{ErrorCode::io, {"cannot be replaced: " + error.message(), "无法替换：" + error.message()}, {}, {}};
      failed.place.file = (to / name).string();
      return failure(failed);
    }
  }
  return {};
}

void nameWhatIsMissing(BaseMapReport& report, const OsmSummary& osm, const std::optional<TerrainSummary>& terrain) {
  struct Lack {
    const char* table;
    Text without;
  };
  // What is missing, and what will not work without it.
  static const Lack lacks[] = {
      {"boundary", {"no borders are drawn", "地图上不显示行政界线"}},
      {"road", {"no routes, arrival times or isochrones", "无法计算路线、到达时间和等时圈"}},
      {"building",
       {"population cannot be spread over houses; no blocks on the map", "人口无法落到建筑，地图上没有街区"}},
      {"place", {"places cannot be found by name", "无法按地名查找"}},
      {"water_line", {"no rivers on the map, none to route flood water along", "地图上没有河流，洪水演进缺少河道"}},
      {"landuse",
       {"no woods or fields on the map, no fuel for fire models", "地图上没有林地和农田，火场模型缺少可燃物"}},
      {"poi", {"hospitals, schools and stations are only those of the station", "医院、学校等仅限站点已登记的设施"}}};
  for (const Lack& lack : lacks)
    if (report.rows[lack.table] == 0)
      report.missing.push_back({"the source has no rows for " + std::string(lack.table) + ": " + lack.without.en,
                                "源数据中没有 " + std::string(lack.table) + " 要素：" + lack.without.zh});
  if (osm.areaName.empty()) {
    report.missing.push_back(
        {"no administrative area is complete in the extract, so the district has no border polygon: nothing can "
         "be told to lie outside",
         "数据中没有完整的行政区，缺少辖区边界面：无法判断是否在辖区外"});
  }
  if (!terrain) {
    report.missing.push_back(
        {"no heights were given: no hillshade, contour lines or terrain; no slopes for ways on foot, floods or fires",
         "未提供高程：没有晕渲、等高线和地形，徒步、洪水和火场计算缺少坡度"});
  } else if (terrain->coveredShare < 0.99) {
    const auto percent = [](double share) { return std::to_string(static_cast<int>(share * 100)) + " %"; };
    Text words{"the heights cover " + percent(terrain->coveredShare) + " of the district",
               "高程仅覆盖辖区的 " + percent(terrain->coveredShare)};
    if (terrain->filledShare > terrain->coveredShare + 0.005) {
      words.en += "; voids were filled from their edges, now it is " + percent(terrain->filledShare);
      words.zh += "；空洞按周边填补后为 " + percent(terrain->filledShare);
    }
    if (terrain->filledShare < 0.99) {
      words.en += "; where there are none, slopes for ways on foot, floods and fires are not known";
      words.zh += "；缺失处无法计算徒步、洪水和火场的坡度";
    }
    report.missing.push_back(std::move(words));
  }
  if (terrain && terrain->coarserBy > 1) {
    const auto times = std::to_string(static_cast<int>(terrain->coarserBy * 10) / 10.0).substr(0, 4);
    report.notes.push_back({"the heights were taken " + times + " times coarser than the source: it has too many cells",
                            "高程栅格过大，按 " + times + " 倍像元取用"});
  }
  if (osm.brokenAreas > 0) {
    const auto many = std::to_string(osm.brokenAreas);
    report.missing.push_back({many + " areas do not close and were left out (cut by the edge of the extract)",
                              many + " 个面要素不闭合，已略去（被数据边缘截断）"});
  }
}

// Boundary and layers that an office has itself; what it says about the district counts before what a map says.
Outcome addOwnLayers(const BaseMapRequest& request, BaseMapFile& base, OsmSummary& osm, BaseMapReport& report,
                     const std::stop_token& stop) {
  if (request.layers) {
    const auto layers = importLayers(*request.layers, base, stop);
    if (!layers) return failure(layers.error());
    report.notes = layers->notes;
    if (osm.dataBox.empty()) osm.dataBox = layers->box;
  }
  if (request.boundary) {
    const auto boundary = importBoundary(*request.boundary, request.name, base);
    if (!boundary) return failure(boundary.error());
    osm.areaName = boundary->name.empty() ? request.name : boundary->name;
    osm.areaBox = boundary->box;
  }
  return {};
}

// Codes and people, once the tables are closed.
Outcome addPeople(const BaseMapRequest& request, const fs::path& file, BaseMapReport& report) {
  const auto n = [](auto number) { return std::to_string(number); };
  if (request.gazetteer) {
    const auto names = applyGazetteer(*request.gazetteer, file);
    if (!names) return failure(names.error());
    report.rows["place"] += names->added;
    report.notes.push_back({"gazetteer: " + n(names->names) + " names, " + n(names->coded) + " places got a code, " +
                                n(names->added) + " were added, " + n(names->ambiguous) +
                                " places carry a name that stands for several",
                            "地名录：" + n(names->names) + " 个名称，" + n(names->coded) + " 处地名获得代码，新增 " +
                                n(names->added) + " 处，" + n(names->ambiguous) + " 处因重名未赋代码"});
    if (names->nowhere > 0)
      report.missing.push_back({n(names->nowhere) + " names of the gazetteer have no position: they are not on the map",
                                "地名录中 " + n(names->nowhere) + " 个名称没有坐标，未上图"});
  }
  return {};
}

// People, where a total, a table or a raster says how many there are.
Outcome addPopulation(const BaseMapRequest& request, const fs::path& file, BaseMapReport& report,
                      DistrictExtras& extras, const std::stop_token& stop) {
  if (!request.population && !request.populationFile) return {};
  const auto n = [](auto number) { return std::to_string(number); };
  auto spread = request.population ? spreadPopulation(*request.population, file)
                                   : spreadPopulationFile(*request.populationFile, report.box, report.name, file, stop);
  if (!spread) return failure(spread.error());
  report.homes = spread->buildings;
  if (spread->buildings > 0)
    report.notes.push_back(
        {n(spread->onBuildings) + " people spread over " + n(spread->buildings) +
             " buildings by area and levels: an estimate",
         n(spread->onBuildings) + " 人按面积和层数分摊到 " + n(spread->buildings) + " 栋建筑（估算）"});
  else
    report.missing.push_back({"there is no building to spread " + n(spread->total) + " people over",
                              "没有可分摊 " + n(spread->total) + " 人口的建筑"});
  if (spread->settlements > 0)
    report.notes.push_back(
        {n(spread->atSettlements) + " people put at " + n(spread->settlements) +
             " settlements without buildings: a rough estimate",
         n(spread->atSettlements) + " 人计入 " + n(spread->settlements) + " 个没有建筑的居民点（粗略估算）"});
  for (Text& text : spread->missing) report.missing.push_back(std::move(text));
  extras.population = std::move(*spread);
  return {};
}

std::string percentOf(double share) {
  const int whole = static_cast<int>(share * 100 + 0.5);
  return whole < 1 ? std::string("< 1 %") : std::to_string(whole) + " %";
}

void tellLandCover(const LandCoverSummary& of, BaseMapReport& report) {
  std::vector<LandCoverClass> bySize = of.classes;
  std::stable_sort(bySize.begin(), bySize.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
  Text list;
  for (std::size_t i = 0; i < bySize.size() && i < 6; ++i) {
    const std::string number = std::to_string(bySize[i].value), share = " " + percentOf(bySize[i].share);
    const Text& name = bySize[i].name;
    list.en += (i == 0 ? "" : ", ") + (name.en.empty() ? number : name.en) + share;
    list.zh += (i == 0 ? "" : "、") + (name.zh.empty() ? number : name.zh) + share;
  }
  const std::string many = std::to_string(bySize.size());
  const Text scheme = of.scheme.en.empty() ? Text{} : Text{" (" + of.scheme.en + ")", "（" + of.scheme.zh + "）"};
  const Text what = of.fuels ? Text{"fuels", "可燃物"} : Text{"land cover", "土地覆盖"};
  const Text use = of.fuels ? Text{"for fires", "用于火场"}
                            : Text{"for the fuels of fires and the roughness of floods", "用于火场可燃物和洪水糙率"};
  report.notes.push_back({what.en + ": " + many + " classes" + scheme.en + ": " + list.en + "; " + use.en,
                          what.zh + "：" + many + " 类" + scheme.zh + "：" + list.zh + "；" + use.zh});
  if (of.guessed)
    report.notes.push_back(
        {"the classes were known by their values only; if they are others, say so with "
         "--landcover-classes",
         "分类体系按数值推定；如不符，请用 --landcover-classes 指定"});
  if (!of.named()) {
    std::string could;
    for (const std::string& code : of.couldBe) could += (could.empty() ? "" : ", ") + code;
    report.missing.push_back({"nothing says what the classes of the land cover stand for" +
                                  (could.empty() ? "" : " (they fit " + could + ")") +
                                  ": fires and floods cannot use it; name them with --landcover-classes",
                              "土地覆盖的类别没有名称" + (could.empty() ? "" : "（可能是 " + could + "）") +
                                  "：火场和洪水模型无法使用；请用 --landcover-classes 指定"});
  }
  if (of.coveredShare < 0.99)
    report.missing.push_back({"the land cover covers " + percentOf(of.coveredShare) + " of the district",
                              "土地覆盖仅覆盖辖区的 " + percentOf(of.coveredShare)});
}

Outcome addLandCover(const BaseMapRequest& request, const fs::path& folder, BaseMapReport& report,
                     DistrictExtras& extras, const std::stop_token& stop) {
  if (!request.landCover) {
    report.missing.push_back(
        {"no land cover or fuel raster was given: fires have only the fuels of drawn woods and fields, floods one "
         "roughness for all ground unless a raster is set",
         "未提供土地覆盖或可燃物栅格：火场只能按绘制的林地、农田取可燃物，洪水除非另设栅格，全区糙率相同"});
    return {};
  }
  auto made = importLandCover(*request.landCover, request.landCoverClasses, report.box, folder, stop);
  if (!made) return failure(made.error());
  tellLandCover(*made, report);
  extras.landCover = std::move(*made);
  return {};
}

// Seconds of work for a large city, done here so that nobody who opens the roads waits for it.
Outcome orderRoads(const fs::path& file, BaseMapReport& report, const std::stop_token& stop) {
  if (report.rows["road"] == 0) return {};
  const auto roads = openRoads(file, {}, stop);
  if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped", "已停止"});
  if (!roads)
    report.notes.push_back({"the roads cannot be used for ways: " + roads.error().message.en,
                            "道路无法用于路线计算：" + roads.error().message.zh});
  return {};
}

}  // namespace

Result<BaseMapReport> buildBaseMap(const BaseMapRequest& request, const BaseMapProgress& progress,
                                   std::stop_token stop) {
  const auto begin = std::chrono::steady_clock::now();
  const auto part = [&](double from, double to) -> BaseMapProgress {
    return [&progress, from, to](double fraction, const Text& step) {
      if (progress) progress(from + (to - from) * fraction, step);
    };
  };
  const double osmShare = request.dem ? 0.6 : 0.95;

  const Scaffold scaffold(request.outDir);
  if (!scaffold.made()) {
    Error error{ErrorCode::io, {"the folder cannot be made or written", "目录无法创建或写入"}, {}, {}};
    error.place.file = request.outDir.string();
    return failure(error);
  }
  auto base = BaseMapFile::create(scaffold.folder() / "base.gpkg");
  if (!base) return failure(base.error());

  if (request.osm.empty() && !request.boundary && !request.layers)
    return failure(
        ErrorCode::invalid, {"there is nothing to make a map from", "没有可用于生成底图的数据"},
        {"give an OpenStreetMap extract, layers or a boundary", "请提供 OpenStreetMap 数据、图层或辖区边界"});
  auto osm =
      request.osm.empty() ? Result<OsmSummary>(OsmSummary{}) : importOsm(request.osm, *base, part(0, osmShare), stop);
  if (!osm) return failure(osm.error());
  BaseMapReport report;
  if (const auto grown = addOwnLayers(request, *base, *osm, report, stop); !grown) return failure(grown.error());
  report.name = request.name.empty() ? osm->areaName : request.name;
  report.box = osm->areaBox.empty() ? osm->dataBox : osm->areaBox;
  if (report.box.empty() && request.osm.empty())
    return failure(ErrorCode::invalid, {"the layers have nothing to draw", "图层中没有可绘制的要素"});
  if (report.box.empty()) {
    Error error{ErrorCode::invalid,
                {"the OpenStreetMap file has nothing to draw", "OpenStreetMap 文件中没有可绘制的要素"},
                {},
                {}};
    error.place.file = request.osm.string();
    return failure(error);
  }

  DistrictExtras extras;
  if (request.dem) {
    const auto made = importTerrain(*request.dem, report.box, scaffold.folder(), *base, part(osmShare, 0.95), stop);
    if (!made) return failure(made.error());
    extras.terrain = *made;
  }
  for (const BaseTable& table : baseTables()) report.rows[table.name] = base->rows(table.layer);
  part(0.95, 1)(0, {"writing the spatial index", "建立空间索引"});
  if (const auto closed = base->close(); !closed) return failure(closed.error());

  if (const auto peopled = addPeople(request, scaffold.folder() / "base.gpkg", report); !peopled)
    return failure(peopled.error());
  if (const auto spread = addPopulation(request, scaffold.folder() / "base.gpkg", report, extras, stop); !spread)
    return failure(spread.error());
  if (const auto covered = addLandCover(request, scaffold.folder(), report, extras, stop); !covered)
    return failure(covered.error());
  nameWhatIsMissing(report, *osm, extras.terrain);
  part(0.95, 1)(0.5, {"ordering the roads", "计算路网次序"});
  if (const auto ordered = orderRoads(scaffold.folder() / "base.gpkg", report, stop); !ordered)
    return failure(ordered.error());
  if (const auto done = installTemplate(scaffold.folder(), report.name, report.box); !done)
    return failure(done.error());
  const auto described = writeDistrictFile(scaffold.folder() / "district.json", request, report, *osm, extras);
  if (!described) return failure(described.error());
  if (const auto published = publish(scaffold.folder(), request.outDir); !published) return failure(published.error());
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  part(0.95, 1)(1, {"done", "完成"});
  return report;
}

}  // namespace fengsui
