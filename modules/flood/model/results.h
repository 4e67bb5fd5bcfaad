// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <stop_token>

#include "scenario.h"

namespace fengsui::flood {

/// What a run leaves in its folder: gauges.csv, discharges.csv, volumes.csv, rasters of each saved moment and of the
/// maxima. Velocities in files are positive to the east and to the north.
///
/// Thread: one at a time; slow (disk). Errors: io with the file.
template <class Real>
class Results {
 public:
  Results(const Scenario& scenario, const Solver<Real>& solver, std::filesystem::path folder);

  /// A row for each gauge and section, and one of the volumes.
  void writeRows();
  [[nodiscard]] Outcome closeRows();
  /// depth, u, v and level as they are now. A wish to stop is heard between files.
  [[nodiscard]] Outcome saveFrame(const std::stop_token& stop) const;
  [[nodiscard]] Outcome saveRecords(const std::stop_token& stop) const;
  /// Areas, volumes and extremes.
  [[nodiscard]] Json summary() const;

 private:
  struct Reading {
    double depth = 0, u = 0, v = 0, level = 0;
  };
  /// Between the centres of cells linearly where all are wet, else that of the cell.
  [[nodiscard]] Reading readingAt(const Gauge& gauge) const;
  /// Of the bed as it is now: a breach lowers it.
  [[nodiscard]] double bedAt(int i, int j) const;
  template <class Value>
  [[nodiscard]] Outcome raster(const std::string& name, const std::string& unit, const Value& value) const;
  [[nodiscard]] std::size_t index(int i, int j) const {
    return static_cast<std::size_t>(j) * static_cast<std::size_t>(scenario_.ground.columns) +
           static_cast<std::size_t>(i);
  }

  const Scenario& scenario_;
  const Solver<Real>& solver_;
  std::filesystem::path folder_;
  std::ofstream gauges_, discharges_, volumes_, structures_;
  double timeBefore_ = 0;
  double leftBefore_ = 0;
};

}  // namespace fengsui::flood
