// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/entities/incident.h"
#include "core/entities/team.h"

// What happens to teams; see core/events.h.

namespace fengsui {

struct TeamReserved {
  static constexpr std::string_view type = "team.reserved";
  Id<Team> team;
  Assignment assignment;
  std::optional<TeamState> was = {};  ///< where it was anything but simply available
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
    field("assignment", self.assignment);
    field("was", self.was);
  }
};

struct TeamAsked {
  static constexpr std::string_view type = "team.asked";
  Id<Team> team;
  Request request;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
    field("request", self.request);
  }
};

/// Whoever commands the team said yes: it is on its way.
struct TeamAgreed {
  static constexpr std::string_view type = "team.agreed";
  Id<Team> team;
  std::string by;
  Assignment assignment;
  std::optional<TeamState> was = {};  ///< where it was anything but simply available
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
    field("by", self.by);
    field("assignment", self.assignment);
    field("was", self.was);
  }
};

struct TeamDeclined {
  static constexpr std::string_view type = "team.declined";
  Id<Team> team;
  Id<Incident> incident;
  std::string by;
  std::string reason;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
    field("incident", self.incident);
    field("by", self.by);
    field("reason", self.reason);
  }
};

struct TeamSent {
  static constexpr std::string_view type = "team.sent";
  static constexpr int version = 2;  ///< 1 had the travel time "etaS" instead of the moment "assignment.etaAt"
  Id<Team> team;
  Assignment assignment;
  std::optional<Position> from;       ///< the whereabouts that the decision used
  std::optional<TeamState> was = {};  ///< where it was anything but simply available
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
    field("assignment", self.assignment);
    field("from", self.from);
    field("was", self.was);
  }
};

struct TeamArrived {
  static constexpr std::string_view type = "team.arrived";
  Id<Team> team;
  Id<Incident> incident;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
    field("incident", self.incident);
  }
};

/// No longer bound to its incident: on its way home, or free at once where it had not left.
struct TeamReleased {
  static constexpr std::string_view type = "team.released";
  Id<Team> team;
  Id<Incident> incident;
  TeamStatus becomes = TeamStatus::returning;
  std::string reason;
  std::optional<TeamState> restores = {};  ///< where an order was taken back
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
    field("incident", self.incident);
    field("becomes", self.becomes);
    field("reason", self.reason);
    field("restores", self.restores);
  }
};

struct TeamReturned {
  static constexpr std::string_view type = "team.returned";
  Id<Team> team;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
  }
};

struct TeamStoodDown {
  static constexpr std::string_view type = "team.stoodDown";
  Id<Team> team;
  std::string reason;
  std::optional<TeamState> was = {};  ///< where it was anything but simply available
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
    field("reason", self.reason);
    field("was", self.was);
  }
};

struct TeamStoodTo {
  static constexpr std::string_view type = "team.stoodTo";
  Id<Team> team;
  std::optional<TeamState> was = {};       ///< where it was anything but simply available
  std::optional<TeamState> restores = {};  ///< where standing down was taken back
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
    field("was", self.was);
    field("restores", self.restores);
  }
};

/// Told by a person. What trackers send goes to the series store, not here.
struct TeamPositionReported {
  static constexpr std::string_view type = "team.positionReported";
  Id<Team> team;
  Fix fix;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("team", self.team);
    field("fix", self.fix);
  }
};

}  // namespace fengsui
