// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cellfixes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "gis/cellterms.h"
#include "gis/celltext.h"
#include "gis/cellvalues.h"
#include "gis/coordinatetext.h"
#include "gis/targetfields.h"

namespace fengsui {
namespace {

constexpr double kNearM = 300'000;  // a mended place belongs to the others of its file

// What people and text recognition write for digits.
std::string withDigits(std::string_view cell) {
  const std::string plain = folded(cell);
  std::string out;
  for (const std::string_view sign : characters(plain)) {
    if (sign == "O" || sign == "o" || sign == "〇" || sign == "Ｏ")
      out += '0';
    else if (sign == "l" || sign == "I" || sign == "|")
      out += '1';
    else if (sign == "。" || sign == "·")
      out += '.';
    else
      out += sign;
  }
  return out;
}

// "120人/35户" says 120 first.
std::string firstNumber(std::string_view cell) {
  const std::string plain = folded(trimmed(cell));
  const auto end = plain.find_first_of("/;(+~-", 1);
  const auto comma = plain.find("、");
  return std::string(trimmed(plain.substr(0, std::min(end, comma))));
}

enum class Way { exchange, digits, firstNumber, knownWord, withoutPlace, empty };

struct Group {
  Way way;
  std::string column, from, to;
  auto operator<=>(const Group&) const = default;
};

class Mender {
 public:
  Mender(Kind kind, const Table& table, const Mapping& mapping) : kind_(kind), table_(table), mapping_(mapping) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) rowOf_.emplace(table.rows[row].number, row);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      if (table.columns[column].role == ColumnRole::longitude) lon_ = column;
      if (table.columns[column].role == ColumnRole::latitude) lat_ = column;
    }
    centre_ = centreOfPlaces();
  }

  void mend(const Error& fault) {
    const auto column = columnOf(fault, table_, mapping_);
    const auto row = rowOf_.find(fault.place.line);
    if (!column || row == rowOf_.end()) return;
    const Row& bad = table_.rows[row->second];
    if (table_.columns[*column].role == ColumnRole::data)
      mendValue(bad, *column);
    else
      mendPlace(bad, *column);
  }

  std::vector<CellFix> take() {
    std::vector<CellFix> fixes;
    for (auto& [group, found] : groups_) fixes.push_back({offerOf(group, found.rows.size()), std::move(found.edits)});
    return fixes;
  }

 private:
  struct Found {
    std::vector<CellEdit> edits;
    std::set<int> rows;
  };

  void add(const Group& group, const Row& row, std::size_t column, std::string text) {
    Found& found = groups_[group];
    found.edits.push_back({row.number, table_.columns[column].name, std::move(text)});
    found.rows.insert(row.number);
  }

  [[nodiscard]] std::optional<Position> centreOfPlaces() const {
    std::vector<std::int32_t> lon, lat;
    for (const Row& row : table_.rows)
      if (row.shape)
        if (const auto anchor = anchorOf(*row.shape)) lon.push_back(anchor->lonE7), lat.push_back(anchor->latE7);
    if (lon.empty()) return std::nullopt;
    const auto middle = static_cast<std::ptrdiff_t>(lon.size() / 2);
    std::nth_element(lon.begin(), lon.begin() + middle, lon.end());
    std::nth_element(lat.begin(), lat.begin() + middle, lat.end());
    return Position{lon[static_cast<std::size_t>(middle)], lat[static_cast<std::size_t>(middle)]};
  }

  // Only degrees can be judged by where they fall.
  [[nodiscard]] bool isPlaceHere(std::string_view lon, std::string_view lat) const {
    const auto x = ordinateIn(lon), y = ordinateIn(lat);
    if (!x || !y) return false;
    const auto at = Position::ofDegrees(x->value, y->value);
    return at && (!centre_ || distanceM(*at, *centre_) < kNearM);
  }

  void mendPlace(const Row& row, std::size_t column) {
    if (lon_ && lat_) {
      const std::string& lon = row.cells[*lon_];
      const std::string& lat = row.cells[*lat_];
      if (isPlaceHere(lat, lon)) {
        const Group group{Way::exchange, {}, {}, {}};
        add(group, row, *lon_, lat);
        add(group, row, *lat_, lon);
        return;
      }
      const std::string lonDigits = withDigits(lon), latDigits = withDigits(lat);
      if (isPlaceHere(lonDigits, latDigits)) {
        for (const auto& [at, cell, digits] : {std::tuple(*lon_, lon, lonDigits), std::tuple(*lat_, lat, latDigits)})
          if (cell != digits) add({Way::digits, table_.columns[at].name, {}, {}}, row, at, digits);
        return;
      }
    } else if (const std::string digits = withDigits(row.cells[column]); pairIn(digits)) {
      add({Way::digits, table_.columns[column].name, {}, {}}, row, column, digits);
      return;
    }
    const Group group{Way::withoutPlace, {}, {}, {}};
    for (const auto at : {lon_, lat_})
      if (at) add(group, row, *at, {});
    if (!lon_) add(group, row, column, {});
  }

  void mendValue(const Row& row, std::size_t column) {
    const std::string& name = table_.columns[column].name;
    const std::string& cell = row.cells[column];
    const auto pair = std::find_if(mapping_.fields.begin(), mapping_.fields.end(),
                                   [&](const FieldColumn& one) { return one.column == name; });
    const TargetField* field = pair == mapping_.fields.end() ? nullptr : targetField(kind_, pair->field);
    // A name, or a code that stands twice, cannot be guessed and must not be emptied.
    if (!field || field->path == nameFieldOf(kind_) || field->value == FieldValue::code || cell.empty()) return;
    const bool number = field->value == FieldValue::whole || field->value == FieldValue::amount ||
                        field->value == FieldValue::area || field->path.ends_with("quantity");
    if (number || field->path.starts_with("capacity.") || field->path.starts_with("figures.")) {
      if (const std::string digits = withDigits(cell); digits != cell && isNumber(*field, digits))
        return add({Way::digits, name, {}, {}}, row, column, digits);
      if (const std::string first = firstNumber(cell); first != cell && isNumber(*field, first))
        return add({Way::firstNumber, name, {}, {}}, row, column, first);
    } else if (field->value == FieldValue::term) {
      if (const auto word = nearestTerm(kind_, field->path, cell)) {
        const bool latin = std::all_of(cell.begin(), cell.end(), [](char c) { return (c & 0x80) == 0; });
        const std::string to = latin ? word->en : word->zh;
        return add({Way::knownWord, name, cell, to}, row, column, to);
      }
    }
    add({Way::empty, name, {}, {}}, row, column, {});
  }

  static bool isNumber(const TargetField& field, const std::string& text) {
    if (field.value == FieldValue::area) return areaM2In(text).has_value();
    if (field.value == FieldValue::amount || field.path.ends_with("quantity")) {
      const auto amount = amountIn(text);
      return amount && amount->amount.milli >= 0;
    }
    return countIn(text).has_value();
  }

  static Text offerOf(const Group& group, std::size_t count) {
    const std::string n = std::to_string(count);
    const std::string rows = n + (count == 1 ? " row" : " rows");
    switch (group.way) {
      case Way::exchange:
        return {"exchange longitude and latitude in " + rows, "对调 " + n + " 行的经度与纬度"};
      case Way::digits:
        return {"write digits in " + group.column + " (" + rows + ")",
                "把“" + group.column + "”中的形近字符改为数字（" + n + " 行）"};
      case Way::firstNumber:
        return {"keep the first number of " + group.column + " (" + rows + ")",
                "“" + group.column + "”只保留第一个数（" + n + " 行）"};
      case Way::knownWord:
        return {"read \"" + group.from + "\" as \"" + group.to + "\" (" + rows + ")",
                "把“" + group.from + "”改为“" + group.to + "”（" + n + " 行）"};
      case Way::withoutPlace:
        return {"import " + rows + " without a place", n + " 行不带位置导入"};
      case Way::empty:
        return {"leave " + group.column + " empty in " + rows, "将 " + n + " 行的“" + group.column + "”留空"};
    }
    return {};
  }

  Kind kind_;
  const Table& table_;
  const Mapping& mapping_;
  std::map<int, std::size_t> rowOf_;
  std::optional<std::size_t> lon_, lat_;
  std::optional<Position> centre_;
  std::map<Group, Found> groups_;  // in the order of the ways: surest first
};

}  // namespace

std::optional<std::size_t> columnOf(const Error& fault, const Table& table, const Mapping& mapping) {
  if (fault.place.field.empty()) return std::nullopt;
  if (const auto column = table.columnNamed(fault.place.field)) return column;
  const FieldColumn* pair = mapping.columnFor(fault.place.field);
  return pair ? table.columnNamed(pair->column) : std::nullopt;
}

std::vector<CellFix> fixesFor(Kind kind, const Table& table, const Mapping& mapping, const std::vector<Error>& faults) {
  Mender mender(kind, table, mapping);
  for (const Error& fault : faults) mender.mend(fault);
  return mender.take();
}

}  // namespace fengsui
