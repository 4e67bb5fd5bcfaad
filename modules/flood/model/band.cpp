// SPDX-License-Identifier: GPL-3.0-or-later
#include "band.h"

#include <algorithm>

namespace fengsui::flood {
namespace {

// Cells that are worked on at a time: what one loop leaves the next one finds near the processor.
constexpr int strideCells = 256;

// The step of what lies beyond the sides: longer than any inside.
template <class Real>
constexpr Real foreverS = Real(1e6);

}  // namespace

template <class Real>
Band<Real>::Band(Grid<Real>& grid, int first, int end)
    : grid_(grid),
      first_(first),
      end_(end),
      schedule_(grid, first, end),
      edge_(size()),
      bottom_(size()),
      south_(size()),
      north_(size()),
      beyondStep_(size()),
      united_(grid.shape.spans()) {
  for (auto& reach : reaches_) reach = Reach<Real>(size(), second());
  if (second()) {
    beyond_ = SlopedLanes<Real>(size());
    along_ = SlopedLanes<Real>(size());
  }
  if (!grid.simpleRain)
    for (auto* lane : {&added_, &infiltrated_, &drained_}) *lane = Lane<Real>(size());
  pending_.assign(static_cast<std::size_t>(end - first), SpanMask(grid.shape.spans()));
  if (grid.share.empty()) {
    everywhere_ = Lane<Real>(size());
    std::fill_n(everywhere_.data(), everywhere_.size(), Real(1));
  }
  std::fill_n(beyondStep_.data(), beyondStep_.size(), foreverS<Real>);
}

template <class Real>
std::size_t Band<Real>::bytes() const {
  const std::size_t lanes = 4 * 4 + 4 * 5 + 1 + (second() ? 6 * 9 : 0) + (grid_.simpleRain ? 0 : 3);
  return size() * sizeof(Real) * lanes + schedule_.bytes();
}

template <class Real>
const SpanMask& Band<Real>::startsOf(int from, int to) {
  united_ = schedule_.row(from).starts;
  for (int j = from + 1; j <= to; ++j) united_ |= schedule_.row(j).starts;
  return united_;
}

template <class Real>
void Band<Real>::fillSteps(int j, const StepFrame& frame, Reach<Real>& out) {
  const int m = GridShape::margin;
  Real* step = out.step();
  const int spans = grid_.shape.spans();
  const std::uint8_t* levels = schedule_.level(j);
  Real steps[Round::levels];
  for (int k = 0; k < Round::levels; ++k) steps[k] = static_cast<Real>(frame.round.stepS(k));
  for (int c = 0; c < spans; ++c) std::fill_n(step + c * spanCells, spanCells, steps[levels[c]]);
  std::fill_n(step - m, m, foreverS<Real>);
  // The cell beyond the last column may lie within the last span.
  std::fill(step + grid_.shape.columns, step + spans * spanCells + m, foreverS<Real>);
}

template <class Real>
PredictRow<Real> Band<Real>::predictRow(int j, Reach<Real>& out) {
  PredictRow<Real> row{};
  const auto point = [j](Neighbours<Real>(&lines)[2], const Field<Real>& field) {
    const Real* here = field.row(j);
    lines[0] = {here - 1, here, here + 1};
    lines[1] = {field.row(j - 1), here, field.row(j + 1)};
  };
  point(row.depth, grid_.depth);
  point(row.u, grid_.u);
  point(row.v, grid_.v);
  point(row.bed, grid_.bed);
  row.alongRow = along_.row();
  row.acrossRows = out.row();
  row.roughness = grid_.manning.empty() ? nullptr : grid_.manning.row(j);
  row.uniformRoughness = static_cast<Real>(grid_.forcing.manning.uniform);
  row.step = out.step();
  row.perDx = static_cast<Real>(1 / grid_.dx);
  row.perDy = static_cast<Real>(1 / grid_.dy);
  row.dry = static_cast<Real>(grid_.numerics.dryDepthM);
  return row;
}

template <class Real>
void Band<Real>::lookAhead(int j, const StepFrame& frame, Reach<Real>& out) {
  if (!schedule_.anyStarts(j - 1, j + 1)) return;
  const bool own = j >= first_;
  const Real steepest = static_cast<Real>(grid_.numerics.steepestSlope * grid_.dx);
  const Real perDx = static_cast<Real>(1 / grid_.dx);
  const FaceRow<Real> faces = out.west.row();
  const Real* bed = grid_.bed.row(j);
  fillSteps(j, frame, out);
  const Real* step = out.step();
  if (own && frame.round.top > 0)
    schedule_.row(j).touched.eachRun([&](int from, int to) {
      for (Real* flux : {faces.mass, faces.left, faces.right, faces.tangential})
        std::fill_n(flux + from, to - from + 1, Real(0));
    });
  if (!second()) {
    const Real *h = grid_.depth.row(j), *u = grid_.u.row(j), *v = grid_.v.row(j);
    ghostColumns(j, frame);
    schedule_.row(j).starts.eachRun([&](int from, int to) {
      grid_.kernels->faces({h - 1, u - 1, v - 1, bed - 1, nullptr, nullptr, step - 1},
                           {h, u, v, bed, nullptr, nullptr, step}, faces, steepest, perDx, from, to + 1);
    });
    flowThroughColumns(j, frame, out);
    return;
  }
  const int n = grid_.shape.columns;
  const PredictRow<Real> row = predictRow(j, out);
  const SlopedRow<Real>& s = row.alongRow;
  const FaceSide<Real> left{s.depthHigh - 1, s.normalHigh - 1, s.tangentialHigh - 1, bed - 1, s.tilt - 1,
                            s.pullHigh - 1,  step - 1};
  const FaceSide<Real> right{s.depthLow, s.normalLow, s.tangentialLow, bed, s.tilt, s.pullLow, step};
  startsOf(j - 1, j + 1).eachRun([&](int from, int to) {
    for (int begin = from; begin < to; begin += strideCells) {
      const int end = std::min(begin + strideCells, to);
      // The cells beside those that start lie still, but the faces want to know how high.
      grid_.kernels->predict(row, begin == from ? from - 1 : begin, end == to ? to + 1 : end);
      if (begin == 0) edgeCell(Side::west, j, frame, row);
      if (begin < n && end >= n) edgeCell(Side::east, j, frame, row);
    }
  });
  if (!own) return;
  // Faces of the spans that start here; the others have theirs when they start.
  schedule_.row(j).starts.eachRun(
      [&](int from, int to) { grid_.kernels->faces(left, right, faces, steepest, perDx, from, to + 1); });
  flowThroughColumns(j, frame, out);
}

template <class Real>
void Band<Real>::facesSouthOf(int j, bool local, Reach<Real>* upper, Reach<Real>* lower, FaceBuffer<Real>& out) {
  if (!schedule_.anyStarts(j - 1, j + 2)) return;
  const Real* beyond = beyondStep_.data() + GridShape::margin;
  const auto plain = [&](int row, Reach<Real>* reach) {
    return FaceSide<Real>{
        grid_.depth.row(row),          grid_.v.row(row), grid_.u.row(row), grid_.bed.row(row), nullptr, nullptr,
        reach ? reach->step() : beyond};
  };
  FaceSide<Real> left = plain(j, upper);
  FaceSide<Real> right = plain(j + 1, lower);
  if (second()) {
    const SlopedRow<Real> above = upper ? upper->row() : beyond_.row();
    const SlopedRow<Real> below = lower ? lower->row() : beyond_.row();
    left = {above.depthHigh, above.normalHigh, above.tangentialHigh, left.bed, above.tilt, above.pullHigh, left.step};
    right = {below.depthLow, below.normalLow, below.tangentialLow, right.bed, below.tilt, below.pullLow, right.step};
  }
  const FaceRow<Real> faces = out.row();
  if (local) {
    united_ = schedule_.row(j).touched;
    united_ |= schedule_.row(j + 1).touched;
    united_.eachRun([&](int from, int to) {
      for (Real* flux : {faces.mass, faces.left, faces.right, faces.tangential})
        std::fill_n(flux + from, to - from, Real(0));
    });
  }
  const Real steepest = static_cast<Real>(grid_.numerics.steepestSlope * grid_.dy);
  const Real perDy = static_cast<Real>(1 / grid_.dy);
  // No further than the cells: beyond them lie ghosts, which the band beside this one may be writing.
  startsOf(j, j + 1).eachRun([&](int from, int to) {
    grid_.kernels->faces(left, right, faces, steepest, perDy, from, std::min(to, grid_.shape.columns));
  });
}

template <class Real>
void Band<Real>::prepare(const StepFrame& frame) {
  const int rows = grid_.shape.rows;
  const bool local = frame.round.top > 0;
  schedule_.plan(frame);
  if (first_ == 0) ghostRow(Side::north, frame);
  if (end_ == rows) ghostRow(Side::south, frame);
  Reach<Real>& above = reaches_[0];
  Reach<Real>& own = reaches_[2];
  Reach<Real>& last = lastReach();
  if (first_ > 0) {
    if (second())
      lookAhead(first_ - 1, frame, above);
    else
      fillSteps(first_ - 1, frame, above);
  }
  lookAhead(first_, frame, own);
  if (&last != &own) lookAhead(end_ - 1, frame, last);
  if (second() && first_ == 0) beyondRow(Side::north, frame, own);
  facesSouthOf(first_ - 1, local, first_ == 0 ? nullptr : &above, &own, edge_);
  if (first_ == 0) flowThroughRow(Side::north, frame, edge_, own);
  if (end_ == rows) {
    if (second()) beyondRow(Side::south, frame, last);
    facesSouthOf(rows - 1, local, &last, nullptr, bottom_);
    flowThroughRow(Side::south, frame, bottom_, last);
  }
}

template <class Real>
void Band<Real>::updateRow(int j, const StepFrame& frame, FaceBuffer<Real>& north, Reach<Real>& reach,
                           FaceBuffer<Real>& south) {
  const bool local = frame.round.top > 0;
  const bool busy = schedule_.anyStarts(j - 1, j + 1);
  if (!busy && !pending_[static_cast<std::size_t>(j - first_)].any()) return;
  UpdateRow<Real> row{};
  row.depth = grid_.depth.row(j);
  row.u = grid_.u.row(j);
  row.v = grid_.v.row(j);
  row.residual = grid_.residual.row(j);
  row.west = reach.west.row();
  row.north = north.row();
  row.south = south.row();
  row.step = reach.step();
  row.share = grid_.share.empty() ? everywhere_.data() + GridShape::margin : grid_.share.row(j);
  row.rain = grid_.simpleRain ? static_cast<Real>(frame.rain) : Real(0);
  FinishRow<Real> finish{};
  finish.depth = row.depth;
  finish.u = row.u;
  finish.v = row.v;
  finish.roughness = grid_.manning.empty() ? nullptr : grid_.manning.row(j);
  finish.uniformRoughness = static_cast<Real>(grid_.forcing.manning.uniform);
  finish.step = row.step;
  finish.dry = static_cast<Real>(grid_.numerics.dryDepthM);
  finish.perDx = static_cast<Real>(1 / grid_.dx);
  finish.perDy = static_cast<Real>(1 / grid_.dy);
  finish.wet = grid_.wetRow(j);
  finish.pace = grid_.paceRow(j);
  if (local) {
    row.cameDepth = grid_.came[0].row(j);
    row.cameX = grid_.came[1].row(j);
    row.cameY = grid_.came[2].row(j);
  }
  if (busy)
    exchangeRow(j, frame, row, finish);
  else
    fillSteps(j, frame, reach);
  if (local) settleRow(j, frame, row, finish);
}

// Spans that wait for nobody take their whole step at once; the others gather what passes.
template <class Real>
void Band<Real>::exchangeRow(int j, const StepFrame& frame, const UpdateRow<Real>& row, const FinishRow<Real>& finish) {
  const bool local = frame.round.top > 0;
  const auto& plan = schedule_.row(j);
  SpanMask& pending = pending_[static_cast<std::size_t>(j - first_)];
  calm_ = plan.starts;
  if (local) {
    calm_ -= plan.waits;
    calm_ -= pending;
  }
  if (isBare(j))
    calm_.eachRun([&](int from, int to) {
      const int end = std::min(to, grid_.shape.columns);
      bookRain(j, frame, row.rain, from, end);
      grid_.kernels->advance(row, finish, from, end);
    });
  else
    eachLevel(j, frame, calm_, [&](int from, int to) {
      const int end = std::min(to, grid_.shape.columns);
      bookRain(j, frame, row.rain, from, end);
      grid_.kernels->update(row, from, end);
      sourcesOf(j, frame, from, end);
      grid_.kernels->finish(finish, from, end);
    });
  if (!local) return;
  const auto gather = [&](int from, int to) { grid_.kernels->gather(row, from, std::min(to, grid_.shape.columns)); };
  waiting_ = plan.starts;
  waiting_ -= calm_;
  waiting_ |= plan.touched;
  waiting_.eachRun(gather);
  pending |= waiting_;
}

// Steps that are over with this tick.
template <class Real>
void Band<Real>::settleRow(int j, const StepFrame& frame, const UpdateRow<Real>& row, const FinishRow<Real>& finish) {
  SpanMask& over = waiting_;
  over = pending_[static_cast<std::size_t>(j - first_)];
  over &= schedule_.upTo(j, frame.alignedNext());
  const bool bare = isBare(j);
  const auto settle = [&](int from, int to) {
    const int end = std::min(to, grid_.shape.columns);
    bookRain(j, frame, row.rain, from, end);
    grid_.kernels->settle(row, from, end);
    if (!bare) sourcesOf(j, frame, from, end);
    grid_.kernels->finish(finish, from, end);
  };
  if (bare)
    over.eachRun(settle);
  else
    eachLevel(j, frame, over, settle);
  pending_[static_cast<std::size_t>(j - first_)] -= over;
}

template <class Real>
void Band<Real>::sweep(const StepFrame& frame, FaceBuffer<Real>* below) {
  FaceBuffer<Real>* north = &edge_;
  FaceBuffer<Real>* spare[2] = {&south_, &north_};
  Reach<Real>* here = &reaches_[2];
  int turn = 0;
  for (int j = first_; j < end_; ++j) {
    FaceBuffer<Real>* south = below ? below : &bottom_;
    Reach<Real>* next = nullptr;
    if (j + 1 < end_) {
      next = j + 2 < end_ ? &reaches_[static_cast<std::size_t>(turn)] : &lastReach();
      if (j + 2 < end_) lookAhead(j + 1, frame, *next);
      south = spare[turn];
      facesSouthOf(j, frame.round.top > 0, here, next, *south);
    }
    updateRow(j, frame, *north, *here, *south);
    north = south;
    here = next;
    turn = 1 - turn;
  }
}

template <class Real>
Real Band<Real>::rate() const {
  Real most = 0;
  for (int j = first_; j < end_; ++j) {
    const Real* pace = grid_.paceRow(j);
    for (int c = 0; c < grid_.shape.spans(); ++c) most = std::max(most, pace[c]);
  }
  return most;
}

template <class Real>
Paces Band<Real>::paces() const {
  Paces out;
  for (int j = first_; j < end_; ++j) {
    const Real* pace = grid_.paceRow(j);
    for (int c = 0; c < grid_.shape.spans(); ++c) out.count(static_cast<float>(pace[c]));
  }
  return out;
}

template <class Real>
void Band<Real>::record(const StepFrame& frame) {
  for (int j = first_; j < end_; ++j) recordRow(j, frame);
}

template class Band<float>;
template class Band<double>;

}  // namespace fengsui::flood
