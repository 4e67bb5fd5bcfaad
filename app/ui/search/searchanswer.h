// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/search.h"

namespace fengsui {

/// What the palette has to say to what was typed.
struct SearchAnswer {
  std::vector<SearchHit> hits;
};

/// What an answer is looked up in. Values, shared with nobody who writes.
struct SearchSources {
  std::shared_ptr<const NameList> actions;
  std::shared_ptr<const NameList> things;  ///< of the situation that is shown
  std::shared_ptr<const NameList> map;     ///< names of the base map
};

/// Thread: any; pure. A hundred thousand names take some milliseconds.
[[nodiscard]] SearchAnswer answerTo(const SearchQuestion& question, const SearchSources& sources,
                                    const std::stop_token& stop = {});

}  // namespace fengsui
