// SPDX-License-Identifier: GPL-3.0-or-later
// fengsuictl order: drafting, signing, what comes back, and what is done when nothing does.

#include "cli/aboutcommand.h"
#include "cli/choices.h"
#include "cli/lookup.h"
#include "cli/ordershow.h"
#include "cli/ordertext.h"
#include "cli/sendcommand.h"
#include "cli/session.h"

namespace fengsui {
namespace {

struct OrderOptions {
  std::string order, kind = "instruction", title, task, place, location, incident, response, item, parent, safety,
                     equipment, route, contact, ladder, verifier, signedBy, override_, by, words, channel, failed,
                     officer, at;
  std::vector<std::string> to, with, expects, answer, forbidden, checks, instead;
  std::int64_t due = 0, margin = -1, minimum = 0, rung = 0;
  bool recall = false, repeated = false;
};

void addBrief(CLI::App* c, OrderOptions& o, const Session& session) {
  c->add_option("--to", o.to,
                told(session,
                     "who answers for it: post:NAME/SUBSTITUTE, team:NAME, place:NAME, organisation:NAME; "
                     "several make a copy for each",
                     "主责：post:岗位/B角、team:队伍、place:地方、organisation:单位；多个则各一份"));
  c->add_option("--with", o.with, told(session, "who helps", "协办"));
  c->add_option("--kind", o.kind, told(session, "kind: ", "文种：") + choicesOf<MessageKind>(session.console.language));
  c->add_option("--title", o.title, told(session, "a short name", "标题"));
  c->add_option("--task", o.task, told(session, "what is to be done", "任务"));
  c->add_option("--place", o.place, told(session, "where, as people call it", "地点（俗名）"));
  c->add_option("--location", o.location, told(session, "longitude,latitude (WGS 84)", "经度,纬度（WGS 84）"));
  c->add_option("--incident", o.incident, told(session, "the incident", "事件"));
  c->add_option("--response", o.response, told(session, "the response", "响应"));
  c->add_option("--part-of", o.parent, told(session, "the order that this hands down", "由哪张派单下派"));
  c->add_option("--safety", o.safety, told(session, "what to mind", "安全要求"));
  c->add_option("--equipment", o.equipment, told(session, "what to bring", "携带装备"));
  c->add_option("--route", o.route, told(session, "the way, and where not to go", "路线与禁行"));
  c->add_option("--contact", o.contact, told(session, "two ways to reach us", "联系人（两路）"));
  c->add_option("--forbidden", o.forbidden, told(session, "what must not be done", "禁止事项"));
  c->add_option("--expect", o.expects,
                told(session, "a field of the answer: NAME:TYPE:UNIT or PARTS", "反馈字段：名称:类型:单位或分项"));
  c->add_option("--ladder", o.ladder,
                told(session, "who is rung when nobody answers: 2=B,4=town,30=NAME!", "催办：2=B,4=town,30=岗位!"));
  c->add_option("--due", o.due, told(session, "minutes until it should be done", "办结时限（分钟）"));
  c->add_option("--verifier", o.verifier, told(session, "who verifies", "核验人"));
  c->add_option("--check", o.checks,
                told(session, "a safety check: ", "安全检查：") + choicesOf<SafetyCheck>(session.console.language));
  c->add_option("--minimum-margin", o.minimum, told(session, "minutes against the front", "最小余量（分钟）"));
}

void addSigning(CLI::App* c, OrderOptions& o, const Session& session) {
  c->add_option("--override", o.override_,
                told(session, "why it goes although a check does not hold", "未过安全检查仍放行的理由"));
  c->add_option("--officer", o.officer, told(session, "the safety officer", "安全员"));
  c->add_option("--margin", o.margin, told(session, "minutes against the front", "与前锋的余量（分钟）"));
}

Result<Brief> briefFrom(const Situation& s, const OrderOptions& o) {
  Brief brief;
  const auto kind = choose<MessageKind>(o.kind);
  if (!kind) return failure(kind.error());
  brief.kind = *kind;
  for (const std::string& written : o.to) {
    const auto to = addresseeFrom(s, written);
    if (!to) return failure(to.error());
    brief.each.push_back(*to);
  }
  if (!brief.each.empty()) brief.owner = brief.each.front();
  if (brief.each.size() == 1) brief.each.clear();
  for (const std::string& written : o.with) {
    const auto to = addresseeFrom(s, written);
    if (!to) return failure(to.error());
    brief.with.push_back(*to);
  }
  for (const std::string& written : o.expects) {
    const auto field = fieldFrom(written);
    if (!field) return failure(field.error());
    brief.expects.push_back(*field);
  }
  for (const std::string& written : o.checks) {
    const auto check = choose<SafetyCheck>(written);
    if (!check) return failure(check.error());
    brief.checks.push_back(*check);
  }
  const auto ladder = ladderFrom(o.ladder);
  if (!ladder) return failure(ladder.error());
  brief.ladder = *ladder;
  if (!o.location.empty()) {
    const auto location = Position::parse(o.location);
    if (!location) return failure(location.error());
    brief.location = *location;
  }
  brief.title = o.title;
  brief.task = o.task;
  brief.place = o.place;
  brief.safety = o.safety;
  brief.equipment = o.equipment;
  brief.route = o.route;
  brief.contact = o.contact;
  brief.forbidden = o.forbidden;
  if (o.due > 0) brief.dueMinutes = o.due;
  brief.verifier = o.verifier;
  brief.marginMinutes = o.minimum;
  return brief;
}

template <class Entity>
Outcome name(const Situation& s, const std::string& written, std::optional<Id<Entity>>& into) {
  if (written.empty()) return {};
  const auto id = lookUp<Entity>(s, written);
  if (!id) return failure(id.error());
  into = *id;
  return {};
}

Result<Order> orderFrom(const Situation& s, const OrderOptions& o) {
  Order order;
  order.id.uuid = Uuid::v7(systemNow());
  if (!o.item.empty()) {
    if (const auto named = name(s, o.item, order.item); !named) return failure(named.error());
    const ChecklistItem& item = *s.find(*order.item);
    order.brief = item.brief;
    order.response = item.response;
    if (!o.task.empty()) order.brief.task = o.task;
  } else {
    auto brief = briefFrom(s, o);
    if (!brief) return failure(brief.error());
    order.brief = std::move(*brief);
  }
  if (const auto named = name(s, o.incident, order.incident); !named) return failure(named.error());
  if (const auto named = name(s, o.response, order.response); !named) return failure(named.error());
  if (const auto named = name(s, o.parent, order.parent); !named) return failure(named.error());
  order.safetyFacts.officer = o.officer;
  if (o.margin >= 0) order.safetyFacts.marginMinutes = o.margin;
  return order;
}

using MakeFor = std::function<Result<Command>(const Situation&, Id<Order>, const OrderOptions&)>;

CLI::App* addAbout(CLI::App* parent, Session& session, const char* called, const Text& help, const Text& done,
                   const std::shared_ptr<OrderOptions>& o, MakeFor make) {
  return addAbout<Order>(parent, session, called, help, done, o, &OrderOptions::order, std::move(make));
}

std::string addressee(const OrderOptions& o) {
  return o.to.empty() ? std::string() : o.to.front();
}

/// What an addressee says: the same options for each of the receipts.
CLI::App* addReceipt(CLI::App* parent, Session& session, const char* called, const Text& help, const Text& done,
                     const Text& wordsHelp, MakeFor make) {
  auto o = std::make_shared<OrderOptions>();
  auto* command = addAbout(parent, session, called, help, done, o, std::move(make));
  command->add_option("--to", o->to, told(session, "whose copy, where it went to several", "受令方（多个时）"));
  command->add_option("--by", o->by, told(session, "who says so", "报告人"));
  command->add_option("--words", o->words, session.console.say(wordsHelp));
  command->add_option("--answer", o->answer,
                      told(session, "FIELD=VALUE or FIELD=PART:COUNT,…", "字段=值 或 字段=分项:数,…"));
  command->add_flag("--repeated", o->repeated, told(session, "number, task and limit were said back", "已复诵"));
  return command;
}

void addReceipts(CLI::App* order, Session& session) {
  const Text words{"in which words", "原话"}, why{"why", "理由"};
  addReceipt(order, session, "ack", {"acknowledged, agreed to, received", "签收、同意、收悉"},
             {"acknowledged", "已签收"}, words, [](const Situation&, Id<Order> id, const OrderOptions& o) {
               return Command(AcknowledgeOrder{id, addressee(o), o.by, o.words, o.repeated});
             });
  addReceipt(order, session, "refuse", {"refused, with its reason", "拒绝（须有理由）"}, {"refused", "已记拒绝"}, why,
             [](const Situation&, Id<Order> id, const OrderOptions& o) {
               return Command(RefuseOrder{id, addressee(o), o.by, o.words});
             });
  addReceipt(order, session, "start", {"begun", "开始办理"}, {"begun", "已开始"}, words,
             [](const Situation&, Id<Order> id, const OrderOptions& o) {
               return Command(StartOrder{id, addressee(o), o.by});
             });
  addReceipt(order, session, "done", {"done, with its answer", "办结（附反馈）"}, {"done", "已办结"}, words,
             [](const Situation&, Id<Order> id, const OrderOptions& o) -> Result<Command> {
               FinishOrder command{id, addressee(o), o.by, o.words, {}};
               for (const std::string& written : o.answer) {
                 const auto value = answerFrom(written);
                 if (!value) return failure(value.error());
                 command.answer.push_back(*value);
               }
               return Command(std::move(command));
             });
  addReceipt(order, session, "send-back", {"it is not done after all", "退回重办"}, {"sent back", "已退回"}, why,
             [](const Situation&, Id<Order> id, const OrderOptions& o) {
               return Command(SendBackOrder{id, addressee(o), o.by, o.words});
             });
  addReceipt(order, session, "verify", {"somebody else has seen that it is done", "核验"}, {"verified", "已核验"},
             words, [](const Situation&, Id<Order> id, const OrderOptions& o) {
               return Command(VerifyOrder{id, addressee(o), o.by, o.words});
             });
  addReceipt(order, session, "again", {"ask again: the ladder starts anew", "再催：梯次重新计时"},
             {"asked again", "已再催"}, words, [](const Situation&, Id<Order> id, const OrderOptions& o) {
               return Command(AskAgain{id, addressee(o), o.words});
             });
}

void addChasing(CLI::App* order, Session& session) {
  auto o = std::make_shared<OrderOptions>();
  auto* escalate = addAbout(order, session, "escalate", {"climb a rung of the ladder", "催办升级"},
                            {"rung climbed", "已催办"}, o, [](const Situation&, Id<Order> id, const OrderOptions& x) {
                              return Command(EscalateOrder{id, addressee(x), x.rung - 1});
                            });
  escalate->add_option("--to", o->to, told(session, "whose copy", "受令方"));
  escalate->add_option("--rung", o->rung, told(session, "which rung, from 1", "第几级（从1起）"))->required();

  addAbout(order, session, "take-ladder", {"this seat chases from now on", "由本席位接管催办"},
           {"taken over", "已接管"}, std::make_shared<OrderOptions>(),
           [](const Situation&, Id<Order> id, const OrderOptions&) { return Command(TakeLadder{id}); });

  o = std::make_shared<OrderOptions>();
  auto* carry = addAbout(order, session, "carry", {"note how it, or its recall, was brought", "登记送达"},
                         {"noted", "已登记"}, o, [](const Situation&, Id<Order> id, const OrderOptions& x) {
                           Attempt attempt{x.channel, {}, {}, x.by, x.failed.empty(), x.failed};
                           return Command(CarryOrder{id, addressee(x), std::move(attempt), x.recall});
                         });
  carry->add_option("--to", o->to, told(session, "whose copy", "受令方"));
  carry->add_option("--channel", o->channel, "spoken, print, file, mail, seat …")->required();
  carry->add_option("--whom", o->by, told(session, "who was reached", "找到的人"));
  carry->add_option("--failed", o->failed, told(session, "why it did not get there", "未送达的原因"));
  carry->add_flag("--recall", o->recall, told(session, "the recall, not the order", "送达的是撤回通知"));

  o = std::make_shared<OrderOptions>();
  auto* recall = addAbout(order, session, "recall", {"take an issued order back", "撤回"}, {"recalled", "已撤回"}, o,
                          [](const Situation&, Id<Order> id, const OrderOptions& x) {
                            return Command(RecallOrder{id, x.words});
                          });
  recall->add_option("--reason", o->words, told(session, "why", "理由"))->required();

  o = std::make_shared<OrderOptions>();
  auto* replace = addAbout(order, session, "replace", {"give it to others: to one, or split", "改派或拆分"},
                           {"given to others", "已改派"}, o,
                           [](const Situation& s, Id<Order> id, const OrderOptions& x) -> Result<Command> {
                             ReplaceOrder command{id, {}, x.signedBy, x.words, x.override_};
                             for (const std::string& written : x.instead) {
                               const auto to = addresseeFrom(s, written);
                               if (!to) return failure(to.error());
                               Order other;
                               other.id.uuid = Uuid::v7(systemNow());
                               other.brief = s.find(id)->brief;
                               other.brief.owner = *to;
                               other.brief.each.clear();
                               command.by.push_back(std::move(other));
                             }
                             return Command(std::move(command));
                           });
  replace->add_option("--to", o->instead, told(session, "who does it instead", "改派给谁"))->required();
  replace->add_option("--sign", o->signedBy, told(session, "who signs", "签发人"))->required();
  replace->add_option("--reason", o->words, told(session, "why", "理由"))->required();
  replace->add_option("--override", o->override_, told(session, "why it goes against a check", "放行理由"));
}

}  // namespace

void addOrderCommands(CLI::App& app, Session& session) {
  auto* order = app.add_subcommand("order", told(session, "draft, sign and follow orders", "派单：拟稿、签发、跟踪"));
  order->require_subcommand(1);

  auto o = std::make_shared<OrderOptions>();
  auto* draft =
      order->add_subcommand("draft", told(session, "a new order; --sign issues it at once", "拟单；--sign 即签发"));
  draft->add_option("--item", o->item, told(session, "the line of a checklist that it is made from", "由清单项生成"));
  addBrief(draft, *o, session);
  addSigning(draft, *o, session);
  draft->add_option("--sign", o->signedBy, told(session, "who signs", "签发人"));
  draft->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          auto made = orderFrom(s, *o);
          if (!made) return failure(made.error());
          return Command(DraftOrder{std::move(*made), o->signedBy, o->override_});
        },
        o->signedBy.empty() ? Text{"drafted", "已拟单"} : Text{"issued", "已签发"});
  });

  o = std::make_shared<OrderOptions>();
  auto* issue = addAbout(order, session, "issue", {"sign a draft", "签发"}, {"issued", "已签发"}, o,
                         [](const Situation& s, Id<Order> id, const OrderOptions& x) {
                           SafetyFacts facts = s.find(id)->safetyFacts;
                           if (!x.officer.empty()) facts.officer = x.officer;
                           if (x.margin >= 0) facts.marginMinutes = x.margin;
                           return Command(IssueOrder{id, x.signedBy, facts, x.override_});
                         });
  issue->add_option("--sign", o->signedBy, told(session, "who signs", "签发人"))->required();
  addSigning(issue, *o, session);

  o = std::make_shared<OrderOptions>();
  auto* discard = addAbout(order, session, "discard", {"put a draft away", "草稿作废"}, {"put away", "已作废"}, o,
                           [](const Situation&, Id<Order> id, const OrderOptions& x) {
                             return Command(DiscardOrder{id, x.words});
                           });
  discard->add_option("--reason", o->words, told(session, "why", "理由"));

  addReceipts(order, session);
  addChasing(order, session);
  addSendCommands(*order, session);
  addOrderViews(*order, session);
}

}  // namespace fengsui
