// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/foldrules.h"
#include "core/mergefacts.h"

namespace fengsui::foldrules {

void apply(Situation& s, const EventHeader& h, const ChecklistExtended& e) {
  if (!subject(s, h, e.response)) return;
  for (ChecklistItem item : e.items) {
    if (s.find(item.id)) {
      openConflict(s, h, ConflictKind::registeredTwice, Kind::checklistItem, item.id.uuid, item.line, item.line);
      continue;
    }
    touch(item.stamp, h);
    const Uuid id = item.id.uuid;
    s.checklist.set(id, std::move(item));
  }
}

void apply(Situation& s, const EventHeader& h, const ChecklistNarrowed& e) {
  for (const Id<ChecklistItem> id : e.items) {
    ChecklistItem* item = subject(s, h, id);
    if (!item) continue;
    // What somebody began elsewhere goes on.
    const ItemMark expected = e.apply ? ItemMark::notApplicable : ItemMark::open;
    if (item->mark != expected || (!e.apply && !item->orders.empty())) continue;
    item->mark = e.apply ? ItemMark::open : ItemMark::notApplicable;
    item->marked = e.apply ? std::nullopt : std::optional(e.step);
  }
}

void apply(Situation& s, const EventHeader& h, const ItemMarked& e) {
  ChecklistItem* item = subject(s, h, e.item);
  if (!item) return;
  // Two seats said the same of a line: the first stands. They said something else: the later stands, both are shown.
  const bool again = item->timing.everyMs > 0 && e.mark == ItemMark::done;
  if (item->mark != e.was && !again) {
    if (item->mark == e.mark) return;
    openConflict(s, h, ConflictKind::editedTwice, Kind::checklistItem, e.item.uuid,
                 textOf(item->mark).zh + " / " + textOf(e.mark).zh);
  }
  item->mark = e.nextDueAt ? ItemMark::open : e.mark;
  item->marked = e.step;
  item->verified.reset();
  if (e.mark == ItemMark::done) item->answer = e.answer;
  item->rounds = e.rounds;
  if (e.nextDueAt) item->timing.dueAt = e.nextDueAt;
  if (e.mark == ItemMark::open) {
    item->marked = e.wasMarked;
    item->timing.dueAt = e.wasDueAt;
  }
}

void apply(Situation& s, const EventHeader& h, const ItemVerified& e) {
  if (ChecklistItem* item = subject(s, h, e.item)) keepFirst(item->verified, e.step);
}

void apply(Situation& s, const EventHeader& h, const ResponseProposed& e) {
  if (s.find(e.response.id)) {
    openConflict(s, h, ConflictKind::registeredTwice, Kind::response, e.response.id.uuid, e.response.title);
    return;
  }
  Response response = e.response;
  response.status = ResponseStatus::proposed;
  touch(response.stamp, h);
  s.responses.set(response.id.uuid, std::move(response));
}

void apply(Situation& s, const EventHeader& h, const ArrivalNoted& e) {
  Response* response = subject(s, h, e.response);
  if (!response) return;
  const auto at = std::find_if(response->arrivals.begin(), response->arrivals.end(),
                               [&](const Arrival& arrival) { return arrival.who == e.who; });
  if (at == response->arrivals.end())
    response->arrivals.push_back({e.who, e.came});
  else if (!e.came && e.unlisted)
    response->arrivals.erase(at);
  else
    at->came = e.came;
}

void apply(Situation& s, const EventHeader& h, const EndConditionMet& e) {
  Response* response = subject(s, h, e.response);
  if (!response) return;
  for (EndCondition& condition : response->endConditions)
    if (condition.zh == e.condition) condition.met = e.met;
}

}  // namespace fengsui::foldrules
