// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/checklistsheet.h"

#include <algorithm>
#include <map>

#include "core/deriveorders.h"
#include "documents/furniture.h"
#include "documents/responsepapers.h"
#include "documents/typesetting.h"
#include "documents/wording.h"

namespace fengsui {
namespace {

const Paper kPaper{QPageSize::A4, true, 12};

Cell ordersOf(const Situation& s, const ChecklistItem& item, const PaperWording& say) {
  Cell cell;
  for (const Id<Order> id : item.orders) {
    const Order* order = s.find(id);
    if (!order) continue;
    const Text stage =
        order->status == OrderStatus::issued ? textOf(order->brief.kind, order->stage()) : textOf(order->status);
    cell.lines.push_back(Cell{(order->number.empty() ? say("draft", "草稿") : printable(order->number)) +
                              QStringLiteral(" ") + say(stage)});
  }
  return cell;
}

Cell remarks(const Situation& s, const ChecklistItem& item, const PaperWording& say) {
  Cell cell;
  if (const auto done = doneAt(s, item)) cell.lines.push_back(Cell{say("done ", "办结 ") + say.moment(*done)});
  if (item.marked && !item.marked->words.empty())
    cell.lines.push_back(Cell{printable(item.marked->by) + QStringLiteral(" ") + printable(item.marked->words)});
  for (const std::string& word : item.missing)
    cell.lines.push_back(Cell{say.withLabel(say("lacks", "缺"), printable(word))});
  return cell;
}

}  // namespace

Result<Printed> printChecklist(const Situation& s, const Response& response, const PrintWish& wish) {
  if (const auto ready = Typesetting::ready(); !ready) return failure(ready.error());
  const PaperWording say(wish);
  const QString title = say("Checklist", "清单办理情况");
  const std::vector<const ChecklistItem*> items = checklistOf(s, response.id);
  Sheets sheets(title, wish);
  Flow flow(kPaper.body().size());
  flow.text(title + QStringLiteral("  ") + printable(response.title) + QStringLiteral("  ") + printable(response.level),
            {15, true});
  QStringList facts{say(textOf(response.status)), say("since ", "启动 ") + say.moment(response.startedAt)};
  if (!response.signedBy.empty()) facts << say.withLabel(say("signed", "签发"), printable(response.signedBy));
  if (!response.documentNumber.empty()) facts << printable(response.documentNumber);
  if (!response.plan.empty())
    facts << say.withLabel(say("plan", "预案"), printable(response.plan + " " + response.edition));
  flow.text(facts.join(QStringLiteral("  ·  ")), {9, false, true});
  std::map<ItemState, int> count;
  for (const ChecklistItem* item : items) ++count[stateOf(s, *item, wish.now)];
  QStringList sums;
  for (const auto& [state, many] : count) sums << say(textOf(state)) + QStringLiteral(" ") + QString::number(many);
  flow.text(say.withLabel(say("Lines", "共"),
                          QString::number(items.size()) + QStringLiteral("  ·  ") + sums.join(QStringLiteral("  ·  "))),
            {10, true});
  flow.gap(3);

  std::vector<std::vector<Cell>> rows;
  const auto head = [&](const char* en, const char* zh) { return Cell{say(en, zh), true, true}; };
  rows.push_back({head("Line", "编号"), head("What", "事项"), head("Owner", "主责"), head("Time limit", "时限"),
                  head("State", "状态"), head("Orders", "派单"), head("Done, remarks", "办结与说明"),
                  head("By hand", "手写")});
  const std::string* phase = nullptr;
  for (const ChecklistItem* item : items) {
    if (!phase || *phase != item->phase) {
      phase = &item->phase;
      Cell band{say.either(item->phase, item->phaseEn), true, true};
      band.span = 8;
      if (!item->phase.empty()) rows.push_back({band});
    }
    const ItemState state = stateOf(s, *item, wish.now);
    const auto due = dueAt(s, *item);
    Cell what{say.either(item->brief.title, item->brief.titleEn)};
    if (!item->mandatory) what.lines.push_back(Cell{say("may be left out", "可选"), false, false, true});
    Cell how{say(textOf(state))};
    how.bold = state == ItemState::late || state == ItemState::overdue || state == ItemState::refused;
    if (how.bold) how.text.prepend(QStringLiteral("▲ "));
    QString owner = printable(item->brief.owner.name);
    if (!item->brief.each.empty()) owner += QStringLiteral(" ×") + QString::number(item->brief.each.size());
    rows.push_back({Cell{printable(item->line), false, false, true}, what, Cell{owner},
                    Cell{due ? say.moment(*due).mid(5) : printable(item->timing.says)}, how, ordersOf(s, *item, say),
                    remarks(s, *item, say), Cell{}});
  }
  if (items.empty())
    flow.text(say("This response has no checklist.", "该响应没有清单。"), {12, true});
  else
    flow.table({{10, 24, 13, 9, 9, 13, 14, 8}, 8, true, true, 2.2}, rows);
  Furniture f = furnitureFor(wish, title + QStringLiteral("  ") + printable(response.title));
  sheets.add(kPaper, flow, f);
  return sheets.finish();
}

}  // namespace fengsui
