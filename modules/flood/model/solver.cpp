// SPDX-License-Identifier: GPL-3.0-or-later
#include "solver.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

#include "band.h"
#include "checks.h"
#include "state.h"
#include "structureacts.h"
#include "team.h"

namespace fengsui::flood {
namespace {

// Above all water that can be: a wall.
constexpr double wallM = 100;

template <class Real>
Field<Real> fieldOf(const GridShape& shape, const Property& property, double factor = 1) {
  Field<Real> field(shape);
  for (int j = 0; j < shape.rows; ++j)
    for (int i = 0; i < shape.columns; ++i) {
      const auto at =
          static_cast<std::size_t>(j) * static_cast<std::size_t>(shape.columns) + static_cast<std::size_t>(i);
      field.at(i, j) =
          static_cast<Real>((property.cells.empty() ? property.uniform : double{property.cells[at]}) * factor);
    }
  return field;
}

// The bed of a hole into which water falls: the lowest ground beside it; not-a-number away from the ground.
double brinkOf(const Terrain& terrain, int i, int j) {
  double lowest = std::numeric_limits<double>::quiet_NaN();
  for (const auto& [x, y] : {std::pair{i - 1, j}, {i + 1, j}, {i, j - 1}, {i, j + 1}}) {
    if (x < 0 || y < 0 || x >= terrain.shape.columns || y >= terrain.shape.rows) continue;
    const double z = terrain.bed[static_cast<std::size_t>(y) * static_cast<std::size_t>(terrain.shape.columns) +
                                 static_cast<std::size_t>(x)];
    if (!std::isnan(z) && !(z >= lowest)) lowest = z;
  }
  return lowest;
}

}  // namespace

/// How far a run has come. Each thread keeps its own; they agree.
struct Clock {
  double time = 0;
  long steps = 0;
  double rate = 0;        ///< fastest wave over cell width, 1/s
  double rateBefore = 0;  ///< the same a round ago
  double recordedAt = 0;
  long recordedStep = 0;
  bool uneven = false;  ///< much water is much slower than the fastest
  long countedStep = 0;
};

template <class Real>
struct Solver<Real>::State {
  Grid<Real> grid;
  Clock clock;
  double updates = 0;
  double initial = 0;
  double sideWidth[4] = {};   ///< m of ground along each side
  double sideLowest[4] = {};  ///< bed, relative to the datum
  std::size_t rainFrame = std::numeric_limits<std::size_t>::max();
  std::size_t bandBytes = 0;
  StructureActs<Real> structures;

