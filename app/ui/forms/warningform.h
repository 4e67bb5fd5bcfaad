// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// A warning that a bureau issued.
class WarningForm : public InlineForm {
  Q_OBJECT

 public:
  WarningForm(Desk& desk, QWidget* parent);
  void openNew();

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  QLineEdit* kind_;
  QComboBox* colour_;
  QLineEdit* issuer_;
  QLineEdit* number_;
  QLineEdit* signer_;
  QLineEdit* signedAt_;
  QLineEdit* until_;
  QLineEdit* towns_;
  QLineEdit* words_;
};

/// The parts of "云岭镇、石门镇, 东山镇", without what is empty.
[[nodiscard]] std::vector<std::string> partsOf(const QString& list);

}  // namespace fengsui
