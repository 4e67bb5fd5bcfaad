// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/callcard.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/panels/actionbutton.h"
#include "ui/panels/buttonflow.h"

namespace fengsui {
namespace {

constexpr std::size_t kTriesShown = 6;

}  // namespace

CallCard::CallCard(QWidget* parent)
    : QWidget(parent),
      name_(new QLabel),
      about_(new QLabel),
      phones_(new QLabel),
      words_(new QLabel),
      tried_(new QLabel) {
  setObjectName(QStringLiteral("callCard"));
  name_->setObjectName(QStringLiteral("callName"));
  phones_->setObjectName(QStringLiteral("callPhones"));
  words_->setObjectName(QStringLiteral("callWords"));
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* inside = new QWidget;
  auto* lines = new QVBoxLayout(inside);
  lines->setContentsMargins(0, 0, kUnit, 0);
  lines->setSpacing(6);
  name_->setFont(typeOf(TypeSize::large, QFont::DemiBold));
  phones_->setFont(typeOf(TypeSize::large, QFont::DemiBold));
  about_->setForegroundRole(QPalette::PlaceholderText);
  tried_->setFont(typeOf(TypeSize::small));
  tried_->setForegroundRole(QPalette::PlaceholderText);
  for (QLabel* label : {name_, about_, phones_, words_, tried_}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    lines->addWidget(label);
  }
  lines->addStretch(1);
  scroll->setWidget(inside);
  auto* buttons = new ButtonFlow;
  for (const CallNote note : kCallNotes) {
    auto* button =
        new ActionButton(note == CallNote::saidBack ? ActionButton::Weight::main : ActionButton::Weight::side, this);
    button->setObjectName(QStringLiteral("callNote%1").arg(static_cast<int>(note) + 1));
    button->setFocusPolicy(Qt::NoFocus);
    connect(button, &QAbstractButton::clicked, this, [this, note] { emit noted(note); });
    buttons->addWidget(button);
    notes_.push_back(button);
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addWidget(scroll, 1);
  layout->addLayout(buttons);
  showNobody();
}

void CallCard::retranslate() {
  const QStringList words{tr("No answer"),    tr("Busy"), tr("Wrong number"), tr("Delivered"), tr("Picked up"),
                          tr("Said it back"), climb_,     tr("Give back")};
  for (int i = 0; i < words.size(); ++i)
    notes_[static_cast<std::size_t>(i)]->setText(QStringLiteral("%1  %2").arg(i + 1).arg(words[i]));
}

void CallCard::showNobody() {
  name_->setText(tr("Nobody on the line"));
  about_->setText(tr("Space takes the one for whom most people are at risk and whom nobody is calling."));
  phones_->clear();
  words_->clear();
  tried_->clear();
  climb_ = tr("Next on the ladder");
  for (ActionButton* note : notes_) note->setEnabled(false);
  retranslate();
}

void CallCard::show(const Call& call, const Callout& callout, const std::optional<PendingCallRung>& next, Instant now,
                    const TimeZone& zone) {
  const RingNow ring = CallWords::ringNow(call, callout);
  name_->setText(ring.whom);
  QString about = qs(call.post);
  if (ring.name != call.name) about = tr("for %1 %2").arg(qs(call.name), qs(call.post)).trimmed();
  const QString place = (qs(call.town) + u' ' + qs(call.place)).trimmed();
  if (!place.isEmpty()) about += (about.isEmpty() ? QString() : QStringLiteral(" · ")) + place;
  about += QStringLiteral(" · ") + tr("%n people at risk", nullptr, static_cast<int>(call.peopleAtRisk));
  about_->setText(about);
  QStringList phones;
  for (std::size_t i = 0; i < ring.phones.size(); ++i) {
    const auto& number = ring.phones[(ring.next + i) % ring.phones.size()];
    phones.append(qs(number));
  }
  phones_->setText(ring.phones.empty() ? tr("no number is known") : phones.join(u'\n'));
  words_->setText(callout.text.empty() ? tr("No words were given to read.") : tr("Read: “%1”").arg(qs(callout.text)));
  QStringList tries;
  for (auto one = call.attempts.rbegin(); one != call.attempts.rend() && tries.size() < qsizetype(kTriesShown); ++one)
    tries.append(CallWords::attempt(*one, now, zone));
  tried_->setText(tries.join(u'\n'));
  climb_ = next ? tr("Go on to: %1").arg(CallWords::rung(call, next->whom)) : tr("The ladder ends here");
  for (const CallNote note : kCallNotes) {
    ActionButton* button = notes_[static_cast<std::size_t>(note)];
    button->setEnabled(!callout.closed && !call.responded && (note != CallNote::climb || next) &&
                       (note != CallNote::giveBack || call.claimed));
  }
  retranslate();
}

}  // namespace fengsui
