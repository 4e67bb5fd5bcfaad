// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/header.h"

#include <algorithm>

#include "gis/celltext.h"

namespace fengsui {
namespace {

constexpr std::size_t rowsLookedAt = 40;
constexpr std::size_t deepestHeader = 4;

std::string_view cellAt(const Grid& grid, std::size_t row, std::size_t column) {
  const auto& cells = grid.rows[row].cells;
  return column < cells.size() ? std::string_view(cells[column]) : std::string_view();
}

const Merge* mergeAt(const Grid& grid, int row, std::size_t column) {
  for (const Merge& merge : grid.merges)
    if (row >= merge.firstRow && row <= merge.lastRow && column >= merge.firstColumn && column <= merge.lastColumn)
      return &merge;
  return nullptr;
}

// The text that is seen in the cell: the merged cell's where it is part of one.
std::string_view shownAt(const Grid& grid, std::size_t row, std::size_t column) {
  const Merge* merge = mergeAt(grid, grid.rows[row].number, column);
  if (!merge) return cellAt(grid, row, column);
  for (std::size_t above = row + 1; above-- > 0 && grid.rows[above].number >= merge->firstRow;)
    if (grid.rows[above].number == merge->firstRow) return cellAt(grid, above, merge->firstColumn);
  return {};
}

std::size_t filledCells(const Grid& grid, std::size_t row) {
  const auto& cells = grid.rows[row].cells;
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const auto& c) { return !c.empty(); }));
}

std::size_t widthOf(const Grid& grid) {
  std::size_t width = 0;
  for (const GridRow& row : grid.rows)
    for (std::size_t column = row.cells.size(); column > width; --column)
      if (!row.cells[column - 1].empty()) width = column;
  return width;
}

// How many cells a row of this sheet usually has: the upper quartile, so that titles and footnotes do not count.
std::size_t usualCells(const Grid& grid) {
  std::vector<std::size_t> counts;
  for (std::size_t row = 0; row < grid.rows.size() && row < 400; ++row)
    if (const std::size_t filled = filledCells(grid, row); filled > 1) counts.push_back(filled);
  if (counts.empty()) return 1;
  const auto at = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() * 3 / 4);
  std::nth_element(counts.begin(), at, counts.end());
  return *at;
}

bool isDate(std::string_view cell) {
  const std::string plain = compact(cell);
  return plain.size() >= 8 && (plain.starts_with("19") || plain.starts_with("20")) &&
         (plain[4] == '-' || plain[4] == '/' || plain[4] == '.' || plain.substr(4).starts_with("年"));
}

// A value that no heading looks like. A year or a small number can be one.
bool isValue(std::string_view cell) {
  if (isDate(cell)) return true;
  const auto number = numberIn(cell);
  return number && (*number >= 10000 || *number < 0 || *number != static_cast<double>(static_cast<int>(*number)));
}

// The row under a header of groups: it says something only under the groups.
bool namesTheGroupsOf(const Grid& grid, std::size_t top) {
  const std::size_t below = top + 1;
  if (below >= grid.rows.size() || grid.rows[below].number != grid.rows[top].number + 1) return false;
  const std::size_t width = widthOf(grid);
  std::size_t underGroups = 0;
  std::size_t blankUnderNames = 0;
  std::size_t underBlank = 0;
  for (std::size_t column = 0; column < width; ++column) {
    const Merge* merge = mergeAt(grid, grid.rows[top].number, column);
    const bool named = !cellAt(grid, top, column).empty();
    const bool opensGroup = named && (merge ? merge->lastColumn > merge->firstColumn
                                            : column + 1 < width && cellAt(grid, top, column + 1).empty());
    const bool inGroup = opensGroup || !named;
    const auto cell = cellAt(grid, below, column);
    if (!cell.empty() && (isValue(cell) || numberIn(cell))) return false;
    if (!cell.empty() && !inGroup) return false;
    if (!cell.empty() && inGroup) ++underGroups;
    if (!cell.empty() && !named) ++underBlank;
    if (cell.empty() && named && !opensGroup) ++blankUnderNames;
  }
  const bool merged = std::any_of(grid.merges.begin(), grid.merges.end(), [&](const Merge& merge) {
    return merge.firstRow == grid.rows[top].number && merge.lastRow == merge.firstRow;
  });
  return underBlank > 0 && underGroups > 1 && (blankUnderNames > 0 || merged);
}

