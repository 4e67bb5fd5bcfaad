// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <tuple>

#include "core/cowmap.h"
#include "core/digest.h"
#include "core/events.h"

namespace fengsui {

/// What the station's first event said about it.
struct StationFacts {
  Uuid id;
  std::string name;
  Mode mode = Mode::real;
  std::string timeZone = "Asia/Shanghai";
  std::string district;
  Instant createdAt;

  bool operator==(const StationFacts&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("name", self.name);
    field("mode", self.mode);
    field("timeZone", self.timeZone);
    field("district", self.district);
    field("createdAt", self.createdAt);
  }
};

/// A set of events, kept for the ones that were undone.
using EventSet = CowMap<EventRef, bool>;

/// Everything that is known at a moment: the fold of the events up to it. Copying costs microseconds and shares what
/// did not change.
///
/// Thread: a value; give each thread its own copy.
struct Situation {
  StationFacts station;
  CowMap<Uuid, Incident> incidents;
  CowMap<Uuid, Response> responses;
  CowMap<Uuid, Team> teams;
  CowMap<Uuid, Depot> depots;
  CowMap<Uuid, Shelter> shelters;
  CowMap<Uuid, RiskZone> riskZones;
  CowMap<Uuid, Facility> facilities;
  CowMap<Uuid, Place> places;
  CowMap<Uuid, Post> posts;
  CowMap<Uuid, Person> persons;
  CowMap<Uuid, Order> orders;
  CowMap<Uuid, ChecklistItem> checklist;
  CowMap<Uuid, Warning> warnings;
  CowMap<Uuid, Callout> callouts;
  CowMap<Uuid, Call> calls;
  CowMap<Uuid, Contact> contacts;
  CowMap<Uuid, Consultation> consultations;
  CowMap<Uuid, DutyReport> dutyReports;
  CowMap<Uuid, Directive> directives;
  CowMap<Uuid, Household> households;
  CowMap<Uuid, RoadClosure> roadClosures;
  CowMap<Uuid, Sensor> sensors;
  CowMap<Uuid, Conflict> conflicts;
  EventSet undone;

  std::uint64_t lastHlc = 0;  ///< with the next two: the order key of the last folded event
  Uuid lastOrigin;
  std::uint64_t lastSequence = 0;
  std::uint64_t eventCount = 0;

  [[nodiscard]] auto orderKey() const { return std::tuple(lastHlc, lastOrigin, lastSequence); }

  template <class Entity>
  [[nodiscard]] const CowMap<Uuid, Entity>& all() const {
    return const_cast<Situation*>(this)->all<Entity>();
  }
  template <class Entity>
  [[nodiscard]] CowMap<Uuid, Entity>& all() {
    if constexpr (std::same_as<Entity, Incident>)
      return incidents;
    else if constexpr (std::same_as<Entity, Response>)
      return responses;
    else if constexpr (std::same_as<Entity, Team>)
      return teams;
    else if constexpr (std::same_as<Entity, Depot>)
      return depots;
    else if constexpr (std::same_as<Entity, Shelter>)
      return shelters;
    else if constexpr (std::same_as<Entity, RiskZone>)
      return riskZones;
    else if constexpr (std::same_as<Entity, Facility>)
      return facilities;
    else if constexpr (std::same_as<Entity, Place>)
      return places;
    else if constexpr (std::same_as<Entity, Post>)
      return posts;
    else if constexpr (std::same_as<Entity, Person>)
      return persons;
    else if constexpr (std::same_as<Entity, Order>)
      return orders;
    else if constexpr (std::same_as<Entity, ChecklistItem>)
      return checklist;
    else if constexpr (std::same_as<Entity, Warning>)
      return warnings;
    else if constexpr (std::same_as<Entity, Callout>)
      return callouts;
    else if constexpr (std::same_as<Entity, Call>)
      return calls;
    else if constexpr (std::same_as<Entity, Contact>)
      return contacts;
    else if constexpr (std::same_as<Entity, Consultation>)
      return consultations;
    else if constexpr (std::same_as<Entity, DutyReport>)
      return dutyReports;
    else if constexpr (std::same_as<Entity, Directive>)
      return directives;
    else if constexpr (std::same_as<Entity, Household>)
      return households;
    else if constexpr (std::same_as<Entity, RoadClosure>)
      return roadClosures;
    else if constexpr (std::same_as<Entity, Sensor>)
      return sensors;
    else
      return conflicts;
  }

  template <class Entity>
  [[nodiscard]] const Entity* find(Id<Entity> id) const {
    return all<Entity>().find(id.uuid);
  }
};

/// Calls f.template operator()<Entity>() for each kind that a situation holds, conflicts last.
template <class F>
void forEachKind(F&& f) {
  f.template operator()<Incident>();
  f.template operator()<Response>();
  f.template operator()<Team>();
  f.template operator()<Depot>();
  f.template operator()<Shelter>();
  f.template operator()<RiskZone>();
  f.template operator()<Facility>();
  f.template operator()<Place>();
  f.template operator()<Post>();
  f.template operator()<Person>();
  f.template operator()<Order>();
  f.template operator()<ChecklistItem>();
  f.template operator()<Warning>();
  f.template operator()<Callout>();
  f.template operator()<Call>();
  f.template operator()<Contact>();
  f.template operator()<Consultation>();
  f.template operator()<DutyReport>();
  f.template operator()<Directive>();
  f.template operator()<Household>();
  f.template operator()<RoadClosure>();
  f.template operator()<Sensor>();
  f.template operator()<Conflict>();
}

/// Calls f.template operator()<Entity>() for the one kind. @return false for a kind that is not held.
template <class F>
void forKind(Kind kind, F&& f) {
  forEachKind([&]<class Entity>() {
    if (kindOf<Entity> == kind) f.template operator()<Entity>();
  });
}

/// BLAKE2b-256 over the canonical JSON of everything, ids ascending: equal on every station that folded the same
/// events.
[[nodiscard]] Digest hashOf(const Situation& situation);

/// The whole situation as one JSON object, a list for each kind; restricted fields too.
[[nodiscard]] Json situationToJson(const Situation& situation);

/// The whole situation as bytes, for snapshots of this fold version; Situation and back is exact.
[[nodiscard]] std::string packSituation(const Situation& situation);
/// @return Error::damaged where the bytes are not a situation.
[[nodiscard]] Result<Situation> unpackSituation(std::string_view bytes);

}  // namespace fengsui
