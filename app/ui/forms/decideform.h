// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

class QScrollArea;

namespace fengsui {

class FactSheet;

/// Whose count of people holds, and why; or that a count was wrong. Shows what was recorded of it.
class DecideForm : public InlineForm {
  Q_OBJECT

 public:
  DecideForm(Desk& desk, QWidget* parent);
  void openFor(const Incident& incident);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  void fillFigures();
  void readHistory();
  void showChosen();
  [[nodiscard]] const Incident* incident() const;
  [[nodiscard]] std::optional<Figure> chosenFigure() const;
  [[nodiscard]] bool takingBack() const;

  Id<Incident> incident_;
  QComboBox* figure_;
  QComboBox* what_;
  QLineEdit* reason_;
  QScrollArea* scroll_;
  FactSheet* sheet_;
  std::optional<std::vector<Event>> history_;  ///< nothing while it is being read
  bool confirmWhenRead_ = false;
};

}  // namespace fengsui
