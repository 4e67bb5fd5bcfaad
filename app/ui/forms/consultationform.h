// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// The record of a consultation (会商): who met, what they concluded, which places are the most endangered.
class ConsultationForm : public InlineForm {
  Q_OBJECT

 public:
  ConsultationForm(Desk& desk, QWidget* parent);
  void openFor(const std::optional<Id<Incident>>& incident);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  std::optional<Id<Incident>> incident_;
  QLineEdit* title_;
  QLineEdit* at_;
  QLineEdit* present_;
  QLineEdit* area_;
  QLineEdit* peak_;
  QLineEdit* conclusions_;
  QLineEdit* ranking_;
  QLineEdit* signed_;
};

}  // namespace fengsui
