// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/actionbutton.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/look/tokens.h"
#include "ui/look/wrapping.h"

namespace fengsui {
namespace {

constexpr int kPadX = 12;
constexpr int kPadY = 9;

QFont fontOf(ActionButton::Weight weight) {
  return typeOf(TypeSize::normal, weight == ActionButton::Weight::main ? QFont::DemiBold : QFont::Normal);
}

}  // namespace

ActionButton::ActionButton(Weight weight, QWidget* parent) : QAbstractButton(parent), weight_(weight) {
  setFocusPolicy(Qt::StrongFocus);
  QSizePolicy policy(weight == Weight::main ? QSizePolicy::Expanding : QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

int ActionButton::heightForWidth(int width) const {
  const QFontMetrics metrics(fontOf(weight_));
  const int room = std::max(20, width - 2 * kPadX);
  const QRect box =
      metrics.boundingRect(QRect(0, 0, room, 1000), wrappingOf(metrics, room, text()) | Qt::AlignCenter, text());
  return box.height() + 2 * kPadY;
}

QSize ActionButton::sizeHint() const {
  const QFontMetrics metrics(fontOf(weight_));
  const int width = metrics.horizontalAdvance(text()) + 2 * kPadX + 2;
  return {width, heightForWidth(width)};
}

QSize ActionButton::minimumSizeHint() const {
  const QSize whole = sizeHint();
  return {weight_ == Weight::main ? 80 : whole.width(), whole.height()};
}

void ActionButton::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const bool main = weight_ == Weight::main;
  QColor ground = main ? t.action : t.raised;
  QColor ink = main ? t.onAction : t.text;
  if (!isEnabled()) {
    ground = t.raised;
    ink = t.dim;
  } else if (isDown()) {
    ground = mixed(ground, t.text, 0.18);
  } else if (underMouse()) {
    ground = mixed(ground, t.text, 0.08);
  }
  p.setPen(main && isEnabled() ? QPen(Qt::NoPen) : QPen(t.line, 1));
  p.setBrush(ground);
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
  if (hasFocus()) {
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(main ? t.onAction : t.action, 1.5));
    p.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), kCorner - 1, kCorner - 1);
  }
  p.setFont(fontOf(weight_));
  p.setPen(ink);
  const QRect room = rect().adjusted(kPadX, kPadY / 2, -kPadX, -kPadY / 2);
  p.drawText(room, wrappingOf(p.fontMetrics(), room.width(), text()) | Qt::AlignCenter, text());
}

void ActionButton::enterEvent(QEnterEvent*) {
  update();
}
void ActionButton::leaveEvent(QEvent*) {
  update();
}

}  // namespace fengsui
