// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/incidentform.h"

#include <QComboBox>
#include <QLineEdit>

#include "core/fields.h"
#include "ui/forms/choices.h"
#include "ui/look/language.h"

namespace fengsui {
namespace {

Json textOrNull(const QLineEdit& field) {
  const std::string text = field.text().trimmed().toStdString();
  return text.empty() ? Json() : Json(text);
}

Json codeOrNull(const QComboBox& choice) {
  const std::string code = choice.currentData().toString().toStdString();
  return code.empty() ? Json() : Json(code);
}

}  // namespace

IncidentForm::IncidentForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "incidentForm", parent),
      title_(addText("incidentTitle")),
      kind_(addChoice("incidentKind")),
      level_(addChoice("level")),
      status_(addChoice("status")),
      locality_(addText("incidentLocality")),
      address_(addText("address")),
      department_(addText("department")),
      commander_(addText("commander")),
      note_(addText("note")) {
  IncidentForm::retranslate();
}

void IncidentForm::retranslate() {
  fillChoice(*kind_, Vocabulary::incidentKind);
  refill(*level_, [&] {
    level_->addItem(tr("not set"), QString());
    for (const auto& name : namesOf<IncidentLevel>) level_->addItem(shown(textOf(name.value)), qs(name.code));
  });
  // Closing has its own form: it asks why.
  refill(*status_, [&] {
    for (const auto& name : namesOf<IncidentStatus>)
      if (name.value != IncidentStatus::closed && name.value != IncidentStatus::withdrawn &&
          (name.value != IncidentStatus::reported || before_.status == IncidentStatus::reported))
        status_->addItem(shown(textOf(name.value)), qs(name.code));
  });
  say(title_, tr("Title"));
  say(kind_, tr("Kind"));
  say(level_, tr("Level"));
  say(status_, tr("Status"));
  say(locality_, tr("Locality"));
  say(address_, tr("Address"));
  say(department_, tr("Lead department"));
  say(commander_, tr("Commander"));
  say(note_, tr("Note"));
  setHead(tr("Change what is known"));
  setConfirm(tr("Record (Enter)"));
}

void IncidentForm::openFor(const Incident& incident) {
  before_ = incident;
  retranslate();
  title_->setText(qs(incident.title));
  kind_->setCurrentIndex(kind_->findData(qs(incident.kind)));
  level_->setCurrentIndex(incident.level ? level_->findData(qs(nameOf(*incident.level).code)) : 0);
  status_->setCurrentIndex(status_->findData(qs(nameOf(incident.status).code)));
  locality_->setText(qs(incident.locality));
  address_->setText(qs(incident.address));
  department_->setText(qs(incident.leadDepartment));
  commander_->setText(qs(incident.onSceneCommander));
  note_->setText(qs(incident.note));
  open(qs(incident.id.uuid.text()));
}

void IncidentForm::confirm() {
  Revise<Incident> change{before_.id, {}};
  const auto differs = [&](const char* field, Json to) {
    if (fieldOf(before_, field).value_or(Json()) != to) change.set.emplace_back(field, std::move(to));
  };
  differs("title", textOrNull(*title_));
  differs("kind", codeOrNull(*kind_));
  differs("level", codeOrNull(*level_));
  differs("status", codeOrNull(*status_));
  differs("locality", textOrNull(*locality_));
  differs("address", textOrNull(*address_));
  differs("leadDepartment", textOrNull(*department_));
  differs("onSceneCommander", textOrNull(*commander_));
  differs("note", textOrNull(*note_));
  if (change.set.empty()) return done();
  desk_.execute(std::move(change), {"changed: " + before_.title, "已更新：" + before_.title}, [this] { done(); });
}

}  // namespace fengsui
