// SPDX-License-Identifier: GPL-3.0-or-later
#include "structureacts.h"

#include <algorithm>
#include <cmath>

namespace fengsui::flood {
namespace {

template <class Real>
double levelAt(const Grid<Real>& grid, Cell cell) {
  return static_cast<double>(grid.bed.at(cell.first, cell.second)) +
         static_cast<double>(grid.depth.at(cell.first, cell.second));
}

// How high water stands above the bed of a cell: on it, or on lower ground at its sides. On a crest itself it is thin
// and fast.
template <class Real>
double headAt(const Grid<Real>& grid, Cell cell) {
  const double bed = static_cast<double>(grid.bed.at(cell.first, cell.second));
  double highest = static_cast<double>(grid.depth.at(cell.first, cell.second));
  for (const auto& [i, j] : {Cell{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
    const Cell beside{cell.first + i, cell.second + j};
    if (beside.first < 0 || beside.second < 0 || beside.first >= grid.shape.columns || beside.second >= grid.shape.rows)
      continue;
    if (static_cast<double>(grid.bed.at(beside.first, beside.second)) <= bed)
      highest = std::max(highest, levelAt(grid, beside) - bed);
  }
  return highest;
}

}  // namespace

template <class Real>
StructureActs<Real>::StructureActs(Grid<Real>& grid) {
  const Structures& all = grid.forcing.structures;
  any_ = !all.empty();
  pumps_.resize(all.pumps.size());
  gates_.resize(all.gates.size());
  for (const Breach& breach : all.breaches) {
    AtBreach at;
    for (const auto& [i, j] : breach.cells) at.bed.push_back(static_cast<double>(grid.bed.at(i, j)));
    breaches_.push_back(std::move(at));
  }
  if (!all.bridges.empty() && grid.manning.empty()) {
    grid.manning = Field<Real>(grid.shape);
    for (int j = 0; j < grid.shape.rows; ++j)
      std::fill_n(grid.manning.row(j), grid.shape.columns, static_cast<Real>(grid.forcing.manning.uniform));
  }
  for (const Bridge& bridge : all.bridges) {
    AtBridge at;
    for (const auto& [i, j] : bridge.cells) {
      const double n = static_cast<double>(grid.manning.at(i, j));
      at.square.push_back(n * n);
    }
    bridges_.push_back(std::move(at));
  }
}

// What a number of this precision cannot hold is carried along, as it is with rain.
template <class Real>
void StructureActs<Real>::add(Grid<Real>& grid, Cell cell, Real change) {
  const auto [i, j] = cell;
  Real &h = grid.depth.at(i, j), &rest = grid.residual.at(i, j);
  Real &u = grid.u.at(i, j), &v = grid.v.at(i, j);
  const Real whole = change + rest;
  const Real after = std::max(Real(0), h + whole);
  rest = whole - (after - h);
  if (after > h) {
    u *= h / after;
    v *= h / after;
  } else if (after <= static_cast<Real>(grid.numerics.dryDepthM)) {
    u = v = Real(0);
  }
  h = after;
  if (h > Real(0)) grid.wetRow(j)[i / spanCells] = 1;
  const double wave = std::sqrt(gravity * static_cast<double>(h));
  rate_ = std::max({rate_, (std::abs(static_cast<double>(u)) + wave) / grid.dx,
                    (std::abs(static_cast<double>(v)) + wave) / grid.dy});
}

template <class Real>
void StructureActs<Real>::pump(Grid<Real>& grid, const Pump& pump, AtPump& at, double timeS, double stepS) {
  const Real h = grid.depth.at(pump.from.first, pump.from.second);
  const double depth = static_cast<double>(h);
  at.runs = depth > 0 && (at.runs ? depth > pump.offM : depth >= pump.onM);
  const double seconds = std::min(pump.untilS, timeS + stepS) - std::max(pump.fromS, timeS);
  if (!at.runs || seconds <= 0) return;
  const double area = grid.dx * grid.dy;
  const Real amount = std::min(static_cast<Real>(pump.rate * seconds / area), h);
  const double volume = static_cast<double>(amount) * area;
  add(grid, pump.from, -amount);
  at.moved += volume;
  if (pump.to)
    add(grid, *pump.to, amount);
  else
    pumpedOut_ += volume;
}

template <class Real>
void StructureActs<Real>::pass(Grid<Real>& grid, const Gate& gate, double& moved, double timeS, double stepS) {
  const double levelA = levelAt(grid, gate.a), levelB = levelAt(grid, gate.b);
  const bool forward = levelA > levelB;
  const Cell from = forward ? gate.a : gate.b, to = forward ? gate.b : gate.a;
  const double higher = std::max(levelA, levelB), lower = std::min(levelA, levelB), sill = gate.sillM - grid.datum;
  const double opening = gate.openingM.mean(timeS, timeS + stepS);
  const double flow = gateDischarge(higher - sill, lower - sill, opening, gate.widthM, gate.coefficient);
  const Real h = grid.depth.at(from.first, from.second);
  if (flow <= 0 || h <= Real(0)) return;
  const double area = grid.dx * grid.dy;
  // At most until both levels are the same, and never from below the sill.
  const double most = std::min((higher - lower) / 2, higher - sill);
  const Real amount = std::min(static_cast<Real>(std::min(flow * stepS / area, most)), h);
  add(grid, from, -amount);
  add(grid, to, amount);
  moved += (forward ? 1 : -1) * static_cast<double>(amount) * area;
}

template <class Real>
void StructureActs<Real>::erode(Grid<Real>& grid, const Breach& breach, AtBreach& at, double endS) {
  const double level = breach.levelM - grid.datum;
  if (!at.begunS && breach.startS && endS >= *breach.startS) at.begunS = *breach.startS;
  if (!at.begunS && breach.overtoppedM)
    for (std::size_t k = 0; k < breach.cells.size(); ++k)
      if (at.bed[k] > level && headAt(grid, breach.cells[k]) >= std::max(*breach.overtoppedM, 1e-9)) at.begunS = endS;
  if (!at.begunS) return;
  const double share = breach.takesS > 0 ? std::clamp((endS - *at.begunS) / breach.takesS, 0.0, 1.0) : 1;
  for (std::size_t k = 0; k < breach.cells.size(); ++k)
    if (at.bed[k] > level)
      grid.bed.at(breach.cells[k].first, breach.cells[k].second) =
          static_cast<Real>(at.bed[k] + share * (level - at.bed[k]));
}

// A loss of K velocity heads over the line is friction over the width of its cells: n² = K h^(4/3) / (2 g L).
template <class Real>
void StructureActs<Real>::roughen(Grid<Real>& grid, const Bridge& bridge, const AtBridge& at) const {
  const double along = static_cast<double>(bridge.cells.size()) * grid.dx * grid.dy / bridge.lengthM;
  const double factor = bridgeLoss(bridge.blocked) / (2 * gravity * along);
  for (std::size_t k = 0; k < bridge.cells.size(); ++k) {
    const auto [i, j] = bridge.cells[k];
    const double h = static_cast<double>(grid.depth.at(i, j));
    grid.manning.at(i, j) = static_cast<Real>(std::sqrt(at.square[k] + factor * h * std::cbrt(h)));
  }
}

template <class Real>
void StructureActs<Real>::act(Grid<Real>& grid, double timeS, double stepS) {
  const Structures& all = grid.forcing.structures;
  rate_ = 0;
  for (std::size_t k = 0; k < all.pumps.size(); ++k) pump(grid, all.pumps[k], pumps_[k], timeS, stepS);
  for (std::size_t k = 0; k < all.gates.size(); ++k) pass(grid, all.gates[k], gates_[k], timeS, stepS);
  for (std::size_t k = 0; k < all.breaches.size(); ++k) erode(grid, all.breaches[k], breaches_[k], timeS + stepS);
  for (std::size_t k = 0; k < all.bridges.size(); ++k) roughen(grid, all.bridges[k], bridges_[k]);
}

template <class Real>
std::vector<StructureState> StructureActs<Real>::states(const Grid<Real>& grid, double timeS) const {
  const Structures& all = grid.forcing.structures;
  std::vector<StructureState> out;
  for (std::size_t k = 0; k < all.pumps.size(); ++k) {
    const bool due = timeS >= all.pumps[k].fromS && timeS <= all.pumps[k].untilS;
    out.push_back({all.pumps[k].name, pumps_[k].runs && due ? "on" : "off", pumps_[k].moved});
  }
  for (std::size_t k = 0; k < all.gates.size(); ++k)
    out.push_back({all.gates[k].name, all.gates[k].openingM.at(timeS) > 0 ? "open" : "shut", gates_[k]});
  for (std::size_t k = 0; k < all.breaches.size(); ++k) {
    const auto& begun = breaches_[k].begunS;
    const bool over = begun && timeS >= *begun + all.breaches[k].takesS;
    out.push_back({all.breaches[k].name, !begun ? "sound" : over ? "failed" : "failing", 0});
  }
  return out;
}

template class StructureActs<float>;
template class StructureActs<double>;

}  // namespace fengsui::flood
