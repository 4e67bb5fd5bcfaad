// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/papermap.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/canvas/furniture.h"
#include "ui/canvas/overlaypainter.h"

namespace fengsui {
namespace {

constexpr double kDotsPerMm = 200 / 25.4;
constexpr double kScreenDotsPerMm = 96 / 25.4;

}  // namespace

double roundScale(double scale) {
  static constexpr std::array kSteps{1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0};
  const double ten = std::pow(10, std::floor(std::log10(scale)));
  for (const double step : kSteps)
    if (step * ten >= scale * (1 - 1e-9)) return step * ten;
  return 10 * ten;
}

PaperView PaperView::of(const QRectF& extent, QSizeF roomMm, double pixelsPerMm) {
  const QSizeF size = roomMm * pixelsPerMm;
  const double ground = groundScale(extent.center());
  const double least = std::max(extent.width() / size.width(), extent.height() / size.height());
  const double pixelMm = 1 / pixelsPerMm;
  PaperView out;
  out.pixelsPerMm = pixelsPerMm;
  out.view = ViewPort(extent.center(), roundScale(least * ground / pixelMm * 1000) * pixelMm / 1000 / ground, size);
  // The view has limits of its own.
  out.scale = out.view.metresPerPixel() * ground / pixelMm * 1000;
  return out;
}

double PaperView::ratio() const {
  return kDotsPerMm / pixelsPerMm;
}

BaseMap::Picture PaperView::picture() const {
  // Names of the ground are as large on paper as on the screen, also where the symbols are made smaller.
  return {view.extent(), (view.size() * ratio()).toSize(), kDotsPerMm / std::min(pixelsPerMm, kScreenDotsPerMm * 1.3),
          QStringLiteral("print")};
}

void PaperMap::paint(QPainter& p, const QRectF& box) const {
  const PaperType type;
  p.save();
  p.translate(box.topLeft());
  const double enlarged = box.width() / on.view.size().width();
  p.scale(enlarged, enlarged);
  const QRectF sheet(QPointF(), on.view.size());
  p.fillRect(sheet, tokens.ground);
  p.setRenderHint(QPainter::SmoothPixmapTransform);
  if (ground.empty())
    furniture::paintGraticule(p, on.view, tokens);
  else
    ground.paint(p, on.view);
  if (hazard) {
    // A class has exactly its colour, or its legend is of no use.
    p.setRenderHint(QPainter::LosslessImageRendering);
    paintHazard(p, *hazard, on.view, tokens);
    p.setRenderHint(QPainter::LosslessImageRendering, false);
  }
  p.setRenderHint(QPainter::Antialiasing);
  if (!ground.empty()) furniture::paintEdgeDegrees(p, on.view, tokens);
  if (scene) OverlayPainter::paintOn(p, *scene, layout, roads.get(), on.view, on.ratio(), tokens);
  p.restore();
}

}  // namespace fengsui
