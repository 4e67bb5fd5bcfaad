// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

namespace fengsui::flood {

/// A value over time; between two moments it is linear, before the first and after the last it stays.
///
/// Units: time in seconds since the start of the run.
class Series {
 public:
  Series() = default;
  explicit Series(double constant) : points_{{0.0, constant}} {}
  /// @pre times ascend.
  explicit Series(std::vector<std::pair<double, double>> points) : points_(std::move(points)) {}

  [[nodiscard]] bool empty() const { return points_.empty(); }
  [[nodiscard]] double at(double timeS) const;
  /// The mean over a span of time, exactly: what a step has to add so that no water is lost between two moments.
  [[nodiscard]] double mean(double fromS, double toS) const;
  [[nodiscard]] double highest() const;
  [[nodiscard]] const std::vector<std::pair<double, double>>& points() const { return points_; }

 private:
  [[nodiscard]] double integral(double toS) const;
  std::vector<std::pair<double, double>> points_;
};

}  // namespace fengsui::flood
