// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/entities/checklist.h"
#include "core/entities/order.h"
#include "core/entities/response.h"

// What happens to checklists and orders; see core/events.h. What is said of one copy names it by Addressee::key().

namespace fengsui {

/// A plan's lines join the checklist of a response.
struct ChecklistExtended {
  static constexpr std::string_view type = "checklist.extended";
  Id<Response> response;
  std::vector<ChecklistItem> items;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("response", self.response);
    field("items", self.items);
  }
};

/// Lines that nobody has begun no longer apply, or apply again: the level changed, or that was taken back.
struct ChecklistNarrowed {
  static constexpr std::string_view type = "checklist.narrowed";
  Id<Response> response;
  std::vector<Id<ChecklistItem>> items;
  bool apply = false;  ///< whether they apply now
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("response", self.response);
    field("items", self.items);
    field("apply", self.apply);
    field("step", self.step);
  }
};

/// Somebody marked a line: done, skipped, no longer applicable, or open again.
struct ItemMarked {
  static constexpr std::string_view type = "checklist.marked";
  Id<ChecklistItem> item;
  ItemMark mark = ItemMark::done;
  Step step;
  std::vector<AnswerValue> answer;
  std::optional<Instant> nextDueAt;  ///< of a repeated line: it is open again until then
  ItemMark was = ItemMark::open;
  std::optional<Step> wasMarked;
  std::optional<Instant> wasDueAt;
  std::int64_t rounds = 0;  ///< how often a repeated line has been done with this
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("item", self.item);
    field("mark", self.mark);
    field("step", self.step);
    field("answer", self.answer);
    field("nextDueAt", self.nextDueAt);
    field("was", self.was);
    field("wasMarked", self.wasMarked);
    field("wasDueAt", self.wasDueAt);
    field("rounds", self.rounds);
  }
};

struct ItemVerified {
  static constexpr std::string_view type = "checklist.verified";
  Id<ChecklistItem> item;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("item", self.item);
    field("step", self.step);
  }
};

struct OrderDrafted {
  static constexpr std::string_view type = "order.drafted";
  Order order;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
  }
};

/// A draft that nobody signed is put away.
struct OrderDiscarded {
  static constexpr std::string_view type = "order.discarded";
  Id<Order> order;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("step", self.step);
  }
};

struct OrderIssued {
  static constexpr std::string_view type = "order.issued";
  Id<Order> order;
  std::string number;
  Brief brief;  ///< as it was signed
  Step step;    ///< by: who signed
  std::optional<Instant> dueBy = {};
  Uuid ladderOrigin = {};
  SafetyFacts safetyFacts = {};
  std::vector<SafetyCheck> overridden = {};
  std::string overrideReason = {};
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("number", self.number);
    field("brief", self.brief);
    field("step", self.step);
    field("dueBy", self.dueBy);
    field("ladderOrigin", self.ladderOrigin);
    field("safetyFacts", self.safetyFacts);
    field("overridden", self.overridden);
    field("overrideReason", self.overrideReason);
  }
};

/// Somebody or something tried to bring the order, or its recall, to an addressee.
struct OrderCarried {
  static constexpr std::string_view type = "order.carried";
  Id<Order> order;
  std::string to;
  Attempt attempt;
  bool recall = false;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("to", self.to);
    field("attempt", self.attempt);
    field("recall", self.recall);
  }
};

struct OrderAcknowledged {
  static constexpr std::string_view type = "order.acknowledged";
  Id<Order> order;
  std::string to;
  Step step;
  bool repeatedBack = false;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("to", self.to);
    field("step", self.step);
    field("repeatedBack", self.repeatedBack);
  }
};

struct OrderRefused {
  static constexpr std::string_view type = "order.refused";
  Id<Order> order;
  std::string to;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("to", self.to);
    field("step", self.step);
  }
};

struct OrderStarted {
  static constexpr std::string_view type = "order.started";
  Id<Order> order;
  std::string to;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("to", self.to);
    field("step", self.step);
  }
};

struct OrderDone {
  static constexpr std::string_view type = "order.done";
  Id<Order> order;
  std::string to;
  Step step;
  std::vector<AnswerValue> answer;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("to", self.to);
    field("step", self.step);
    field("answer", self.answer);
  }
};

/// It was said to be done and is not.
struct OrderSentBack {
  static constexpr std::string_view type = "order.sentBack";
  Id<Order> order;
  std::string to;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("to", self.to);
    field("step", self.step);
  }
};

struct OrderVerified {
  static constexpr std::string_view type = "order.verified";
  Id<Order> order;
  std::string to;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("to", self.to);
    field("step", self.step);
  }
};

/// Asked again: the clock of the ladder starts anew.
struct OrderAskedAgain {
  static constexpr std::string_view type = "order.askedAgain";
  Id<Order> order;
  std::string to;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("to", self.to);
    field("step", self.step);
  }
};

/// A rung of the ladder, climbed by the seat that issued the order.
struct OrderEscalated {
  static constexpr std::string_view type = "order.escalated";
  Id<Order> order;
  std::string to;
  Escalation escalation;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("to", self.to);
    field("escalation", self.escalation);
  }
};

/// Another seat climbs the ladder from now on.
struct OrderLadderTaken {
  static constexpr std::string_view type = "order.ladderTaken";
  Id<Order> order;
  Uuid origin;
  Uuid before;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("origin", self.origin);
    field("before", self.before);
  }
};

/// Taken back (撤回); everybody who had it must hear of it.
struct OrderRecalled {
  static constexpr std::string_view type = "order.recalled";
  Id<Order> order;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("step", self.step);
  }
};

/// Another order stands in its place (改派, 拆分).
struct OrderReplaced {
  static constexpr std::string_view type = "order.replaced";
  Id<Order> order;
  std::vector<Id<Order>> by;
  Step step;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("order", self.order);
    field("by", self.by);
    field("step", self.step);
  }
};

/// Criteria hold and somebody proposes to activate; nobody signed yet.
struct ResponseProposed {
  static constexpr std::string_view type = "response.proposed";
  Response response;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("response", self.response);
  }
};

struct ArrivalNoted {
  static constexpr std::string_view type = "response.arrivalNoted";
  Id<Response> response;
  std::string who;
  std::optional<Step> came;  ///< nothing: it was noted by mistake
  std::optional<Step> before;
  bool unlisted = false;  ///< nobody had put this one on the list
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("response", self.response);
    field("who", self.who);
    field("came", self.came);
    field("before", self.before);
    field("unlisted", self.unlisted);
  }
};

struct EndConditionMet {
  static constexpr std::string_view type = "response.endConditionMet";
  Id<Response> response;
  std::string condition;    ///< EndCondition::zh
  std::optional<Step> met;  ///< nothing: it does not hold after all
  std::optional<Step> before;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("response", self.response);
    field("condition", self.condition);
    field("met", self.met);
    field("before", self.before);
  }
};

}  // namespace fengsui
