// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules.h"

#include <fstream>
#include <iterator>
#include <string>

#include "plans/library.h"

namespace fengsui::flood {

const FloodRules& shippedRules() {
  static const FloodRules rules = [] {
    FloodRules out;
    codec::Fault fault;
    codec::read(Json::parse(floodRulesText()), out, fault);
    return out;
  }();
  return rules;
}

FloodRules rulesFor(const std::filesystem::path& station) {
  if (station.empty()) return shippedRules();
  std::ifstream stream(ownPlanFolder(station) / "flood.rules.json");
  const auto json = parseJson(std::string(std::istreambuf_iterator<char>(stream), {}));
  FloodRules out = shippedRules();
  codec::Fault fault;
  return json && codec::read(*json, out, fault) ? out : shippedRules();
}

}  // namespace fengsui::flood
