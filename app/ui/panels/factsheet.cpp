// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/factsheet.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kGap = 5;

// Between words; inside one only where it is longer than the column, so that "04:47" stays in one piece.
int wrapOf(const QFontMetrics& metrics, int width, const QString& text) {
  for (const QString& word : text.split(QChar(u' ')))
    if (metrics.horizontalAdvance(word) > width) return Qt::TextWordWrap | Qt::TextWrapAnywhere;
  return Qt::TextWordWrap;
}

QRect boxOf(const QFontMetrics& metrics, int width, const QString& text) {
  return metrics.boundingRect(QRect(0, 0, std::max(1, width), 10'000), wrapOf(metrics, width, text), text);
}

}  // namespace

FactSheet::FactSheet(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void FactSheet::show(const std::vector<std::pair<QString, QString>>& lines) {
  if (lines == lines_) return;
  lines_ = lines;
  updateGeometry();
  update();
}

int FactSheet::labelWidth(int width) const {
  const QFontMetrics metrics(typeOf(TypeSize::small));
  int widest = 0;
  for (const auto& [label, value] : lines_) widest = std::max(widest, boxOf(metrics, 10'000, label).width());
  return std::min(widest + 3, width * 2 / 5);
}

int FactSheet::heightForWidth(int width) const {
  const QFontMetrics small(typeOf(TypeSize::small));
  const QFontMetrics normal(typeOf(TypeSize::normal));
  const int column = labelWidth(width);
  int height = 0;
  for (const auto& [label, value] : lines_)
    height += kGap +
              std::max(boxOf(small, column, label).height(), boxOf(normal, width - column - 2 * kUnit, value).height());
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
  for (const auto& [label, value] : lines_) {
    const int valueWidth = width() - column - 2 * kUnit;
    const QRect labelBox = boxOf(smallMetrics, column, label);
    const QRect valueBox = boxOf(normalMetrics, valueWidth, value);
    p.setFont(small);
    p.setPen(t.dim);
    p.drawText(QRect(0, y + drop, column, labelBox.height()), wrapOf(smallMetrics, column, label), label);
    p.setFont(normal);
    p.setPen(t.text);
    p.drawText(QRect(column + 2 * kUnit, y, valueWidth, valueBox.height()), wrapOf(normalMetrics, valueWidth, value),
               value);
    y += kGap + std::max(labelBox.height(), valueBox.height());
  }
}

}  // namespace fengsui
