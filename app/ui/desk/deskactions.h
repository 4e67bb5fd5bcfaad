// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <functional>
#include <vector>

namespace fengsui {

/// Everything that the operator can do with a key: one action each, with its words in both languages. Rail, palette and
/// help read them from here.
class DeskActions : public QObject {
  Q_OBJECT

 public:
  /// @p window: where the keys are heard.
  explicit DeskActions(QWidget* window);

  QAction* report;
  QAction* people;  ///< a count of people at the selected incident
  QAction* counts;  ///< whose count of them holds
  QAction* stock;   ///< what happens to the supplies of the selected depot
  QAction* change;  ///< what is known of it
  QAction* undo;
  QAction* act;     ///< the next action of the dossier
  QAction* escape;  ///< gives up what is under way
  QAction* goLive;
  QAction* search;  ///< everything, and every action, by a few letters
  QAction* find;    ///< the filter of the open list

  // Panels at the left; checkable.
  QAction* incidents;
  QAction* teams;
  QAction* depots;
  QAction* shelters;
  QAction* zones;
  QAction* facilities;
  QAction* closures;
  QAction* layers;
  [[nodiscard]] std::vector<QAction*> panels() const;

  // Boards over the map; checkable.
  QAction* responses;
  QAction* orders;
  QAction* newOrder;  ///< about what is selected
  QAction* plans;     ///< the files of plans, to be written
  // Boards of the duty desk; checkable.
  QAction* callouts;
  QAction* silent;        ///< places that owe a report and gave none
  QAction* duty;          ///< reports, directives, handover
  QAction* ledger;        ///< people who move
  QAction* instructions;  ///< leaders' instructions and consultations, on the duty desk
  QAction* handover;      ///< what has changed since one left

  // Roads.
  QAction* roads;      ///< who is first at what is selected; a board, checkable
  QAction* reach;      ///< whom somebody reaches in time, on the same board
  QAction* closeRoad;  ///< draws on the map where a road is closed

  QAction* forecast;  ///< what gauges call for, a model's run and what follows; a board, checkable

  // A forecast that is shown.
  QAction* playForecast;
  QAction* frameBack;
  QAction* frameForward;
  QAction* hideForecast;

  QAction* seat;  ///< who sits here
  QAction* importTable;
  QAction* printMap;
  QAction* fit;
  QAction* zoomIn;
  QAction* zoomOut;
  QAction* theme;
  QAction* language;

  /// All that have words, in the order in which they are worth reading.
  [[nodiscard]] const std::vector<QAction*>& all() const { return all_; }
  /// The name of the action's icon in resources/icons; empty where it has none.
  [[nodiscard]] static QString iconOf(const QAction* action);

  /// Draws the icons of tools in the colours of the theme.
  static void colour(const std::vector<QAction*>& tools);

  void retranslate(bool darkNow);

 private:
  QAction* add(const char* name, const QList<QKeySequence>& keys, const char* icon = "");
  void say(QAction* action, const QString& text, const QString& tip);

  QWidget* window_;
  std::vector<QAction*> all_;
};

}  // namespace fengsui
