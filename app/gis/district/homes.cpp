// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/homes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "gis/district/basemapfile.h"

namespace fengsui {
namespace {

tl::unexpected<Error> wrong(ErrorCode code, const std::filesystem::path& file, Text words) {
  return failure(Error{code, std::move(words), {}, {file.string(), 0, 0, {}, {}}});
}

std::string fieldOf(const OGRFeature& feature, const char* name) {
  const int at = feature.GetFieldIndex(name);
  return at >= 0 && feature.IsFieldSetAndNotNull(at) ? feature.GetFieldAsString(at) : "";
}

std::optional<std::int64_t> peopleOf(const OGRFeature& feature) {
  const int at = feature.GetFieldIndex("population");
  if (at < 0 || !feature.IsFieldSetAndNotNull(at)) return std::nullopt;
  return feature.GetFieldAsInteger64(at);
}

// How many people a place of a class has beside others: only the proportion counts, and it is rough.
double usualSize(const std::string& featureClass) {
  struct Size {
    const char* name;
    double people;
  };
  static constexpr std::array sizes{
      Size{"city", 50'000},         Size{"town", 5'000},  Size{"borough", 10'000},      Size{"suburb", 5'000},
      Size{"quarter", 2'000},       Size{"village", 800}, Size{"neighbourhood", 1'000}, Size{"hamlet", 80},
      Size{"isolated_dwelling", 5}, Size{"farm", 5}};
  for (const Size& size : sizes)
    if (featureClass == size.name) return size.people;
  return 0;
}

void readHomes(OGRLayer& layer, Homes& out) {
  static const std::set<std::string> noHomes{
      "industrial", "warehouse", "garage",     "garages", "church", "school", "hospital", "shed",   "barn",
      "greenhouse", "retail",    "commercial", "office",  "roof",   "hangar", "service",  "public", "train_station"};
  layer.ResetReading();
  for (const auto& row : layer) {
    const OGRGeometry* geometry = row->GetGeometryRef();
    if (!geometry || geometry->IsEmpty()) continue;
    OGREnvelope box;
    geometry->getEnvelope(&box);
    if (const auto people = peopleOf(*row)) {
      out.statedHomes.push_back({(box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2, *people});
      out.stated += *people;
      continue;
    }
    if (noHomes.contains(fieldOf(*row, "class"))) continue;
    // Degrees of longitude shrink with latitude; only the share counts.
    const double area = OGR_G_Area(OGRGeometry::ToHandle(const_cast<OGRGeometry*>(geometry))) *
                        std::cos(box.MinY * 3.14159265358979 / 180);
    const std::string levels = fieldOf(*row, "levels");
    const double share = area * std::clamp(std::strtod(levels.c_str(), nullptr), 1.0, 60.0);
    if (share > 0) out.homes.push_back({row->GetFID(), (box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2, share});
  }
}

void readSettlements(OGRLayer& layer, Homes& out) {
  layer.ResetReading();
  for (const auto& row : layer) {
    const OGRGeometry* geometry = row->GetGeometryRef();
    const double size = usualSize(fieldOf(*row, "class"));
    if (!geometry || wkbFlatten(geometry->getGeometryType()) != wkbPoint || geometry->IsEmpty() || size == 0) continue;
    out.settlements.push_back({row->GetFID(), geometry->toPoint()->getX(), geometry->toPoint()->getY(),
                               fieldOf(*row, "name"), fieldOf(*row, "code"), size, peopleOf(*row)});
  }
}

bool writePeople(OGRLayer& layer, GIntBig fid, std::int64_t people) {
  const OGRFeatureUniquePtr row(layer.GetFeature(fid));
  if (!row) return true;
  row->SetField("population", static_cast<GIntBig>(people));
  return layer.SetFeature(row.get()) == OGRERR_NONE;
}

}  // namespace

std::string plainPlaceName(std::string name) {
  for (const std::string_view end : {"居民委员会", "村民委员会", "居委会", "村委会", "社区", "村"})
    if (name.size() > end.size() + 2 && name.ends_with(end)) name.resize(name.size() - end.size());
  return name;
}

std::vector<std::int64_t> divided(std::int64_t people, const std::vector<double>& shares) {
  double all = 0;
  for (const double share : shares) all += share;
  std::vector<std::int64_t> out(shares.size());
  if (!(all > 0)) return out;
  // Each takes what is due up to and with it, so that the sum is exact.
  double sum = 0;
  std::int64_t given = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (!(shares[i] > 0)) continue;
    sum += shares[i];
    const auto due =
        std::clamp(static_cast<std::int64_t>(std::llround(static_cast<double>(people) * (sum / all))), given, people);
    out[i] = due - given;
    given = due;
    last = i;
  }
  out[last] += people - given;
  return out;
}

Result<Homes> Homes::open(const std::filesystem::path& baseMap) {
  GDALAllRegister();
  const QuietGdal quiet;
  Homes out;
  out.path_ = baseMap;
  out.data_.reset(GDALDataset::Open(baseMap.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
  if (!out.data_) return wrong(ErrorCode::unreadable, baseMap, {"the base map cannot be read", "底图无法读取"});
  OGRLayer* buildings = out.data_->GetLayerByName("building");
  OGRLayer* places = out.data_->GetLayerByName("place");
  if (!buildings || !places)
    return wrong(ErrorCode::unreadable, baseMap, {"it has no table of buildings or places", "没有建筑表或地名表"});
  readHomes(*buildings, out);
  readSettlements(*places, out);
  return out;
}

Outcome Homes::write(const std::vector<std::optional<std::int64_t>>& atHomes,
                     const std::vector<std::optional<std::int64_t>>& atSettlements) {
  const QuietGdal quiet;
  OGRLayer& buildings = *data_->GetLayerByName("building");
  OGRLayer& places = *data_->GetLayerByName("place");
  data_->StartTransaction();
  bool good = true;
  for (std::size_t i = 0; i < atHomes.size() && good; ++i)
    if (atHomes[i]) good = writePeople(buildings, homes[i].fid, *atHomes[i]);
  for (std::size_t i = 0; i < atSettlements.size() && good; ++i)
    if (atSettlements[i]) good = writePeople(places, settlements[i].fid, *atSettlements[i]);
  if (good && data_->CommitTransaction() == OGRERR_NONE) return {};
  data_->RollbackTransaction();
  return wrong(ErrorCode::io, path_, {"the population cannot be written", "人口无法写入"});
}

}  // namespace fengsui
