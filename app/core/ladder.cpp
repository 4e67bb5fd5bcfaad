// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ladder.h"

#include <algorithm>

#include "core/deriveduty.h"
#include "core/deriveorders.h"

namespace fengsui {
namespace {

/// Every next rung of this seat, in no order.
template <class F>
void forEachOwn(const Situation& s, const Uuid& origin, F&& f) {
  for (const PendingRung& rung : pendingRungs(s))
    if (rung.origin == origin) f(rung.dueAt, EscalateOrder{rung.order, rung.to, rung.rung});
  for (const PendingCallRung& rung : pendingCallRungs(s))
    if (rung.origin == origin) f(rung.dueAt, EscalateCall{rung.call, rung.rung});
}

Text nameOf(const std::string& whom) {
  if (whom == "B") return {"the substitute", "B角"};
  if (whom == "town") return {"the town's duty office", "镇街值班室"};
  if (whom == "police") return {"the police", "派出所"};
  if (whom == "door") return {"somebody goes to the door", "派人上门"};
  return sameInBoth(whom);
}

std::string rungOf(const std::vector<Rung>& ladder, std::int64_t rung) {
  const auto at = static_cast<std::size_t>(rung);
  return at < ladder.size() ? ladder[at].whom : std::string();
}

Text turn(const std::string& who, const std::string& about, const std::string& whom) {
  const Text next = nameOf(whom);
  return {"no answer from " + who + " (" + about + "): now " + next.en,
          who + "未答复（" + about + "），现转" + next.zh};
}

}  // namespace

Text said(const Situation& s, const DueRung& rung) {
  if (const auto* climb = std::get_if<EscalateOrder>(&rung.command))
    if (const Order* order = s.find(climb->order))
      if (const OrderCopy* copy = order->copy(climb->to))
        return turn(copy->to.name, order->number, rungOf(order->brief.ladder, climb->rung));
  if (const auto* climb = std::get_if<EscalateCall>(&rung.command))
    if (const Call* call = s.find(climb->call))
      if (const Callout* callout = s.find(call->callout))
        return turn(call->name, callout->title, rungOf(callout->ladder, climb->rung));
  return {};
}

std::vector<DueRung> rungsDue(const Situation& s, const Uuid& origin, Instant now) {
  std::vector<DueRung> due;
  forEachOwn(s, origin, [&](Instant at, Command command) {
    if (at <= now) due.push_back({at, std::move(command)});
  });
  std::stable_sort(due.begin(), due.end(),
                   [](const DueRung& one, const DueRung& other) { return one.dueAt < other.dueAt; });
  return due;
}

std::optional<Instant> nextRungAt(const Situation& s, const Uuid& origin) {
  std::optional<Instant> next;
  forEachOwn(s, origin, [&](Instant at, const Command&) { next = next ? std::min(*next, at) : at; });
  return next;
}

}  // namespace fengsui
