// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/population.h"

#include <numeric>

#include "gis/district/basemapfile.h"
#include "gis/district/homes.h"

namespace fengsui {
namespace {

tl::unexpected<Error> fewerThanStated(std::int64_t total, std::int64_t stated, const char* whoEn, const char* whoZh,
                                      const std::filesystem::path& file) {
  const std::string all = std::to_string(total), known = std::to_string(stated);
  return failure(Error{ErrorCode::invalid,
                       {"the population given (" + all + ") is less than the " + whoEn + " state (" + known + ")",
                        "给定人口（" + all + "）少于" + whoZh + "已载明人口（" + known + "）"},
                       {},
                       {file.string(), 0, 0, {}, {}}});
}

// A GeoPackage can hold both; then its tables count.
bool isRaster(const std::filesystem::path& file) {
  const QuietGdal quiet;
  GDALAllRegister();
  const GDALDatasetUniquePtr vector(
      GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
  if (vector && vector->GetLayerCount() > 0) return false;
  const GDALDatasetUniquePtr raster(
      GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
  return raster && raster->GetRasterCount() > 0;
}

}  // namespace

Result<PopulationSummary> spreadPopulationFile(const std::filesystem::path& file, const DistrictBox& box,
                                               const std::string& name, const std::filesystem::path& baseMap,
                                               const std::stop_token& stop) {
  std::error_code unread;
  if (!std::filesystem::exists(file, unread))
    return failure(
        Error{ErrorCode::notFound, {"there is no such file", "文件不存在"}, {}, {file.string(), 0, 0, {}, {}}});
  return isRaster(file) ? spreadPopulationRaster(file, box, name, baseMap, stop) : spreadPopulationTable(file, baseMap);
}

Result<PopulationSummary> spreadPopulation(std::int64_t total, const std::filesystem::path& baseMap) {
  auto map = Homes::open(baseMap);
  if (!map) return failure(map.error());
  PopulationSummary out;
  out.total = total;
  std::vector<std::optional<std::int64_t>> homes, settlements;
  if (!map->homes.empty()) {
    if (total < map->stated) return fewerThanStated(total, map->stated, "buildings", "建筑", baseMap);
    std::vector<double> shares;
    for (const Home& home : map->homes) shares.push_back(home.share);
    for (const std::int64_t people : divided(total - map->stated, shares)) homes.emplace_back(people);
    out.buildings = static_cast<long>(homes.size());
    out.onBuildings = total;
  } else if (!map->settlements.empty()) {
    std::int64_t stated = map->stated;
    for (const Settlement& one : map->settlements) stated += one.stated.value_or(0);
    // A map states people of a city whose greater part lies elsewhere, or those of long ago.
    const bool believed = stated <= total;
    if (!believed) {
      out.missing.push_back(
          {"the places of the map state " + std::to_string(stated) + " people, more than the total: not believed",
           "底图地名载明人口合计 " + std::to_string(stated) + "，多于总数，未采用"});
      stated = 0;
    }
    std::vector<double> shares;
    for (const Settlement& one : map->settlements) shares.push_back(believed && one.stated ? 0 : one.share);
    const auto people = divided(total - stated, shares);
    for (std::size_t i = 0; i < people.size(); ++i)
      settlements.push_back(shares[i] > 0 ? std::optional(people[i]) : std::nullopt);
    out.settlements = static_cast<long>(map->settlements.size());
    out.nowhere = total - stated - std::accumulate(people.begin(), people.end(), std::int64_t{0});
    out.atSettlements = total - out.nowhere;
  } else {
    out.nowhere = total;
  }
  if (const auto written = map->write(homes, settlements); !written) return failure(written.error());
  return out;
}

}  // namespace fengsui
