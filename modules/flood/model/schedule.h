// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "spanmask.h"
#include "state.h"

namespace fengsui::flood {

/// Which spans of a band's rows, and of the two rows on each side of it, step in a tick, and for how long.
///
/// Spans far from water sleep. A span steps no longer than its own water bears, nor than the fastest water near it
/// takes to come: twice as long beside it, four times two cells further, eight times four cells further. A few rows
/// step together, for fewer and longer runs. Bands decide about each other's rows from the same numbers and agree.
/// Thread: that of its band; plan reads the grid's flags, which nobody writes then.
template <class Real>
class SpanSchedule {
 public:
  /// What a row does in a tick.
  struct Row {
    SpanMask awake;
    SpanMask starts;
    SpanMask touched;  ///< awake, in the middle of its step, beside one that starts
    SpanMask waits;    ///< starts, but a span beside it steps more often
    bool any = false;  ///< does a span start?
  };

  /// Rows [first, end) with two more on each side.
  SpanSchedule(const Grid<Real>& grid, int first, int end);

  void plan(const StepFrame& frame);

  [[nodiscard]] const Row& row(int j) const { return rows_[static_cast<std::size_t>(j - first_ + 2)]; }
  /// Of the steps of a row's spans; the same for rows that step together.
  [[nodiscard]] const std::uint8_t* level(int j) const { return isTerrain(j) ? blockOf(j).level.data() : top_.data(); }
  /// Those of a row's spans whose level is so low.
  [[nodiscard]] const SpanMask& upTo(int j, int level) const {
    return blockOf(j).upTo[static_cast<std::size_t>(level)];
  }
  /// Does any span of the rows [from, to] start?
  [[nodiscard]] bool anyStarts(int from, int to) const;
  /// The shortest step in the band's own rows among what is awake.
  [[nodiscard]] int finest() const { return finest_; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr int blockRows = 4;
  struct Block {
    std::vector<std::uint8_t> level;
    std::array<SpanMask, Round::levels> upTo;
  };

  [[nodiscard]] bool isTerrain(int j) const { return j >= 0 && j < grid_.shape.rows; }
  [[nodiscard]] const Block& blockOf(int j) const {
    return blocks_[static_cast<std::size_t>(j / blockRows - firstBlock_)];
  }
  void wake(int j, const StepFrame& frame, SpanMask& out) const;
  /// The fastest water of a block's own rows, and half of that beside it.
  void lookNear(int block);
  /// And of what is so many rows away, times a factor.
  void lookAround(int block, int near, int far, Real factor);
  void grade(int block, const StepFrame& frame);
  void lower(int block, const StepFrame& frame);
  void markLevels(Block& block, int top) const;
  void markNeighbours(const StepFrame& frame);

  const Grid<Real>& grid_;
  int first_, end_, spans_, firstBlock_;
  std::vector<Row> rows_;
  std::vector<Block> blocks_;
  std::vector<std::uint8_t> top_;  ///< of rows beyond the grid: nobody waits for them
  std::vector<Real> cone_;
  SpanMask sought_, finer_;
  int finest_ = 0;
};

}  // namespace fengsui::flood
