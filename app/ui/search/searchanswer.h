// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/reportline.h"
#include "ui/search/search.h"

namespace fengsui {

/// What the palette has to say to what was typed.
struct SearchAnswer {
  std::vector<SearchHit> hits;
  std::vector<Position> coordinates;     ///< that were typed; two where it is open which number is the longitude
  std::optional<ReportLine> report;      ///< where the text is one, or reads like one
  std::optional<std::size_t> completes;  ///< the hits are places for the last word of a report, from this byte on
};

/// What an answer is looked up in. Values, shared with nobody who writes.
struct SearchSources {
  std::shared_ptr<const NameList> actions;
  std::shared_ptr<const NameList> plans;
  std::shared_ptr<const NameList> things;  ///< of the situation that is shown
  std::shared_ptr<const NameList> map;     ///< names of the base map
  Gazetteer places;                        ///< of things and map
};

/// Thread: any; pure. A hundred thousand names take some milliseconds.
[[nodiscard]] SearchAnswer answerTo(const SearchQuestion& question, const SearchSources& sources,
                                    const std::stop_token& stop = {});

}  // namespace fengsui
