// SPDX-License-Identifier: GPL-3.0-or-later
#include <gdal_alg.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "gis/district/basemapfile.h"
#include "gis/district/homes.h"
#include "gis/district/population.h"
#include "gis/district/rastercut.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

constexpr double kHomeWithinM = 1'000;
constexpr double kSettlementWithinM = 5'000;
constexpr double kGridDeg = 0.01;

tl::unexpected<Error> wrong(ErrorCode code, const fs::path& file, Text words, Text remedy = {}) {
  return failure(Error{code, std::move(words), std::move(remedy), {file.string(), 0, 0, {}, {}}});
}

double metresBetween(double lonA, double latA, double lonB, double latB) {
  return std::hypot((lonA - lonB) * std::cos(latA * 3.14159265358979 / 180), latA - latB) * 111'195;
}

/// Whether a place belongs to the district: its own area, where the map has it, else the box.
class District {
 public:
  District(GDALDataset& baseMap, const DistrictBox& box, const std::string& name) : box_(box) {
    OGRLayer* areas = baseMap.GetLayerByName("admin_area");
    if (!areas) return;
    areas->ResetReading();
    for (const auto& row : *areas)
      if (name == row->GetFieldAsString("name") && !name.empty()) area_.reset(row->StealGeometry());
    if (area_) prepared_.reset(OGRCreatePreparedGeometry(OGRGeometry::ToHandle(area_.get())));
  }
  [[nodiscard]] bool has(double lon, double lat) const {
    if (lon < box_.west || lon > box_.east || lat < box_.south || lat > box_.north) return false;
    OGRPoint point(lon, lat);
    return !prepared_ || OGRPreparedGeometryContains(prepared_.get(), OGRGeometry::ToHandle(&point));
  }

 private:
  struct Prepared {
    void operator()(OGRPreparedGeometry* geometry) const { OGRDestroyPreparedGeometry(geometry); }
  };
  DistrictBox box_;
  std::unique_ptr<OGRGeometry> area_;
  std::unique_ptr<OGRPreparedGeometry, Prepared> prepared_;
};

