// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/situation.h"
#include "journal/geopackage.h"

namespace fengsui {

/// What of a situation stands in NAME.gpkg: the tables and their rows, derived from the entities' fields. Left out is
/// what the entities call restricted and what withheld.h names.
///
/// Units: degrees, moments as ISO 8601 UTC text, quantities in their unit.
/// Thread: any; pure. Errors: none.
/// Source: PUBLICATION.md.
namespace published {

using Value = std::variant<std::monostate, std::int64_t, double, std::string, geopackage::Bytes>;

/// One row: what stands in geom (where the table has it) and in the table's columns, in their order.
struct Row {
  std::size_t table = 0;  ///< index into tables()
  std::string id;         ///< the value of "id", unique in its table
  std::vector<Value> values;
  bool operator==(const Row&) const = default;
};

/// The tables in the order in which they are listed; the last is "publication", of which there is one row.
[[nodiscard]] const std::vector<geopackage::Table>& tables();
[[nodiscard]] std::size_t publicationTable();

/// All rows but the one about the publication itself, by (table, id).
[[nodiscard]] std::vector<Row> rowsOf(const Situation& situation);

/// What a file that shows @p before needs to show @p now.
struct Difference {
  std::vector<Row> write;
  std::vector<Row> remove;
};
[[nodiscard]] Difference difference(const Situation& before, const Situation& now);

/// The row that says whose publication this is and how far it has come.
[[nodiscard]] Row publicationRow(const Situation& situation, std::int64_t position, Instant at);

/// "2026-07-20T13:40:00.000Z"
[[nodiscard]] std::string isoUtc(Instant at);

}  // namespace published
}  // namespace fengsui
