// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/acceptance.h"

namespace fengsui {
namespace {

// Why it is ordered, below what is ordered: whoever gets it can judge it.
void addReasons(const std::vector<Text>& because, Brief& brief) {
  if (because.empty()) return;
  std::string en, zh;
  for (const Text& one : because) {
    en += (en.empty() ? "" : "; ") + one.en;
    zh += (zh.empty() ? "" : "；") + one.zh;
  }
  brief.task += (brief.task.empty() ? "" : "\n") + ("依据：" + zh);
  if (!brief.taskEn.empty()) brief.taskEn += "\nBecause: " + en;
}

bool isThere(const Situation& situation, const Order& order) {
  bool there = false;
  situation.orders.forEach([&](const Uuid&, const Order& one) {
    there = there || ((one.status == OrderStatus::drafted || one.status == OrderStatus::issued) &&
                      one.brief.title == order.brief.title && one.brief.task == order.brief.task);
  });
  return there;
}

// The line of a response of that plan that runs, and is still open.
void putOnLine(const Situation& situation, const OrderAdvice& advice, Order& order) {
  situation.checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
    if (order.item || item.plan != advice.plan || item.line != advice.line || item.mark != ItemMark::open) return;
    const Response* response = situation.find(item.response);
    if (!response || response->status != ResponseStatus::active) return;
    order.item = item.id;
    order.response = item.response;
    if (!response->incidents.empty()) order.incident = response->incidents.front();
  });
}

}  // namespace

AcceptedOrders acceptedOrders(const Advice& advice, const Situation& situation, const NewId& newId) {
  AcceptedOrders out;
  for (const OrderAdvice& one : advice.orders) {
    Order order;
    order.brief = one.brief;
    addReasons(one.because, order.brief);
    if (isThere(situation, order)) {
      ++out.known;
      continue;
    }
    order.id.uuid = newId();
    putOnLine(situation, one, order);
    out.drafts.push_back(std::move(order));
  }
  return out;
}

AcceptedClosures acceptedClosures(const Advice& advice, const Situation& situation, const NewId& newId, Instant now) {
  AcceptedClosures out;
  for (const RoadClosure& one : advice.closures) {
    if (!one.aheadOf(now)) continue;
    bool there = false;
    situation.roadClosures.forEach([&](const Uuid&, const RoadClosure& old) {
      there = there || (old.name == one.name && old.shape == one.shape && old.spans == one.spans);
    });
    if (there) {
      ++out.known;
      continue;
    }
    out.closures.push_back(one);
    out.closures.back().id.uuid = newId();
  }
  return out;
}

}  // namespace fengsui
