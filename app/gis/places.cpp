// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/places.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gis/celltext.h"
#include "gis/coordinatetext.h"
#include "gis/projection.h"
#include "gis/shapes.h"

namespace fengsui {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct AxisWords {
  std::string_view lon;
  std::string_view lat;
  int score;
  bool whole;  // Latin letters are only a word when no letter stands beside them
};
constexpr std::array<AxisWords, 9> axisWords{{{"经度", "纬度", 9, false},
                                              {"longitude", "latitude", 9, false},
                                              {"东经", "北纬", 8, false},
                                              {"lon", "lat", 8, true},
                                              {"lng", "lat", 8, true},
                                              {"long", "lat", 7, true},
                                              {"横坐标", "纵坐标", 5, false},
                                              {"easting", "northing", 5, true},
                                              {"x", "y", 4, true}}};

bool isLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

std::size_t findWord(const std::string& name, std::string_view word, bool whole) {
  for (std::size_t at = name.find(word); at != std::string::npos; at = name.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (!whole || ((at == 0 || !isLetter(name[at - 1])) && (end == name.size() || !isLetter(name[end])))) return at;
  }
  return std::string::npos;
}

bool isNothing(std::string_view cell) {
  const std::string word = compact(cell);
  for (const auto empty :
       {"", "-", "--", "—", "——", "/", "无", "暂无", "待定", "待核", "未知", "n/a", "na", "null", "none"})
    if (word == empty) return true;
  return false;
}

bool looksLikeWkt(std::string_view cell) {
  return startsWithAny(compact(cell), {"point", "linestring", "polygon", "multi", "geometrycollection", "srid="});
}

// Where the places stand: in two columns, or in one.
struct PlaceColumns {
  std::size_t x = none;
  std::size_t y = none;
  std::size_t both = none;
  std::size_t wkt = none;
};

class PlaceFinder {
 public:
  explicit PlaceFinder(const Table& table) : table_(table) {
    for (const Column& column : table.columns) names_.push_back(compact(column.name));
  }

  PlaceColumns find() {
    PlaceColumns out;
    for (std::size_t column = 0; column < names_.size() && out.wkt == none; ++column)
      if (namedLikeWkt(names_[column]) && share(column, looksLikeWkt) > 0.5) out.wkt = column;
    if (out.wkt != none) return out;
    int best = 0;
    for (const AxisWords& words : axisWords) {
      if (words.score <= best) continue;
      for (std::size_t column = 0; column < names_.size(); ++column) {
        const std::size_t partner = partnerOf(column, words);
        if (partner == none || share(column, isOrdinate) < 0.5 || share(partner, isOrdinate) < 0.5) continue;
        best = words.score;
        out.x = column, out.y = partner;
        break;
      }
    }
    if (out.x != none) return out;
    for (std::size_t column = 0; column < names_.size() && out.both == none; ++column)
      if (namedLikePair(names_[column]) && share(column, isPair) > 0.5) out.both = column;
    return out;
  }

 private:
  static bool isOrdinate(std::string_view cell) { return ordinateIn(cell).has_value(); }
  static bool isPair(std::string_view cell) { return pairIn(cell).has_value(); }
  static bool namedLikeWkt(const std::string& name) {
    for (const auto word : {"wkt", "geometry", "geom", "the_geom", "wkt_geom", "wktgeometry", "shape", "几何"})
      if (name == word) return true;
    return false;
  }
  static bool namedLikePair(const std::string& name) {
    for (const auto word : {"坐标", "经纬", "位置", "coordinate", "latlon", "lonlat", "location", "position", "gps"})
      if (name.find(word) != std::string::npos) return true;
    return false;
  }

  // The column called the same but for the axis: 起点经度 and 起点纬度 belong together.
  std::size_t partnerOf(std::size_t column, const AxisWords& words) {
    const std::size_t at = findWord(names_[column], words.lon, words.whole);
    if (at == std::string::npos) return none;
    std::string wanted = names_[column];
    wanted.replace(at, words.lon.size(), words.lat);
    for (std::size_t other = 0; other < names_.size(); ++other)
      if (names_[other] == wanted) return other;
    for (std::size_t other = 0; other < names_.size(); ++other)
      if (other != column && findWord(names_[other], words.lat, words.whole) != std::string::npos &&
          names_[column].size() == words.lon.size())
        return other;
    return none;
  }

  template <class Test>
  double share(std::size_t column, Test test) {
    std::size_t filled = 0;
    std::size_t passed = 0;
    for (const Row& row : table_.rows) {
      if (isNothing(row.cells[column])) continue;
      ++filled;
      if (test(row.cells[column])) ++passed;
    }
    return filled == 0 ? 0 : static_cast<double>(passed) / static_cast<double>(filled);
  }

  const Table& table_;
  std::vector<std::string> names_;
};

struct Written {
  Row* row = nullptr;
  double x = 0;
  double y = 0;
  bool axesSaid = false;
};

class Placer {
 public:
  Placer(Table table, PlaceColumns columns, const std::string& crs)
      : table_(std::move(table)), columns_(columns), crs_(crs) {}

