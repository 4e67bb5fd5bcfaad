// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/ground.h"

#include <algorithm>
#include <cmath>

#include "gis/demo/chance.h"

namespace fengsui::demo {
namespace {

constexpr float kStreamM2 = 4e6F, kPlainStreamM2 = 3e7F, kRiverM2 = 4e7F;

// Rivers and brooks as chains of cells, cut at confluences.
class Rivers {
 public:
  explicit Rivers(Ground& ground)
      : ground_(ground),
        drainage_(ground.drainage),
        times_(static_cast<float>(ground.frame().cellM * ground.frame().cellM / 900)) {}

  void find() {
    const Frame& frame = ground_.frame();
    for (int col = 0; col < frame.cols; ++col) {
      const std::size_t mouth = drainage_.into.index(col, 0);
      if (flows(mouth)) waiting_.push_back({mouth, kOut});
    }
    std::sort(waiting_.begin(), waiting_.end(),
              [&](const Mouth& a, const Mouth& b) { return area(a.cell) > area(b.cell); });
    for (std::size_t i = 0; i < waiting_.size(); ++i) trace(waiting_[i]);
    std::stable_sort(ground_.rivers.begin(), ground_.rivers.end(),
                     [](const River& a, const River& b) { return a.areaKm2 > b.areaKm2; });
  }

 private:
  struct Mouth {
    std::size_t cell;
    std::uint32_t into;
  };
  [[nodiscard]] float area(std::size_t cell) const { return drainage_.areaM2.cells[cell]; }
  [[nodiscard]] bool flows(std::size_t cell) const {
    const double share = drainage_.into.row(cell) / static_cast<double>(ground_.frame().rows);
    return area(cell) >= times_ * (share < plainShare(ground_.wish) - 0.03 ? kPlainStreamM2 : kStreamM2);
  }

  void trace(Mouth mouth) {
    std::vector<std::size_t> cells;  // upstream
    std::vector<bool> confluence;
    if (mouth.into != kOut) {
      cells.push_back(mouth.into);
      confluence.push_back(true);
    }
    for (std::size_t cell = mouth.cell;;) {
      cells.push_back(cell);
      mark(cell);
      std::size_t best = cell;
      std::vector<std::size_t> others;
      for (const Neighbour& n : kNeighbours) {
        const int col = drainage_.into.col(cell) + n.col, row = drainage_.into.row(cell) + n.row;
        if (!ground_.frame().holds(col, row)) continue;
        const std::size_t donor = drainage_.into.index(col, row);
        if (drainage_.into.cells[donor] != cell || !flows(donor)) continue;
        if (best != cell && area(donor) <= area(best)) {
          others.push_back(donor);
          continue;
        }
        if (best != cell) others.push_back(best);
        best = donor;
      }
      confluence.push_back(!others.empty());
      for (const std::size_t other : others) waiting_.push_back({other, static_cast<std::uint32_t>(cell)});
      if (best == cell) break;
      cell = best;
    }
    if (cells.size() < 12) return;
    River river;
    river.areaKm2 = static_cast<double>(area(mouth.cell)) / 1e6;
    // Downstream, in stretches that end where the next brook comes in.
    std::size_t from = cells.size() - 1;
    for (std::size_t i = cells.size() - 1; i-- > 0;) {
      if (!confluence[i] && i > 0) continue;
      Line line;
      for (std::size_t k = from + 1; k-- > i;) line.push_back(drainage_.into.centre(cells[k]));
      const double cellM = ground_.frame().cellM;
      const double km2 = static_cast<double>(area(cells[std::min(from, i + 1)])) / 1e6;
      // A wide river has wide bends.
      const bool wide = km2 > 60;
      river.reaches.push_back({rounded(simplified(line, cellM * (wide ? 1.5 : 0.8)), wide ? 3 : 2), km2});
      from = i;
    }
    if (!river.reaches.empty()) ground_.rivers.push_back(std::move(river));
  }

  void mark(std::size_t cell) {
    const bool river = area(cell) >= times_ * kRiverM2;
    ground_.water.cells[cell] = static_cast<std::uint8_t>(river ? Water::river : Water::stream);
  }

