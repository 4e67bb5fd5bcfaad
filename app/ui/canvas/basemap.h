// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QPainter>
#include <optional>

#include "core/result.h"
#include "ui/canvas/viewport.h"

namespace fengsui {

/// An image of a part of the map.
struct MapImage {
  QImage image;
  QRectF extent;  ///< EPSG:3857; top() is the southern edge

  [[nodiscard]] bool empty() const { return image.isNull(); }
  /// Where it lies in @p view, scaled where the view has another scale by now.
  void paint(QPainter& painter, const ViewPort& view) const;
};

/// Where the ground under the live objects comes from.
///
/// Thread: GUI. Nothing here waits: an image arrives later, or never; the desk works without.
class BaseMap : public QObject {
  Q_OBJECT

 public:
  enum class State {
    none,      ///< this station has no map
    starting,  ///< being opened
    ready,
    broken,  ///< see trouble(); it may heal by itself
  };

  using QObject::QObject;

  /// Asks for the image of a view; the newest request counts.
  virtual void request(const ViewPort& view, double devicePixelRatio, const QString& style) = 0;
  [[nodiscard]] virtual State state() const = 0;
  /// Why it is broken, or which parts of it are.
  [[nodiscard]] virtual std::optional<Error> trouble() const { return std::nullopt; }
  /// What a first view should show.
  [[nodiscard]] virtual std::optional<QRectF> home() const { return std::nullopt; }

 signals:
  /// @p exact: nothing newer has been asked for.
  void arrived(const fengsui::MapImage& image, bool exact);
  void stateChanged();
};

/// No map: the canvas shows its graticule on plain ground.
class PlainGround : public BaseMap {
  Q_OBJECT

 public:
  using BaseMap::BaseMap;
  void request(const ViewPort&, double, const QString&) override {}
  [[nodiscard]] State state() const override { return State::none; }
};

}  // namespace fengsui