  Result<Table> place() {
    const auto named = crsNamed(crs_.empty() ? "EPSG:4326" : crs_);
    if (!named) return failure(named.error());
    const auto projection = Projection::from(*named);
    if (!projection) return failure(projection.error());
    if (columns_.wkt != none) {
      placeByWkt(*projection);
    } else {
      readOrdinates();
      if (const auto placed = placeByOrdinates(*projection); !placed) return failure(placed.error());
    }
    return std::move(table_);
  }

 private:
  [[nodiscard]] const std::string& nameOf(std::size_t column) const { return table_.columns[column].name; }
  void note(std::string en, std::string zh) { table_.notes.push_back({std::move(en), std::move(zh)}); }

  void found(const Projection& projection, const std::string& columns) {
    table_.crs = projection.name();
    if (crs_.empty()) {
      note("places are read from " + columns + " as WGS 84, because nothing else is said",
           "位置取自" + columns + "；未指明坐标系，按 WGS 84 处理");
    } else {
      note("places are read from " + columns + " as " + projection.name(),
           "位置取自" + columns + "，坐标系 " + projection.name());
    }
    if (projection.caveat()) table_.notes.push_back(*projection.caveat());
  }

  void fault(Row& row, std::size_t column, Text message) {
    row.shapeFault = Error{
        ErrorCode::invalid,
        std::move(message),
        {"write degrees, such as 116.6318 and 40.3162, or 116°37′54″", "请写度数，如 116.6318、40.3162 或 116°37′54″"},
        {{}, row.number, 0, nameOf(column), row.cells[column]}};
  }

  void placeByWkt(const Projection& projection) {
    table_.columns[columns_.wkt].role = ColumnRole::geometry;
    std::vector<int> mixed;
    for (Row& row : table_.rows) {
      if (isNothing(row.cells[columns_.wkt])) continue;
      auto shape = shapeOfWkt(row.cells[columns_.wkt], projection);
      if (!shape) {
        row.shapeFault =
            shape.error().at({{}, row.number, 0, nameOf(columns_.wkt), row.cells[columns_.wkt].substr(0, 60)});
        continue;
      }
      if (shape->mixed) mixed.push_back(row.number);
      row.shape = std::move(shape->shape);
    }
    if (!mixed.empty())
      note("of mixed geometries only the areas or lines were kept: row " + rowList(mixed),
           "混合几何只保留面或线：第 " + rowList(mixed) + " 行");
    found(projection, nameOf(columns_.wkt));
  }

  void readOrdinates() {
    for (Row& row : table_.rows) {
      if (columns_.both != none) {
        const auto& cell = row.cells[columns_.both];
        if (isNothing(cell)) continue;
        if (const auto pair = pairIn(cell)) {
          written_.push_back({&row, pair->first, pair->second, pair->axesSaid});
        } else {
          fault(row, columns_.both, {"this is not a pair of coordinates", "这不是一对坐标"});
        }
        continue;
      }
      const auto& xCell = row.cells[columns_.x];
      const auto& yCell = row.cells[columns_.y];
      if (isNothing(xCell) && isNothing(yCell)) continue;
      const auto x = ordinateIn(xCell);
      const auto y = ordinateIn(yCell);
      if (!x) {
        fault(row, columns_.x,
              isNothing(xCell) ? Text{"half of the coordinates is missing", "坐标缺一半"}
                               : Text{"this is not a coordinate", "这不是坐标"});
      } else if (!y) {
        fault(row, columns_.y,
              isNothing(yCell) ? Text{"half of the coordinates is missing", "坐标缺一半"}
                               : Text{"this is not a coordinate", "这不是坐标"});
      } else if (x->axis == WrittenOrdinate::Axis::latitude && y->axis == WrittenOrdinate::Axis::longitude) {
        written_.push_back({&row, y->value, x->value, true});
      } else {
        written_.push_back({&row, x->value, y->value, x->axis != WrittenOrdinate::Axis::unsaid});
      }
    }
    // A form that was not filled in says 0, 0: a place in the Gulf of Guinea.
    std::vector<int> zeros;
    std::erase_if(written_, [&](const Written& at) {
      if (at.x != 0 || at.y != 0) return false;
      zeros.push_back(at.row->number);
      return true;
    });
    if (!zeros.empty())
      note("coordinates 0, 0 are taken as not given: row " + rowList(zeros),
           "坐标 0, 0 视为未填：第 " + rowList(zeros) + " 行");
  }

  // How many places are where such a file's places can be, in this or in the other order.
  [[nodiscard]] double plausible(const Projection& projection, bool swapped) const {
    double points = 0;
    for (const Written& at : written_) {
      if (at.axesSaid) continue;
      const auto place = swapped ? projection.toWgs84(at.y, at.x) : projection.toWgs84(at.x, at.y);
      if (!place) continue;
      points += 0.1;
      if (projection.inDegrees() ? insideShiftedBox(*place) : projection.coversArea(*place)) points += 0.9;
    }
    return points;
  }

