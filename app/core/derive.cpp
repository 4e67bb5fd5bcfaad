// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/derive.h"

#include <limits>
#include <set>

#include "core/hlc.h"

namespace fengsui {

std::optional<std::int64_t> staleMs(const Team& team, Instant now) {
  if (team.status != TeamStatus::enRoute && team.status != TeamStatus::returning) return std::nullopt;
  Instant seen = team.assignment ? team.assignment->since : hlc::instantOf(team.stamp.hlc);
  if (team.lastFix) seen = std::max(seen, team.lastFix->at);
  const std::int64_t age = now.ms - seen.ms;
  return age > kStaleAfterMs ? std::optional(age) : std::nullopt;
}

TimeZone zoneOf(const Situation& situation) {
  return TimeZone::named(situation.station.timeZone).value_or(TimeZone::utc());
}

const Figure* figureThatHolds(const Incident& incident, FigureKind kind) {
  const Figure* best = nullptr;
  for (const Figure& figure : incident.figures) {
    if (figure.kind != kind) continue;
    if (figure.decided) return &figure;
    if (!best || figure.count > best->count) best = &figure;
  }
  return best;
}

Overview overviewOf(const Situation& s, Instant now) {
  Overview o;
  std::set<Uuid> attended;
  s.teams.forEach([&](const Uuid&, const Team& team) {
    if (team.assignment) attended.insert(team.assignment->incident.uuid);
    if (team.request) {
      attended.insert(team.request->incident.uuid);
      ++o.unanswered;
    }
    o.teamsFree += team.status == TeamStatus::available;
    o.teamsOut += team.status == TeamStatus::enRoute || team.status == TeamStatus::onScene;
    if (team.status != TeamStatus::enRoute || !team.assignment || !team.assignment->etaAt) return;
    const Instant eta = *team.assignment->etaAt;
    if (eta < now)
      ++o.late;
    else if (!o.next || eta < *o.next)
      o.next = eta;
  });
  s.incidents.forEach([&](const Uuid& id, const Incident& incident) {
    if (!incident.open()) return;
    ++o.openIncidents;
    o.unattended += !attended.contains(id);
  });
  s.shelters.forEach([&](const Uuid&, const Shelter& shelter) {
    // Other stations' events may carry any number.
    if (__builtin_add_overflow(o.sheltered, shelter.occupants, &o.sheltered))
      o.sheltered = std::numeric_limits<std::int64_t>::max();
    const auto places = shelter.places();
    o.overCapacity += places && shelter.occupants > *places;
  });
  s.conflicts.forEach([&](const Uuid&, const Conflict& conflict) { o.conflicts += !conflict.resolvedAt; });
  return o;
}

}  // namespace fengsui
