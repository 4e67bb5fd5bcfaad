// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/codec.h"
#include "core/entities/callout.h"
#include "core/entities/contact.h"
#include "core/entities/directive.h"
#include "core/entities/dutyreport.h"
#include "core/entities/household.h"
#include "core/entities/warning.h"

// What happens at the duty desk: warnings, call-outs, places that owe a report, reports, directives, people who move;
// see core/events.h.

namespace fengsui {

struct WarningIssued {
  static constexpr std::string_view type = "warning.issued";
  Warning warning;  ///< one that replaces another ends that one
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("warning", self.warning);
  }
};

struct WarningLifted {
  static constexpr std::string_view type = "warning.lifted";
  Id<Warning> warning;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("warning", self.warning);
    field("step", self.step);
  }
};

struct CalloutStarted {
  static constexpr std::string_view type = "callout.started";
  Callout callout;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("callout", self.callout);
  }
};

/// Persons join a call-out.
struct CalloutExtended {
  static constexpr std::string_view type = "callout.extended";
  Id<Callout> callout;
  std::vector<Call> calls;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("callout", self.callout);
    field("calls", self.calls);
  }
};

/// A caller takes a person, so that nobody else rings; without a step it is given back.
struct CallClaimed {
  static constexpr std::string_view type = "callout.claimed";
  Id<Call> call;
  std::optional<Step> claim;
  std::optional<Step> before;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("call", self.call);
    field("claim", self.claim);
    field("before", self.before);
  }
};

/// A number was tried; @p reached is how far it came.
struct CallTried {
  static constexpr std::string_view type = "callout.tried";
  Id<Call> call;
  Attempt attempt;
  CallStage reached = CallStage::waiting;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("call", self.call);
    field("attempt", self.attempt);
    field("reached", self.reached);
  }
};

/// A try that was noted for the wrong person is taken back: the person counts as reached only as far as the others say.
struct CallTryWithdrawn {
  static constexpr std::string_view type = "callout.tryWithdrawn";
  Id<Call> call;
  Attempt attempt;
  CallStage reached = CallStage::waiting;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("call", self.call);
    field("attempt", self.attempt);
    field("reached", self.reached);
  }
};

struct CallEscalated {
  static constexpr std::string_view type = "callout.escalated";
  Id<Call> call;
  Escalation escalation;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("call", self.call);
    field("escalation", self.escalation);
  }
};

/// Another seat climbs the ladder from now on.
struct CalloutLadderTaken {
  static constexpr std::string_view type = "callout.ladderTaken";
  Id<Callout> callout;
  Uuid origin;
  Uuid before;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("callout", self.callout);
    field("origin", self.origin);
    field("before", self.before);
  }
};

struct CalloutClosed {
  static constexpr std::string_view type = "callout.closed";
  Id<Callout> callout;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("callout", self.callout);
    field("step", self.step);
  }
};

/// A place owes reports from now on.
struct ReportOwed {
  static constexpr std::string_view type = "contact.owed";
  Contact contact;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("contact", self.contact);
  }
};

struct ContactNoted {
  static constexpr std::string_view type = "contact.noted";
  Id<Contact> contact;
  Step step;  ///< at: when the place was really heard of
  std::string channel;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("contact", self.contact);
    field("step", self.step);
    field("channel", self.channel);
  }
};

struct ContactReleased {
  static constexpr std::string_view type = "contact.released";
  Id<Contact> contact;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("contact", self.contact);
    field("step", self.step);
  }
};

struct ReportDrafted {
  static constexpr std::string_view type = "dutyReport.drafted";
  DutyReport report;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("report", self.report);
  }
};

struct ReportReviewed {
  static constexpr std::string_view type = "dutyReport.reviewed";
  Id<DutyReport> report;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("report", self.report);
    field("step", self.step);
  }
};

struct ReportSigned {
  static constexpr std::string_view type = "dutyReport.signed";
  Id<DutyReport> report;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("report", self.report);
    field("step", self.step);
  }
};

/// Sent to a recipient, or received by him.
struct ReportSent {
  static constexpr std::string_view type = "dutyReport.sent";
  Id<DutyReport> report;
  std::string recipient;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("report", self.report);
    field("recipient", self.recipient);
    field("step", self.step);
  }
};

struct ReportReceived {
  static constexpr std::string_view type = "dutyReport.received";
  Id<DutyReport> report;
  std::string recipient;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("report", self.report);
    field("recipient", self.recipient);
    field("step", self.step);
  }
};

/// A draft that is not signed is put away.
struct ReportWithdrawn {
  static constexpr std::string_view type = "dutyReport.withdrawn";
  Id<DutyReport> report;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("report", self.report);
    field("step", self.step);
  }
};

struct DirectiveAnswered {
  static constexpr std::string_view type = "directive.answered";
  Id<Directive> directive;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("directive", self.directive);
    field("step", self.step);
  }
};

/// A household was counted at one of the three points, or its state was said.
struct HouseholdCounted {
  static constexpr std::string_view type = "household.counted";
  Id<Household> household;
  HouseholdState state = HouseholdState::underWay;
  std::string point;  ///< "house", "junction", "shelter"; empty where only the state was said
  std::string where;
  Step step;
  Json before;  ///< the household's fields that this changed, for taking it back
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("household", self.household);
    field("state", self.state);
    field("point", self.point);
    field("where", self.where);
    field("step", self.step);
    field("before", self.before);
  }
};

}  // namespace fengsui
