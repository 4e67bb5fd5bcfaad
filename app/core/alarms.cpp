// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms.h"

#include <algorithm>
#include <tuple>

#include "core/deriveduty.h"
#include "core/deriveorders.h"

namespace fengsui {
namespace {

/// The count that holds: the one that was decided, else the largest.
const Figure* countOf(const Incident& incident, FigureKind kind) {
  const Figure* holds = nullptr;
  for (const Figure& figure : incident.figures) {
    if (figure.kind != kind) continue;
    if (figure.decided) return &figure;
    if (!holds || figure.count > holds->count) holds = &figure;
  }
  return holds;
}

std::string idOf(AlarmKind kind, const std::string& subject) {
  return std::string(nameOf(kind).code) + ':' + subject;
}

void peopleOf(const Incident& incident, std::vector<Alarm>& alarms) {
  if (!incident.open()) return;
  for (const auto& [figureKind, kind] :
       {std::pair{FigureKind::trapped, AlarmKind::trapped}, std::pair{FigureKind::missing, AlarmKind::missing}}) {
    const Figure* figure = countOf(incident, figureKind);
    if (!figure || figure->count <= 0) continue;
    const std::string count = std::to_string(figure->count);
    alarms.push_back({idOf(kind, incident.id.text()),
                      kind,
                      Kind::incident,
                      incident.id.uuid,
                      figure->count,
                      figure->cutOff == Instant{} ? incident.reportedAt : figure->cutOff,
                      {incident.title + ": " + count + " " + textOf(figureKind).en,
                       incident.title + "：" + textOf(figureKind).zh + count + "人"}});
  }
}

bool movesNow(const Brief& brief) {
  return brief.title.find("立即转移") != std::string::npos || brief.task.find("立即转移") != std::string::npos;
}

/// From when on a copy without an answer is late; nothing where the order sets no time.
std::optional<Instant> answerDue(const Order& order, const OrderCopy& copy) {
  std::optional<Instant> due = order.dueBy;
  for (const Rung& rung : order.brief.ladder)
    if (!rung.forAnswer)
      if (const Instant at = copy.askedAt.plusMs(rung.afterMs); !due || at < *due) due = at;
  return due;
}

void ordersOf(const Order& order, Instant now, std::vector<Alarm>& alarms) {
  if (!order.open()) return;
  const bool moves = movesNow(order.brief);
  std::string silent, late;
  std::int64_t silentCount = 0, lateCount = 0;
  Instant lateSince{}, silentSince{};
  const auto add = [](std::string& names, std::int64_t& count, Instant& since, const OrderCopy& copy, Instant at) {
    names += (names.empty() ? "" : "、") + copy.to.name;
    since = count == 0 ? at : std::min(since, at);
    ++count;
  };
  for (const OrderCopy& copy : order.copies) {
    if (!copy.responsible || !unanswered(order, copy)) continue;
    if (moves) add(silent, silentCount, silentSince, copy, copy.askedAt);
    if (const auto due = answerDue(order, copy); due && *due < now) add(late, lateCount, lateSince, copy, *due);
  }
  const auto sound = [&](AlarmKind kind, const std::string& names, std::int64_t count, Instant since) {
    alarms.push_back({idOf(kind, order.id.text()),
                      kind,
                      Kind::order,
                      order.id.uuid,
                      count,
                      since,
                      {order.number + " " + (order.brief.titleEn.empty() ? order.brief.title : order.brief.titleEn) +
                           ": no answer from " + names,
                       order.number + " " + order.brief.title + "：" + names + "未签收"}});
  };
  if (silentCount > 0)
    sound(AlarmKind::moveNow, silent, silentCount, silentSince);
  else if (lateCount > 0)
    sound(AlarmKind::orderUnanswered, late, lateCount, lateSince);
}

}  // namespace

std::vector<Alarm> alarmsOf(const Situation& s, Instant now, const std::vector<LostLine>& lost) {
  std::vector<Alarm> alarms;
  s.incidents.forEach([&](const Uuid&, const Incident& incident) { peopleOf(incident, alarms); });
  s.orders.forEach([&](const Uuid&, const Order& order) { ordersOf(order, now, alarms); });
  for (const SilentPlace& place : silentPlaces(s, now)) {
    const std::string minutes = std::to_string(place.silentMs / 60'000);
    const std::string& name = place.contact->who.name;
    alarms.push_back({idOf(AlarmKind::placeSilent, place.contact->id.text()),
                      AlarmKind::placeSilent,
                      Kind::contact,
                      place.contact->id.uuid,
                      place.contact->peopleAtRisk,
                      place.dueAt,
                      {name + " has not been heard of for " + minutes + " min", name + "已" + minutes + "分钟无联系"}});
  }
  for (const LostLine& line : lost)
    alarms.push_back({idOf(AlarmKind::connectionLost, line.name), AlarmKind::connectionLost, Kind::post, Uuid{}, 1,
                      line.since, line.words});
  std::sort(alarms.begin(), alarms.end(), [](const Alarm& one, const Alarm& other) {
    return std::tie(one.kind, one.since, one.id) < std::tie(other.kind, other.since, other.id);
  });
  return alarms;
}

void Silenced::silence(const Alarm& alarm, Instant now, std::int64_t forMs) {
  until_[alarm.id] = {now.plusMs(std::clamp<std::int64_t>(forMs, 0, kAtMostMs)), alarm.weight};
}

bool Silenced::holds(const Alarm& alarm, Instant now) const {
  const auto at = until_.find(alarm.id);
  return at != until_.end() && now < at->second.until && alarm.weight <= at->second.weight;
}

std::vector<Alarm> Silenced::audible(std::vector<Alarm> alarms, Instant now) const {
  std::erase_if(alarms, [&](const Alarm& alarm) { return holds(alarm, now); });
  return alarms;
}

}  // namespace fengsui
