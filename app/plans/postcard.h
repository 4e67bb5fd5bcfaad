// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plans/plan.h"

namespace fengsui {

/// One line of the front of a post card.
struct CardLine {
  std::string item;
  std::optional<int> minute;  ///< T+; none for what waits for something else
  Text when;                  ///< "T+30", "T+0, every 30 min", "after Underpasses manned, 20 min"
  Text title;
  Words action;
  Text answer;         ///< "到位照片、水尺读数（cm）"
  Text chase;          ///< "10 min: substitute; 20 min: 值班长"
  bool helps = false;  ///< somebody else is the owner
};

/// The card of one post at one level (岗位指令卡): printed before the season, one a person.
struct PostCard {
  std::string post;
  std::string b;
  Title plan;
  std::string edition;
  std::string effective;
  Text level;                    ///< empty: all levels
  std::vector<CardLine> front;   ///< by time; then what waits
  std::vector<Words> standing;   ///< back: what may be decided alone when cut off
  std::vector<Words> forbidden;  ///< back: what must not be done
  std::vector<Words> verifies;   ///< what this post verifies for others
};

/// @p level empty: every level. @return Error::notFound for a post that has nothing to do in this plan, with those that
/// have; or for a level that the plan does not have.
[[nodiscard]] Result<PostCard> cardFor(const Plan& plan, const std::string& post, const std::string& level = {});

/// All posts that a plan gives a card, by name.
[[nodiscard]] std::vector<std::string> postsOf(const Plan& plan);

[[nodiscard]] Text whenText(const PlanTiming& when, const Plan& plan);
[[nodiscard]] Text ownerText(const Owner& owner);
[[nodiscard]] Text answerText(const std::vector<AnswerField>& fields);
[[nodiscard]] Text chaseText(const std::vector<Chase>& chase);

}  // namespace fengsui
