// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/entities/kind.h"
#include "core/result.h"
#include "gis/table.h"

namespace fengsui {

/// One field of an entity and the column that fills it.
struct FieldColumn {
  std::string field;   ///< path of a TargetField: "name", "contacts.A.phones"
  std::string column;  ///< Column::name
  double confidence = 0;  ///< 1: the heading says exactly this; 0.6: it is a guess

  bool operator==(const FieldColumn&) const = default;
};

/// Which column means what. Columns that mean nothing here become free attributes under their own names.
struct Mapping {
  std::vector<FieldColumn> fields;      ///< in the order of the fields; one column fills one field at most
  std::vector<std::string> unmapped;    ///< in the order of the file; without serial numbers and coordinates

  [[nodiscard]] const FieldColumn* columnFor(std::string_view field) const;
};

/// Guesses the meaning of columns from their headings, Chinese or English.
///
/// Thread: any; pure. A heading "联系人/电话" is matched as a whole, then by its last part; "电话" behind "B角" is B's.
[[nodiscard]] Mapping proposeMapping(Kind kind, const std::vector<Column>& columns);

/// The proposal with what the person says instead: (field, column) pairs. An empty column frees the field.
/// Errors: Error::notFound with the fields, or the columns, that there are.
[[nodiscard]] Result<Mapping> remapped(Mapping mapping, Kind kind, const std::vector<Column>& columns,
                                       const std::vector<std::pair<std::string, std::string>>& wishes);

}  // namespace fengsui
