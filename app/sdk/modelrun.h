// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sdk/advice.h"
#include "sdk/hazardmodule.h"

namespace fengsui {

/// A run with everything that follows from it: who is hit, and what to do.
struct ModelOutcome {
  Forecast forecast;
  Exposure exposure;
  std::vector<Observation> says;  ///< the exposure in the readings that plans know
  Advice advice;
};

/// Runs a module, lays the things of the situation over what it gives, and asks the plans. Leaves forecast.json,
/// exposure.json, says.json and advice.json in the folder of the results.
///
/// A coarse first answer is treated in the same way, in its own folder, before @p tell hears of it.
/// @p before: the folder of the forecast that this one replaces; may be empty.
/// Thread: any; slow. Errors: those of the module; io.
[[nodiscard]] Result<ModelOutcome> runModel(const HazardModule& module, const RunRequest& request,
                                            const std::stop_token& stop, const TellProgress& tell,
                                            const std::filesystem::path& before = {});

/// What gauges and warnings call for without any model.
struct GaugeAnswer {
  std::vector<Observation> says;  ///< what follows from thresholds, in the readings that plans know
  Advice advice;

  bool operator==(const GaugeAnswer&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("says", self.says);
    field("advice", self.advice);
  }
};

/// Thread: any; reads the plans.
[[nodiscard]] GaugeAnswer answerOfGauges(const HazardModule& module, const Surroundings& around);

/// What runModel left in a folder.
///
/// Thread: any; slow (disk). Errors: notFound where the run did not end; unreadable.
[[nodiscard]] Result<ModelOutcome> readOutcome(const std::filesystem::path& folder);

/// "2 villages more (…), first hit 40 minutes earlier": what a forecast says other than the one before.
[[nodiscard]] std::vector<Text> differenceBetween(const Exposure& before, const Exposure& after,
                                                  const ExposureRules& rules, const TimeZone& zone);

}  // namespace fengsui
