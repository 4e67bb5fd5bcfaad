// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/roadclass.h"

#include <algorithm>
#include <string>
#include <utility>

namespace fengsui {
namespace {

using enum RoadClass;
// Administrative and urban classes of Chinese road data, and what else maps call them.
constexpr std::pair<std::string_view, RoadClass> alsoCalled[]{
    {"高速", motorway},      {"高速公路", motorway},    {"expressway", motorway}, {"国道", trunk},
    {"快速路", trunk},       {"城市快速路", trunk},     {"省道", primary},        {"主干路", primary},
    {"主干道", primary},     {"城市主干路", primary},   {"县道", secondary},      {"次干路", secondary},
    {"次干道", secondary},   {"城市次干路", secondary}, {"乡道", tertiary},       {"支路", tertiary},
    {"城市支路", tertiary},  {"村道", unclassified},    {"road", unclassified},   {"minor", unclassified},
    {"小区路", residential}, {"street", residential},   {"步行街", pedestrian},   {"内部路", service},
    {"机耕路", track},       {"防火道", track},         {"林区路", track},        {"小路", path},
    {"步道", footway},       {"人行道", footway},       {"台阶", steps},
};

}  // namespace

std::optional<RoadClass> roadClassFor(std::string_view written) {
  std::string word;
  for (const char c : written)
    if (c != ' ') word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (word.ends_with("_link")) word.erase(word.size() - 5);
  // Geofabrik writes "track_grade3".
  if (word.starts_with("track_")) word = "track";
  if (const auto found = fromCode<RoadClass>(word)) return found;
  for (const auto& [name, value] : alsoCalled)
    if (name == word) return value;
  return std::nullopt;
}

}  // namespace fengsui
