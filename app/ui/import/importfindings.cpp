// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importfindings.h"

#include <algorithm>
#include <set>

#include "gis/importrows.h"
#include "gis/kindguess.h"
#include "gis/knownplaces.h"
#include "gis/targetfields.h"

namespace fengsui {
namespace {

bool saysPlace(const Column& column) {
  return column.role != ColumnRole::data && column.role != ColumnRole::serial;
}

class Findings {
 public:
  explicit Findings(const ImportQuestion& question) : q_(question) {}

  ImportFindings find() {
    placeRows();
    if (q_.kind) {
      out_.kind = q_.kind;
      out_.uses = usesOf(*q_.kind, table_.columns, q_.said);
    }
    if (q_.kind && q_.situation && !out_.trouble) {
      mapping_ = mappingOf(*q_.kind, table_.columns, q_.said);
      check();
      out_.fixes = fixesFor(*q_.kind, table_, mapping_, out_.faults);
      indexFaults();
      warnOfLostAreas();
      guess();
      sketch();
    }
    out_.table = std::make_shared<const Table>(std::move(table_));
    return std::move(out_);
  }

 private:
  void placeRows() {
    ReadOptions options;
    options.crs = q_.crs;
    table_ = *q_.table;
    const auto places = placeColumnsOf(table_.columns, q_.said);
    if (places && places->empty()) {
      table_ = withoutPlaces(std::move(table_));
    } else if (places) {
      options.placeColumns = *places;
    }
    auto placed =
        places && places->empty() ? Result<Table>(withTexts(table_, q_.edits)) : withCells(table_, q_.edits, options);
    if (placed) {
      table_ = std::move(*placed);
      return;
    }
    out_.trouble = placed.error();
    table_ = withTexts(std::move(table_), q_.edits);
  }

  void check() {
    out_.fates.resize(table_.rows.size());
    ImportedTable imported = importRows(*q_.kind, table_, mapping_, q_.zone);
    out_.faults = std::move(imported.errors);
    out_.warnings = std::move(imported.warnings);
    out_.notes = std::move(imported.notes);
    std::set<int> faulty(imported.faulty.begin(), imported.faulty.end());
    auto rows = soundRows(std::move(imported));
    const Instant now = systemNow();
    for (ImportRow& row : rows) row.idIfNew = Uuid::v7(now);
    auto command = importCommand(*q_.kind, rows, now);
    if (!command) {
      out_.trouble = command.error();
      return;
    }
    std::map<int, RowFate> fates;
    std::set<int> refused;
    for (RowForecast& forecast : forecastOf(*q_.situation, *command, {now, now, q_.actor})) {
      fates.emplace(forecast.row, forecast.fate);
      out_.counts.isNew += forecast.fate == RowFate::isNew;
      out_.counts.changed += forecast.fate == RowFate::changes;
      out_.counts.unchanged += forecast.fate == RowFate::unchanged;
      if (forecast.fate != RowFate::refused) continue;
      refused.insert(forecast.row);
      out_.faults.push_back(std::move(*forecast.error));
    }
    if (!refused.empty()) {
      std::erase_if(rows, [&](const ImportRow& row) { return refused.contains(row.row); });
      std::stable_sort(out_.faults.begin(), out_.faults.end(),
                       [](const Error& a, const Error& b) { return a.place.line < b.place.line; });
      faulty.merge(refused);
      command = importCommand(*q_.kind, std::move(rows), now);
    }
    out_.counts.faulty = faulty.size();
    if (out_.counts.sound() > 0) out_.command = std::make_shared<Command>(std::move(*command));
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const int number = table_.rows[row].number;
      if (faulty.contains(number))
        out_.fates[row] = RowFate::refused;
      else if (const auto fate = fates.find(number); fate != fates.end())
        out_.fates[row] = fate->second;
    }
  }

  void indexFaults() {
    std::unordered_map<int, std::size_t> rowOf;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) rowOf.emplace(table_.rows[row].number, row);
    for (std::size_t fault = 0; fault < out_.faults.size(); ++fault) {
      const auto row = rowOf.find(out_.faults[fault].place.line);
      if (row == rowOf.end()) continue;
      out_.fates[row->second] = RowFate::refused;
      if (const auto column = columnOf(out_.faults[fault], table_, mapping_))
        out_.faultsAt.emplace(ImportFindings::cellKey(row->second, *column), fault);
    }
  }

