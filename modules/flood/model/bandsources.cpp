// SPDX-License-Identifier: GPL-3.0-or-later
// What comes and goes at the cells of a band, and what is remembered of them.
#include <algorithm>

#include "band.h"

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

}  // namespace

template <class Real>
void Band<Real>::bookRain(int j, const StepFrame& frame, Real rain, int from, int to) {
  updates_ += to - from;
  if (!(rain > Real(0))) return;
  const std::uint8_t* levels = schedule_.level(j);
  const std::uint8_t* ground = grid_.ground.data() + grid_.spanOffset(j);
  double depths = 0;
  for (int i = from; i < to; i += spanCells) {
    const Real step = static_cast<Real>(frame.round.stepS(levels[i / spanCells]));
    depths += static_cast<double>(rain * step) * ground[i / spanCells];
  }
  grid_.ledger[static_cast<std::size_t>(j)].rained += depths * grid_.dx * grid_.dy;
}

// The cells are of one level.
template <class Real>
void Band<Real>::sourcesOf(int j, const StepFrame& frame, int from, int to) {
  const int m = GridShape::margin;
  const auto rowOf = [j](Field<Real>& field) { return field.empty() ? nullptr : field.row(j); };
  RowLedger& ledger = grid_.ledger[static_cast<std::size_t>(j)];
  const double area = grid_.dx * grid_.dy;
  const double step = frame.round.stepS(schedule_.level(j)[from / spanCells]);
  if (!grid_.simpleRain) {
    SourceRow<Real> row{};
    row.depth = grid_.depth.row(j);
    row.residual = grid_.residual.row(j);
    row.step = static_cast<Real>(step);
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
  if (grid_.forcing.openHoles && !grid_.share.empty()) {
    const Real* ground = grid_.share.row(j);
    for (int i = from; i < to; ++i) {
      if (ground[i] > Real(0)) continue;
      Real &h = grid_.depth.at(i, j), &rest = grid_.residual.at(i, j);
      ledger.left += (static_cast<double>(h) + static_cast<double>(rest)) * area;
      h = rest = Real(0);
    }
  }
  for (const Spring& spring : grid_.springs[static_cast<std::size_t>(j)]) {
    if (spring.column < from || spring.column >= to) continue;
    const double volume = frame.springs[spring.inflow] * step * spring.share;
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
  united_.clear();
  united_.addFlags(grid_.wetRow(j), grid_.shape.spans());
  united_.eachRun([&](int from, int to) {
    const int end = std::min(to, grid_.shape.columns);
    grid_.kernels->record(row, from, end);
    for (std::size_t k = 0; k < r.durations.size(); ++k) {
      const Real least = static_cast<Real>(grid_.numerics.durationsM[k]);
      Real* duration = r.durations[k].row(j);
      for (int i = from; i < end; ++i) duration[i] += row.depth[i] >= least ? row.elapsed : Real(0);
    }
  });
}

template class Band<float>;
template class Band<double>;

}  // namespace fengsui::flood
