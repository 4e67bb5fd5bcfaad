// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/celledits.h"

#include <algorithm>
#include <map>

#include "gis/places.h"

namespace fengsui {
namespace {

bool saysPlace(const Column& column) {
  return column.role != ColumnRole::data && column.role != ColumnRole::serial;
}

// Whether the places were read from cells; features bring theirs along.
bool placesAreInCells(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), saysPlace);
}

void forgetPlaces(Table& table) {
  for (Column& column : table.columns)
    if (saysPlace(column)) column.role = ColumnRole::data;
  for (Row& row : table.rows) {
    row.shape.reset();
    row.shapeFault.reset();
  }
  table.crs.clear();
  table.notes.resize(table.notes.size() - std::min(table.placeNotes, table.notes.size()));
  table.placeNotes = 0;
}

// Those that the reader had found: it must find the same ones again, however few cells are filled by now.
std::vector<std::string> placeColumnsOf(const Table& table) {
  std::vector<std::string> first, second;
  for (const Column& column : table.columns) {
    if (!saysPlace(column)) continue;
    (column.role == ColumnRole::latitude ? second : first).push_back(column.name);
  }
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace

Table withTexts(Table table, const std::vector<CellEdit>& edits) {
  std::map<int, std::size_t> rowOf;
  for (std::size_t row = 0; row < table.rows.size(); ++row) rowOf.emplace(table.rows[row].number, row);
  for (const CellEdit& edit : edits) {
    const auto row = rowOf.find(edit.row);
    const auto column = table.columnNamed(edit.column);
    if (row != rowOf.end() && column) table.rows[row->second].cells[*column] = edit.text;
  }
  return table;
}

Table withoutPlaces(Table table) {
  if (placesAreInCells(table)) forgetPlaces(table);
  return table;
}

Result<Table> withCells(Table table, const std::vector<CellEdit>& edits, const ReadOptions& options) {
  table = withTexts(std::move(table), edits);
  const bool inCells = placesAreInCells(table);
  const bool bare =
      std::none_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.shape || row.shapeFault; });
  if (!inCells && options.placeColumns.empty() && !bare) return table;
  ReadOptions again;
  again.crs = options.crs;
  again.placeColumns = !options.placeColumns.empty() ? options.placeColumns : placeColumnsOf(table);
  if (inCells || !options.placeColumns.empty()) forgetPlaces(table);
  return withPlaces(std::move(table), again);
}

}  // namespace fengsui
