// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/thingrows.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "ui/lists/thingwords.h"

namespace fengsui {
namespace {

// What a list sorts by: smaller comes first.
struct Listed {
  ThingRow row;
  std::int64_t urgency = 0;
  std::int64_t newest = 0;
  const std::string* name = nullptr;
};

std::int64_t urgencyOf(const Incident& i) {
  const int level = i.level ? 1 + static_cast<int>(*i.level) : 0;
  return (i.open() ? 0 : 100) - level;
}
std::int64_t urgencyOf(const Team& t) {
  if (t.request) return 0;  // somebody owes an answer
  switch (t.status) {
    case TeamStatus::available:
      return t.authority == DispatchAuthority::own ? 1 : 2;
    case TeamStatus::returning:
      return 3;
    case TeamStatus::reserved:
      return 4;
    case TeamStatus::enRoute:
      return 5;
    case TeamStatus::onScene:
      return 6;
    case TeamStatus::unavailable:
      return 7;
  }
  return 7;
}
std::int64_t urgencyOf(const Shelter& s) {
  // Open ones first, the fullest of them on top; then the largest that could be opened.
  const auto places = s.places().value_or(0);
  if (s.status == ShelterStatus::open)
    return places > 0 ? -1000 * s.occupants / places - 1'000'000 : -1'000'000 - s.occupants;
  return -places;
}
std::int64_t urgencyOf(const Depot& d) {
  return d.tier ? static_cast<std::int64_t>(*d.tier) : 9;
}
std::int64_t urgencyOf(const RiskZone& z) {
  const std::int64_t people = std::min<std::int64_t>(z.population.value_or(0), 999'999);
  return -(z.colour ? 1 + static_cast<std::int64_t>(*z.colour) : 0) * 1'000'000 - people;
}
template <class Entity>
std::int64_t urgencyOf(const Entity&) {
  return 0;
}
std::int64_t urgencyOf(const RoadClosure& c, Instant now) {
  return c.holdsAt(now) ? 0 : c.aheadOf(now) ? 1 : 2;
}
template <class Entity>
std::int64_t urgencyOf(const Entity& e, Instant) {
  return urgencyOf(e);
}

bool wantsAttention(const Incident& i) {
  return i.open();
}
bool wantsAttention(const Team& t) {
  return t.status == TeamStatus::available && !t.request;
}
bool wantsAttention(const Shelter& s) {
  return s.status == ShelterStatus::open;
}
template <class Entity>
bool wantsAttention(const Entity&) {
  return false;
}

bool isListed(const Incident& i) {
  return i.status != IncidentStatus::withdrawn;
}
template <class Entity>
bool isListed(const Entity&) {
  return true;
}

std::int64_t momentOf(const Incident& i) {
  return i.reportedAt.ms;
}
template <class Entity>
std::int64_t momentOf(const Entity& e) {
  return static_cast<std::int64_t>(e.stamp.hlc >> 16);
}

template <class Entity>
std::optional<Position> placeIn(const Entity& e) {
  if constexpr (std::same_as<Entity, Team>)
    return e.position();
  else if constexpr (std::same_as<Entity, RiskZone> || std::same_as<Entity, RoadClosure>)
    return e.shape ? anchorOf(*e.shape) : std::nullopt;
  else if constexpr (requires { e.location; })
    return e.location;
  else
    return std::nullopt;
}

void lower(std::string& text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
}

std::vector<std::string> wordsIn(std::string text) {
  lower(text);
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + ' ') {
    if (c != ' ' && c != '\t') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

template <class Entity>
ThingRows listedOf(const Situation& s, const ListQuery& query) {
  const auto wanted = wordsIn(query.filter);
  ThingRows answer;
  std::vector<Listed> candidates;
  s.all<Entity>().forEach([&](const Uuid& id, const Entity& e) {
    if (!isListed(e)) return;
    ++answer.all;
    if constexpr (std::same_as<Entity, RoadClosure>)
      answer.attention += e.holdsAt(query.now);
    else
      answer.attention += wantsAttention(e);
    if (!wanted.empty()) {
      std::string all = searchedText(e);
      lower(all);
      for (const std::string& word : wanted)
        if (all.find(word) == std::string::npos) return;
    }
    Listed candidate;
    candidate.row.ref = {kindOf<Entity>, id};
    candidate.urgency = urgencyOf(e, query.now);
    candidate.newest = momentOf(e);
    candidate.name = &titleOf(e);
    if (const auto at = query.from ? placeIn(e) : std::nullopt) candidate.row.distanceM = distanceM(*query.from, *at);
    candidates.push_back(std::move(candidate));
  });
  const auto distance = [](const Listed& c) { return c.row.distanceM.value_or(std::numeric_limits<double>::max()); };
  std::sort(candidates.begin(), candidates.end(), [&](const Listed& a, const Listed& b) {
    if (query.order == ListOrder::nearest && distance(a) != distance(b)) return distance(a) < distance(b);
    if (query.order == ListOrder::urgent && a.urgency != b.urgency) return a.urgency < b.urgency;
    if (kindOf<Entity> == Kind::incident && query.order != ListOrder::name && a.newest != b.newest)
      return a.newest > b.newest;
    if (*a.name != *b.name) return *a.name < *b.name;
    return a.row.ref.id < b.row.ref.id;
  });
  answer.rows.reserve(candidates.size());
  for (Listed& candidate : candidates) answer.rows.push_back(candidate.row);
  if constexpr (std::same_as<Entity, Incident>) {
    std::map<Uuid, int> teams;
    s.teams.forEach([&](const Uuid&, const Team& team) {
      if (team.assignment) ++teams[team.assignment->incident.uuid];
    });
    for (ThingRow& row : answer.rows)
      if (const auto bound = teams.find(row.ref.id); bound != teams.end()) row.teams = bound->second;
  }
  return answer;
}

}  // namespace

ThingRows listed(const Situation& situation, const ListQuery& query) {
  ThingRows rows;
  forKind(query.kind, [&]<class Entity>() {
    if constexpr (!std::same_as<Entity, Conflict>) rows = listedOf<Entity>(situation, query);
  });
  return rows;
}

const std::vector<ListOrder>& ordersOf(Kind kind) {
  static const std::vector<ListOrder> incidents{ListOrder::urgent, ListOrder::newest, ListOrder::nearest,
                                                ListOrder::name};
  static const std::vector<ListOrder> others{ListOrder::urgent, ListOrder::nearest, ListOrder::name};
  return kind == Kind::incident ? incidents : others;
}

bool canSetOut(const Team& team) {
  return team.status == TeamStatus::available || team.status == TeamStatus::returning;
}

TeamStands standing(const Team& team, Id<Incident> incident) {
  if ((team.assignment && team.assignment->incident == incident) ||
      (team.request && team.request->incident == incident))
    return TeamStands::here;
  return canSetOut(team) && !team.request ? TeamStands::free : TeamStands::bound;
}

std::vector<ThingRow> teamsFor(const Situation& situation, const Incident& incident, std::span<const Candidate> byRoad,
                               Instant now) {
  ListQuery query{Kind::team, ListOrder::nearest, {}, incident.location, now};
  auto rows = listed(situation, query).rows;
  const auto group = [&](const ThingRow& row) {
    return static_cast<int>(standing(*situation.teams.find(row.ref.id), incident.id));
  };
  for (const Candidate& one : byRoad) {
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const ThingRow& r) { return r.ref.id == one.team.uuid; });
    if (row == rows.end()) continue;
    row->noWay = !one.arrival || !one.arrival->route;
    if (row->noWay) continue;
    row->thereAt = one.arrival->at;
    row->takesMs = one.arrival->at.ms - one.arrival->route->depart.ms;
  }
  const auto rank = [&](const ThingRow& row) {
    return std::tuple(group(row), row.noWay, row.thereAt ? row.thereAt->ms : std::numeric_limits<std::int64_t>::max());
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const ThingRow& a, const ThingRow& b) { return rank(a) < rank(b); });
  return rows;
}

int nearestFree(const Situation& situation, const std::vector<ThingRow>& rows, Id<Incident> incident) {
  int asked = -1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Team* team = situation.teams.find(rows[i].ref.id);
    if (!team || standing(*team, incident) != TeamStands::free || rows[i].noWay) continue;
    if (team->authority == DispatchAuthority::own) return static_cast<int>(i);
    if (asked < 0) asked = static_cast<int>(i);
  }
  return asked;
}

std::optional<Position> placeOf(const Situation& situation, const Selected& thing) {
  std::optional<Position> place;
  forKind(thing.kind, [&]<class Entity>() {
    if constexpr (!std::same_as<Entity, Conflict>)
      if (const Entity* e = situation.all<Entity>().find(thing.id)) place = placeIn(*e);
  });
  return place;
}

}  // namespace fengsui
