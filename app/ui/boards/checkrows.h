// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/deriveorders.h"

namespace fengsui {

enum class CheckOrder { phase, urgency };
enum class CheckFilter { all, toDo, urgent, underway, over };

/// Which lines of a response's checklist, in which order.
struct CheckQuery {
  Id<Response> response;
  CheckOrder order = CheckOrder::phase;
  CheckFilter filter = CheckFilter::all;
  std::string words;  ///< all of which must occur in a line's words
};

/// A line of a checklist, or the header of a phase.
struct CheckRow {
  std::optional<Id<ChecklistItem>> item;  ///< none: a header
  Text phase;
  ItemState state = ItemState::waiting;
  std::optional<Instant> due;       ///< when it is to be begun
  std::optional<Instant> answerBy;  ///< the earliest limit of its open orders
  std::optional<Instant> doneAt;
  int lines = 0;  ///< of a header: how many of its phase, and how many of them are over
  int over = 0;
};

struct CheckRows {
  std::vector<CheckRow> rows;
  int all = 0;
  int over = 0;    ///< done, verified, skipped or no longer applying
  int urgent = 0;  ///< late, overdue or refused
  int due = 0;
};

[[nodiscard]] bool isOver(ItemState state);
[[nodiscard]] bool isUrgent(ItemState state);

/// Thread: any; pure.
[[nodiscard]] CheckRows listed(const Situation& s, const CheckQuery& query, Instant now);

/// Whether all words of @p wanted occur in @p text; capitals do not matter.
[[nodiscard]] bool hasWords(std::string text, const std::string& wanted);

/// Which orders, in which order.
enum class OrderFilter { open, urgent, drafts, all };
struct OrderQuery {
  OrderFilter filter = OrderFilter::open;
  std::string words;
};
struct OrderRow {
  Id<Order> order;
  ItemState state = ItemState::issued;
  int unanswered = 0;  ///< copies
  int copies = 0;      ///< of those who answer for it
  int answered = 0;
  int untold = 0;               ///< had it and do not know of the recall
  std::optional<Instant> next;  ///< the next rung or the limit
};
struct OrderRows {
  std::vector<OrderRow> rows;
  int all = 0;
};
/// Late and refused first, then what nobody has answered, drafts, the rest by limit.
[[nodiscard]] OrderRows listed(const Situation& s, const OrderQuery& query, Instant now);

}  // namespace fengsui
