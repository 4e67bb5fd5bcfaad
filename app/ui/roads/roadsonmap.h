// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPainterPath>
#include <memory>
#include <optional>

#include "dispatch/arrival.h"
#include "ui/canvas/roaddrawing.h"

namespace fengsui {

class Desk;
class TeamsUnderWay;

/// A way as it is drawn, EPSG:3857.
[[nodiscard]] QPainterPath wayPath(const RoadGraph& graph, const Route& route);

/// What areas can be reached in time, and which places cannot.
struct ReachDrawing {
  std::vector<RoadDrawing::Band> bands;  ///< the widest first
  std::vector<QPointF> missed;
  QString legend;
};

/// Puts together what the map shows about roads: teams on their way, the way that is looked at, what can be reached.
///
/// Thread: GUI.
class RoadsOnMap : public QObject {
  Q_OBJECT

 public:
  RoadsOnMap(Desk& desk, TeamsUnderWay& underWay, QObject* parent = nullptr);

  /// The way that somebody would take; nothing: none is looked at. @p to: where it leads in the end.
  void preview(const RoadArrival& arrival, const RoadPicture& roads, Position to);
  void endPreview();
  void setReach(std::optional<ReachDrawing> reach);

 signals:
  void drawn(const std::shared_ptr<const fengsui::RoadDrawing>& drawing);

 private:
  void draw();

  Desk& desk_;
  TeamsUnderWay& underWay_;
  std::optional<RoadDrawing::Way> preview_;
  std::vector<QPointF> avoided_;
  std::optional<ReachDrawing> reach_;
};

}  // namespace fengsui
