// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/entities/roadclosure.h"
#include "core/result.h"
#include "gis/table.h"

namespace fengsui {

/// Closures as a table for others, one row for each span, that closuresOfTable reads back the same.
///
/// Thread: any; pure.
[[nodiscard]] Table tableOfClosures(const std::vector<RoadClosure>& closures, const TimeZone& zone, Language language);

/// Closures of a table or map layer: a geometry (or 经度 and 纬度, or WKT), and columns name, from, to, reason, source,
/// vehicles, spares_bridges, id. Rows with one id are the spans of one closure. A span without a beginning has held
/// always; a row without an id gets a nil one.
///
/// Thread: any; pure. Errors: that of the first row that is refused, see closureRows().
[[nodiscard]] Result<std::vector<RoadClosure>> closuresOfTable(const Table& table, const std::string& file,
                                                               const TimeZone& zone);

/// The same with every row that is refused: its row, column and reason. A closure that is not drawn, times that are no
/// times or in the wrong order, an unknown vehicle or source. A closure of several rows is refused as a whole.
struct ClosureRows {
  std::vector<RoadClosure> closures;
  std::vector<int> rows;  ///< of each of them the first
  std::vector<Error> refused;
};
[[nodiscard]] ClosureRows closureRows(const Table& table, const std::string& file, const TimeZone& zone);

/// "car, heavy" or "小型车、大型车" as codes. Errors: invalid with what may be written.
[[nodiscard]] Result<std::vector<std::string>> vehicleCodes(const std::string& written);

}  // namespace fengsui
