// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// A place was heard of: by whom, how, when, what was said.
class ContactForm : public InlineForm {
  Q_OBJECT

 public:
  ContactForm(Desk& desk, QWidget* parent);
  void openFor(const Contact& contact);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  Id<Contact> contact_;
  std::string name_;
  QLineEdit* words_;
  QLineEdit* who_;
  QComboBox* channel_;
  QLineEdit* at_;
};

}  // namespace fengsui
