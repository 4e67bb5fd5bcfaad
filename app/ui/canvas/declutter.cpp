// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/declutter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace fengsui {
namespace {

constexpr double kCell = 32;          // no symbol is wider
constexpr double kTouching = 0.62;    // of the sum of two half widths: closer than that one hides the other
constexpr double kStepAside = 1.04;   // how far what steps aside goes, in the same measure
constexpr double kNear = 15;          // metres per pixel
constexpr double kTooFarOut = 120.0;  // metres per pixel beyond which nothing steps aside: it would only be a swarm

struct Stands {
  QPointF at;
  double half = 0;
  std::uint32_t placed = 0;
};

// The symbols that have found a place, by cells of the screen.
class Ground {
 public:
  void add(const Stands& stands) { cells_[cellOf(stands.at)].push_back(stands); }

  /// The one that a symbol would touch; nullptr where there is room.
  [[nodiscard]] const Stands* touched(QPointF at, double half, double measure = kTouching) const {
    const Stands* nearest = nullptr;
    double least = 0;
    for (int dy = -1; dy <= 1; ++dy) {
      for (int dx = -1; dx <= 1; ++dx) {
        const auto cell = cells_.find(cellOf(at + QPointF(dx * kCell, dy * kCell)));
        if (cell == cells_.end()) continue;
        for (const Stands& other : cell->second) {
          const double away = std::hypot(other.at.x() - at.x(), other.at.y() - at.y());
          if (away >= measure * (half + other.half) || (nearest && away >= least)) continue;
          nearest = &other;
          least = away;
        }
      }
    }
    return nearest;
  }

 private:
  static std::int64_t cellOf(QPointF at) {
    return (static_cast<std::int64_t>(std::floor(at.y() / kCell)) << 24) +
           static_cast<std::int64_t>(std::floor(at.x() / kCell));
  }
  std::unordered_map<std::int64_t, std::vector<Stands>> cells_;
};

// What happens, and who is at it, is shown as long as there is room; who waits at a base only from near.
bool stepsAside(const OverlayScene::Point& point, double metresPerPixel) {
  if (point.ref.kind == Kind::incident) return true;
  if (point.ref.kind != Kind::team) return false;
  const auto status = static_cast<TeamStatus>(point.symbol.state);
  const bool busy = status == TeamStatus::enRoute || status == TeamStatus::onScene || status == TeamStatus::reserved;
  return busy || metresPerPixel < kNear;
}

// To the right and below first: that is where nothing is read before the thing itself.
std::optional<QPointF> roomBeside(const Ground& ground, QPointF at, double half, const Stands& other) {
  static constexpr std::array<double, 8> kTurns{0.125, 0.0, 0.25, 0.875, 0.375, 0.5, 0.75, 0.625};
  const double reach = kStepAside * (half + other.half);
  for (const double ring : {1.0, 1.9})
    for (const double turn : kTurns) {
      const double angle = turn * 2 * M_PI;
      const QPointF there = other.at + ring * reach * QPointF(std::cos(angle), std::sin(angle));
      if (!ground.touched(there, half, 1)) return there - at;
    }
  return std::nullopt;
}

}  // namespace

SymbolLayout SymbolLayout::of(const OverlayScene& scene, const ViewPort& view) {
  const QRectF extent = view.extent();
  const auto [first, last] = scene.between(extent.left(), extent.right());
  std::vector<std::uint32_t> seen;
  for (std::size_t i = first; i < last; ++i) {
    const double y = scene.points()[i].at.y();
    if (y >= extent.top() && y <= extent.bottom()) seen.push_back(static_cast<std::uint32_t>(i));
  }
  std::stable_sort(seen.begin(), seen.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return scene.points()[a].rank > scene.points()[b].rank; });

  SymbolLayout layout;
  Ground ground;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> counted;  // whose, which
  const bool room = view.metresPerPixel() < kTooFarOut;
  for (const std::uint32_t index : seen) {
    const auto& point = scene.points()[index];
    const QPointF at = view.toScreen(point.at);
    const double half = widthOf(point.symbol) / 2;
    QPointF shift;
    if (const Stands* other = ground.touched(at, half)) {
      const auto aside =
          room && stepsAside(point, view.metresPerPixel()) ? roomBeside(ground, at, half, *other) : std::nullopt;
      if (!aside) {
        counted.emplace_back(other->placed, index);
        continue;
      }
      shift = *aside;
    }
    ground.add({at + shift, half, static_cast<std::uint32_t>(layout.placed_.size())});
    layout.placed_.push_back({index, shift, 0, 0});
  }

  std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [whose, which] : counted) {
    Placed& placed = layout.placed_[whose];
    if (placed.underCount == 0) placed.firstUnder = static_cast<std::uint32_t>(layout.under_.size());
    ++placed.underCount;
    layout.under_.push_back(which);
  }
  std::reverse(layout.placed_.begin(), layout.placed_.end());
  return layout;
}

QPointF SymbolLayout::shiftOf(std::size_t point) const {
  const auto at = std::find_if(placed_.begin(), placed_.end(), [&](const Placed& each) { return each.point == point; });
  return at == placed_.end() ? QPointF() : at->shift;
}

std::vector<Selected> SymbolLayout::within(const OverlayScene& scene, const ViewPort& view, const QRectF& box) const {
  std::vector<Selected> found;
  for (const Placed& each : placed_) {
    const auto& point = scene.points()[each.point];
    if (!box.contains(view.toScreen(point.at) + each.shift)) continue;
    found.push_back(point.ref);
    for (std::uint32_t i = 0; i < each.underCount; ++i)
      found.push_back(scene.points()[under_[each.firstUnder + i]].ref);
  }
  return found;
}

std::vector<Selected> SymbolLayout::hits(const OverlayScene& scene, const ViewPort& view, QPointF at) const {
  std::vector<Selected> found;
  const auto add = [&](const Selected& ref) {
    if (std::find(found.begin(), found.end(), ref) == found.end()) found.push_back(ref);
  };
  for (auto each = placed_.rbegin(); each != placed_.rend(); ++each) {
    const auto& point = scene.points()[each->point];
    const QPointF away = view.toScreen(point.at) + each->shift - at;
    if (std::hypot(away.x(), away.y()) > widthOf(point.symbol) / 2 + 2) continue;
    add(point.ref);
    for (std::uint32_t i = 0; i < each->underCount; ++i) add(scene.points()[under_[each->firstUnder + i]].ref);
  }
  for (const Selected& area : scene.areasAt(view.toMap(at), view.metresPerPixel())) add(area);
  return found;
}

}  // namespace fengsui
