// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/viewport.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fengsui {
namespace {

constexpr double kRadiusM = 6378137.0;
constexpr double kHalfWorldM = std::numbers::pi * kRadiusM;
constexpr double kDegree = std::numbers::pi / 180;
constexpr double kWorldPx = 256;  // at step 0

double stepAt(double metresPerPixel) {
  return 2 * std::log2(2 * kHalfWorldM / kWorldPx / metresPerPixel);
}

}  // namespace

QPointF mercatorOf(Position position) {
  const double lat = std::clamp(position.latDeg(), -85.06, 85.06);
  return {position.lonDeg() * kDegree * kRadiusM, std::asinh(std::tan(lat * kDegree)) * kRadiusM};
}

std::optional<Position> positionAt(QPointF mercator) {
  if (std::abs(mercator.x()) > kHalfWorldM || std::abs(mercator.y()) > kHalfWorldM) return std::nullopt;
  return Position::ofDegrees(mercator.x() / kRadiusM / kDegree,
                             std::atan(std::sinh(mercator.y() / kRadiusM)) / kDegree);
}

double groundScale(QPointF mercator) {
  return 1 / std::cosh(mercator.y() / kRadiusM);
}

ViewPort::ViewPort(QPointF centre, double metresPerPixel, QSizeF size)
    : centre_(std::clamp(centre.x(), -kHalfWorldM, kHalfWorldM), std::clamp(centre.y(), -kHalfWorldM, kHalfWorldM)),
      metresPerPixel_(std::clamp(metresPerPixel, scaleOf(kFinestStep), scaleOf(kCoarsestStep))),
      size_(size) {}

ViewPort ViewPort::fitting(const QRectF& extent, QSizeF size, double marginPx) {
  const double width = std::max(1.0, size.width() - 2 * marginPx);
  const double height = std::max(1.0, size.height() - 2 * marginPx);
  const double least = std::max({extent.width() / width, extent.height() / height, scaleOf(kFinestStep)});
  // A hair of tolerance: an extent that was a view itself comes back at its own scale.
  return {extent.center(), scaleOf(static_cast<int>(std::floor(stepAt(least) + 1e-6))), size};
}

double ViewPort::scaleOf(int step) {
  return 2 * kHalfWorldM / kWorldPx / std::exp2(step / 2.0);
}

std::optional<int> ViewPort::step() const {
  const int nearest = static_cast<int>(std::lround(stepAt(metresPerPixel_)));
  if (std::abs(scaleOf(nearest) / metresPerPixel_ - 1) > 1e-9) return std::nullopt;
  return nearest;
}

QPointF ViewPort::toScreen(QPointF map) const {
  return {(map.x() - centre_.x()) / metresPerPixel_ + size_.width() / 2,
          (centre_.y() - map.y()) / metresPerPixel_ + size_.height() / 2};
}

QPointF ViewPort::toMap(QPointF screen) const {
  return {(screen.x() - size_.width() / 2) * metresPerPixel_ + centre_.x(),
          centre_.y() - (screen.y() - size_.height() / 2) * metresPerPixel_};
}

QRectF ViewPort::toScreen(const QRectF& extent) const {
  return {toScreen(extent.bottomLeft()), toScreen(extent.topRight())};
}

QTransform ViewPort::toScreen() const {
  QTransform transform;
  transform.translate(size_.width() / 2, size_.height() / 2);
  transform.scale(1 / metresPerPixel_, -1 / metresPerPixel_);
  transform.translate(-centre_.x(), -centre_.y());
  return transform;
}

QRectF ViewPort::extent() const {
  const QSizeF half = size_ * metresPerPixel_ / 2;
  return {QPointF(centre_.x() - half.width(), centre_.y() - half.height()), size_ * metresPerPixel_};
}

ViewPort ViewPort::resized(QSizeF size) const {
  return {centre_, metresPerPixel_, size};
}

ViewPort ViewPort::panned(QPointF byPixels) const {
  return {{centre_.x() - byPixels.x() * metresPerPixel_, centre_.y() + byPixels.y() * metresPerPixel_},
          metresPerPixel_,
          size_};
}

ViewPort ViewPort::zoomed(int steps, QPointF at) const {
  const QPointF under = toMap(at);
  const int from = static_cast<int>(std::lround(stepAt(metresPerPixel_)));
  const ViewPort scaled(centre_, scaleOf(std::clamp(from + steps, kCoarsestStep, kFinestStep)), size_);
  const QPointF moved = scaled.toMap(at);
  return {centre_ + under - moved, scaled.metresPerPixel_, size_};
}

ViewPort ViewPort::centred(QPointF map) const {
  return {map, metresPerPixel_, size_};
}

ViewPort ViewPort::widened(double marginPx) const {
  return {centre_, metresPerPixel_, {size_.width() + 2 * marginPx, size_.height() + 2 * marginPx}};
}

}  // namespace fengsui
