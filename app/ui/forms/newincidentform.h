// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// The few words that make an incident, asked for beside the place that was clicked.
class NewIncidentForm : public InlineForm {
  Q_OBJECT

 public:
  NewIncidentForm(Desk& desk, QWidget* parent);

  /// Opens for a place; @p at is the pixel of the parent that was clicked.
  void openAt(Position where, QPoint at);
  [[nodiscard]] Position where() const { return where_; }
  /// The place of a report that was half typed when the program ended.
  [[nodiscard]] std::optional<Position> leftOpenAt() const;

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  void suggestTitle();
  [[nodiscard]] QString defaultTitle() const;
  [[nodiscard]] std::string kind() const;

  Position where_;
  QComboBox* kind_;
  QLineEdit* locality_;
  QLineEdit* title_;
};

/// The town, street or village whose known place is nearest, within reason.
[[nodiscard]] std::string localityNear(const Situation& situation, Position where);

}  // namespace fengsui
