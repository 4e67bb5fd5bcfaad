// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QPainter>
#include <QSet>
#include <optional>
#include <utility>
#include <vector>

#include "core/result.h"
#include "core/time.h"
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

/// A layer of the base map as a list shows it.
struct MapLayer {
  struct Legend {
    QString label;
    QImage icon;  ///< 32 × 20 logical pixels
    bool operator==(const Legend&) const = default;
  };
  QString id;
  QString name;
  QString group;        ///< empty at the top
  QString kind;         ///< "vector", "raster", "other"
  bool visible = true;  ///< the project shows it; hidden() is what the operator took away
  double scaleFar = 0;  ///< scale denominators between which it is drawn; 0 = no limit
  double scaleNear = 0;
  std::vector<Legend> legend;
  std::optional<Text> trouble;  ///< why it is not in the picture, or not complete; the others are
  bool operator==(const MapLayer&) const = default;
};

/// Something that lies at a point of the base map.
struct MapFeature {
  QString layer;  ///< its id
  QString title;
  std::vector<std::pair<QString, QString>> attributes;
  bool operator==(const MapFeature&) const = default;
};

/// The ground under the live objects.
///
/// Thread: GUI. Nothing here waits: what is missing arrives later, or never; the desk works without.
class BaseMap : public QObject {
  Q_OBJECT

 public:
  enum class State {
    none,      ///< this station has no map
    starting,  ///< being opened
    ready,
    broken,  ///< see trouble(); it may heal by itself
  };
  Q_ENUM(State)

  using QObject::QObject;

  /// What the operator looks at; what is missing of it is fetched, the newest view first.
  virtual void show(const ViewPort& view, double devicePixelRatio, const QString& style) = 0;
  /// Paints what there is: exact where it can be, scaled or older where it must.
  /// @return whether the whole view has been painted over.
  virtual bool paint(QPainter& painter, const ViewPort& view) = 0;
  /// Whether the view last shown is painted as it should be, names included.
  [[nodiscard]] virtual bool settled() const = 0;

  [[nodiscard]] virtual State state() const = 0;
  /// Why it is broken, or which parts of it are.
  [[nodiscard]] virtual std::optional<Error> trouble() const { return std::nullopt; }
  /// Since when nothing has been heard of whoever draws it, where that is longer than usual; what was drawn before
  /// stays.
  [[nodiscard]] virtual std::optional<Instant> silentSince() const { return std::nullopt; }
  /// What a first view should show.
  [[nodiscard]] virtual std::optional<QRectF> home() const { return std::nullopt; }

  /// The topmost first; empty until the map has been opened once.
  [[nodiscard]] virtual std::vector<MapLayer> layers() const { return {}; }
  [[nodiscard]] virtual QSet<QString> hidden() const { return {}; }
  /// Leaves layers out of the picture, all of those and only those; ids that nobody knows are kept and do nothing.
  virtual void setHidden(const QSet<QString>&) {}

  /// Where live objects and their names lie (EPSG:3857): the map's own names there give way.
  virtual void setOccupied(const std::vector<QRectF>&) {}

  /// What lies at a point of the map (EPSG:3857), hidden layers aside.
  /// @return the number that identified() will carry; 0 where there is nobody to ask. Without an answer when the map
  ///         breaks meanwhile.
  virtual quint64 identify(QPointF, double /*toleranceM*/) { return 0; }

  /// A picture of the ground as paper needs it, beside what is on the screen.
  struct Picture {
    QRectF extent;  ///< EPSG:3857
    QSize pixels;
    double devicePixelRatio = 1;  ///< pixels for each logical one, of which 96 make an inch
    QString style;
  };
  /// @return the number that pictured() will carry; 0 where there is nobody to ask.
  virtual quint64 draw(const Picture&) { return 0; }

 signals:
  /// The answer to draw(): a null image with the reason where it could not be made, and the image with one where parts
  /// of it are missing.
  void pictured(quint64 request, const fengsui::MapImage& image, const std::optional<fengsui::Error>& trouble);
  /// There is something new to paint.
  void changed();
  void stateChanged();
  /// layers(), a trouble in it, or hidden() is another than before.
  void layersChanged();
  /// The topmost layer first; empty where nothing is there.
  void identified(quint64 request, const std::vector<fengsui::MapFeature>& features);
};

/// No map: the canvas shows its graticule on plain ground.
class PlainGround : public BaseMap {
  Q_OBJECT

 public:
  using BaseMap::BaseMap;
  void show(const ViewPort&, double, const QString&) override {}
  bool paint(QPainter&, const ViewPort&) override { return false; }
  [[nodiscard]] bool settled() const override { return true; }
  [[nodiscard]] State state() const override { return State::none; }
};

}  // namespace fengsui
