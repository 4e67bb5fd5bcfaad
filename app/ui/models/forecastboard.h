// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/boards/liveboard.h"
#include "ui/models/advicepage.h"
#include "ui/models/aheadpage.h"
#include "ui/models/hitpage.h"
#include "ui/models/modulepage.h"

class QStackedWidget;
class QTabBar;

namespace fengsui {

/// Looking ahead: what gauges say, a run of a model, who it reaches, what to do about it.
class ForecastBoard : public LiveBoard {
  Q_OBJECT

 public:
  ForecastBoard(ModelDesk& models, QWidget* parent);
  // Narrow: the forecast plays on the map beside it.
  [[nodiscard]] int wishedWidth() const override { return 560; }

  enum Page { ahead, hit, advice, modules };
  void openPage(Page page);
  [[nodiscard]] AheadPage& aheadPage() { return *ahead_; }
  [[nodiscard]] HitPage& hitPage() { return *hit_; }
  [[nodiscard]] AdvicePage& advicePage() { return *advice_; }

 protected:
  void refresh() override;
  void retranslate() override;
  void takeFocus() override;

 private:
  void nameTabs();

  ModelDesk& models_;
  QTabBar* tabs_;
  QStackedWidget* pages_;
  AheadPage* ahead_;
  HitPage* hit_;
  AdvicePage* advice_;
  ModulePage* modules_;
};

}  // namespace fengsui
