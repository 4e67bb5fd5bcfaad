// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// An order as it is written and signed: from a line of a checklist, from a draft, about an incident, for a team.
class OrderForm : public InlineForm {
  Q_OBJECT

 public:
  OrderForm(Desk& desk, QWidget* parent);

  /// A new order; @p about is filled in as far as it is known.
  void openFor(Order about);
  /// A draft that is to be signed.
  void openDraft(const Order& draft);

 signals:
  /// It is drafted or issued.
  void written(fengsui::Id<fengsui::Order> order);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  void fill();
  void fillNames();
  void showConsequence();
  void refused();
  [[nodiscard]] Result<Order> order() const;
  [[nodiscard]] SafetyFacts facts() const;
  [[nodiscard]] bool mayOverride() const;

  Order about_;
  bool draft_ = false;
  QComboBox* kind_;
  QLineEdit* to_;
  WordsEdit* task_;
  QLineEdit* place_;
  QSpinBox* due_;
  QLineEdit* expects_;
  QLineEdit* officer_;
  QSpinBox* margin_;
  QLineEdit* lookout_;
  QLineEdit* wayOut_;
  QLineEdit* safeZone_;
  QLineEdit* signal_;
  QLineEdit* override_;
  QLineEdit* signer_;
};

}  // namespace fengsui
