// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "gis/table.h"

namespace fengsui {

enum class ColumnType { text, whole, real };

/// A column as it is written: under which name, as what.
struct PlannedColumn {
  std::size_t source = 0;  ///< index into Table::columns
  std::string name;
  ColumnType type = ColumnType::text;
  std::size_t longestBytes = 0;
  int decimals = 0;  ///< of a real column
};

/// What a format asks of names.
struct NameRules {
  std::size_t maxBytes = 0;        ///< 0: any length
  bool ignoresCase = false;
  std::vector<std::string> taken;  ///< names the format keeps for itself
  bool lastPartOnly = false;       ///< "联系人/姓名" may become "姓名" to fit
};

/// The columns to write, and notes about names that had to change. Columns that only repeat the row's shape are left out.
///
/// Thread: any; pure. A column is numeric only when every cell reads back as the same text: "007" stays text.
struct ColumnPlan {
  std::vector<PlannedColumn> columns;
  std::vector<Text> notes;
};
[[nodiscard]] ColumnPlan planColumns(const Table& table, const NameRules& rules);

/// The column that people would call the thing by; the first one where none says so. Index into the plan.
[[nodiscard]] std::size_t nameColumnOf(const ColumnPlan& plan);

/// At most so many bytes, no character cut in half.
[[nodiscard]] std::string shortened(const std::string& text, std::size_t maxBytes);

}  // namespace fengsui
