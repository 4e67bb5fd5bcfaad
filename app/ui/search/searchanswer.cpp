// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/searchanswer.h"

#include <array>

namespace fengsui {

SearchAnswer answerTo(const SearchQuestion& question, const SearchSources& sources, const std::stop_token& stop) {
  SearchAnswer answer;
  const std::array lists{sources.actions, sources.things, sources.map};
  answer.hits = search(lists, question, stop);
  return answer;
}

}  // namespace fengsui
