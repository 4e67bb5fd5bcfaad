// SPDX-License-Identifier: GPL-3.0-or-later
#include "band.h"

#include <algorithm>
#include <cstring>

#include "edge.h"

namespace fengsui::flood {
namespace {

// Sums in eight fixed lanes: the order never depends on how the loop is compiled.
template <class Real>
double sumOf(const Real* values, int from, int to) {
  double lanes[8] = {};
  int i = from;
  for (; i + 8 <= to; i += 8)
    for (int k = 0; k < 8; ++k) lanes[k] += static_cast<double>(values[i + k]);
  for (; i < to; ++i) lanes[0] += static_cast<double>(values[i]);
  return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

void book(RowLedger& ledger, double inward) {
  (inward > 0 ? ledger.entered : ledger.left) += inward > 0 ? inward : -inward;
}

}  // namespace

template <class Real>
Band<Real>::Band(Grid<Real>& grid, int first, int end)
    : grid_(grid),
      first_(first),
      end_(end),
      edge_(grid.shape.stride()),
      bottom_(grid.shape.stride()),
      south_(grid.shape.stride()),
      north_(grid.shape.stride()),
      west_(grid.shape.stride()),
      zeros_(grid.shape.stride()),
      added_(grid.shape.stride()),
      infiltrated_(grid.shape.stride()),
      drained_(grid.shape.stride()) {
  if (second())
    for (int i = 0; i < 6; ++i) slopes_.emplace_back(grid.shape.stride());
  const auto spans = static_cast<std::size_t>(grid.shape.spans());
  awake_.resize(spans * static_cast<std::size_t>(end - first + 4));
  united_.resize(spans);
}

template <class Real>
std::size_t Band<Real>::bytes() const {
  return grid_.shape.stride() * sizeof(Real) * (5 * 4 + 4 + 9 * slopes_.size()) + awake_.size();
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
void Band<Real>::reconstruct(int j, Slopes& out) {
  const auto three = [j](const Field<Real>& field) {
    return Neighbours<Real>{field.row(j - 1), field.row(j), field.row(j + 1)};
  };
  const auto depth = three(grid_.depth), normal = three(grid_.v), tangential = three(grid_.u), bed = three(grid_.bed);
  for (const auto& [from, to] : spansOf(j - 1, j + 1))
    grid_.kernels->slopes(depth, normal, tangential, bed, out.row(), static_cast<Real>(grid_.numerics.dryDepthM), from,
                          to);
}

template <class Real>
void Band<Real>::facesSouthOf(int j, Slopes* here, Slopes* south, FaceBuffer<Real>& out) {
  const int m = GridShape::margin;
  const auto plain = [&](int row) {
    return FaceSide<Real>{grid_.depth.row(row), grid_.v.row(row), grid_.u.row(row), grid_.bed.row(row),
                          second() ? zeros_.data() + m : nullptr};
  };
  FaceSide<Real> upper = plain(j);
  FaceSide<Real> lower = plain(j + 1);
  if (here) {
    const SlopedRow<Real> s = here->row();
    upper = {s.depthHigh, s.normalHigh, s.tangentialHigh, grid_.bed.row(j), s.tilt};
  }
  if (south) {
    const SlopedRow<Real> s = south->row();
    lower = {s.depthLow, s.normalLow, s.tangentialLow, grid_.bed.row(j + 1), s.tiltLow};
  }
  const Real steepest = static_cast<Real>(grid_.numerics.steepestSlope * grid_.dy);
  for (const auto& [from, to] : spansOf(j, j + 1)) grid_.kernels->faces(upper, lower, out.row(), steepest, from, to);
}

template <class Real>
void Band<Real>::ghostRow(Side side, const StepFrame& frame) {
  const bool north = side == Side::north;
  const int rows = grid_.shape.rows;
  const int j = north ? 0 : rows - 1;
  const int ghost = north ? -1 : rows;
  const int inner = north ? std::min(1, rows - 1) : std::max(rows - 2, 0);
  const Real outward = north ? Real(-1) : Real(1);
  const auto kind = grid_.forcing.boundaries[static_cast<std::size_t>(side)].kind;
  const Real value = static_cast<Real>(frame.side[static_cast<std::size_t>(side)]);
  for (const auto& [from, to] : spansOf(j, j)) {
    for (int i = from; i < std::min(to, grid_.shape.columns); ++i) {
      const auto cell = ghostOf<Real>(kind, value, grid_.depth.at(i, j), outward * grid_.v.at(i, j), grid_.u.at(i, j),
                                      grid_.bed.at(i, j), grid_.bed.at(i, inner));
      grid_.depth.at(i, ghost) = cell.depth;
      grid_.v.at(i, ghost) = outward * cell.outward;
      grid_.u.at(i, ghost) = cell.along;
      grid_.bed.at(i, ghost) = cell.bed;
    }
  }
}

// Where the discharge is given it passes exactly, whatever the Riemann problem says.
template <class Real>
void Band<Real>::flowThroughRow(Side side, const StepFrame& frame, FaceBuffer<Real>& faces, Slopes* slopes) {
  const bool north = side == Side::north;
  const int j = north ? 0 : grid_.shape.rows - 1;
  const auto kind = grid_.forcing.boundaries[static_cast<std::size_t>(side)].kind;
  const Real flow = static_cast<Real>(frame.side[static_cast<std::size_t>(side)]);
  const bool given = kind == Boundary::Kind::discharge || kind == Boundary::Kind::unitFlow;
  const FaceRow<Real> row = faces.row();
  const Real outward = north ? Real(-1) : Real(1);
  const double weight = frame.step * grid_.dx / frame.stages;
  RowLedger& ledger = grid_.ledger[static_cast<std::size_t>(j)];
  for (const auto& [from, to] : spansOf(j, j)) {
    const int end = std::min(to, grid_.shape.columns);
    for (int i = from; i < end; ++i) {
      if (given) {
        const bool ground = grid_.share.empty() || grid_.share.at(i, j) > Real(0);
        const Real q = ground ? flow : Real(0);
        const SlopedRow<Real> s = slopes ? slopes->row() : SlopedRow<Real>{};
        const Real h = slopes ? (north ? s.depthLow : s.depthHigh)[i] : grid_.depth.at(i, j);
        const Real speed = slopes ? (north ? s.normalLow : s.normalHigh)[i] : grid_.v.at(i, j);
        const Real at = q > Real(0) ? inflowDepth<Real>(q, h, outward * speed) : h;
        const Real push = (q > Real(0) ? q * q / at : Real(0)) + Real(0.5 * gravity) * (at - h) * (at + h);
        row.mass[i] = -outward * q;
        (north ? row.right : row.left)[i] = push;
        row.tangential[i] = Real(0);
      }
      book(ledger, static_cast<double>(-outward * row.mass[i]) * weight);
    }
  }
}

// In second order a side is where the face is, not half a cell beyond it.
template <class Real>
typename Band<Real>::Slopes* Band<Real>::beyondRow(Side side, const StepFrame& frame, Slopes& inside) {
  const auto kind = grid_.forcing.boundaries[static_cast<std::size_t>(side)].kind;
  const int rows = grid_.shape.rows;
  if (kind == Boundary::Kind::wall || rows < 3) return nullptr;
  const Real value = static_cast<Real>(frame.side[static_cast<std::size_t>(side)]);
  const bool south = side == Side::south;
  const int j = south ? rows - 1 : 0;
  const int ghost = south ? rows : -1;
  const int inward = south ? -1 : 1;
  const Real dry = static_cast<Real>(grid_.numerics.dryDepthM);
  const SlopedRow<Real> in = inside.row();
  const SlopedRow<Real> out = slopes_[5].row();
  for (const auto& [from, to] : spansOf(j, j))
    for (int i = from; i < std::min(to, grid_.shape.columns); ++i) {
      EdgeCells<Real> cells;
      for (int k = 0; k < 3; ++k) {
        cells.depth[k] = grid_.depth.at(i, j + k * inward);
        cells.normal[k] = grid_.v.at(i, j + k * inward);
        cells.tangential[k] = grid_.u.at(i, j + k * inward);
        cells.bed[k] = grid_.bed.at(i, j + k * inward);
      }
      if (slopeFromInside(cells, south, dry, in, i)) {
        SlopedRow<Real> both = in;
        (south ? both.depthLow : both.depthHigh) = south ? out.depthLow : out.depthHigh;
        (south ? both.normalLow : both.normalHigh) = south ? out.normalLow : out.normalHigh;
        (south ? both.tangentialLow : both.tangentialHigh) = south ? out.tangentialLow : out.tangentialHigh;
        (south ? both.tiltLow : both.tilt) = south ? out.tiltLow : out.tilt;
        beyondFace(kind, value, south, cells.bed[0], grid_.bed.at(i, ghost), both, i, i);
        continue;
      }
      (south ? out.depthLow : out.depthHigh)[i] = grid_.depth.at(i, ghost);
      (south ? out.normalLow : out.normalHigh)[i] = grid_.v.at(i, ghost);
      (south ? out.tangentialLow : out.tangentialHigh)[i] = grid_.u.at(i, ghost);
      (south ? out.tiltLow : out.tilt)[i] = Real(0);
    }
  return &slopes_[5];
}

template <class Real>
void Band<Real>::prepare(const StepFrame& frame) {
  const int rows = grid_.shape.rows;
  for (int j = first_ - 2; j < end_ + 2; ++j) wake(j, frame);
  if (first_ == 0) ghostRow(Side::north, frame);
  if (end_ == rows) ghostRow(Side::south, frame);
  Slopes* own = nullptr;
  Slopes* above = nullptr;
  Slopes* last = nullptr;
  if (second()) {
    if (first_ > 0) {
      reconstruct(first_ - 1, slopes_[0]);
      above = &slopes_[0];
    }
    reconstruct(first_, slopes_[2]);
    own = &slopes_[2];
    reconstruct(end_ - 1, slopes_[3]);
    last = &slopes_[3];
    if (first_ == 0) above = beyondRow(Side::north, frame, *own);
  }
  facesSouthOf(first_ - 1, above, own, edge_);
  if (first_ == 0) flowThroughRow(Side::north, frame, edge_, own);
  if (end_ == rows) {
    facesSouthOf(rows - 1, last, second() ? beyondRow(Side::south, frame, *last) : nullptr, bottom_);
    flowThroughRow(Side::south, frame, bottom_, last);
  }
}

template <class Real>
void Band<Real>::westEast(int j, const StepFrame& frame) {
  const int n = grid_.shape.columns;
  const auto spans = spansOf(j, j);
  Real *h = grid_.depth.row(j), *u = grid_.u.row(j), *v = grid_.v.row(j), *z = grid_.bed.row(j);
  const bool atWest = !spans.empty() && spans.front().first == 0;
  const bool atEast = !spans.empty() && spans.back().second >= n;
  const auto& west = grid_.forcing.boundaries[static_cast<std::size_t>(Side::west)];
  const auto& east = grid_.forcing.boundaries[static_cast<std::size_t>(Side::east)];
  const Real westValue = static_cast<Real>(frame.side[static_cast<std::size_t>(Side::west)]);
  const Real eastValue = static_cast<Real>(frame.side[static_cast<std::size_t>(Side::east)]);
  const auto place = [&](int at, int cell, int inner, Boundary::Kind kind, Real value, Real outward) {
    const auto ghost = ghostOf<Real>(kind, value, h[cell], outward * u[cell], v[cell], z[cell], z[inner]);
    h[at] = ghost.depth;
    u[at] = outward * ghost.outward;
    v[at] = ghost.along;
    z[at] = ghost.bed;
  };
  if (atWest) place(-1, 0, std::min(1, n - 1), west.kind, westValue, Real(-1));
  if (atEast) place(n, n - 1, std::max(n - 2, 0), east.kind, eastValue, Real(1));

  const Real steepest = static_cast<Real>(grid_.numerics.steepestSlope * grid_.dx);
  FaceRow<Real> faces = west_.row();
  for (const auto& [from, to] : spans) {
    // One face more than cells; a few beyond it cost nothing and spare a loop of single cells.
    const int end = to + (static_cast<int>(sizeof(Real)) == 4 ? GridShape::margin : GridShape::margin / 2);
    if (!second()) {
      grid_.kernels->faces({h - 1, u - 1, v - 1, z - 1, nullptr}, {h, u, v, z, nullptr}, faces, steepest, from,
                           std::min(end, grid_.shape.spans() * spanCells + 8));
      continue;
    }
    SlopedRow<Real> s = slopes_[4].row();
    const auto line = [](const Real* p) { return Neighbours<Real>{p - 1, p, p + 1}; };
    grid_.kernels->slopes(line(h), line(u), line(v), line(z), s, static_cast<Real>(grid_.numerics.dryDepthM), from - 1,
                          to + 1);
    const auto flat = [&](int i) {
      s.depthLow[i] = s.depthHigh[i] = h[i];
      s.normalLow[i] = s.normalHigh[i] = u[i];
      s.tangentialLow[i] = s.tangentialHigh[i] = v[i];
      s.tilt[i] = s.tiltLow[i] = s.weight[i] = Real(0);
    };
    if (from == 0) flat(-1);
    if (to >= n) flat(n);
    const auto edge = [&](int cell, int inward, const Boundary& boundary, Real value) {
      if (boundary.kind == Boundary::Kind::wall || n < 3) return;
      EdgeCells<Real> cells;
      for (int k = 0; k < 3; ++k) {
        const int i = cell + k * inward;
        cells.depth[k] = h[i];
        cells.normal[k] = u[i];
        cells.tangential[k] = v[i];
        cells.bed[k] = z[i];
      }
      if (slopeFromInside(cells, inward < 0, static_cast<Real>(grid_.numerics.dryDepthM), s, cell))
        beyondFace(boundary.kind, value, inward < 0, z[cell], z[cell - inward], s, cell, cell - inward);
    };
    if (from == 0) edge(0, 1, west, westValue);
    if (to >= n) edge(n - 1, -1, east, eastValue);
    grid_.kernels->faces({s.depthHigh - 1, s.normalHigh - 1, s.tangentialHigh - 1, z - 1, s.tilt - 1},
                         {s.depthLow, s.normalLow, s.tangentialLow, z, s.tiltLow}, faces, steepest, from, to + 1);
  }
  RowLedger& ledger = grid_.ledger[static_cast<std::size_t>(j)];
  const double weight = frame.step * grid_.dy / frame.stages;
  const auto pass = [&](int face, int cell, const Boundary& boundary, Real flow, Real outward) {
    if (boundary.kind == Boundary::Kind::discharge || boundary.kind == Boundary::Kind::unitFlow) {
      const bool ground = grid_.share.empty() || grid_.share.at(cell, j) > Real(0);
      const Real q = ground ? flow : Real(0);
      const bool high = outward > Real(0);
      const SlopedRow<Real> s = second() ? slopes_[4].row() : SlopedRow<Real>{};
      const Real depth = second() ? (high ? s.depthHigh : s.depthLow)[cell] : h[cell];
      const Real speed = second() ? (high ? s.normalHigh : s.normalLow)[cell] : u[cell];
      const Real at = q > Real(0) ? inflowDepth<Real>(q, depth, outward * speed) : depth;
      faces.mass[face] = -outward * q;
      (high ? faces.left : faces.right)[face] =
          (q > Real(0) ? q * q / at : Real(0)) + Real(0.5 * gravity) * (at - depth) * (at + depth);
      faces.tangential[face] = Real(0);
    }
    book(ledger, static_cast<double>(-outward * faces.mass[face]) * weight);
  };
  if (atWest) pass(0, 0, west, westValue, Real(-1));
  if (atEast) pass(n, n - 1, east, eastValue, Real(1));
}

template <class Real>
void Band<Real>::updateRow(int j, const StepFrame& frame, FaceBuffer<Real>& north, FaceBuffer<Real>& south,
                           Slopes* slopes) {
  const auto spans = spansOf(j, j);
  const int columns = grid_.shape.columns;
  if (frame.stages == 2 && frame.stage == 0) {
    for (const auto& [from, to] : spans) {
      const auto keep = [&, begin = from, end = to](Field<Real>& before, const Field<Real>& now) {
        std::copy(now.row(j) + begin, now.row(j) + end, before.row(j) + begin);
      };
      keep(grid_.depthBefore, grid_.depth);
      keep(grid_.uBefore, grid_.u);
      keep(grid_.vBefore, grid_.v);
      keep(grid_.residualBefore, grid_.residual);
    }
  }
  westEast(j, frame);
  UpdateRow<Real> row{};
  row.depth = grid_.depth.row(j);
  row.u = grid_.u.row(j);
  row.v = grid_.v.row(j);
  row.residual = grid_.residual.row(j);
  row.west = west_.row();
  row.north = north.row();
  row.south = south.row();
  if (slopes) {
    row.weightX = slopes_[4].row().weight;
    row.weightY = slopes->row().weight;
  }
  row.stepPerDx = static_cast<Real>(frame.step / grid_.dx);
  row.stepPerDy = static_cast<Real>(frame.step / grid_.dy);
  row.rain = grid_.simpleRain ? static_cast<Real>(frame.rain * frame.step) : Real(0);
  for (const auto& [from, to] : spans) {
    const int end = std::min(to, columns);
    grid_.kernels->update(row, from, end);
    updates_ += end - from;
    if (row.rain > Real(0))
      grid_.ledger[static_cast<std::size_t>(j)].rained +=
          static_cast<double>(row.rain) * (end - from) * grid_.dx * grid_.dy / frame.stages;
  }
}

template <class Real>
void Band<Real>::sourcesOf(int j, const StepFrame& frame, int from, int to) {
  const int m = GridShape::margin;
  const auto rowOf = [j](Field<Real>& field) { return field.empty() ? nullptr : field.row(j); };
  RowLedger& ledger = grid_.ledger[static_cast<std::size_t>(j)];
  const double area = grid_.dx * grid_.dy;
  if (!grid_.simpleRain) {
    SourceRow<Real> row{};
    row.depth = grid_.depth.row(j);
    row.residual = grid_.residual.row(j);
    row.step = static_cast<Real>(frame.step);
    row.rain = frame.rainFrame ? rowOf(grid_.frame) : nullptr;
    row.uniformRain = static_cast<Real>(frame.rain);
    row.share = rowOf(grid_.share);
    row.rained = rowOf(grid_.rained);
    row.retention = rowOf(grid_.retention);
    row.initialShare = static_cast<Real>(grid_.forcing.infiltration.initialShare);
    row.conductivity = rowOf(grid_.conductivity);
    const auto& soil = grid_.forcing.infiltration;
    row.suction = soil.kind == Infiltration::Kind::greenAmpt
                      ? static_cast<Real>(soil.suctionHeadM * soil.moistureDeficit)
                      : Real(-1);
    row.deficit = static_cast<Real>(soil.moistureDeficit);
    row.infiltrated = rowOf(grid_.infiltrated);
    row.drainage = rowOf(grid_.drainage);
    row.addedOut = added_.data() + m;
    row.infiltratedOut = infiltrated_.data() + m;
    row.drainedOut = drained_.data() + m;
    grid_.kernels->sources(row, from, to);
    ledger.rained += sumOf(row.addedOut, from, to) * area;
    ledger.infiltrated += sumOf(row.infiltratedOut, from, to) * area;
    ledger.drained += sumOf(row.drainedOut, from, to) * area;
  }
  for (const Spring& spring : grid_.springs[static_cast<std::size_t>(j)]) {
    if (spring.column < from || spring.column >= to) continue;
    const double volume = frame.springs[spring.inflow] * spring.share;
    Real& h = grid_.depth.at(spring.column, j);
    Real& rest = grid_.residual.at(spring.column, j);
    const Real change = static_cast<Real>(volume / area) + rest;
    const Real after = std::max(Real(0), h + change);
    rest = change - (after - h);
    h = after;
    ledger.sprung += static_cast<double>(static_cast<Real>(volume / area)) * area;
  }
}

template <class Real>
void Band<Real>::finishRow(int j, const StepFrame& frame) {
  FinishRow<Real> row{};
  row.depth = grid_.depth.row(j);
  row.u = grid_.u.row(j);
  row.v = grid_.v.row(j);
  row.roughness = grid_.manning.empty() ? nullptr : grid_.manning.row(j);
  row.uniformRoughness = static_cast<Real>(grid_.forcing.manning.uniform);
  row.step = static_cast<Real>(frame.step);
  row.dry = static_cast<Real>(grid_.numerics.dryDepthM);
  row.perDx = static_cast<Real>(1 / grid_.dx);
  row.perDy = static_cast<Real>(1 / grid_.dy);
  std::uint8_t* wet = grid_.wetRow(j);
  const auto spans = spansOf(j, j);
  for (const auto& [from, to] : spans) {
    const int end = std::min(to, grid_.shape.columns);
    if (frame.stages == 2 && frame.last()) {
      // Friction belongs to the stage, before the two states are averaged.
      grid_.kernels->finish(row, from, end);
      const AverageRow<Real> mean{grid_.depth.row(j),
                                  row.u,
                                  row.v,
                                  grid_.residual.row(j),
                                  grid_.depthBefore.row(j),
                                  grid_.uBefore.row(j),
                                  grid_.vBefore.row(j),
                                  grid_.residualBefore.row(j)};
      grid_.kernels->average(mean, from, end);
    }
    if (frame.last()) sourcesOf(j, frame, from, end);
    FinishRow<Real> part = row;
    if (frame.stages == 2 && frame.last()) part.step = Real(0);
    for (int begin = from; begin < end; begin += spanCells) {
      const SpanExtremes<Real> extremes = grid_.kernels->finish(part, begin, std::min(begin + spanCells, end));
      wet[begin / spanCells] = extremes.depth > immobileM<Real>;
      rate_ = std::max(rate_, extremes.rate);
    }
  }
}

template <class Real>
void Band<Real>::recordRow(int j, const StepFrame& frame) {
  Records<Real>& r = grid_.records;
  const RecordRow<Real> row{grid_.depth.row(j),
                            grid_.u.row(j),
                            grid_.v.row(j),
                            r.maximumDepth.row(j),
                            r.maximumTime.row(j),
                            r.arrival.row(j),
                            r.duration.row(j),
                            r.maximumSpeed.row(j),
                            r.maximumHazard.row(j),
                            static_cast<Real>(frame.time + frame.step),
                            static_cast<Real>(frame.elapsed),
                            static_cast<Real>(grid_.numerics.thresholdM),
                            static_cast<Real>(grid_.numerics.debrisFactor)};
  for (const auto& [from, to] : spansOf(j, j)) grid_.kernels->record(row, from, std::min(to, grid_.shape.columns));
}

template <class Real>
void Band<Real>::sweep(const StepFrame& frame, FaceBuffer<Real>* below) {
  rate_ = 0;
  FaceBuffer<Real>* north = &edge_;
  FaceBuffer<Real>* spare[2] = {&south_, &north_};
  Slopes* here = second() ? &slopes_[2] : nullptr;
  int turn = 0;
  for (int j = first_; j < end_; ++j) {
    FaceBuffer<Real>* south = below ? below : &bottom_;
    Slopes* next = nullptr;
    if (j + 1 < end_) {
      if (second()) {
        next = j + 2 < end_ ? &slopes_[static_cast<std::size_t>(turn)] : &slopes_[3];
        if (j + 2 < end_) reconstruct(j + 1, *next);
      }
      south = spare[turn];
      facesSouthOf(j, here, next, *south);
    }
    updateRow(j, frame, *north, *south, here);
    finishRow(j, frame);
    if (frame.records && frame.last()) recordRow(j, frame);
    north = south;
    here = next;
    turn = 1 - turn;
  }
}

template class Band<float>;
template class Band<double>;

}  // namespace fengsui::flood