  // A list of villages with one point each must not quietly take away the areas that somebody has drawn.
  void warnOfLostAreas() {
    if (*q_.kind != Kind::riskZone) return;
    std::set<std::string> drawn;
    q_.situation->riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
      if (zone.shape && zone.shape->kind != ShapeKind::point) drawn.insert({zone.key, zone.name});
    });
    drawn.erase("");
    std::size_t lost = 0;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const auto& shape = table_.rows[row].shape;
      if (out_.fates[row] != RowFate::changes || !shape || shape->kind != ShapeKind::point) continue;
      const auto names = [&](const char* field) {
        const FieldColumn* pair = mapping_.columnFor(field);
        const auto column = pair ? table_.columnNamed(pair->column) : std::nullopt;
        return column && drawn.contains(table_.rows[row].cells[*column]);
      };
      lost += names("key") || names("name");
    }
    if (lost == 0) return;
    const std::string n = std::to_string(lost);
    out_.notes.insert(out_.notes.begin(), {"this makes points of " + n + (lost == 1 ? " drawn area" : " drawn areas") +
                                               "; leave out the columns of the place to keep them",
                                           "将使 " + n + " 处已绘制的区域变为点；如需保留，请将坐标列设为“不导入”"});
  }

  // Only where nobody has said what the coordinates are: then they were taken for WGS 84.
  void guess() {
    if (!q_.crs.empty() || placeFieldOf(*q_.kind).empty()) return;
    if (table_.crs != "EPSG:4326" && table_.crs != "EPSG:4490") return;
    const FieldColumn* name = mapping_.columnFor(nameFieldOf(*q_.kind));
    const auto column = name ? table_.columnNamed(name->column) : std::nullopt;
    if (!column) return;
    std::vector<NamedPosition> points;
    for (const Row& row : table_.rows)
      if (row.shape)
        if (const auto at = anchorOf(*row.shape)) points.push_back({row.cells[*column], *at});
    std::vector<NamedPosition> known = placesOf(*q_.situation);
    if (q_.known) known.insert(known.end(), q_.known->begin(), q_.known->end());
    out_.guess = guessedDatum(points, known);
  }

  void sketch() {
    if (placeFieldOf(*q_.kind).empty()) return;
    auto sketch = std::make_shared<Sketch>();
    for (std::size_t row = 0; row < table_.rows.size(); ++row)
      if (table_.rows[row].shape) sketch->add(*table_.rows[row].shape, out_.fates[row] == RowFate::refused);
    out_.sketch = std::move(sketch);
  }

  const ImportQuestion& q_;
  ImportFindings out_;
  Table table_;
  Mapping mapping_;
};

}  // namespace

ReadFile readForImport(const std::filesystem::path& file, const ReadOptions& options,
                       const std::filesystem::path& baseMap) {
  ReadFile out;
  std::error_code unknown;
  const auto size = std::filesystem::file_size(file, unknown);
  const auto age = std::filesystem::last_write_time(file, unknown);
  if (!unknown) out.stamp = std::to_string(size) + "@" + std::to_string(age.time_since_epoch().count());
  // Where places stand in cells, the coordinate system can be said later, without reading the file again; and a wrong
  // one must not hide the table in which one sees that it is wrong.
  ReadOptions without = options;
  without.crs.clear();
  auto table = readTable(file, without);
  const bool inCells = table && std::any_of(table->columns.begin(), table->columns.end(), saysPlace);
  const bool features = table && std::any_of(table->rows.begin(), table->rows.end(),
                                             [](const Row& row) { return row.shape || row.shapeFault; });
  if (!options.crs.empty() && (!table || (features && !inCells))) table = readTable(file, options);
  if (!table) {
    out.trouble = table.error();
    return out;
  }
  out.kind = guessedKind(*table, file.stem().string());
  out.table = std::make_shared<const Table>(std::move(*table));
  out.known = std::make_shared<const std::vector<NamedPosition>>(placesOfBaseMap(baseMap));
  return out;
}

ImportFindings findingsOf(const ImportQuestion& question) {
  return Findings(question).find();
}

}  // namespace fengsui
