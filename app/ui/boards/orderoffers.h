// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "ui/boards/offerbar.h"
#include "ui/desk/desk.h"
#include "ui/forms/receiptform.h"

namespace fengsui {

/// Where something is asked before it is done.
struct OrderAsks {
  std::function<void(const Order&)> sign;
  std::function<void(const Order&, const OrderCopy&, ReceiptForm::About)> say;
  std::function<void(const ChecklistItem&, ReceiptForm::About)> sayOfLine;
  std::function<void(Id<Order>)> show;  ///< on the orders board
};

/// What can be done about orders and lines next, with its consequence in words: the most likely first, on Enter.
class OrderOffers {
  Q_DECLARE_TR_FUNCTIONS(OrderOffers)

 public:
  [[nodiscard]] static std::vector<BoardOffer> of(Desk& desk, const Order& order, const OrderCopy& copy,
                                                  const OrderAsks& asks);
  [[nodiscard]] static std::vector<BoardOffer> of(Desk& desk, const Situation& s, const ChecklistItem& item,
                                                  const OrderAsks& asks);
  /// The copy that most wants something: refused, unanswered, the slowest.
  [[nodiscard]] static const OrderCopy* foremost(const Order& order);
  /// The order that most wants something of a line; null where none is drafted or issued.
  [[nodiscard]] static const Order* foremost(const Situation& s, const ChecklistItem& item);
};

}  // namespace fengsui
