// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"
#include "ui/print/mapprint.h"

namespace fengsui {

/// What of the map goes on which paper.
class MapPrintForm : public InlineForm {
  Q_OBJECT

 public:
  MapPrintForm(Desk& desk, QWidget* window);
  /// In the upper middle of @p map. @p foresees: there is a forecast to be printed.
  void openAt(const QRect& map, bool foresees);

 signals:
  /// @p open: the file is opened afterwards.
  void wanted(const fengsui::MapPrintWish& wish, bool open);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  QComboBox* what_;
  QComboBox* paper_;
  QComboBox* colours_;
  QComboBox* then_;
  QLineEdit* file_;
};

}  // namespace fengsui
