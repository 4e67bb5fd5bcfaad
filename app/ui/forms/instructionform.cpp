// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/instructionform.h"

#include <QComboBox>
#include <QLineEdit>

#include "ui/forms/choices.h"
#include "ui/forms/momenttext.h"
#include "ui/forms/warningform.h"

namespace fengsui {

InstructionForm::InstructionForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "instructionForm", parent),
      words_(addText("instructionWords")),
      from_(addText("instructionFrom")),
      form_(addChoice("instructionKind")),
      at_(addText("instructionAt")),
      lead_(addText("instructionLead")),
      supporting_(addText("instructionSupporting")),
      supervisor_(addText("instructionSupervisor")),
      due_(addText("instructionDue")),
      contradicts_(addChoice("instructionContradicts")) {
  InstructionForm::retranslate();
}

void InstructionForm::retranslate() {
  fillChoice<DirectiveForm>(*form_);
  say(words_, tr("Word for word"));
  say(from_, tr("Who instructs"));
  say(form_, tr("How"));
  say(at_, tr("When"));
  at_->setPlaceholderText(tr("19:40; empty: now"));
  say(lead_, tr("Who acts"));
  say(supporting_, tr("Who helps"));
  say(supervisor_, tr("Who sees to it"));
  say(due_, tr("Minutes until the answer"));
  say(contradicts_, tr("Contradicts"));
  setHead(tr("A leader's instruction, word for word"));
  setConfirm(tr("Keep (Enter)"));
}

void InstructionForm::openFor(const std::optional<Id<Incident>>& incident) {
  if (!desk_.shown()) return;
  incident_ = incident;
  form_->setCurrentIndex(1);
  for (QLineEdit* field : {words_, from_, at_, lead_, supporting_, supervisor_, due_}) field->clear();
  const QSignalBlocker quiet(contradicts_);
  contradicts_->clear();
  contradicts_->addItem(tr("none"), QString());
  desk_.shown()->directives.forEach([&](const Uuid& id, const Directive& one) {
    contradicts_->addItem(qs(one.from) + QStringLiteral("：") + qs(one.words).left(24), qs(id.text()));
  });
  open(incident ? qs(incident->text()) : QStringLiteral("new"));
}

void InstructionForm::confirm() {
  const Instant now = systemNow();
  const auto at = momentFrom(at_->text().toStdString(), now, desk_.session().timeZone());
  if (!at) return desk_.refuse(at.error());
  Directive made;
  made.id.uuid = Uuid::v7(now);
  made.words = words_->text().trimmed().toStdString();
  made.from = from_->text().trimmed().toStdString();
  if (made.words.empty() || made.from.empty())
    return desk_.refuse({ErrorCode::invalid,
                         {"an instruction is kept with its words and who gave it", "批示须有原文和批示领导"},
                         {},
                         {}});
  made.form = chosen<DirectiveForm>(*form_);
  made.at = *at;
  made.incident = incident_;
  made.lead = lead_->text().trimmed().toStdString();
  made.supporting = partsOf(supporting_->text());
  made.supervisor = supervisor_->text().trimmed().toStdString();
  bool isNumber = false;
  const int minutes = due_->text().trimmed().toInt(&isNumber);
  if (isNumber && minutes > 0) made.dueBy = at->plusMs(minutes * 60'000LL);
  if (const auto other = Uuid::parse(contradicts_->currentData().toString().toStdString()))
    made.contradicts = Id<Directive>{*other};
  desk_.execute(Register<Directive>{std::move(made)}, {"instruction kept", "批示已登记"}, [this] { done(); });
}

}  // namespace fengsui
