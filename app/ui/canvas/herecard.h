// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <functional>
#include <vector>

#include "ui/canvas/basemap.h"
#include "ui/canvas/notations.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace fengsui {

class ActionButton;
class Desk;

/// What is at a place of the map that was clicked with the right button: its coordinates as others write them, to be
/// copied, what the base map has there, and the offers to report there and to see who can be there first.
class HereCard : public QFrame {
  Q_OBJECT

 public:
  HereCard(Desk& desk, QWidget* canvas);

  void setBaseMap(BaseMap* base);
  /// What a forecast says of a place; empty where it says nothing.
  void setForecast(std::function<QString(Position)> words) { forecast_ = std::move(words); }
  void openAt(Position where, QPointF map, double toleranceM, QPoint at);
  void close();
  /// The forecast says something else by now.
  void tellForecast();

 signals:
  void reportWanted(fengsui::Position where);
  /// Who can be here first?
  void teamsWanted(fengsui::Position where);
  void closed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void fill();
  void place();

  Desk& desk_;
  BaseMap* base_ = nullptr;
  Position where_;
  QPoint at_;
  quint64 asked_ = 0;
  std::vector<MapFeature> features_;
  QLabel* head_;
  QVBoxLayout* lines_;
  QLabel* things_;
  std::function<QString(Position)> forecast_;
  QLabel* foreseen_;
  ActionButton* report_;
  ActionButton* teams_;
};

}  // namespace fengsui
