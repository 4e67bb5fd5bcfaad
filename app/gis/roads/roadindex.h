// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/geo.h"
#include "gis/roads/roadgraph.h"

namespace fengsui {

/// A box of positions, its borders included.
struct PositionBox {
  std::int32_t west = INT32_MAX, south = INT32_MAX, east = INT32_MIN, north = INT32_MIN;

  void include(Position at);
  [[nodiscard]] bool meets(const PositionBox& other) const {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
  }
};

/// A place on a road: the share of the edge's length before it, and how far the place that was asked for is from it.
struct RoadPoint {
  EdgeId edge = 0;
  double share = 0;
  Position on;
  Position asked;
  double offRoadM = 0;
};

/// Finds edges by where they are. Thread: any; immutable.
class RoadIndex {
 public:
  explicit RoadIndex(std::shared_ptr<const RoadGraph> graph);

  using Wanted = std::function<bool(EdgeId)>;
  /// The nearest place on an edge that is wanted; one on a piece of road without a connexion to the rest only when it
  /// is nearer by @p apartM. @return nothing within @p withinM.
  [[nodiscard]] std::optional<RoadPoint> nearest(Position at, double withinM, const Wanted& wanted,
                                                 double apartM = 200) const;
  /// Edges whose box meets the box.
  void each(const PositionBox& box, const std::function<void(EdgeId)>& take) const;
  /// Pieces that no road joins.
  [[nodiscard]] const RoadParts& parts() const { return parts_; }

 private:
  struct Branch {
    PositionBox box;
    std::uint32_t first = 0;  // of its branches, or of its edges
    std::uint32_t count = 0;
    bool leaf = false;
  };
  std::shared_ptr<const RoadGraph> graph_;
  std::vector<EdgeId> edges_;     // in the order of the leaves
  std::vector<Branch> branches_;  // leaves first, the root last
  RoadParts parts_;
};

/// The nearest place on a line: the share of its length before it, and how far it is.
struct OnLine {
  double share = 0;
  Position on;
  double awayM = 0;
};
[[nodiscard]] OnLine nearestOnLine(const Line& line, Position at);
/// The nearest place on the edge's line.
[[nodiscard]] RoadPoint nearestOn(const RoadGraph& graph, EdgeId edge, Position at);
/// The part of the line between two shares of its length.
[[nodiscard]] Line cutLine(const Line& line, double fromShare, double toShare);

}  // namespace fengsui
