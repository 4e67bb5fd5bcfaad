// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// What is known of an incident, to be changed: only what differs is recorded.
class IncidentForm : public InlineForm {
  Q_OBJECT

 public:
  IncidentForm(Desk& desk, QWidget* parent);
  void openFor(const Incident& incident);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  Incident before_;
  QLineEdit* title_;
  QComboBox* kind_;
  QComboBox* level_;
  QComboBox* status_;
  QLineEdit* locality_;
  QLineEdit* address_;
  QLineEdit* department_;
  QLineEdit* commander_;
  QLineEdit* note_;
};

}  // namespace fengsui
