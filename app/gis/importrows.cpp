// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/importrows.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include "core/entities/depot.h"
#include "core/entities/facility.h"
#include "core/entities/household.h"
#include "core/entities/incident.h"
#include "core/entities/place.h"
#include "core/entities/riskzone.h"
#include "core/entities/shelter.h"
#include "core/entities/team.h"
#include "core/situation.h"
#include "gis/celltext.h"
#include "gis/cellvalues.h"
#include "gis/depotrows.h"
#include "gis/rowfields.h"

namespace fengsui {
namespace {

constexpr double farM = 500'000;

std::string textIn(const Json& fields, const std::string& name) {
  return fields.value(name, std::string());
}

// Whether the stored form reads as the entity; a fault here is one of the rules above.
Outcome reads(Kind kind, const Json& fields) {
  const auto check = [&](auto entity) -> Outcome {
    const auto decoded = decode<decltype(entity)>(fields);
    if (!decoded) return failure(decoded.error());
    return {};
  };
  switch (kind) {
    case Kind::incident:
      return check(Incident{});
    case Kind::team:
      return check(Team{});
    case Kind::depot:
      return check(Depot{});
    case Kind::shelter:
      return check(Shelter{});
    case Kind::riskZone:
      return check(RiskZone{});
    case Kind::facility:
      return check(Facility{});
    case Kind::place:
      return check(Place{});
    case Kind::post:
      return check(Post{});
    case Kind::person:
      return check(Person{});
    case Kind::household:
      return check(Household{});
    default:
      break;
  }
  return {};
}

class TableImport {
 public:
  TableImport(Kind kind, const Table& table, const Mapping& mapping, const TimeZone& zone)
      : kind_(kind), table_(table), mapping_(mapping), zone_(zone) {}

