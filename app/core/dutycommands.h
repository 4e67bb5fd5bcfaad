// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/dutyevents.h"

// What somebody wants to happen at the duty desk; see core/commands.h. Where `by` is empty, it is the actor.

namespace fengsui {

struct IssueWarning {
  Warning warning;
};
struct LiftWarning {
  Id<Warning> warning;
  std::string reason;
};

struct StartCallout {
  Callout callout;
  std::vector<Call> calls;
};
struct ExtendCallout {
  Id<Callout> callout;
  std::vector<Call> calls;
};
struct ClaimCall {
  Id<Call> call;
};
struct UnclaimCall {
  Id<Call> call;
};
struct TryCall {
  Id<Call> call;
  Attempt attempt;
  CallStage reached = CallStage::waiting;
};
struct EscalateCall {
  Id<Call> call;
  std::int64_t rung = 0;
};
/// This seat climbs the ladder from now on, because the one that did is not there.
struct TakeCalloutLadder {
  Id<Callout> callout;
};
struct CloseCallout {
  Id<Callout> callout;
  std::string reason;
};

struct OweReport {
  Contact contact;
};
struct NoteContact {
  Id<Contact> contact;
  std::string by;  ///< who was heard
  std::string words;
  std::string channel;
};
struct ReleaseContact {
  Id<Contact> contact;
  std::string reason;
};

struct DraftReport {
  DutyReport report;
};
struct ReviewReport {
  Id<DutyReport> report;
  std::string by = {};
};
struct SignReport {
  Id<DutyReport> report;
  std::string by = {};
};
struct SendReport {
  Id<DutyReport> report;
  std::string recipient;
  std::string channel = {};
};
struct ReceiveReport {
  Id<DutyReport> report;
  std::string recipient;
  std::string by;
};
struct WithdrawReport {
  Id<DutyReport> report;
  std::string reason;
};
struct AnswerDirective {
  Id<Directive> directive;
  std::string words;
  std::string by = {};
};

struct CountHousehold {
  Id<Household> household;
  HouseholdState state = HouseholdState::underWay;
  std::string point;  ///< "house", "junction", "shelter", or empty
  std::string where = {};
  std::string by = {};
  std::string words = {};
};

}  // namespace fengsui
