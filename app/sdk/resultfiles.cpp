// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/resultfiles.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace fengsui {
namespace {

constexpr std::int64_t kYear1Ms = -62'135'596'800'000, kYear9999Ms = 253'402'300'799'999;
constexpr std::int64_t kThousandYearsMs = 31'556'952'000'000;

bool isSound(const Hit& hit) {
  for (const StageTime& one : hit.stages)
    if (!canBeTold(one.firstMs) || !canBeTold(one.forMs) || !canBeTold(one.lastMs)) return false;
  return !hit.stages.empty() && canBeTold(hit.mostMs) && canBeTold(hit.lastWayMs.value_or(0)) &&
         canBeTold(hit.darkMs.value_or(0));
}

}  // namespace

Result<Json> jsonIn(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  auto json = parseJson(std::string(std::istreambuf_iterator<char>(stream), {}));
  if (json) return json;
  json.error().code = ErrorCode::unreadable;
  json.error().place.file = file.string();
  return json;
}

bool canBeTold(Instant moment) {
  return moment.ms >= kYear1Ms && moment.ms <= kYear9999Ms;
}

bool canBeTold(std::int64_t afterMs) {
  return afterMs > -kThousandYearsMs && afterMs < kThousandYearsMs;
}

bool canBeShown(const Exposure& exposure) {
  return canBeTold(exposure.start) && canBeTold(exposure.endMs) &&
         std::all_of(exposure.hits.begin(), exposure.hits.end(), isSound);
}

bool canBeShown(const Advice& advice) {
  for (const RoadClosure& closure : advice.closures)
    for (const ClosedSpan& span : closure.spans)
      if (!canBeTold(span.from) || !canBeTold(span.to.value_or(span.from))) return false;
  return true;
}

bool canBeShown(const std::vector<Observation>& says) {
  return std::all_of(says.begin(), says.end(), [](const Observation& one) { return canBeTold(one.at); });
}

}  // namespace fengsui
