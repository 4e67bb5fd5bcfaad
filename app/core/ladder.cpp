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
  for (const PendingCallRung& rung : pendingCallRungs(s)) {
    const Call* call = s.find(rung.call);
    const Callout* callout = call ? s.find(call->callout) : nullptr;
    if (callout && callout->ladderOrigin == origin) f(rung.dueAt, EscalateCall{rung.call, rung.rung});
  }
}

}  // namespace

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
