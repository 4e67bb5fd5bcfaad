// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/headcountform.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

#include "ui/forms/choices.h"
#include "ui/look/language.h"

namespace fengsui {
namespace {

constexpr int kMostPeople = 1'000'000;

}  // namespace

HeadcountForm::HeadcountForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "headcountForm", parent),
      way_(addChoice("way")),
      people_(addNumber("people", 1, kMostPeople)),
      from_(addText("from")) {
  HeadcountForm::retranslate();
}

void HeadcountForm::retranslate() {
  refill(*way_, [&] {
    way_->addItem(tr("came in"), QStringLiteral("in"));
    way_->addItem(tr("left"), QStringLiteral("out"));
  });
  say(way_, tr("They"));
  say(people_, tr("People"));
  say(from_, tr("From / to"));
  setHead(tr("People in %1").arg(qs(name_)));
  setConfirm(tr("Record (Enter)"));
}

void HeadcountForm::openFor(const Shelter& shelter) {
  shelter_ = shelter.id;
  name_ = shelter.name;
  way_->setCurrentIndex(0);
  people_->setValue(1);
  from_->clear();
  retranslate();
  open(qs(shelter.id.uuid.text()));
  people_->setFocus();
  people_->selectAll();
}

void HeadcountForm::confirm() {
  const auto people = static_cast<std::int64_t>(people_->value());
  const std::string where = from_->text().trimmed().toStdString();
  const std::string many = std::to_string(people);
  if (way_->currentData().toString() == QLatin1String("in"))
    desk_.execute(CheckIn{shelter_, people, where}, {many + " people came to " + name_, name_ + "入住" + many + "人"},
                  [this] { done(); });
  else
    desk_.execute(CheckOut{shelter_, people, where}, {many + " people left " + name_, name_ + "离开" + many + "人"},
                  [this] { done(); });
}

}  // namespace fengsui
