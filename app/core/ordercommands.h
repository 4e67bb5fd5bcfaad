// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/orderevents.h"

// What somebody wants to happen to checklists and orders; see core/commands.h. Where `by` is empty, it is the actor.

namespace fengsui {

struct ProposeResponse {
  Response response;
};
struct NoteArrival {
  Id<Response> response;
  std::string who;
  std::string name;
};
struct MeetEndCondition {
  Id<Response> response;
  std::string condition;
  std::string words;
};

/// Lines of a plan join a response that runs.
struct ExtendChecklist {
  Id<Response> response;
  std::vector<ChecklistItem> items;
};
struct MarkItem {
  Id<ChecklistItem> item;
  ItemMark mark = ItemMark::done;
  std::string words;  ///< the reason, where it is skipped
  std::vector<AnswerValue> answer;
  std::string by = {};
};
struct VerifyItem {
  Id<ChecklistItem> item;
  std::string words;
  std::string by = {};
};

/// A draft, or a signed order at once where @p signedBy says who signs.
struct DraftOrder {
  Order order;
  std::string signedBy = {};
  std::string overrideReason = {};
  std::optional<Id<Order>> insteadOf = {};  ///< a draft that was written anew: put away by the same decision
};
struct DiscardOrder {
  Id<Order> order;
  std::string reason;
};
struct IssueOrder {
  Id<Order> order;
  std::string signedBy;
  std::optional<SafetyFacts> safetyFacts = {};
  std::string overrideReason = {};  ///< lets it go although a safety check does not hold
};
struct CarryOrder {
  Id<Order> order;
  std::string to;
  Attempt attempt;
  bool recall = false;
};
struct AcknowledgeOrder {
  Id<Order> order;
  std::string to;
  std::string by;
  std::string words = {};
  bool repeatedBack = false;
};
struct RefuseOrder {
  Id<Order> order;
  std::string to;
  std::string by;
  std::string reason;
};
struct StartOrder {
  Id<Order> order;
  std::string to;
  std::string by = {};
};
struct FinishOrder {
  Id<Order> order;
  std::string to;
  std::string by = {};
  std::string words = {};
  std::vector<AnswerValue> answer = {};
};
struct SendBackOrder {
  Id<Order> order;
  std::string to;
  std::string by = {};
  std::string reason;
};
struct VerifyOrder {
  Id<Order> order;
  std::string to;
  std::string by = {};
  std::string words = {};
};
struct AskAgain {
  Id<Order> order;
  std::string to;
  std::string words = {};
};
struct EscalateOrder {
  Id<Order> order;
  std::string to;
  std::int64_t rung = 0;
};
struct TakeLadder {
  Id<Order> order;
};
struct RecallOrder {
  Id<Order> order;
  std::string reason;
};
/// Gives the matter to others: one order for another (改派), or several for one (拆分). They are signed at once.
struct ReplaceOrder {
  Id<Order> order;
  std::vector<Order> by;
  std::string signedBy;
  std::string reason;
  std::string overrideReason = {};
};

}  // namespace fengsui
