// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deriveorders.h"

#include <algorithm>
#include <map>

namespace fengsui {
namespace {

/// The orders of a line that count: signed and not taken back.
template <class F>
void forEachLive(const Situation& s, const ChecklistItem& item, F&& f) {
  for (const Id<Order> id : item.orders)
    if (const Order* order = s.find(id))
      if (order->status == OrderStatus::issued) f(*order);
}

Instant finishedAt(const Order& order) {
  Instant last{};
  for (const OrderCopy& copy : order.copies) {
    if (!copy.responsible) continue;
    for (const auto* step : {&copy.acknowledged, &copy.done, &copy.verified})
      if (*step) last = std::max(last, (*step)->at);
  }
  return last;
}

const ChecklistItem* lineOf(const Situation& s, Id<Response> response, const std::string& line) {
  const ChecklistItem* found = nullptr;
  s.checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
    if (item.response == response && item.line == line && item.mark != ItemMark::notApplicable) found = &item;
  });
  return found;
}

void addUp(std::map<std::string, RolledUp>& sums, const std::vector<AnswerValue>& answer) {
  for (const AnswerValue& value : answer) {
    RolledUp& sum = sums[value.field];
    sum.field = value.field;
    for (const CountPart& part : value.counts) {
      const auto at = std::find_if(sum.counts.begin(), sum.counts.end(),
                                   [&](const CountPart& known) { return known.name == part.name; });
      if (at == sum.counts.end())
        sum.counts.push_back(part);
      else
        at->count += part.count;
    }
  }
}

void rollUpInto(const Situation& s, const Order& order, std::map<std::string, RolledUp>& sums, std::int64_t& asked,
                std::int64_t& answered, int depth) {
  // What was handed down speaks for whoever handed it down.
  bool handedDown = false;
  if (depth < 4)
    for (const Id<Order> part : order.parts)
      if (const Order* one = s.find(part); one && one->status == OrderStatus::issued) {
        handedDown = true;
        rollUpInto(s, *one, sums, asked, answered, depth + 1);
      }
  if (handedDown) return;
  for (const OrderCopy& copy : order.copies) {
    if (!copy.responsible) continue;
    ++asked;
    if (copy.stage() < OrderStage::done) continue;
    ++answered;
    addUp(sums, copy.answer);
  }
}

bool holds(SafetyCheck check, const SafetyFacts& facts, std::int64_t marginMinutes) {
  switch (check) {
    case SafetyCheck::officer:
      return !facts.officer.empty();
    case SafetyCheck::margin:
      return facts.marginMinutes && *facts.marginMinutes >= marginMinutes;
    case SafetyCheck::fourPoints:
      return !facts.lookout.empty() && !facts.wayOut.empty() && !facts.safeZone.empty() && !facts.signal.empty();
  }
  return false;
}

}  // namespace

bool isDone(const Situation& s, const ChecklistItem& item) {
  return doneAt(s, item).has_value();
}

std::optional<Instant> doneAt(const Situation& s, const ChecklistItem& item) {
  if (item.mark == ItemMark::done || (item.timing.everyMs > 0 && item.rounds > 0 && item.marked))
    return item.marked->at;
  std::optional<Instant> last;
  bool all = true;
  forEachLive(s, item, [&](const Order& order) {
    if (!order.finished())
      all = false;
    else
      last = std::max(last.value_or(Instant{}), finishedAt(order));
  });
  return all ? last : std::nullopt;
}

std::optional<Instant> dueAt(const Situation& s, const ChecklistItem& item) {
  std::optional<Instant> due = item.timing.dueAt;
  if (!due && !item.timing.after.empty())
    if (const ChecklistItem* before = lineOf(s, item.response, item.timing.after))
      if (const auto done = doneAt(s, *before)) due = Instant{done->ms + item.timing.afterMs};
  if (!due || item.timing.everyMs <= 0) return due;
  if (const auto done = doneAt(s, item); done && done->ms >= due->ms) {
    const std::int64_t rounds = (done->ms - due->ms) / item.timing.everyMs + 1;
    due->ms += rounds * item.timing.everyMs;
  }
  return due;
}

