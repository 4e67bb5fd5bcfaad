// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "edge.h"
#include "schedule.h"
#include "state.h"

namespace fengsui::flood {

/// Memory for a SlopedRow.
template <class Real>
class SlopedLanes {
 public:
  SlopedLanes() = default;
  explicit SlopedLanes(std::size_t size) {
    for (auto& lane : lanes_) lane = Lane<Real>(size);
  }
  /// Pointing at cell 0; nowhere in first order.
  [[nodiscard]] SlopedRow<Real> row() {
    if (lanes_[0].empty()) return {};
    const auto at = [&](int k) { return lanes_[k].data() + GridShape::margin; };
    return {at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8)};
  }

 private:
  Lane<Real> lanes_[9];
};

/// What a row gives to its faces in a step: the fluxes along it, and in second order its sides towards its neighbours.
template <class Real>
class Reach {
 public:
  Reach() = default;
  Reach(std::size_t size, bool second) : west(size), step_(size) {
    if (!second) return;
    sides_ = SlopedLanes<Real>(size);
  }
  [[nodiscard]] SlopedRow<Real> row() { return sides_.row(); }
  /// Of the row's cells, s; the ghosts on both sides included.
  [[nodiscard]] Real* step() { return step_.data() + GridShape::margin; }

  FaceBuffer<Real> west;

 private:
  SlopedLanes<Real> sides_;
  Lane<Real> step_;
};

/// Rows that are advanced together, in place: each row needs the old state of its neighbours only, so the row of
/// fluxes to the south is computed just before the row changes. Bands agree on the fluxes between them beforehand,
/// which is why the number of bands changes no bit of the result.
///
/// Where spans step more often than their neighbours (schedule.h), what passes between them is kept for the slower
/// ones until their own step is over; nothing is lost between them.
///
/// Thread: one at a time; prepare reads the old state everywhere, sweep writes rows of this band only.
/// All bands have prepared before any of them sweeps.
template <class Real>
class Band {
 public:
  /// Rows [first, end); at least two of them unless it is the only band.
  Band(Grid<Real>& grid, int first, int end);

  void prepare(const StepFrame& frame);
  /// The shortest step of what is awake; known when prepared.
  [[nodiscard]] int finest() const { return schedule_.finest(); }
  /// @param below the fluxes to the next band, made by it; null for the last band.
  void sweep(const StepFrame& frame, FaceBuffer<Real>* below);

  /// Looks at what is remembered of each cell, when a round has ended.
  void record(const StepFrame& frame);

  [[nodiscard]] FaceBuffer<Real>& edge() { return edge_; }
  /// The fastest wave over the cell width, 1/s.
  [[nodiscard]] Real rate() const;
  [[nodiscard]] Paces paces() const;
  [[nodiscard]] double updates() const { return updates_; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  [[nodiscard]] bool second() const { return grid_.numerics.order == 2; }
  [[nodiscard]] std::size_t size() const { return grid_.shape.stride(); }
  [[nodiscard]] Reach<Real>& lastReach() { return reaches_[end_ - 1 == first_ ? 2 : 3]; }
  /// What starts in any of the rows [from, to].
  [[nodiscard]] const SpanMask& startsOf(int from, int to);
  void fillSteps(int j, const StepFrame& frame, Reach<Real>& out);
  [[nodiscard]] PredictRow<Real> predictRow(int j, Reach<Real>& out);
  /// What a row gives to its faces, and the fluxes along it.
  void lookAhead(int j, const StepFrame& frame, Reach<Real>& out);
  /// @param upper, lower what the rows give; null: beyond a side of the grid
  void facesSouthOf(int j, bool local, Reach<Real>* upper, Reach<Real>* lower, FaceBuffer<Real>& out);
  void updateRow(int j, const StepFrame& frame, FaceBuffer<Real>& north, Reach<Real>& reach, FaceBuffer<Real>& south);
  void exchangeRow(int j, const StepFrame& frame, const UpdateRow<Real>& row, const FinishRow<Real>& finish);
  void settleRow(int j, const StepFrame& frame, const UpdateRow<Real>& row, const FinishRow<Real>& finish);
  /// Nothing comes and goes but uniform rain and what passes the faces.
  [[nodiscard]] bool isBare(int j) const {
    return grid_.simpleRain && grid_.springs[static_cast<std::size_t>(j)].empty();
  }
  /// Counts cells that end a step, and the rain on them.
  void bookRain(int j, const StepFrame& frame, Real rain, int from, int to);
  /// Calls @p act with runs of cells of one level.
  template <class Act>
  void eachLevel(int j, const StepFrame& frame, const SpanMask& spans, const Act& act) {
    if (frame.round.top == 0) return spans.eachRun(act);
    for (int k = 0; k <= frame.round.top; ++k) {
      those_ = spans;
      those_ &= schedule_.upTo(j, k);
      if (k > 0) those_ -= schedule_.upTo(j, k - 1);
      those_.eachRun(act);
    }
  }

  // bandedges.cpp
  [[nodiscard]] Boundary::Kind kindOf(Side side) const;
  [[nodiscard]] EdgeCells<Real> columnCells(Side side, int i) const;
  [[nodiscard]] EdgeCells<Real> rowCells(Side side, int j) const;
  void ghostRow(Side side, const StepFrame& frame);
  void ghostColumns(int j, const StepFrame& frame);
  void beyondRow(Side side, const StepFrame& frame, Reach<Real>& inside);
  void edgeCell(Side side, int j, const StepFrame& frame, const PredictRow<Real>& row);
  void flowThroughRow(Side side, const StepFrame& frame, FaceBuffer<Real>& faces, Reach<Real>& inside);
  void flowThroughColumns(int j, const StepFrame& frame, Reach<Real>& reach);

  // bandsources.cpp
  void sourcesOf(int j, const StepFrame& frame, int from, int to);
  void recordRow(int j, const StepFrame& frame);

  Grid<Real>& grid_;
  int first_, end_;
  SpanSchedule<Real> schedule_;
  FaceBuffer<Real> edge_, bottom_, south_, north_;
  Reach<Real> reaches_[4];    ///< two in turn, the first row, the last row
  SlopedLanes<Real> beyond_;  ///< what lies beyond the northern or the southern side
  SlopedLanes<Real> along_;   ///< the row that is looked at, in its own direction
  Lane<Real> beyondStep_;     ///< a step so long that the cell inside has the shorter one
  Lane<Real> everywhere_;     ///< ones, where all is terrain
  Lane<Real> added_, infiltrated_, drained_;
  std::vector<SpanMask> pending_;             ///< by row: what came that the cells have not taken in
  SpanMask united_, calm_, waiting_, those_;  ///< room for what is made of the schedule
  double updates_ = 0;
};

}  // namespace fengsui::flood
