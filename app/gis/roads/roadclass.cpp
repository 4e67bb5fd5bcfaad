// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/roadclass.h"

#include <functional>
#include <map>
#include <string>

#include "core/codec.h"
#include "core/shippedrules.h"
#include "gis/roads/roadcells.h"

namespace fengsui {
namespace {

// What maps and Chinese road data call them, beside the codes: resources/rules/roadclasses.json.
const std::map<std::string, RoadClass, std::less<>>& alsoCalled() {
  static const auto words = [] {
    std::map<std::string, RoadClass, std::less<>> out;
    const Json rules = parseJson(roadclassesRulesText()).value();
    for (const auto& [code, names] : rules.at("alsoCalled").items())
      for (const auto& name : names) out.emplace(name.get<std::string>(), fromCode<RoadClass>(code).value());
    return out;
  }();
  return words;
}

}  // namespace

std::optional<RoadClass> roadClassFor(std::string_view written) {
  std::string word;
  for (const char c : written)
    if (c != ' ') word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (word.ends_with("_link")) word.erase(word.size() - 5);
  if (const auto found = fromCode<RoadClass>(word)) return found;
  if (const auto found = alsoCalled().find(word); found != alsoCalled().end()) return found->second;
  return std::nullopt;
}

std::string_view roadClassCode(std::string_view written) {
  const auto known = roadClassFor(written);
  return known ? std::string_view(nameOf(*known).code) : std::string_view();
}

}  // namespace fengsui