  void measureSides();
  void force();
  [[nodiscard]] std::vector<int> divide() const;
  [[nodiscard]] Round roundFor(double untilS, const Clock& clock) const;
  [[nodiscard]] static bool isUneven(const std::vector<Band<Real>>& bands);
  void frameAt(StepFrame& frame, double untilS, const Clock& clock) const;
  void showFrame(const StepFrame& frame);
};

template <class Real>
Solver<Real>::Solver(std::unique_ptr<State> state) : state_(std::move(state)) {}
template <class Real>
Solver<Real>::~Solver() = default;
template <class Real>
Solver<Real>::Solver(Solver&&) noexcept = default;
template <class Real>
Solver<Real>& Solver<Real>::operator=(Solver&&) noexcept = default;

template <class Real>
void Solver<Real>::State::measureSides() {
  const GridShape& shape = grid.shape;
  std::fill_n(sideLowest, 4, std::numeric_limits<double>::max());
  const auto look = [&](Side side, int i, int j, double width) {
    if (!grid.share.empty() && grid.share.at(i, j) <= Real(0)) return;
    const auto at = static_cast<std::size_t>(side);
    sideWidth[at] += width;
    sideLowest[at] = std::min(sideLowest[at], static_cast<double>(grid.bed.at(i, j)));
  };
  for (int j = 0; j < shape.rows; ++j) {
    look(Side::west, 0, j, grid.dy);
    look(Side::east, shape.columns - 1, j, grid.dy);
  }
  for (int i = 0; i < shape.columns; ++i) {
    look(Side::north, i, 0, grid.dx);
    look(Side::south, i, shape.rows - 1, grid.dx);
  }
}

// Spans where water may come from outside never sleep.
template <class Real>
void Solver<Real>::State::force() {
  const GridShape& shape = grid.shape;
  const int spans = shape.spans();
  const auto mark = [&](int i, int j) {
    grid.forced[static_cast<std::size_t>(j) * static_cast<std::size_t>(spans) +
                static_cast<std::size_t>(i / spanCells)] = 1;
  };
  const auto gives = [&](Side side) {
    const auto kind = grid.forcing.boundaries[static_cast<std::size_t>(side)].kind;
    return kind != Boundary::Kind::wall && kind != Boundary::Kind::open && kind != Boundary::Kind::fall;
  };
  for (int j = 0; j < shape.rows; ++j) {
    if (gives(Side::west)) mark(0, j);
    if (gives(Side::east)) mark(shape.columns - 1, j);
    for (const Spring& spring : grid.springs[static_cast<std::size_t>(j)]) mark(spring.column, j);
  }
  for (int i = 0; i < shape.columns; ++i) {
    if (gives(Side::north)) mark(i, 0);
    if (gives(Side::south)) mark(i, shape.rows - 1);
  }
}

template <class Real>
Result<Solver<Real>> Solver<Real>::make(const Terrain& terrain, Forcing forcing, const Numerics& numerics) {
  if (auto checked = checkTerrain(terrain); !checked) return failure(checked.error());
  if (auto checked = checkForcing(terrain.shape, forcing); !checked) return failure(checked.error());
  if (auto checked = checkNumerics(numerics); !checked) return failure(checked.error());
  if (auto checked = checkStructures(terrain, forcing.structures); !checked) return failure(checked.error());
  auto state = std::make_unique<State>();
  Grid<Real>& grid = state->grid;
  const GridShape shape = terrain.shape;
  grid.shape = shape;
  grid.dx = terrain.dx;
  grid.dy = terrain.dy;
  grid.numerics = numerics;
  grid.kernels = &rowKernels<Real>(numerics.instructions);
  for (auto* field : {&grid.depth, &grid.u, &grid.v, &grid.bed, &grid.residual}) *field = Field<Real>(shape);

  double lowest = std::numeric_limits<double>::max();
  double highest = std::numeric_limits<double>::lowest();
  bool holes = false;
  for (const double z : terrain.bed) {
    if (std::isnan(z)) {
      holes = true;
      continue;
    }
    lowest = std::min(lowest, z);
    highest = std::max(highest, z);
  }
  grid.datum = lowest;
  if (holes) grid.share = Field<Real>(shape);
  for (int j = 0; j < shape.rows; ++j)
    for (int i = 0; i < shape.columns; ++i) {
      const double z =
          terrain
              .bed[static_cast<std::size_t>(j) * static_cast<std::size_t>(shape.columns) + static_cast<std::size_t>(i)];
      const double brink = std::isnan(z) && forcing.openHoles ? brinkOf(terrain, i, j) : z;
      grid.bed.at(i, j) = static_cast<Real>((std::isnan(brink) ? highest + wallM : brink) - lowest);
      if (holes) grid.share.at(i, j) = std::isnan(z) ? Real(0) : Real(1);
    }

  if (!forcing.manning.cells.empty()) grid.manning = fieldOf<Real>(shape, forcing.manning);
  const auto& soil = forcing.infiltration;
  if (soil.kind != Infiltration::Kind::none) grid.infiltrated = Field<Real>(shape);
  if (soil.kind == Infiltration::Kind::curveNumber) {
    grid.rained = Field<Real>(shape);
    grid.retention = fieldOf<Real>(shape, soil.curveNumber);
    for (int j = 0; j < shape.rows; ++j)
      for (int i = 0; i < shape.columns; ++i) {
        Real& s = grid.retention.at(i, j);
        s = static_cast<Real>(0.0254 * (1000 / static_cast<double>(s) - 10));
      }
  } else if (soil.kind != Infiltration::Kind::none) {
    grid.conductivity = fieldOf<Real>(shape, soil.rate);
  }
  if (forcing.drainage.given()) grid.drainage = fieldOf<Real>(shape, forcing.drainage);
  if (!forcing.rain.frames.empty()) grid.frame = Field<Real>(shape);
  grid.simpleRain = !(holes && forcing.openHoles) && forcing.rain.frames.empty() &&
                    soil.kind == Infiltration::Kind::none && !forcing.drainage.given();
  grid.springs.resize(static_cast<std::size_t>(shape.rows));
  for (std::size_t k = 0; k < forcing.inflows.size(); ++k) {
    const auto& cells = forcing.inflows[k].cells;
    for (const auto& [i, j] : cells)
      grid.springs[static_cast<std::size_t>(j)].push_back({i, k, 1.0 / static_cast<double>(cells.size())});
  }
  for (auto* field : {&grid.records.maximumDepth, &grid.records.maximumTime, &grid.records.arrival,
                      &grid.records.duration, &grid.records.maximumSpeed, &grid.records.maximumHazard})
    *field = Field<Real>(shape);
  grid.records.arrival.fill(Real(-1));
  for (std::size_t k = 0; k < numerics.durationsM.size(); ++k) grid.records.durations.emplace_back(shape);
  grid.wet.resize(static_cast<std::size_t>(shape.spans()) * static_cast<std::size_t>(shape.rows + 2));
  grid.forced.resize(static_cast<std::size_t>(shape.spans()) * static_cast<std::size_t>(shape.rows));
  grid.ledger.resize(static_cast<std::size_t>(shape.rows));
  grid.pace.resize(grid.forced.size());
  grid.ground.resize(grid.forced.size());
  for (int j = 0; j < shape.rows; ++j)
    for (int i = 0; i < shape.columns; ++i)
      if (grid.share.empty() || grid.share.at(i, j) > Real(0))
        ++grid.ground[grid.spanOffset(j) + static_cast<std::size_t>(i / spanCells)];
  // Levels are given above the terrain's datum; inside everything is relative to the lowest bed.
  for (Boundary& boundary : forcing.boundaries) {
    if (boundary.kind != Boundary::Kind::level) continue;
    auto points = boundary.value.points();
    for (auto& point : points) point.second -= lowest;
    boundary.value = Series(std::move(points));
  }
  grid.forcing = std::move(forcing);
  state->structures = StructureActs<Real>(grid);
  // Structures act between steps, and want them short.
  if (state->structures.any()) grid.numerics.localSteps = false;
  if (shape.cells() < numerics.localFromCells) grid.numerics.localSteps = false;
  if (grid.numerics.localSteps)
    for (auto& field : grid.came) field = Field<Real>(shape);
  state->measureSides();
  state->force();
  return Solver(std::move(state));
}

template <class Real>
Outcome Solver<Real>::start(const std::vector<double>& depth, const std::vector<double>& u,
                            const std::vector<double>& v) {
  Grid<Real>& grid = state_->grid;
  const GridShape& shape = grid.shape;
  if (auto checked = checkStart(shape, depth, u, v); !checked) return checked;
  const double dry = grid.numerics.dryDepthM;
  double rate = 0;
  double volume = 0;
  for (int j = 0; j < shape.rows; ++j)
    for (int i = 0; i < shape.columns; ++i) {
      const auto at =
          static_cast<std::size_t>(j) * static_cast<std::size_t>(shape.columns) + static_cast<std::size_t>(i);
      const bool ground = grid.share.empty() || grid.share.at(i, j) > Real(0);
      const Real h = ground && !depth.empty() ? static_cast<Real>(depth[at]) : Real(0);
      const bool moves = h > static_cast<Real>(dry);
      grid.depth.at(i, j) = h;
      grid.u.at(i, j) = moves && !u.empty() ? static_cast<Real>(u[at]) : Real(0);
      grid.v.at(i, j) = moves && !v.empty() ? static_cast<Real>(v[at]) : Real(0);
      if (h > Real(0)) grid.wetRow(j)[i / spanCells] = 1;
      volume += static_cast<double>(h);
      const double wave = std::sqrt(gravity * static_cast<double>(h));
      if (moves)
        rate = std::max({rate, (std::abs(static_cast<double>(grid.u.at(i, j))) + wave) / grid.dx,
                         (std::abs(static_cast<double>(grid.v.at(i, j))) + wave) / grid.dy});
      grid.records.maximumDepth.at(i, j) = h;
      if (static_cast<double>(h) >= grid.numerics.thresholdM) grid.records.arrival.at(i, j) = Real(0);
    }
  state_->clock.rate = rate;
  state_->initial = volume * grid.dx * grid.dy;
  return {};
}

// Rows in bands with about as many spans of water each, several for each thread: whoever has done one takes the next.
template <class Real>
std::vector<int> Solver<Real>::State::divide() const {
  const int rows = grid.shape.rows;
  // Threads that have less to do than to wait for are not started.
  const int worthwhile = static_cast<int>(std::min<std::size_t>(256, grid.shape.cells() / 4096));
  constexpr int bandsPerThread = 4;
  const int threads = std::min(grid.numerics.threads, worthwhile);
  const int bands = threads <= 1 ? 1 : std::max(1, std::min(threads * bandsPerThread, rows / 2));
  std::vector<double> weight(static_cast<std::size_t>(rows));
  double total = 0;
  const bool rain = !grid.forcing.rain.rate.empty() || !grid.forcing.rain.frames.empty();
  for (int j = 0; j < rows; ++j) {
    double& w = weight[static_cast<std::size_t>(j)];
    w = rain ? 1 : 0.02;
    if (!rain)
      for (int c = 0; c < grid.shape.spans(); ++c) w += grid.wetRow(j)[c] / static_cast<double>(grid.shape.spans());
    total += w;
  }
  std::vector<int> begin{0};
  double sum = 0;
  for (int j = 0; j < rows && static_cast<int>(begin.size()) < bands; ++j) {
    sum += weight[static_cast<std::size_t>(j)];
    const int left = bands - static_cast<int>(begin.size());
    if (j + 1 - begin.back() >= 2 &&
        (sum >= total * static_cast<double>(begin.size()) / bands || rows - j - 1 <= 2 * left))
      begin.push_back(j + 1);
  }
  begin.push_back(rows);
  return begin;
}

// Waves that will come from outside count before they are here.
template <class Real>
Round Solver<Real>::State::roundFor(double untilS, const Clock& now) const {
  double fastest = now.rate;
  const double narrow = std::min(grid.dx, grid.dy);
  for (std::size_t k = 0; k < 4; ++k) {
    const auto& boundary = grid.forcing.boundaries[k];
    const double value = boundary.value.at(now.time);
    const double width = sideWidth[k];
    double wave = 0;
    switch (boundary.kind) {
      case Boundary::Kind::level:
        wave = std::sqrt(gravity * std::max(0.0, value - sideLowest[k]));
        break;
      case Boundary::Kind::depth:
        wave = std::sqrt(gravity * value);
        break;
      case Boundary::Kind::discharge:
        wave = width > 0 ? 2 * std::cbrt(gravity * value / width) : 0;
        break;
      case Boundary::Kind::unitFlow:
        wave = 2 * std::cbrt(gravity * value);
        break;
      case Boundary::Kind::wall:
      case Boundary::Kind::open:
      case Boundary::Kind::fall:
        break;
    }
    fastest = std::max(fastest, wave / narrow);
  }
  for (const Inflow& inflow : grid.forcing.inflows) {
    const double flow = std::abs(inflow.discharge.at(now.time)) / static_cast<double>(inflow.cells.size()) / narrow;
    fastest = std::max(fastest, std::cbrt(gravity * flow) / narrow);
  }
  const auto& n = grid.numerics;
  double step = fastest > 0 ? std::min(n.longestStepS, n.courant / fastest) : n.longestStepS;
  const double left = untilS - now.time;
  // The last steps are alike.
  double steps = left / step;
  if (steps < 4 << Round::mostDoublings) {
    steps = std::ceil(steps * (1 - 1e-12));
    step = left / steps;
  }
  // A dam that has just broken makes its water faster than a round foresees.
  constexpr double steady = 1.25;
  int doublings = n.localSteps && now.uneven && now.rate <= steady * now.rateBefore ? Round::mostDoublings : 0;
  while (doublings > 0 && (1 << doublings > steps || step * (1 << doublings) > n.longestStepS)) --doublings;
  Round round;
  round.courant = n.courant;
  round.top = doublings > 0 ? doublings + Round::reserve : 0;
  round.tickS = step * (1 << doublings) / round.ticks();
  return round;
}

// Steps of different length make small waves where they meet. Where they spare little, all step together.
template <class Real>
bool Solver<Real>::State::isUneven(const std::vector<Band<Real>>& bands) {
  constexpr double worthwhile = 0.5;
  Paces paces;
  for (const auto& band : bands) paces += band.paces();
  return paces.shareLeft() < worthwhile;
}

template <class Real>
void Solver<Real>::State::frameAt(StepFrame& frame, double untilS, const Clock& now) const {
  const double time = now.time;
  frame.time = time;
  frame.round = roundFor(untilS, now);
  frame.step = frame.round.stepS(frame.round.top);
  const double end = time + frame.step;
  frame.records = now.steps + frame.round.baseSteps() - now.recordedStep >= grid.numerics.recordEvery ||
                  end >= untilS - 1e-9 * frame.step;
  frame.elapsed = end - now.recordedAt;
  frame.rain = grid.forcing.rain.rate.mean(time, end);
  frame.rainFrame = false;
  for (const auto& rain : grid.forcing.rain.frames)
    if (rain.fromS <= time) frame.rainFrame = true;
  frame.raining = frame.rain > 0 || frame.rainFrame;
  for (std::size_t k = 0; k < 4; ++k) {
    const auto& boundary = grid.forcing.boundaries[k];
    frame.side[k] = boundary.value.mean(time, end);
    if (boundary.kind == Boundary::Kind::discharge) frame.side[k] = sideWidth[k] > 0 ? frame.side[k] / sideWidth[k] : 0;
  }
  frame.springs.clear();
  for (const Inflow& inflow : grid.forcing.inflows) frame.springs.push_back(inflow.discharge.mean(time, end));
}

// The rain raster that holds now.
template <class Real>
void Solver<Real>::State::showFrame(const StepFrame& frame) {
  if (!frame.rainFrame) return;
  const auto& frames = grid.forcing.rain.frames;
  std::size_t now = 0;
  for (std::size_t k = 0; k < frames.size(); ++k)
    if (frames[k].fromS <= frame.time) now = k;
  if (now == rainFrame) return;
  rainFrame = now;
  std::size_t at = 0;
  for (int j = 0; j < grid.shape.rows; ++j)
    for (int i = 0; i < grid.shape.columns; ++i, ++at)
      grid.frame.at(i, j) =
          grid.share.empty() || grid.share.at(i, j) > Real(0) ? static_cast<Real>(frames[now].rate[at]) : Real(0);
}

template <class Real>
bool Solver<Real>::advance(double untilS, const std::stop_token& stop) {
  State& state = *state_;
  if (state.clock.time >= untilS) return true;
  const std::vector<int> begin = state.divide();
  std::vector<Band<Real>> bands;
  bands.reserve(begin.size());
  for (std::size_t k = 0; k + 1 < begin.size(); ++k) bands.emplace_back(state.grid, begin[k], begin[k + 1]);
  const int count = static_cast<int>(bands.size());
  state.bandBytes = 0;
  for (const auto& band : bands) state.bandBytes += band.bytes();

  const int threads = std::min(state.grid.numerics.threads, count);
  Rendezvous rendezvous(threads);
  Shares shares(count);
  std::atomic<bool> stopping = false;
  const Clock start = state.clock;
  const auto work = [&](int thread) {
    const NoTinyNumbers exact;
    StepFrame frame;
    Clock clock = start;
    long phase = 0;
    // Every thread goes through the same phases, and every band is done once in each.
    const auto together = [&](auto&& act) {
      for (int k = shares.take(phase); k >= 0; k = shares.take(phase)) act(static_cast<std::size_t>(k));
      ++phase;
      rendezvous.wait();
    };
    while (clock.time < untilS) {
      // Every thread comes to the same frame from the same clock.
      state.frameAt(frame, untilS, clock);
      if (thread == 0) {
        state.showFrame(frame);
        if (stop.stop_requested()) stopping = true;
      }
      rendezvous.wait();
      if (stopping) return;
      for (frame.tick = 0; frame.tick < frame.round.ticks(); frame.tick = frame.next) {
        together([&](std::size_t k) { bands[k].prepare(frame); });
        int finest = frame.round.top;
        for (const auto& band : bands) finest = std::min(finest, band.finest());
        frame.next = std::min(frame.round.ticks(), ((frame.tick >> finest) + 1) << finest);
        together([&](std::size_t k) { bands[k].sweep(frame, k + 1 < bands.size() ? &bands[k + 1].edge() : nullptr); });
      }
      if (frame.records) together([&](std::size_t k) { bands[k].record(frame); });
      if (state.structures.any()) {
        // Structures act when all bands have come to the end of the step, and before any looks at the next one.
        if (thread == 0) state.structures.act(state.grid, frame.time, frame.step);
        rendezvous.wait();
      }
      clock.rateBefore = clock.rate;
      clock.rate = state.structures.rate();
      for (const auto& band : bands) clock.rate = std::max(clock.rate, static_cast<double>(band.rate()));
      const double end = frame.time + frame.step;
      clock.time = end >= untilS - 1e-9 * frame.step ? untilS : end;
      clock.steps += frame.round.baseSteps();
      if (state.grid.numerics.localSteps && clock.steps - clock.countedStep >= 1 << Round::mostDoublings) {
        clock.uneven = state.isUneven(bands);
        clock.countedStep = clock.steps;
      }
      if (frame.records) {
        clock.recordedAt = clock.time;
        clock.recordedStep = clock.steps;
      }
      if (thread == 0) state.clock = clock;
    }
  };
  {
    std::vector<std::jthread> team;
    for (int k = 1; k < threads; ++k) team.emplace_back([&work, k] { work(k); });
    work(0);
  }
  for (const auto& band : bands) state.updates += band.updates();
  return state.clock.time >= untilS;
}

template <class Real>
double Solver<Real>::time() const {
  return state_->clock.time;
}
template <class Real>
long Solver<Real>::steps() const {
  return state_->clock.steps;
}
template <class Real>
double Solver<Real>::cellUpdates() const {
  return state_->updates;
}
template <class Real>
const GridShape& Solver<Real>::shape() const {
  return state_->grid.shape;
}
template <class Real>
double Solver<Real>::datum() const {
  return state_->grid.datum;
}
template <class Real>
const Field<Real>& Solver<Real>::depth() const {
  return state_->grid.depth;
}
template <class Real>
const Field<Real>& Solver<Real>::u() const {
  return state_->grid.u;
}
template <class Real>
const Field<Real>& Solver<Real>::v() const {
  return state_->grid.v;
}
template <class Real>
const Field<Real>& Solver<Real>::bed() const {
  return state_->grid.bed;
}
template <class Real>
bool Solver<Real>::isTerrain(int column, int row) const {
  return state_->grid.share.empty() || state_->grid.share.at(column, row) > Real(0);
}
template <class Real>
const Records<Real>& Solver<Real>::records() const {
  return state_->grid.records;
}

template <class Real>
Volumes Solver<Real>::volumes() const {
  const Grid<Real>& grid = state_->grid;
  Volumes out;
  out.initial = state_->initial;
  double sum = 0;
  for (int j = 0; j < grid.shape.rows; ++j) {
    double row = 0;
    for (int i = 0; i < grid.shape.columns; ++i)
      row += static_cast<double>(grid.depth.at(i, j)) + static_cast<double>(grid.residual.at(i, j));
    sum += row;
    const RowLedger& ledger = grid.ledger[static_cast<std::size_t>(j)];
    out.rained += ledger.rained;
    out.sprung += ledger.sprung;
    out.entered += ledger.entered;
    out.left += ledger.left;
    out.infiltrated += ledger.infiltrated;
    out.drained += ledger.drained;
  }
  out.stored = sum * grid.dx * grid.dy;
  out.pumped = state_->structures.pumpedOutM3();
  return out;
}

template <class Real>
std::vector<StructureState> Solver<Real>::structures() const {
  return state_->structures.states(state_->grid, state_->clock.time);
}

template <class Real>
std::size_t Solver<Real>::bytes() const {
  const Grid<Real>& g = state_->grid;
  std::size_t fields = 0;
  for (const auto* field :
       {&g.depth, &g.u, &g.v, &g.bed, &g.residual, &g.manning, &g.share, &g.rained, &g.retention, &g.conductivity,
        &g.infiltrated, &g.drainage, &g.frame, &g.records.maximumDepth, &g.records.maximumTime, &g.records.arrival,
        &g.records.duration, &g.records.maximumSpeed, &g.records.maximumHazard})
    fields += field->empty() ? 0 : 1;
  fields += g.records.durations.size();
  if (!g.came[0].empty()) fields += 3;
  return fields * g.shape.stride() * static_cast<std::size_t>(g.shape.rows + 2) * sizeof(Real) + g.wet.size() +
         g.forced.size() + g.ledger.size() * sizeof(RowLedger) + state_->bandBytes;
}

template class Solver<float>;
template class Solver<double>;

}  // namespace fengsui::flood
