// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/situation.h"

// What follows from orders, checklists and the clock; never stored.
// Units: milliseconds. Thread: any; the situation is a value.

namespace fengsui {

/// How a line of a checklist stands.
enum class ItemState { waiting, due, late, drafted, issued, overdue, refused, done, verified, skipped, notApplicable };

template <>
inline constexpr auto namesOf<ItemState> = std::to_array<EnumName<ItemState>>({
    {ItemState::waiting, "waiting", "waiting", "未到时"},
    {ItemState::due, "due", "due", "应办"},
    {ItemState::late, "late", "late", "超时未办"},
    {ItemState::drafted, "drafted", "drafted", "已拟稿"},
    {ItemState::issued, "issued", "issued", "办理中"},
    {ItemState::overdue, "overdue", "overdue", "逾期未结"},
    {ItemState::refused, "refused", "refused", "被拒"},
    {ItemState::done, "done", "done", "已办结"},
    {ItemState::verified, "verified", "verified", "已核验"},
    {ItemState::skipped, "skipped", "skipped", "已跳过"},
    {ItemState::notApplicable, "notApplicable", "no longer applies", "不再适用"},
});

/// A line shows as due this long before its moment, and as late this long after it.
inline constexpr std::int64_t kItemLeadMs = 5 * 60 * 1000;
inline constexpr std::int64_t kItemGraceMs = 5 * 60 * 1000;

/// When the line comes due, or next comes due; nothing while that is not known.
[[nodiscard]] std::optional<Instant> dueAt(const Situation& s, const ChecklistItem& item);
[[nodiscard]] ItemState stateOf(const Situation& s, const ChecklistItem& item, Instant now);
/// Done: by hand, or all its orders are.
[[nodiscard]] bool isDone(const Situation& s, const ChecklistItem& item);
/// When it was done, where it is.
[[nodiscard]] std::optional<Instant> doneAt(const Situation& s, const ChecklistItem& item);

/// A rung of an order's ladder that nobody has climbed and whose time has come or will come.
struct PendingRung {
  Id<Order> order;
  std::string to;  ///< Addressee::key()
  std::int64_t rung = 0;
  std::string whom;
  Instant dueAt;
  Uuid origin;  ///< the seat that climbs it
};

/// The next rung of each copy that waits for its answer, the earliest first.
[[nodiscard]] std::vector<PendingRung> pendingRungs(const Situation& s);
[[nodiscard]] std::optional<PendingRung> pendingRung(const Order& order, const OrderCopy& copy);

/// A copy without an answer since it was issued or asked again.
[[nodiscard]] bool unanswered(const Order& order, const OrderCopy& copy);
/// Past the moment by which it should be done, or past the first rung without an answer.
[[nodiscard]] bool late(const Order& order, Instant now);

/// Who had an order that was taken back and does not know it yet.
[[nodiscard]] std::vector<std::string> notRecalled(const Order& order);

/// The safety checks of an order that do not hold by what is known.
[[nodiscard]] std::vector<SafetyCheck> unmetChecks(const Brief& brief, const SafetyFacts& facts);

/// A claim of people moved that the ledger does not bear out.
struct LedgerGap {
  std::int64_t expected = 0;
  std::int64_t counted = 0;
  std::string missing;  ///< by name
};
/// Nothing where the order asks for no such count, where no ledger is kept there, or where it agrees.
[[nodiscard]] std::optional<LedgerGap> ledgerGap(const Situation& s, const Order& order, const OrderCopy& copy);

/// The counts of all answers to an order and to what was handed down from it, added up by field and part.
struct RolledUp {
  std::string field;
  std::vector<CountPart> counts;
  std::int64_t answered = 0;
  std::int64_t asked = 0;
};
[[nodiscard]] std::vector<RolledUp> rollUp(const Situation& s, const Order& order);

/// The figures that are always on the strip.
struct OrderKpi {
  std::int64_t open = 0;
  std::int64_t drafts = 0;
  std::int64_t unanswered = 0;  ///< copies
  std::int64_t late = 0;
  std::int64_t refused = 0;
  std::optional<std::int64_t> medianAnswerMs;  ///< from issue to the first answer
  std::optional<Instant> next;                 ///< the next rung or deadline

  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("open", self.open);
    field("drafts", self.drafts);
    field("unanswered", self.unanswered);
    field("late", self.late);
    field("refused", self.refused);
    field("medianAnswerMs", self.medianAnswerMs);
    field("next", self.next);
  }
};
[[nodiscard]] OrderKpi orderKpi(const Situation& s, Instant now);

}  // namespace fengsui
