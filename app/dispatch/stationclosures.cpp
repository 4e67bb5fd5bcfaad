// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/stationclosures.h"

namespace fengsui {

RoadClosures closuresOf(const Situation& situation, const RoadNetwork& network) {
  std::vector<EdgeClosure> out;
  situation.roadClosures.forEach([&](const Uuid&, const RoadClosure& closure) {
    EdgeClosure edges{closure.id.text(), closure.name, {}, closure.spans, {}};
    for (const std::string& code : closure.vehicles)
      if (const auto vehicle = fromCode<Vehicle>(code)) edges.vehicles.push_back(*vehicle);
    if (closure.shape) {
      ClosedEdgeOptions options;
      options.sparesBridges = closure.sparesBridges;
      edges.edges = edgesClosedBy(*network.graph, *network.index, *closure.shape, options);
    }
    out.push_back(std::move(edges));
  });
  return RoadClosures(std::move(out));
}

}  // namespace fengsui
