// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/boards/checkrows.h"
#include "ui/boards/orderoffers.h"
#include "ui/boards/planshelf.h"
#include "ui/boards/splitboard.h"
#include "ui/session/latestjob.h"

class QComboBox;

namespace fengsui {

class OrderForm;
class ResponseForm;

/// The checklist of a response, or the plans and which of their levels hold now.
class ResponseBoard : public SplitBoard {
  Q_OBJECT

 public:
  explicit ResponseBoard(Desk& desk, QWidget* parent = nullptr);

  void opened() override;
  /// Shows a response, its line, or (nothing) the plans.
  void show(const std::optional<Id<Response>>& response, const std::optional<Id<ChecklistItem>>& item = std::nullopt);
  /// Shows the plans, with the level of one marked that holds, else its first.
  void showPlan(const QString& id);
  /// What is said besides what was measured counts in the criteria too.
  void useAlso(PlanShelf::Said said);
  /// That has changed.
  void lookAgain() { shelf_->want(false); }
  /// Whether what is shown is what is known.
  [[nodiscard]] bool settled() const { return job_.idle() && shelf_->settled(); }

 signals:
  void orderWanted(fengsui::Id<fengsui::Order> order);

 protected:
  void want() override;
  void retranslate() override;
  void showSubject() override;

 private:
  struct Answer {
    Snapshot situation;
    Instant now;
    std::optional<Id<Response>> response;
    CheckRows lines;
  };

  void fillResponses();
  void take(Answer answer);
  void showLines(const Answer& answer);
  void showPlans();
  void showResponse(const Response& response);
  void showLine(const ChecklistItem& item);
  void showLevel(const PlanShelf::Stands& level);
  void showBroken(const PlanShelf::Broken& file);
  [[nodiscard]] OrderAsks asks();

  QComboBox* response_;
  QComboBox* show_;
  QComboBox* order_;
  PlanShelf* shelf_;
  ResponseForm* decide_;
  ReceiptForm* receipt_;
  OrderForm* write_;
  std::optional<Id<Response>> chosen_;
  bool plans_ = false;
  QString wantedPlan_;
  Answer answer_;
  LatestJob<Answer> job_;
};

}  // namespace fengsui
