// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/planpreview.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>

#include "plans/postcard.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/panels/factsheet.h"
#include "ui/planedit/planwords.h"

namespace fengsui {

PlanPreview::PlanPreview(QWidget* parent)
    : QWidget(parent),
      tabs_(new QTabBar(this)),
      post_(new QComboBox(this)),
      level_(new QComboBox(this)),
      note_(new QLabel(this)),
      scroll_(new QScrollArea(this)),
      facts_(new FactSheet) {
  tabs_->setObjectName(QStringLiteral("planPages"));
  tabs_->setExpanding(false);
  tabs_->setDrawBase(false);
  tabs_->setFocusPolicy(Qt::TabFocus);
  for (int page = postCard; page <= planChanges; ++page) tabs_->addTab({});
  post_->setObjectName(QStringLiteral("planPost"));
  level_->setObjectName(QStringLiteral("planLevel"));
  for (QComboBox* choice : {post_, level_}) {
    choice->setFocusPolicy(Qt::TabFocus);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(6);
    connect(choice, &QComboBox::currentIndexChanged, this, &PlanPreview::fill);
  }
  note_->setObjectName(QStringLiteral("planPreviewNote"));
  note_->setFont(typeOf(TypeSize::small));
  note_->setForegroundRole(QPalette::PlaceholderText);
  note_->setWordWrap(true);
  scroll_->setWidget(facts_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->viewport()->setBackgroundRole(QPalette::Window);
  facts_->setObjectName(QStringLiteral("planPreviewFacts"));
  auto* choices = new QHBoxLayout;
  choices->setSpacing(6);
  choices->addWidget(post_, 3);
  choices->addWidget(level_, 2);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addWidget(tabs_);
  layout->addLayout(choices);
  layout->addWidget(note_);
  layout->addWidget(scroll_, 1);
  connect(tabs_, &QTabBar::currentChanged, this, [this] {
    scroll_->verticalScrollBar()->setValue(0);
    fill();
  });
  retranslate();
}

void PlanPreview::openPage(Page page) {
  tabs_->setCurrentIndex(page);
}

void PlanPreview::takeFocus() {
  tabs_->setFocus(Qt::TabFocusReason);
}

void PlanPreview::show(const std::optional<Plan>& whole, bool stale, const std::optional<Plan>& own,
                       const std::optional<Plan>& saved) {
  whole_ = whole;
  stale_ = stale;
  own_ = own;
  saved_ = saved;
  fillChoices();
  fill();
}

void PlanPreview::fillChoices() {
  const QSignalBlocker quietPost(post_), quietLevel(level_);
  const QString post = post_->currentData().toString();
  const QString level = level_->currentData().toString();
  post_->clear();
  level_->clear();
  level_->addItem(tr("all levels"), QString());
  if (whole_) {
    for (const std::string& one : postsOf(*whole_)) post_->addItem(qs(one), qs(one));
    for (const Level& one : whole_->levels) level_->addItem(shown(Text{one.en, one.level}), qs(one.level));
  }
  post_->setCurrentIndex(std::max(0, post_->findData(post)));
  level_->setCurrentIndex(std::max(0, level_->findData(level)));
}

void PlanPreview::fill() {
  const int page = tabs_->currentIndex();
  post_->setVisible(page == postCard && post_->count() > 0);
  level_->setVisible(page != planChanges && level_->count() > 1);
  const std::string level = level_->currentData().toString().toStdString();
  std::vector<Facts::Line> lines;
  QString note;
  if (page == planChanges) {
    if (!saved_)
      note = tr("Nothing is saved yet to compare with.");
    else if (own_)
      lines = PlanWords::changes(*saved_, *own_);
    if (saved_ && lines.empty())
      note = own_ ? tr("It says the same as edition %1.").arg(qs(saved_->edition)) : tr("Mend the errors first.");
    else if (saved_)
      note = tr("Changes since edition %1: %2").arg(qs(saved_->edition)).arg(lines.size());
  } else if (!whole_) {
    note = tr("Mend the errors to see it.");
  } else if (page == postCard) {
    lines = PlanWords::card(*whole_, post_->currentData().toString().toStdString(), level);
    if (post_->count() == 0)
      note = tr("No line of this plan is for a post.");
    else if (lines.empty())
      note = tr("At this level the post has nothing to do.");
  } else {
    lines = PlanWords::items(*whole_, level);
    note = tr("%n lines", nullptr,
              static_cast<int>(std::count_if(lines.begin(), lines.end(),
                                             [](const Facts::Line& one) { return !one.label.isEmpty(); })));
  }
  if (stale_ && whole_ && page != planChanges) note = tr("As it was before the errors.");
  note_->setText(note);
  note_->setVisible(!note.isEmpty());
  facts_->show(lines);
}

void PlanPreview::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void PlanPreview::retranslate() {
  tabs_->setTabText(postCard, tr("Post card"));
  tabs_->setTabText(planLines, tr("Lines"));
  tabs_->setTabText(planChanges, tr("Changes"));
  post_->setToolTip(tr("Whose card"));
  level_->setToolTip(tr("At which level"));
  fillChoices();
  fill();
}

}  // namespace fengsui
