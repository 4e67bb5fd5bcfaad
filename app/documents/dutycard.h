// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "documents/printed.h"

namespace fengsui {

/// One line of the front of a post's card.
struct DutyCardLine {
  Text when;  ///< "T+30"
  Text title;
  Text action;         ///< what is to be done
  Text answer;         ///< what comes back
  Text chase;          ///< to whom it is turned when nothing comes back
  bool helps = false;  ///< somebody else answers for it
};

/// What a post does at one level, and what it may and must not (岗位指令卡).
struct DutyCard {
  std::string post;
  std::string substitute;  ///< B角
  Text plan;
  std::string edition;
  std::string effective;
  Text level;            ///< empty: all levels
  std::string reportTo;  ///< where the post reports; empty: left to write
  std::string channel;   ///< empty: left to write
  std::string signal;    ///< to withdraw; empty: left to write
  std::vector<DutyCardLine> front;
  std::vector<Text> standing;
  std::vector<Text> forbidden;
  std::vector<Text> verifies;
};

/// Cards, A5 across, both sides: the front by the clock, the back what counts when nobody can be asked. A front with
/// more than a side holds is set smaller before it takes a second one; the back begins on the back of a sheet.
///
/// Thread: any, after Typesetting. Errors: notFound without a font or without cards.
[[nodiscard]] Result<Printed> printCards(const std::vector<DutyCard>& cards, const PrintWish& wish);

}  // namespace fengsui
