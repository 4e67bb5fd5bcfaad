// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foldrules.h"

namespace fengsui::foldrules {
namespace {

Figure* figureOf(Incident& incident, FigureKind kind, const std::string& source) {
  for (Figure& figure : incident.figures)
    if (figure.kind == kind && figure.source == source) return &figure;
  return nullptr;
}

// What was proposed becomes what was signed.
void add(Situation& s, const EventHeader& h, Response response, ResponseStatus status) {
  const Response* there = s.find(response.id);
  if (there && there->status != ResponseStatus::proposed) {
    openConflict(s, h, ConflictKind::registeredTwice, Kind::response, response.id.uuid, response.title);
    return;
  }
  response.status = status;
  if (there) response.stamp = there->stamp;
  touch(response.stamp, h);
  const Uuid id = response.id.uuid;
  s.responses.set(id, std::move(response));
}

}  // namespace

void apply(Situation& s, const EventHeader& h, const IncidentReported& e) {
  if (s.find(e.incident.id)) {
    openConflict(s, h, ConflictKind::registeredTwice, Kind::incident, e.incident.id.uuid, e.incident.title);
    return;
  }
  Incident incident = e.incident;
  touch(incident.stamp, h);
  s.incidents.set(e.incident.id.uuid, std::move(incident));
}

void apply(Situation& s, const EventHeader& h, const IncidentClosed& e) {
  Incident* incident = subject(s, h, e.incident);
  if (!incident) return;
  if (!incident->open()) {
    openConflict(s, h, ConflictKind::statusContradicts, Kind::incident, e.incident.uuid, e.reason);
    return;
  }
  incident->status = e.withdrawn ? IncidentStatus::withdrawn : IncidentStatus::closed;
  incident->closedAt = e.at.value_or(h.occurred);
  incident->closedBecause = e.reason;
}

void apply(Situation& s, const EventHeader& h, const IncidentReopened& e) {
  Incident* incident = subject(s, h, e.incident);
  if (!incident) return;
  if (incident->open()) {
    openConflict(s, h, ConflictKind::statusContradicts, Kind::incident, e.incident.uuid, e.reason);
    return;
  }
  incident->status = e.status;
  incident->closedAt.reset();
  incident->closedBecause.clear();
}

void apply(Situation& s, const EventHeader& h, const FigureReported& e) {
  Incident* incident = subject(s, h, e.incident);
  if (!incident) return;
  if (Figure* own = figureOf(*incident, e.figure.kind, e.figure.source)) {
    // A count with an older cut-off is history, whatever the order in which the two became known.
    if (e.figure.cutOff < own->cutOff) return;
    const bool decided = own->decided;
    *own = e.figure;
    own->decided = decided;
    return;
  }
  incident->figures.push_back(e.figure);
}

void apply(Situation& s, const EventHeader& h, const FigureWithdrawn& e) {
  Incident* incident = subject(s, h, e.incident);
  if (!incident) return;
  Figure* own = figureOf(*incident, e.figure.kind, e.figure.source);
  if (!own || own->count != e.figure.count || own->cutOff != e.figure.cutOff) {
    openConflict(s, h, ConflictKind::statusContradicts, Kind::incident, e.incident.uuid, e.figure.source);
    return;
  }
  if (e.restores)
    *own = *e.restores;
  else
    incident->figures.erase(incident->figures.begin() + (own - incident->figures.data()));
}

void apply(Situation& s, const EventHeader& h, const FigureDecided& e) {
  Incident* incident = subject(s, h, e.incident);
  if (!incident) return;
  if (!e.source.empty() && !figureOf(*incident, e.kind, e.source)) {
    openConflict(s, h, ConflictKind::statusContradicts, Kind::incident, e.incident.uuid, e.source);
    return;
  }
  for (Figure& figure : incident->figures)
    if (figure.kind == e.kind) figure.decided = !e.source.empty() && figure.source == e.source;
}

void apply(Situation& s, const EventHeader& h, const ResponseActivated& e) {
  add(s, h, e.response, ResponseStatus::active);
}

void apply(Situation& s, const EventHeader& h, const ResponseDeclined& e) {
  add(s, h, e.response, ResponseStatus::declined);
}

void apply(Situation& s, const EventHeader& h, const ResponseLevelChanged& e) {
  Response* response = subject(s, h, e.response);
  if (!response) return;
  if (response->status != ResponseStatus::active) {
    openConflict(s, h, ConflictKind::statusContradicts, Kind::response, e.response.uuid, e.to);
    return;
  }
  if (response->level != e.from && response->level != e.to)
    openConflict(s, h, ConflictKind::editedTwice, Kind::response, e.response.uuid, response->level + " / " + e.to);
  response->level = e.to;
  response->signedBy = e.signedBy;
  response->documentNumber = e.documentNumber;
  response->approver = e.approver;
  if (!e.criteria.empty()) response->criteria = e.criteria;
}

void apply(Situation& s, const EventHeader& h, const ResponseEnded& e) {
  Response* response = subject(s, h, e.response);
  if (!response) return;
  if (response->status != ResponseStatus::active) {
    openConflict(s, h, ConflictKind::statusContradicts, Kind::response, e.response.uuid, e.reason);
    return;
  }
  response->status = ResponseStatus::ended;
  response->endedAt = h.occurred;
  response->reason = e.reason;
}

void apply(Situation& s, const EventHeader& h, const ResponseResumed& e) {
  Response* response = subject(s, h, e.response);
  if (!response) return;
  if (response->status != ResponseStatus::ended) {
    openConflict(s, h, ConflictKind::statusContradicts, Kind::response, e.response.uuid, e.reason);
    return;
  }
  response->status = ResponseStatus::active;
  response->endedAt.reset();
  response->reason = e.restoresReason;
}

}  // namespace fengsui::foldrules
