// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/checkrows.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "ui/boards/stateshape.h"

namespace fengsui {
namespace {

void lower(std::string& text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
}

std::string numbersOf(const Situation& s, const ChecklistItem& item) {
  std::string numbers;
  for (const Id<Order> id : item.orders)
    if (const Order* order = s.find(id)) numbers += ' ' + order->number;
  return numbers;
}

std::string searched(const Situation& s, const ChecklistItem& item, ItemState state) {
  const Brief& b = item.brief;
  const Text says = textOf(state);
  std::string all = item.line + ' ' + b.title + ' ' + b.titleEn + ' ' + b.task + ' ' + b.owner.name + ' ' +
                    b.owner.substitute + ' ' + b.place + ' ' + item.phase + ' ' + item.phaseEn + ' ' + says.zh + ' ' +
                    says.en + numbersOf(s, item);
  for (const Addressee& one : b.each) all += ' ' + one.name;
  for (const Addressee& one : b.with) all += ' ' + one.name;
  return all;
}

bool passes(CheckFilter filter, ItemState state) {
  switch (filter) {
    case CheckFilter::all:
      return true;
    case CheckFilter::toDo:
      return state == ItemState::due || state == ItemState::late || state == ItemState::drafted;
    case CheckFilter::urgent:
      return isUrgent(state);
    case CheckFilter::underway:
      return state == ItemState::issued || state == ItemState::overdue || state == ItemState::refused;
    case CheckFilter::over:
      return isOver(state);
  }
  return true;
}

int urgency(ItemState state) {
  switch (state) {
    case ItemState::late:
      return 0;
    case ItemState::overdue:
      return 1;
    case ItemState::refused:
      return 2;
    case ItemState::drafted:
      return 3;
    case ItemState::due:
      return 4;
    case ItemState::issued:
      return 5;
    case ItemState::waiting:
      return 6;
    case ItemState::done:
      return 7;
    case ItemState::verified:
      return 8;
    case ItemState::skipped:
      return 9;
    case ItemState::notApplicable:
      return 10;
  }
  return 10;
}

std::int64_t soonest(const CheckRow& row) {
  const auto never = std::numeric_limits<std::int64_t>::max();
  if (row.answerBy) return row.answerBy->ms;
  return row.due ? row.due->ms : never;
}

}  // namespace

bool isOver(ItemState state) {
  return state == ItemState::done || state == ItemState::verified || state == ItemState::skipped ||
         state == ItemState::notApplicable;
}

bool isUrgent(ItemState state) {
  return state == ItemState::late || state == ItemState::overdue || state == ItemState::refused;
}

bool hasWords(std::string text, const std::string& wanted) {
  std::string word;
  std::string all = wanted + ' ';
  lower(all);
  lower(text);
  for (const char c : all) {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (!word.empty() && text.find(word) == std::string::npos) return false;
    word.clear();
  }
  return true;
}

CheckRows listed(const Situation& s, const CheckQuery& query, Instant now) {
  CheckRows answer;
  std::vector<std::pair<const ChecklistItem*, CheckRow>> lines;
  s.checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
    if (item.response != query.response) return;
    CheckRow row;
    row.item = item.id;
    row.phase = {item.phaseEn.empty() ? item.phase : item.phaseEn, item.phase};
    row.state = stateOf(s, item, now);
    row.due = dueAt(s, item);
    row.doneAt = doneAt(s, item);
    for (const Id<Order> id : item.orders)
      if (const Order* order = s.find(id); order && order->open() && order->dueBy)
        row.answerBy = row.answerBy ? std::min(*row.answerBy, *order->dueBy) : *order->dueBy;
    ++answer.all;
    answer.over += isOver(row.state);
    answer.urgent += isUrgent(row.state);
    answer.due += row.state == ItemState::due || row.state == ItemState::drafted;
    lines.emplace_back(&item, std::move(row));
  });
  const auto byPlan = [](const auto& one, const auto& other) {
    return std::tie(one.first->position, one.first->line, one.first->id.uuid) <
           std::tie(other.first->position, other.first->line, other.first->id.uuid);
  };
  std::sort(lines.begin(), lines.end(), byPlan);
  if (query.order == CheckOrder::urgency)
    std::stable_sort(lines.begin(), lines.end(), [](const auto& one, const auto& other) {
      return std::pair(urgency(one.second.state), soonest(one.second)) <
             std::pair(urgency(other.second.state), soonest(other.second));
    });
  // Lines that joined later belong to the phase they name, whatever their place.
  std::vector<std::string> phases;
  std::map<std::string, std::pair<int, int>> counts;
  for (const auto& [item, row] : lines) {
    if (!counts.contains(item->phase)) phases.push_back(item->phase);
    ++counts[item->phase].first;
    counts[item->phase].second += isOver(row.state);
  }
  const auto wanted = [&](const auto& line) {
    return passes(query.filter, line.second.state) &&
           hasWords(searched(s, *line.first, line.second.state), query.words);
  };
  if (query.order == CheckOrder::urgency) {
    for (auto& line : lines)
      if (wanted(line)) answer.rows.push_back(line.second);
    return answer;
  }
  for (const std::string& phase : phases) {
    bool headed = false;
    for (auto& line : lines) {
      if (line.first->phase != phase || !wanted(line)) continue;
      if (!headed && !phase.empty()) {
        CheckRow header;
        header.phase = line.second.phase;
        header.lines = counts[phase].first;
        header.over = counts[phase].second;
        answer.rows.push_back(std::move(header));
      }
      headed = true;
      answer.rows.push_back(line.second);
    }
  }
  return answer;
}

