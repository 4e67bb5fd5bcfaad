// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/situation.h"

namespace fengsui {

/// One line of a list that a runner brought: which place was heard of, when, with which words.
struct PaperLine {
  Id<Contact> contact;
  std::string place;
  Instant at;
  std::string words;
};
struct PaperList {
  std::vector<PaperLine> lines;
  std::vector<std::string> notUnderstood;  ///< as they were written
};
/// Reads lines like "上庄村 19:40 路面过水": a place that owes reports, a time of today or yesterday, words.
///
/// Thread: any; pure.
[[nodiscard]] PaperList readPaperList(const std::string& text, const Situation& s, Instant now, const TimeZone& zone);

}  // namespace fengsui
