// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/searchfield.h"

#include <QEvent>
#include <QPainter>

#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kWidth = 208;
constexpr int kHeight = 28;

}  // namespace

SearchField::SearchField(QWidget* parent) : QAbstractButton(parent) {
  setObjectName(QStringLiteral("searchField"));
  setFocusPolicy(Qt::NoFocus);
  setCursor(Qt::IBeamCursor);
  setAttribute(Qt::WA_Hover);
  resize(sizeHint());
  retranslate();
}

QSize SearchField::sizeHint() const {
  return {kWidth, kHeight};
}

void SearchField::retranslate() {
  setText(tr("Search or command"));
  setToolTip(tr("Find anything, do anything, report in one line (Ctrl+K)"));
}

void SearchField::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QAbstractButton::changeEvent(event);
}

void SearchField::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(underMouse() ? t.action : t.line, 1));
  p.setBrush(t.ground);
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.dim, 1.5, Qt::SolidLine, Qt::RoundCap));
  p.drawEllipse(QPointF(15, height() / 2.0 - 1), 4.5, 4.5);
  p.drawLine(QPointF(18.4, height() / 2.0 + 2.4), QPointF(21.5, height() / 2.0 + 5.5));
  const QFont small = typeOf(TypeSize::small);
  const QFontMetrics metrics(small);
  const QString key = QStringLiteral("Ctrl+K");
  const int keyWidth = metrics.horizontalAdvance(key);
  p.setFont(small);
  p.setPen(t.dim);
  p.drawText(QRect(30, 0, width() - 30 - keyWidth - 2 * kUnit, height()), Qt::AlignLeft | Qt::AlignVCenter,
             metrics.elidedText(text(), Qt::ElideRight, width() - 30 - keyWidth - 2 * kUnit));
  p.drawText(QRect(0, 0, width() - kUnit, height()), Qt::AlignRight | Qt::AlignVCenter, key);
}

}  // namespace fengsui
