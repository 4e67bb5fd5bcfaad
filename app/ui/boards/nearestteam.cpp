// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/nearestteam.h"

#include <tuple>

namespace fengsui {

std::optional<NearestTeam> nearestTeamTo(const Situation& s, Position where) {
  std::optional<NearestTeam> best;
  s.teams.forEach([&](const Uuid&, const Team& team) {
    const auto at = team.position();
    if (!at || team.status != TeamStatus::available) return;
    const NearestTeam one{&team, distanceM(*at, where)};
    const auto rank = [](const NearestTeam& of) { return std::tuple(of.team->authority, of.straightM); };
    if (!best || rank(one) < rank(*best)) best = one;
  });
  return best;
}

const Candidate* firstFree(const Situation& s, std::span<const Candidate> byRoad) {
  const Candidate* toAsk = nullptr;
  for (const Candidate& one : byRoad) {
    const Team* team = s.teams.find(one.team.uuid);
    if (!team || team->status != TeamStatus::available || team->request || !one.arrival || !one.arrival->route)
      continue;
    if (team->authority == DispatchAuthority::own) return &one;
    if (!toAsk || one.arrival->at < toAsk->arrival->at) toAsk = &one;
  }
  return toAsk;
}

std::optional<Position> whereIs(const Situation& s, const Contact& contact) {
  if (contact.location) return contact.location;
  if (const Place* place = s.places.find(contact.who.subject); place && place->location) return place->location;
  std::optional<Position> found;
  s.places.forEach([&](const Uuid&, const Place& place) {
    if (place.name == contact.who.name && (contact.town.empty() || place.town == contact.town) && place.location)
      found = place.location;
  });
  if (found) return found;
  s.riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
    if (zone.name == contact.who.name && zone.shape) found = anchorOf(*zone.shape);
  });
  return found;
}

}  // namespace fengsui