std::size_t coveredColumns(const Grid& grid, std::size_t row) {
  const std::size_t width = widthOf(grid);
  if (namesTheGroupsOf(grid, row)) return width;
  std::size_t covered = 0;
  for (std::size_t column = 0; column < width; ++column)
    if (!shownAt(grid, row, column).empty()) ++covered;
  return covered;
}

bool canBeHeader(const Grid& grid, std::size_t row, std::size_t usual) {
  const auto& cells = grid.rows[row].cells;
  std::size_t filled = 0;
  std::size_t labelled = 0;
  for (const auto& cell : cells) {
    if (cell.empty()) continue;
    ++filled;
    if (isValue(cell)) return false;
    if (isLabelled(cell)) ++labelled;
  }
  if (filled == 0 || labelled * 2 > filled) return false;
  if (filled < std::min<std::size_t>(2, usual)) return false;
  return coveredColumns(grid, row) * 10 >= usual * 6;
}

std::size_t lastHeaderRow(const Grid& grid, std::size_t top) {
  std::size_t last = top;
  const auto reach = [&](int number) {
    while (last + 1 < grid.rows.size() && grid.rows[last + 1].number <= number && last + 1 - top < deepestHeader) ++last;
  };
  // Headings merged downwards say how deep the header is.
  for (const Merge& merge : grid.merges)
    if (merge.firstRow == grid.rows[top].number && merge.lastRow > merge.firstRow &&
        merge.lastRow < merge.firstRow + static_cast<int>(deepestHeader) &&
        !cellAt(grid, top, merge.firstColumn).empty())
      reach(merge.lastRow);
  if (last == top && namesTheGroupsOf(grid, top)) last = top + 1;
  return last;
}

std::string pathOf(const Grid& grid, const Header& header, std::size_t column) {
  std::string path;
  std::string before;
  for (std::size_t row = header.firstRow; row < header.rowsBelow; ++row) {
    std::string name = headingOf(shownAt(grid, row, column));
    // Without merged cells a group reaches up to the next name, as far as the row below says something.
    if (name.empty() && row == header.firstRow && header.rowsBelow > row + 1 &&
        !cellAt(grid, row + 1, column).empty()) {
      for (std::size_t left = column; left-- > 0 && name.empty();) name = headingOf(shownAt(grid, row, left));
    }
    if (name.empty() || name == before) continue;
    path += (path.empty() ? "" : "/") + name;
    before = name;
  }
  return path;
}

}  // namespace

std::string columnLetters(std::size_t column) {
  std::string letters;
  for (++column; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

bool isLabelled(std::string_view cell) {
  std::string plain = folded(cell);
  if (const auto bracket = plain.find('('); bracket != std::string::npos) plain.resize(bracket);
  const auto colon = plain.find(':');
  return colon != std::string::npos && colon > 0;
}

Header findHeader(const Grid& grid) {
  const std::size_t width = widthOf(grid);
  const std::size_t usual = usualCells(grid);
  Header header;
  std::size_t firstFilled = grid.rows.size();
  for (std::size_t row = 0; row < grid.rows.size() && row < rowsLookedAt; ++row) {
    if (filledCells(grid, row) == 0) continue;
    firstFilled = std::min(firstFilled, row);
    if (!canBeHeader(grid, row, usual)) continue;
    header.firstRow = row;
    header.rowsBelow = lastHeaderRow(grid, row) + 1;
    for (std::size_t column = 0; column < width; ++column) header.names.push_back(pathOf(grid, header, column));
    return header;
  }
  header.found = false;
  header.firstRow = header.rowsBelow = firstFilled == grid.rows.size() ? 0 : firstFilled;
  for (std::size_t column = 0; column < width; ++column) header.names.push_back(columnLetters(column));
  return header;
}

}  // namespace fengsui
