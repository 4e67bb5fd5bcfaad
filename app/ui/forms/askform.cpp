// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/askform.h"

#include <QLineEdit>

namespace fengsui {

AskForm::AskForm(Desk& desk, QWidget* parent) : InlineForm(desk, "askForm", parent), words_(addText("askWords")) {}

void AskForm::ask(Question question) {
  question_ = std::move(question);
  retranslate();
  words_->setText(question_.words);
  open(question_.subject);
  words_->selectAll();
}

void AskForm::retranslate() {
  setHead(question_.head);
  say(words_, question_.label);
  setConfirm(question_.confirm);
}

void AskForm::confirm() {
  if (question_.run) question_.run(words_->text().trimmed().toStdString(), [this] { done(); });
}

}  // namespace fengsui
