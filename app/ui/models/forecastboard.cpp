// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/forecastboard.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace fengsui {

ForecastBoard::ForecastBoard(ModelDesk& models, QWidget* parent)
    : LiveBoard(models.desk(), "forecastBoard", parent),
      models_(models),
      tabs_(new QTabBar(this)),
      pages_(new QStackedWidget(this)),
      ahead_(new AheadPage(models, pages_)),
      hit_(new HitPage(models, pages_)),
      advice_(new AdvicePage(models, pages_)),
      modules_(new ModulePage(models, pages_)) {
  tabs_->setObjectName(QStringLiteral("forecastTabs"));
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  for (QWidget* page : std::initializer_list<QWidget*>{ahead_, hit_, advice_, modules_}) {
    tabs_->addTab(QString());
    pages_->addWidget(page);
  }
  body()->addWidget(tabs_);
  body()->addWidget(pages_, 1);
  connect(tabs_, &QTabBar::currentChanged, this, [this](int page) {
    pages_->setCurrentIndex(page);
    takeFocus();
  });
  connect(&models_, &ModelDesk::shownChanged, this, &ForecastBoard::nameTabs);
  connect(advice_, &AdvicePage::scenarioWanted, this, [this](const ScenarioProposal& proposal) {
    openPage(ahead);
    ahead_->fill(proposal);
  });
}

void ForecastBoard::openPage(Page page) {
  tabs_->setCurrentIndex(page);
}

void ForecastBoard::nameTabs() {
  const auto& shown = models_.shown();
  std::size_t places = 0;
  if (shown)
    for (const Hit& one : shown->outcome->exposure.hits) places += one.what != "road" && one.what != "bridge";
  tabs_->setTabText(ahead, tr("Look ahead"));
  tabs_->setTabText(hit, shown ? tr("Who is reached · %1").arg(places) : tr("Who is reached"));
  tabs_->setTabText(advice, tr("What to do"));
  tabs_->setTabText(modules, tr("Modules"));
}

void ForecastBoard::retranslate() {
  setHead(tr("Forecast"));
  nameTabs();
  ahead_->retranslate();
  hit_->retranslate();
  advice_->retranslate();
  modules_->retranslate();
}

// Pages follow what they show by themselves.
void ForecastBoard::refresh() {}

void ForecastBoard::takeFocus() {
  switch (tabs_->currentIndex()) {
    case ahead:
      return ahead_->takeFocus();
    case hit:
      return hit_->takeFocus();
    case advice:
      return advice_->takeFocus();
    default:
      return modules_->takeFocus();
  }
}

}  // namespace fengsui
