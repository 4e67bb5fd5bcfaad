// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/hazarddrawing.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace fengsui {
namespace {

constexpr double kPad = 10;
constexpr double kSwatch = 22;
constexpr double kGap = 8;

struct LegendType {
  QFont plain = typeOf(TypeSize::small);
  QFont strong = typeOf(TypeSize::small, QFont::DemiBold);
  QFont moment = typeOf(TypeSize::normal, QFont::DemiBold);
};

int coatsOn(const Tokens& t) {
  return t.dark ? 2 : 1;
}

// "0.05" of "0.05 – 0.15 m"; the last one has the unit: "2 m" of "≥ 2 m".
QString limitOf(const QString& values) {
  if (values.startsWith(QStringLiteral("≥ "))) return values.mid(2);
  for (const QString& part : values.split(u' '))
    if (!part.isEmpty() && part.front().isDigit()) return part;
  return values;
}

// Dashed, as all that is reckoned and not observed.
void paintSlip(QPainter& p, const QRectF& slip, const Tokens& t) {
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.dim, 1.2, Qt::DashLine));
  p.setBrush(t.panel);
  p.drawRoundedRect(slip, kCorner, kCorner);
}

}  // namespace

QColor shownColour(const QColor& colour, const QColor& ground, const Tokens& t) {
  QColor out = ground;
  const QColor whole(colour.red(), colour.green(), colour.blue());
  for (int coat = 0; coat < coatsOn(t); ++coat) out = mixed(out, whole, colour.alphaF());
  return out;
}

void paintHazard(QPainter& p, const HazardDrawing& drawing, const ViewPort& view, const Tokens& t) {
  if (drawing.levels.empty()) return;
  // Paper is drawn on enlarged, in logical pixels that are many of its own.
  const double ratio =
      (p.device() ? p.device()->devicePixelRatioF() : 1.0) * std::max(1.0, std::abs(p.worldTransform().m11()));
  double px = drawing.cell / view.metresPerPixel();
  std::size_t level = 0;
  for (; level + 1 < drawing.levels.size() && px * ratio <= 0.5; ++level) px *= 2;
  const QImage& image = drawing.levels[level];
  const QPointF origin = view.toScreen(drawing.northWest);
  // Only what can be seen, by whole cells.
  const auto firstOf = [px](double from, int count) {
    return std::clamp(static_cast<int>(std::floor(-from / px)) - 1, 0, count);
  };
  const auto endOf = [px](double from, double size, int count) {
    return std::clamp(static_cast<int>(std::ceil((size - from) / px)) + 1, 0, count);
  };
  const int left = firstOf(origin.x(), image.width());
  const int top = firstOf(origin.y(), image.height());
  const int right = endOf(origin.x(), view.size().width(), image.width());
  const int bottom = endOf(origin.y(), view.size().height(), image.height());
  p.save();
  if (left < right && top < bottom) {
    const QRectF cells(left, top, right - left, bottom - top);
    p.setRenderHint(QPainter::SmoothPixmapTransform, px * ratio < 1);
    for (int coat = 0; coat < coatsOn(t); ++coat)
      p.drawImage(QRectF(origin + QPointF(left, top) * px, cells.size() * px), image, cells);
  }
  p.setPen(QPen(t.dim, 1.2, Qt::DashLine));
  p.setBrush(Qt::NoBrush);
  p.drawRect(view.toScreen(drawing.extent));
  p.restore();
}