ItemState stateOf(const Situation& s, const ChecklistItem& item, Instant now) {
  if (item.mark == ItemMark::skipped) return ItemState::skipped;
  if (item.mark == ItemMark::notApplicable) return ItemState::notApplicable;
  const bool repeated = item.timing.everyMs > 0;
  bool drafted = false, live = false, open = false, anyLate = false, refused = false, verified = true;
  for (const Id<Order> id : item.orders) {
    const Order* order = s.find(id);
    if (!order) continue;
    drafted |= order->status == OrderStatus::drafted;
    if (order->status != OrderStatus::issued) continue;
    live = true;
    if (order->finished()) {
      verified &= order->stage() == OrderStage::verified;
      continue;
    }
    open = true;
    anyLate |= late(*order, now);
    refused |= order->stage() == OrderStage::refused;
  }
  if (item.mark == ItemMark::done && !open)
    return item.verified || (live && verified) ? ItemState::verified : ItemState::done;
  if (refused) return ItemState::refused;
  if (open) return anyLate ? ItemState::overdue : ItemState::issued;
  if (live && !repeated) return verified ? ItemState::verified : ItemState::done;
  if (drafted) return ItemState::drafted;
  const auto due = dueAt(s, item);
  if (!due) return item.timing.after.empty() && item.timing.on.empty() ? ItemState::due : ItemState::waiting;
  if (now.ms > due->ms + kItemGraceMs) return ItemState::late;
  return now.ms >= due->ms - kItemLeadMs ? ItemState::due : ItemState::waiting;
}

bool unanswered(const Order& order, const OrderCopy& copy) {
  return order.status == OrderStatus::issued && (!copy.answeredAt || *copy.answeredAt < copy.askedAt) && !copy.done;
}

std::optional<PendingRung> pendingRung(const Order& order, const OrderCopy& copy) {
  if (order.status != OrderStatus::issued || !copy.responsible) return std::nullopt;
  const OrderStage stage = copy.stage();
  if (stage >= OrderStage::done || stage == OrderStage::refused) return std::nullopt;
  std::optional<PendingRung> next;
  for (std::size_t i = 0; i < order.brief.ladder.size(); ++i) {
    const Rung& rung = order.brief.ladder[i];
    if (!rung.forAnswer && !unanswered(order, copy)) continue;
    const bool climbed = std::any_of(copy.escalations.begin(), copy.escalations.end(), [&](const Escalation& one) {
      return one.rung == static_cast<std::int64_t>(i) && one.step.at >= copy.askedAt;
    });
    const Instant due{copy.askedAt.ms + rung.afterMs};
    if (climbed || (next && next->dueAt <= due)) continue;
    next = PendingRung{order.id, copy.to.key(), static_cast<std::int64_t>(i), rung.whom, due, order.ladderOrigin};
  }
  return next;
}

std::vector<PendingRung> pendingRungs(const Situation& s) {
  std::vector<PendingRung> rungs;
  s.orders.forEach([&](const Uuid&, const Order& order) {
    for (const OrderCopy& copy : order.copies)
      if (auto rung = pendingRung(order, copy)) rungs.push_back(std::move(*rung));
  });
  std::sort(rungs.begin(), rungs.end(), [](const PendingRung& one, const PendingRung& other) {
    return std::tie(one.dueAt, one.order.uuid, one.to) < std::tie(other.dueAt, other.order.uuid, other.to);
  });
  return rungs;
}

bool late(const Order& order, Instant now) {
  if (!order.open()) return false;
  if (order.dueBy && *order.dueBy < now && order.stage() < OrderStage::done) return true;
  return std::any_of(order.copies.begin(), order.copies.end(), [&](const OrderCopy& copy) {
    if (!copy.responsible || copy.stage() >= OrderStage::done || copy.stage() == OrderStage::refused) return false;
    return std::any_of(order.brief.ladder.begin(), order.brief.ladder.end(), [&](const Rung& rung) {
      return copy.askedAt.ms + rung.afterMs < now.ms && (rung.forAnswer || unanswered(order, copy));
    });
  });
}

