// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/codec.h"
#include "core/time.h"
#include "gis/columns.h"
#include "gis/table.h"
#include "gis/targetfields.h"

namespace fengsui {

/// One row in stored form, before rows are compared with each other.
struct RowFields {
  int row = 0;
  Json fields = Json::object();
  std::vector<Error> errors;
  std::vector<Error> warnings;
};

/// Reads the cells of one row by the mapping; the place comes from the row's shape.
///
/// Thread: any; pure.
[[nodiscard]] RowFields fieldsOfRow(Kind kind, const Table& table, const Row& row, const Mapping& mapping,
                                    const TimeZone& zone);

}  // namespace fengsui
