// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/subjects.h"

#include <algorithm>

#include "core/names.h"

namespace fengsui {

std::vector<std::string> subjectKinds() {
  std::vector<std::string> out{"riskVillage", "geohazardPoint", "shelter", "depot"};
  for (const Vocabulary list : {Vocabulary::placeKind, Vocabulary::riskZoneKind, Vocabulary::facilityKind})
    for (const Word& word : wordsOf(list))
      if (word.code != "other" && std::find(out.begin(), out.end(), word.code) == out.end())
        out.emplace_back(word.code);
  return out;
}

bool isSubjectKind(std::string_view kind) {
  const std::vector<std::string> known = subjectKinds();
  return std::find(known.begin(), known.end(), kind) != known.end();
}

std::vector<std::string> namesIn(std::string_view cell) {
  std::vector<std::string> out;
  while (!cell.empty()) {
    std::size_t end = cell.size(), next = cell.size();
    for (const std::string_view mark : {"、", "，", ",", ";", "；", "\n"})
      if (const std::size_t at = cell.find(mark); at < end) {
        end = at;
        next = at + mark.size();
      }
    std::string_view name = cell.substr(0, end);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (!name.empty() && name.find_first_not_of('_') != std::string_view::npos) out.emplace_back(name);
    cell.remove_prefix(next);
  }
  return out;
}

}  // namespace fengsui
