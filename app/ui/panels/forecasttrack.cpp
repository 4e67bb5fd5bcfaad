// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/forecasttrack.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace fengsui::forecasttrack {
namespace {

constexpr double kTick = 7;
constexpr double kDensest = 4;  // px between two ticks

}  // namespace

void paintGround(QPainter& p, const QRectF& bar, double x, const QString& words, const Tokens& t) {
  const QRectF future(x, bar.top(), bar.right() - x, bar.height());
  if (future.width() <= 0) return;
  p.fillRect(future, t.raised);
  p.fillRect(future, QBrush(mixed(t.raised, t.line, 0.8), Qt::BDiagPattern));
  const QFont font = typeOf(TypeSize::small);
  const QFontMetricsF metrics(font);
  const QSizeF size(metrics.horizontalAdvance(words) + 12, metrics.height() + 2);
  if (size.width() + 40 > future.width()) return;
  // On a ground of its own: words are not read through hatching.
  const QRectF slip(QPointF(future.right() - size.width() - 6, future.bottom() - size.height() - 3), size);
  p.fillRect(slip, t.raised);
  p.setFont(font);
  p.setPen(t.dim);
  p.drawText(slip, Qt::AlignCenter, words);
}

void paintFrames(QPainter& p, const QRectF& bar, const std::vector<double>& at, const Tokens& t) {
  if (at.empty()) return;
  p.setPen(QPen(t.dim, 1));
  const auto within = [&](double x) { return QPointF(std::clamp(x, bar.left(), bar.right()), bar.top() + 0.5); };
  p.drawLine(within(at.front()), within(at.back()));
  double last = -kDensest;
  for (const double x : at) {
    if (x - last < kDensest || x < bar.left() || x > bar.right()) continue;
    last = x;
    const double on = std::round(x) + 0.5;
    p.drawLine(QPointF(on, bar.top()), QPointF(on, bar.top() + kTick));
  }
}

void paintMark(QPainter& p, const QRectF& bar, double x, const QString& words, const Tokens& t) {
  p.setPen(QPen(t.text, 2, Qt::DashLine));
  p.drawLine(QPointF(x, bar.top() + 4), QPointF(x, bar.bottom()));
  p.setPen(QPen(t.text, 2));
  p.setBrush(t.panel);
  p.drawEllipse(QPointF(x, bar.top() - 2), 5.5, 5.5);
  const QFont font = typeOf(TypeSize::small, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  const QSizeF size(metrics.horizontalAdvance(words) + 12, metrics.height() + 4);
  const double left = x + 10 + size.width() > bar.right() ? x - 10 - size.width() : x + 10;
  const QRectF slip(QPointF(left, bar.top() + 8), size);
  QPen rim(t.dim, 1.2, Qt::DashLine);
  p.setPen(rim);
  p.setBrush(t.panel);
  p.drawRoundedRect(slip, kCorner, kCorner);
  p.setFont(font);
  p.setPen(t.text);
  p.drawText(slip, Qt::AlignCenter, words);
}

}  // namespace fengsui::forecasttrack
