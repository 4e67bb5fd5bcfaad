// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <optional>
#include <vector>

#include "ui/ground/groundpictures.h"

namespace fengsui {

/// What would bring the picture of a view further, in the order of its worth.
struct GroundWork {
  std::vector<GroundPiece> load;      ///< from disk, at once
  bool view = false;                  ///< by the engine: the exact view
  std::optional<GroundPiece> labels;  ///< by the engine: a sheet of names
  std::vector<GroundPiece> tiles;     ///< by the engine, in idle time, the best first

  bool operator==(const GroundWork&) const = default;
};

/// What is there besides the pictures in memory.
struct GroundStock {
  QSet<GroundPiece> onDisk;
  QSet<GroundPiece> underWay;  ///< being loaded or drawn
};

[[nodiscard]] GroundPiece pieceOf(const TileId& tile, const TileGrid& grid);
[[nodiscard]] TileId tileOf(const GroundPiece& piece);

/// A pure function of what there is.
///
/// @p still: the map is at rest; only then is anything fetched that is not on the screen.
[[nodiscard]] GroundWork nextWork(const GroundPictures& pictures, const GroundStock& stock, const ViewPort& view,
                                  bool still);

}  // namespace fengsui
