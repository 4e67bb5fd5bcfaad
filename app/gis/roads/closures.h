// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/entities/roadclosure.h"
#include "core/geo.h"
#include "core/time.h"
#include "gis/roads/roadindex.h"

namespace fengsui {

/// Edges that are closed together: one slide, one flooded underpass.
struct EdgeClosure {
  std::string id;
  std::string name;
  std::vector<EdgeId> edges;
  std::vector<ClosedSpan> spans;
  std::vector<Vehicle> vehicles;  ///< for whom; none named: for all
};

/// What is closed when, ready for searching.
///
/// The rule: an edge may be passed by whoever has left it when its span begins, or enters it when the span is over.
/// Thread: any; immutable.
class RoadClosures {
 public:
  struct Held {
    std::int64_t fromMs;
    std::int64_t toMs;  ///< the largest number: until further notice
    std::uint32_t closure;
    std::uint8_t vehicles;  ///< a bit for each
  };
  static constexpr std::int64_t forEver = std::numeric_limits<std::int64_t>::max();

  RoadClosures() = default;
  explicit RoadClosures(std::vector<EdgeClosure> closures);

  /// The same for copies, different for everything else.
  [[nodiscard]] std::uint64_t identity() const { return identity_; }
  [[nodiscard]] bool empty() const { return held_.empty(); }
  [[nodiscard]] const std::vector<EdgeClosure>& all() const { return closures_; }
  /// Spans of an edge, by their beginning.
  [[nodiscard]] std::span<const Held> on(EdgeId edge) const {
    if (edge >= any_.size() || !any_[edge]) return {};
    return held_.at(edge);
  }
  /// When a vehicle that is at the edge's end at @p ms can enter it to pass in @p takesMs. Without waiting, that is at
  /// once or not at all.
  [[nodiscard]] std::optional<std::int64_t> entry(EdgeId edge, Vehicle vehicle, std::int64_t ms, std::int64_t takesMs,
                                                  bool mayWait) const;
  /// The closure that stops a passage, by its place in all().
  [[nodiscard]] std::optional<std::uint32_t> stopping(EdgeId edge, Vehicle vehicle, std::int64_t ms,
                                                      std::int64_t takesMs) const;
  /// Whether nobody with this vehicle can pass from @p fromMs on, whenever.
  [[nodiscard]] bool shutFrom(EdgeId edge, Vehicle vehicle, std::int64_t fromMs) const;
  /// These closures without some of them, by their places in all().
  [[nodiscard]] RoadClosures without(std::span<const std::uint32_t> opened) const;

 private:
  std::uint64_t identity_ = 0;
  std::vector<EdgeClosure> closures_;
  std::vector<bool> any_;
  std::unordered_map<EdgeId, std::vector<Held>> held_;
};

/// Which edges a drawn closure holds.
struct ClosedEdgeOptions {
  double withinM = 15;         ///< how far from a drawn point or line an edge may be
  bool sparesBridges = false;  ///< water below a bridge does not close it
};

/// An area closes every edge that enters it; a line those that it crosses or runs along; a point the nearest edge.
[[nodiscard]] std::vector<EdgeId> edgesClosedBy(const RoadGraph& graph, const RoadIndex& index, const Shape& shape,
                                                const ClosedEdgeOptions& options = {});

}  // namespace fengsui