QRectF paintHazardStrip(QPainter& p, const HazardDrawing& drawing, QPointF bottomLeft, double most, const Tokens& t) {
  constexpr double kTight = 6;
  const LegendType type;
  const QFontMetricsF plain(type.plain);
  const QFontMetricsF strong(type.strong);
  const QString title =
      drawing.title + (drawing.trouble.isEmpty() ? QString() : QStringLiteral(" · ") + drawing.trouble);
  const QString when = drawing.moment + QStringLiteral("  ") + drawing.lead;
  double each = 0;
  for (const HazardDrawing::Class& one : drawing.classes)
    each = std::max(each, plain.horizontalAdvance(limitOf(one.values)) + 2 * kTight);
  const double classes = static_cast<double>(drawing.classes.size());
  const double inner = std::min(most - 2 * kTight, std::max({each * classes, strong.horizontalAdvance(when),
                                                             std::min(plain.horizontalAdvance(title), 260.0)}));
  const double bar = 9;
  const double height = plain.height() + strong.height() + bar + plain.height() + 4;
  const QRectF slip(bottomLeft.x(), bottomLeft.y() - height - 2 * kTight, inner + 2 * kTight, height + 2 * kTight);
  p.save();
  paintSlip(p, slip, t);
  const double x = slip.left() + kTight;
  double y = slip.top() + kTight;
  p.setPen(drawing.trouble.isEmpty() ? t.dim : t.danger);
  p.setFont(type.plain);
  p.drawText(QPointF(x, y + plain.ascent()), plain.elidedText(title, Qt::ElideRight, inner));
  y += plain.height();
  p.setPen(t.text);
  p.setFont(type.strong);
  p.drawText(QPointF(x, y + strong.ascent()), strong.elidedText(when, Qt::ElideRight, inner));
  y += strong.height() + 2;
  p.setFont(type.plain);
  // A limit stands where its class begins.
  const double wide = classes > 0 ? inner / classes : 0;
  for (std::size_t i = 0; i < drawing.classes.size(); ++i) {
    const QRectF part(x + wide * static_cast<double>(i), y, wide, bar);
    p.setPen(Qt::NoPen);
    p.setBrush(shownColour(drawing.classes[i].colour, t.ground, t));
    p.drawRect(part);
    p.setPen(t.text);
    p.drawText(QPointF(part.left(), y + bar + 2 + plain.ascent()), limitOf(drawing.classes[i].values));
  }
  p.restore();
  return slip;
}

QRectF paintHazardLegend(QPainter& p, const HazardDrawing& drawing, QPointF bottomLeft, double most, const Tokens& t) {
  const LegendType type;
  const QFontMetricsF plain(type.plain);
  const QFontMetricsF strong(type.strong);
  const QFontMetricsF large(type.moment);
  double values = 0;
  double words = 0;
  for (const HazardDrawing::Class& one : drawing.classes) {
    values = std::max(values, plain.horizontalAdvance(one.values));
    words = std::max(words, plain.horizontalAdvance(one.words));
  }
  const double when = large.horizontalAdvance(drawing.moment) + kGap + plain.horizontalAdvance(drawing.lead);
  const double wanted = std::max({strong.horizontalAdvance(drawing.title), when, kSwatch + 2 * kGap + values + words,
                                  std::min(most, 280.0) - 2 * kPad});
  const double inner = std::min(wanted, most - 2 * kPad);
  const double line = plain.height() + 3;
  const auto heightOf = [&](const QString& note) {
    return plain.boundingRect(QRectF(0, 0, inner, 10'000), Qt::TextWordWrap, note).height();
  };
  double height = strong.height() + 4 + large.height() + 6 + line * static_cast<double>(drawing.classes.size());
  for (const QString& note : drawing.notes) height += 4 + heightOf(note);
  if (!drawing.trouble.isEmpty()) height += 4 + heightOf(drawing.trouble);
  const QRectF slip(bottomLeft.x(), bottomLeft.y() - height - 2 * kPad, inner + 2 * kPad, height + 2 * kPad);

  p.save();
  paintSlip(p, slip, t);
  const double x = slip.left() + kPad;
  double y = slip.top() + kPad;
  p.setPen(t.text);
  p.setFont(type.strong);
  p.drawText(QPointF(x, y + strong.ascent()), strong.elidedText(drawing.title, Qt::ElideRight, inner));
  y += strong.height() + 4;
  p.setFont(type.moment);
  p.drawText(QPointF(x, y + large.ascent()), drawing.moment);
  p.setFont(type.plain);
  p.drawText(QPointF(x + large.horizontalAdvance(drawing.moment) + kGap, y + large.ascent()), drawing.lead);
  y += large.height() + 6;
  const auto paragraph = [&](const QString& text, const QColor& ink) {
    y += 4;
    p.setPen(ink);
    const QRectF room(x, y, inner, heightOf(text));
    p.drawText(room, Qt::TextWordWrap, text);
    y += room.height();
  };
  if (!drawing.trouble.isEmpty()) paragraph(drawing.trouble, t.danger);
  for (const HazardDrawing::Class& one : drawing.classes) {
    const QRectF swatch(x, y + 2, kSwatch, line - 5);
    p.setPen(QPen(t.dim, 1));
    p.setBrush(shownColour(one.colour, t.ground, t));
    p.drawRect(swatch);
    p.setPen(t.text);
    p.drawText(QPointF(x + kSwatch + kGap, y + 1 + plain.ascent()), one.values);
    const double left = kSwatch + 2 * kGap + values;
    p.drawText(QPointF(x + left, y + 1 + plain.ascent()), plain.elidedText(one.words, Qt::ElideRight, inner - left));
    y += line;
  }
  for (const QString& note : drawing.notes) paragraph(note, t.dim);
  p.restore();
  return slip;
}

}  // namespace fengsui
