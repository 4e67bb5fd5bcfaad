// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/columns.h"

namespace fengsui {

/// What becomes of one column of a table.
struct ColumnUse {
  enum class Role { field, attribute, leaveOut, longitude, latitude, coordinates };
  Role role = Role::attribute;
  std::string field;      ///< path of a TargetField
  double confidence = 1;  ///< below 1: guessed from the heading

  bool operator==(const ColumnUse&) const = default;
};

/// What the person said about columns, by their names; of the others the proposal holds.
using SaidUses = std::map<std::string, ColumnUse>;

/// Says it of a column, and unsays the same of the one that had it before.
void sayUse(SaidUses& said, const std::string& column, ColumnUse use);

/// The proposal and what the person said, in the order of the columns.
///
/// Thread: any; pure.
[[nodiscard]] std::vector<ColumnUse> usesOf(Kind kind, const std::vector<Column>& columns, const SaidUses& said);
/// The same as importRows wants it.
[[nodiscard]] Mapping mappingOf(Kind kind, const std::vector<Column>& columns, const SaidUses& said);

/// The columns of the place, as ReadOptions wants them: longitude and latitude, or one with both. Nothing where the
/// person said nothing about it; an empty list where there shall be none, or one half is missing.
[[nodiscard]] std::optional<std::vector<std::string>> placeColumnsOf(const std::vector<Column>& columns,
                                                                     const SaidUses& said);

}  // namespace fengsui
