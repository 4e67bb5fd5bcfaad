// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "sdk/exposure.h"
#include "sdk/forecast.h"
#include "sdk/setting.h"
#include "sdk/surroundings.h"

namespace fengsui {

struct RunRequest {
  SettingValues settings;
  Surroundings around;
  std::filesystem::path out;  ///< the folder of the results; nothing is written anywhere else
};

/// A coarse answer that is there before the run has ended.
struct FirstAnswer {
  Forecast forecast;
  std::string folder;  ///< in the folder of the results, with the files that the forecast names
};

/// How far a run is.
struct RunProgress {
  double share = 0;  ///< 0 to 1
  Text words;        ///< what it is doing; may be empty
  std::optional<FirstAnswer> first = {};
  std::int64_t computedMs = 0;  ///< of the time that it computes ahead, so much is done
  std::int64_t wholeMs = 0;     ///< all of that time; 0 where what it does is not about time
};
using TellProgress = std::function<void(const RunProgress&)>;

/// What a hazard module implements. Exposure, advice, forms and the map are made from what it says (modelrun.h).
///
/// Thread: any, and several at once: a module has no state that a call changes.
/// Errors: one sentence with the setting or the file at fault; exceptions are for bugs.
class HazardModule {
 public:
  HazardModule() = default;
  HazardModule(const HazardModule&) = delete;
  HazardModule& operator=(const HazardModule&) = delete;
  virtual ~HazardModule() = default;

  /// "flood": the code by which commands know it.
  [[nodiscard]] virtual std::string_view name() const = 0;
  [[nodiscard]] virtual Text title() const = 0;
  [[nodiscard]] virtual std::string_view version() const = 0;
  /// The kinds of incident whose plans it can advise about: "flood", "waterlogging", …
  [[nodiscard]] virtual std::vector<std::string> hazards() const = 0;
  /// Every setting of a scenario, each a row; form, options, file and validation are made from it.
  [[nodiscard]] virtual std::span<const Setting> settings() const = 0;

  /// Runs worth proposing now, the most urgent first; none where nothing calls for one.
  [[nodiscard]] virtual Result<std::vector<ScenarioProposal>> propose(const Surroundings& around) const = 0;
  /// What gauges say already, before any model: readings that plans know ("stage" of a village), with their reasons.
  [[nodiscard]] virtual std::vector<Observation> thresholds(const Surroundings& around) const = 0;

  /// Computes. The same request gives the same results; after a wish to stop it returns within 200 ms.
  [[nodiscard]] virtual Result<Forecast> run(const RunRequest& request, const std::stop_token& stop,
                                             const TellProgress& tell) const = 0;

  /// Which values of its layer mean what for people, roads and things.
  [[nodiscard]] virtual ExposureRules exposureRules() const = 0;
  /// What an exposure says in the readings that plans know: "stage" of a village, "depth" of an underpass.
  [[nodiscard]] virtual std::vector<Observation> inPlanWords(const Exposure& exposure,
                                                             const Surroundings& around) const = 0;
};

}  // namespace fengsui
