// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gis/table.h"

namespace fengsui {

struct WriteOptions {
  bool overwrite = false;
  std::string layer = {};  ///< sheet or layer; empty: the table's own, else the file's name
};

struct Written {
  std::vector<Text> notes;  ///< what the format could not hold as it is: shortened names, cut texts
};

/// Writes the table in the format of the file's ending: .csv, .xlsx, .geojson, .shp, .kml, .gpx, .gpkg. Places are
/// written as WGS 84. What was written reads back the same through readTable, except for what the notes say.
///
/// Thread: any; slow (disk). The file is made beside its place and moved there when it is whole.
/// Numbers of up to nine digits become numbers where the format has them; longer ones are identifiers and stay text.
/// Errors: refused when the file is there and overwrite is not set; invalid for an unknown ending, or for places that the
/// format cannot hold; io, full.
[[nodiscard]] Result<Written> writeTable(const Table& table, const std::filesystem::path& file,
                                         const WriteOptions& options = {});

}  // namespace fengsui
