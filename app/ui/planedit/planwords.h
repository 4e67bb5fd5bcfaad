// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "plans/compare.h"
#include "plans/plan.h"
#include "ui/desk/facts.h"

namespace fengsui {

/// A plan in words, as its prints say it: the card of a post, the lines of a level, what changed. In the desk's
/// language.
///
/// Thread: any; pure but for the language.
class PlanWords {
  Q_DECLARE_TR_FUNCTIONS(PlanWords)

 public:
  /// @p level empty: all levels. Empty where the post has nothing to do at the level.
  [[nodiscard]] static std::vector<Facts::Line> card(const Plan& plan, const std::string& post,
                                                     const std::string& level);
  [[nodiscard]] static std::vector<Facts::Line> items(const Plan& plan, const std::string& level);
  /// What reads differently; empty where nothing does.
  [[nodiscard]] static std::vector<Facts::Line> changes(const Plan& before, const Plan& after);

 private:
  [[nodiscard]] static QString nameOf(const std::string& key);
  [[nodiscard]] static QString said(const Plan& plan, const std::string& key);
  [[nodiscard]] static QString said(const Plan& plan, const PlanItem& item, const std::string& key);
  [[nodiscard]] static QString said(const Criteria& criteria);
  [[nodiscard]] static QString said(const Safety& safety);
  [[nodiscard]] static QString said(const Needs& needs);
};

}  // namespace fengsui
