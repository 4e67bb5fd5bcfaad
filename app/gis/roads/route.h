// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/text.h"
#include "core/time.h"
#include "gis/roads/closures.h"
#include "gis/roads/roadnetwork.h"

namespace fengsui {

/// One stretch of the way; the first and the last may be parts of an edge.
struct RouteStep {
  ArcId arc = 0;
  std::int64_t enterMs = 0;
  std::int64_t leaveMs = 0;
  double fromShare = 0;  ///< of the arc, in the direction of travel
  double toShare = 1;
};

/// A way by road, and when one is where. Off the road on either side is not part of it.
struct Route {
  Instant depart;
  Instant arrive;
  double distanceM = 0;
  std::int64_t waitedMs = 0;  ///< at closures, only where waiting was allowed
  std::vector<RouteStep> steps;
  /// Closures on the way that would be fastest without any, in the order of that way, by their places in all().
  std::vector<std::uint32_t> avoided;
  /// How long the way without closures would have taken.
  std::int64_t freeMs = 0;
  /// Whether it is certain that no way is faster. Only where a road opens again just ahead of a vehicle that may not
  /// wait can there be too many ways to tell.
  bool proven = true;

  [[nodiscard]] std::int64_t takesMs() const { return arrive.ms - depart.ms; }
};

struct RouteRequest {
  RoadPoint from;
  RoadPoint to;
  Instant depart;
  bool mayWait = false;  ///< at a node, for a road that opens again, where that is quicker
};

/// The drawn way.
[[nodiscard]] Line lineOf(const RoadGraph& graph, const Route& route);
/// The names of the roads in their order, each once in a row, with what is driven on it; nameless stretches of some
/// length as their class.
struct RoadOnRoute {
  std::string name;
  RoadClass roadClass = RoadClass::unclassified;
  double distanceM = 0;
};
[[nodiscard]] std::vector<RoadOnRoute> roadsOn(const RoadGraph& graph, const Route& route);

/// Finds ways. Thread: one at a time; keep it, it owns arrays of the graph's size.
///
/// Source: without closures customizable contraction hierarchies; with closures A* towards the time without them, which
/// settles little more than the way itself.
class RoadSearch {
 public:
  explicit RoadSearch(RoadNetwork network);
  ~RoadSearch();
  RoadSearch(RoadSearch&&) noexcept;
  RoadSearch& operator=(RoadSearch&&) noexcept;

  /// Makes the searches under these closures faster, where many are to come: what is shut until further notice from
  /// @p departFrom on is taken out beforehand. A tenth of a second for a large city; results are the same.
  void prepare(const RoadTimes& times, const RoadClosures& closures, Instant departFrom);
  /// The earliest arrival. @return nothing where no way is open.
  [[nodiscard]] std::optional<Route> earliest(const RoadTimes& times, const RoadClosures& closures,
                                              const RouteRequest& request);
  /// Up to @p count ways that differ, the earliest first: none takes more than half as long again, and each shares at
  /// most three fifths of its time with those before it. Source: the penalty method.
  [[nodiscard]] std::vector<Route> alternatives(const RoadTimes& times, const RoadClosures& closures,
                                                const RouteRequest& request, std::size_t count);

  /// Why there is no way, and what would have to be opened.
  struct CutOff {
    /// The fewest closures found that have to be opened together, in the order of the way; empty where there would be
    /// no way even without closures.
    std::vector<std::uint32_t> open;
    std::optional<Route> thenBy;  ///< the way once they are open
    /// Every closure on the fastest way without any.
    std::vector<std::uint32_t> inTheWay;
  };
  [[nodiscard]] CutOff whyNot(const RoadTimes& times, const RoadClosures& closures, const RouteRequest& request);

  [[nodiscard]] std::size_t settledLast() const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace fengsui
