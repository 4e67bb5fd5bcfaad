// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/alarmbar.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <algorithm>

#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr int kLookMs = 5'000;
constexpr int kAgainMs = 20'000;
constexpr std::array kMinutes{5, 15, 30};

}  // namespace

AlarmBar::AlarmBar(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      words_(new QLabel(this)),
      show_(new ActionButton(ActionButton::Weight::side, this)) {
  setObjectName(QStringLiteral("alarmBar"));
  words_->setObjectName(QStringLiteral("alarmWords"));
  words_->setTextFormat(Qt::PlainText);
  words_->setWordWrap(true);
  words_->setMaximumHeight(40);
  show_->setObjectName(QStringLiteral("alarmShow"));
  show_->setFocusPolicy(Qt::NoFocus);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 2, kUnit, 2);
  layout->setSpacing(6);
  layout->addWidget(words_, 1);
  layout->addWidget(show_);
  for (const int minutes : kMinutes) {
    auto* button = new ActionButton(ActionButton::Weight::side, this);
    button->setObjectName(QStringLiteral("silence%1").arg(minutes));
    button->setFocusPolicy(Qt::NoFocus);
    connect(button, &QAbstractButton::clicked, this, [this, minutes] { silence(minutes); });
    layout->addWidget(button);
    silence_.emplace_back(minutes, button);
  }
  connect(show_, &QAbstractButton::clicked, this, &AlarmBar::showFirst);
  connect(&desk_.session(), &StationSession::situationChanged, this, &AlarmBar::look);
  connect(&desk_.session(), &StationSession::readingFailed, this, [this](const std::optional<Error>& error) {
    lost_.clear();
    if (error) lost_.push_back({"journal", error->message, systemNow()});
    look();
  });
  connect(&look_, &QTimer::timeout, this, &AlarmBar::look);
  connect(&again_, &QTimer::timeout, this, &AlarmBar::sound);
  look_.start(kLookMs);
  hide();
}

void AlarmBar::look() {
  const Snapshot& s = desk_.session().situation();
  if (!s) return;
  const Instant now = systemNow();
  auto audible = silenced_.audible(alarmsOf(*s, now, lost_), now);
  const bool isNew = std::any_of(audible.begin(), audible.end(), [this](const Alarm& one) {
    return std::none_of(audible_.begin(), audible_.end(),
                        [&](const Alarm& other) { return other.id == one.id && other.weight >= one.weight; });
  });
  const int before = wishedHeight();
  audible_ = std::move(audible);
  say();
  if (isNew) sound();
  if (audible_.empty())
    again_.stop();
  else if (!again_.isActive())
    again_.start(kAgainMs);
  if (before != wishedHeight()) emit wishedHeightChanged();
}

void AlarmBar::sound() {
  QApplication::beep();
  emit sounded();
}

void AlarmBar::say() {
  if (audible_.empty()) return words_->clear();
  const Alarm& first = audible_.front();
  QString words = shown(textOf(first.kind)) + QStringLiteral(" · ") + inSentence(first.words);
  if (audible_.size() > 1)
    words += QStringLiteral("  ") + tr("and %n more", nullptr, static_cast<int>(audible_.size()) - 1);
  words_->setText(words);
  words_->setToolTip(words);
  show_->setText(tr("Show"));
  show_->setVisible(!first.subject.isNil());
  for (const auto& [minutes, button] : silence_) button->setText(tr("Quiet for %1 min").arg(minutes));
  update();
}

void AlarmBar::silence(int minutes) {
  const Instant now = systemNow();
  for (const Alarm& one : audible_) silenced_.silence(one, now, minutes * 60'000LL);
  look();
}

void AlarmBar::showFirst() {
  if (audible_.empty()) return;
  const Alarm& first = audible_.front();
  if (first.kind == AlarmKind::placeSilent) return emit silentPlaceWanted();
  desk_.select(Selected{first.subjectKind, first.subject});
}

void AlarmBar::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.fillRect(rect(), mixed(t.panel, t.danger, t.dark ? 0.28 : 0.14));
  p.fillRect(QRect(0, 0, 6, height()), t.danger);
  p.fillRect(QRect(0, height() - 1, width(), 1), t.danger);
}

void AlarmBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) say();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
