// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/models/forecastboard.h"

namespace fengsui {

class HazardPlayer;
class MapCanvas;

/// Hazard models, their board, the map and the player of their frames, joined.
///
/// Thread: GUI.
class DeskModels : public QObject {
  Q_OBJECT

 public:
  DeskModels(Desk& desk, MapCanvas& canvas, HazardPlayer& player, QWidget* parent);

  /// Looks for modules once a station is open. @p program: the path of fengsuictl. @p map: the folder of the map; empty
  /// where there is none, which leaves what gauges say.
  void use(const QString& program, const QString& map);
  [[nodiscard]] ModelDesk& models() { return *models_; }
  [[nodiscard]] ForecastBoard& board() { return *board_; }
  [[nodiscard]] bool idle() const { return models_->idle(); }

 signals:
  void planWanted(const QString& plan);
  void draftsMade();

 private:
  void follow();

  Desk& desk_;
  MapCanvas& canvas_;
  HazardPlayer& player_;
  ModelDesk* models_;
  ForecastBoard* board_;
};

}  // namespace fengsui
