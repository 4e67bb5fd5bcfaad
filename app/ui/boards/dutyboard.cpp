// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/dutyboard.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/boards/directivepage.h"
#include "ui/boards/handoverpage.h"
#include "ui/boards/reportpage.h"
#include "ui/forms/askform.h"
#include "ui/forms/consultationform.h"
#include "ui/forms/instructionform.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr int kAnewSeconds = 20;

}  // namespace

DutyBoard::DutyBoard(Desk& desk, QWidget* parent)
    : LiveBoard(desk, "dutyBoard", parent),
      ask_(new AskForm(desk, this)),
      instruction_(new InstructionForm(desk, this)),
      consultation_(new ConsultationForm(desk, this)),
      tabs_(new QTabBar(this)),
      pages_(new QStackedWidget(this)),
      reports_(new ReportPage(desk, *ask_, pages_)),
      directives_(new DirectivePage(desk, *ask_, *instruction_, *consultation_, pages_)),
      handover_(new HandoverPage(desk, pages_)) {
  tabs_->setObjectName(QStringLiteral("dutyTabs"));
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  for (int i = 0; i < 3; ++i) tabs_->addTab(QString());
  pages_->addWidget(reports_);
  pages_->addWidget(directives_);
  pages_->addWidget(handover_);
  body()->addWidget(tabs_);
  body()->addWidget(pages_, 1);
  carry(ask_);
  carry(instruction_);
  carry(consultation_);
  connect(tabs_, &QTabBar::currentChanged, this, [this](int page) {
    pages_->setCurrentIndex(page);
    if (isVisible() && desk_.shown()) refresh();
    if (page == handover) handover_->compare();
    takeFocus();
  });
}

void DutyBoard::openPage(Page page) {
  tabs_->setCurrentIndex(page);
}

void DutyBoard::retranslate() {
  setHead(tr("Duty desk"));
  tabs_->setTabText(reports, tr("Reports"));
  tabs_->setTabText(instructions, tr("Instructions and consultations"));
  tabs_->setTabText(handover, tr("Since you left"));
  reports_->retranslate();
  directives_->retranslate();
  handover_->retranslate();
}

void DutyBoard::refresh() {
  if (tabs_->currentIndex() == reports) reports_->refresh();
  if (tabs_->currentIndex() == instructions) directives_->refresh();
}

void DutyBoard::tick() {
  directives_->tick();
  // Countdowns are told in minutes.
  if (++ticks_ % kAnewSeconds == 0) refresh();
}

void DutyBoard::takeFocus() {
  if (tabs_->currentIndex() == reports) reports_->takeFocus();
}

bool DutyBoard::givesUp() {
  return LiveBoard::givesUp() || reports_->leavesWords();
}

}  // namespace fengsui
