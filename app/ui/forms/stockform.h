// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/inlineform.h"

namespace fengsui {

/// What happens to supplies of one depot: they go out for an incident, are promised to it, move to another depot, come
/// in, or are counted. The button says what will be there afterwards.
class StockForm : public InlineForm {
  Q_OBJECT

 public:
  enum class Way { issue, reserve, move, receive, count, issueReserved, unreserve };

  StockForm(Desk& desk, QWidget* parent);
  void openFor(const Depot& depot, Way way);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  /// What is typed, as far as it makes sense.
  struct Wanted {
    StockKey line;
    Quantity quantity;
  };

  void fillChoices();
  void adapt();
  void showConsequence();
  [[nodiscard]] QString consequence() const;
  [[nodiscard]] Way way() const;
  [[nodiscard]] const Depot* depot() const;
  /// The line that is chosen; nothing for something that the depot does not keep yet.
  [[nodiscard]] const StockLine* line() const;
  [[nodiscard]] Result<Wanted> wanted() const;

  Id<Depot> depot_;
  QComboBox* way_;
  QComboBox* item_;
  QLineEdit* newItem_;
  QLineEdit* unit_;
  QLineEdit* quantity_;
  QComboBox* incident_;
  QComboBox* to_;
  QLineEdit* from_;
};

/// "50", "50 件", "2.5t" where that is the unit. @return Error::invalid with what would be right.
[[nodiscard]] Result<Quantity> quantityIn(const std::string& unit, std::string text);

}  // namespace fengsui
