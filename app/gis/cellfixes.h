// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/entities/kind.h"
#include "gis/celledits.h"
#include "gis/columns.h"

namespace fengsui {

/// One way to mend the same fault in every row that has it.
struct CellFix {
  Text offer;  ///< what it does, for a button: "exchange longitude and latitude in 3 rows"
  std::vector<CellEdit> edits;
};

/// The column a fault stands in: that of its field by name, or the one that is mapped to it. Index into the columns.
[[nodiscard]] std::optional<std::size_t> columnOf(const Error& fault, const Table& table, const Mapping& mapping);

/// What can be mended without asking the office that made the table: exchanged coordinates, letters that look like
/// digits, a second number behind the first, a known word with a slip in it. Where nothing better is found, leaving the
/// cell empty. Surest first.
///
/// Thread: any; pure. @p faults: ImportedTable::errors of this table and mapping.
[[nodiscard]] std::vector<CellFix> fixesFor(Kind kind, const Table& table, const Mapping& mapping,
                                            const std::vector<Error>& faults);

}  // namespace fengsui
