// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/decideorders.h"
#include "core/deriveorders.h"

// What comes back from those to whom an order went, and what is done when nothing does.

namespace fengsui::deciderules {
namespace {

struct Copy {
  const Order* order = nullptr;
  const OrderCopy* copy = nullptr;
};

// The copy that is meant: by its key, by the addressee's name, or the only one.
Result<Copy> copyOf(const Situation& s, Id<Order> id, const std::string& to) {
  const auto order = known(s, id);
  if (!order) return failure(order.error());
  const Order& o = **order;
  if (o.status == OrderStatus::drafted || !o.issued)
    return refuse("order \"" + o.brief.title + "\" is not issued yet", "派单“" + o.brief.title + "”尚未签发");
  if (to.empty() && o.copies.size() == 1) return Copy{&o, &o.copies.front()};
  for (const OrderCopy& copy : o.copies)
    if (copy.to.key() == to || copy.to.name == to) return Copy{&o, &copy};
  std::string names;
  for (const OrderCopy& copy : o.copies) names += (names.empty() ? "" : "、") + copy.to.name;
  return refuse("order " + o.number + " did not go to \"" + to + "\"", "派单" + o.number + "没有发给“" + to + "”",
                {"it went to " + names, "受令方：" + names});
}

Result<Copy> liveCopy(const Situation& s, Id<Order> id, const std::string& to) {
  const auto found = copyOf(s, id, to);
  if (found && found->order->status != OrderStatus::issued)
    return refuse("order " + found->order->number + " was " + textOf(found->order->status).en,
                  "派单" + found->order->number + textOf(found->order->status).zh,
                  {"tell the addressee so", "请告知受令方"});
  return found;
}

// The team of this copy, where the order is about an incident and the team is bound to it.
const Team* teamOf(const Situation& s, const Copy& at) {
  if (!at.order->incident || at.copy->to.kind != AddresseeKind::team) return nullptr;
  return s.find(Id<Team>{at.copy->to.subject});
}

std::string missingFields(const std::vector<AnswerField>& expects, const std::vector<AnswerValue>& answer) {
  std::string missing;
  for (const AnswerField& field : expects) {
    const bool given = std::any_of(answer.begin(), answer.end(), [&](const AnswerValue& value) {
      return value.field == field.id && (!value.text.empty() || !value.counts.empty());
    });
    if (!given) missing += (missing.empty() ? "" : "、") + (field.zh.empty() ? field.en : field.zh);
  }
  return missing;
}

}  // namespace

Decision decideOn(const Situation& s, const CarryOrder& c, const DecisionContext& x) {
  const auto at = copyOf(s, c.order, c.to);
  if (!at) return failure(at.error());
  if (c.attempt.channel.empty()) return refuse("say by which channel", "须写明送达渠道");
  if (c.recall && at->order->status == OrderStatus::issued)
    return refuse("order " + at->order->number + " has not been taken back", "派单" + at->order->number + "没有撤回");
  Attempt attempt = c.attempt;
  if (attempt.at == Instant{}) attempt.at = x.occurred;
  if (attempt.by.empty()) attempt.by = x.actor;
  return one(OrderCarried{c.order, at->copy->to.key(), std::move(attempt), c.recall});
}

Decision decideOn(const Situation& s, const AcknowledgeOrder& c, const DecisionContext& x) {
  const auto at = liveCopy(s, c.order, c.to);
  if (!at) return failure(at.error());
  Sequel sequel{s, x, {}};
  sequel.add({{OrderAcknowledged{c.order, at->copy->to.key(), said(x, c.by, c.words), c.repeatedBack}, std::nullopt}});
  // Whoever commands the team said yes: it is on its way.
  const Team* team = teamOf(s, *at);
  if (team && team->request && team->request->incident == *at->order->incident)
    if (const auto agreed = sequel.does(AnswerRequest{team->id, true, c.by, {}, std::nullopt}); !agreed)
      return failure(agreed.error());
  return std::move(sequel.decided);
}

Decision decideOn(const Situation& s, const RefuseOrder& c, const DecisionContext& x) {
  const auto at = liveCopy(s, c.order, c.to);
  if (!at) return failure(at.error());
  if (c.reason.empty()) return refuse("a refusal is recorded with its reason", "拒绝须记录理由");
  if (at->copy->stage() >= OrderStage::done)
    return refuse("it is done already", "该单已办结", {"send it back where it is not", "如未办成请退回重办"});
  Sequel sequel{s, x, {}};
  sequel.add({{OrderRefused{c.order, at->copy->to.key(), said(x, c.by, c.reason)}, std::nullopt}});
  const Team* team = teamOf(s, *at);
  if (team && team->request && team->request->incident == *at->order->incident) {
    if (const auto declined = sequel.does(AnswerRequest{team->id, false, c.by, c.reason, std::nullopt}); !declined)
      return failure(declined.error());
  } else if (team && team->status == TeamStatus::reserved && team->assignment &&
             team->assignment->incident == *at->order->incident) {
    if (const auto released = sequel.does(ReleaseTeam{team->id, c.reason}); !released) return failure(released.error());
  }
  return std::move(sequel.decided);
}

Decision decideOn(const Situation& s, const StartOrder& c, const DecisionContext& x) {
  const auto at = liveCopy(s, c.order, c.to);
  if (!at) return failure(at.error());
  if (at->order->brief.kind == MessageKind::notification || at->order->brief.kind == MessageKind::approval)
    return refuse("nothing is begun on a " + textOf(at->order->brief.kind).en,
                  textOf(at->order->brief.kind).zh + "不需要开始办理");
  if (at->copy->stage() >= OrderStage::inProgress && at->copy->stage() != OrderStage::refused)
    return refuse("it is " + textOf(at->order->brief.kind, at->copy->stage()).en + " already",
                  "该单" + textOf(at->order->brief.kind, at->copy->stage()).zh);
  Sequel sequel{s, x, {}};
  sequel.add({{OrderStarted{c.order, at->copy->to.key(), said(x, c.by, {})}, std::nullopt}});
  const Team* team = teamOf(s, *at);
  if (team && team->authority == DispatchAuthority::own && team->status == TeamStatus::reserved && team->assignment &&
      team->assignment->incident == *at->order->incident)
    if (const auto sent = sequel.does(
            SendTeam{team->id, *at->order->incident, at->order->brief.task, at->order->brief.location, std::nullopt});
        !sent)
      return failure(sent.error());
  return std::move(sequel.decided);
}

Decision decideOn(const Situation& s, const FinishOrder& c, const DecisionContext& x) {
  const auto at = liveCopy(s, c.order, c.to);
  if (!at) return failure(at.error());
  const Brief& brief = at->order->brief;
  if (brief.kind == MessageKind::notification)
    return refuse("a notification is received, not done", "通报只须收悉，不须办结");
  if (const std::string missing = missingFields(brief.expects, c.answer); !missing.empty())
    return refuse("the answer lacks: " + missing, "反馈缺：" + missing,
                  {"give it, or write \"unknown\"", "请补全，确实不明的写“未知”"});
  std::string unfinished;
  for (const Id<Order> part : at->order->parts)
    if (const Order* one = s.find(part); one && one->open())
      unfinished += (unfinished.empty() ? "" : "、") + one->number;
  if (!unfinished.empty())
    return refuse("what was handed down is not finished: " + unfinished, "下派的派单尚未办结：" + unfinished);
  return one(OrderDone{c.order, at->copy->to.key(), said(x, c.by, c.words), c.answer});
}

Decision decideOn(const Situation& s, const SendBackOrder& c, const DecisionContext& x) {
  const auto at = liveCopy(s, c.order, c.to);
  if (!at) return failure(at.error());
  if (at->copy->stage() < OrderStage::done) return refuse("nobody has said that it is done", "该单尚未报办结");
  if (c.reason.empty()) return refuse("say what is not done", "须写明未办成之处");
  return one(OrderSentBack{c.order, at->copy->to.key(), said(x, c.by, c.reason)});
}

Decision decideOn(const Situation& s, const VerifyOrder& c, const DecisionContext& x) {
  const auto at = liveCopy(s, c.order, c.to);
  if (!at) return failure(at.error());
  const OrderStage stage = at->copy->stage();
  if (stage == OrderStage::verified) return refuse("it is verified already", "该单已核验");
  if (stage != OrderStage::done)
    return refuse("only what is said to be done is verified; it is " + textOf(at->order->brief.kind, stage).en,
                  "报办结后才能核验；目前" + textOf(at->order->brief.kind, stage).zh);
  const Step verified = said(x, c.by, c.words);
  if (verified.by == at->copy->done->by)
    return refuse("whoever did it does not verify it: " + verified.by, "不能由办理人自己核验：" + verified.by);
  if (const auto gap = ledgerGap(s, *at->order, *at->copy))
    return refuse("the ledger counts " + std::to_string(gap->counted) + " of " + std::to_string(gap->expected) +
                      " people as moved; not found: " + gap->missing,
                  "台账清点到 " + std::to_string(gap->counted) + " 人，应转 " + std::to_string(gap->expected) +
                      " 人；未到：" + gap->missing,
                  {"find them first, or send the order back", "先找人，或退回重办"});
  return one(OrderVerified{c.order, at->copy->to.key(), verified});
}

Decision decideOn(const Situation& s, const AskAgain& c, const DecisionContext& x) {
  const auto at = liveCopy(s, c.order, c.to);
  if (!at) return failure(at.error());
  if (at->copy->stage() >= OrderStage::done)
    return refuse("it is done; there is nothing to ask for", "该单已办结，无须再催");
  return one(OrderAskedAgain{c.order, at->copy->to.key(), said(x, {}, c.words)});
}

Decision decideOn(const Situation& s, const EscalateOrder& c, const DecisionContext& x) {
  const auto at = liveCopy(s, c.order, c.to);
  if (!at) return failure(at.error());
  if (at->order->ladderOrigin != x.origin)
    return refuse("the seat that issued order " + at->order->number + " rings next, so that nobody is rung twice",
                  "派单" + at->order->number + "由签发席位负责催办，避免重复拨打",
                  {"take its ladder over first", "如须接手，请先接管催办"});
  const auto& ladder = at->order->brief.ladder;
  if (c.rung < 0 || static_cast<std::size_t>(c.rung) >= ladder.size())
    return refuse("the ladder has " + std::to_string(ladder.size()) + " rungs",
                  "催办梯次共 " + std::to_string(ladder.size()) + " 级");
  const Rung& rung = ladder[static_cast<std::size_t>(c.rung)];
  const OrderStage stage = at->copy->stage();
  const bool answered = rung.forAnswer ? stage >= OrderStage::done : at->copy->answeredAt >= at->copy->askedAt;
  if (answered && stage != OrderStage::refused)
    return refuse("it has been answered: " + textOf(at->order->brief.kind, stage).en,
                  "对方已答复：" + textOf(at->order->brief.kind, stage).zh);
  for (const Escalation& climbed : at->copy->escalations)
    if (climbed.rung == c.rung && climbed.step.at >= at->copy->askedAt)
      return refuse("this rung has been climbed", "该级已催办");
  const std::string whom = rung.whom == "B" && !at->copy->to.substitute.empty() ? at->copy->to.substitute : rung.whom;
  return one(OrderEscalated{c.order, at->copy->to.key(), Escalation{c.rung, whom, said(x, {}, {})}});
}

Decision decideOn(const Situation& s, const TakeLadder& c, const DecisionContext& x) {
  const auto order = known(s, c.order);
  if (!order) return failure(order.error());
  if ((*order)->status != OrderStatus::issued) return refuse("this order is not issued", "该单不在签发状态");
  if ((*order)->ladderOrigin == x.origin) return refuse("this seat climbs the ladder already", "本席位已负责催办");
  return one(OrderLadderTaken{c.order, x.origin, (*order)->ladderOrigin});
}

}  // namespace fengsui::deciderules
