// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/people.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gis/district/basemapfile.h"

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

// "悟仙观社区居委会" and "悟仙观社区" are one; "北沟村村民委员会" and "北沟村" too.
std::string plainName(std::string name) {
  for (const std::string_view end : {"居民委员会", "村民委员会", "居委会", "村委会", "社区", "村"})
    if (name.size() > end.size() + 2 && name.ends_with(end)) name.resize(name.size() - end.size());
  return name;
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
    byName[plainName(one.name)].push_back(&one);
  }
  (*data)->StartTransaction();
  std::vector<FeaturePtr> coded;
  std::set<std::string> there;
  places->ResetReading();
  while (auto feature = FeaturePtr(places->GetNextFeature(), OGRFeature::DestroyFeature)) {
    const std::string name = plainName(fieldOf(*feature, "name"));
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
    if (there.contains(plainName(one.name))) continue;
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

Result<PopulationSummary> spreadPopulation(std::int64_t total, const std::filesystem::path& baseMap) {
  const auto data = open(baseMap, GDAL_OF_UPDATE);
  if (!data) return failure(data.error());
  OGRLayer* buildings = (*data)->GetLayerByName("building");
  if (!buildings) return wrong(ErrorCode::unreadable, baseMap, {"it has no table of buildings", "没有建筑表"});
  static const std::set<std::string> noHomes{
      "industrial", "warehouse", "garage",     "garages", "church", "school", "hospital", "shed",   "barn",
      "greenhouse", "retail",    "commercial", "office",  "roof",   "hangar", "service",  "public", "train_station"};
  struct Home {
    GIntBig fid;
    double share;
    std::int64_t people = 0;
  };
  std::vector<Home> homes;
  double all = 0;
  std::int64_t known = 0;
  buildings->ResetReading();
  while (const auto feature = FeaturePtr(buildings->GetNextFeature(), OGRFeature::DestroyFeature)) {
    if (const int at = feature->GetFieldIndex("population"); at >= 0 && feature->IsFieldSetAndNotNull(at)) {
      known += feature->GetFieldAsInteger64(at);
      continue;
    }
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (!geometry || noHomes.contains(fieldOf(*feature, "class"))) continue;
    OGREnvelope box;
    geometry->getEnvelope(&box);
    // Degrees of longitude shrink with latitude; only the share counts.
    const double area = OGR_G_Area(OGRGeometry::ToHandle(const_cast<OGRGeometry*>(geometry))) *
                        std::cos(box.MinY * 3.14159265358979 / 180);
    const std::string levels = fieldOf(*feature, "levels");
    const double share = area * std::clamp(std::strtod(levels.c_str(), nullptr), 1.0, 60.0);
    if (!(share > 0)) continue;
    homes.push_back({feature->GetFID(), share});
    all += share;
  }
  if (total < known)
    return wrong(ErrorCode::invalid, baseMap,
                 {"the population given (" + std::to_string(total) + ") is less than the buildings state (" +
                      std::to_string(known) + ")",
                  "给定人口（" + std::to_string(total) + "）少于建筑已载明人口（" + std::to_string(known) + "）"});
  PopulationSummary out{total, static_cast<long>(homes.size())};
  // Rounded so that the sum is exact: each takes what is due up to and with it.
  double sum = 0;
  std::int64_t given = 0;
  (*data)->StartTransaction();
  for (Home& home : homes) {
    sum += home.share;
    const auto due = static_cast<std::int64_t>(std::llround(static_cast<double>(total - known) * (sum / all)));
    home.people = due - given;
    given = due;
    const FeaturePtr feature(buildings->GetFeature(home.fid), OGRFeature::DestroyFeature);
    if (!feature) continue;
    feature->SetField("population", static_cast<GIntBig>(home.people));
    if (buildings->SetFeature(feature.get()) != OGRERR_NONE)
      return wrong(ErrorCode::io, baseMap, {"the population cannot be written", "人口无法写入"});
  }
  if ((*data)->CommitTransaction() != OGRERR_NONE)
    return wrong(ErrorCode::io, baseMap, {"the population cannot be written", "人口无法写入"});
  return out;
}

}  // namespace fengsui
