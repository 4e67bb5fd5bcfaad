// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/districtfile.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace fengsui {

namespace {

void describePopulation(nlohmann::ordered_json& json, const BaseMapRequest& request, const PopulationSummary& of) {
  const bool homes = of.buildings > 0;
  json["population"] = {{"total", of.total},
                        {"estimate", true},
                        {"from", request.populationFile ? request.populationFile->filename().string() : "a total"},
                        {"method", homes ? "spread over homes by area times levels"
                                         : "spread over settlements by the size of their class"},
                        {"buildings", of.buildings},
                        {"settlements", of.settlements},
                        {"onBuildings", of.onBuildings},
                        {"atSettlements", of.atSettlements},
                        {"nowhere", of.nowhere}};
}

void describeLandCover(nlohmann::ordered_json& json, const LandCoverSummary& of) {
  nlohmann::ordered_json classes = nlohmann::ordered_json::array();
  for (const LandCoverClass& one : of.classes)
    classes.push_back({{"value", one.value}, {"en", one.name.en}, {"zh", one.name.zh}, {"share", one.share}});
  nlohmann::ordered_json usedBy = nlohmann::ordered_json::array({"forestFire"});
  if (!of.fuels) usedBy.push_back("flood");
  json["landCover"] = {{"file", "landcover.tif"}, {"kind", of.fuels ? "fuel" : "cover"},
                       {"scheme", of.schemeCode}, {"guessed", of.guessed},
                       {"named", of.named()},     {"coveredShare", of.coveredShare},
                       {"usedBy", usedBy},        {"classes", classes}};
}

}  // namespace

Outcome writeDistrictFile(const std::filesystem::path& file, const BaseMapRequest& request, const BaseMapReport& report,
                          const OsmSummary& osm, const DistrictExtras& extras) {
  const auto& terrain = extras.terrain;
  nlohmann::ordered_json json;
  json["format"] = 1;
  json["name"] = report.name;
  json["box"] = {report.box.west, report.box.south, report.box.east, report.box.north};
  json["project"] = "district.qgs";
  json["base"] = "base.gpkg";
  json["edition"] = osm.editionUtc;
  json["sources"] = nlohmann::ordered_json::array();
  const std::string credit =
      request.fictional ? "fictional, made by Fengsui · 虚构区域，由烽燧生成" : "© OpenStreetMap contributors";
  if (request.fictional) json["fictional"] = true;
  if (!request.osm.empty())
    json["sources"].push_back({{"what", "base map"},
                               {"file", request.osm.filename().string()},
                               {"edition", osm.editionUtc},
                               {"licence", request.fictional ? "GPL-3.0-or-later" : "ODbL-1.0"},
                               {"attribution", credit}});
  // Edition and licence of what an office has itself are for whoever passes the district on to fill in.
  const auto own = [&](const char* what, const std::optional<std::filesystem::path>& from) {
    if (!from) return;
    json["sources"].push_back({{"what", what},
                               {"file", from->filename().string()},
                               {"edition", ""},
                               {"licence", request.fictional ? "GPL-3.0-or-later" : ""},
                               {"attribution", request.fictional ? credit : ""}});
  };
  own("boundary", request.boundary);
  own("layers", request.layers);
  own("gazetteer", request.gazetteer);
  own("population", request.populationFile);
  own("land cover", request.landCover);
  if (extras.population) describePopulation(json, request, *extras.population);
  if (extras.landCover) describeLandCover(json, *extras.landCover);
  if (terrain) {
    json["terrain"] = {{"file", "terrain.tif"},
                       {"minM", terrain->minM},
                       {"maxM", terrain->maxM},
                       {"contourStepM", terrain->contourStepM},
                       {"coveredShare", terrain->coveredShare}};
    // The licence of somebody's height model cannot be known here; whoever passes the district on must fill it in.
    json["sources"].push_back({{"what", "heights"},
                               {"file", request.dem->filename().string()},
                               {"edition", ""},
                               {"licence", request.fictional ? "GPL-3.0-or-later" : ""},
                               {"attribution", request.fictional ? credit : ""}});
  }
  json["attribution"] = request.fictional || !request.osm.empty() ? credit : "";
  json["notes"] = nlohmann::ordered_json::array();
  for (const Text& what : report.notes) json["notes"].push_back({{"en", what.en}, {"zh", what.zh}});
  json["rows"] = report.rows;
  json["missing"] = nlohmann::ordered_json::array();
  for (const Text& what : report.missing) json["missing"].push_back({{"en", what.en}, {"zh", what.zh}});

  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  out.close();
  if (out) return {};
  Error error{ErrorCode::io, {"the district's description cannot be written", "辖区说明文件无法写入"}, {}, {}};
  error.place.file = file.string();
  return failure(error);
}

}  // namespace fengsui
