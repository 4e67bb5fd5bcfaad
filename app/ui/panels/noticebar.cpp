// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/noticebar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr int kDoneMs = 8'000;
constexpr int kWidest = 640;

}  // namespace

NoticeBar::NoticeBar(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      words_(new QLabel(this)),
      undo_(new ActionButton(ActionButton::Weight::side, this)),
      dismiss_(new ActionButton(ActionButton::Weight::side, this)) {
  setObjectName(QStringLiteral("notice"));
  words_->setObjectName(QStringLiteral("noticeWords"));
  undo_->setObjectName(QStringLiteral("noticeUndo"));
  undo_->setFocusPolicy(Qt::NoFocus);
  dismiss_->setFocusPolicy(Qt::NoFocus);
  words_->setWordWrap(true);
  words_->setTextFormat(Qt::PlainText);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, kUnit, kUnit, kUnit);
  layout->setSpacing(kUnit);
  layout->addWidget(words_, 1);
  layout->addWidget(undo_);
  layout->addWidget(dismiss_);
  leave_.setSingleShot(true);
  leave_.setInterval(kDoneMs);
  connect(&leave_, &QTimer::timeout, this, &QWidget::hide);
  connect(undo_, &QAbstractButton::clicked, &desk_, &Desk::undoLast);
  connect(dismiss_, &QAbstractButton::clicked, this, &QWidget::hide);
  connect(&desk_, &Desk::noticed, this, &NoticeBar::say);
  // Whoever goes on with something else has read why not.
  const auto over = [this] {
    if (notice_.tone == Notice::Tone::refused) hide();
  };
  connect(&desk_, &Desk::selectionChanged, this, over);
  connect(&desk_, &Desk::liveChanged, this, over);
  hide();
}

void NoticeBar::say(const Notice& notice) {
  notice_ = notice;
  retranslate();
  show();
  raise();
  if (notice.tone == Notice::Tone::done)
    leave_.start();
  else
    leave_.stop();
}

void NoticeBar::retranslate() {
  words_->setText(notice_.error ? shown(*notice_.error) : notice_.done ? shown(*notice_.done) : QString());
  undo_->setText(tr("Undo"));
  undo_->setVisible(notice_.undoable);
  dismiss_->setText(tr("Dismiss"));
  dismiss_->setVisible(notice_.tone != Notice::Tone::done);
  place();
  update();
}

void NoticeBar::place() {
  const QRect room = room_.isNull() ? parentWidget()->rect() : room_;
  const int widest = std::min(kWidest, room.width() - 4 * kUnit);
  const QFontMetrics metrics(words_->font());
  const int buttons = (undo_->isHidden() ? 0 : undo_->sizeHint().width() + kUnit) +
                      (dismiss_->isHidden() ? 0 : dismiss_->sizeHint().width() + kUnit);
  const int wanted = metrics.horizontalAdvance(words_->text()) + buttons + 16 + 2 * kUnit + 4;
  const int width = std::min(widest, wanted);
  const int height = std::max(
      44, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->sizeHint().height());
  setGeometry(room.left() + (room.width() - width) / 2, room.top() + 2 * kUnit, width, height);
}

void NoticeBar::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  const QColor mark = notice_.tone == Notice::Tone::done ? t.good : t.danger;
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(mark, 1.5));
  p.setBrush(t.raised);
  p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCorner, kCorner);
  p.setPen(Qt::NoPen);
  p.setBrush(mark);
  p.drawRect(QRectF(1, 6, 4, height() - 12));
}

void NoticeBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void NoticeBar::setRoom(const QRect& room) {
  room_ = room;
  place();
  raise();
}

}  // namespace fengsui
