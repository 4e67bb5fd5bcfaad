// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <optional>

#include "ui/desk/desk.h"
#include "ui/panels/offers.h"

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace fengsui {

class ActionButton;
class CloseForm;
class DecideForm;
class DeskRoads;
class DutyForm;
class FactSheet;
class FigureForm;
class HeadcountForm;
class IncidentForm;
class InlineForm;
class PickList;
class StockForm;
class ThingModel;

/// The right side of the desk: what is known of the selected thing, and the next action with its consequence in words.
class Dossier : public QWidget {
  Q_OBJECT

 public:
  explicit Dossier(Desk& desk, QWidget* parent = nullptr);

  /// Tells by road when teams are there; nothing: in a straight line.
  void useRoads(DeskRoads* roads);

  /// Whether it lies over the map and can be closed.
  void setClosable(bool closable);
  /// Asks for a count of people at the selected incident, or for what is known of it.
  void askFigure();
  void askCounts();
  void askChange();
  /// Asks what happens to the supplies of the selected depot.
  void askStock();
  /// Does what the main button says.
  void act();

 signals:
  /// Somebody wants to report an incident at the place that is selected.
  void reportWanted(fengsui::Position where);
  /// Somebody wants to change a closure of a road.
  void closureChangeWanted(const fengsui::RoadClosure& closure);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();
  void showFacts();
  void shareHeight();
  void showTeams();
  [[nodiscard]] std::vector<Offer> offers();
  [[nodiscard]] QString whyWords() const;
  [[nodiscard]] std::array<InlineForm*, 7> forms() const;
  [[nodiscard]] bool asking() const;
  template <class Form>
  void ask(Form* form);
  void openForm(const std::function<void()>& open);
  void showActions();
  /// The row of the chosen team, else of the one to propose; -1 where none.
  [[nodiscard]] int proposedRow() const;
  [[nodiscard]] const Team* teamAt(int row) const;
  void colour();

  Desk& desk_;
  DeskRoads* roads_ = nullptr;
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
  ActionButton* figuresTool_;
  ActionButton* countsTool_;
  ActionButton* changeTool_;
  ActionButton* endTool_;
  FigureForm* figure_;
  DecideForm* decide_;
  IncidentForm* change_;
  CloseForm* end_;
  HeadcountForm* headcount_;
  StockForm* stock_;
  DutyForm* duty_;
  QLabel* why_;
  ActionButton* main_;
  ActionButton* side_;
  std::vector<Offer> offered_;
  std::optional<Uuid> chosenTeam_;  ///< by the operator; otherwise the nearest free one is proposed
};

}  // namespace fengsui
