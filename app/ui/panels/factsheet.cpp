// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/factsheet.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
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
  setMouseTracking(true);
}

void FactSheet::show(const std::vector<Facts::Line>& lines) {
  if (lines == lines_) return;
  lines_ = lines;
  const auto leads = [](const Facts::Line& line) { return line.leadsTo.has_value(); };
  const bool any = std::any_of(lines_.begin(), lines_.end(), leads);
  setFocusPolicy(any ? Qt::TabFocus : Qt::NoFocus);
  if (marked_ && (*marked_ >= lines_.size() || !leads(lines_[*marked_]))) marked_.reset();
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

QRect FactSheet::valueRect(std::size_t line) const {
  const int column = labelWidth(width());
  int y = 0;
  for (std::size_t i = 0; i < line && i < lines_.size(); ++i) y += kGap + boxesOf(lines_[i], column, width()).height();
  if (line >= lines_.size()) return {};
  const QRect box = boxesOf(lines_[line], column, width()).value;
  return {column + 2 * kUnit, y, box.width(), box.height()};
}

std::optional<std::size_t> FactSheet::linkAt(QPoint point) const {
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (lines_[i].leadsTo && valueRect(i).contains(point)) return i;
  return std::nullopt;
}

void FactSheet::moveTo(int step) {
  const int count = static_cast<int>(lines_.size());
  for (int at = (marked_    ? static_cast<int>(*marked_)
                 : step > 0 ? -1
                            : count) +
                step;
       at >= 0 && at < count; at += step)
    if (lines_[static_cast<std::size_t>(at)].leadsTo) {
      marked_ = static_cast<std::size_t>(at);
      update();
      return;
    }
}

void FactSheet::mouseMoveEvent(QMouseEvent* event) {
  if (linkAt(event->pos()))
    setCursor(Qt::PointingHandCursor);
  else
    unsetCursor();
}

void FactSheet::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mouseReleaseEvent(event);
  const auto link = linkAt(event->pos());
  if (!link) return;
  const Selected to = *lines_[*link].leadsTo;  // what follows may bring other lines
  emit followed(to);
}

void FactSheet::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Down:
      return moveTo(1);
    case Qt::Key_Up:
      return moveTo(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (marked_) {
        const Selected to = *lines_[*marked_].leadsTo;
        emit followed(to);
        return;
      }
      break;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void FactSheet::focusInEvent(QFocusEvent*) {
  if (!marked_) moveTo(1);
  update();
}

void FactSheet::focusOutEvent(QFocusEvent*) {
  update();
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
  QFont link = normal;
  link.setUnderline(true);
  for (const Facts::Line& line : lines_) {
    const Boxes boxes = boxesOf(line, column, width());
    if (hasFocus() && marked_ && &line == &lines_[*marked_])
      p.fillRect(QRect(column + 2 * kUnit, y, boxes.value.width(), boxes.value.height()), t.raised);
    write({0, y + drop, column, boxes.label.height()}, small, t.dim, line.label);
    write({column + 2 * kUnit, y, valueWidth, boxes.value.height()}, line.leadsTo ? link : normal, t.text, line.value);
    write({column + 2 * kUnit, y + boxes.value.height(), valueWidth, boxes.note.height()}, small, t.dim, line.note);
    y += kGap + boxes.height();
  }
}

}  // namespace fengsui
