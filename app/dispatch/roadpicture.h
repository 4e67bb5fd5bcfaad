// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "gis/roads/closures.h"
#include "gis/roads/route.h"
#include "gis/roads/walking.h"

namespace fengsui {

/// The roads as they are to be driven now: network, times for every kind of vehicle, closures. Copies share everything.
///
/// Thread: any; immutable. Made again when closures change (milliseconds) or when it gets dark or wet (half a second).
class RoadPicture {
 public:
  RoadPicture(RoadNetwork network, const SpeedTable& speeds, RoadConditions conditions, RoadClosures closures);
  /// The same roads under other closures.
  [[nodiscard]] RoadPicture with(RoadClosures closures) const;

  [[nodiscard]] const RoadNetwork& network() const { return network_; }
  [[nodiscard]] const RoadTimes& times(Vehicle vehicle) const { return (*times_)[static_cast<std::size_t>(vehicle)]; }
  [[nodiscard]] const RoadClosures& closures() const { return *closures_; }
  [[nodiscard]] RoadConditions conditions() const { return conditions_; }

 private:
  RoadNetwork network_;
  std::shared_ptr<const std::vector<RoadTimes>> times_;
  std::shared_ptr<const RoadClosures> closures_;
  RoadConditions conditions_;
};

/// Edges that differ in when they are closed; what has to be planned again is what uses one of them.
[[nodiscard]] std::vector<EdgeId> changedEdges(const RoadClosures& before, const RoadClosures& after);
/// Whether a way has to be looked at again after a change: it uses a changed edge, or might now be shorter.
[[nodiscard]] bool concerns(const Route& route, std::span<const EdgeId> changed);

/// What changed about a way, in words: "12 min later, by 绕行路 instead of 大桥: 大桥积水".
/// @p before, @p after: nothing where there was or is no way.
[[nodiscard]] Text whatChanged(const RoadGraph& graph, const RoadClosures& closures, const std::optional<Route>& before,
                               const std::optional<Route>& after);

/// "1 h 05 min" or "12 min"; rounded up, for nobody arrives early by rounding.
[[nodiscard]] Text durationText(std::int64_t ms);

}  // namespace fengsui
