// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/demo/programme.h"
#include "gis/demo/district.h"
#include "journal/station.h"
#include "plans/responding.h"

namespace fengsui::demo {

// The station of the fictional district 示范区 and its evening: the same every time but for ids. Nothing in it is real.

/// Registers teams, depots, shelters, risk zones, facilities, places, posts and persons, in the proportions of a
/// district of mountains and plain.
[[nodiscard]] Outcome populate(Station& station, const DemoDistrict& district);

/// Where something of that name is: a place, a risk zone, a facility or a shelter.
[[nodiscard]] Result<Position> whereIs(const Situation& situation, const std::string& name);

/// The response of the evening with its checklist, and orders that come to different stages.
class OrderEvening {
 public:
  explicit OrderEvening(Programme& programme);
  /// The posts that the plans name, with their roles.
  [[nodiscard]] Outcome fillPosts();
  /// Says what is to happen; nothing without the flood plan.
  void plan();

 private:
  [[nodiscard]] Result<Command> activated();
  [[nodiscard]] std::vector<Command> drafted(std::size_t i);
  void planReceipts(std::size_t i);
  [[nodiscard]] Responding responding(Instant now) const;
  [[nodiscard]] std::vector<ChecklistItem> ready() const;

  Programme& programme_;
  PlanLibrary library_;
  Id<Response> response_;
  std::vector<ChecklistItem> lines_;
  std::vector<Id<Order>> orders_;
};

/// Plays an hour of a flood evening: reports, teams sent, asked, refused and arrived, shelters filled, supplies moved,
/// counts that differ, a mistake undone. @p setClock is called with each moment before what happens at it.
[[nodiscard]] Outcome playHour(Station& station, Instant start, const std::function<void(Instant)>& setClock);

/// What the duty desk does meanwhile: warnings, a call-out that is half way, places that report or fall silent, duty
/// reports, directives, a consultation, and a village that moves.
class DutyEvening {
 public:
  explicit DutyEvening(Programme& programme) : programme_(programme) {}
  void plan();

 private:
  void at(double minute, const char* actor, std::function<Result<Command>()> command);
  void planWarnings();
  void planReports();
  void planContacts();
  void planMove();
  void planCalls();
  [[nodiscard]] Instant moment(double minute) const { return programme_.moment(minute); }
  [[nodiscard]] const Situation& s() const { return programme_.situation(); }

  Programme& programme_;
};

/// What goes on in the rest of the district: water in the streets, slides on roads, villages that report, houses of
/// refuge that fill, and teams whose positions come in every half minute.
class FieldEvening {
 public:
  FieldEvening(Programme& programme, const DemoDistrict& district) : programme_(programme), district_(district) {}
  void plan();

 private:
  void planIncident(double minute, const char* title, const char* kind, const HazardPoint& at, std::size_t n);
  void planVillages();
  void planPositions();
  [[nodiscard]] const Situation& s() const { return programme_.situation(); }

  Programme& programme_;
  const DemoDistrict& district_;
};

}  // namespace fengsui::demo