  ImportedTable run() {
    std::vector<RowFields> rows = readRows();
    refuseDoubles(rows);
    warnOfFarPlaces();
    for (RowFields& row : rows) {
      if (row.errors.empty())
        if (const auto fits = reads(kind_, row.fields); !fits) {
          Error error = fits.error();
          error.place.line = row.row;
          row.errors.push_back(std::move(error));
        }
      if (!row.errors.empty()) out_.faulty.push_back(row.row);
      std::move(row.errors.begin(), row.errors.end(), std::back_inserter(out_.errors));
      std::move(row.warnings.begin(), row.warnings.end(), std::back_inserter(out_.warnings));
      out_.rows.push_back({{}, row.row, std::move(row.fields)});
    }
    const auto byRow = [](const Error& a, const Error& b) { return a.place.line < b.place.line; };
    std::stable_sort(out_.errors.begin(), out_.errors.end(), byRow);
    std::stable_sort(out_.warnings.begin(), out_.warnings.end(), byRow);
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool oneRowPerItem() const { return kind_ == Kind::depot && mapping_.columnFor("stocks.item"); }

  std::vector<RowFields> readRows() {
    std::vector<RowFields> rows;
    if (!oneRowPerItem()) {
      for (const Row& row : table_.rows) rows.push_back(fieldsOfRow(kind_, table_, row, mapping_, zone_));
      return rows;
    }
    const auto* nameColumn = mapping_.columnFor("name");
    const auto column = nameColumn ? table_.columnNamed(nameColumn->column) : std::nullopt;
    std::string above;
    std::vector<int> continued;
    for (const Row& row : table_.rows) {
      Row filled = row;
      // The name of the depot often stands in its first row only.
      if (column) {
        if (!isNotGiven(filled.cells[*column])) {
          above = filled.cells[*column];
        } else if (!above.empty()) {
          filled.cells[*column] = above;
          continued.push_back(row.number);
        }
      }
      rows.push_back(fieldsOfRow(kind_, table_, filled, mapping_, zone_));
    }
    if (!continued.empty())
      out_.notes.push_back({"rows without a name belong to the depot above: row " + rowList(continued),
                            "没有名称的行归入上一个物资库：第 " + rowList(continued) + " 行"});
    return foldDepots(std::move(rows), out_.notes);
  }

  void refuseDoubles(std::vector<RowFields>& rows) {
    std::map<std::string, int> byKey;
    std::map<std::string, int> byName;
    const std::string nameField(nameFieldOf(kind_));
    for (RowFields& row : rows) {
      const std::string key = textIn(row.fields, "key");
      const std::string name = textIn(row.fields, nameField);
      const bool keyed = !key.empty();
      const std::string& word = keyed ? key : name;
      if (word.empty()) continue;
      // Every village has its 张伟: a household is told from another by its village too.
      const std::string place = keyed || kind_ != Kind::household
                                    ? ""
                                    : textIn(row.fields, "town") + '\n' + textIn(row.fields, "village") + '\n';
      const auto [before, isNew] = (keyed ? byKey : byName).emplace(place + word, row.row);
      if (isNew) continue;
      const std::string other = std::to_string(before->second);
      row.errors.push_back(
          {ErrorCode::invalid,
           {"row " + other + " has the same " + (keyed ? "code" : "name"),
            "与第 " + other + " 行" + (keyed ? "编码" : "名称") + "相同"},
           {keyed ? "give each its own code" : "give the table a column with a code that tells them apart",
            keyed ? "请使用各自的编码" : "请在表中增加可区分的编码列"},
           {{}, row.row, 0, keyed ? "key" : nameField, word}});
    }
  }

  void warnOfFarPlaces() {
    std::vector<std::pair<const Row*, Position>> places;
    if (placeFieldOf(kind_).empty()) return;
    for (const Row& row : table_.rows)
      if (row.shape)
        if (const auto anchor = anchorOf(*row.shape)) places.emplace_back(&row, *anchor);
    if (places.size() < 3) return;
    const auto median = [&](auto member) {
      std::vector<std::int32_t> values;
      for (const auto& [row, at] : places) values.push_back(at.*member);
      const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
      std::nth_element(values.begin(), middle, values.end());
      return *middle;
    };
    const Position centre{median(&Position::lonE7), median(&Position::latE7)};
    for (const auto& [row, at] : places) {
      const double distance = distanceM(at, centre);
      if (distance <= farM) continue;
      const std::string km = std::to_string(static_cast<int>(distance / 1000));
      out_.warnings.push_back(
          {ErrorCode::invalid,
           {"the place is " + km + " km away from most of the others", "位置距离其他多数对象 " + km + " 公里"},
           {"check the coordinates", "请核对坐标"},
           {{}, row->number, 0, std::string(placeFieldOf(kind_)), at.text()}});
    }
  }

  Kind kind_;
  const Table& table_;
  const Mapping& mapping_;
  const TimeZone& zone_;
  ImportedTable out_;
};

}  // namespace

ImportedTable importRows(Kind kind, const Table& table, const Mapping& mapping, const TimeZone& zone) {
  return TableImport(kind, table, mapping, zone).run();
}

std::vector<ImportRow> soundRows(ImportedTable imported) {
  const std::set<int> faulty(imported.faulty.begin(), imported.faulty.end());
  std::erase_if(imported.rows, [&](const ImportRow& row) { return faulty.contains(row.row); });
  return std::move(imported.rows);
}

Result<Command> importCommand(Kind kind, std::vector<ImportRow> rows, Instant now) {
  for (ImportRow& row : rows)
    if (row.idIfNew.isNil()) row.idIfNew = Uuid::v7(now);
  std::optional<Command> command;
  forKind(kind, [&]<class Entity>() {
    if constexpr (requires { Command(Import<Entity>{}); }) command.emplace(Import<Entity>{std::move(rows)});
  });
  if (!command) return failure(ErrorCode::invalid, {"this kind is not imported", "此类对象不能导入"});
  return std::move(*command);
}

}  // namespace fengsui
