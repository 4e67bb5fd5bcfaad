// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "core/geo.h"
#include "core/result.h"

namespace fengsui {

/// Heights of a raster: terrain.tif of a district or any other, in any coordinate system.
///
/// Units: metres. Thread: one at a time; reads only what is asked for, so that the size of the raster does not matter.
class TerrainHeights {
 public:
  /// Errors: notFound, unreadable, invalid for a raster that does not say where it lies.
  [[nodiscard]] static Result<TerrainHeights> open(const std::filesystem::path& file);
  TerrainHeights(TerrainHeights&&) noexcept;
  TerrainHeights& operator=(TerrainHeights&&) noexcept;
  ~TerrainHeights();

  /// Between the four cells around; nothing outside of the raster or where one of them is void.
  [[nodiscard]] std::optional<double> at(Position at) const;

 private:
  TerrainHeights();
  struct Opened;
  std::unique_ptr<Opened> opened_;
};

/// How long somebody walks in a straight line, and how sure that is.
struct Walk {
  std::int64_t ms = 0;
  double distanceM = 0;  ///< level
  double climbM = 0;     ///< up, all together
  double unknownM = 0;   ///< over ground of no known height, taken as level with what is known around
};

/// On a path, or over open ground where there is none.
enum class Footing { path, openGround };

/// Source: Tobler (1993): 6 km/h × exp(−3.5 |slope + 0.05|), three fifths of it off a path. Steeper than 1 (45°) the
/// slope counts as 1: nobody climbs a wall, and a cell of a raster is none.
[[nodiscard]] Walk walk(Position from, Position to, const TerrainHeights* heights, Footing footing);
[[nodiscard]] double toblerMps(double slope, Footing footing);

}  // namespace fengsui
