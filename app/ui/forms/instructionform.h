// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// Keeps a leader's instruction on an incident (批示), word for word, with who acts, helps and sees to it.
class InstructionForm : public InlineForm {
  Q_OBJECT

 public:
  InstructionForm(Desk& desk, QWidget* parent);
  void openFor(const std::optional<Id<Incident>>& incident);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  std::optional<Id<Incident>> incident_;
  QLineEdit* words_;
  QLineEdit* from_;
  QComboBox* form_;
  QLineEdit* at_;
  QLineEdit* lead_;
  QLineEdit* supporting_;
  QLineEdit* supervisor_;
  QLineEdit* due_;
  QComboBox* contradicts_;
};

}  // namespace fengsui
