// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "documents/printed.h"

namespace fengsui {

struct HandbookLevel {
  Text level;
  Text approver;
  Text criteriaWord;  ///< "any of", "all of"; empty for one
  std::vector<std::string> criteria;
};

struct HandbookItem {
  std::string id;
  Text title;
  std::size_t phase = 0;  ///< of Handbook::phases
  Text levels;            ///< empty: all
  bool mandatory = true;
  Text owner;
  std::vector<std::string> posts;  ///< those who find themselves in the index
  Text kind;
  Text when;
  Text condition;
  Text action;
  Text answer;
  Text chase;
  Text verify;
  std::vector<std::string> after;  ///< ids of what has to be done before
};

/// A contingency plan as a book to hold: what it is for, who starts it, what is done in which order by whom.
struct Handbook {
  Text title;
  std::string id;
  std::string edition;
  std::string effective;
  std::string source;
  Text hazard;
  Text scenario;
  std::vector<HandbookLevel> levels;
  std::vector<Text> end;
  std::vector<Text> phases;
  std::vector<HandbookItem> items;
};

/// Cover, contents with page numbers, levels and criteria, the flow chart, the items by phase, the posts' index. A4.
///
/// Thread: any, after Typesetting. Errors: notFound without a font; invalid for an item of a phase that is not there.
[[nodiscard]] Result<Printed> printHandbook(const Handbook& book, const PrintWish& wish);

}  // namespace fengsui
