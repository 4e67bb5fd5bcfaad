// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "state.h"

namespace fengsui::flood {

/// The rows that one thread advances, in place: each row needs the old state of its neighbours only, so the row of
/// fluxes to the south is computed just before the row changes. Bands agree on the fluxes between them beforehand,
/// which is why the number of bands changes no bit of the result.
///
/// Thread: one thread per band; prepare reads the old state everywhere, sweep writes rows of this band only.
/// All bands have prepared before any of them sweeps.
template <class Real>
class Band {
 public:
  /// Rows [first, end); at least two of them unless it is the only band.
  Band(Grid<Real>& grid, int first, int end);

  void prepare(const StepFrame& frame);
  /// @param below the fluxes to the next band, made by it; null for the last band.
  void sweep(const StepFrame& frame, FaceBuffer<Real>* below);

  [[nodiscard]] FaceBuffer<Real>& edge() { return edge_; }
  [[nodiscard]] Real rate() const { return rate_; }
  [[nodiscard]] double updates() const { return updates_; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  using Spans = std::vector<std::pair<int, int>>;
  using Flags = std::vector<std::uint8_t>;
  struct Slopes;

  [[nodiscard]] bool second() const { return grid_.numerics.order == 2; }
  [[nodiscard]] std::uint8_t* awake(int j);
  void wake(int j, const StepFrame& frame);
  /// Runs of awake cells in any of the rows [from, to].
  const Spans& spansOf(int from, int to);
  void reconstruct(int j, Slopes& out);
  void facesSouthOf(int j, Slopes* here, Slopes* south, FaceBuffer<Real>& out);
  void ghostRow(Side side, const StepFrame& frame);
  void flowThroughRow(Side side, const StepFrame& frame, FaceBuffer<Real>& faces, Slopes* slopes);
  /// The faces' view of what lies beyond; null where that is the ghost row.
  Slopes* beyondRow(Side side, const StepFrame& frame, Slopes& inside);
  void westEast(int j, const StepFrame& frame);
  void updateRow(int j, const StepFrame& frame, FaceBuffer<Real>& north, FaceBuffer<Real>& south, Slopes* slopes);
  void sourcesOf(int j, const StepFrame& frame, int from, int to);
  void finishRow(int j, const StepFrame& frame);
  void recordRow(int j, const StepFrame& frame);

  Grid<Real>& grid_;
  int first_, end_;
  FaceBuffer<Real> edge_, bottom_, south_, north_, west_;
  struct Slopes {
    Lane<Real> lanes[9];
    explicit Slopes(std::size_t size) {
      for (auto& lane : lanes) lane = Lane<Real>(size);
    }
    [[nodiscard]] SlopedRow<Real> row() {
      const int m = GridShape::margin;
      return {lanes[0].data() + m, lanes[1].data() + m, lanes[2].data() + m, lanes[3].data() + m, lanes[4].data() + m,
              lanes[5].data() + m, lanes[6].data() + m, lanes[7].data() + m, lanes[8].data() + m};
    }
  };
  std::vector<Slopes> slopes_;  ///< this row, next row, first row, last row, along the row, ghost row
  Lane<Real> zeros_, added_, infiltrated_, drained_;
  Flags awake_, united_;
  Spans spans_;
  Real rate_ = 0;
  double updates_ = 0;
};

}  // namespace fengsui::flood
