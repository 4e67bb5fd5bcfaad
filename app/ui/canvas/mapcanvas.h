// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

#include "ui/canvas/basemap.h"
#include "ui/canvas/drawpad.h"
#include "ui/canvas/hazarddrawing.h"
#include "ui/canvas/overlaylayer.h"
#include "ui/canvas/sketch.h"
#include "ui/canvas/viewport.h"
#include "ui/desk/desk.h"

namespace fengsui {

class HoverCard;

/// The one map: ground, live objects over it, and the pointer on both.
///
/// Left button drags; a click selects, or in the report tool says where. With Ctrl a click adds to the selection, with
/// Shift a rectangle is drawn around it; the right button asks what is there. The wheel zooms at the pointer.
class MapCanvas : public QWidget {
  Q_OBJECT

 public:
  explicit MapCanvas(Desk& desk, QWidget* parent = nullptr);

  /// @p base lives longer than the canvas.
  void setBaseMap(BaseMap* base);

  [[nodiscard]] const ViewPort& view() const { return view_; }
  void setView(const ViewPort& view);
  /// Everything there is, else the map's own first view.
  void fit();
  /// @p extent: EPSG:3857.
  void fitTo(const QRectF& extent);
  /// Marks the place, and moves only where it is not in view.
  void showPlace(Position place);
  /// Moves only where the thing is not in view.
  void reveal(const Selected& selected);
  /// By so many steps of √2; more than 0 shows more detail.
  void zoomBy(int steps);
  /// How much of it lies under panels: what is shown on purpose is shown beside them.
  void setCovered(const QMargins& covered);
  /// Shows where something is about to be; nothing takes the mark away.
  void markPlace(const std::optional<Position>& place);
  /// Places that are only looked at, over everything else; nothing takes them away.
  void setSketch(std::shared_ptr<const Sketch> sketch);

  /// What was computed about roads, under the live objects; nothing takes it away.
  void setRoads(std::shared_ptr<const RoadDrawing> roads) { overlay_.setRoads(std::move(roads)); }
  [[nodiscard]] const std::shared_ptr<const RoadDrawing>& roads() const { return overlay_.roads(); }
  /// A frame of a forecast, on the ground and under everything else; nothing takes it away.
  void setHazard(std::shared_ptr<const HazardDrawing> hazard);
  [[nodiscard]] const std::shared_ptr<const HazardDrawing>& hazard() const { return hazard_; }
  /// What is said of the place under the pointer beside its coordinates; may be empty.
  void setPlaceWords(std::function<QString(Position)> words) { placeWords_ = std::move(words); }
  /// The middle of what can be seen.
  [[nodiscard]] std::optional<Position> middle() const { return positionAt(view_.toMap(clear().center())); }
  /// Takes back what is half drawn. @return whether there was anything.
  bool dropDrawing();

  /// The part of the map that lies under no panel. Units: EPSG:3857.
  [[nodiscard]] QRectF clearExtent() const;
  /// Around all objects, the base map's own first view and the forecast; null where there is nothing.
  [[nodiscard]] QRectF contentExtent() const;
  /// Where a position is on the widget.
  [[nodiscard]] QPointF screenOf(Position position) const { return view_.toScreen(mercatorOf(position)); }
  /// Whether all that was asked for is painted: objects, and the map where there is one.
  [[nodiscard]] bool settled() const;
  /// What the lower edge says about the base map; empty where all is well.
  [[nodiscard]] QString groundNote() const;
  [[nodiscard]] bool objectsPainted() const { return overlay_.current(); }

  [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

 signals:
  /// Clicked with the report tool.
  void placed(fengsui::Position where, QPoint at);
  /// Drawn with the tool that closes roads; @p at: where its last place is.
  void drawn(const fengsui::Shape& shape, QPoint at);
  /// Clicked with the right button.
  void asked(fengsui::Position where, QPoint at);
  void viewChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void requestBase();
  void hover(QPointF at);
  void click(QPointF at, bool toggles);
  void draw(QPointF at);
  bool drawByKey(int key);
  void endDrawing(const std::optional<Shape>& shape, QPointF at);
  void updateCursor();
  void paintSelection(QPainter& painter) const;
  void paintSelected(QPainter& painter, const Selected& thing) const;
  void paintMark(QPainter& painter) const;
  void paintDrawing(QPainter& painter) const;
  void paintFurniture(QPainter& painter) const;
  /// The part that lies under no panel.
  [[nodiscard]] QRectF clear() const { return QRectF(rect().marginsRemoved(covered_)); }

  Desk& desk_;
  BaseMap* base_ = nullptr;
  OverlayLayer overlay_;
  HoverCard* card_ = nullptr;
  ViewPort view_;
  bool framed_ = false;  ///< whether a first view has been chosen
  bool movedByHand_ = false;
  QTimer baseTimer_;
  int wheelTurned_ = 0;  ///< less than a notch, in eighths of a degree
  std::optional<QPointF> pressed_;
  QPointF lastDrag_;
  bool dragging_ = false;
  bool framing_ = false;  ///< a rectangle is drawn around what is to be selected
  std::optional<QPointF> pointer_;
  std::optional<Selected> hovered_;
  std::optional<Position> marked_;
  std::shared_ptr<const Sketch> sketch_;
  std::shared_ptr<const HazardDrawing> hazard_;
  std::function<QString(Position)> placeWords_;
  DrawPad pad_;
  bool byKey_ = false;  ///< the middle of the map is where one draws
  QMargins covered_;
};

}  // namespace fengsui
