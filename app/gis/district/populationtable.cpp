// SPDX-License-Identifier: GPL-3.0-or-later
#include <ogrsf_frmts.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "gis/district/basemapfile.h"
#include "gis/district/homes.h"
#include "gis/district/population.h"
#include "gis/places.h"
#include "gis/table.h"

namespace fengsui {
namespace {

constexpr double kBelongsWithinM = 2'500;  // a building to the nearest place that the table names

struct Prepared {
  void operator()(OGRPreparedGeometry* geometry) const { OGRDestroyPreparedGeometry(geometry); }
};

/// A row of the table and where its people are.
struct Zone {
  const Row* row = nullptr;
  std::string name;
  std::int64_t people = 0;
  std::unique_ptr<OGRGeometry> area;  ///< none: a place
  std::unique_ptr<OGRPreparedGeometry, Prepared> prepared = {};
  OGREnvelope box = {};
  double size = 0;
  double lon = 0, lat = 0;                     ///< of the place, or somewhere within the area
  std::optional<std::size_t> settlement = {};  ///< that it stands for
  std::optional<std::size_t> parent = {};      ///< the smallest area around it
  std::int64_t within = 0;                     ///< people of the rows and buildings in it that are known
  std::vector<std::size_t> homes = {}, settlements = {};

  [[nodiscard]] bool contains(double x, double y) const {
    if (!area || x < box.MinX || x > box.MaxX || y < box.MinY || y > box.MaxY) return false;
    const OGRPoint point(x, y);
    return prepared ? OGRPreparedGeometryContains(prepared.get(), OGRGeometry::ToHandle(const_cast<OGRPoint*>(&point)))
                    : area->Contains(&point);
  }
};

struct Columns {
  std::optional<std::size_t> name, code, people;
};

Columns columnsOf(const Table& table) {
  const auto first = [&](std::initializer_list<const char*> names) {
    for (const char* name : names)
      if (const auto at = table.columnNamed(name)) return at;
    return std::optional<std::size_t>();
  };
  return {first({"name", "名称", "地名", "区划名称", "行政区划", "village", "town", "镇街", "村"}),
          first({"code", "代码", "区划代码", "village_code", "street_code"}),
          first({"population", "人口", "常住人口", "人口数", "总人口", "people", "pop", "total"})};
}

Result<std::int64_t> peopleIn(const std::string& cell) {
  std::string digits;
  for (const char c : cell)
    if (c != ',' && c != ' ') digits += c;
  for (std::size_t at = 0; (at = digits.find("，")) != std::string::npos;)
    digits.erase(at, std::string_view("，").size());
  if (digits.ends_with("人")) digits.resize(digits.size() - std::string_view("人").size());
  if (const auto point = digits.find('.');
      point != std::string::npos && digits.find_first_not_of('0', point + 1) == std::string::npos)
    digits.resize(point);
  std::int64_t people = 0;
  const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), people);
  if (status != std::errc{} || end != digits.data() + digits.size() || people < 0 || people > 10'000'000'000)
    return failure(ErrorCode::invalid, {"it is no number of people", "不是人口数"},
                   {"write a whole number, 0 or more", "请写不小于 0 的整数"});
  return people;
}

std::unique_ptr<OGRGeometry> areaOf(const Shape& shape) {
  auto out = std::make_unique<OGRMultiPolygon>();
  for (const Polygon& polygon : shape.areas) {
    auto made = std::make_unique<OGRPolygon>();
    for (const Ring& ring : polygon) {
      auto line = std::make_unique<OGRLinearRing>();
      for (const Position at : ring) line->addPoint(at.lonDeg(), at.latDeg());
      line->closeRings();
      made->addRingDirectly(line.release());
    }
    out->addGeometryDirectly(made.release());
  }
  return out;
}

void setArea(Zone& zone, std::unique_ptr<OGRGeometry> area) {
  zone.area = std::move(area);
  zone.area->getEnvelope(&zone.box);
  zone.size = (zone.box.MaxX - zone.box.MinX) * (zone.box.MaxY - zone.box.MinY);
  zone.prepared.reset(OGRCreatePreparedGeometry(OGRGeometry::ToHandle(zone.area.get())));
  OGRPoint inside;
  zone.lon = (zone.box.MinX + zone.box.MaxX) / 2;
  zone.lat = (zone.box.MinY + zone.box.MaxY) / 2;
  if (zone.area->Centroid(&inside) == OGRERR_NONE && !inside.IsEmpty())
    zone.lon = inside.getX(), zone.lat = inside.getY();
}

/// Finds which area or place of the map a row means.
class MapOfNames {
 public:
  explicit MapOfNames(Homes& homes) : homes_(homes) {
    if (OGRLayer* areas = homes.file().GetLayerByName("admin_area")) {
      areas->ResetReading();
      for (const auto& row : *areas)
        if (std::unique_ptr<OGRGeometry> shape(row->StealGeometry()); shape && !shape->IsEmpty())
          areas_[row->GetFieldAsString("name")].push_back(std::move(shape));
    }
    for (std::size_t i = 0; i < homes.settlements.size(); ++i) {
      named_[plainPlaceName(homes.settlements[i].name)].push_back(i);
      if (!homes.settlements[i].code.empty()) coded_[homes.settlements[i].code].push_back(i);
    }
  }
  /// @return whether the map knows it.
  bool find(Zone& zone, const std::string& code, const std::optional<Shape>& shape) {
    if (shape && shape->kind == ShapeKind::area) {
      setArea(zone, areaOf(*shape));
      return true;
    }
    const auto one = [](const auto& map, const std::string& key) -> std::optional<std::size_t> {
      const auto at = map.find(key);
      return at != map.end() && at->second.size() == 1 ? std::optional(at->second.front()) : std::nullopt;
    };
    if (!code.empty()) zone.settlement = one(coded_, code);
    if (!zone.settlement) zone.settlement = one(named_, plainPlaceName(zone.name));
    if (shape && shape->kind == ShapeKind::point && shape->points.size() == 1) {
      zone.lon = shape->points[0].lonDeg();
      zone.lat = shape->points[0].latDeg();
      return true;
    }
    if (const auto area = areas_.find(zone.name); area != areas_.end() && area->second.size() == 1) {
      setArea(zone, std::unique_ptr<OGRGeometry>(area->second.front()->clone()));
      return true;
    }
    if (!zone.settlement) return false;
    zone.lon = homes_.settlements[*zone.settlement].lon;
    zone.lat = homes_.settlements[*zone.settlement].lat;
    return true;
  }