  Outcome placeByOrdinates(const Projection& projection) {
    const auto inDegrees = std::count_if(written_.begin(), written_.end(), [](const Written& at) {
      return std::abs(at.x) <= 180 && std::abs(at.y) <= 180;
    });
    const bool degrees = inDegrees * 2 >= static_cast<std::ptrdiff_t>(written_.size());
    if (projection.inDegrees() && !degrees) {
      if (!crs_.empty())
        return failure(ErrorCode::invalid,
                       {"the coordinates are not degrees, but " + projection.name() + " counts degrees",
                        "坐标值不是度，而 " + projection.name() + " 以度为单位"},
                       {"name a system in metres, such as EPSG:4549", "请指明以米为单位的坐标系，如 EPSG:4549"});
      for (Row& row : table_.rows) row.shapeFault.reset();
      note("the coordinates in " + placeNames() +
               " are not degrees: no places were read; name the coordinate system, such as EPSG:4549",
           placeNames() + " 中的坐标不是度，未读取位置；请指明坐标系，如 EPSG:4549");
      return {};
    }
    if (!projection.inDegrees() && degrees && !written_.empty())
      return failure(ErrorCode::invalid,
                     {"the coordinates are degrees, but " + projection.name() + " counts metres",
                      "坐标值是度，而 " + projection.name() + " 以米为单位"},
                     {"name a system in degrees, such as EPSG:4490", "请指明以度为单位的坐标系，如 EPSG:4490"});
    giveRoles();
    const double asWritten = plausible(projection, false);
    const double swapped = plausible(projection, true);
    const auto unsaid = std::count_if(written_.begin(), written_.end(), [](const Written& at) { return !at.axesSaid; });
    const bool swap = swapped > asWritten && swapped >= 0.9 * static_cast<double>(unsaid);
    if (swap)
      note("longitude and latitude stand in each other's place in " + placeNames() + "; they were exchanged",
           placeNames() + " 中经度与纬度写反了，已对调");
    for (const Written& at : written_) {
      const bool turn = swap && !at.axesSaid;
      const auto place = turn ? projection.toWgs84(at.y, at.x) : projection.toWgs84(at.x, at.y);
      const auto position = place ? Position::ofDegrees(place->lonDeg, place->latDeg) : std::nullopt;
      if (!position) {
        fault(*at.row,
              columns_.both != none  ? columns_.both
              : std::abs(at.x) > 180 ? columns_.x
                                     : columns_.y,
              {"this is no place on the earth", "该坐标不在地球上"});
        continue;
      }
      at.row->shape = Shape::at(*position);
    }
    found(projection, placeNames());
    return {};
  }

  [[nodiscard]] std::string placeNames() const {
    return columns_.both != none ? nameOf(columns_.both) : nameOf(columns_.x) + ", " + nameOf(columns_.y);
  }

  void giveRoles() {
    if (columns_.both != none) {
      table_.columns[columns_.both].role = ColumnRole::coordinates;
    } else {
      table_.columns[columns_.x].role = ColumnRole::longitude;
      table_.columns[columns_.y].role = ColumnRole::latitude;
    }
  }

  Table table_;
  PlaceColumns columns_;
  std::string crs_;
  std::vector<Written> written_;
};

Result<PlaceColumns> namedColumns(const Table& table, const std::vector<std::string>& names) {
  std::vector<std::size_t> found;
  for (const auto& name : names) {
    const auto column = table.columnNamed(name);
    if (!column) {
      std::string known;
      for (const Column& one : table.columns) known += (known.empty() ? "" : ", ") + one.name;
      return failure(ErrorCode::notFound, {"there is no column \"" + name + "\"", "没有列“" + name + "”"},
                     {"the columns are: " + known, "列有：" + known});
    }
    found.push_back(*column);
  }
  PlaceColumns columns;
  if (found.size() == 2) {
    columns.x = found[0], columns.y = found[1];
  } else if (found.size() == 1) {
    const bool wkt = std::any_of(table.rows.begin(), table.rows.end(),
                                 [&](const Row& row) { return looksLikeWkt(row.cells[found[0]]); });
    (wkt ? columns.wkt : columns.both) = found[0];
  } else {
    return failure(ErrorCode::invalid, {"a place stands in one column or in two", "坐标应在一列或两列中"});
  }
  return columns;
}

}  // namespace

Result<Table> withPlaces(Table table, const ReadOptions& options) {
  if (!options.crs.empty())
    if (const auto named = crsNamed(options.crs); !named) return failure(named.error());
  PlaceColumns columns;
  if (options.placeColumns.empty()) {
    for (const Row& row : table.rows)
      if (row.shape || row.shapeFault) return table;
    columns = PlaceFinder(table).find();
    if (columns.x == none && columns.both == none && columns.wkt == none) return table;
  } else {
    const auto named = namedColumns(table, options.placeColumns);
    if (!named) return failure(named.error());
    columns = *named;
  }
  const std::size_t before = table.notes.size();
  auto placed = Placer(std::move(table), columns, options.crs).place();
  if (placed) placed->placeNotes = placed->notes.size() - before;
  return placed;
}

}  // namespace fengsui
