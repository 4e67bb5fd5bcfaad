// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/result.h"

namespace fengsui {

struct GazetteerSummary {
  long names = 0;      ///< rows with a name
  long added = 0;      ///< places that it has a position for and the map had not
  long coded = 0;      ///< places of the map that got their code by name
  long ambiguous = 0;  ///< names that stand there for several places: no code was given
  long nowhere = 0;    ///< names without a position that no place of the map carries
};

/// Gives the places of a finished base.gpkg the codes of a gazetteer, and adds those that have a position. A table or
/// layer with columns name (or village and village_code, street and street_code; 名称, 代码), code, lon, lat.
///
/// Thread: any. Errors: notFound, unreadable, invalid without a column of names.
[[nodiscard]] Result<GazetteerSummary> applyGazetteer(const std::filesystem::path& gazetteer,
                                                      const std::filesystem::path& baseMap);

}  // namespace fengsui
