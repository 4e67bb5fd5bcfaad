// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// Why an incident is over, or was none.
class CloseForm : public InlineForm {
  Q_OBJECT

 public:
  CloseForm(Desk& desk, QWidget* parent);
  void openFor(const Incident& incident);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  Id<Incident> incident_;
  std::string title_;
  QComboBox* how_;
  QLineEdit* reason_;
};

}  // namespace fengsui
