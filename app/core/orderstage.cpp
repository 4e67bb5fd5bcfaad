// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/entities/order.h"

namespace fengsui {
namespace {

struct StageWords {
  MessageKind kind;
  OrderStage stage;
  std::string_view en;
  std::string_view zh;
};

// Where a kind of message has words of its own; the rest reads as the stage itself.
constexpr std::array kWords{
    StageWords{MessageKind::appeal, OrderStage::acknowledged, "received", "已受理"},
    StageWords{MessageKind::appeal, OrderStage::refused, "not granted", "未获同意"},
    StageWords{MessageKind::request, OrderStage::acknowledged, "agreed", "已同意"},
    StageWords{MessageKind::request, OrderStage::refused, "declined", "婉拒"},
    StageWords{MessageKind::notification, OrderStage::acknowledged, "received", "已收悉"},
    StageWords{MessageKind::approval, OrderStage::issued, "submitted", "已呈报"},
    StageWords{MessageKind::approval, OrderStage::acknowledged, "under consideration", "审阅中"},
    StageWords{MessageKind::approval, OrderStage::refused, "not approved", "未批准"},
    StageWords{MessageKind::approval, OrderStage::done, "approved", "已批准"},
};

bool after(const std::optional<Step>& one, const std::optional<Step>& other) {
  return one && (!other || *other < *one);
}

}  // namespace

Text textOf(MessageKind kind, OrderStage stage) {
  for (const StageWords& words : kWords)
    if (words.kind == kind && words.stage == stage) return {std::string(words.en), std::string(words.zh)};
  return textOf(stage);
}

OrderStage lastStageOf(MessageKind kind, bool verifierNamed) {
  if (kind == MessageKind::notification) return OrderStage::acknowledged;
  if (kind == MessageKind::approval) return OrderStage::done;
  return verifierNamed ? OrderStage::verified : OrderStage::done;
}

std::vector<OrderCopy> copiesFor(const Brief& brief) {
  std::vector<OrderCopy> copies;
  const auto add = [&](const Addressee& to, bool responsible) {
    for (const OrderCopy& one : copies)
      if (one.to.key() == to.key()) return;
    OrderCopy copy;
    copy.to = to;
    copy.responsible = responsible;
    copies.push_back(std::move(copy));
  };
  if (brief.each.empty())
    add(brief.owner, true);
  else
    for (const Addressee& one : brief.each) add(one, true);
  for (const Addressee& one : brief.with) add(one, false);
  return copies;
}

OrderStage OrderCopy::stage() const {
  const bool standsDone = done && !after(sentBack, done);
  if (standsDone && verified && !after(sentBack, verified)) return OrderStage::verified;
  if (standsDone) return OrderStage::done;
  if (after(refused, acknowledged) && !after(started, refused) && !done) return OrderStage::refused;
  if (started || sentBack || done) return OrderStage::inProgress;
  if (acknowledged) return OrderStage::acknowledged;
  return delivered ? OrderStage::delivered : OrderStage::issued;
}

OrderStage Order::stage() const {
  if (status == OrderStatus::drafted || !issued) return OrderStage::drafted;
  std::optional<OrderStage> slowest;
  for (const OrderCopy& one : copies) {
    if (!one.responsible) continue;
    const OrderStage stage = one.stage();
    if (stage == OrderStage::refused) return stage;
    slowest = slowest ? std::min(*slowest, stage) : stage;
  }
  return slowest.value_or(OrderStage::issued);
}

bool Order::finished() const {
  if (status == OrderStatus::cancelled || status == OrderStatus::superseded) return true;
  if (status == OrderStatus::drafted) return false;
  const OrderStage last = lastStageOf(brief.kind, !brief.verifier.empty());
  return std::all_of(copies.begin(), copies.end(), [&](const OrderCopy& one) {
    const OrderStage stage = one.stage();
    return !one.responsible || (stage != OrderStage::refused && stage >= last);
  });
}

}  // namespace fengsui