/// People by home and by settlement, not yet whole ones.
class Shares {
 public:
  Shares(const Homes& map) : map_(map), atHomes(map.homes.size()), atSettlements(map.settlements.size()) {
    for (std::size_t i = 0; i < map.homes.size(); ++i) grid_[cellAt(map.homes[i].lon, map.homes[i].lat)].push_back(i);
  }
  void toHomes(const std::vector<std::size_t>& homes, double people) {
    double all = 0;
    for (const std::size_t home : homes) all += map_.homes[home].share;
    for (const std::size_t home : homes) atHomes[home] += people * map_.homes[home].share / all;
  }
  /// Of a cell without a building.
  void toNearest(double lon, double lat, double people) {
    std::optional<std::size_t> best;
    double nearest = kHomeWithinM;
    const auto [column, row] = cellAt(lon, lat);
    const int reach =
        1 + static_cast<int>(kHomeWithinM / (111'195 * kGridDeg * std::cos(lat * 3.14159265358979 / 180)));
    for (int x = column - reach; x <= column + reach; ++x)
      for (int y = row - 1; y <= row + 1; ++y)
        if (const auto cell = grid_.find({x, y}); cell != grid_.end())
          for (const std::size_t home : cell->second)
            if (const double away = metresBetween(lon, lat, map_.homes[home].lon, map_.homes[home].lat); away < nearest)
              nearest = away, best = home;
    if (best) {
      atHomes[*best] += people;
      return;
    }
    nearest = kSettlementWithinM;
    for (std::size_t i = 0; i < map_.settlements.size(); ++i)
      if (const double away = metresBetween(lon, lat, map_.settlements[i].lon, map_.settlements[i].lat); away < nearest)
        nearest = away, best = i;
    (best ? atSettlements[*best] : nowhere) += people;
  }

 private:
  static std::pair<int, int> cellAt(double lon, double lat) {
    return {static_cast<int>(std::floor(lon / kGridDeg)), static_cast<int>(std::floor(lat / kGridDeg))};
  }
  const Homes& map_;
  std::map<std::pair<int, int>, std::vector<std::size_t>> grid_;

 public:
  std::vector<double> atHomes, atSettlements;
  double nowhere = 0;
};

/// Where the cells of a raster lie on the earth.
struct Cells {
  std::unique_ptr<OGRCoordinateTransformation> there, back;
  double forward[6] = {}, inverse[6] = {};
  int columns = 0, rows = 0;

  static std::optional<Cells> of(GDALDataset& raster) {
    Cells out;
    OGRSpatialReference earth, own(*raster.GetSpatialRef());
    earth.importFromEPSG(4326);
    for (OGRSpatialReference* system : {&earth, &own}) system->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    out.there.reset(OGRCreateCoordinateTransformation(&earth, &own));
    out.back.reset(OGRCreateCoordinateTransformation(&own, &earth));
    out.columns = raster.GetRasterXSize();
    out.rows = raster.GetRasterYSize();
    if (!out.there || !out.back || raster.GetGeoTransform(out.forward) != CE_None ||
        !GDALInvGeoTransform(out.forward, out.inverse))
      return std::nullopt;
    return out;
  }
  [[nodiscard]] std::optional<std::int64_t> at(double lon, double lat) const {
    if (!there->Transform(1, &lon, &lat)) return std::nullopt;
    const double x = std::floor(inverse[0] + inverse[1] * lon + inverse[2] * lat);
    const double y = std::floor(inverse[3] + inverse[4] * lon + inverse[5] * lat);
    if (!(x >= 0 && y >= 0 && x < columns && y < rows)) return std::nullopt;
    return static_cast<std::int64_t>(y) * columns + static_cast<std::int64_t>(x);
  }
  [[nodiscard]] std::optional<std::pair<double, double>> middle(int column, int row) const {
    double x = forward[0] + (column + 0.5) * forward[1] + (row + 0.5) * forward[2];
    double y = forward[3] + (column + 0.5) * forward[4] + (row + 0.5) * forward[5];
    if (!back->Transform(1, &x, &y)) return std::nullopt;
    return std::pair(x, y);
  }
};

}  // namespace

Result<PopulationSummary> spreadPopulationRaster(const fs::path& file, const DistrictBox& box, const std::string& name,
                                                 const fs::path& baseMap, const std::stop_token& stop) {
  const QuietGdal quiet;
  GDALAllRegister();
  const RasterFile source(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  if (!source || source->GetRasterCount() < 1)
    return wrong(ErrorCode::unreadable, file, {"the people cannot be read as a raster", "人口栅格无法读取"});
  if (const auto* system = source->GetSpatialRef(); !system || system->IsLocal())
    return wrong(ErrorCode::invalid, file,
                 {"the raster of people does not say its coordinate system", "人口栅格没有注明坐标系"},
                 {"give it one, for instance with gdal_edit.py -a_srs EPSG:4490",
                  "请先赋予坐标系，例如 gdal_edit.py -a_srs EPSG:4490"});
  const RasterFile part = translateRaster(*source, "", "-of VRT -b 1 " + windowOf(box), stop);
  const auto cells = part ? Cells::of(*part) : std::nullopt;
  if (!cells)
    return wrong(ErrorCode::invalid, file,
                 {"the raster of people does not lie over the district", "人口栅格不覆盖本区"},
                 {"give the people of this area", "请提供本区范围的人口栅格"});
  auto map = Homes::open(baseMap);
  if (!map) return failure(map.error());
  std::unordered_map<std::int64_t, std::vector<std::size_t>> homesIn;
  for (std::size_t i = 0; i < map->homes.size(); ++i)
    if (const auto cell = cells->at(map->homes[i].lon, map->homes[i].lat)) homesIn[*cell].push_back(i);
  std::unordered_map<std::int64_t, double> statedIn;
  for (const StatedHome& home : map->statedHomes)
    if (const auto cell = cells->at(home.lon, home.lat)) statedIn[*cell] += static_cast<double>(home.people);

  const District district(map->file(), box, name);
  Shares shares(*map);
  GDALRasterBand& band = *part->GetRasterBand(1);
  int hasVoid = FALSE;
  const double empty = band.GetNoDataValue(&hasVoid);
  std::vector<double> row(static_cast<std::size_t>(cells->columns));
  double all = 0, known = 0;
  for (int y = 0; y < cells->rows; ++y) {
    if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped", "已停止"});
    if (band.RasterIO(GF_Read, 0, y, cells->columns, 1, row.data(), cells->columns, 1, GDT_Float64, 0, 0, nullptr) !=
        CE_None)
      return wrong(ErrorCode::unreadable, file, {"the people cannot be read to their end", "人口栅格无法完整读取"});
    for (int x = 0; x < cells->columns; ++x) {
      double people = row[static_cast<std::size_t>(x)];
      if (!std::isfinite(people) ||
          (hasVoid && (people == empty || static_cast<float>(people) == static_cast<float>(empty))) || people == 0)
        continue;
      const auto at = cells->middle(x, y);
      if (!at || !district.has(at->first, at->second)) continue;
      if (people < 0)
        return wrong(ErrorCode::invalid, file,
                     {"a cell has " + numberText(people) + " people", "有像元的人口为 " + numberText(people)},
                     {"give people per cell, and say which value stands for none (gdal_edit.py -a_nodata)",
                      "请提供每像元人口数，并注明无数据值（gdal_edit.py -a_nodata）"});
      all += people;
      const std::int64_t cell = static_cast<std::int64_t>(y) * cells->columns + x;
      if (const auto stated = statedIn.find(cell); stated != statedIn.end()) {
        known += std::min(people, stated->second);
        people = std::max(0.0, people - stated->second);
      }
      if (const auto homes = homesIn.find(cell); homes != homesIn.end())
        shares.toHomes(homes->second, people);
      else
        shares.toNearest(at->first, at->second, people);
    }
  }
  PopulationSummary out;
  out.total = std::llround(all);
  if (out.total == 0)
    return wrong(ErrorCode::invalid, file,
                 {"nobody lives in the district by this raster", "该栅格在本区范围内没有人口"},
                 {"give people per cell of this area", "请提供本区范围的每像元人口数"});
  // Whole people at the end only: rounding each cell would lose or invent a village.
  std::vector<double> wanted = shares.atHomes;
  wanted.insert(wanted.end(), shares.atSettlements.begin(), shares.atSettlements.end());
  wanted.push_back(shares.nowhere);
  wanted.push_back(known);
  const auto people = divided(out.total, wanted);
  std::vector<std::optional<std::int64_t>> atHomes(map->homes.size()), atSettlements(map->settlements.size());
  for (std::size_t i = 0; i < atHomes.size(); ++i) {
    atHomes[i] = people[i];
    out.buildings += people[i] > 0;
  }
  for (std::size_t i = 0; i < atSettlements.size(); ++i)
    if (shares.atSettlements[i] > 0) {
      atSettlements[i] = people[atHomes.size() + i];
      out.atSettlements += *atSettlements[i];
      ++out.settlements;
    }
  out.nowhere = people[people.size() - 2];
  out.onBuildings = out.total - out.atSettlements - out.nowhere;
  if (out.nowhere > 0)
    out.missing.push_back({std::to_string(out.nowhere) + " people live where the map has no building and no settlement",
                           std::to_string(out.nowhere) + " 人所在处底图上没有建筑和居民点，未落图"});
  if (const auto written = map->write(atHomes, atSettlements); !written) return failure(written.error());
  return out;
}

}  // namespace fengsui
