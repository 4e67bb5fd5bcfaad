// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/hazard/hazardplayer.h"

namespace fengsui {

class Desk;
class MapCanvas;

/// What the desk does with a forecast, joined: the player, the map with its legend, and the moment that the desk looks
/// at.
///
/// Thread: GUI.
class DeskHazard : public QObject {
  Q_OBJECT

 public:
  DeskHazard(Desk& desk, MapCanvas& canvas, QObject* parent = nullptr);

  [[nodiscard]] HazardPlayer& player() { return player_; }
  /// Says everything anew, in another language or other colours.
  void retell();
  /// What it says of a place, in a few lines; empty where it says nothing.
  [[nodiscard]] QString wordsAt(Position where) const;

 private:
  void followDesk();

  Desk& desk_;
  MapCanvas& canvas_;
  HazardPlayer player_;
};

}  // namespace fengsui
