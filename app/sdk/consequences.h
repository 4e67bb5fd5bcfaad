// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/roads/openroads.h"
#include "sdk/modelrun.h"

namespace fengsui {

/// What follows from the forecasts of one run, coarse and fine: who is hit, until when there is a way out, what the
/// plans say. The map, the roads and the plans are read once.
class Consequences {
 public:
  /// @p earlier: who the forecast before this one hit, where there was one.
  /// Thread: any; slow (reads the map). Errors: refused when stopped.
  [[nodiscard]] static Result<Consequences> around(const HazardModule& module, const Surroundings& around,
                                                   std::optional<Exposure> earlier, const std::stop_token& stop);

  /// Leaves exposure.json, says.json, advice.json and, last, forecast.json in @p folder, where its frames are.
  ///
  /// Thread: one at a time; slow. Errors: those of FramesFile; io; refused when stopped.
  [[nodiscard]] Result<ModelOutcome> of(Forecast forecast, const std::filesystem::path& folder,
                                        const std::stop_token& stop);

 private:
  Consequences(const HazardModule& module, const Surroundings& around) : module_(&module), around_(&around) {}
  [[nodiscard]] Outcome expose(ModelOutcome& out, const std::filesystem::path& folder, const std::stop_token& stop);
  [[nodiscard]] Outcome openRoadsOnce(const std::stop_token& stop);

  const HazardModule* module_;
  const Surroundings* around_;
  std::vector<ExposedThing> things_;
  std::optional<Exposure> earlier_;
  std::optional<PlanLibrary> plans_;
  std::vector<Observation> thresholds_;  ///< read with the plans
  std::optional<OpenedRoads> roads_;
  bool roadsAsked_ = false;
};

/// What the plans say to a forecast and to what is measured. @p exposure: nullptr without a forecast.
[[nodiscard]] Advice adviceOf(const HazardModule& module, const Surroundings& around, const PlanLibrary& plans,
                              const std::vector<Observation>& thresholds, std::vector<Observation> forecast,
                              const Exposure* exposure, const std::stop_token& stop = {});

}  // namespace fengsui
