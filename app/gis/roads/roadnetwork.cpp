// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/roadnetwork.h"

namespace fengsui {

Result<RoadNetwork> RoadNetwork::of(std::shared_ptr<const RoadGraph> graph, const std::stop_token& stop) {
  return of(std::move(graph), std::vector<std::uint32_t>(), stop);
}

Result<RoadNetwork> RoadNetwork::of(std::shared_ptr<const RoadGraph> graph, std::vector<std::uint32_t> ranks,
                                    const std::stop_token& stop) {
  if (graph->edgeCount() == 0)
    return failure(ErrorCode::invalid, {"there is not one road in it", "其中没有任何道路"},
                   {"build the district from an extract that has roads, or give a layer of roads",
                    "请用含道路的数据建立辖区底图，或提供道路图层"});
  auto hierarchy = RoadHierarchy::of(*graph, std::move(ranks), stop);
  if (!hierarchy) return failure(hierarchy.error());
  auto index = std::make_shared<const RoadIndex>(graph);
  return RoadNetwork{std::move(graph), std::move(*hierarchy), std::move(index)};
}

RoadTimes::RoadTimes(RoadNetwork network, Vehicle vehicle, std::vector<std::uint32_t> arcMs)
    : network_(std::move(network)), vehicle_(vehicle) {
  auto made = std::make_shared<Made>();
  made->weights = weigh(*network_.hierarchy, *network_.graph, arcMs);
  made->arcMs = std::move(arcMs);
  of_ = std::move(made);
}

RoadTimes::RoadTimes(const RoadNetwork& network, Vehicle vehicle, const SpeedTable& speeds, RoadConditions conditions)
    : RoadTimes(network, vehicle, arcTimes(*network.graph, speeds, vehicle, conditions)) {}

std::optional<RoadPoint> RoadTimes::snap(Position at, double withinM) const {
  return network_.index->nearest(at, withinM, [this](EdgeId edge) { return usable(edge); });
}

}  // namespace fengsui
