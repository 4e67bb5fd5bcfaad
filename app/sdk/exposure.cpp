// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/exposure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fengsui {
namespace {

constexpr std::uint32_t kOutside = 0xffffffff;
constexpr double kEarthRadiusM = 6378137;  // of EPSG:3857

std::uint32_t cellAt(const FrameGrid& grid, Position at) {
  const double x = at.lonDeg() * std::numbers::pi / 180 * kEarthRadiusM;
  const double y = std::asinh(std::tan(at.latDeg() * std::numbers::pi / 180)) * kEarthRadiusM;
  const double column = std::floor((x - grid.west) / grid.cell), row = std::floor((grid.north - y) / grid.cell);
  if (!(column >= 0 && row >= 0 && column < grid.columns && row < grid.rows)) return kOutside;
  return static_cast<std::uint32_t>(row) * static_cast<std::uint32_t>(grid.columns) +
         static_cast<std::uint32_t>(column);
}

// Square metres on the ground of a cell in that row; the web map grows with the latitude.
double cellArea(const FrameGrid& grid, int row) {
  const double y = grid.north - (row + 0.5) * grid.cell;
  const double onGround = grid.cell / std::cosh(y / kEarthRadiusM);
  return onGround * onGround;
}

// One thing while frames go by.
class Watched {
 public:
  Watched(const ExposedThing& thing, const std::vector<ExposureStage>& stages, const FrameGrid& grid)
      : thing_(&thing), stages_(&stages), spans_(stages.size()) {
    for (const Position point : thing.points) cells_.push_back(cellAt(grid, point));
    inside_ = std::any_of(cells_.begin(), cells_.end(), [](std::uint32_t cell) { return cell != kOutside; });
  }

  [[nodiscard]] bool inside() const { return inside_; }
  [[nodiscard]] const std::vector<std::uint32_t>& cells() const { return cells_; }
  [[nodiscard]] const ExposedThing& thing() const { return *thing_; }

  [[nodiscard]] double valueIn(const FrameCounts& counts, double step) const {
    std::uint16_t most = 0;
    for (const std::uint32_t cell : cells_)
      if (cell != kOutside) most = std::max(most, counts[cell]);
    return most * step;
  }

  void see(std::int64_t ms, double value) {
    if (value > most_) {
      most_ = value;
      mostMs_ = ms;
    }
    for (std::size_t k = 0; k < spans_.size(); ++k) {
      const double from = (*stages_)[k].from;
      Span& span = spans_[k];
      const auto crossing = [&] {
        const double share = (from - value_) / (value - value_);
        return ms_ + std::llround(share * static_cast<double>(ms - ms_));
      };
      if (value >= from) {
        const std::int64_t begin = !seen_ || value_ >= from ? (seen_ ? ms_ : ms) : crossing();
        if (span.first < 0) span.first = begin;
        span.sum += ms - begin;
        span.last = ms;
        span.on = true;
      } else {
        if (seen_ && value_ >= from) {
          span.last = crossing();
          span.sum += span.last - ms_;
        }
        span.on = false;
      }
    }
    seen_ = true;
    ms_ = ms;
    value_ = value;
  }

  // A peak that lies between frames.
  void peak(double value) {
    if (value <= most_) return;
    most_ = value;
    for (std::size_t k = 0; k < spans_.size(); ++k)
      if (value >= (*stages_)[k].from && spans_[k].first < 0) {
        spans_[k].first = mostMs_;
        spans_[k].last = mostMs_;
      }
  }

  [[nodiscard]] std::optional<Hit> hit(const FrameCounts& largest, double step) const {
    if (spans_.empty() || spans_.front().first < 0) return std::nullopt;
    Hit out;
    if (!thing_->id.isNil()) out.kind = std::string(nameOf(thing_->kind).code);
    out.id = thing_->id;
    out.what = thing_->what;
    out.name = thing_->name;
    out.town = thing_->town;
    out.where = thing_->where;
    out.most = most_;
    out.mostMs = mostMs_;
    for (std::size_t k = 0; k < spans_.size(); ++k)
      if (spans_[k].first >= 0)
        out.stages.push_back({(*stages_)[k].code, spans_[k].first, spans_[k].sum, spans_[k].last, spans_[k].on});
    for (std::size_t i = 0; i < thing_->people.size(); ++i)
      if (cells_[i] != kOutside && largest[cells_[i]] * step >= stages_->front().from) out.people += thing_->people[i];
    out.registered = thing_->registered;
    out.vulnerable = thing_->vulnerable;
    out.beds = thing_->beds;
    out.roadClass = thing_->roadClass;
    out.stock = thing_->stock;
    if (thing_->shape) reachedPart(largest, step, out);
    return out;
  }

 private:
  struct Span {
    std::int64_t first = -1;
    std::int64_t sum = 0;
    std::int64_t last = 0;
    bool on = false;
  };

