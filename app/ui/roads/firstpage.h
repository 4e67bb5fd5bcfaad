// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "ui/boards/boardrow.h"
#include "ui/roads/firstthere.h"

class QComboBox;
class QLabel;

namespace fengsui {

class ActionButton;
class BoardList;

/// A place that somebody wants to be reached.
struct RoadTarget {
  Position at;
  QString name;                          ///< as people call it; empty: its coordinates
  std::optional<Id<Incident>> incident;  ///< where teams can be sent to at once
};

/// Who can be at a place first, and why then: one row for each team, with what was avoided, and the next step.
class FirstPage : public QWidget {
  Q_OBJECT

 public:
  FirstPage(RoadDesk& roads, QWidget* parent);

  void setTarget(const RoadTarget& target);
  [[nodiscard]] const std::optional<RoadTarget>& target() const { return target_; }
  /// Shows the way of the marked team as long as the page is seen.
  void setWatched(bool watched);
  void refresh();
  void retranslate();
  void takeFocus();

 signals:
  /// The way of the marked team and the roads it was found on; nullptr where there is none to show.
  void wayShown(const fengsui::Candidate* candidate, const fengsui::RoadPicture* roads, fengsui::Position to);
  void reportWanted(fengsui::Position where);

 private:
  [[nodiscard]] BoardRow rowOf(const Candidate& one) const;
  [[nodiscard]] const Candidate* current() const;
  [[nodiscard]] const Team* teamOf(const Candidate& one) const;
  [[nodiscard]] const Incident* incident() const;
  [[nodiscard]] QString targetWords() const;
  void showMarked();
  void act();
  void draftOrder(const Team& team);
  void keyed(int key);

  RoadDesk& roads_;
  Desk& desk_;
  FirstThere* first_;
  std::optional<RoadTarget> target_;
  bool watched_ = false;
  QLabel* head_;
  QComboBox* capability_;
  BoardList* list_;
  QLabel* why_;
  ActionButton* main_;
  ActionButton* team_;
  ActionButton* report_;
};

}  // namespace fengsui
