// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>
#include <optional>

#include "core/geo.h"

namespace fengsui {

/// Web Mercator (EPSG:3857) of a position. Units: metres at the equator, x east, y north.
[[nodiscard]] QPointF mercatorOf(Position position);
/// @return nothing beyond the edges of the map.
[[nodiscard]] std::optional<Position> positionAt(QPointF mercator);
/// How many metres on the ground one metre of the map is there.
[[nodiscard]] double groundScale(QPointF mercator);

/// Which part of the map a rectangle of pixels shows. A value; north is up.
///
/// A map at rest has one of a series of scales, each √2 finer than the one before, so that what was drawn once for a
/// scale fits again to the pixel. Every other one is a zoom level of the web maps.
///
/// Units: map coordinates EPSG:3857; screen coordinates logical pixels from the top left. An extent is a QRectF whose
/// top() is its southern edge.
class ViewPort {
 public:
  ViewPort() = default;
  ViewPort(QPointF centre, double metresPerPixel, QSizeF size);

  /// The whole of @p extent with @p marginPx around it, as large as it gets at a scale of the series.
  [[nodiscard]] static ViewPort fitting(const QRectF& extent, QSizeF size, double marginPx);

  /// Metres for each pixel at a scale of the series; step 0 shows the world in 256 pixels.
  [[nodiscard]] static double scaleOf(int step);
  static constexpr int kCoarsestStep = 3;
  static constexpr int kFinestStep = 41;  ///< 0.1 m
  /// The place in the series; nothing where the scale is none of it.
  [[nodiscard]] std::optional<int> step() const;

  [[nodiscard]] QPointF centre() const { return centre_; }
  [[nodiscard]] double metresPerPixel() const { return metresPerPixel_; }
  [[nodiscard]] QSizeF size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_.isEmpty(); }

  [[nodiscard]] QPointF toScreen(QPointF map) const;
  [[nodiscard]] QPointF toMap(QPointF screen) const;
  [[nodiscard]] QRectF toScreen(const QRectF& extent) const;
  /// The same for whole paths.
  [[nodiscard]] QTransform toScreen() const;
  [[nodiscard]] QRectF extent() const;

  [[nodiscard]] ViewPort resized(QSizeF size) const;
  /// The map moves with the hand.
  [[nodiscard]] ViewPort panned(QPointF byPixels) const;
  /// The map under @p at stays where it is. More steps show more detail; the result is at a scale of the series.
  [[nodiscard]] ViewPort zoomed(int steps, QPointF at) const;
  [[nodiscard]] ViewPort centred(QPointF map) const;
  /// The same scale with so many pixels more on each side.
  [[nodiscard]] ViewPort widened(double marginPx) const;

  bool operator==(const ViewPort&) const = default;

 private:
  QPointF centre_;
  double metresPerPixel_ = 1000;
  QSizeF size_;
};

}  // namespace fengsui
