// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

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
  OrderEvening(Station& station, Instant start, std::function<void(Instant)> setClock);
  /// The posts that the plans name, with their roles.
  [[nodiscard]] Outcome fillPosts();
  /// Does all that was due by @p moment and is not done yet. Without the flood plan there is nothing to do.
  void playUntil(Instant moment);
  /// The first command that was refused.
  [[nodiscard]] const Outcome& result() const { return result_; }

 private:
  void at(double minute);
  void does(const Result<Command>& command, const char* actor);
  void activate();
  void issueSome();
  void receive();
  [[nodiscard]] Responding responding() const;
  [[nodiscard]] std::vector<ChecklistItem> ready() const;

  Station& station_;
  Instant start_;
  Instant now_;
  std::function<void(Instant)> setClock_;
  PlanLibrary library_;
  Id<Response> response_;
  std::vector<Id<Order>> orders_;
  int step_ = 0;
  Outcome result_;
};

/// Plays an hour of a flood evening: reports, teams sent, asked, refused and arrived, shelters filled, supplies moved,
/// counts that differ, a mistake undone. @p setClock is called with each moment before what happens at it.
[[nodiscard]] Outcome playHour(Station& station, Instant start, const std::function<void(Instant)>& setClock);

/// What the duty desk does meanwhile: warnings, a call-out that is half way, places that report or fall silent, duty
/// reports, directives, a consultation, and a village that moves.
class DutyEvening {
 public:
  DutyEvening(Station& station, Instant start, std::function<void(Instant)> setClock);
  /// Does all that was due by @p moment and is not done yet, in its order.
  void playUntil(Instant moment);
  /// The first command that was refused.
  [[nodiscard]] const Outcome& result() const { return result_; }

 private:
  struct Line {
    double minute = 0;
    std::string actor;
    std::function<Result<Command>()> command;
  };
  void at(double minute, const char* actor, std::function<Result<Command>()> command);
  void planWarnings();
  void planReports();
  void planContacts();
  void planMove();
  void planCalls();
  [[nodiscard]] Instant moment(double minute) const { return start_.plusMs(static_cast<std::int64_t>(minute * 60000)); }
  [[nodiscard]] const Situation& s() const { return station_.situation(); }

  Station& station_;
  Instant start_;
  std::function<void(Instant)> setClock_;
  std::vector<Line> lines_;  ///< by minute
  std::size_t next_ = 0;
  Outcome result_;
};

}  // namespace fengsui::demo
