// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foldrules.h"
#include "core/mergefacts.h"

namespace fengsui::foldrules {
namespace {

/// The order and one copy of it; an addressee that it does not have becomes a conflict.
struct CopyOf {
  Order* order = nullptr;
  OrderCopy* copy = nullptr;
  explicit operator bool() const { return copy != nullptr; }
};

CopyOf copyOf(Situation& s, const EventHeader& h, Id<Order> id, const std::string& key) {
  Order* order = subject(s, h, id);
  if (!order) return {};
  for (OrderCopy& copy : order->copies)
    if (copy.to.key() == key) return {order, &copy};
  openConflict(s, h, ConflictKind::unknownSubject, Kind::order, id.uuid, key);
  return {};
}

void contradicts(Situation& s, const EventHeader& h, const Order& order) {
  openConflict(s, h, ConflictKind::statusContradicts, Kind::order, order.id.uuid,
               order.number + " " + textOf(order.status).zh);
}

void heard(OrderCopy& copy, const Step& step) {
  keepFirst(copy.delivered, step);
  keepFirst(copy.answeredAt, step.at);
}

}  // namespace

void apply(Situation& s, const EventHeader& h, const OrderDrafted& e) {
  if (s.find(e.order.id)) {
    openConflict(s, h, ConflictKind::registeredTwice, Kind::order, e.order.id.uuid, e.order.brief.title);
    return;
  }
  Order order = e.order;
  touch(order.stamp, h);
  s.orders.set(order.id.uuid, std::move(order));
  if (e.order.item)
    if (ChecklistItem* item = s.checklist.edit(e.order.item->uuid)) {
      touch(item->stamp, h);
      item->orders.push_back(e.order.id);
    }
  if (e.order.parent)
    if (Order* parent = s.orders.edit(e.order.parent->uuid)) {
      touch(parent->stamp, h);
      parent->parts.push_back(e.order.id);
    }
}

void apply(Situation& s, const EventHeader& h, const OrderDiscarded& e) {
  Order* order = subject(s, h, e.order);
  if (!order) return;
  if (order->status != OrderStatus::drafted) return contradicts(s, h, *order);
  order->status = OrderStatus::cancelled;
  order->ended = e.step;
}

void apply(Situation& s, const EventHeader& h, const OrderIssued& e) {
  Order* order = subject(s, h, e.order);
  if (!order) return;
  if (order->status != OrderStatus::drafted) return contradicts(s, h, *order);
  order->status = OrderStatus::issued;
  order->number = e.number;
  order->brief = e.brief;
  order->copies = copiesFor(e.brief);
  order->issued = e.step;
  order->dueBy = e.dueBy;
  order->ladderOrigin = e.ladderOrigin;
  order->safetyFacts = e.safetyFacts;
  order->overridden = e.overridden;
  order->overrideReason = e.overrideReason;
  for (OrderCopy& copy : order->copies) copy.askedAt = e.step.at;
}

void apply(Situation& s, const EventHeader& h, const OrderCarried& e) {
  const CopyOf of = copyOf(s, h, e.order, e.to);
  if (!of) return;
  keepEach(of.copy->attempts, e.attempt);
  if (!e.attempt.reached) return;
  const Step step{e.attempt.at, e.attempt.by, e.attempt.channel};
  keepFirst(e.recall ? of.copy->recalled : of.copy->delivered, step);
}

void apply(Situation& s, const EventHeader& h, const OrderAcknowledged& e) {
  const CopyOf of = copyOf(s, h, e.order, e.to);
  if (!of) return;
  heard(*of.copy, e.step);
  keepLast(of.copy->acknowledged, e.step);
  of.copy->repeatedBack |= e.repeatedBack;
}

void apply(Situation& s, const EventHeader& h, const OrderRefused& e) {
  const CopyOf of = copyOf(s, h, e.order, e.to);
  if (!of) return;
  heard(*of.copy, e.step);
  keepLast(of.copy->refused, e.step);
}

void apply(Situation& s, const EventHeader& h, const OrderStarted& e) {
  const CopyOf of = copyOf(s, h, e.order, e.to);
  if (!of) return;
  heard(*of.copy, e.step);
  keepFirst(of.copy->started, e.step);
}

void apply(Situation& s, const EventHeader& h, const OrderDone& e) {
  const CopyOf of = copyOf(s, h, e.order, e.to);
  if (!of) return;
  heard(*of.copy, e.step);
  const bool same = of.copy->done == e.step;
  if (keepLast(of.copy->done, e.step)) of.copy->answer = same ? std::max(of.copy->answer, e.answer) : e.answer;
}

void apply(Situation& s, const EventHeader& h, const OrderSentBack& e) {
  if (const CopyOf of = copyOf(s, h, e.order, e.to)) keepLast(of.copy->sentBack, e.step);
}

void apply(Situation& s, const EventHeader& h, const OrderVerified& e) {
  if (const CopyOf of = copyOf(s, h, e.order, e.to)) keepLast(of.copy->verified, e.step);
}

void apply(Situation& s, const EventHeader& h, const OrderAskedAgain& e) {
  if (const CopyOf of = copyOf(s, h, e.order, e.to)) of.copy->askedAt = std::max(of.copy->askedAt, e.step.at);
}

void apply(Situation& s, const EventHeader& h, const OrderEscalated& e) {
  if (const CopyOf of = copyOf(s, h, e.order, e.to)) keepEach(of.copy->escalations, e.escalation);
}

void apply(Situation& s, const EventHeader& h, const OrderLadderTaken& e) {
  Order* order = subject(s, h, e.order);
  if (!order) return;
  // Two seats took it over from the same one: the later stands, and both are shown.
  if (order->ladderOrigin != e.before && order->ladderOrigin != e.origin)
    openConflict(s, h, ConflictKind::editedTwice, Kind::order, e.order.uuid, order->number);
  order->ladderOrigin = e.origin;
}

void apply(Situation& s, const EventHeader& h, const OrderRecalled& e) {
  Order* order = subject(s, h, e.order);
  if (!order) return;
  if (order->status == OrderStatus::cancelled) {
    keepFirst(order->ended, e.step);
    return;
  }
  if (order->status != OrderStatus::issued) return contradicts(s, h, *order);
  order->status = OrderStatus::cancelled;
  order->ended = e.step;
}

void apply(Situation& s, const EventHeader& h, const OrderReplaced& e) {
  Order* order = subject(s, h, e.order);
  if (!order) return;
  if (order->status != OrderStatus::issued) return contradicts(s, h, *order);
  order->status = OrderStatus::superseded;
  order->ended = e.step;
}

}  // namespace fengsui::foldrules
