// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decideregistry.h"
#include "core/roles.h"

namespace fengsui::deciderules {

Outcome mayCloseRoads(const Situation& s, const DecisionContext& x) {
  return mayOnly(s, x, {Role::dutyOfficer, Role::commander, Role::dispatcher, Role::jointDuty, Role::town, Role::field},
                 {"closing a road", "封闭道路"});
}

Outcome mayOpenRoads(const Situation& s, const DecisionContext& x) {
  return mayOnly(s, x, {Role::dutyOfficer, Role::commander, Role::dispatcher, Role::jointDuty},
                 {"opening a road, or changing when and where it is closed,", "恢复通行或变更封闭"});
}

std::vector<FieldChange> closedAnew(const RoadClosure& before, const std::vector<FieldChange>& changes, Instant at) {
  auto out = changes;
  if (before.openedBecause.empty() || before.aheadOf(at)) return out;
  RoadClosure after = before;
  for (const FieldChange& change : changes) (void)setField(after, change.field, change.to);
  if (after.aheadOf(at)) out.push_back({"openedBecause", encode(before.openedBecause), Json()});
  return out;
}

Decision decideOn(const Situation& s, const OpenRoad& c, const DecisionContext& x) {
  const auto closure = known(s, c.closure);
  if (!closure) return failure(closure.error());
  if (const auto may = mayOpenRoads(s, x); !may) return failure(may.error());
  if (!(*closure)->aheadOf(x.occurred))
    return refuse((*closure)->name + " was open again by then", (*closure)->name + "届时已恢复通行");
  // What had ended stays as it was, what holds ends now, and what lies ahead will not come.
  std::vector<ClosedSpan> spans;
  for (ClosedSpan span : (*closure)->spans) {
    if (span.from >= x.occurred) continue;
    if (!span.to || *span.to > x.occurred) span.to = x.occurred;
    spans.push_back(span);
  }
  const RoadClosure& before = **closure;
  RoadClosure after = before;
  after.spans = std::move(spans);
  if (!c.words.empty()) after.openedBecause = c.words;
  std::vector<FieldChange> changes;
  for (const char* field : {"spans", "openedBecause"})
    if (const Json from = fieldOf(before, field).value_or(Json()), to = fieldOf(after, field).value_or(Json());
        from != to)
      changes.push_back({field, from, to});
  return one(Revised<RoadClosure>{c.closure, std::move(changes)});
}

}  // namespace fengsui::deciderules
