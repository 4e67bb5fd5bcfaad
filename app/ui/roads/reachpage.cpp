// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roads/reachpage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "gis/roads/isochrone.h"
#include "ui/boards/boardlist.h"
#include "ui/forms/choices.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/roads/roadwords.h"

namespace fengsui {
namespace {

constexpr std::array<int, 4> kMinutes{5, 10, 15, 30};
constexpr int kDefaultLimit = 2;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr int kLead = 66;

// The widest band first, one path for each kind of vehicle.
std::vector<RoadDrawing::Band> bandsOf(const RoadView& view, const std::vector<CoverageOrigin>& origins,
                                       const std::stop_token& stop) {
  std::vector<RoadDrawing::Band> bands(kMinutes.size());
  for (const auto& vehicle : namesOf<Vehicle>) {
    const RoadTimes& times = view.roads.times(vehicle.value);
    IsochroneRequest request;
    request.depart = view.at;
    for (const CoverageOrigin& origin : origins)
      if (origin.vehicle == vehicle.value)
        if (const auto at = times.snap(origin.at)) request.origins.push_back({*at, 0});
    if (request.origins.empty()) continue;
    for (const int minutes : kMinutes) request.limitsMs.push_back(minutes * kMinuteMs);
    const auto shapes = isochrones(times, view.roads.closures(), request, stop);
    if (!shapes) return {};
    for (std::size_t i = 0; i < shapes->size(); ++i)
      bands[kMinutes.size() - 1 - i].areas.push_back(pathOf((*shapes)[i]));
  }
  return bands;
}

}  // namespace

ReachPage::ReachPage(RoadDesk& roads, QWidget* parent)
    : QWidget(parent),
      roads_(roads),
      desk_(roads.desk()),
      from_(new QComboBox(this)),
      vehicle_(new QComboBox(this)),
      limit_(new QComboBox(this)),
      head_(new QLabel(this)),
      title_(new QLabel(this)),
      list_(new BoardList(QStringLiteral("missedRows"), this)) {
  from_->setObjectName(QStringLiteral("reachFrom"));
  vehicle_->setObjectName(QStringLiteral("reachVehicle"));
  limit_->setObjectName(QStringLiteral("reachLimit"));
  head_->setObjectName(QStringLiteral("reachHead"));
  head_->setWordWrap(true);
  title_->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  title_->setForegroundRole(QPalette::PlaceholderText);
  list_->useLead(kLead);
  auto* choices = new QHBoxLayout;
  choices->setSpacing(kUnit);
  choices->addWidget(from_, 1);
  choices->addWidget(vehicle_);
  choices->addWidget(limit_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addLayout(choices);
  layout->addWidget(head_);
  layout->addWidget(title_);
  layout->addWidget(list_, 1);
  for (QComboBox* choice : {from_, vehicle_, limit_})
    connect(choice, &QComboBox::currentIndexChanged, this, [this] {
      // Another question: the answer to the one before is of no use.
      refresh();
      fresh_ = true;
      if (watched_ && desk_.shown()) ask();
    });
  connect(&roads_, &RoadDesk::pictureChanged, this, &ReachPage::want);
  connect(&roads_, &RoadDesk::stateChanged, this, &ReachPage::refresh);
  connect(&desk_, &Desk::shownChanged, this, [this] {
    // Where teams are matters, and not that something else happened.
    if (watched_ && answer_ && origins().size() != answer_->question.origins.size()) want();
  });
  connect(&desk_, &Desk::selectionChanged, this, [this] {
    const bool teams = std::any_of(desk_.allSelected().begin(), desk_.allSelected().end(),
                                   [](const Selected& one) { return one.kind == Kind::team; });
    if (!watched_ || !teams || from_->currentData().toInt() != static_cast<int>(From::selected)) return;
    fresh_ = true;
    ask();
  });
  connect(list_, &BoardList::chosen, this, [this] {
    const int row = list_->markedRow();
    if (!answer_ || row < 0 || static_cast<std::size_t>(row) >= missed_.size()) return;
    emit chosen(answer_->question.places[missed_[static_cast<std::size_t>(row)]].ref);
  });
}

void ReachPage::setPlace(const std::optional<RoadTarget>& place) {
  place_ = place;
  fillChoices();
  if (from_->currentData().toInt() != static_cast<int>(From::place)) return;
  fresh_ = true;
  if (watched_ && desk_.shown()) ask();
}

void ReachPage::setWatched(bool watched) {
  if (watched == watched_) return;
  watched_ = watched;
  fresh_ = true;
  if (watched) {
    const bool teams = std::any_of(desk_.allSelected().begin(), desk_.allSelected().end(),
                                   [](const Selected& one) { return one.kind == Kind::team; });
    const QSignalBlocker quiet(from_);
    from_->setCurrentIndex(static_cast<int>(teams ? From::selected : From::free));
    want();
    refresh();
  } else {
    roads_.forget(this);
    asking_ = again_ = false;
    answer_.reset();
    emit reached(std::nullopt);
  }
}

void ReachPage::fillChoices() {
  refill(*from_, [this] {
    from_->addItem(tr("From the selected teams"), static_cast<int>(From::selected));
    from_->addItem(tr("From all free teams of our own"), static_cast<int>(From::free));
    from_->addItem(place_ ? tr("From %1").arg(place_->name.isEmpty() ? Wording::position(place_->at) : place_->name)
                          : tr("From a place: select one first"),
                   static_cast<int>(From::place));
  });
  refill(*vehicle_, [this] {
    for (const Vehicle vehicle : {Vehicle::heavy, Vehicle::car, Vehicle::crawler, Vehicle::foot})
      vehicle_->addItem(shown(textOf(vehicle)), static_cast<int>(vehicle));
  });
  if (limit_->count() == 0) {
    const QSignalBlocker quiet(limit_);
    for (const int minutes : kMinutes) limit_->addItem({}, minutes);
    limit_->setCurrentIndex(kDefaultLimit);
  }
  for (int i = 0; i < limit_->count(); ++i)
    limit_->setItemText(
        i, tr("within %1").arg(inSentence(durationText(kMinutes[static_cast<std::size_t>(i)] * kMinuteMs))));
  vehicle_->setVisible(from_->currentData().toInt() == static_cast<int>(From::place));
}

void ReachPage::retranslate() {
  fillChoices();
  refresh();
  if (answer_) draw();
}

std::vector<CoverageOrigin> ReachPage::origins() const {
  std::vector<CoverageOrigin> origins;
  const Snapshot& s = desk_.shown();
  if (!s) return origins;
  const auto add = [&](const Team& team) {
    if (const auto at = team.position()) origins.push_back({team.name, *at, vehicleOf(team)});
  };
  switch (static_cast<From>(from_->currentData().toInt())) {
    case From::selected:
      for (const Selected& one : desk_.allSelected())
        if (const Team* team = one.kind == Kind::team ? s->teams.find(one.id) : nullptr) add(*team);
      break;
    case From::free:
      s->teams.forEach([&](const Uuid&, const Team& team) {
        if (team.status == TeamStatus::available && team.authority == DispatchAuthority::own && !team.request)
          add(team);
      });
      break;
    case From::place:
      if (place_)
        origins.push_back(
            {place_->name.toStdString(), place_->at, static_cast<Vehicle>(vehicle_->currentData().toInt())});
      break;
  }
  return origins;
}

ReachPage::Question ReachPage::question() const {
  Question question;
  question.origins = origins();
  question.limitMs = limit_->currentData().toInt() * kMinuteMs;
  const Snapshot& s = desk_.shown();
  s->places.forEach([&](const Uuid& id, const fengsui::Place& place) {
    if (place.location)
      question.places.push_back(
          {{Kind::place, id}, qs(place.town), {id.text(), place.name, *place.location, place.population.value_or(0)}});
  });
  s->riskZones.forEach([&](const Uuid& id, const RiskZone& zone) {
    const auto at = zone.shape ? anchorOf(*zone.shape) : std::nullopt;
    if (at)
      question.places.push_back(
          {{Kind::riskZone, id}, qs(zone.town), {id.text(), zone.name, *at, zone.population.value_or(0)}});
  });
  return question;
}

void ReachPage::want() {
  if (!watched_ || !desk_.shown()) return;
  if (asking_)
    again_ = true;
  else
    ask();
}

void ReachPage::ask() {
  again_ = false;
  Question asked = question();
  if (asked.origins.empty()) {
    roads_.forget(this);
    answer_.reset();
    emit reached(std::nullopt);
    return refresh();
  }
  asking_ = roads_.ask<Answer>(
      this, RoadDesk::Pace::slow,
      [asked = std::move(asked)](const RoadView& view, const std::stop_token& stop) {
        Answer answer;
        answer.at = view.at;
        answer.bands = bandsOf(view, asked.origins, stop);
        std::vector<CoveredPlace> places;
        for (const Place& place : asked.places) places.push_back(place.covered);
        if (auto coverage = coverageWithin(view.roads, asked.origins, places, view.at, asked.limitMs, stop))
          answer.coverage = std::move(*coverage);
        else
          answer.trouble = coverage.error().message;
        answer.question = asked;
        return answer;
      },
      [this](Answer answer) { take(std::move(answer)); });
  refresh();
}

void ReachPage::take(Answer answer) {
  asking_ = false;
  answer_ = std::move(answer);
  missed_.clear();
  const auto& places = answer_->coverage.places;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (!places[i].ms || *places[i].ms > answer_->question.limitMs) missed_.push_back(i);
  std::stable_sort(missed_.begin(), missed_.end(), [&](std::size_t a, std::size_t b) {
    return answer_->question.places[a].covered.people > answer_->question.places[b].covered.people;
  });
  draw();
  refresh();
  if (std::exchange(fresh_, false)) {
    QRectF extent;
    for (const RoadDrawing::Band& band : answer_->bands)
      for (const QPainterPath& area : band.areas) extent |= area.boundingRect();
    if (!extent.isEmpty()) emit answered(extent);
  }
  if (again_) ask();
}

QString ReachPage::fromWords() const {
  const auto& origins = answer_->question.origins;
  if (origins.size() == 1)
    return origins.front().name.empty() ? Wording::position(origins.front().at) : qs(origins.front().name);
  return tr("%1 teams").arg(origins.size());
}

void ReachPage::draw() {
  ReachDrawing drawing;
  drawing.bands = answer_->bands;
  for (std::size_t i = 0; i < drawing.bands.size(); ++i)
    drawing.bands[i].words = inSentence(durationText(kMinutes[kMinutes.size() - 1 - i] * kMinuteMs));
  for (const std::size_t i : missed_) drawing.missed.push_back(mercatorOf(answer_->question.places[i].covered.at));
  drawing.legend = tr("From %1 at %2 · × not within %3")
                       .arg(fromWords(), qs(desk_.session().timeZone().clock(answer_->at)),
                            inSentence(durationText(answer_->question.limitMs)));
  emit reached(drawing);
}

BoardRow ReachPage::rowOf(std::size_t at) const {
  const Place& place = answer_->question.places[at];
  const PlaceCoverage& covered = answer_->coverage.places[at];
  BoardRow row;
  row.lead = place.covered.people > 0 ? Wording::count(place.covered.people) : QStringLiteral("–");
  row.title = qs(place.covered.name);
  if (!place.town.isEmpty() && place.town != row.title) row.title += QStringLiteral(" · ") + place.town;
  if (covered.ms) {
    row.corner = inSentence(durationText(*covered.ms));
    row.line = tr("first there: %1").arg(qs(answer_->question.origins[*covered.by].name));
  } else {
    row.corner = tr("no way open");
    row.cornerTone = BoardRow::Tone::bad;
    row.line = tr("nobody can come by road");
    row.lineTone = BoardRow::Tone::bad;
  }
  return row;
}

void ReachPage::refresh() {
  vehicle_->setVisible(from_->currentData().toInt() == static_cast<int>(From::place));
  std::vector<Uuid> ids;
  if (answer_ && answer_->trouble == Text{}) {
    const Coverage& c = answer_->coverage;
    const QString within = inSentence(durationText(answer_->question.limitMs));
    head_->setText(c.people > 0 ? tr("Within %1: %2 of %3 places, %4 of %5 people.")
                                      .arg(within, Wording::count(static_cast<std::int64_t>(c.covered)),
                                           Wording::count(static_cast<std::int64_t>(c.places.size())),
                                           Wording::count(c.peopleCovered), Wording::count(c.people))
                                : tr("Within %1: %2 of %3 places.")
                                      .arg(within, Wording::count(static_cast<std::int64_t>(c.covered)),
                                           Wording::count(static_cast<std::int64_t>(c.places.size()))));
    title_->setText(tr("NOT REACHED IN TIME · %1, most people first").arg(missed_.size()));
    for (const std::size_t i : missed_) ids.push_back(answer_->question.places[i].ref.id);
  } else {
    title_->clear();
    const QString state = RoadWords::state(roads_);
    const bool none = desk_.shown() && origins().empty();
    head_->setText(answer_            ? shown(answer_->trouble)
                   : !state.isEmpty() ? state
                   : none             ? tr("Nobody to set out from here: select teams on the map or in the list.")
                                      : tr("The ways are being reckoned …"));
  }
  list_->setEmptyWords(!answer_ ? QString()
                       : answer_->question.places.empty()
                           ? tr("No village or zone is registered. Import the list from a table: I.")
                           : tr("Every village and zone that is registered is reached in time."));
  list_->show(std::move(ids), [this](int row) {
    const auto at = static_cast<std::size_t>(row);
    return answer_ && at < missed_.size() ? rowOf(missed_[at]) : BoardRow{};
  });
}

void ReachPage::takeFocus() {
  from_->setFocus();
}

}  // namespace fengsui
