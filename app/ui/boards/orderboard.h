// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/boards/checkrows.h"
#include "ui/boards/orderoffers.h"
#include "ui/boards/splitboard.h"
#include "ui/session/latestjob.h"

class QComboBox;

namespace fengsui {

class BoardList;
class OrderForm;

/// All orders, what wants attention first; of the marked one each addressee's copy, and what is said about it.
class OrderBoard : public SplitBoard {
  Q_OBJECT

 public:
  explicit OrderBoard(Desk& desk, QWidget* parent = nullptr);

  /// Marks an order, whatever the filter shows.
  void show(Id<Order> order);
  /// Shows what is late and refused, where there is such; else what is open.
  void showUrgent();
  /// Asks for a new order about what is selected.
  void write();
  [[nodiscard]] bool settled() const { return job_.idle(); }

 protected:
  void want() override;
  void retranslate() override;
  void showSubject() override;

 private:
  struct Answer {
    Snapshot situation;
    OrderRows rows;
    OrderKpi kpi;
  };

  void take(Answer answer);
  void showCopies(const Order& order);
  [[nodiscard]] const Order* marked() const;
  [[nodiscard]] const OrderCopy* markedCopy(const Order& order) const;
  [[nodiscard]] OrderAsks asks();

  QComboBox* show_;
  BoardList* copies_;
  ReceiptForm* receipt_;
  OrderForm* write_;
  QString wanted_;
  Uuid copiesOf_;
  LatestJob<Answer> job_;
};

}  // namespace fengsui
