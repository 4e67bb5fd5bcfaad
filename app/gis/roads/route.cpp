// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/route.h"

namespace fengsui {

Line lineOf(const RoadGraph& graph, const Route& route) {
  Line out;
  for (const RouteStep& step : route.steps) {
    Line part = graph.lineOfArc(step.arc);
    if (step.fromShare > 0 || step.toShare < 1) part = cutLine(part, step.fromShare, step.toShare);
    for (const Position at : part)
      if (out.empty() || out.back() != at) out.push_back(at);
  }
  return out;
}

std::vector<RoadOnRoute> roadsOn(const RoadGraph& graph, const Route& route) {
  constexpr double worthSayingM = 100;
  std::vector<RoadOnRoute> out;
  for (const RouteStep& step : route.steps) {
    const EdgeId edge = edgeOf(step.arc);
    const double lengthM = graph.lengthM(edge) * (step.toShare - step.fromShare);
    const std::string& name = graph.nameOf(edge);
    const RoadClass roadClass = graph.edge(edge).roadClass;
    const bool same = !out.empty() && out.back().name == name && (!name.empty() || out.back().roadClass == roadClass);
    if (!same) {
      // A few metres without a name between two stretches of one road are the middle of a crossing.
      const bool crossing = out.size() > 1 && out.back().name.empty() && out.back().distanceM < worthSayingM &&
                            !name.empty() && out[out.size() - 2].name == name;
      if (crossing) {
        out[out.size() - 2].distanceM += out.back().distanceM;
        out.pop_back();
      } else {
        out.push_back({name, roadClass, 0});
      }
    }
    out.back().distanceM += lengthM;
  }
  return out;
}

}  // namespace fengsui
