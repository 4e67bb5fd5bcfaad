// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/contactform.h"

#include <QComboBox>
#include <QLineEdit>

#include "ui/forms/choices.h"
#include "ui/forms/momenttext.h"

namespace fengsui {

ContactForm::ContactForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "contactForm", parent),
      words_(addText("contactWords")),
      who_(addText("contactWho")),
      channel_(addChoice("contactChannel")),
      at_(addText("contactAt")) {
  ContactForm::retranslate();
}

void ContactForm::retranslate() {
  refill(*channel_, [this] {
    // Recorded in the words of the desk's records, shown in the language of whoever sits here.
    channel_->addItem(tr("telephone"), QStringLiteral("电话"));
    channel_->addItem(tr("radio"), QStringLiteral("电台"));
    channel_->addItem(tr("satellite telephone"), QStringLiteral("卫星电话"));
    channel_->addItem(tr("runner with a paper list"), QStringLiteral("送信"));
    channel_->addItem(tr("somebody was there"), QStringLiteral("现场查看"));
  });
  say(words_, tr("What was said"));
  say(who_, tr("Who spoke"));
  say(channel_, tr("By"));
  say(at_, tr("When"));
  at_->setPlaceholderText(tr("19:40; empty: now"));
  setHead(tr("%1 was heard of").arg(qs(name_)));
  setConfirm(tr("Record (Enter)"));
}

void ContactForm::openFor(const Contact& contact) {
  contact_ = contact.id;
  name_ = contact.who.name;
  channel_->setCurrentIndex(0);
  for (QLineEdit* field : {words_, who_, at_}) field->clear();
  retranslate();
  open(qs(contact.id.text()));
}

void ContactForm::confirm() {
  const auto at = momentFrom(at_->text().toStdString(), systemNow(), desk_.session().timeZone());
  if (!at) return desk_.refuse(at.error());
  NoteContact command{contact_, who_->text().trimmed().toStdString(), words_->text().trimmed().toStdString(),
                      channel_->currentData().toString().toStdString()};
  const Text said{"heard of: " + name_, "已记录联系：" + name_};
  if (at_->text().trimmed().isEmpty())
    desk_.execute(std::move(command), said, [this] { done(); });
  else
    desk_.executeAt(std::move(command), *at, said, [this] { done(); });
}

}  // namespace fengsui
