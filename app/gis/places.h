// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/table.h"

namespace fengsui {

/// Finds the columns that say where things are (经度 and 纬度, lon and lat, X and Y, 坐标, WKT) and gives each row its
/// shape. Those columns keep their cells and get a role.
///
/// Thread: any. Of the options crs and placeColumns count; without crs it is WGS 84 when the numbers can be degrees.
/// Latitude and longitude that stand in each other's columns are put right, and noted. Cells that cannot be a place
/// become the row's shapeFault. A table whose rows have shapes already is returned as it is.
/// Errors: invalid or notFound for the coordinate system or a column; invalid when the system counts metres and the
/// cells are degrees.
[[nodiscard]] Result<Table> withPlaces(Table table, const ReadOptions& options);

}  // namespace fengsui
