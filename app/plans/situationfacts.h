// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/entities/riskzone.h"
#include "core/situation.h"
#include "plans/evaluate.h"

namespace fengsui {

/// One observation or forecast of a series: the newest of each name, place and period is used.
struct Observation {
  std::string name;            ///< "rain", "level", "wind", "forecast.rain", "stage", …
  std::string place;           ///< the name of a place, zone, facility or shelter; empty: the district
  std::optional<int> minutes;  ///< of a sum or a forecast: over how long
  std::optional<double> value;
  std::string unit;
  std::string word;    ///< instead of a number
  std::string source;  ///< who or what says so; empty: a gauge
  Instant at;
};

/// A warning in force.
struct HazardWarning {
  std::string kind;  ///< "暴雨"
  RiskColour colour = RiskColour::blue;
  std::string area;
  std::string source;
  Instant at;
};

/// What is known besides the situation. A list that is not there is unknown; an empty one says that there is nothing.
struct Observations {
  std::optional<std::vector<HazardWarning>> warnings;
  std::vector<Observation> readings;
};

/// The facts of a station at a moment.
///
/// A sum of rain or a forecast is too old to count when it was made longer ago than its own period, an hour at least.
/// `figure` adds up the open incidents (of @p incident alone where one is given): the decided count, else the highest.
/// Sunset is that of the middle of the district's places. Thread: a value; any.
class SituationFacts final : public KnownFacts {
 public:
  SituationFacts(Situation situation, Observations observations, Instant now,
                 std::optional<Id<Incident>> incident = std::nullopt);

  [[nodiscard]] std::optional<Finding> ask(const Asked& asked) const override;
  [[nodiscard]] std::optional<std::vector<Subject>> subjects(const std::string& kind) const override;
  /// The one of that kind and name. @return nothing where there is none.
  [[nodiscard]] std::optional<Subject> subject(const std::string& kind, const std::string& name) const;
  [[nodiscard]] std::optional<Position> centre() const { return centre_; }

 private:
  [[nodiscard]] std::span<const Observation> series(const std::string& name, const std::string& place) const;
  [[nodiscard]] const Observation* newest(const std::string& name, const std::string& place) const;
  [[nodiscard]] std::optional<Finding> reading(const std::string& name, const std::string& place) const;
  [[nodiscard]] std::optional<Finding> sum(const std::string& name, std::optional<int> minutes,
                                           const std::string& place) const;
  [[nodiscard]] std::optional<Finding> warning(const std::string& kind, const std::string& place) const;
  [[nodiscard]] std::optional<Finding> figure(const std::string& kind) const;
  [[nodiscard]] std::optional<Finding> incidents(const std::string& kind) const;
  [[nodiscard]] std::optional<Finding> mark(const std::string& function, const std::string& place) const;
  [[nodiscard]] std::optional<Finding> daylight(const std::string& function) const;

  std::shared_ptr<const Situation> situation_;
  Observations observations_;
  Instant now_;
  std::optional<Id<Incident>> incident_;
  std::optional<Position> centre_;
};

/// The middle of what the station knows the places of. @return nothing where it knows none.
[[nodiscard]] std::optional<Position> centreOf(const Situation& situation);

/// A value as somebody wrote it in a free column: "15 cm", "51.20米", "橙", "prepare".
[[nodiscard]] Finding findingFrom(const std::string& written);

}  // namespace fengsui
