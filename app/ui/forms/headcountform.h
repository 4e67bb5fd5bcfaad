// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// People who came to a shelter, or left it.
class HeadcountForm : public InlineForm {
  Q_OBJECT

 public:
  HeadcountForm(Desk& desk, QWidget* parent);
  void openFor(const Shelter& shelter);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  Id<Shelter> shelter_;
  std::string name_;
  QComboBox* way_;
  QSpinBox* people_;
  QLineEdit* from_;
};

}  // namespace fengsui
