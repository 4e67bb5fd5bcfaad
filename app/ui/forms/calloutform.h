// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include "ui/forms/inlineform.h"

namespace fengsui {

/// Begins a call-out: what is passed on, to whom, in which words.
class CalloutForm : public InlineForm {
  Q_OBJECT

 public:
  CalloutForm(Desk& desk, QWidget* parent);
  /// @p warning: what is passed on, where one was chosen.
  void openFor(const std::optional<Id<Warning>>& warning);

 signals:
  void started(const fengsui::Uuid& callout);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  void fillAbout();
  void follow();
  void start(std::vector<Call> calls);

  QComboBox* about_;
  QLineEdit* title_;
  QLineEdit* words_;
  QComboBox* who_;
  QLineEdit* towns_;
  QLineEdit* office_;
  QLineEdit* table_;
  QLineEdit* signedAt_;
  QObject receiver_;
  QThreadPool pool_;
};

}  // namespace fengsui
