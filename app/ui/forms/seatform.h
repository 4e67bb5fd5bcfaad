// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// Who sits at this desk. Drops from the strip.
class SeatForm : public InlineForm {
  Q_OBJECT

 public:
  SeatForm(Desk& desk, QWidget* window);
  /// @p right, @p top: the corner of the window from which it hangs.
  void openAt(int right, int top);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  void fillPosts();
  void showConsequence();
  [[nodiscard]] Seat typed() const;

  QLineEdit* name_;
  QComboBox* post_;
};

}  // namespace fengsui
