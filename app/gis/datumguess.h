// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/coordinates.h"

namespace fengsui {

/// Something whose name and place are known: a village of the base map, a shelter of the station.
struct NamedPosition {
  std::string name;
  Position at;
};

/// Why coordinates that were read as WGS 84 are rather those of a consumer map.
struct DatumGuess {
  Datum datum = Datum::gcj02;
  std::size_t known = 0;    ///< rows that carry the name of a known place near by
  std::size_t fitting = 0;  ///< of these, how many lie better as @p datum
  double offsetM = 0;       ///< how far off they are as WGS 84; median
  double bearingDeg = 0;    ///< in which direction, from the known place; 0 is north, 90 east
  double asGuessedM = 0;    ///< what is left of it as @p datum; median
};

/// Whether the points lie shifted against what is known by the same names, as consumer maps of China shift them.
///
/// Units: metres, degrees. Thread: any; pure.
/// @p points: as read as WGS 84. A name is found as a whole, or without the kind of place behind it (村, 镇, 街道 …).
/// @return nothing without at least three known names, outside mainland China, or when WGS 84 fits as well.
[[nodiscard]] std::optional<DatumGuess> guessedDatum(const std::vector<NamedPosition>& points,
                                                     const std::vector<NamedPosition>& known);

/// Whether a point lies in mainland China, as a coarse outline says (to some 20 km, inside rather than outside): where
/// consumer maps shift what they show.
[[nodiscard]] bool inMainlandChina(LonLat);

/// "12 of 14 known places lie 520 m to the south-east of where they are; as GCJ-02 they fit to 30 m."
[[nodiscard]] Text evidenceOf(const DatumGuess& guess);

}  // namespace fengsui
