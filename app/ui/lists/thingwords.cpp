// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/thingwords.h"

#include "core/derive.h"
#include "ui/desk/closurefacts.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

const QString kDot = QStringLiteral(" · ");

QString joined(std::initializer_list<QString> parts) {
  QStringList filled;
  for (const QString& part : parts)
    if (!part.isEmpty()) filled << part;
  return filled.join(kDot);
}

QString distanceWords(const ThingRow& row) {
  return row.distanceM ? Wording::distance(*row.distanceM) : QString();
}

// By road where that is known; a straight line says that it is one.
QString reachWords(const ThingRow& row, const TimeZone& zone) {
  if (row.thereAt) return qs(zone.clock(*row.thereAt)) + kDot + inSentence(durationText(row.takesMs));
  if (row.noWay) return WordsOf::tr("no way open");
  return row.distanceM ? WordsOf::tr("%1 straight").arg(Wording::distance(*row.distanceM)) : QString();
}

void append(std::string& all, std::string_view part) {
  all += part;
  all += '\n';
}
void append(std::string& all, const Text& text) {
  append(all, text.en);
  append(all, text.zh);
}

}  // namespace

ThingWords WordsOf::incident(const Incident& i, const ThingRow& row, Instant now) {
  ThingWords words;
  words.symbol = symbolOf(i);
  words.title = qs(i.title);
  words.corner = Wording::age(now.ms - i.reportedAt.ms);
  if (i.level) words.chip = {shown(textOf(*i.level)), levelColour(i.level, tokens())};
  // Where it is before how it stands: the end is what gives way on a small screen.
  words.line = joined({qs(i.locality), shown(textOf(i.status))});
  words.dim = !i.open();
  if (i.open()) {
    words.right = row.teams > 1 ? tr("%1 teams").arg(row.teams) : row.teams ? tr("1 team") : tr("no team yet");
    if (!row.teams) words.rightTone = ThingWords::Tone::bad;
  }
  return words;
}

ThingWords WordsOf::team(const Situation& s, const Team& team, const ThingRow& row,
                         const std::optional<Id<Incident>>& at) {
  ThingWords words;
  words.symbol = symbolOf(team);
  words.title = qs(team.name);
  words.corner = distanceWords(row);
  words.right = inSentence(textOf(Vocabulary::teamKind, team.kind));
  QString state = shown(textOf(team.status));
  if (at) {
    words.corner = reachWords(row, zoneOf(s));
    const TeamStands stands = standing(team, *at);
    if (team.request)
      state = stands == TeamStands::here ? tr("asked, no answer yet") : tr("asked for another incident");
    else if (team.assignment && stands != TeamStands::here)
      state += kDot + tr("elsewhere");
    if (team.authority == DispatchAuthority::asked && stands == TeamStands::free)
      state +=
          kDot + (team.askedThrough.empty() ? tr("must be asked") : tr("ask through %1").arg(qs(team.askedThrough)));
    if (stands == TeamStands::here) words.lineTone = ThingWords::Tone::good;
    words.dim = stands == TeamStands::bound;
  } else {
    const auto incident = team.request      ? std::optional(team.request->incident)
                          : team.assignment ? std::optional(team.assignment->incident)
                                            : std::nullopt;
    const Incident* target = incident ? s.find(*incident) : nullptr;
    if (team.request) {
      state = tr("asked, no answer yet");
      words.lineTone = ThingWords::Tone::bad;
    }
    state = joined({state, target ? qs(target->title) : qs(team.town)});
    words.dim = team.status == TeamStatus::unavailable;
  }
  words.line = state;
  return words;
}

ThingWords WordsOf::depot(const Depot& depot, const ThingRow& row) {
  ThingWords words;
  words.symbol = symbolOf(depot);
  words.title = qs(depot.name);
  words.corner = distanceWords(row);
  words.line = joined({depot.tier ? shown(textOf(*depot.tier)) : QString(), qs(depot.town)});
  const auto lines = static_cast<int>(depot.stocks.size());
  words.right = lines == 0 ? tr("nothing listed") : lines == 1 ? tr("1 item") : tr("%1 items").arg(lines);
  return words;
}

ThingWords WordsOf::shelter(const Shelter& shelter, const ThingRow& row) {
  ThingWords words;
  words.symbol = symbolOf(shelter);
  words.title = qs(shelter.name);
  words.corner = distanceWords(row);
  words.line = joined({shown(textOf(shelter.status)), qs(shelter.town)});
  const bool open = shelter.status == ShelterStatus::open;
  if (open) words.lineTone = ThingWords::Tone::good;
  const auto places = shelter.places();
  if (open && places)
    words.right = tr("%1 of %2").arg(Wording::count(shelter.occupants), Wording::count(*places));
  else if (places)
    words.right = tr("room for %1").arg(Wording::count(*places));
  if (places && shelter.occupants > *places) words.rightTone = ThingWords::Tone::bad;
  return words;
}

