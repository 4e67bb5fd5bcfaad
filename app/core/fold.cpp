// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fold.h"

#include "core/eventcodec.h"
#include "core/fields.h"
#include "core/foldrules.h"
#include "core/titleof.h"

namespace fengsui {
namespace foldrules {

// The id tells what contradicts, not by how much: what somebody has resolved stays resolved when a late event changes
// the numbers.
void openConflict(Situation& s, const EventHeader& h, ConflictKind kind, Kind subjectKind, Uuid subject,
                  std::string detail, std::string_view part) {
  Conflict conflict;
  const std::string seed = h.ref.origin.text() + ':' + std::to_string(h.ref.sequence) + ':' +
                           std::string(nameOf(kind).code) + ':' + subject.text() + ':' + std::string(part);
  const Digest digest = blake2b(seed);
  std::copy_n(digest.begin(), conflict.id.bytes.size(), conflict.id.bytes.begin());
  conflict.kind = kind;
  conflict.subjectKind = subjectKind;
  conflict.subject = subject;
  conflict.detail = std::move(detail);
  conflict.event = h.ref;
  conflict.at = h.occurred;
  touch(conflict.stamp, h);
  const Uuid id = conflict.id;
  s.conflicts.set(id, std::move(conflict));
}

void apply(Situation& s, const EventHeader& h, const StationCreated& e) {
  if (!s.station.id.isNil()) {
    openConflict(s, h, ConflictKind::registeredTwice, Kind::post, e.station, e.name);
    return;
  }
  s.station = {e.station, e.name, e.mode, e.timeZone, e.district, h.occurred};
}

void apply(Situation&, const EventHeader&, const OriginOpened&) {}

template <class Entity>
void apply(Situation& s, const EventHeader& h, const Registered<Entity>& e) {
  if (s.find(e.entity.id)) {
    openConflict(s, h, ConflictKind::registeredTwice, kindOf<Entity>, e.entity.id.uuid, titleOf(e.entity));
    return;
  }
  Entity entity = e.entity;
  touch(entity.stamp, h);
  s.all<Entity>().set(e.entity.id.uuid, std::move(entity));
}

template <class Entity>
void apply(Situation& s, const EventHeader& h, const Revised<Entity>& e) {
  Entity* entity = subject(s, h, e.id);
  if (!entity) return;
  if constexpr (std::same_as<Entity, DutyReport>) {
    // What was signed stays as it was signed; what was reviewed and changed since is reviewed again.
    if (entity->signed_) {
      openConflict(s, h, ConflictKind::statusContradicts, Kind::dutyReport, e.id.uuid, entity->title);
      return;
    }
    entity->reviewed.reset();
  }
  for (const FieldChange& change : e.changes) {
    if (change.field == "id" || change.field == "stamp") continue;
    const auto now = fieldOf(*entity, change.field);
    if (!now) {
      openConflict(s, h, ConflictKind::unreadableEvent, kindOf<Entity>, e.id.uuid, change.field, change.field);
      continue;
    }
    if (*now == change.to) continue;
    // An incident that another seat closed stays closed; its status is not edited back to life.
    if constexpr (std::same_as<Entity, Incident>)
      if (change.field == "status" && !entity->open()) {
        openConflict(s, h, ConflictKind::statusContradicts, Kind::incident, e.id.uuid, canonical(change.to), "status");
        continue;
      }
    // The later of two edits of one field stands, and both are shown.
    if (*now != change.from)
      openConflict(s, h, ConflictKind::editedTwice, kindOf<Entity>, e.id.uuid,
                   // What a leader wrote, and households, are seen where they are kept, not in the list of conflicts.
                   std::same_as<Entity, Directive> || std::same_as<Entity, Household>
                       ? change.field
                       : change.field + ": " + canonical(*now) + " / " + canonical(change.to),
                   change.field);
    if (!setField(*entity, change.field, change.to))
      openConflict(s, h, ConflictKind::unreadableEvent, kindOf<Entity>, e.id.uuid, change.field, change.field);
  }
}

template <class Entity>
void apply(Situation& s, const EventHeader& h, const Retired<Entity>& e) {
  if (!s.find(e.entity.id)) {
    openConflict(s, h, ConflictKind::unknownSubject, kindOf<Entity>, e.entity.id.uuid, titleOf(e.entity));
    return;
  }
  if constexpr (std::same_as<Entity, Team>) {
    if (s.find(e.entity.id)->assignment) {
      openConflict(s, h, ConflictKind::statusContradicts, Kind::team, e.entity.id.uuid, "retired while assigned");
      return;
    }
  }
  if constexpr (std::same_as<Entity, Shelter>) {
    if (const auto people = s.find(e.entity.id)->occupants; people > 0) {
      openConflict(s, h, ConflictKind::shelterCountContradicts, Kind::shelter, e.entity.id.uuid,
                   "retired with " + std::to_string(people));
      return;
    }
  }
  s.all<Entity>().erase(e.entity.id.uuid);
}

void apply(Situation& s, const EventHeader& h, const DutyTaken& e) {
  Post* post = subject(s, h, e.post);
  if (!post) return;
  // The later of two reliefs stands, and both are shown.
  if (post->onDuty && post->onDuty->person != e.person && (!e.before || post->onDuty->person != e.before->person))
    openConflict(s, h, ConflictKind::editedTwice, Kind::post, e.post.uuid,
                 post->onDuty->person.text() + " / " + e.person.text());
  post->onDuty = Duty{e.person, e.since.value_or(h.occurred)};
}

void apply(Situation& s, const EventHeader& h, const DutyLeft& e) {
  if (Post* post = subject(s, h, e.post)) post->onDuty.reset();
}

void apply(Situation& s, const EventHeader& h, const ConflictResolved& e) {
  Conflict* conflict = s.conflicts.edit(e.conflict);
  // An entry that arrived later may have shown that nothing contradicts: then nothing is left to resolve.
  if (!conflict) return;
  // The later of two resolutions stands, and both are shown.
  if (conflict->resolvedAt && conflict->resolution != e.resolution)
    openConflict(s, h, ConflictKind::editedTwice, Kind::conflict, e.conflict,
                 conflict->resolution + " / " + e.resolution);
  conflict->resolvedAt = h.occurred;
  conflict->resolvedBy = h.actor;
  conflict->resolution = e.resolution;
  touch(conflict->stamp, h);
}

void apply(Situation& s, const EventHeader& h, const UnreadableEvent& e) {
  openConflict(s, h, ConflictKind::unreadableEvent, Kind::conflict, {}, e.type + ": " + e.why);
}

void apply(Situation&, const EventHeader&, const AbsentEvent&) {}

}  // namespace foldrules

void fold(Situation& s, const Event& event) {
  const auto& undoes = event.header.undoes;
  if (undoes && s.undone.contains(*undoes))
    foldrules::openConflict(s, event.header, ConflictKind::undoneTwice, Kind::conflict, {}, typeOf(event.body));
  else
    std::visit([&](const auto& body) { foldrules::apply(s, event.header, body); },
               static_cast<const EventVariant&>(event.body));
  if (undoes) s.undone.set(*undoes, true);
  s.lastHlc = event.header.hlc;
  s.lastOrigin = event.header.ref.origin;
  s.lastSequence = event.header.ref.sequence;
  ++s.eventCount;
}

}  // namespace fengsui
