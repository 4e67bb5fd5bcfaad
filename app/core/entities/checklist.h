// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/entities/message.h"
#include "core/entities/order.h"
#include "core/quantity.h"

namespace fengsui {

/// What somebody said about a line of a checklist. Whether it waits, is due or late follows from the clock, whether
/// it is drafted, issued or answered from its orders.
enum class ItemMark { open, done, skipped, notApplicable };

template <>
inline constexpr auto namesOf<ItemMark> = std::to_array<EnumName<ItemMark>>({
    {ItemMark::open, "open", "open", "待办"},
    {ItemMark::done, "done", "done", "已办结"},
    {ItemMark::skipped, "skipped", "skipped", "跳过"},
    {ItemMark::notApplicable, "notApplicable", "no longer applies", "不再适用"},
});

/// When a line of a checklist comes due.
struct ItemTiming {
  std::optional<Instant> dueAt;  ///< the moment, where it is known already
  std::string says;              ///< "T+15", "T+120，每 120 分钟", "日落前 120 分钟": as on the card
  std::string saysEn;
  std::string after;         ///< the line that must be done before
  std::int64_t afterMs = 0;  ///< how long after that
  std::int64_t everyMs = 0;  ///< again and again; 0: once
  std::string on;            ///< the expression that makes it due

  bool operator==(const ItemTiming&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("dueAt", self.dueAt);
    field("says", self.says);
    field("saysEn", self.saysEn);
    field("after", self.after);
    field("afterMs", self.afterMs);
    field("everyMs", self.everyMs);
    field("on", self.on);
  }
};

/// What must exist before a line can be worked on.
struct SupplyNeed {
  std::string item;
  Quantity quantity;
  std::string unit;

  static constexpr auto required = std::to_array<std::string_view>({"item", "quantity", "unit"});  ///< in a plan
  bool operator==(const SupplyNeed&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("item", self.item);
    field("quantity", self.quantity);
    field("unit", self.unit);
  }
};

struct TeamNeed {
  std::string capability;
  std::int64_t count = 1;

  static constexpr auto required = std::to_array<std::string_view>({"capability"});  ///< in a plan
  bool operator==(const TeamNeed&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("capability", self.capability);
    field("count", self.count);
  }
};

/// One line of a response's checklist, as the plan's edition of that day had it.
struct ChecklistItem {
  Id<ChecklistItem> id;
  Id<Response> response;
  std::string plan;
  std::string edition;
  std::string line;  ///< the item's id in the plan
  std::string phase;
  std::string phaseEn;
  std::int64_t position = 0;  ///< in the plan
  bool mandatory = true;
  Brief brief;
  ItemTiming timing;
  std::string condition;           ///< the expression under which it applies; empty: always
  std::vector<std::string> needs;  ///< lines that must be done before
  std::vector<SupplyNeed> supplies;
  std::vector<TeamNeed> teams;
  std::vector<std::string> missing;  ///< what the words still lack before it can be issued
  ItemMark mark = ItemMark::open;
  std::optional<Step> marked;  ///< who marked it, when, why
  std::vector<AnswerValue> answer;
  std::optional<Step> verified;
  std::vector<Id<Order>> orders;
  std::int64_t rounds = 0;  ///< how often a repeated line was done
  Stamp stamp;

  bool operator==(const ChecklistItem&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("response", self.response);
    field("plan", self.plan);
    field("edition", self.edition);
    field("line", self.line);
    field("phase", self.phase);
    field("phaseEn", self.phaseEn);
    field("position", self.position);
    field("mandatory", self.mandatory);
    field("brief", self.brief);
    field("timing", self.timing);
    field("condition", self.condition);
    field("needs", self.needs);
    field("supplies", self.supplies);
    field("teams", self.teams);
    field("missing", self.missing);
    field("mark", self.mark);
    field("marked", self.marked);
    field("answer", self.answer);
    field("verified", self.verified);
    field("orders", self.orders);
    field("rounds", self.rounds);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<ChecklistItem> = Kind::checklistItem;

}  // namespace fengsui
