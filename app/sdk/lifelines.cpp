// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/lifelines.h"

#include <algorithm>

#include "core/codec.h"
#include "core/shippedrules.h"

namespace fengsui {
namespace {

Text wordsOf(const Json& row) {
  return {row.at("words").at("en").get<std::string>(), row.at("words").at("zh").get<std::string>()};
}

template <class Is>
const LifelineKind* findKind(Is is) {
  for (const LifelineGroup& group : lifelines())
    for (const LifelineKind& kind : group.kinds)
      if (is(kind)) return &kind;
  return nullptr;
}

}  // namespace

const std::vector<LifelineGroup>& lifelines() {
  static const auto table = [] {
    std::vector<LifelineGroup> out;
    const Json rules = Json::parse(lifelinesRulesText());
    for (const Json& group : rules.at("groups")) {
      out.push_back({group.at("code").get<std::string>(), wordsOf(group), {}});
      for (const Json& kind : group.at("kinds"))
        out.back().kinds.push_back(
            {kind.at("code").get<std::string>(), wordsOf(kind), kind.at("map").get<std::vector<std::string>>()});
    }
    return out;
  }();
  return table;
}

const LifelineGroup* lifelineGroupOf(std::string_view kind) {
  for (const LifelineGroup& group : lifelines())
    if (std::any_of(group.kinds.begin(), group.kinds.end(), [&](const LifelineKind& one) { return one.code == kind; }))
      return &group;
  return nullptr;
}

const LifelineKind* lifelineKindOf(std::string_view kind) {
  return findKind([&](const LifelineKind& one) { return one.code == kind; });
}

const LifelineKind* lifelineOnMap(std::string_view featureClass) {
  return findKind([&](const LifelineKind& one) {
    return std::find(one.map.begin(), one.map.end(), featureClass) != one.map.end();
  });
}

}  // namespace fengsui
