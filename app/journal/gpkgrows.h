// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "journal/publishedrows.h"
#include "journal/sqlite.h"

namespace fengsui {

/// The published rows inside an open GeoPackage: compare and write.
///
/// Thread: that of the connection; within a transaction of the caller.
/// Errors: Error::busy, full, io; Error::damaged with what does not fit.
namespace gpkgrows {

/// SQLite's own structure and the R-trees against the geometries.
[[nodiscard]] Outcome checkStructure(Sqlite& db);

/// What has to be written and removed so that the file holds exactly @p wanted, sorted by (table, id).
[[nodiscard]] Result<published::Difference> compare(Sqlite& db, std::vector<published::Row> wanted);

/// Writes and removes rows, then brings extents, times of change and the row about the publication up to date.
[[nodiscard]] Outcome write(Sqlite& db, const published::Difference& difference, const published::Row& publication);

}  // namespace gpkgrows
}  // namespace fengsui