  Ground& ground_;
  const Drainage& drainage_;
  float times_;
  std::vector<Mouth> waiting_;
};

struct Basin {
  std::vector<std::size_t> cells;
  std::vector<std::size_t> leaks;  // below the level and not upstream: the dam stands there
  double spanM = 0;
  std::int32_t levelCm = 0;
};

// What a dam of that height would flood.
Basin flooded(const Ground& ground, std::size_t dam, std::int32_t heightCm, std::size_t mostCells) {
  const auto& heights = ground.heightsCm;
  Basin basin{{dam}, {}, 0, heights.cells[dam] + heightCm};
  for (std::size_t i = 0; i < basin.cells.size() && basin.cells.size() <= mostCells; ++i)
    for (const Neighbour& n : kNeighbours) {
      const int col = heights.col(basin.cells[i]) + n.col, row = heights.row(basin.cells[i]) + n.row;
      if (!ground.frame().holds(col, row)) continue;
      const std::size_t next = heights.index(col, row);
      if (ground.drainage.into.cells[next] == basin.cells[i] && heights.cells[next] < basin.levelCm)
        basin.cells.push_back(next);
    }
  std::vector<std::size_t> sorted = basin.cells;
  std::sort(sorted.begin(), sorted.end());
  for (const std::size_t cell : basin.cells)
    for (const Neighbour& n : kNeighbours) {
      const int col = heights.col(cell) + n.col, row = heights.row(cell) + n.row;
      if (!ground.frame().holds(col, row)) continue;
      const std::size_t next = heights.index(col, row);
      if (heights.cells[next] < basin.levelCm && !std::binary_search(sorted.begin(), sorted.end(), next))
        basin.leaks.push_back(next);
    }
  for (const std::size_t leak : basin.leaks)
    basin.spanM = std::max(basin.spanM, 2 * distance(heights.centre(leak), heights.centre(dam)));
  return basin;
}

void build(Ground& ground, std::size_t dam, const Basin& basin, bool large) {
  Reservoir out;
  out.large = large;
  out.levelM = basin.levelCm / 100.0;
  const Frame& frame = ground.frame();
  out.areaKm2 = static_cast<double>(basin.cells.size()) * frame.cellM * frame.cellM / 1e6;
  Raster<std::uint8_t> wet(frame);
  for (const std::size_t cell : basin.cells) {
    wet.cells[cell] = 1;
    ground.heightsCm.cells[cell] = basin.levelCm;
    ground.water.cells[cell] = static_cast<std::uint8_t>(Water::lake);
  }
  out.surface = outlines(wet, std::max(frame.cols, frame.rows), 3);
  out.at = ground.heightsCm.centre(basin.cells[std::min<std::size_t>(basin.cells.size() - 1, 12)]);
  // The dam goes across the valley between the ends of what would leak.
  const Point middle = ground.heightsCm.centre(dam);
  Point left = middle, right = middle;
  double widest = 0;
  for (const std::size_t a : basin.leaks)
    for (const std::size_t b : basin.leaks)
      if (const double span = distance(ground.heightsCm.centre(a), ground.heightsCm.centre(b)); span > widest) {
        widest = span;
        left = ground.heightsCm.centre(a);
        right = ground.heightsCm.centre(b);
      }
  const double more = widest > 0 ? 0.5 * frame.cellM / widest : 0;
  out.dam = {{left.x + (left.x - right.x) * more, left.y + (left.y - right.y) * more},
             {right.x + (right.x - left.x) * more, right.y + (right.y - left.y) * more}};
  ground.reservoirs.push_back(std::move(out));
}

void dam(Ground& ground) {
  struct Wanted {
    int many;
    double lowKm2, highKm2, heightM, widestM, leastKm2;
    double apartM;
    bool large;
  };
  const Frame& frame = ground.frame();
  const double unit = frame.cellM / 30;
  const int times = ground.wish.scale;
  const Wanted kinds[] = {{ground.wish.small ? 1 : 4 * times, 35, 420, 34, 620, 0.8, 6500, true},
                          {ground.wish.small ? 2 : 11 * times, 5, 30, 15, 330, 0.04, 3000, false}};
  for (const Wanted& kind : kinds) {
    struct Site {
      double score;
      std::size_t cell;
    };
    std::vector<Site> sites;
    for (std::size_t cell = 0; cell < ground.water.cells.size(); ++cell) {
      if (ground.water.cells[cell] == 0 || mixed(cell) % 8 != 0) continue;
      const double area = static_cast<double>(ground.drainage.areaM2.cells[cell]) / 1e6 / unit / unit;
      const int row = ground.water.row(cell), col = ground.water.col(cell);
      if (area < kind.lowKm2 || area > kind.highKm2 || row > frame.rows * 0.93) continue;
      if (col < frame.cols / 12 || col > frame.cols - frame.cols / 12) continue;
      if (row < frame.rows * (plainShare(ground.wish) + 0.04)) continue;
      const Basin basin = flooded(ground, cell, static_cast<std::int32_t>(kind.heightM * 100), 8000);
      const double km2 = static_cast<double>(basin.cells.size()) * 900e-6;
      if (basin.leaks.empty() || basin.spanM > kind.widestM * unit || km2 < kind.leastKm2 || basin.cells.size() > 8000)
        continue;
      sites.push_back({km2 / (basin.spanM / unit + 90), cell});
    }
    std::sort(sites.begin(), sites.end(), [](const Site& a, const Site& b) {
      return a.score > b.score || (a.score == b.score && a.cell < b.cell);
    });
    int built = 0;
    for (const Site& site : sites) {
      if (built == kind.many) break;
      const Point at = ground.heightsCm.centre(site.cell);
      const bool near = std::any_of(ground.reservoirs.begin(), ground.reservoirs.end(), [&](const Reservoir& other) {
        return distance(at, other.at) < (other.large ? 5000 : kind.apartM) * unit;
      });
      if (near) continue;
      const Basin basin = flooded(ground, site.cell, static_cast<std::int32_t>(kind.heightM * 100), 8000);
      const bool wet = std::any_of(basin.cells.begin(), basin.cells.end(), [&](std::size_t cell) {
        return ground.water.cells[cell] == static_cast<std::uint8_t>(Water::lake);
      });
      if (wet) continue;
      build(ground, site.cell, basin, kind.large);
      ++built;
    }
  }
}

// Two canals lead water from the large rivers over the plain, in long bends.
void dig(Ground& ground) {
  const double w = ground.frame().widthM(), h = ground.frame().heightM();
  const double top = h * (plainShare(ground.wish) - 0.05);
  const Name names[] = {{"东干渠", "East Main Canal"}, {"西干渠", "West Main Canal"}};
  const double mouths[] = {0.86, 0.14};
  for (int i = 0; i < 2; ++i) {
    const double mouth = mouths[i] * w;
    Point head{mouth, top};
    double nearest = 1e18;
    for (std::size_t k = 0; k < std::min<std::size_t>(4, ground.rivers.size()); ++k)
      for (const Point at : ground.rivers[k].course())
        if (const double away = std::abs(at.y - top) + 0.3 * std::abs(at.x - mouth); away < nearest) {
          nearest = away;
          head = at;
        }
    Canal canal{names[i], {}, 14};
    Line bends{head};
    for (int k = 1; k <= 5; ++k) {
      const double t = k / 5.0;
      bends.push_back({head.x + (mouth - head.x) * t * (2 - t) + 900 * noise(ground.wish.seed + 300, k * 0.7, i * 9.3),
                       head.y * (1 - t) + 40 * t});
    }
    canal.course = rounded(bends, 4);
    ground.canals.push_back(std::move(canal));
  }
}

}  // namespace

double Reach::widthM() const {
  return std::clamp(2.8 * std::sqrt(areaKm2), 4.0, 120.0);
}

Line River::course() const {
  Line out;
  for (const Reach& reach : reaches)
    for (const Point& at : reach.course)
      if (out.empty() || !(out.back() == at)) out.push_back(at);
  return out;
}

double Ground::heightM(Point at) const {
  const double cellM = frame().cellM;
  const double u = std::clamp(at.x / cellM - 0.5, 0.0, frame().cols - 1.001);
  const double v = std::clamp(at.y / cellM - 0.5, 0.0, frame().rows - 1.001);
  const int col = static_cast<int>(u), row = static_cast<int>(v);
  const double a = u - col, b = v - row;
  const auto height = [&](int c, int r) { return heightsCm.at(c, r) / 100.0; };
  return (height(col, row) * (1 - a) + height(col + 1, row) * a) * (1 - b) +
         (height(col, row + 1) * (1 - a) + height(col + 1, row + 1) * a) * b;
}

double Ground::slope(Point at) const {
  const double step = frame().cellM;
  const double x = (heightM({at.x + step, at.y}) - heightM({at.x - step, at.y})) / (2 * step);
  const double y = (heightM({at.x, at.y + step}) - heightM({at.x, at.y - step})) / (2 * step);
  return std::sqrt(x * x + y * y);
}

Ground makeGround(const Wish& wish) {
  Ground ground;
  ground.wish = wish;
  ground.heightsCm = reliefCm(wish);
  ground.drainage = drain(ground.heightsCm, wish.seed + 1);
  ground.water = Raster<std::uint8_t>(ground.frame());
  Rivers(ground).find();
  dam(ground);
  dig(ground);
  return ground;
}

}  // namespace fengsui::demo