 private:
  Homes& homes_;
  std::map<std::string, std::vector<std::unique_ptr<OGRGeometry>>> areas_;
  std::map<std::string, std::vector<std::size_t>> named_, coded_;
};

double metresBetween(double lonA, double latA, double lonB, double latB) {
  return std::hypot((lonA - lonB) * std::cos(latA * 3.14159265358979 / 180), latA - latB) * 111'195;
}

/// The zone that a place belongs to: the nearest place of the table in the smallest area around it, else that area.
std::optional<std::size_t> zoneOf(const std::vector<Zone>& zones, double lon, double lat, bool areasOnly = false) {
  std::optional<std::size_t> area, place;
  for (std::size_t i = 0; i < zones.size(); ++i)
    if (zones[i].contains(lon, lat) && (!area || zones[i].size < zones[*area].size)) area = i;
  if (areasOnly) return area;
  double nearest = kBelongsWithinM;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (zones[i].area || zones[i].parent != area) continue;
    if (const double away = metresBetween(lon, lat, zones[i].lon, zones[i].lat); away < nearest)
      nearest = away, place = i;
  }
  return place ? place : area;
}

struct Read {
  Table table;
  std::vector<Zone> zones;
  std::int64_t nowhere = 0;
  std::vector<std::string> unknown;
};

Outcome readZones(Read& out, const std::filesystem::path& file, MapOfNames& map) {
  const Columns columns = columnsOf(out.table);
  if (!columns.people || (!columns.name && !columns.code))
    return failure(
        Error{ErrorCode::invalid,
              {"it has no columns for a name or code and for the population", "没有名称（或代码）列和人口列"},
              {"name the columns name, code and population", "请将列命名为 名称、代码、人口"},
              {file.string(), 0, 0, {}, {}}});
  std::map<std::string, int> seen;
  for (const Row& row : out.table.rows) {
    const std::string name = columns.name ? row.cells[*columns.name] : "",
                      code = columns.code ? row.cells[*columns.code] : "";
    const std::string& cell = row.cells[*columns.people];
    if (name.empty() && code.empty() && cell.empty()) continue;
    const ErrorPlace place{file.string(), row.number, static_cast<int>(*columns.people) + 1,
                           out.table.columns[*columns.people].name, cell};
    const auto people = peopleIn(cell);
    if (!people) return failure(people.error().at(place));
    if (row.shapeFault) return failure(row.shapeFault->at({file.string(), row.number, 0, {}, {}}));
    Zone zone;
    zone.row = &row;
    zone.name = name.empty() ? code : name;
    zone.people = *people;
    if (const auto [before, isNew] = seen.emplace(code.empty() ? name : code, row.number); !isNew && !row.shape)
      return failure(Error{ErrorCode::invalid,
                           {"\"" + zone.name + "\" is in row " + std::to_string(before->second) + " already",
                            "“" + zone.name + "”已在第 " + std::to_string(before->second) + " 行"},
                           {"leave one of the two, or give their codes", "请只留一行，或填写区划代码"},
                           {file.string(), row.number, 0, {}, {}}});
    if (map.find(zone, code, row.shape)) {
      out.zones.push_back(std::move(zone));
    } else {
      out.nowhere += zone.people;
      out.unknown.push_back(zone.name);
    }
  }
  return {};
}

