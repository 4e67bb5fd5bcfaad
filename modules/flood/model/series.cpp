// SPDX-License-Identifier: GPL-3.0-or-later
#include "series.h"

#include <algorithm>

namespace fengsui::flood {

double Series::at(double timeS) const {
  if (points_.empty()) return 0;
  const auto after = std::upper_bound(points_.begin(), points_.end(), timeS,
                                      [](double time, const auto& point) { return time < point.first; });
  if (after == points_.begin()) return points_.front().second;
  if (after == points_.end()) return points_.back().second;
  const auto before = after - 1;
  const double share = (timeS - before->first) / (after->first - before->first);
  return before->second + share * (after->second - before->second);
}

double Series::integral(double toS) const {
  double sum = 0;
  double time = points_.front().first;
  double value = points_.front().second;
  if (toS <= time) return (toS - time) * value;
  for (const auto& [nextTime, nextValue] : points_) {
    // A jump at this very moment comes after it.
    if (nextTime > toS) break;
    sum += 0.5 * (value + nextValue) * (nextTime - time);
    time = nextTime;
    value = nextValue;
  }
  return toS > time ? sum + 0.5 * (value + at(toS)) * (toS - time) : sum;
}

double Series::mean(double fromS, double toS) const {
  if (points_.empty()) return 0;
  if (points_.size() == 1 || toS <= fromS) return at(fromS);
  return (integral(toS) - integral(fromS)) / (toS - fromS);
}

double Series::highest() const {
  double most = 0;
  for (const auto& point : points_) most = std::max(most, point.second);
  return most;
}

}  // namespace fengsui::flood