ThingWords WordsOf::zone(const RiskZone& zone, const ThingRow& row) {
  ThingWords words;
  words.symbol = symbolOf(zone);
  words.title = qs(zone.name);
  words.corner = distanceWords(row);
  if (zone.colour) words.chip = {shown(textOf(*zone.colour)), riskColour(zone.colour, tokens())};
  words.line = joined({shown(textOf(Vocabulary::riskZoneKind, zone.kind)), qs(zone.town)});
  if (zone.population) words.right = tr("%1 people").arg(Wording::count(*zone.population));
  return words;
}

ThingWords WordsOf::facility(const Facility& facility, const ThingRow& row) {
  ThingWords words;
  words.symbol = symbolOf(facility);
  words.title = qs(facility.name);
  words.corner = distanceWords(row);
  words.line = joined({shown(textOf(Vocabulary::facilityKind, facility.kind)), qs(facility.town)});
  if (facility.capacity) words.right = tr("%1 people").arg(Wording::count(*facility.capacity));
  return words;
}

ThingWords WordsOf::closure(const Situation& s, const RoadClosure& closure, const ThingRow& row, Instant now) {
  ThingWords words;
  words.symbol = symbolOf(closure, now);
  words.title = qs(closure.name);
  words.corner = distanceWords(row);
  words.line =
      joined({ClosureFacts::state(closure, now), ClosureFacts::when(closure, now, zoneOf(s)), qs(closure.words)});
  words.right = closure.vehicles.empty() ? QString() : ClosureFacts::forWhom(closure);
  if (closure.holdsAt(now)) words.lineTone = ThingWords::Tone::bad;
  words.dim = !closure.aheadOf(now);
  return words;
}

std::optional<ThingWords> WordsOf::row(const Situation& s, const ThingRow& row, Instant now,
                                       const std::optional<Id<Incident>>& at) {
  const auto said = [&](const auto* entity, auto&& words) -> std::optional<ThingWords> {
    return entity ? std::optional<ThingWords>(words(*entity)) : std::nullopt;
  };
  switch (row.ref.kind) {
    case Kind::incident:
      return said(s.incidents.find(row.ref.id), [&](const auto& e) { return incident(e, row, now); });
    case Kind::team:
      return said(s.teams.find(row.ref.id), [&](const auto& e) { return team(s, e, row, at); });
    case Kind::depot:
      return said(s.depots.find(row.ref.id), [&](const auto& e) { return depot(e, row); });
    case Kind::shelter:
      return said(s.shelters.find(row.ref.id), [&](const auto& e) { return shelter(e, row); });
    case Kind::riskZone:
      return said(s.riskZones.find(row.ref.id), [&](const auto& e) { return zone(e, row); });
    case Kind::facility:
      return said(s.facilities.find(row.ref.id), [&](const auto& e) { return facility(e, row); });
    case Kind::roadClosure:
      return said(s.roadClosures.find(row.ref.id), [&](const auto& e) { return closure(s, e, row, now); });
    default:
      return std::nullopt;
  }
}

std::string searchedText(const Incident& i) {
  std::string all;
  for (const std::string* part : {&i.title, &i.locality, &i.address, &i.leadDepartment, &i.note}) append(all, *part);
  append(all, textOf(Vocabulary::incidentKind, i.kind));
  append(all, textOf(i.status));
  if (i.level) append(all, textOf(*i.level));
  return all;
}

std::string searchedText(const Team& team) {
  std::string all;
  for (const std::string* part : {&team.name, &team.key, &team.town, &team.equipment, &team.askedThrough})
    append(all, *part);
  append(all, textOf(Vocabulary::teamKind, team.kind));
  append(all, textOf(team.status));
  for (const std::string& capability : team.capabilities) append(all, textOf(Vocabulary::capability, capability));
  return all;
}

std::string searchedText(const Depot& depot) {
  std::string all;
  for (const std::string* part : {&depot.name, &depot.key, &depot.town, &depot.address}) append(all, *part);
  for (const StockLine& line : depot.stocks) append(all, line.item);
  return all;
}

std::string searchedText(const Shelter& shelter) {
  std::string all;
  for (const std::string* part : {&shelter.name, &shelter.key, &shelter.town, &shelter.address}) append(all, *part);
  append(all, textOf(shelter.status));
  if (shelter.shelterClass) append(all, textOf(*shelter.shelterClass));
  return all;
}

std::string searchedText(const RiskZone& zone) {
  std::string all;
  for (const std::string* part : {&zone.name, &zone.key, &zone.town}) append(all, *part);
  append(all, textOf(Vocabulary::riskZoneKind, zone.kind));
  if (zone.colour) append(all, textOf(*zone.colour));
  return all;
}

std::string searchedText(const RoadClosure& closure) {
  std::string all;
  for (const std::string* part : {&closure.name, &closure.words, &closure.openedBecause}) append(all, *part);
  append(all, textOf(Kind::roadClosure));
  append(all, textOf(closure.source));
  return all;
}

std::string searchedText(const Facility& facility) {
  std::string all;
  for (const std::string* part : {&facility.name, &facility.key, &facility.town, &facility.address}) append(all, *part);
  append(all, textOf(Vocabulary::facilityKind, facility.kind));
  return all;
}

}  // namespace fengsui
