// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/dutyrules.h"
#include "core/situation.h"

// What follows at the duty desk from the situation and the clock; pure, never stored. Pointers point into the situation
// that was given and live as long as it does.

namespace fengsui {

// ---- call-outs

/// How far a call-out has come. The three rates stand beside each other: 触达, 叫醒, 回应.
struct CalloutRates {
  std::int64_t all = 0;
  std::array<std::int64_t, 4> reached{};  ///< by CallStage: at least so far; [waiting] is everybody
  std::array<std::int64_t, 4> inTime{};   ///< of these, before the goal's time was over
  Instant goalAt;
  std::int64_t goalPercent = 0;

  /// 0–100, rounded down: 94.9 % is not 95 %.
  [[nodiscard]] std::int64_t percent(CallStage stage) const { return share(reached, stage); }
  [[nodiscard]] std::int64_t percentInTime(CallStage stage) const { return share(inTime, stage); }
  [[nodiscard]] bool met(CallStage stage) const { return all > 0 && percentInTime(stage) >= goalPercent; }

 private:
  [[nodiscard]] std::int64_t share(const std::array<std::int64_t, 4>& of, CallStage stage) const {
    return all == 0 ? 0 : of[static_cast<std::size_t>(stage)] * 100 / all;
  }
};
[[nodiscard]] CalloutRates ratesOf(const Situation& s, const Callout& callout);

/// The next rung of somebody's ladder.
struct PendingCallRung {
  Id<Call> call;
  std::int64_t rung = 0;
  std::string whom;  ///< Rung::whom
  Instant dueAt;
};

/// Somebody who has not said it back.
struct Unreached {
  const Call* call = nullptr;
  bool held = false;  ///< a caller has him now
  std::optional<PendingCallRung> next;
};
/// Most people at risk first, then by town, place and name.
[[nodiscard]] std::vector<Unreached> unreachedOf(const Situation& s, const Callout& callout, Instant now);

/// Every rung that is still to be climbed in call-outs that are open, the next first. @p dueBy leaves out those after
/// it.
[[nodiscard]] std::vector<PendingCallRung> pendingCallRungs(const Situation& s, std::optional<Instant> dueBy = {});

// ---- places that owe a report

struct SilentPlace {
  const Contact* contact = nullptr;
  Instant dueAt;                  ///< it should have been heard of by then
  std::optional<Instant> lastAt;  ///< nothing: never since it owes
  std::int64_t silentMs = 0;      ///< since it was last heard of, or since it owes
};
/// Places that should have been heard of and were not, most people at risk first, then the longest silent.
[[nodiscard]] std::vector<SilentPlace> silentPlaces(const Situation& s, Instant now);
/// When the place has to be heard of next; nothing where it owes no more.
[[nodiscard]] std::optional<Instant> reportDueFrom(const Contact& contact);

// ---- the ledger of people who move

/// The ledger of one village, counted in persons.
struct VillageTally {
  std::string town;
  std::string village;
  std::int64_t households = 0;
  std::int64_t persons = 0;
  std::array<std::int64_t, 7> byState{};  ///< by HouseholdState
  std::int64_t away = 0;                  ///< not in the village: not to be moved
  std::int64_t left = 0;                  ///< counted at the house
  std::int64_t passed = 0;                ///< at the junction
  std::int64_t arrived = 0;               ///< at the shelter or with relatives
  std::vector<const Household*> missing;  ///< should have arrived and have not, or went back; by name
  std::int64_t missingPersons = 0;

  /// Counts that contradict each other: more arrived than left, fewer at the junction than on either side.
  [[nodiscard]] bool countsAgree() const { return left == arrived && (passed == 0 || passed == left); }
  /// Everybody who has to be is where he should be, and the counts agree.
  [[nodiscard]] bool done() const { return households > 0 && missing.empty() && countsAgree(); }
};
/// By town and village.
[[nodiscard]] std::vector<VillageTally> talliesOf(const Situation& s);
/// Nothing where the ledger has no household of that village. An empty town matches every town.
[[nodiscard]] std::optional<VillageTally> tallyOf(const Situation& s, std::string_view town, std::string_view village);

// ---- report clocks

struct ReportDue {
  Id<Incident> incident;
  const ReportRule* rule = nullptr;  ///< one of the rules that were given
  Instant dueAt;
  bool late = false;
  std::optional<Id<DutyReport>> draft;  ///< one that would do, not sent yet
};
/// Which reports are due for which incident, the next first. A first report in writing does for the telephone too.
[[nodiscard]] std::vector<ReportDue> reportsDue(const Situation& s, const std::vector<ReportRule>& rules, Instant now);
/// When the report reached somebody first.
[[nodiscard]] std::optional<Instant> sentAt(const DutyReport& report);

// ---- levels

/// A measure of an incident and who says so.
struct Measure {
  double value = 0;
  std::string source;
};
/// What the level rules ask of an incident: its figures (of several sources the one that was decided, else the
/// largest), and numbers that stand in its attributes under the name of a measure.
[[nodiscard]] std::map<std::string, Measure> levelMeasuresOf(const Incident& incident);

struct LevelSuggestion {
  IncidentLevel level = IncidentLevel::ordinary;
  const LevelRule* rule = nullptr;
  Measure measure;
  Text words;  ///< "deaths 12 ≥ 10: serious (rule, source)"
};
/// The highest level that a rule says; nothing where no rule speaks of what is known.
[[nodiscard]] std::optional<LevelSuggestion> levelSuggestion(const std::map<std::string, Measure>& measures,
                                                             std::string_view incidentKind, const LevelRules& rules);

}  // namespace fengsui
