// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/districtfile.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace fengsui {

Outcome writeDistrictFile(const std::filesystem::path& file, const BaseMapRequest& request, const BaseMapReport& report,
                          const OsmSummary& osm, const std::optional<TerrainSummary>& terrain) {
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
  json["sources"].push_back({{"what", "base map"},
                             {"file", request.osm.filename().string()},
                             {"edition", osm.editionUtc},
                             {"licence", request.fictional ? "GPL-3.0-or-later" : "ODbL-1.0"},
                             {"attribution", credit}});
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
  json["attribution"] = credit;
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
