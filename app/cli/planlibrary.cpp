// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/planlibrary.h"

#include "journal/sensorreadings.h"
#include "plans/nearest.h"

namespace fengsui {

PlanLibrary libraryOf(const Session& session) {
  std::string station;
  if (const auto path = session.path()) station = *path;
  return plansHere(station);
}

Result<Plan> planNamed(const PlanLibrary& library, const std::string& name) {
  std::error_code quiet;
  if (std::filesystem::is_regular_file(name, quiet)) {
    const PlanResult own = readPlanFile(name);
    if (!own) return failure(own.error().front());
    const PlanResult whole = wholePlan(*own, [&](const std::string& id) { return library.find(id); });
    if (!whole) return failure(whole.error().front());
    return *whole;
  }
  const auto at = name.find('@');
  const std::string id = name.substr(0, at);
  const Plan* plan = at == std::string::npos ? library.find(id) : library.find(id, name.substr(at + 1));
  if (plan) return *plan;
  const std::string close = nearest(id, library.ids());
  return failure(ErrorCode::notFound, {"there is no sound plan \"" + name + "\"", "没有可用的预案“" + name + "”"},
                 close.empty() ? Text{"see fengsuictl plan list", "见 fengsuictl plan list"}
                               : Text{"did you mean " + close + "?", "是否应为 " + close + "？"});
}

Observations observationsOf(const Situation& s, const StationFiles& files, Instant now) {
  return observationsFrom(s, observedAt(s, files, now), now);
}

}  // namespace fengsui
