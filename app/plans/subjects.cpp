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

}  // namespace fengsui
