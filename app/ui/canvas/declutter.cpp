// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/declutter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace fengsui {
namespace {

constexpr double kWidest = 32;       // no symbol is wider
constexpr double kGathered = 44;     // pixels within which single ones are counted under one symbol
constexpr double kTouching = 0.62;   // of the sum of two half widths: closer than that one hides the other
constexpr double kStepAside = 1.04;  // how far what steps aside goes, in the same measure
constexpr double kNear = 15;         // metres per pixel
constexpr double kFar = 40;          // metres per pixel beyond which many things that only stand there are dots
constexpr std::size_t kMany = 60;
constexpr double kDotHalf = 4;
constexpr double kTooFarOut = 120.0;  // metres per pixel beyond which nothing steps aside: it would only be a swarm

struct Stands {
  QPointF at;
  double half = 0;
  std::uint32_t placed = 0;
};

// The symbols that have found a place, by cells of the screen.
class Ground {
 public:
  /// @p cell: nothing that is looked for is further away.
  explicit Ground(double cell) : cell_(cell) {}

  void add(const Stands& stands) { cells_[cellOf(stands.at)].push_back(stands); }

  /// The one that a symbol would touch; nullptr where there is room.
  [[nodiscard]] const Stands* touched(QPointF at, double half, double measure = kTouching) const {
    const Stands* nearest = nullptr;
    double least = 0;
    for (int dy = -1; dy <= 1; ++dy) {
      for (int dx = -1; dx <= 1; ++dx) {
        const auto cell = cells_.find(cellOf(at + QPointF(dx * cell_, dy * cell_)));
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
  [[nodiscard]] std::int64_t cellOf(QPointF at) const {
    return (static_cast<std::int64_t>(std::floor(at.y() / cell_)) << 24) +
           static_cast<std::int64_t>(std::floor(at.x() / cell_));
  }
  double cell_;
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

// One more at each of several neighbours tells nothing and covers much: they are counted where most are counted
// already, else where the most important of them is; an incident only under an incident. @return under which symbol
// each counts.
std::vector<std::uint32_t> gathered(const std::vector<QPointF>& places, const std::vector<std::uint32_t>& counts,
                                    const std::vector<bool>& countsIncident) {
  std::vector<std::uint32_t> holders;
  std::vector<std::uint32_t> under(counts.size());
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    under[i] = i;
    if (counts[i] > 0) holders.push_back(i);
  }
  std::stable_sort(holders.begin(), holders.end(), [&](auto a, auto b) { return counts[a] > counts[b]; });
  Ground gatherers(kGathered);
  for (const std::uint32_t holder : holders) {
    const Stands* near =
        counts[holder] == 1 && !countsIncident[holder] ? gatherers.touched(places[holder], kGathered / 2, 1) : nullptr;
    if (near)
      under[holder] = near->placed;
    else
      gatherers.add({places[holder], kGathered / 2, holder});
  }
  return under;
}

}  // namespace

Symbol SymbolLayout::symbolOf(const OverlayScene& scene, const Placed& placed) {
  Symbol symbol = scene.points()[placed.point].symbol;
  symbol.far = placed.far;
  return symbol;
}

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

  const auto onlyStands = [&](std::uint32_t index) {
    const Kind kind = scene.points()[index].ref.kind;
    return kind != Kind::incident && kind != Kind::team;
  };
  const bool dots = view.metresPerPixel() > kFar &&
                    static_cast<std::size_t>(std::count_if(seen.begin(), seen.end(), onlyStands)) > kMany;

  SymbolLayout layout;
  Ground ground(kWidest);
  Ground dotted(2 * kDotHalf);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> counted;  // whose, which
  const bool room = view.metresPerPixel() < kTooFarOut;
  for (const std::uint32_t index : seen) {
    const auto& point = scene.points()[index];
    const QPointF at = view.toScreen(point.at);
    const double half = widthOf(point.symbol) / 2;
    QPointF shift;
    if (dots && onlyStands(index)) {
      if (const Stands* other = dotted.touched(at, kDotHalf)) {
        counted.emplace_back(other->placed, index);
        continue;
      }
      dotted.add({at, kDotHalf, static_cast<std::uint32_t>(layout.placed_.size())});
      layout.placed_.push_back({index, {}, 0, 0, true});
      continue;
    }
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
    layout.placed_.push_back({index, shift, 0, 0, false});
    if (!shift.isNull()) layout.shifts_.emplace(index, shift);
  }

  std::vector<QPointF> places;
  places.reserve(layout.placed_.size());
  for (const Placed& placed : layout.placed_)
    places.push_back(view.toScreen(scene.points()[placed.point].at) + placed.shift);
  std::vector<std::uint32_t> counts(layout.placed_.size());
  std::vector<bool> countsIncident(layout.placed_.size());
  for (const auto& [whose, which] : counted) {
    ++counts[whose];
    if (scene.points()[which].ref.kind == Kind::incident) countsIncident[whose] = true;
  }
  // Dots are too many to be told apart by numbers.
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (layout.placed_[i].far) counts[i] = 0;
  const auto under = gathered(places, counts, countsIncident);
  for (auto& one : counted) one.first = under[one.first];
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
  const auto at = shifts_.find(static_cast<std::uint32_t>(point));
  return at == shifts_.end() ? QPointF() : at->second;
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
    if (std::hypot(away.x(), away.y()) > widthOf(symbolOf(scene, *each)) / 2 + 2) continue;
    add(point.ref);
    for (std::uint32_t i = 0; i < each->underCount; ++i) add(scene.points()[under_[each->firstUnder + i]].ref);
  }
  for (const Selected& area : scene.areasAt(view.toMap(at), view.metresPerPixel())) add(area);
  return found;
}

}  // namespace fengsui
