// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/modelrun.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "sdk/consequences.h"
#include "sdk/resultfiles.h"
#include "sdk/unfinished.h"

namespace fengsui {
namespace {

constexpr std::size_t kNamesAtMost = 8;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr double kSameValue = 0.1;  // of the unit of the layer: less is not worth a line

template <class T>
Result<T> readJson(const std::filesystem::path& file) {
  const auto json = jsonIn(file);
  T out;
  codec::Fault fault;
  if (json && codec::read(*json, out, fault) && canBeShown(out)) return out;
  Error error{ErrorCode::unreadable, {"the results cannot be understood", "结果无法读取"}, {}, {}};
  error.place.file = file.string();
  return failure(error);
}

Text listOf(const std::vector<std::string>& names) {
  Text out;
  for (std::size_t i = 0; i < std::min(names.size(), kNamesAtMost); ++i) {
    out.en += (i == 0 ? "" : ", ") + names[i];
    out.zh += (i == 0 ? "" : "、") + names[i];
  }
  if (names.size() > kNamesAtMost) {
    out.en += " and " + std::to_string(names.size() - kNamesAtMost) + " more";
    out.zh += " 等 " + std::to_string(names.size()) + " 处";
  }
  return out;
}

}  // namespace

Result<ModelOutcome> runModel(const HazardModule& module, const RunRequest& request, const std::stop_token& stop,
                              const TellProgress& tell, const std::filesystem::path& before) {
  std::error_code fault;
  std::filesystem::create_directories(request.out, fault);
  if (fault)
    return failure(ErrorCode::io, {"the folder " + request.out.string() + " cannot be made: " + fault.message(),
                                   "无法创建文件夹 " + request.out.string() + "：" + fault.message()});
  UnfinishedMark mark(request.out);
  std::filesystem::remove(request.out / "forecast.json", fault);
  std::optional<Exposure> earlier;
  if (!before.empty())
    if (auto read = readOutcome(before)) earlier = std::move(read->exposure);
  auto consequences = Consequences::around(module, request.around, std::move(earlier), stop);
  if (!consequences) return failure(consequences.error());
  const auto hear = [&](const RunProgress& progress) {
    if (progress.first) {
      // A first answer that cannot be told is no reason to lose the run.
      const std::filesystem::path folder = request.out / progress.first->folder;
      if (auto first = consequences->of(progress.first->forecast, folder, stop); !first) return;
    }
    if (tell) tell(progress);
  };
  auto forecast = module.run(request, stop, hear);
  if (!forecast) return failure(forecast.error());
  if (tell) tell({1, {"looking who is hit", "分析影响对象"}});
  auto outcome = consequences->of(std::move(*forecast), request.out, stop);
  if (outcome) mark.finished();
  return outcome;
}

GaugeAnswer answerOfGauges(const HazardModule& module, const Surroundings& around) {
  GaugeAnswer out;
  out.says = module.thresholds(around);
  out.advice = adviceOf(module, around, plansHere(around.plans), out.says, {}, nullptr);
  return out;
}

Result<ModelOutcome> readOutcome(const std::filesystem::path& folder) {
  ModelOutcome out;
  auto forecast = readForecast(folder);
  if (!forecast) return failure(forecast.error());
  auto exposure = readJson<Exposure>(folder / "exposure.json");
  if (!exposure) return failure(exposure.error());
  auto says = readJson<std::vector<Observation>>(folder / "says.json");
  if (!says) return failure(says.error());
  auto advice = readJson<Advice>(folder / "advice.json");
  if (!advice) return failure(advice.error());
  out.forecast = std::move(*forecast);
  out.exposure = std::move(*exposure);
  out.says = std::move(*says);
  out.advice = std::move(*advice);
  return out;
}

std::vector<Text> differenceBetween(const Exposure& before, const Exposure& after, const ExposureRules& rules,
                                    const TimeZone& zone) {
  std::vector<Text> out;
  const auto keyOf = [](const Hit& hit) { return hit.id.isNil() ? hit.what + '/' + hit.name : hit.id.text(); };
  std::map<std::string, const Hit*> was, is;
  for (const Hit& hit : before.hits)
    if (!hit.name.empty()) was.emplace(keyOf(hit), &hit);
  for (const Hit& hit : after.hits)
    if (!hit.name.empty()) is.emplace(keyOf(hit), &hit);
  std::vector<std::string> added, gone;
  for (const auto& [key, hit] : is)
    if (!was.contains(key)) added.push_back(hit->name);
  for (const auto& [key, hit] : was)
    if (!is.contains(key)) gone.push_back(hit->name);
  if (!added.empty()) {
    const Text names = listOf(added);
    out.push_back({"hit now, not before: " + names.en, "新增受影响：" + names.zh});
  }
  if (!gone.empty()) {
    const Text names = listOf(gone);
    out.push_back({"not hit any more: " + names.en, "不再受影响：" + names.zh});
  }
  for (const auto& [key, hit] : is) {
    const auto old = was.find(key);
    if (old == was.end() || hit->what == "road" || rules.of(hit->what).empty()) continue;
    const Instant then = before.start.plusMs(old->second->stages.front().firstMs);
    const Instant now = after.start.plusMs(hit->stages.front().firstMs);
    const std::int64_t later = (now.ms - then.ms) / kMinuteMs;
    if (std::abs(later) >= 10)
      out.push_back({hit->name + ": first hit " + zone.clock(now) + " instead of " + zone.clock(then) + ", " +
                         std::to_string(std::abs(later)) + (later < 0 ? " min earlier" : " min later"),
                     hit->name + "：" + zone.clock(now) + " 首达，原 " + zone.clock(then) +
                         (later < 0 ? "，提前 " : "，推后 ") + std::to_string(std::abs(later)) + " 分钟"});
    const double more = hit->most - old->second->most;
    if (std::abs(more) >= kSameValue) {
      out.push_back({hit->name + ": at most " + oneDigit(hit->most) + ' ' + after.unit + ", before " +
                         oneDigit(old->second->most) + ' ' + after.unit,
                     hit->name + "：最大 " + oneDigit(hit->most) + ' ' + after.unit + "，原 " +
                         oneDigit(old->second->most) + ' ' + after.unit});
    }
  }
  if (out.empty()) out.push_back({"nothing that matters has changed", "与上次预报无明显变化"});
  return out;
}

}  // namespace fengsui
