// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/closeform.h"

#include <QComboBox>
#include <QLineEdit>

#include "ui/forms/choices.h"
#include "ui/look/language.h"

namespace fengsui {

CloseForm::CloseForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "closeForm", parent), how_(addChoice("how")), reason_(addText("reason")) {
  CloseForm::retranslate();
}

void CloseForm::retranslate() {
  refill(*how_, [&] {
    how_->addItem(tr("it is over"), QStringLiteral("closed"));
    how_->addItem(tr("it was none (false report)"), QStringLiteral("withdrawn"));
  });
  say(how_, tr("Because"));
  say(reason_, tr("In words"));
  setHead(tr("End %1").arg(qs(title_)));
  setConfirm(tr("End it (Enter)"));
}

void CloseForm::openFor(const Incident& incident) {
  incident_ = incident.id;
  title_ = incident.title;
  reason_->clear();
  how_->setCurrentIndex(0);
  retranslate();
  open(qs(incident.id.uuid.text()));
  reason_->setFocus();
}

void CloseForm::confirm() {
  const bool withdrawn = how_->currentData().toString() == QLatin1String("withdrawn");
  desk_.execute(CloseIncident{incident_, withdrawn, reason_->text().trimmed().toStdString()},
                {"ended: " + title_, "已结束：" + title_}, [this] { done(); });
}

}  // namespace fengsui
