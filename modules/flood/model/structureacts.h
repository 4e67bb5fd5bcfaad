// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "state.h"
#include "structures.h"

namespace fengsui::flood {

/// The structures of a run at work: between two steps, in the order in which they are written.
///
/// Thread: one at a time, while no band computes. What moves keeps its volume to the last bit that the ledger counts;
/// what enters a cell comes without momentum.
template <class Real>
class StructureActs {
 public:
  StructureActs() = default;
  /// Takes what the grid's forcing says; roughness becomes a field where bridges stand.
  explicit StructureActs(Grid<Real>& grid);

  [[nodiscard]] bool any() const { return any_; }
  /// What they do from @p timeS on for a step.
  void act(Grid<Real>& grid, double timeS, double stepS);
  /// The fastest wave over the cell width where they acted, 1/s.
  [[nodiscard]] double rate() const { return rate_; }
  [[nodiscard]] double pumpedOutM3() const { return pumpedOut_; }
  [[nodiscard]] std::vector<StructureState> states(const Grid<Real>& grid, double timeS) const;

 private:
  struct AtPump {
    bool runs = false;
    double moved = 0;
  };
  struct AtBreach {
    std::vector<double> bed;  ///< as it was, relative to the grid's datum
    std::optional<double> begunS;
  };
  struct AtBridge {
    std::vector<double> square;  ///< of Manning's n without the bridge
  };

  void pump(Grid<Real>& grid, const Pump& pump, AtPump& at, double timeS, double stepS);
  void pass(Grid<Real>& grid, const Gate& gate, double& moved, double timeS, double stepS);
  void erode(Grid<Real>& grid, const Breach& breach, AtBreach& at, double endS);
  void roughen(Grid<Real>& grid, const Bridge& bridge, const AtBridge& at) const;
  void add(Grid<Real>& grid, Cell cell, Real change);

  bool any_ = false;
  std::vector<AtPump> pumps_;
  std::vector<double> gates_;
  std::vector<AtBreach> breaches_;
  std::vector<AtBridge> bridges_;
  double rate_ = 0;
  double pumpedOut_ = 0;
};

}  // namespace fengsui::flood
