// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "journal/station.h"
#include "plans/responding.h"

namespace fengsui::demo {

/// A small fictional district, 示范区: the same every time but for ids. Nothing in it is real.

/// The corner and size of the fictional district, degrees.
inline constexpr double kWest = 116.40, kSouth = 40.20, kEast = 116.72, kNorth = 40.48;

/// Registers teams, depots, shelters, risk zones, facilities, places, posts and persons.
[[nodiscard]] Outcome populate(Station& station);

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

}  // namespace fengsui::demo
