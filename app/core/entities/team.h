// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/person.h"
#include "core/geo.h"

namespace fengsui {

struct Incident;

/// Whether this level commands the team, or asks whoever does (调度权属).
enum class DispatchAuthority { own, asked };

template <>
inline constexpr auto namesOf<DispatchAuthority> = std::to_array<EnumName<DispatchAuthority>>({
    {DispatchAuthority::own, "own", "own command", "本级指挥"},
    {DispatchAuthority::asked, "asked", "asked through others", "商请调用"},
});

enum class TeamStatus { available, reserved, enRoute, onScene, returning, unavailable };

template <>
inline constexpr auto namesOf<TeamStatus> = std::to_array<EnumName<TeamStatus>>({
    {TeamStatus::available, "available", "available", "待命"},
    {TeamStatus::reserved, "reserved", "reserved", "预定"},
    {TeamStatus::enRoute, "enRoute", "on the way", "途中"},
    {TeamStatus::onScene, "onScene", "on scene", "到场"},
    {TeamStatus::returning, "returning", "returning", "返回"},
    {TeamStatus::unavailable, "unavailable", "unavailable", "不可用"},
});

/// Where something was, when, and who says so.
struct Fix {
  Position position;
  Instant at;
  std::string source;  ///< "radio", "telephone", "GPS" …

  bool operator==(const Fix&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("position", self.position);
    field("at", self.at);
    field("source", self.source);
  }
};

/// What a team is on its way to or working at.
struct Assignment {
  Id<Incident> incident;
  std::optional<Position> destination;
  std::string task;
  Instant since;
  std::optional<Instant> etaAt;

  bool operator==(const Assignment&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("incident", self.incident);
    field("destination", self.destination);
    field("task", self.task);
    field("since", self.since);
    field("etaAt", self.etaAt);
  }
};

/// A request for a team that others command, not answered yet.
struct Request {
  Id<Incident> incident;
  std::string through;
  std::string task;
  Instant since;

  bool operator==(const Request&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("incident", self.incident);
    field("through", self.through);
    field("task", self.task);
    field("since", self.since);
  }
};

/// What a team is doing, as far as orders change it.
struct TeamState {
  TeamStatus status = TeamStatus::available;
  std::string unavailableBecause;
  std::optional<Assignment> assignment;
  std::optional<Request> request;

  bool operator==(const TeamState&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("status", self.status);
    field("unavailableBecause", self.unavailableBecause);
    field("assignment", self.assignment);
    field("request", self.request);
  }
};

/// A response team: people and vehicles that go somewhere together.
struct Team {
  Id<Team> id;
  std::string key;
  std::string name;
  std::string kind;  ///< Vocabulary::teamKind
  DispatchAuthority authority = DispatchAuthority::own;
  std::string askedThrough;               ///< whom to ask, where authority is asked
  std::vector<std::string> capabilities;  ///< Vocabulary::capability
  std::optional<std::int64_t> strength;   ///< persons
  std::string equipment;
  std::string town;
  std::optional<Position> home;
  std::vector<Responsible> contacts;
  TeamStatus status = TeamStatus::available;
  std::string unavailableBecause;
  std::optional<Fix> lastFix;
  std::optional<Assignment> assignment;  ///< while reserved, enRoute or onScene
  std::optional<Request> request;
  Attributes attributes;
  Stamp stamp;

  bool operator==(const Team&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("name", self.name);
    field("kind", self.kind);
    field("authority", self.authority);
    field("askedThrough", self.askedThrough);
    field("capabilities", self.capabilities);
    field("strength", self.strength);
    field("equipment", self.equipment);
    field("town", self.town);
    field("home", self.home);
    field("contacts", self.contacts, Shown::restricted);
    field("status", self.status);
    field("unavailableBecause", self.unavailableBecause);
    field("lastFix", self.lastFix);
    field("assignment", self.assignment);
    field("request", self.request);
    field("attributes", self.attributes);
    field("stamp", self.stamp);
  }

  [[nodiscard]] TeamState state() const { return {status, unavailableBecause, assignment, request}; }
  void set(const TeamState& state) {
    status = state.status;
    unavailableBecause = state.unavailableBecause;
    assignment = state.assignment;
    request = state.request;
  }
  /// The best known whereabouts: the last fix, else home.
  [[nodiscard]] std::optional<Position> position() const {
    if (lastFix) return lastFix->position;
    return home;
  }
};
template <>
inline constexpr Kind kindOf<Team> = Kind::team;

}  // namespace fengsui