std::vector<std::string> notRecalled(const Order& order) {
  std::vector<std::string> names;
  if (order.status != OrderStatus::cancelled || !order.issued) return names;
  for (const OrderCopy& copy : order.copies) {
    const bool had = copy.delivered || std::any_of(copy.attempts.begin(), copy.attempts.end(),
                                                   [](const Attempt& attempt) { return attempt.reached; });
    if (had && !copy.recalled) names.push_back(copy.to.name);
  }
  return names;
}

std::vector<SafetyCheck> unmetChecks(const Brief& brief, const SafetyFacts& facts) {
  std::vector<SafetyCheck> unmet;
  for (const SafetyCheck check : brief.checks)
    if (!holds(check, facts, brief.marginMinutes)) unmet.push_back(check);
  return unmet;
}

std::optional<LedgerGap> ledgerGap(const Situation& s, const Order& order, const OrderCopy& copy) {
  const bool asks = std::any_of(order.brief.expects.begin(), order.brief.expects.end(),
                                [](const AnswerField& field) { return field.type == AnswerType::ledger; });
  if (!asks) return std::nullopt;
  LedgerGap gap;
  bool kept = false;
  s.households.forEach([&](const Uuid&, const Household& one) {
    if (one.village.empty()) return;
    const bool here = one.village == order.brief.place || one.village == copy.to.name ||
                      copy.to.name.find(one.village) != std::string::npos;
    if (!here) return;
    kept = true;
    // Who is away or signed a refusal is not expected at the shelter; who went back is.
    if (one.state == HouseholdState::away || one.state == HouseholdState::refuses) return;
    gap.expected += one.persons;
    const bool moved = (one.state == HouseholdState::inShelter || one.state == HouseholdState::withRelatives) &&
                       one.arrived.has_value();
    if (moved)
      gap.counted += one.persons;
    else
      gap.missing += (gap.missing.empty() ? "" : "、") + one.name +
                     (one.persons > 1 ? "（" + std::to_string(one.persons) + "人）" : "");
  });
  if (!kept || gap.counted == gap.expected) return std::nullopt;
  return gap;
}

std::vector<RolledUp> rollUp(const Situation& s, const Order& order) {
  std::map<std::string, RolledUp> sums;
  std::int64_t asked = 0, answered = 0;
  rollUpInto(s, order, sums, asked, answered, 0);
  for (const AnswerField& field : order.brief.expects) sums[field.id].field = field.id;
  std::vector<RolledUp> result;
  for (auto& [field, sum] : sums) {
    sum.asked = asked;
    sum.answered = answered;
    result.push_back(std::move(sum));
  }
  return result;
}

OrderKpi orderKpi(const Situation& s, Instant now) {
  OrderKpi kpi;
  std::vector<std::int64_t> answers;
  const auto soonest = [&](Instant at) {
    if (at > now) kpi.next = kpi.next ? std::min(*kpi.next, at) : at;
  };
  s.orders.forEach([&](const Uuid&, const Order& order) {
    kpi.drafts += order.status == OrderStatus::drafted;
    if (order.issued)
      for (const OrderCopy& copy : order.copies)
        if (copy.answeredAt && copy.responsible) answers.push_back(copy.answeredAt->ms - order.issued->at.ms);
    if (!order.open()) return;
    ++kpi.open;
    kpi.late += late(order, now);
    kpi.refused += order.stage() == OrderStage::refused;
    if (order.dueBy) soonest(*order.dueBy);
    for (const OrderCopy& copy : order.copies) {
      kpi.unanswered += copy.responsible && unanswered(order, copy);
      if (const auto rung = pendingRung(order, copy)) soonest(rung->dueAt);
    }
  });
  if (!answers.empty()) {
    const auto middle = answers.begin() + static_cast<std::ptrdiff_t>(answers.size() / 2);
    std::nth_element(answers.begin(), middle, answers.end());
    kpi.medianAnswerMs = *middle;
  }
  return kpi;
}

}  // namespace fengsui
