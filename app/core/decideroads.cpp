// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decideregistry.h"

namespace fengsui::deciderules {

Decision decideOn(const Situation& s, const OpenRoad& c, const DecisionContext& x) {
  const auto closure = known(s, c.closure);
  if (!closure) return failure(closure.error());
  if (!(*closure)->aheadOf(x.occurred))
    return refuse((*closure)->name + " was open again by then", (*closure)->name + "届时已恢复通行");
  // What had ended stays as it was, what holds ends now, and what lies ahead will not come.
  std::vector<ClosedSpan> spans;
  for (ClosedSpan span : (*closure)->spans) {
    if (span.from >= x.occurred) continue;
    if (!span.to || *span.to > x.occurred) span.to = x.occurred;
    spans.push_back(span);
  }
  RoadClosure before = **closure;
  std::vector<FieldChange> changes{{"spans", encode(before.spans), encode(spans)}};
  if (!c.words.empty() && c.words != before.openedBecause)
    changes.push_back({"openedBecause", encode(before.openedBecause), encode(c.words)});
  return one(Revised<RoadClosure>{c.closure, std::move(changes)});
}

}  // namespace fengsui::deciderules
