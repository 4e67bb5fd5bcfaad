// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/consequences.h"

#include <fstream>

#include "sdk/deadlines.h"
#include "sdk/exposedthings.h"

namespace fengsui {
namespace {

template <class T>
Outcome writeJson(const T& value, const std::filesystem::path& file) {
  std::ofstream stream(file, std::ios::binary);
  stream << codec::write(value).dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
  stream.close();
  if (stream) return {};
  Error error{ErrorCode::io, {"the results cannot be written", "无法写入结果"}, {}, {}};
  error.place.file = file.string();
  return failure(error);
}

tl::unexpected<Error> stopped() {
  return failure(ErrorCode::refused, {"it was stopped", "已停止"});
}

}  // namespace

Advice adviceOf(const HazardModule& module, const Surroundings& around, const PlanLibrary& plans,
                const std::vector<Observation>& thresholds, std::vector<Observation> forecast, const Exposure* exposure,
                const std::stop_token& stop) {
  Observations said = around.observations();
  for (const Observation& one : thresholds) said.readings.push_back(one);
  const std::vector<std::string> hazards = module.hazards();
  return adviceFor({plans,
                    *around.situation,
                    std::move(said),
                    std::move(forecast),
                    exposure,
                    module.exposureRules(),
                    {hazards.begin(), hazards.end()},
                    around.now,
                    stop});
}

Result<Consequences> Consequences::around(const HazardModule& module, const Surroundings& around,
                                          std::optional<Exposure> earlier, const std::stop_token& stop) {
  Consequences out(module, around);
  out.earlier_ = std::move(earlier);
  // Without a map there are no roads and buildings; what the station lists is there all the same.
  const auto map = mapThingsOf(around.district / "base.gpkg", stop);
  out.things_ = exposedThings(*around.situation, map ? *map : MapThings{}, stop);
  if (stop.stop_requested()) return stopped();
  return out;
}

Result<ModelOutcome> Consequences::of(Forecast forecast, const std::filesystem::path& folder,
                                      const std::stop_token& stop) {
  ModelOutcome out;
  out.forecast = std::move(forecast);
  if (auto fine = expose(out, folder, stop); !fine) return failure(fine.error());
  if (stop.stop_requested()) return stopped();
  out.says = module_->inPlanWords(out.exposure, *around_);
  if (stop.stop_requested()) return stopped();
  if (!plans_) {
    plans_ = plansHere(around_->plans);
    thresholds_ = module_->thresholds(*around_);
  }
  if (stop.stop_requested()) return stopped();
  out.advice = adviceOf(*module_, *around_, *plans_, thresholds_, out.says, &out.exposure, stop);
  if (stop.stop_requested()) return stopped();
  if (earlier_) {
    const auto zone = TimeZone::named(around_->situation->station.timeZone);
    const auto changes =
        differenceBetween(*earlier_, out.exposure, module_->exposureRules(), zone ? *zone : TimeZone::utc());
    out.advice.changes.insert(out.advice.changes.end(), changes.begin(), changes.end());
  }
  if (auto fine = writeJson(out.exposure, folder / "exposure.json"); !fine) return failure(fine.error());
  if (auto fine = writeJson(out.says, folder / "says.json"); !fine) return failure(fine.error());
  if (auto fine = writeJson(out.advice, folder / "advice.json"); !fine) return failure(fine.error());
  if (stop.stop_requested()) return stopped();
  if (auto fine = writeForecast(out.forecast, folder); !fine) return failure(fine.error());
  return out;
}

Outcome Consequences::expose(ModelOutcome& out, const std::filesystem::path& folder, const std::stop_token& stop) {
  if (out.forecast.frames.empty()) return {};
  const auto frames = FramesFile::open(folder / out.forecast.frames);
  if (!frames) return failure(frames.error());
  std::optional<FramesFile> maximum;
  if (!out.forecast.maximum.empty())
    if (auto file = FramesFile::open(folder / out.forecast.maximum)) maximum = std::move(*file);
  auto exposure = exposureOf(*frames, maximum ? &*maximum : nullptr, things_, module_->exposureRules(), stop);
  if (!exposure) return failure(exposure.error());
  out.exposure = std::move(*exposure);
  if (auto fine = openRoadsOnce(stop); !fine) return fine;
  return sayDeadlines(out.exposure, *around_->situation, roads_ ? &roads_->network : nullptr, stop);
}

Outcome Consequences::openRoadsOnce(const std::stop_token& stop) {
  if (roadsAsked_) return {};
  auto roads = openRoads(around_->district / "base.gpkg", {}, stop);
  if (stop.stop_requested()) return stopped();
  roadsAsked_ = true;
  if (roads) roads_ = std::move(*roads);
  return {};
}

}  // namespace fengsui
