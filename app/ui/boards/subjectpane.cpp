// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/subjectpane.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/forms/inlineform.h"
#include "ui/look/tokens.h"
#include "ui/panels/factsheet.h"

namespace fengsui {

SubjectPane::SubjectPane(QWidget* parent)
    : QWidget(parent),
      layout_(new QVBoxLayout(this)),
      name_(new QLabel(this)),
      what_(new QLabel(this)),
      scroll_(new QScrollArea(this)),
      facts_(new FactSheet),
      offers_(new OfferBar(this)) {
  name_->setFont(typeOf(TypeSize::normal, QFont::DemiBold));
  name_->setWordWrap(true);
  name_->setTextFormat(Qt::PlainText);
  name_->setObjectName(QStringLiteral("subjectName"));
  what_->setFont(typeOf(TypeSize::small));
  what_->setForegroundRole(QPalette::PlaceholderText);
  what_->setWordWrap(true);
  what_->setTextFormat(Qt::PlainText);
  what_->setObjectName(QStringLiteral("subjectState"));
  scroll_->setWidget(facts_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->viewport()->setBackgroundRole(QPalette::Window);
  connect(facts_, &FactSheet::followed, this, &SubjectPane::followed);
  layout_->setContentsMargins(2 * kUnit, kUnit, 2 * kUnit, kUnit + 4);
  layout_->setSpacing(kUnit - 2);
  layout_->addWidget(name_);
  layout_->addWidget(what_);
  layout_->addWidget(scroll_, 1);
  layout_->addWidget(offers_);
}

void SubjectPane::setHead(const QString& name, const QString& what) {
  name_->setText(name);
  what_->setText(what);
  what_->setVisible(!what.isEmpty());
}

void SubjectPane::setFacts(const std::vector<Facts::Line>& lines) {
  facts_->show(lines);
}

void SubjectPane::setOffers(std::vector<BoardOffer> offers, bool enabled) {
  offered_ = !offers.empty();
  offers_->offer(std::move(offers), enabled);
  share();
}

void SubjectPane::addForm(InlineForm* form) {
  forms_.push_back(form);
  // Above the offers.
  layout_->insertWidget(layout_->count() - 1, form);
  form->installEventFilter(this);
  connect(form, &InlineForm::closed, this, [this] {
    share();
    emit formClosed();
  });
}

void SubjectPane::addUnderFacts(QWidget* widget, int stretch) {
  layout_->insertWidget(layout_->indexOf(scroll_) + 1, widget, stretch);
}

bool SubjectPane::asking() const {
  return std::any_of(forms_.begin(), forms_.end(), [](const InlineForm* form) { return !form->isHidden(); });
}

bool SubjectPane::stopAsking() {
  bool any = false;
  for (InlineForm* form : forms_) {
    any = any || !form->isHidden();
    form->close();
  }
  return any;
}

void SubjectPane::share() {
  offers_->setVisible(offered_ && !asking());
}

bool SubjectPane::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) share();
  return QWidget::eventFilter(watched, event);
}

}  // namespace fengsui
