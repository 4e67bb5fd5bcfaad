// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/thingsof.h"

#include <algorithm>

namespace fengsui {
namespace {

NamedThing named(ThingSort sort, Kind kind, const Uuid& id, const std::string& name) {
  NamedThing thing;
  thing.sort = sort;
  thing.kind = kind;
  thing.id = id;
  thing.name = name;
  return thing;
}

// Somebody who is named with a thing: found by name or telephone, leads to the thing.
void addPeople(std::vector<NamedThing>& things, const NamedThing& of, const std::vector<Responsible>& people) {
  for (const Responsible& person : people) {
    if (person.name.empty()) continue;
    NamedThing thing = named(ThingSort::person, of.kind, of.id, person.name);
    thing.otherName = person.phones.empty() ? std::string() : person.phones.front();
    thing.about = person.title;
    thing.where = of.name;
    thing.at = of.at;
    thing.tier = 1;
    things.push_back(std::move(thing));
  }
}

}  // namespace

std::string aboutWords(Kind kind, Vocabulary vocabulary, std::string_view code) {
  const Text own = textOf(kind);
  std::string words;
  for (const Word& word : wordsOf(vocabulary)) {
    if (word.code != code) continue;
    words = std::string(word.zh) + ' ' + std::string(word.en) + ' ' + own.zh + ' ' + own.en + ' ' +
            std::string(word.alsoCalled);
    std::replace(words.begin(), words.end(), '|', ' ');
  }
  return words.empty() ? std::string(code) + ' ' + own.zh + ' ' + own.en : words;
}

std::vector<NamedThing> thingsOf(const Situation& s) {
  std::vector<NamedThing> things;
  s.incidents.forEach([&](const Uuid& id, const Incident& incident) {
    NamedThing thing = named(ThingSort::incident, Kind::incident, id, incident.title);
    thing.code = incident.kind;
    thing.about = aboutWords(Kind::incident, Vocabulary::incidentKind, incident.kind);
    thing.where = incident.locality;
    thing.at = incident.location;
    thing.tier = incident.open() ? 0 : 1;
    thing.recency = incident.reportedAt.ms;
    things.push_back(std::move(thing));
  });
  s.teams.forEach([&](const Uuid& id, const Team& team) {
    NamedThing thing = named(ThingSort::team, Kind::team, id, team.name);
    thing.code = team.kind;
    thing.about = aboutWords(Kind::team, Vocabulary::teamKind, team.kind);
    thing.where = team.town;
    thing.at = team.position();
    thing.tier = team.status == TeamStatus::unavailable ? 1 : 0;
    addPeople(things, thing, team.contacts);
    things.push_back(std::move(thing));
  });
  s.shelters.forEach([&](const Uuid& id, const Shelter& shelter) {
    NamedThing thing = named(ThingSort::shelter, Kind::shelter, id, shelter.name);
    thing.about = aboutWords(Kind::shelter, Vocabulary::facilityKind, {});
    thing.where = shelter.town;
    thing.at = shelter.location;
    addPeople(things, thing, shelter.responsible);
    things.push_back(std::move(thing));
  });
  s.depots.forEach([&](const Uuid& id, const Depot& depot) {
    NamedThing thing = named(ThingSort::depot, Kind::depot, id, depot.name);
    thing.about = aboutWords(Kind::depot, Vocabulary::facilityKind, {});
    thing.where = depot.town;
    thing.at = depot.location;
    addPeople(things, thing, depot.responsible);
    things.push_back(std::move(thing));
  });
  s.riskZones.forEach([&](const Uuid& id, const RiskZone& zone) {
    NamedThing thing = named(ThingSort::riskZone, Kind::riskZone, id, zone.name);
    thing.code = zone.kind;
    thing.about = aboutWords(Kind::riskZone, Vocabulary::riskZoneKind, zone.kind);
    thing.where = zone.town;
    if (zone.shape) thing.at = anchorOf(*zone.shape);
    addPeople(things, thing, zone.responsible);
    things.push_back(std::move(thing));
  });
  s.facilities.forEach([&](const Uuid& id, const Facility& facility) {
    NamedThing thing = named(ThingSort::facility, Kind::facility, id, facility.name);
    thing.code = facility.kind;
    thing.about = aboutWords(Kind::facility, Vocabulary::facilityKind, facility.kind);
    thing.where = facility.town;
    thing.at = facility.location;
    addPeople(things, thing, facility.responsible);
    things.push_back(std::move(thing));
  });
  s.roadClosures.forEach([&](const Uuid& id, const RoadClosure& closure) {
    NamedThing thing = named(ThingSort::closure, Kind::roadClosure, id, closure.name);
    const Text own = textOf(Kind::roadClosure);
    thing.about = closure.words + ' ' + own.zh + ' ' + own.en;
    if (closure.shape) thing.at = anchorOf(*closure.shape);
    thing.tier = closure.openedBecause.empty() ? 0 : 1;
    things.push_back(std::move(thing));
  });
  s.places.forEach([&](const Uuid& id, const Place& place) {
    NamedThing thing = named(ThingSort::place, Kind::place, id, place.name);
    thing.code = place.kind;
    thing.about = aboutWords(Kind::place, Vocabulary::placeKind, place.kind);
    thing.where = place.town == place.name ? std::string() : place.town;
    thing.at = place.location;
    things.push_back(std::move(thing));
  });
  s.posts.forEach([&](const Uuid& id, const Post& post) {
    NamedThing thing = named(ThingSort::post, Kind::post, id, post.name);
    const Person* holder = post.onDuty ? s.find(post.onDuty->person) : nullptr;
    const Text own = textOf(Kind::post);
    thing.about = own.zh + ' ' + own.en + (holder ? ' ' + holder->name : std::string());
    thing.where = post.organisation;
    addPeople(things, thing, post.holders);
    things.push_back(std::move(thing));
  });
  s.persons.forEach([&](const Uuid& id, const Person& person) {
    NamedThing thing = named(ThingSort::person, Kind::person, id, person.name);
    thing.otherName = person.phones.empty() ? std::string() : person.phones.front();
    thing.about = person.title;
    thing.where = person.organisation;
    things.push_back(std::move(thing));
  });
  const auto onBoards = [&](Kind kind, const Uuid& id, const std::string& name, const std::string& about,
                            const std::string& where, bool open) {
    NamedThing thing = named(ThingSort::order, kind, id, name);
    const Text own = textOf(kind);
    thing.about = about + ' ' + own.zh + ' ' + own.en;
    thing.where = where;
    thing.tier = open ? 0 : 1;
    return thing;
  };
  s.responses.forEach([&](const Uuid& id, const Response& response) {
    if (response.status != ResponseStatus::active && response.status != ResponseStatus::ended) return;
    things.push_back(onBoards(Kind::response, id, response.title, response.level + ' ' + response.documentNumber,
                              response.area, response.status == ResponseStatus::active));
  });
  s.orders.forEach([&](const Uuid& id, const Order& order) {
    if (order.number.empty()) return;
    NamedThing thing =
        onBoards(Kind::order, id, order.brief.title, order.brief.owner.name, order.brief.place, order.open());
    thing.otherName = order.number;
    things.push_back(std::move(thing));
  });
  std::erase_if(things, [](const NamedThing& thing) { return thing.name.empty(); });
  return things;
}

}  // namespace fengsui
