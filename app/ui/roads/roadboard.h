// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/boards/liveboard.h"
#include "ui/roads/firstpage.h"
#include "ui/roads/reachpage.h"

class QStackedWidget;
class QTabBar;

namespace fengsui {

/// Roads and time: who can be at a place first, and whom somebody reaches in time.
class RoadBoard : public LiveBoard {
  Q_OBJECT

 public:
  RoadBoard(RoadDesk& roads, QWidget* parent);
  // Narrow: ways and areas are looked at on the map beside it.
  [[nodiscard]] int wishedWidth() const override { return 500; }

  enum Page { first, reach };
  void openPage(Page page);
  void setTarget(const RoadTarget& target);
  [[nodiscard]] FirstPage& firstPage() { return *first_; }
  [[nodiscard]] ReachPage& reachPage() { return *reach_; }

 protected:
  void refresh() override;
  void retranslate() override;
  void takeFocus() override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void watch();

  QTabBar* tabs_;
  QStackedWidget* pages_;
  FirstPage* first_;
  ReachPage* reach_;
};

}  // namespace fengsui
