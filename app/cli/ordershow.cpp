// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ordershow.h"

#include <algorithm>
#include <iostream>

#include "cli/choices.h"
#include "cli/lookup.h"
#include "core/derive.h"
#include "core/deriveorders.h"

namespace fengsui {
namespace {

struct ListOptions {
  std::string order, response;
  bool open = false, late = false, drafts = false, restricted = false;
};

std::string local(const TimeZone& zone, const std::optional<Instant>& at) {
  return at ? zone.local(*at).substr(5, 11) : std::string();
}

std::string addressees(const Order& order) {
  std::string names;
  for (const OrderCopy& copy : order.copies)
    if (copy.responsible && names.size() < 48) names += (names.empty() ? "" : "、") + copy.to.name;
  const auto count =
      std::count_if(order.copies.begin(), order.copies.end(), [](const OrderCopy& copy) { return copy.responsible; });
  return count > 3 ? names + " … " + std::to_string(count) : names;
}

Text stageText(const Order& order) {
  if (order.status != OrderStatus::issued) return textOf(order.status);
  return textOf(order.brief.kind, order.stage());
}

// Those that somebody must look at first: late, then refused, then by number.
std::vector<const Order*> sorted(const Situation& s, Instant now) {
  std::vector<const Order*> orders;
  s.orders.forEach([&](const Uuid&, const Order& order) { orders.push_back(&order); });
  const auto rank = [&](const Order& order) {
    if (late(order, now)) return 0;
    if (order.open() && order.stage() == OrderStage::refused) return 1;
    if (order.status == OrderStatus::drafted) return 2;
    return order.open() ? 3 : 4;
  };
  std::sort(orders.begin(), orders.end(), [&](const Order* one, const Order* other) {
    return std::tuple(rank(*one), one->drafted.at, one->id.uuid) <
           std::tuple(rank(*other), other->drafted.at, other->id.uuid);
  });
  return orders;
}

void list(Session& session, const ListOptions& o) {
  const auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const Situation& s = (*station)->situation();
  const Instant now = systemNow();
  const TimeZone zone = (*station)->timeZone();
  const Language language = session.console.language;
  TextTable table({told(session, "number", "单号"), told(session, "kind", "文种"), told(session, "task", "任务"),
                   told(session, "to", "受令方"), told(session, "state", "状态"), told(session, "issued", "签发"),
                   told(session, "due", "时限")});
  Json all = Json::array();
  for (const Order* order : sorted(s, now)) {
    if (o.open && !order->open()) continue;
    if (o.late && !late(*order, now)) continue;
    if (o.drafts && order->status != OrderStatus::drafted) continue;
    std::string state = stageText(*order).in(language);
    if (late(*order, now)) state += told(session, ", late", "，逾期");
    if (const auto untold = notRecalled(*order); !untold.empty())
      state += told(session, ", not told: ", "，未通知：") + std::to_string(untold.size());
    table.add({order->number.empty() ? order->id.text().substr(24) : order->number,
               textOf(order->brief.kind).in(language), order->brief.title, addressees(*order), state,
               local(zone, order->issued ? std::optional(order->issued->at) : std::nullopt),
               local(zone, order->dueBy)});
    Json one = encode(*order);
    one["stage"] = nameOf(order->stage()).code;
    one["late"] = late(*order, now);
    all.push_back(std::move(one));
  }
  if (session.console.json)
    std::cout << all.dump() << '\n';
  else if (table.empty())
    session.console.line(told(session, "no orders", "没有派单"));
  else
    std::cout << table.text();
}

void show(Session& session, const ListOptions& o) {
  const auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const Situation& s = (*station)->situation();
  const auto id = lookUp<Order>(s, o.order);
  if (!id) return session.console.refuse(id.error());
  const Order& order = *s.find(*id);
  const Instant now = systemNow();
  const TimeZone zone = (*station)->timeZone();
  const Language language = session.console.language;
  if (session.console.json) {
    Json out = encode(order);
    out["stage"] = nameOf(order.stage()).code;
    out["late"] = late(order, now);
    Json sums = Json::array();
    for (const RolledUp& sum : rollUp(s, order)) {
      Json parts = Json::object();
      for (const CountPart& part : sum.counts) parts[part.name] = part.count;
      sums.push_back({{"field", sum.field}, {"counts", parts}, {"answered", sum.answered}, {"asked", sum.asked}});
    }
    out["sums"] = std::move(sums);
    std::cout << out.dump() << '\n';
    return;
  }
  std::cout << order.number << "  " << textOf(order.brief.kind).in(language) << "  " << order.brief.title << "  "
            << stageText(order).in(language) << (late(order, now) ? told(session, "  LATE", "  逾期") : std::string())
            << '\n'
            << order.brief.task << '\n';
  if (!order.overrideReason.empty())
    std::cout << told(session, "against a safety check: ", "安全检查放行：") << order.overrideReason << '\n';
  TextTable table({told(session, "to", "受令方"), told(session, "state", "状态"), told(session, "answered", "答复"),
                   told(session, "done", "办结"), told(session, "answer", "反馈"), told(session, "chased", "催办")});
  for (const OrderCopy& copy : order.copies) {
    std::string answer;
    for (const AnswerValue& value : copy.answer) {
      answer += (answer.empty() ? "" : "；") + value.field + " " + value.text;
      for (const CountPart& part : value.counts) answer += part.name + std::to_string(part.count) + " ";
    }
    if (copy.stage() == OrderStage::refused) answer = copy.refused->words;
    std::string chased;
    for (const Escalation& one : copy.escalations) chased += (chased.empty() ? "" : "→") + one.whom;
    table.add({copy.to.name + (copy.responsible ? "" : told(session, " (helps)", "（协办）")),
               textOf(order.brief.kind, copy.stage()).in(language), local(zone, copy.answeredAt),
               local(zone, copy.done ? std::optional(copy.done->at) : std::nullopt), answer, chased});
  }
  std::cout << table.text();
  for (const RolledUp& sum : rollUp(s, order)) {
    if (sum.counts.empty()) continue;
    std::cout << sum.field << ":";
    for (const CountPart& part : sum.counts) std::cout << ' ' << part.name << ' ' << part.count;
    std::cout << "  (" << sum.answered << '/' << sum.asked << ")\n";
  }
  if (const auto untold = notRecalled(order); !untold.empty()) {
    std::cout << told(session, "had it and does not know of the recall: ", "已收到原单、尚未通知撤回：");
    for (const std::string& one : untold) std::cout << one << ' ';
    std::cout << '\n';
  }
}

void kpi(Session& session) {
  const auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const OrderKpi figures = orderKpi((*station)->situation(), systemNow());
  if (session.console.json) {
    std::cout << encode(figures).dump() << '\n';
    return;
  }
  const auto line = [&](const char* en, const char* zh, const std::string& value) {
    std::cout << told(session, en, zh) << ": " << value << '\n';
  };
  line("open", "未办结", std::to_string(figures.open));
  line("drafts", "草稿", std::to_string(figures.drafts));
  line("without an answer", "未答复", std::to_string(figures.unanswered));
  line("late", "逾期", std::to_string(figures.late));
  line("refused", "被拒", std::to_string(figures.refused));
  line("median time to the first answer", "首次答复用时中位数",
       figures.medianAnswerMs ? std::to_string(*figures.medianAnswerMs / 1000) + " s" : "-");
  line("next", "下一时限", figures.next ? (*station)->timeZone().local(*figures.next) : "-");
}

}  // namespace

void showChecklist(const Session& session, const Situation& s, Id<Response> response, Instant now) {
  const Language language = session.console.language;
  const TimeZone zone = zoneOf(s);
  std::vector<const ChecklistItem*> items;
  s.checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
    if (item.response == response) items.push_back(&item);
  });
  std::sort(items.begin(), items.end(), [](const ChecklistItem* one, const ChecklistItem* other) {
    return std::tuple(one->position, one->line) < std::tuple(other->position, other->line);
  });
  Json all = Json::array();
  TextTable table({told(session, "line", "编号"), told(session, "state", "状态"), told(session, "due", "时限"),
                   told(session, "owner", "主责"), told(session, "what", "事项"), told(session, "orders", "派单")});
  for (const ChecklistItem* item : items) {
    const ItemState state = stateOf(s, *item, now);
    std::string orders;
    for (const Id<Order> id : item->orders)
      if (const Order* order = s.find(id)) orders += (orders.empty() ? "" : " ") + order->number;
    const auto due = dueAt(s, *item);
    const std::string& owner = item->brief.owner.name;
    table.add({item->line, textOf(state).in(language),
               due ? zone.local(*due).substr(5, 11) : Text{item->timing.saysEn, item->timing.says}.in(language),
               item->brief.each.empty() ? owner : owner + " ×" + std::to_string(item->brief.each.size()),
               language == Language::english && !item->brief.titleEn.empty() ? item->brief.titleEn : item->brief.title,
               orders});
    Json one = encode(*item);
    one["state"] = nameOf(state).code;
    if (due) one["due"] = due->ms;
    all.push_back(std::move(one));
  }
  if (session.console.json)
    std::cout << all.dump() << '\n';
  else if (table.empty())
    session.console.line(told(session, "this response has no checklist", "该响应没有清单"));
  else
    std::cout << table.text();
}

void addOrderViews(CLI::App& order, Session& session) {
  auto o = std::make_shared<ListOptions>();
  auto* listing = order.add_subcommand("list", told(session, "orders, the late ones first", "派单列表（逾期在前）"));
  listing->add_flag("--open", o->open, told(session, "only what is not finished", "只看未办结"));
  listing->add_flag("--late", o->late, told(session, "only what is late", "只看逾期"));
  listing->add_flag("--drafts", o->drafts, told(session, "only drafts", "只看草稿"));
  listing->callback([o, &session] { list(session, *o); });

  o = std::make_shared<ListOptions>();
  auto* showing = order.add_subcommand("show", told(session, "one order, copy by copy", "一张派单及各受令方"));
  showing->add_option("ORDER", o->order, told(session, "number, title or id", "单号、标题或标识"))->required();
  showing->callback([o, &session] { show(session, *o); });

  auto* figures =
      order.add_subcommand("kpi", told(session, "open, unanswered, late, how fast", "未结、未答复、逾期、快慢"));
  figures->callback([&session] { kpi(session); });
}

}  // namespace fengsui
