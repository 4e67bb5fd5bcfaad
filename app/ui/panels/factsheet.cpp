// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/factsheet.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

#include "ui/look/tokens.h"
#include "ui/look/wrapping.h"

namespace fengsui {
namespace {

constexpr int kGap = 5;

QRect boxOf(const QFontMetrics& metrics, int width, const QString& text) {
  return metrics.boundingRect(QRect(0, 0, std::max(1, width), 10'000), wrappingOf(metrics, width, text), text);
}

}  // namespace

FactSheet::FactSheet(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void FactSheet::show(const std::vector<Facts::Line>& lines) {
  if (lines == lines_) return;
  lines_ = lines;
  updateGeometry();
  update();
}

int FactSheet::labelWidth(int width) const {
  const QFontMetrics metrics(typeOf(TypeSize::small));
  int widest = 0;
  for (const Facts::Line& line : lines_) widest = std::max(widest, boxOf(metrics, 10'000, line.label).width());
  return std::min(widest + 3, width * 2 / 5);
}

FactSheet::Boxes FactSheet::boxesOf(const Facts::Line& line, int column, int width) const {
  const QFontMetrics small(typeOf(TypeSize::small));
  const QFontMetrics normal(typeOf(TypeSize::normal));
  const int rest = width - column - 2 * kUnit;
  Boxes boxes{boxOf(small, column, line.label), boxOf(normal, rest, line.value), {}};
  if (!line.note.isEmpty()) boxes.note = boxOf(small, rest, line.note);
  return boxes;
}

int FactSheet::heightForWidth(int width) const {
  const int column = labelWidth(width);
  int height = 0;
  for (const Facts::Line& line : lines_) height += kGap + boxesOf(line, column, width).height();
  return height;
}

QSize FactSheet::sizeHint() const {
  return {240, heightForWidth(std::max(240, width()))};
}

void FactSheet::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  const QFont small = typeOf(TypeSize::small);
  const QFont normal = typeOf(TypeSize::normal);
  const QFontMetrics smallMetrics(small);
  const QFontMetrics normalMetrics(normal);
  const int column = labelWidth(width());
  const int drop = normalMetrics.ascent() - smallMetrics.ascent();  // both on one base line
  int y = 0;
  const int valueWidth = width() - column - 2 * kUnit;
  const auto write = [&](const QRect& box, const QFont& font, const QColor& colour, const QString& text) {
    p.setFont(font);
    p.setPen(colour);
    p.drawText(box, wrappingOf(QFontMetrics(font), box.width(), text), text);
  };
  for (const Facts::Line& line : lines_) {
    const Boxes boxes = boxesOf(line, column, width());
    write({0, y + drop, column, boxes.label.height()}, small, t.dim, line.label);
    write({column + 2 * kUnit, y, valueWidth, boxes.value.height()}, normal, t.text, line.value);
    write({column + 2 * kUnit, y + boxes.value.height(), valueWidth, boxes.note.height()}, small, t.dim, line.note);
    y += kGap + boxes.height();
  }
}

}  // namespace fengsui
