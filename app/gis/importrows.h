// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/commands.h"
#include "core/time.h"
#include "gis/columns.h"
#include "gis/table.h"

namespace fengsui {

/// What a table means, row by row.
struct ImportedTable {
  std::vector<ImportRow> rows;  ///< stored form, for Import<Entity>; idIfNew is nil: the caller gives the ids
  std::vector<Error>
      errors;  ///< with row, field, value and what would be right; nothing is imported while there are any
  std::vector<Error> warnings;  ///< worth a look, but no reason to refuse
  std::vector<Text> notes;
  std::vector<int> faulty;  ///< ImportRow::row of each with an error; its error may stand in a later row of a depot
};

/// Turns the rows of a table into things of one kind.
///
/// Thread: any; pure. Times without offset are times of @p zone.
/// A cell that is not given ("", "—", "无") leaves the field out, so that a re-import does not empty it. Columns
/// without a field become attributes. Rows of one depot, one per item, fold into one. Whether the coordinates are
/// GCJ-02 is not judged here. Errors in the result: no name, a value that does not fit, a place that is none, a key
/// (or, without keys, a name) that stands twice. Warnings: a place more than 500 km from the median of the file, a team
/// that is out.
[[nodiscard]] ImportedTable importRows(Kind kind, const Table& table, const Mapping& mapping, const TimeZone& zone);

/// The rows without an error, for somebody who leaves the others out.
///
/// Thread: any; pure.
[[nodiscard]] std::vector<ImportRow> soundRows(ImportedTable imported);

/// The one command that imports them. Rows without an id get a new one of @p now.
///
/// Thread: any. Errors: invalid for a kind that is not imported (response, conflict).
[[nodiscard]] Result<Command> importCommand(Kind kind, std::vector<ImportRow> rows, Instant now);

}  // namespace fengsui
