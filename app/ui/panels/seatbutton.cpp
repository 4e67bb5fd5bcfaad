// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/seatbutton.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

#include "ui/look/language.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kHeight = 28;
constexpr int kLeast = 64;
constexpr int kMost = 176;
constexpr int kIcon = 24;

}  // namespace

SeatButton::SeatButton(Desk& desk, QWidget* parent) : QAbstractButton(parent), desk_(desk) {
  setObjectName(QStringLiteral("seatButton"));
  setFocusPolicy(Qt::NoFocus);
  setAttribute(Qt::WA_Hover);
  connect(&desk_, &Desk::seatChanged, this, &SeatButton::retranslate);
  retranslate();
}

QSize SeatButton::sizeHint() const {
  const int words = QFontMetrics(typeOf(TypeSize::small)).horizontalAdvance(text());
  return {std::clamp(words + kIcon + kUnit + 2, kLeast, kMost), kHeight};
}

void SeatButton::retranslate() {
  setText(qs(desk_.seat().actor()));
  setToolTip(tr("Who sits here: %1. Every entry of this desk says so; click to change it (W)").arg(text()));
  setAccessibleName(tr("Who sits here: %1").arg(text()));
  resize(sizeHint());
  update();
  emit resized();
}

void SeatButton::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QAbstractButton::changeEvent(event);
}

void SeatButton::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(underMouse() ? t.action : t.line, 1));
  p.setBrush(t.panel);
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
  const double middle = height() / 2.0;
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.dim, 1.4));
  p.drawEllipse(QPointF(13, middle - 3.5), 3.2, 3.2);
  p.drawArc(QRectF(7.5, middle + 1.5, 11, 11), 0, 180 * 16);
  const QFont small = typeOf(TypeSize::small);
  p.setFont(small);
  p.setPen(t.text);
  const QRect room(kIcon, 0, width() - kIcon - kUnit, height());
  p.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
             QFontMetrics(small).elidedText(text(), Qt::ElideRight, room.width()));
}

}  // namespace fengsui
