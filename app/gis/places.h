// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "gis/table.h"

namespace fengsui {

/// Finds the columns that say where things are (经度 and 纬度, lon and lat, X and Y, 坐标, WKT) and gives each row its
/// shape. Those columns keep their cells and get a role.
///
/// Thread: any. @p crs as in ReadOptions; empty: WGS 84 when the numbers can be degrees.
/// Latitude and longitude that stand in each other's columns are put right, and noted. Cells that cannot be a place
/// become the row's shapeFault. A table whose rows have shapes already is returned as it is.
/// Errors: invalid or notFound for the coordinate system; invalid when it counts metres and the cells are degrees.
[[nodiscard]] Result<Table> withPlaces(Table table, const std::string& crs);

}  // namespace fengsui
