// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "ui/desk/desk.h"

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace fengsui {

class ActionButton;
class FactSheet;
class PickList;
class ThingModel;

/// The right side of the desk: what is known of the selected thing, and the next action with its consequence in words.
class Dossier : public QWidget {
  Q_OBJECT

 public:
  explicit Dossier(Desk& desk, QWidget* parent = nullptr);

  /// Whether it lies over the map and can be closed.
  void setClosable(bool closable);
  /// Does what the main button says.
  void act();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// What one button does when it is pressed.
  struct Action {
    QString words;
    std::function<void()> run;
  };

  void refresh();
  void showFacts();
  void shareHeight();
  void showTeams();
  [[nodiscard]] std::vector<Action> actions() const;
  [[nodiscard]] std::optional<Action> actionForIncident(const Incident& incident) const;
  [[nodiscard]] std::vector<Action> actionsForTeam(const Team& team) const;
  void showActions();
  /// The row of the chosen team, else of the one to propose; -1 where none.
  [[nodiscard]] int proposedRow() const;
  [[nodiscard]] const Team* teamAt(int row) const;
  void colour();

  Desk& desk_;
  QVBoxLayout* head_;
  QLabel* name_;
  QToolButton* close_;
  QLabel* what_;
  QLabel* hint_;
  QScrollArea* scroll_;
  FactSheet* facts_;
  QLabel* teamsTitle_;
  PickList* teams_;
  ThingModel* teamModel_;
  QLabel* why_;
  ActionButton* main_;
  ActionButton* side_;
  std::vector<Action> offered_;
  std::optional<Uuid> chosenTeam_;  ///< by the operator; otherwise the nearest free one is proposed
};

}  // namespace fengsui
