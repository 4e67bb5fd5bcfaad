// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/checklist.h"
#include "ui/forms/inlineform.h"

namespace fengsui {

/// What an addressee says about an order, or what is said about a line of a checklist: asked where a word is needed
/// with it.
class ReceiptForm : public InlineForm {
  Q_OBJECT

 public:
  enum class About { refused, done, sentBack, verified, notReached, recalled, others };

  ReceiptForm(Desk& desk, QWidget* parent);

  void openFor(const Order& order, const OrderCopy& copy, About about);
  /// done, verified, or skipped where @p about is refused.
  void openFor(const ChecklistItem& item, About about);

 protected:
  void confirm() override;
  void retranslate() override;

 private:
  /// One cell of the answer: a field, or one part of its counts.
  struct Cell {
    std::size_t field = 0;
    std::string part;
    QWidget* widget = nullptr;
  };

  void begin(const QString& subject);
  void layCells();
  QWidget* cellFor(const AnswerField& field, std::size_t& texts, std::size_t& choices);
  void confirmItem();
  void confirmOrder();
  [[nodiscard]] Result<std::vector<AnswerValue>> answer() const;

  About about_ = About::done;
  std::optional<Id<Order>> order_;
  std::optional<Id<ChecklistItem>> item_;
  std::string to_;    ///< Addressee::key()
  std::string name_;  ///< of the addressee
  std::string number_;
  Brief brief_;
  QLineEdit* instead_;
  QLineEdit* by_;
  std::vector<QLineEdit*> texts_;
  std::vector<QComboBox*> choices_;
  std::vector<Cell> cells_;
  QLineEdit* words_;
};

}  // namespace fengsui
