// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/gazetteerimport.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gis/district/basemapfile.h"
#include "gis/district/homes.h"

namespace fengsui {
namespace {

using Data = std::unique_ptr<GDALDataset>;
using FeaturePtr = std::unique_ptr<OGRFeature, void (*)(OGRFeature*)>;

tl::unexpected<Error> wrong(ErrorCode code, const std::filesystem::path& file, Text words, Text remedy = {}) {
  return failure(Error{code, std::move(words), std::move(remedy), {file.string(), 0, 0, {}, {}}});
}

Result<Data> open(const std::filesystem::path& file, unsigned how) {
  std::error_code unread;
  if (!std::filesystem::exists(file, unread))
    return wrong(ErrorCode::notFound, file, {"there is no such file", "文件不存在"});
  GDALAllRegister();
  const QuietGdal quiet;
  Data data(static_cast<GDALDataset*>(GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | how, nullptr, nullptr, nullptr)));
  if (!data)
    return wrong(ErrorCode::unreadable, file,
                 {"the file is damaged, or no table or layer that is read", "文件已损坏，或不是可读取的表或图层"});
  return data;
}

std::string fieldOf(const OGRFeature& feature, const char* name) {
  const int at = feature.GetFieldIndex(name);
  return at >= 0 && feature.IsFieldSetAndNotNull(at) ? feature.GetFieldAsString(at) : "";
}

struct Entry {
  std::string name, code;
  std::optional<std::pair<double, double>> at;
};

struct Columns {
  const char *name, *code;
};
constexpr std::array<Columns, 6> usual{{{"village", "village_code"},
                                        {"street", "street_code"},
                                        {"name", "code"},
                                        {"名称", "代码"},
                                        {"名称", "区划代码"},
                                        {"地名", "代码"}}};

std::optional<std::pair<double, double>> positionOf(const OGRFeature& feature) {
  if (const OGRGeometry* geometry = feature.GetGeometryRef();
      geometry && wkbFlatten(geometry->getGeometryType()) == wkbPoint && !geometry->IsEmpty())
    return std::pair(geometry->toPoint()->getX(), geometry->toPoint()->getY());
  for (const auto& [lon, lat] : {std::pair("lon", "lat"), std::pair("经度", "纬度")}) {
    const std::string x = fieldOf(feature, lon), y = fieldOf(feature, lat);
    if (x.empty() || y.empty()) continue;
    const double east = std::strtod(x.c_str(), nullptr), north = std::strtod(y.c_str(), nullptr);
    if (std::abs(east) <= 180 && std::abs(north) <= 90 && (east != 0 || north != 0)) return std::pair(east, north);
  }
  return std::nullopt;
}

Result<std::vector<Entry>> entriesOf(const std::filesystem::path& file) {
  const auto data = open(file, GDAL_OF_READONLY);
  if (!data) return failure(data.error());
  OGRLayer* layer = (*data)->GetLayer(0);
  std::vector<Columns> columns;
  for (const Columns& pair : usual)
    if (layer && layer->GetLayerDefn()->GetFieldIndex(pair.name) >= 0 &&
        (layer->GetLayerDefn()->GetFieldIndex(pair.code) >= 0 || columns.empty()))
      columns.push_back(pair);
  if (columns.empty())
    return wrong(ErrorCode::invalid, file, {"it has no column of names", "没有名称列"},
                 {"name the columns name and code, or village and village_code", "请将列命名为 名称、代码"});
  std::vector<Entry> out;
  std::set<std::pair<std::string, std::string>> known;
  layer->ResetReading();
  while (const auto feature = FeaturePtr(layer->GetNextFeature(), OGRFeature::DestroyFeature))
    for (const Columns& pair : columns) {
      Entry one{fieldOf(*feature, pair.name), fieldOf(*feature, pair.code), std::nullopt};
      if (one.name.empty() || !known.emplace(one.name, one.code).second) continue;
      // The position of a row is that of its smallest place.
      if (pair.name == columns.front().name) one.at = positionOf(*feature);
      out.push_back(std::move(one));
    }
  return out;
}

}  // namespace

Result<GazetteerSummary> applyGazetteer(const std::filesystem::path& gazetteer, const std::filesystem::path& baseMap) {
  const auto entries = entriesOf(gazetteer);
  if (!entries) return failure(entries.error());
  const auto data = open(baseMap, GDAL_OF_UPDATE);
  if (!data) return failure(data.error());
  OGRLayer* places = (*data)->GetLayerByName("place");
  if (!places) return wrong(ErrorCode::unreadable, baseMap, {"it has no table of places", "没有地名表"});
  GazetteerSummary out;
  std::map<std::string, std::vector<const Entry*>> byName;
  for (const Entry& one : *entries) {
    ++out.names;
    byName[plainPlaceName(one.name)].push_back(&one);
  }
  (*data)->StartTransaction();
  std::vector<FeaturePtr> coded;
  std::set<std::string> there;
  places->ResetReading();
  while (auto feature = FeaturePtr(places->GetNextFeature(), OGRFeature::DestroyFeature)) {
    const std::string name = plainPlaceName(fieldOf(*feature, "name"));
    if (name.empty()) continue;
    there.insert(name);
    const auto found = byName.find(name);
    if (found == byName.end()) continue;
    if (found->second.size() > 1) {
      ++out.ambiguous;
      continue;
    }
    feature->SetField("code", found->second.front()->code.c_str());
    coded.push_back(std::move(feature));
  }
  for (const FeaturePtr& feature : coded) out.coded += places->SetFeature(feature.get()) == OGRERR_NONE;
  for (const Entry& one : *entries) {
    if (there.contains(plainPlaceName(one.name))) continue;
    if (!one.at) {
      ++out.nowhere;
      continue;
    }
    const FeaturePtr feature(OGRFeature::CreateFeature(places->GetLayerDefn()), OGRFeature::DestroyFeature);
    feature->SetField("name", one.name.c_str());
    feature->SetField("code", one.code.c_str());
    feature->SetField("class", "village");
    feature->SetField("rank", 3);
    feature->SetGeometryDirectly(new OGRPoint(one.at->first, one.at->second));
    out.added += places->CreateFeature(feature.get()) == OGRERR_NONE;
  }
  if ((*data)->CommitTransaction() != OGRERR_NONE)
    return wrong(ErrorCode::io, baseMap, {"the codes cannot be written", "区划代码无法写入"});
  return out;
}

}  // namespace fengsui
