// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>

#include "gis/roads/hierarchy.h"
#include "gis/roads/roadgraph.h"
#include "gis/roads/roadindex.h"
#include "gis/roads/speeds.h"

namespace fengsui {

/// The roads of a district, ready for any search. Copies share everything.
///
/// Thread: any; immutable.
struct RoadNetwork {
  std::shared_ptr<const RoadGraph> graph;
  std::shared_ptr<const RoadHierarchy> hierarchy;
  std::shared_ptr<const RoadIndex> index;

  /// Slow (seconds for a large city). Errors: refused when stopped; invalid for a graph without roads.
  [[nodiscard]] static Result<RoadNetwork> of(std::shared_ptr<const RoadGraph> graph, const std::stop_token& stop = {});
  /// The same with an order that is known (a fraction of a second); an empty one is made.
  [[nodiscard]] static Result<RoadNetwork> of(std::shared_ptr<const RoadGraph> graph, std::vector<std::uint32_t> ranks,
                                              const std::stop_token& stop = {});
};

/// How long one kind of vehicle takes along every road, in one state of weather and light. Copies share everything.
///
/// Thread: any; immutable. Units: milliseconds.
class RoadTimes {
 public:
  /// A tenth of a second for a large city.
  RoadTimes(RoadNetwork network, Vehicle vehicle, std::vector<std::uint32_t> arcMs);
  RoadTimes(const RoadNetwork& network, Vehicle vehicle, const SpeedTable& speeds, RoadConditions conditions = {});

  [[nodiscard]] const RoadNetwork& network() const { return network_; }
  [[nodiscard]] const RoadGraph& graph() const { return *network_.graph; }
  [[nodiscard]] const HierarchyWeights& weights() const { return of_->weights; }
  [[nodiscard]] Vehicle vehicle() const { return vehicle_; }
  [[nodiscard]] std::uint32_t ms(ArcId arc) const { return of_->arcMs[arc]; }
  [[nodiscard]] const std::vector<std::uint32_t>& arcMs() const { return of_->arcMs; }
  [[nodiscard]] bool usable(EdgeId edge) const {
    return ms(arcOf(edge, true)) < neverMs || ms(arcOf(edge, false)) < neverMs;
  }
  /// The place on a road of this vehicle that is nearest; nothing within @p withinM.
  [[nodiscard]] std::optional<RoadPoint> snap(Position at, double withinM = 3000) const;

 private:
  struct Made {
    std::vector<std::uint32_t> arcMs;
    HierarchyWeights weights;
  };
  RoadNetwork network_;
  Vehicle vehicle_;
  std::shared_ptr<const Made> of_;
};

}  // namespace fengsui
