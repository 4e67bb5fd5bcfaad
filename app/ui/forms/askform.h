// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// Asks for one line of words before something is done: a reason, an answer, where somebody is.
class AskForm : public InlineForm {
  Q_OBJECT

 public:
  struct Question {
    QString subject;  ///< as the drafts know it
    QString head;
    QString label;
    QString confirm;
    QString words;  ///< stands there already
    /// @p done hides the form; it stays where the command was refused.
    std::function<void(const std::string& words, std::function<void()> done)> run;
  };

  AskForm(Desk& desk, QWidget* parent);
  void ask(Question question);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  Question question_;
  QLineEdit* words_;
};

}  // namespace fengsui