// Which areas lie in which, and what of an area's people the rows and buildings in it account for.
Outcome nest(std::vector<Zone>& zones, const Homes& map, const std::filesystem::path& file) {
  for (std::size_t i = 0; i < zones.size(); ++i)
    for (std::size_t j = 0; j < zones.size(); ++j) {
      if (i == j || !zones[j].contains(zones[i].lon, zones[i].lat)) continue;
      if (zones[i].area && (zones[j].size <= zones[i].size)) continue;
      if (!zones[i].parent || zones[j].size < zones[*zones[i].parent].size) zones[i].parent = j;
    }
  for (const Zone& zone : zones)
    if (zone.parent) zones[*zone.parent].within += zone.people;
  for (const StatedHome& home : map.statedHomes)
    if (const auto of = zoneOf(zones, home.lon, home.lat)) zones[*of].within += home.people;
  for (const Zone& zone : zones)
    if (zone.within > zone.people) {
      const std::string all = std::to_string(zone.people), known = std::to_string(zone.within);
      return failure(Error{ErrorCode::invalid,
                           {"\"" + zone.name + "\" has " + all + " people, but the places within it have " + known,
                            "“" + zone.name + "”人口 " + all + "，其内各处合计 " + known},
                           {"the number of an area holds those within it", "区域人口应包含其内各处人口"},
                           {file.string(), zone.row->number, 0, {}, {}}});
    }
  return {};
}

void spread(PopulationSummary& out, std::vector<Zone>& zones, const Homes& map,
            std::vector<std::optional<std::int64_t>>& atHomes,
            std::vector<std::optional<std::int64_t>>& atSettlements) {
  for (std::size_t i = 0; i < map.homes.size(); ++i)
    if (const auto of = zoneOf(zones, map.homes[i].lon, map.homes[i].lat)) zones[*of].homes.push_back(i);
  std::vector<bool> own(map.settlements.size());
  for (const Zone& zone : zones)
    if (zone.settlement) own[*zone.settlement] = true;
  for (std::size_t i = 0; i < map.settlements.size(); ++i)
    if (const auto of = zoneOf(zones, map.settlements[i].lon, map.settlements[i].lat, true); of && !own[i])
      zones[*of].settlements.push_back(i);
  for (Zone& zone : zones) {
    const std::int64_t left = zone.people - zone.within;
    std::vector<double> shares;
    if (!zone.homes.empty()) {
      for (const std::size_t home : zone.homes) shares.push_back(map.homes[home].share);
      const auto people = divided(left, shares);
      for (std::size_t i = 0; i < people.size(); ++i) atHomes[zone.homes[i]] = people[i];
      out.buildings += static_cast<long>(people.size());
      out.onBuildings += left;
      continue;
    }
    if (zone.settlement) zone.settlements.assign(1, *zone.settlement);
    for (const std::size_t one : zone.settlements) shares.push_back(map.settlements[one].share);
    const auto people = divided(left, shares);
    for (std::size_t i = 0; i < people.size(); ++i) atSettlements[zone.settlements[i]] = people[i];
    out.settlements += static_cast<long>(people.size());
    (people.empty() ? out.nowhere : out.atSettlements) += left;
    if (people.empty() && left > 0)
      out.missing.push_back({"no building and no settlement is known in " + zone.name + ": its " +
                                 std::to_string(left) + " people are nowhere on the map",
                             zone.name + "没有建筑或居民点，" + std::to_string(left) + " 人未落图"});
  }
}

}  // namespace

Result<PopulationSummary> spreadPopulationTable(const std::filesystem::path& file,
                                                const std::filesystem::path& baseMap) {
  auto table = readTable(file).and_then([](Table read) { return withPlaces(std::move(read), {}); });
  if (!table) return failure(table.error());
  auto map = Homes::open(baseMap);
  if (!map) return failure(map.error());
  MapOfNames names(*map);
  Read read;
  read.table = std::move(*table);
  if (const auto done = readZones(read, file, names); !done) return failure(done.error());
  if (const auto done = nest(read.zones, *map, file); !done) return failure(done.error());
  PopulationSummary out;
  std::vector<std::optional<std::int64_t>> atHomes(map->homes.size()), atSettlements(map->settlements.size());
  out.nowhere = read.nowhere;
  out.total = read.nowhere;
  for (const Zone& zone : read.zones)
    if (!zone.parent) out.total += zone.people;
  spread(out, read.zones, *map, atHomes, atSettlements);
  out.onBuildings = out.total - out.atSettlements - out.nowhere;  // with those whose buildings state them
  if (!read.unknown.empty()) {
    std::string list;
    for (std::size_t i = 0; i < read.unknown.size() && i < 8; ++i) list += (i == 0 ? "" : ", ") + read.unknown[i];
    if (read.unknown.size() > 8) list += " …";
    const std::string many = std::to_string(read.unknown.size()), people = std::to_string(read.nowhere);
    out.missing.push_back(
        {many + " rows with " + people + " people name no place of the map, or one of several of that name: " + list,
         many + " 行共 " + people + " 人在底图上没有对应地点或地点重名：" + list});
  }
  if (const auto written = map->write(atHomes, atSettlements); !written) return failure(written.error());
  return out;
}

}  // namespace fengsui
