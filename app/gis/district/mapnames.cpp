// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/mapnames.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <unordered_map>

#include "gis/district/basemapfile.h"
#include "gis/district/towns.h"

namespace fengsui {
namespace {

// In the order in which they keep a name that several have.
struct Table {
  const char* name;
  double sameWithinM;  ///< features of one name that are this near are one thing
};
constexpr std::array kTables{Table{"place", 2'000},      Table{"poi", 400},          Table{"peak", 400},
                             Table{"water_area", 3'000}, Table{"water_line", 5'000}, Table{"water_barrier", 400},
                             Table{"road", 1'500},       Table{"railway", 5'000},    Table{"building", 400},
                             Table{"landuse", 400},      Table{"admin_area", 15'000}};

constexpr double kNearM = 8'000;
constexpr double kCellDeg = 0.1;  // wider than kNearM at every latitude where people live

struct Feature {
  MapName name;
  double lengthM = 0;  ///< of a line
};

double degreesToM(double degrees) {
  return degrees * 111'195;
}

double lengthOf(const OGRLineString& line) {
  if (line.getNumPoints() < 2) return 0;
  const double shrink = std::cos(line.getY(0) * M_PI / 180);
  double sum = 0;
  for (int i = 1; i < line.getNumPoints(); ++i)
    sum += std::hypot((line.getX(i) - line.getX(i - 1)) * shrink, line.getY(i) - line.getY(i - 1));
  return degreesToM(sum);
}

std::optional<Position> anchorOf(const OGRGeometry& geometry, double& lengthM) {
  if (wkbFlatten(geometry.getGeometryType()) == wkbPoint) {
    const OGRPoint* point = geometry.toPoint();
    return Position::ofDegrees(point->getX(), point->getY());
  }
  if (wkbFlatten(geometry.getGeometryType()) == wkbLineString) {
    const OGRLineString* line = geometry.toLineString();
    if (line->IsEmpty()) return std::nullopt;
    lengthM = lengthOf(*line);
    const int middle = line->getNumPoints() / 2;
    return Position::ofDegrees(line->getX(middle), line->getY(middle));
  }
  OGRPoint centre;
  if (geometry.IsEmpty() || geometry.Centroid(&centre) != OGRERR_NONE || centre.IsEmpty()) return std::nullopt;
  return Position::ofDegrees(centre.getX(), centre.getY());
}

/// Gathers features; those of one name that are near to each other are one.
class Gathering {
 public:
  void add(Feature feature, double sameWithinM) {
    auto& namesakes = byName_[feature.name.name];
    for (const std::size_t number : namesakes) {
      Group& own = groups_[number];
      if (!own.touches(feature.name.at, sameWithinM)) continue;
      own.widen(feature.name.at);
      // The longest piece of a road stands for it, as far as it is the same road.
      if (own.feature.name.table == feature.name.table && feature.lengthM > own.feature.lengthM) {
        own.feature.name.at = feature.name.at;
        own.feature.lengthM = feature.lengthM;
      }
      if (own.feature.name.otherName.empty()) own.feature.name.otherName = feature.name.otherName;
      return;
    }
    namesakes.push_back(groups_.size());
    groups_.emplace_back(std::move(feature));
  }
  [[nodiscard]] std::vector<MapName> names() && {
    std::vector<MapName> names;
    names.reserve(groups_.size());
    for (Group& group : groups_) names.push_back(std::move(group.feature.name));
    return names;
  }

 private:
  struct Group {
    Feature feature;
    Position low;
    Position high;

    explicit Group(Feature first) : feature(std::move(first)), low(feature.name.at), high(feature.name.at) {}
    [[nodiscard]] bool touches(Position at, double withinM) const {
      const Position nearest{std::clamp(at.lonE7, low.lonE7, high.lonE7), std::clamp(at.latE7, low.latE7, high.latE7)};
      return distanceM(at, nearest) <= withinM;
    }
    void widen(Position at) {
      low = {std::min(low.lonE7, at.lonE7), std::min(low.latE7, at.latE7)};
      high = {std::max(high.lonE7, at.lonE7), std::max(high.latE7, at.latE7)};
    }
  };
  std::vector<Group> groups_;
  std::unordered_map<std::string, std::vector<std::size_t>> byName_;
};

std::string textIn(const OGRFeature& feature, int field) {
  return field >= 0 && feature.IsFieldSetAndNotNull(field) ? feature.GetFieldAsString(field) : std::string();
}

void gather(OGRLayer& layer, const Table& table, Gathering& gathering, const std::stop_token& stop) {
  OGRFeatureDefn& fields = *layer.GetLayerDefn();
  const int name = fields.GetFieldIndex("name");
  const int chinese = fields.GetFieldIndex("name_zh");
  const int english = fields.GetFieldIndex("name_en");
  const int featureClass = fields.GetFieldIndex("class");
  if (name < 0 || layer.SetAttributeFilter("name IS NOT NULL AND name <> ''") != OGRERR_NONE) return;
  for (const auto& row : layer) {
    if (stop.stop_requested()) return;
    const OGRGeometry* geometry = row->GetGeometryRef();
    if (!geometry) continue;
    Feature feature;
    const auto at = anchorOf(*geometry, feature.lengthM);
    if (!at) continue;
    feature.name.at = *at;
    feature.name.name = textIn(*row, name);
    feature.name.table = table.name;
    feature.name.featureClass = textIn(*row, featureClass);
    for (const int field : {english, chinese})
      if (feature.name.otherName.empty() && textIn(*row, field) != feature.name.name)
        feature.name.otherName = textIn(*row, field);
    gathering.add(std::move(feature), table.sameWithinM);
  }
}

using Cell = std::pair<int, int>;

Cell cellOf(Position at) {
  return {static_cast<int>(std::floor(at.lonDeg() / kCellDeg)), static_cast<int>(std::floor(at.latDeg() / kCellDeg))};
}

bool isSettlement(const MapName& name) {
  static constexpr std::array kSettlements{"city", "town", "borough", "village", "suburb", "quarter", "hamlet"};
  return name.table == "place" &&
         std::find(kSettlements.begin(), kSettlements.end(), name.featureClass) != kSettlements.end();
}

void sayWhatIsNear(std::vector<MapName>& names, const std::stop_token& stop) {
  std::map<Cell, std::vector<const MapName*>> settlements;
  for (const MapName& name : names)
    if (isSettlement(name)) settlements[cellOf(name.at)].push_back(&name);
  for (MapName& name : names) {
    if (stop.stop_requested()) return;
    if (name.table == "admin_area") continue;
    const auto [column, row] = cellOf(name.at);
    double best = kNearM;
    for (int x = column - 1; x <= column + 1; ++x)
      for (int y = row - 1; y <= row + 1; ++y) {
        const auto cell = settlements.find({x, y});
        if (cell == settlements.end()) continue;
        for (const MapName* settlement : cell->second) {
          const double away = distanceM(name.at, settlement->at);
          if (settlement == &name || settlement->name == name.name || away >= best) continue;
          // A town is not near to a hamlet; the hamlet is near to it.
          if (isSettlement(name) && settlement->featureClass != "town" && settlement->featureClass != "city") continue;
          best = away;
          name.near = settlement->name;
        }
      }
  }
}

// Of places that share a name each is told with its own town, not with the one that happens to be nearest.
void tellNamesakesApart(std::vector<MapName>& names, const TownAreas& areas, const std::stop_token& stop) {
  std::unordered_map<std::string, std::size_t> carriers;
  for (const MapName& name : names) ++carriers[name.name];
  for (MapName& name : names) {
    if (stop.stop_requested()) return;
    if (carriers[name.name] < 2 || name.table == "admin_area") continue;
    if (std::string town = areas.at(name.at); !town.empty() && town != name.name) name.near = std::move(town);
  }
}

}  // namespace

Result<std::vector<MapName>> namesOnMap(const std::filesystem::path& file, const std::stop_token& stop) {
  std::error_code unread;
  if (!std::filesystem::exists(file, unread))
    return failure(ErrorCode::notFound, {"there is no base map at " + file.string(), "没有底图：" + file.string()});
  const QuietGdal quiet;
  const GDALDatasetUniquePtr dataset(
      GDALDataset::Open(file.string().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
  if (!dataset)
    return failure(
        ErrorCode::unreadable,
        {"the names of the base map cannot be read: " + QuietGdal::lastMessage(),
         "无法读取底图地名：" + QuietGdal::lastMessage()},
        {"make the district's map again: fengsuictl district build", "请重新制作底图：fengsuictl district build"});
  Gathering gathering;
  for (const Table& table : kTables) {
    if (stop.stop_requested()) return std::vector<MapName>{};
    // A table that is missing is missing on the map too.
    if (OGRLayer* layer = dataset->GetLayerByName(table.name)) gather(*layer, table, gathering, stop);
  }
  std::vector<MapName> names = std::move(gathering).names();
  sayWhatIsNear(names, stop);
  tellNamesakesApart(names, TownAreas(*dataset), stop);
  return names;
}

}  // namespace fengsui