OrderRows listed(const Situation& s, const OrderQuery& query, Instant now) {
  struct Candidate {
    const Order* order;
    OrderRow row;
    int rank;
  };
  std::vector<Candidate> found;
  OrderRows answer;
  s.orders.forEach([&](const Uuid&, const Order& order) {
    ++answer.all;
    OrderRow row;
    row.order = order.id;
    row.state = standOf(order, now);
    row.untold = static_cast<int>(notRecalled(order).size());
    const bool open = order.open();
    const bool draft = order.status == OrderStatus::drafted;
    const bool urgent = isUrgent(row.state) || row.untold > 0;
    if (query.filter == OrderFilter::open && !open && !draft && row.untold == 0) return;
    if (query.filter == OrderFilter::urgent && !urgent) return;
    if (query.filter == OrderFilter::drafts && !draft) return;
    std::string names;
    for (const OrderCopy& copy : order.copies) {
      names += ' ' + copy.to.name;
      if (!copy.responsible) continue;
      ++row.copies;
      row.answered += copy.stage() >= OrderStage::done;
      row.unanswered += unanswered(order, copy);
      if (const auto rung = pendingRung(order, copy); open && rung && rung->dueAt > now)
        row.next = row.next ? std::min(*row.next, rung->dueAt) : rung->dueAt;
    }
    if (open && order.dueBy && (!row.next || *order.dueBy < *row.next)) row.next = order.dueBy;
    const Text state = textOf(row.state);
    const Text stage = textOf(order.brief.kind, order.stage());
    const Text kind = textOf(order.brief.kind);
    if (!hasWords(order.number + ' ' + order.brief.title + ' ' + order.brief.titleEn + ' ' + order.brief.task + ' ' +
                      order.brief.place + names + ' ' + state.zh + ' ' + state.en + ' ' + stage.zh + ' ' + stage.en +
                      ' ' + kind.zh + ' ' + kind.en,
                  query.words))
      return;
    const int rank = row.state == ItemState::overdue   ? 0
                     : row.state == ItemState::refused ? 1
                     : row.untold > 0                  ? 2
                     : draft                           ? 3
                     : open && row.unanswered > 0      ? 4
                     : open                            ? 5
                                                       : 6;
    found.push_back({&order, std::move(row), rank});
  });
  const auto latest = std::numeric_limits<std::int64_t>::max();
  std::sort(found.begin(), found.end(), [&](const Candidate& one, const Candidate& other) {
    const auto limit = [&](const Candidate& c) { return c.row.next ? c.row.next->ms : latest; };
    if (one.rank != other.rank) return one.rank < other.rank;
    // What is over: the newest first.
    if (one.rank == 6)
      return std::tie(other.order->drafted.at, other.order->id.uuid) <
             std::tie(one.order->drafted.at, one.order->id.uuid);
    return std::tuple(limit(one), one.order->drafted.at, one.order->id.uuid) <
           std::tuple(limit(other), other.order->drafted.at, other.order->id.uuid);
  });
  answer.rows.reserve(found.size());
  for (Candidate& one : found) answer.rows.push_back(std::move(one.row));
  return answer;
}

}  // namespace fengsui
