// SPDX-License-Identifier: GPL-3.0-or-later
#include "band.h"

#include <algorithm>

namespace fengsui::flood {
namespace {

// Cells that are worked on at a time: what one loop leaves the next one finds near the processor.
constexpr int strideCells = 256;

}  // namespace

template <class Real>
Band<Real>::Band(Grid<Real>& grid, int first, int end)
    : grid_(grid), first_(first), end_(end), edge_(size()), bottom_(size()), south_(size()), north_(size()) {
  for (auto& reach : reaches_) reach = Reach<Real>(size(), second());
  if (second()) {
    beyond_ = SlopedLanes<Real>(size());
    along_ = SlopedLanes<Real>(size());
  }
  if (!grid.simpleRain)
    for (auto* lane : {&added_, &infiltrated_, &drained_}) *lane = Lane<Real>(size());
  const auto spans = static_cast<std::size_t>(grid.shape.spans());
  awake_.resize(spans * static_cast<std::size_t>(end - first + 4));
  united_.resize(spans);
}

template <class Real>
std::size_t Band<Real>::bytes() const {
  const std::size_t lanes = 4 * 4 + 4 * 4 + (second() ? 4 * 9 + 2 * 8 : 0) + (grid_.simpleRain ? 0 : 3);
  return size() * sizeof(Real) * lanes + awake_.size();
}

template <class Real>
std::uint8_t* Band<Real>::awake(int j) {
  return awake_.data() + static_cast<std::size_t>(grid_.shape.spans()) * static_cast<std::size_t>(j - first_ + 2);
}

template <class Real>
void Band<Real>::wake(int j, const StepFrame& frame) {
  const int spans = grid_.shape.spans();
  std::uint8_t* out = awake(j);
  if (j < 0 || j >= grid_.shape.rows) {
    std::fill_n(out, spans, std::uint8_t{0});
    return;
  }
  if (frame.raining) {
    std::fill_n(out, spans, std::uint8_t{1});
    return;
  }
  const std::uint8_t *above = grid_.wetRow(j - 1), *here = grid_.wetRow(j), *below = grid_.wetRow(j + 1);
  const std::uint8_t* forced = grid_.forcedRow(j);
  for (int c = 0; c < spans; ++c)
    out[c] = static_cast<std::uint8_t>(forced[c] | above[c] | here[c] | below[c] | (c > 0 ? here[c - 1] : 0) |
                                       (c + 1 < spans ? here[c + 1] : 0));
}

template <class Real>
const typename Band<Real>::Spans& Band<Real>::spansOf(int from, int to) {
  const int spans = grid_.shape.spans();
  const std::uint8_t* flags = awake(from);
  if (to > from) {
    std::copy_n(flags, spans, united_.begin());
    for (int j = from + 1; j <= to; ++j) {
      const std::uint8_t* more = awake(j);
      for (int c = 0; c < spans; ++c) united_[static_cast<std::size_t>(c)] |= more[c];
    }
    flags = united_.data();
  }
  spans_.clear();
  for (int c = 0; c < spans; ++c) {
    if (!flags[c]) continue;
    const int begin = c;
    while (c < spans && flags[c]) ++c;
    spans_.emplace_back(begin * spanCells, c * spanCells);
  }
  return spans_;
}

template <class Real>
PredictRow<Real> Band<Real>::predictRow(int j, const StepFrame& frame, Reach<Real>& out) {
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
  row.alongRow.weight = out.weight();
  row.acrossRows = out.row();
  row.roughness = grid_.manning.empty() ? nullptr : grid_.manning.row(j);
  row.uniformRoughness = static_cast<Real>(grid_.forcing.manning.uniform);
  row.step = static_cast<Real>(frame.step);
  row.stepPerDx = static_cast<Real>(frame.step / grid_.dx);
  row.stepPerDy = static_cast<Real>(frame.step / grid_.dy);
  row.dry = static_cast<Real>(grid_.numerics.dryDepthM);
  return row;
}

template <class Real>
void Band<Real>::lookAhead(int j, const StepFrame& frame, Reach<Real>& out) {
  const bool own = j >= first_;
  const Real steepest = static_cast<Real>(grid_.numerics.steepestSlope * grid_.dx);
  const Real scale = static_cast<Real>(frame.step / grid_.dx);
  const FaceRow<Real> faces = out.west.row();
  const Real* bed = grid_.bed.row(j);
  if (!second()) {
    const Real *h = grid_.depth.row(j), *u = grid_.u.row(j), *v = grid_.v.row(j);
    ghostColumns(j, frame);
    for (const auto& [from, to] : spansOf(j, j))
      grid_.kernels->faces({h - 1, u - 1, v - 1, bed - 1, nullptr}, {h, u, v, bed, nullptr}, faces, steepest, scale,
                           from, to + 1);
    flowThroughColumns(j, frame, out);
    return;
  }
  const int n = grid_.shape.columns;
  const PredictRow<Real> row = predictRow(j, frame, out);
  const SlopedRow<Real>& s = row.alongRow;
  for (const auto& [from, to] : spansOf(j - 1, j + 1)) {
    for (int begin = from; begin < to; begin += strideCells) {
      const int end = std::min(begin + strideCells, to);
      // The cells beside the awake ones lie still, but the faces want to know how high.
      const int least = begin == from ? from - 1 : begin;
      const int most = end == to ? to + 1 : end;
      grid_.kernels->predict(row, least, most);
      if (begin == 0) edgeCell(Side::west, j, frame, row);
      if (begin < n && end >= n) edgeCell(Side::east, j, frame, row);
      if (own)
        grid_.kernels->faces({s.depthHigh - 1, s.normalHigh - 1, s.tangentialHigh - 1, bed - 1, s.tilt - 1},
                             {s.depthLow, s.normalLow, s.tangentialLow, bed, s.tilt}, faces, steepest, scale, begin,
                             most);
    }
  }
  if (own) flowThroughColumns(j, frame, out);
}

template <class Real>
void Band<Real>::facesSouthOf(int j, const StepFrame& frame, SlopedRow<Real> upper, SlopedRow<Real> lower,
                              FaceBuffer<Real>& out) {
  const auto plain = [&](int row) {
    return FaceSide<Real>{grid_.depth.row(row), grid_.v.row(row), grid_.u.row(row), grid_.bed.row(row), nullptr};
  };
  FaceSide<Real> left = plain(j);
  FaceSide<Real> right = plain(j + 1);
  if (second()) {
    left = {upper.depthHigh, upper.normalHigh, upper.tangentialHigh, grid_.bed.row(j), upper.tilt};
    right = {lower.depthLow, lower.normalLow, lower.tangentialLow, grid_.bed.row(j + 1), lower.tilt};
  }
  const Real steepest = static_cast<Real>(grid_.numerics.steepestSlope * grid_.dy);
  const Real scale = static_cast<Real>(frame.step / grid_.dy);
  for (const auto& [from, to] : spansOf(j, j + 1))
    grid_.kernels->faces(left, right, out.row(), steepest, scale, from, to);
}

template <class Real>
void Band<Real>::prepare(const StepFrame& frame) {
  const int rows = grid_.shape.rows;
  for (int j = first_ - 2; j < end_ + 2; ++j) wake(j, frame);
  if (first_ == 0) ghostRow(Side::north, frame);
  if (end_ == rows) ghostRow(Side::south, frame);
  Reach<Real>& above = reaches_[0];
  Reach<Real>& own = reaches_[2];
  Reach<Real>& last = lastReach();
  if (second() && first_ > 0) lookAhead(first_ - 1, frame, above);
  lookAhead(first_, frame, own);
  if (&last != &own) lookAhead(end_ - 1, frame, last);
  if (second() && first_ == 0) beyondRow(Side::north, frame, own);
  facesSouthOf(first_ - 1, frame, first_ == 0 ? beyond_.row() : above.row(), own.row(), edge_);
  if (first_ == 0) flowThroughRow(Side::north, frame, edge_, &own);
  if (end_ == rows) {
    if (second()) beyondRow(Side::south, frame, last);
    facesSouthOf(rows - 1, frame, last.row(), beyond_.row(), bottom_);
    flowThroughRow(Side::south, frame, bottom_, &last);
  }
}

template <class Real>
void Band<Real>::updateRow(int j, const StepFrame& frame, FaceBuffer<Real>& north, Reach<Real>& reach,
                           FaceBuffer<Real>& south) {
  UpdateRow<Real> row{};
  row.depth = grid_.depth.row(j);
  row.u = grid_.u.row(j);
  row.v = grid_.v.row(j);
  row.residual = grid_.residual.row(j);
  row.west = reach.west.row();
  row.north = north.row();
  row.south = south.row();
  if (second()) {
    row.weightX = reach.weight();
    row.weightY = reach.row().weight;
  }
  row.rain = grid_.simpleRain ? static_cast<Real>(frame.rain * frame.step) : Real(0);
  FinishRow<Real> finish{};
  finish.depth = row.depth;
  finish.u = row.u;
  finish.v = row.v;
  finish.roughness = grid_.manning.empty() ? nullptr : grid_.manning.row(j);
  finish.uniformRoughness = static_cast<Real>(grid_.forcing.manning.uniform);
  finish.step = static_cast<Real>(frame.step);
  finish.dry = static_cast<Real>(grid_.numerics.dryDepthM);
  finish.perDx = static_cast<Real>(1 / grid_.dx);
  finish.perDy = static_cast<Real>(1 / grid_.dy);
  finish.wet = grid_.wetRow(j);
  const bool bare = grid_.simpleRain && grid_.springs[static_cast<std::size_t>(j)].empty();
  for (const auto& [from, to] : spansOf(j, j)) {
    const int end = std::min(to, grid_.shape.columns);
    updates_ += end - from;
    if (row.rain > Real(0))
      grid_.ledger[static_cast<std::size_t>(j)].rained +=
          static_cast<double>(row.rain) * (end - from) * grid_.dx * grid_.dy;
    if (bare) {
      rate_ = std::max(rate_, grid_.kernels->advance(row, finish, from, end));
      continue;
    }
    grid_.kernels->update(row, from, end);
    sourcesOf(j, frame, from, end);
    rate_ = std::max(rate_, grid_.kernels->finish(finish, from, end));
  }
}

template <class Real>
void Band<Real>::sweep(const StepFrame& frame, FaceBuffer<Real>* below) {
  rate_ = 0;
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
      facesSouthOf(j, frame, here->row(), next->row(), *south);
    }
    updateRow(j, frame, *north, *here, *south);
    if (frame.records) recordRow(j, frame);
    north = south;
    here = next;
    turn = 1 - turn;
  }
}

template class Band<float>;
template class Band<double>;

}  // namespace fengsui::flood
