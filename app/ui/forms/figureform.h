// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// A count of people at an incident: how many, whose count, up to when, verified or not.
class FigureForm : public InlineForm {
  Q_OBJECT

 public:
  FigureForm(Desk& desk, QWidget* parent);
  void openFor(const Incident& incident);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  Id<Incident> incident_;
  QString title_;
  QComboBox* kind_;
  QSpinBox* count_;
  QLineEdit* source_;
  QLineEdit* cutOff_;
  QComboBox* verification_;
};

}  // namespace fengsui
