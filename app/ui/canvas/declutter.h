// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "ui/canvas/overlayscene.h"

namespace fengsui {

/// Which symbols of a scene stand for themselves at one scale, and which are counted under another: what matters more
/// stays where it is, what moves steps aside where there is room, the rest is counted; single ones close together are
/// counted as one. From far off, where shelters, depots, zones and facilities are many, they are dots that leave the
/// room to what happens.
///
/// Units: shifts in logical pixels, y down. Indices are those of OverlayScene::points().
class SymbolLayout {
 public:
  struct Placed {
    std::uint32_t point = 0;
    QPointF shift;                 ///< from where the thing is to where its symbol stands
    std::uint32_t firstUnder = 0;  ///< in under()
    std::uint32_t underCount = 0;
    bool far = false;  ///< stands there always and is one of many at this scale: a dot
  };

  /// Thread: any; a pure function.
  [[nodiscard]] static SymbolLayout of(const OverlayScene& scene, const ViewPort& view);

  /// The least important first, as they are painted.
  [[nodiscard]] const std::vector<Placed>& placed() const { return placed_; }
  [[nodiscard]] const std::vector<std::uint32_t>& under() const { return under_; }
  /// The symbol of a placed point as it is drawn.
  [[nodiscard]] static Symbol symbolOf(const OverlayScene& scene, const Placed& placed);
  /// Where the symbol of a point stands from its place; zero for one that is counted under another.
  [[nodiscard]] QPointF shiftOf(std::size_t point) const;

  /// The things whose symbols stand in a rectangle of @p view, and those counted under them.
  [[nodiscard]] std::vector<Selected> within(const OverlayScene& scene, const ViewPort& view, const QRectF& box) const;
  /// What is drawn at a pixel of @p view, the topmost first, each followed by what is counted under it; then the areas
  /// there, the smallest first.
  [[nodiscard]] std::vector<Selected> hits(const OverlayScene& scene, const ViewPort& view, QPointF at) const;

 private:
  std::vector<Placed> placed_;
  std::vector<std::uint32_t> under_;
  std::unordered_map<std::uint32_t, QPointF> shifts_;  ///< by point, of those that stepped aside
};

}  // namespace fengsui
