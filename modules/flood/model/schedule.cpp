// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule.h"

#include <algorithm>
#include <bit>

namespace fengsui::flood {
namespace {

// Within a round water may become so much faster before its span takes shorter steps; 0.5 is what is stable.
constexpr double haste = 1.1;
// Steps are made so that the fastest water just bears them; rounding shall not halve them.
constexpr double rounding = 1 + 1e-6;

// out[c] = max(out[c], factor times the largest of row[c-1..c+1])
template <class Real>
void spread(std::vector<Real>& out, const Real* row, Real factor) {
  const std::size_t n = out.size();
  Real before = row[0];
  for (std::size_t c = 0; c < n; ++c) {
    const Real after = row[c + 1 < n ? c + 1 : c];
    out[c] = std::max(out[c], factor * std::max(std::max(before, row[c]), after));
    before = row[c];
  }
}

}  // namespace

template <class Real>
SpanSchedule<Real>::SpanSchedule(const Grid<Real>& grid, int first, int end)
    : grid_(grid),
      first_(first),
      end_(end),
      spans_(grid.shape.spans()),
      firstBlock_(std::max(0, first - 2) / blockRows),
      sought_(spans_),
      finer_(spans_) {
  const SpanMask none(spans_);
  rows_.assign(static_cast<std::size_t>(end - first + 4), Row{none, none, none, none, false});
  Block block;
  block.level.resize(static_cast<std::size_t>(spans_));
  block.upTo.fill(none);
  const int lastBlock = std::min(end + 1, grid.shape.rows - 1) / blockRows;
  blocks_.assign(static_cast<std::size_t>(lastBlock - firstBlock_ + 1), block);
  top_.assign(static_cast<std::size_t>(spans_), Round::levels - 1);
  cone_.resize(static_cast<std::size_t>(spans_));
}

template <class Real>
std::size_t SpanSchedule<Real>::bytes() const {
  const auto spans = static_cast<std::size_t>(spans_);
  return rows_.size() * (sizeof(Row) + spans / 2) + blocks_.size() * (sizeof(Block) + 2 * spans);
}

template <class Real>
void SpanSchedule<Real>::wake(int j, const StepFrame& frame, SpanMask& out) const {
  if (frame.raining) {
    out.fill(spans_);
    return;
  }
  out.clear();
  const std::uint8_t *above = grid_.wetRow(j - 1), *here = grid_.wetRow(j), *below = grid_.wetRow(j + 1);
  const std::uint8_t* forced = grid_.forcedRow(j);
  for (int c = 0; c < spans_; ++c)
    if (forced[c] | above[c] | here[c] | below[c] | (c > 0 ? here[c - 1] : 0) | (c + 1 < spans_ ? here[c + 1] : 0))
      out.set(c);
}

template <class Real>
void SpanSchedule<Real>::lookNear(int block) {
  std::fill(cone_.begin(), cone_.end(), Real(0));
  for (int j = block * blockRows; j < std::min((block + 1) * blockRows, grid_.shape.rows); ++j) {
    const Real* pace = grid_.paceRow(j);
    for (int c = 0; c < spans_; ++c)
      cone_[static_cast<std::size_t>(c)] = std::max(cone_[static_cast<std::size_t>(c)], pace[c]);
    spread(cone_, pace, Real(0.5));
  }
  lookAround(block, 1, 1, Real(0.5));
}

template <class Real>
void SpanSchedule<Real>::lookAround(int block, int near, int far, Real factor) {
  const int begin = block * blockRows, end = begin + blockRows;
  for (int d = near; d <= far; ++d) {
    if (isTerrain(begin - d)) spread(cone_, grid_.paceRow(begin - d), factor);
    if (isTerrain(end - 1 + d)) spread(cone_, grid_.paceRow(end - 1 + d), factor);
  }
}

// When a round begins: from the water around.
template <class Real>
void SpanSchedule<Real>::grade(int block, const StepFrame& frame) {
  lookNear(block);
  lookAround(block, 2, 3, Real(0.25));
  lookAround(block, 4, 7, Real(0.125));
  sought_.clear();
  for (int j = block * blockRows; j < std::min((block + 1) * blockRows, grid_.shape.rows); ++j)
    sought_.addFlags(grid_.forcedRow(j), spans_);
  Block& out = blocks_[static_cast<std::size_t>(block - firstBlock_)];
  const Round& round = frame.round;
  for (int c = 0; c < spans_; ++c) {
    int level = round.levelFor(static_cast<double>(cone_[static_cast<std::size_t>(c)]), round.courant * rounding);
    // What comes from outside is known for the grid as a whole.
    if (sought_.at(c)) level = std::min(level, round.base());
    out.level[static_cast<std::size_t>(c)] = static_cast<std::uint8_t>(level);
  }
  markLevels(out, round.top);
}

// Within the round: what became faster steps more often.
template <class Real>
void SpanSchedule<Real>::lower(int block, const StepFrame& frame) {
  Block& out = blocks_[static_cast<std::size_t>(block - firstBlock_)];
  const int aligned = std::countr_zero(static_cast<unsigned>(frame.tick));
  sought_ = out.upTo[static_cast<std::size_t>(aligned)];
  sought_ -= out.upTo[0];
  if (!sought_.any()) return;
  lookNear(block);
  const double share = frame.round.courant * haste;
  bool changed = false;
  sought_.eachRun([&](int from, int to) {
    for (int c = from / spanCells; c < std::min(to / spanCells, spans_); ++c) {
      std::uint8_t& level = out.level[static_cast<std::size_t>(c)];
      const int bears = frame.round.levelFor(static_cast<double>(cone_[static_cast<std::size_t>(c)]), share);
      if (bears >= level) continue;
      level = static_cast<std::uint8_t>(bears);
      changed = true;
    }
  });
  if (changed) markLevels(out, frame.round.top);
}

template <class Real>
void SpanSchedule<Real>::markLevels(Block& block, int top) const {
  for (int k = 0; k <= top; ++k) {
    SpanMask& mask = block.upTo[static_cast<std::size_t>(k)];
    mask.clear();
    for (int c = 0; c < spans_; ++c)
      if (block.level[static_cast<std::size_t>(c)] <= k) mask.set(c);
  }
}

template <class Real>
void SpanSchedule<Real>::plan(const StepFrame& frame) {
  const int top = frame.round.top;
  const int from = std::max(first_ - 2, 0), to = std::min(end_ + 2, grid_.shape.rows);
  for (int block = from / blockRows; block <= (to - 1) / blockRows; ++block) {
    if (top > 0 && frame.tick > 0)
      lower(block, frame);
    else if (top > 0)
      grade(block, frame);
    else if (frame.tick == 0) {
      Block& all = blocks_[static_cast<std::size_t>(block - firstBlock_)];
      std::fill(all.level.begin(), all.level.end(), std::uint8_t{0});
      all.upTo[0].fill(spans_);
    }
  }
  finest_ = top;
  const int aligned = frame.tick == 0 ? top : std::countr_zero(static_cast<unsigned>(frame.tick));
  for (int j = from; j < to; ++j) {
    Row& row = rows_[static_cast<std::size_t>(j - first_ + 2)];
    wake(j, frame, row.awake);
    row.starts = row.awake;
    row.starts &= upTo(j, aligned);
    row.any = row.starts.any();
    if (j < first_ || j >= end_) continue;
    while (finest_ > 0) {
      finer_ = row.awake;
      finer_ &= upTo(j, finest_ - 1);
      if (!finer_.any()) break;
      --finest_;
    }
  }
  if (top > 0) markNeighbours(frame);
}

template <class Real>
void SpanSchedule<Real>::markNeighbours(const StepFrame& frame) {
  for (int j = std::max(first_ - 1, 0); j < std::min(end_ + 1, grid_.shape.rows); ++j) {
    Row& here = rows_[static_cast<std::size_t>(j - first_ + 2)];
    here.touched.clear();
    here.waits.clear();
    if (!anyStarts(j - 1, j + 1)) continue;
    here.touched |= row(j - 1).starts;
    here.touched |= row(j + 1).starts;
    here.touched.addBeside(here.starts);
    here.touched &= here.awake;
    here.touched -= here.starts;
    for (int k = 0; k < frame.round.top; ++k) {
      finer_.clear();
      if (isTerrain(j - 1)) finer_ |= upTo(j - 1, k);
      if (isTerrain(j + 1)) finer_ |= upTo(j + 1, k);
      finer_.addBeside(upTo(j, k));
      finer_ -= upTo(j, k);
      here.waits |= finer_;
    }
    here.waits &= here.starts;
  }
}

template <class Real>
bool SpanSchedule<Real>::anyStarts(int from, int to) const {
  for (int j = from; j <= to; ++j)
    if (row(j).any) return true;
  return false;
}

template class SpanSchedule<float>;
template class SpanSchedule<double>;

}  // namespace fengsui::flood
