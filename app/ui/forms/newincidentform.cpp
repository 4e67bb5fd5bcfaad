// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/newincidentform.h"

#include <QComboBox>
#include <QLineEdit>

#include "ui/forms/choices.h"
#include "ui/look/beside.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kWidth = 320;
constexpr double kLocalityReachM = 8'000;

QString subjectOf(Position where) {
  return QStringLiteral("%1,%2").arg(where.lonE7).arg(where.latE7);
}

std::optional<Position> placeFrom(const QString& subject) {
  const QStringList parts = subject.split(u',');
  bool east = false;
  bool north = false;
  if (parts.size() != 2) return std::nullopt;
  const Position where{parts[0].toInt(&east), parts[1].toInt(&north)};
  return east && north ? std::optional(where) : std::nullopt;
}

}  // namespace

std::string localityNear(const Situation& s, Position where) {
  double best = kLocalityReachM;
  std::string found;
  const auto offer = [&](const std::optional<Position>& at, const std::string& name) {
    if (!at || name.empty()) return;
    if (const double away = distanceM(*at, where); away < best) {
      best = away;
      found = name;
    }
  };
  s.places.forEach(
      [&](const Uuid&, const Place& place) { offer(place.location, place.town.empty() ? place.name : place.town); });
  // Without a gazetteer the towns of what is registered nearby still say where this is.
  if (found.empty()) {
    s.shelters.forEach([&](const Uuid&, const Shelter& shelter) { offer(shelter.location, shelter.town); });
    s.facilities.forEach([&](const Uuid&, const Facility& facility) { offer(facility.location, facility.town); });
    s.depots.forEach([&](const Uuid&, const Depot& depot) { offer(depot.location, depot.town); });
    s.teams.forEach([&](const Uuid&, const Team& team) { offer(team.home, team.town); });
  }
  return found;
}

NewIncidentForm::NewIncidentForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "reportForm", parent),
      kind_(addChoice("kind")),
      locality_(addText("locality")),
      title_(addText("title")) {
  connect(kind_, &QComboBox::currentIndexChanged, this, &NewIncidentForm::suggestTitle);
  connect(locality_, &QLineEdit::textChanged, this, &NewIncidentForm::suggestTitle);
  setFixedWidth(kWidth);
  NewIncidentForm::retranslate();
}

void NewIncidentForm::retranslate() {
  fillChoice(*kind_, Vocabulary::incidentKind);
  kind_->setMaxVisibleItems(kind_->count());
  say(kind_, tr("Kind"));
  say(locality_, tr("Locality"));
  say(title_, tr("Title"));
  setConfirm(tr("Report (Enter)"));
  setHead(tr("Report an incident"));
  suggestTitle();
}

std::string NewIncidentForm::kind() const {
  return kind_->currentData().toString().toStdString();
}

QString NewIncidentForm::defaultTitle() const {
  const QString what = inSentence(textOf(Vocabulary::incidentKind, kind()));
  const QString where = locality_->text().trimmed();
  if (where.isEmpty()) return shown(textOf(Vocabulary::incidentKind, kind()));
  return DeskLanguage::current() == Language::chinese ? where + what : tr("%1, %2").arg(where, what);
}

void NewIncidentForm::suggestTitle() {
  title_->setPlaceholderText(defaultTitle());
}

void NewIncidentForm::openAt(Position where, QPoint at) {
  where_ = where;
  title_->clear();
  locality_->setText(desk_.shown() ? qs(localityNear(*desk_.shown(), where)) : QString());
  suggestTitle();
  adjustSize();
  const QRect room = parentWidget()->rect().adjusted(kUnit, kUnit, -kUnit, -kUnit);
  move(besidePointer(at, size(), room, 20, Beside::level));
  open(subjectOf(where));
}

std::optional<Position> NewIncidentForm::leftOpenAt() const {
  return placeFrom(draftSubject());
}

void NewIncidentForm::confirm() {
  Incident incident;
  incident.id.uuid = Uuid::v7(systemNow());
  incident.kind = kind();
  incident.locality = locality_->text().trimmed().toStdString();
  const QString title = title_->text().trimmed();
  incident.title = (title.isEmpty() ? defaultTitle() : title).toStdString();
  incident.location = where_;
  desk_.report(std::move(incident), [this] { done(); });
}

}  // namespace fengsui
