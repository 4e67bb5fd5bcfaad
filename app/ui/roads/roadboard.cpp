// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roads/roadboard.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace fengsui {

RoadBoard::RoadBoard(RoadDesk& roads, QWidget* parent)
    : LiveBoard(roads.desk(), "roadBoard", parent),
      tabs_(new QTabBar(this)),
      pages_(new QStackedWidget(this)),
      first_(new FirstPage(roads, pages_)),
      reach_(new ReachPage(roads, pages_)) {
  tabs_->setObjectName(QStringLiteral("roadTabs"));
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  for (int i = 0; i < 2; ++i) tabs_->addTab(QString());
  pages_->addWidget(first_);
  pages_->addWidget(reach_);
  body()->addWidget(tabs_);
  body()->addWidget(pages_, 1);
  connect(tabs_, &QTabBar::currentChanged, this, [this](int page) {
    pages_->setCurrentIndex(page);
    watch();
    if (isVisible() && desk_.shown()) refresh();
    takeFocus();
  });
}

void RoadBoard::openPage(Page page) {
  tabs_->setCurrentIndex(page);
}

void RoadBoard::setTarget(const RoadTarget& target) {
  first_->setTarget(target);
  reach_->setPlace(target);
}

void RoadBoard::watch() {
  first_->setWatched(isVisible() && tabs_->currentIndex() == first);
  reach_->setWatched(isVisible() && tabs_->currentIndex() == reach);
}

void RoadBoard::retranslate() {
  setHead(tr("Roads"));
  tabs_->setTabText(first, tr("Who is there first"));
  tabs_->setTabText(reach, tr("Reached in time"));
  first_->retranslate();
  reach_->retranslate();
}

void RoadBoard::refresh() {
  if (tabs_->currentIndex() == first)
    first_->refresh();
  else
    reach_->refresh();
}

void RoadBoard::takeFocus() {
  if (tabs_->currentIndex() == first)
    first_->takeFocus();
  else
    reach_->takeFocus();
}

void RoadBoard::showEvent(QShowEvent* event) {
  LiveBoard::showEvent(event);
  watch();
}

void RoadBoard::hideEvent(QHideEvent* event) {
  LiveBoard::hideEvent(event);
  watch();
}

}  // namespace fengsui
