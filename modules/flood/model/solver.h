// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "boundary.h"
#include "core/result.h"
#include "field.h"
#include "rowkernels.h"
#include "structures.h"

namespace fengsui::flood {

/// The ground that water runs over: a grid of square or oblong cells, rows from north to south.
///
/// Units: metres. Bed elevations above one datum; the solver works relative to the lowest of them.
struct Terrain {
  GridShape shape;
  double dx = 1;
  double dy = 1;
  std::vector<double> bed;  ///< row by row; not-a-number where nothing is known: see Forcing::openHoles
};

/// One number for all cells, or one for each.
struct Property {
  double uniform = 0;
  std::vector<float> cells = {};  ///< row by row; empty: uniform

  [[nodiscard]] bool given() const { return uniform > 0 || !cells.empty(); }
};

struct Rain {
  Series rate;  ///< m/s everywhere
  struct Frame {
    double fromS = 0;
    std::vector<float> rate;  ///< m/s, row by row; holds until the next frame
  };
  std::vector<Frame> frames = {};  ///< in order of time; added to the rate
};

struct Infiltration {
  enum class Kind { none, constant, curveNumber, greenAmpt };
  Kind kind = Kind::none;
  Property rate = {};          ///< m/s: constant rate, or Green–Ampt hydraulic conductivity
  Property curveNumber = {};   ///< 1 to 100
  double initialShare = 0.2;   ///< initial abstraction Ia/S
  double suctionHeadM = 0;     ///< Green–Ampt
  double moistureDeficit = 0;  ///< Green–Ampt, 0 to 1
};

/// Water that springs up at a point or along a line: a breach, a manhole, a stream that enters the terrain.
struct Inflow {
  std::string name;
  std::vector<std::pair<int, int>> cells;  ///< (column, row); the flow is spread evenly over them
  Series discharge;                        ///< m³/s
};

/// What acts on the water.
struct Forcing {
  Boundaries boundaries = {};
  Rain rain = {};
  Infiltration infiltration = {};
  Property drainage = {};  ///< m/s that drains take at most
  Property manning = {};   ///< s/m^(1/3)
  std::vector<Inflow> inflows = {};
  Structures structures = {};
  /// Water falls freely where the ground ends in cells of no elevation; else walls stand there.
  bool openHoles = false;
};

/// How the computing is done. The results do not depend on the threads and the instruction set.
struct Numerics {
  int order = 2;  ///< 2, or 1: a third of the work, but it smears fronts and loses flow on steps of the bed as high as
                  ///< the water
  double courant = 0.45;    ///< share of the way to the next cell that a wave goes in a step; at most 0.5
  double dryDepthM = 1e-6;  ///< thinner films do not move
  double longestStepS = 30;
  double steepestSlope = 1;  ///< falls of the bed beyond this slope accelerate no more
  int threads = 2;
  InstructionSet instructions = bestInstructionSet();
  bool localSteps = true;               ///< slow water takes longer steps than fast water, where that spares much
  std::size_t localFromCells = 10000;   ///< on smaller grids there is nothing to spare
  int recordEvery = 8;                  ///< steps between two looks at maxima and times
  double thresholdM = 0.15;             ///< for arrival and duration
  std::vector<double> durationsM = {};  ///< further depths of which the time at or above them is remembered
  double debrisFactor = 0;              ///< of the hazard rating: 0, 0.5 or 1
};

/// Where the water is and where it went. Units: m³.
struct Volumes {
  double initial = 0;
  double stored = 0;
  double rained = 0;
  double sprung = 0;  ///< from inflows
  double entered = 0;
  double left = 0;
  double infiltrated = 0;
  double drained = 0;
  double pumped = 0;  ///< out of the model

  [[nodiscard]] double received() const { return initial + rained + sprung + entered; }
  /// What is missing (negative) or too much.
  [[nodiscard]] double error() const { return stored + left + infiltrated + drained + pumped - received(); }
};

/// What a run remembers of each cell.
template <class Real>
struct Records {
  Field<Real> maximumDepth, maximumTime, arrival, duration, maximumSpeed, maximumHazard;
  std::vector<Field<Real>> durations;  ///< s, for each of Numerics::durationsM
};

/// Two-dimensional shallow water over fixed ground, with full momentum, wetting and drying.
///
/// Velocities: u to the east, v to the SOUTH (with the rows). Units: SI. Time starts at 0.
/// Thread: one caller at a time; it uses threads of its own while it advances.
/// Source: finite volumes with the face flux of faceflux.h; second order by MUSCL and
/// Hancock's half step in one pass; see VERIFICATION.md.
template <class Real>
class Solver {
 public:
  /// @return Error::invalid for a grid without cells, sizes that do not fit each other, values that no water has.
  [[nodiscard]] static Result<Solver> make(const Terrain& terrain, Forcing forcing, const Numerics& numerics);
  ~Solver();
  Solver(Solver&&) noexcept;
  Solver& operator=(Solver&&) noexcept;

  /// Water at the start. Each is empty or has a number for each cell, row by row.
  [[nodiscard]] Outcome start(const std::vector<double>& depth, const std::vector<double>& u,
                              const std::vector<double>& v);
  /// Runs until @p untilS. @return false when it was stopped before; it may be continued.
  bool advance(double untilS, const std::stop_token& stop = {});

  [[nodiscard]] double time() const;
  /// Of the fastest water.
  [[nodiscard]] long steps() const;
  /// Cells computed so far; what speed is measured by.
  [[nodiscard]] double cellUpdates() const;
  [[nodiscard]] const GridShape& shape() const;
  [[nodiscard]] double datum() const;  ///< elevation of the solver's zero
  [[nodiscard]] const Field<Real>& depth() const;
  [[nodiscard]] const Field<Real>& u() const;
  [[nodiscard]] const Field<Real>& v() const;
  [[nodiscard]] const Field<Real>& bed() const;  ///< relative to the datum
  [[nodiscard]] bool isTerrain(int column, int row) const;
  [[nodiscard]] const Records<Real>& records() const;
  [[nodiscard]] Volumes volumes() const;
  /// What each structure has done so far, pumps, gates and breaches in their order.
  [[nodiscard]] std::vector<StructureState> structures() const;
  [[nodiscard]] std::size_t bytes() const;  ///< memory held

 private:
  struct State;
  explicit Solver(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace fengsui::flood
