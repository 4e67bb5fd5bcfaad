// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foldrules.h"

namespace fengsui::foldrules {
namespace {

bool bound(const Team& team) {
  return team.status == TeamStatus::reserved || team.status == TeamStatus::enRoute ||
         team.status == TeamStatus::onScene;
}

// Binds the team to an incident, unless another one has it: the first in the total order keeps it, and somebody
// decides.
bool bind(Situation& s, const EventHeader& h, Team& team, const Assignment& assignment, TeamStatus status) {
  if (bound(team) && team.assignment && team.assignment->incident != assignment.incident) {
    openConflict(s, h, ConflictKind::teamSentTwice, Kind::team, team.id.uuid,
                 team.assignment->incident.text() + " / " + assignment.incident.text());
    return false;
  }
  if (team.status == TeamStatus::unavailable || team.status == TeamStatus::onScene ||
      (team.status == TeamStatus::enRoute && status != TeamStatus::onScene)) {
    openConflict(s, h, ConflictKind::statusContradicts, Kind::team, team.id.uuid,
                 std::string(nameOf(team.status).code) + " / " + std::string(nameOf(status).code));
    return false;
  }
  if (const Incident* incident = s.find(assignment.incident); !incident || !incident->open()) {
    openConflict(s, h, incident ? ConflictKind::statusContradicts : ConflictKind::unknownSubject, Kind::incident,
                 assignment.incident.uuid, team.name);
  }
  team.status = status;
  team.assignment = assignment;
  team.request.reset();
  return true;
}

bool contradicts(Situation& s, const EventHeader& h, const Team& team, bool fits, std::string_view what) {
  if (!fits)
    openConflict(s, h, ConflictKind::statusContradicts, Kind::team, team.id.uuid,
                 std::string(nameOf(team.status).code) + " / " + std::string(what));
  return !fits;
}

}  // namespace

void apply(Situation& s, const EventHeader& h, const TeamReserved& e) {
  if (Team* team = subject(s, h, e.team)) bind(s, h, *team, e.assignment, TeamStatus::reserved);
}

void apply(Situation& s, const EventHeader& h, const TeamSent& e) {
  if (Team* team = subject(s, h, e.team)) bind(s, h, *team, e.assignment, TeamStatus::enRoute);
}

void apply(Situation& s, const EventHeader& h, const TeamAgreed& e) {
  if (Team* team = subject(s, h, e.team)) bind(s, h, *team, e.assignment, TeamStatus::enRoute);
}

void apply(Situation& s, const EventHeader& h, const TeamAsked& e) {
  Team* team = subject(s, h, e.team);
  if (!team) return;
  if (team->request && team->request->incident != e.request.incident) {
    openConflict(s, h, ConflictKind::teamSentTwice, Kind::team, e.team.uuid,
                 team->request->incident.text() + " / " + e.request.incident.text());
    return;
  }
  team->request = e.request;
}

void apply(Situation& s, const EventHeader& h, const TeamDeclined& e) {
  Team* team = subject(s, h, e.team);
  if (!team || contradicts(s, h, *team, team->request && team->request->incident == e.incident, "declined")) return;
  team->request.reset();
}

void apply(Situation& s, const EventHeader& h, const TeamArrived& e) {
  Team* team = subject(s, h, e.team);
  if (!team) return;
  if (contradicts(s, h, *team,
                  team->status == TeamStatus::enRoute && team->assignment && team->assignment->incident == e.incident,
                  "arrived"))
    return;
  team->status = TeamStatus::onScene;
  // Who has arrived is where they were sent, until somebody says otherwise.
  const auto& destination = team->assignment->destination;
  if (destination && (!team->lastFix || team->lastFix->at <= h.occurred))
    team->lastFix = Fix{*destination, h.occurred, "arrival"};
}

void apply(Situation& s, const EventHeader& h, const TeamReleased& e) {
  Team* team = subject(s, h, e.team);
  if (!team) return;
  if (contradicts(s, h, *team, bound(*team) && team->assignment && team->assignment->incident == e.incident,
                  "released"))
    return;
  if (e.restores) return team->set(*e.restores);
  team->status = e.becomes == TeamStatus::available ? TeamStatus::available : TeamStatus::returning;
  team->assignment.reset();
}

void apply(Situation& s, const EventHeader& h, const TeamReturned& e) {
  Team* team = subject(s, h, e.team);
  if (!team || contradicts(s, h, *team, team->status == TeamStatus::returning, "returned")) return;
  team->status = TeamStatus::available;
  team->lastFix.reset();
}

void apply(Situation& s, const EventHeader& h, const TeamStoodDown& e) {
  Team* team = subject(s, h, e.team);
  if (!team || contradicts(s, h, *team, !bound(*team), "stoodDown")) return;
  team->status = TeamStatus::unavailable;
  team->unavailableBecause = e.reason;
}

void apply(Situation& s, const EventHeader& h, const TeamStoodTo& e) {
  Team* team = subject(s, h, e.team);
  if (!team || contradicts(s, h, *team, team->status == TeamStatus::unavailable, "stoodTo")) return;
  if (e.restores) return team->set(*e.restores);
  team->status = TeamStatus::available;
  team->unavailableBecause.clear();
}

void apply(Situation& s, const EventHeader& h, const TeamPositionReported& e) {
  Team* team = subject(s, h, e.team);
  if (team && (!team->lastFix || team->lastFix->at <= e.fix.at)) team->lastFix = e.fix;
}

}  // namespace fengsui::foldrules