  // The points of a road that are reached, as lines; a single one is a point with a little road around it.
  void reachedPart(const FrameCounts& largest, double step, Hit& out) const {
    Shape part{ShapeKind::line, {}, {}, {}};
    double length = 0;
    bool before = false;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const bool wet = cells_[i] != kOutside && largest[cells_[i]] * step >= stages_->front().from;
      if (wet) {
        if (!before) {
          part.lines.emplace_back();
          if (i > 0) part.lines.back().push_back(thing_->points[i - 1]);
        }
        part.lines.back().push_back(thing_->points[i]);
      } else if (before) {
        part.lines.back().push_back(thing_->points[i]);
      }
      before = wet;
    }
    std::erase_if(part.lines, [](const Line& line) { return line.size() < 2; });
    for (const Line& line : part.lines)
      for (std::size_t i = 1; i < line.size(); ++i) length += distanceM(line[i - 1], line[i]);
    out.lengthM = std::llround(length);
    if (!part.lines.empty())
      out.shape = std::move(part);
    else
      out.shape = Shape::at(out.where);
  }

  const ExposedThing* thing_;
  const std::vector<ExposureStage>* stages_;
  std::vector<std::uint32_t> cells_;
  std::vector<Span> spans_;
  bool inside_ = false;
  bool seen_ = false;
  std::int64_t ms_ = 0;
  double value_ = 0;
  double most_ = 0;
  std::int64_t mostMs_ = 0;
};

}  // namespace

const std::vector<ExposureStage>& ExposureRules::of(const std::string& kind) const {
  static const std::vector<ExposureStage> none;
  if (const auto own = stages.find(kind); own != stages.end()) return own->second;
  const auto rest = stages.find("");
  return rest == stages.end() ? none : rest->second;
}

const StageTime* Hit::stage(std::string_view code) const {
  const auto found = std::find_if(stages.begin(), stages.end(), [&](const StageTime& s) { return s.stage == code; });
  return found == stages.end() ? nullptr : &*found;
}

std::vector<const Hit*> Exposure::of(std::string_view what) const {
  std::vector<const Hit*> out;
  for (const Hit& hit : hits)
    if (hit.what == what) out.push_back(&hit);
  return out;
}

Result<Exposure> exposureOf(const FramesFile& frames, const FramesFile* maximum,
                            const std::vector<ExposedThing>& things, const ExposureRules& rules,
                            const std::stop_token& stop) {
  const FramesHeader& header = frames.header();
  const FrameGrid& grid = header.grid;
  const double step = header.layer.step;
  Exposure out;
  out.start = header.start;
  out.endMs = frames.afterMs().empty() ? 0 : frames.afterMs().back();
  out.layer = header.layer.code;
  out.unit = header.layer.unit;

  std::vector<Watched> watched;
  std::vector<Watched> masses;  // buildings: only their sum is told
  const auto stopped = [] { return failure(ErrorCode::refused, {"it was stopped", "已停止"}); };
  for (const ExposedThing& thing : things) {
    if (stop.stop_requested()) return stopped();
    const auto& stages = rules.of(thing.what);
    if (stages.empty() || thing.points.empty()) continue;
    Watched one(thing, stages, grid);
    if (thing.what == "building")
      masses.push_back(std::move(one));
    else if (one.inside())
      watched.push_back(std::move(one));
    else if (!thing.id.isNil())
      out.beyond.push_back(thing.name);
  }

  FrameCounts largest(grid.cells());
  const auto take = [&](const FrameCounts& counts) {
    for (std::size_t i = 0; i < counts.size(); ++i) largest[i] = std::max(largest[i], counts[i]);
  };
  for (std::size_t i = 0; i < frames.afterMs().size(); ++i) {
    if (stop.stop_requested()) return stopped();
    const auto counts = frames.read(i);
    if (!counts) return failure(counts.error());
    take(*counts);
    for (Watched& one : watched) one.see(frames.afterMs()[i], one.valueIn(*counts, step));
  }
  if (maximum && maximum->header().grid == grid && !maximum->afterMs().empty()) {
    const auto counts = maximum->read(maximum->afterMs().size() - 1);
    if (!counts) return failure(counts.error());
    take(*counts);
    for (Watched& one : watched) one.peak(one.valueIn(*counts, step));
  }

  if (stop.stop_requested()) return stopped();
  for (const Watched& one : watched)
    if (auto hit = one.hit(largest, step)) out.hits.push_back(std::move(*hit));
  std::stable_sort(out.hits.begin(), out.hits.end(), [](const Hit& a, const Hit& b) {
    return std::tuple(a.stages.front().firstMs, -a.most) < std::tuple(b.stages.front().firstMs, -b.most);
  });
  for (const Watched& mass : masses) {
    const double from = rules.of("building").front().from;
    for (std::size_t i = 0; i < mass.cells().size(); ++i) {
      const std::uint32_t cell = mass.cells()[i];
      if (cell == kOutside || largest[cell] * step < from) continue;
      ++out.buildings;
      if (i < mass.thing().people.size()) out.people += mass.thing().people[i];
    }
  }
  if (const auto& stages = rules.of(""); !stages.empty())
    for (int row = 0; row < grid.rows; ++row) {
      const auto begin = largest.begin() + std::ptrdiff_t{row} * grid.columns;
      const auto count = std::count_if(begin, begin + grid.columns,
                                       [&](std::uint16_t value) { return value * step >= stages.front().from; });
      out.areaM2 += static_cast<double>(count) * cellArea(grid, row);
    }
  return out;
}

}  // namespace fengsui
