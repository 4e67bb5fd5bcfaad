// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/stationclosures.h"

namespace fengsui {

EdgeClosure laidOver(const RoadClosure& closure, const RoadNetwork& network) {
  EdgeClosure out{closure.id.text(), closure.name, {}, closure.spans, {}};
  for (const std::string& code : closure.vehicles)
    if (const auto vehicle = fromCode<Vehicle>(code)) out.vehicles.push_back(*vehicle);
  // What is closed for vehicles that this program does not know is closed for nobody it does know.
  if (out.vehicles.empty() && !closure.vehicles.empty()) out.spans.clear();
  if (closure.shape) {
    ClosedEdgeOptions options;
    options.sparesBridges = closure.sparesBridges;
    out.edges = edgesClosedBy(*network.graph, *network.index, *closure.shape, options);
  }
  return out;
}

RoadClosures closuresOf(const Situation& situation, const RoadNetwork& network) {
  return closuresOf(situation, {}, network);
}

RoadClosures closuresOf(const Situation& situation, std::span<const RoadClosure> more, const RoadNetwork& network) {
  std::vector<EdgeClosure> out;
  situation.roadClosures.forEach(
      [&](const Uuid&, const RoadClosure& closure) { out.push_back(laidOver(closure, network)); });
  for (const RoadClosure& closure : more) out.push_back(laidOver(closure, network));
  return RoadClosures(std::move(out));
}

}  // namespace fengsui
