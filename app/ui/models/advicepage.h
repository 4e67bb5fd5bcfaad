// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "sdk/host/cascade.h"
#include "ui/models/modeldesk.h"

class QLabel;

namespace fengsui {

class BoardList;
class OfferBar;
struct BoardOffer;

/// What to do about the forecast: the level that its criteria call for, orders to be drafted, roads to be closed, and
/// what it may lead to. Nothing happens until somebody takes it.
class AdvicePage : public QWidget {
  Q_OBJECT

 public:
  AdvicePage(ModelDesk& models, QWidget* parent);

  void refresh();
  void retranslate();
  void takeFocus();

 signals:
  void planWanted(const QString& plan);
  /// Drafts were made: they wait on the board of orders.
  void draftsMade();
  /// What the forecast may lead to shall be looked at: its form is to be filled.
  void scenarioWanted(const fengsui::ScenarioProposal& proposal);

 private:
  enum class What { level, order, closures, cascade };
  struct Line {
    What what = What::level;
    std::size_t at = 0;
  };

  [[nodiscard]] const Advice* advice() const;
  [[nodiscard]] std::optional<Line> marked() const;
  void showMarked();
  void draft(const std::vector<std::size_t>& orders);
  void close();
  [[nodiscard]] QStringList showCascade(const CascadeStep& step, std::vector<BoardOffer>& offers);

  ModelDesk& models_;
  Desk& desk_;
  std::vector<CascadeStep> cascade_;
  QLabel* head_;
  BoardList* list_;
  QLabel* why_;
  OfferBar* offers_;
};

}  // namespace fengsui
