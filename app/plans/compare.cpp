// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/compare.h"

#include "plans/planwriter.h"

namespace fengsui {
namespace {

std::string shown(const nlohmann::ordered_json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

void compare(const std::string& item, const nlohmann::ordered_json& before, const nlohmann::ordered_json& after,
             std::vector<PlanDifference>& out) {
  for (const auto& [key, now] : after.items()) {
    if (key == "items") continue;
    const auto then = before.find(key);
    if (then == before.end())
      out.push_back({item, key, {}, shown(now)});
    else if (*then != now)
      out.push_back({item, key, shown(*then), shown(now)});
  }
  for (const auto& [key, then] : before.items())
    if (key != "items" && !after.contains(key)) out.push_back({item, key, shown(then), {}});
}

}  // namespace

std::vector<PlanDifference> differences(const Plan& before, const Plan& after) {
  std::vector<PlanDifference> out;
  compare({}, planJson(before), planJson(after), out);
  for (const PlanItem& now : after.items) {
    if (const PlanItem* then = before.item(now.id))
      compare(now.id, itemJson(*then), itemJson(now), out);
    else
      out.push_back({now.id, {}, {}, now.title.zh});
  }
  for (const PlanItem& then : before.items)
    if (!after.item(then.id)) out.push_back({then.id, {}, then.title.zh, {}});
  return out;
}

}  // namespace fengsui
