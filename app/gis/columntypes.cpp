// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/columntypes.h"

#include <algorithm>
#include <set>

#include "gis/celltext.h"

namespace fengsui {
namespace {

// Whether the shapes say all that the column says.
bool repeatsShapes(const Table& table, std::size_t column) {
  const ColumnRole role = table.columns[column].role;
  if (role == ColumnRole::data || role == ColumnRole::serial) return false;
  return std::none_of(table.rows.begin(), table.rows.end(),
                      [&](const Row& row) { return row.shapeFault && !row.cells[column].empty(); });
}

ColumnType typeOf(std::string_view cell) {
  const auto number = numberIn(cell);
  if (!number || numberText(*number) != cell) return ColumnType::text;
  const bool whole = cell.find_first_not_of("-0123456789") == std::string_view::npos;
  if (whole) return cell.size() <= 9 ? ColumnType::whole : ColumnType::text;
  return cell.find('e') == std::string_view::npos && cell.size() <= 16 ? ColumnType::real : ColumnType::text;
}

void findType(const Table& table, PlannedColumn& column) {
  bool any = false;
  ColumnType type = ColumnType::whole;
  for (const Row& row : table.rows) {
    const std::string& cell = row.cells[column.source];
    if (cell.empty()) continue;
    any = true;
    column.longestBytes = std::max(column.longestBytes, cell.size());
    const ColumnType here = typeOf(cell);
    if (here == ColumnType::text) type = ColumnType::text;
    if (here == ColumnType::real && type == ColumnType::whole) type = ColumnType::real;
    if (const auto point = cell.find('.'); point != std::string::npos)
      column.decimals = std::max(column.decimals, static_cast<int>(cell.size() - point - 1));
  }
  column.type = any ? type : ColumnType::text;
}

std::string keyOf(const std::string& name, const NameRules& rules) {
  if (!rules.ignoresCase) return name;
  std::string key = name;
  std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return key;
}

}  // namespace

std::string shortened(const std::string& text, std::size_t maxBytes) {
  if (maxBytes == 0 || text.size() <= maxBytes) return text;
  return std::string(withoutCutCharacter(std::string_view(text).substr(0, maxBytes)));
}

ColumnPlan planColumns(const Table& table, const NameRules& rules) {
  ColumnPlan plan;
  std::set<std::string> used;
  for (const auto& name : rules.taken) used.insert(keyOf(name, rules));
  std::string changedEn;
  for (std::size_t source = 0; source < table.columns.size(); ++source) {
    if (repeatsShapes(table, source)) continue;
    PlannedColumn column;
    column.source = source;
    const std::string& full = table.columns[source].name;
    std::string wanted = full.empty() ? "column" + std::to_string(source + 1) : full;
    if (rules.lastPartOnly && rules.maxBytes > 0 && wanted.size() > rules.maxBytes)
      if (const auto slash = wanted.rfind('/'); slash != std::string::npos && slash + 1 < wanted.size())
        wanted.erase(0, slash + 1);
    column.name = shortened(wanted, rules.maxBytes);
    for (int number = 2; used.contains(keyOf(column.name, rules)); ++number) {
      const std::string suffix = std::to_string(number);
      const std::size_t room = rules.maxBytes == 0 ? 0 : rules.maxBytes - suffix.size();
      column.name = shortened(wanted, room) + suffix;
    }
    used.insert(keyOf(column.name, rules));
    if (column.name != full) changedEn += (changedEn.empty() ? "" : ", ") + full + " → " + column.name;
    findType(table, column);
    plan.columns.push_back(std::move(column));
  }
  if (!changedEn.empty())
    plan.notes.push_back({"columns under other names, as the format asks: " + changedEn, "因格式限制改名的列：" + changedEn});
  return plan;
}

std::size_t nameColumnOf(const ColumnPlan& plan) {
  const auto find = [&](auto test) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < plan.columns.size(); ++i)
      if (test(compact(plan.columns[i].name))) return i;
    return std::nullopt;
  };
  if (const auto exact = find([](const std::string& n) { return n == "name" || n == "名称" || n == "title" || n == "标题"; }))
    return *exact;
  if (const auto close = find([](const std::string& n) { return n.ends_with("名称") || n.ends_with("name"); })) return *close;
  return 0;
}

}  // namespace fengsui
