// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decideorders.h"

#include <algorithm>

#include "core/deriveorders.h"
#include "core/fold.h"
#include "core/roles.h"

// How an order is drafted, signed, recalled and given to others.

namespace fengsui::deciderules {

void Sequel::add(std::vector<DecidedEvent> events) {
  for (DecidedEvent& event : events) {
    Event folded;
    folded.header.hlc = situation.lastHlc + 1;
    folded.header.occurred = x.occurred;
    folded.header.actor = x.actor;
    folded.body = event.body;
    fold(situation, folded);
    decided.push_back(std::move(event));
  }
}

Outcome Sequel::add(Decision decision) {
  if (!decision) return failure(decision.error());
  add(std::move(*decision));
  return {};
}

namespace {

const Text kIssuing{"issuing an order", "签发派单"};

// Two letters of the seat, so that two seats without a line between them never give one number twice.
std::string seatMark(const Uuid& origin) {
  static constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  std::uint32_t mixed = 0;
  for (const auto byte : origin.bytes) mixed = mixed * 31 + byte;
  return {kLetters[mixed % 32], kLetters[mixed / 32 % 32]};
}

std::string_view kindMark(MessageKind kind) {
  switch (kind) {
    case MessageKind::instruction:
      return "令";
    case MessageKind::appeal:
      return "提";
    case MessageKind::request:
      return "商";
    case MessageKind::notification:
      return "通";
    case MessageKind::approval:
      return "请";
  }
  return {};
}

// "令0042-K3": said over the telephone and repeated back.
std::string nextNumber(const Situation& s, MessageKind kind, const Uuid& origin) {
  const std::string mark = '-' + seatMark(origin);
  int last = 0;
  s.orders.forEach([&](const Uuid&, const Order& order) {
    if (!order.number.ends_with(mark)) return;
    const auto digits = order.number.find_first_of("0123456789");
    if (digits != std::string::npos) last = std::max(last, std::atoi(order.number.c_str() + digits));
  });
  std::string number = std::to_string(last + 1);
  number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
  return std::string(kindMark(kind)) + number + mark;
}

// A team that others command is asked: the draft becomes a request. Both in one order is two orders.
Outcome fitToAuthority(const Situation& s, Brief& brief) {
  std::string sent, asked;
  for (const OrderCopy& copy : copiesFor(brief)) {
    if (!copy.responsible || copy.to.kind != AddresseeKind::team) continue;
    const auto team = known(s, Id<Team>{copy.to.subject});
    if (!team) return failure(team.error());
    std::string& list = (*team)->authority == DispatchAuthority::asked ? asked : sent;
    list += (list.empty() ? "" : ", ") + (*team)->name;
  }
  if (asked.empty() || brief.kind != MessageKind::instruction) return {};
  if (!sent.empty())
    return refuse(sent + " is sent and " + asked + " is asked: one order cannot do both",
                  sent + "由本级指挥，" + asked + "须商请，不能写在一张单上", {"write two orders", "请分开拟单"});
  brief.kind = MessageKind::request;
  return {};
}

Outcome fitToDraft(const Situation& s, const Order& order) {
  if (order.id.isNil() || s.find(order.id))
    return failure(ErrorCode::invalid, {"an order needs an id of its own", "派单须有唯一标识"});
  if (order.brief.task.empty() && order.brief.taskEn.empty())
    return refuse("an order says what is to be done", "派单须写明任务");
  for (const OrderCopy& copy : copiesFor(order.brief))
    if (copy.to.name.empty())
      return refuse("an order needs somebody who answers for it", "派单须有主责",
                    {"name a post, an organisation or a team", "请写明岗位、单位或队伍"});
  if (order.response)
    if (const auto there = known(s, *order.response); !there) return failure(there.error());
  if (order.incident)
    if (const auto there = known(s, *order.incident); !there) return failure(there.error());
  if (order.parent)
    if (const auto there = known(s, *order.parent); !there) return failure(there.error());
  if (order.item) {
    const auto item = known(s, *order.item);
    if (!item) return failure(item.error());
    if ((*item)->mark == ItemMark::notApplicable)
      return refuse("line \"" + (*item)->brief.title + "\" no longer applies",
                    "清单项“" + (*item)->brief.title + "”已不再适用");
  }
  return {};
}

Decision draft(const Situation& s, Order order, const DecisionContext& x) {
  if (const auto fits = fitToDraft(s, order); !fits) return failure(fits.error());
  if (const auto fits = fitToAuthority(s, order.brief); !fits) return failure(fits.error());
  if (order.brief.task.empty()) order.brief.task = order.brief.taskEn;
  if (order.brief.title.empty()) order.brief.title = order.brief.task.substr(0, order.brief.task.find_first_of("\n"));
  order.number.clear();
  order.status = OrderStatus::drafted;
  order.drafted = {x.occurred, x.actor, {}};
  order.issued.reset();
  order.ended.reset();
  order.parts.clear();
  order.stamp = {};
  order.copies = copiesFor(order.brief);
  return one(OrderDrafted{std::move(order)});
}

Text checkText(SafetyCheck check, const SafetyFacts& facts, std::int64_t marginMinutes) {
  Text text = textOf(check);
  if (check == SafetyCheck::margin) {
    const std::string has = facts.marginMinutes ? std::to_string(*facts.marginMinutes) : "?";
    text.en += " (" + has + " of " + std::to_string(marginMinutes) + " min)";
    text.zh += "（" + has + "/" + std::to_string(marginMinutes) + " 分钟）";
  }
  return text;
}

// What is said of teams when their order is signed: own ones are bound, others asked, through the rules that bind and
// ask everywhere.
Outcome bindTeams(Sequel& sequel, const Order& order) {
  if (!order.incident) return {};
  for (const OrderCopy& copy : order.copies) {
    if (copy.to.kind != AddresseeKind::team) continue;
    const Id<Team> id{copy.to.subject};
    const Team* team = sequel.situation.find(id);
    if (!team) continue;
    const bool here = (team->assignment && team->assignment->incident == *order.incident) ||
                      (team->request && team->request->incident == *order.incident);
    if (here) continue;
    if (order.brief.kind == MessageKind::instruction) {
      if (const auto done = sequel.does(ReserveTeam{id, *order.incident, order.brief.task}); !done) return done;
    } else if (order.brief.kind == MessageKind::request && team->authority == DispatchAuthority::asked) {
      if (const auto done = sequel.does(AskTeam{id, *order.incident, order.brief.task}); !done) return done;
    }
  }
  return {};
}

// The lines that must be done before.
Outcome needsMet(const Situation& s, const Order& order, const std::string& overrideReason) {
  const ChecklistItem* item = order.item ? s.find(*order.item) : nullptr;
  if (!item || item->needs.empty() || !overrideReason.empty()) return {};
  std::string open;
  s.checklist.forEach([&](const Uuid&, const ChecklistItem& other) {
    if (other.response != item->response || other.mark == ItemMark::notApplicable) return;
    if (std::find(item->needs.begin(), item->needs.end(), other.line) == item->needs.end()) return;
    if (!isDone(s, other)) open += (open.empty() ? "" : "、") + other.brief.title;
  });
  if (open.empty()) return {};
  return refuse("these lines must be done before: " + open, "须先办结：" + open,
                {"finish them, or give a reason to go on without", "请先办结，或写明先行理由"});
}

// Teams that the order bound and that are not at work yet are free again.
Outcome freeTeams(Sequel& sequel, const Order& order, const std::string& reason) {
  if (!order.incident) return {};
  for (const OrderCopy& copy : order.copies) {
    if (copy.to.kind != AddresseeKind::team) continue;
    const Id<Team> id{copy.to.subject};
    const Team* team = sequel.situation.find(id);
    if (!team) continue;
    const bool bound = team->assignment && team->assignment->incident == *order.incident &&
                       (team->status == TeamStatus::reserved || team->status == TeamStatus::enRoute);
    if (bound)
      if (const auto done = sequel.does(ReleaseTeam{id, reason}); !done) return done;
    if (team->request && team->request->incident == *order.incident)
      sequel.add({{TeamDeclined{id, *order.incident, sequel.x.actor, reason}, std::nullopt}});
  }
  return {};
}

Result<const Order*> issuedOrder(const Situation& s, Id<Order> id) {
  const auto order = known(s, id);
  if (!order) return order;
  if ((*order)->status != OrderStatus::issued)
    return refuse("order " + (*order)->number + " is " + textOf((*order)->status).en + ", not issued",
                  "派单" + (*order)->number + textOf((*order)->status).zh + "，不在签发状态");
  return order;
}

}  // namespace

Decision decideOn(const Situation& s, const DraftOrder& c, const DecisionContext& x) {
  Sequel sequel{s, x, {}};
  if (c.insteadOf)
    if (const auto away = sequel.does(DiscardOrder{*c.insteadOf, "改写"}); !away) return failure(away.error());
  if (const auto drafted = sequel.add(draft(sequel.situation, c.order, x)); !drafted) return failure(drafted.error());
  if (c.signedBy.empty()) return std::move(sequel.decided);
  IssueOrder signing{c.order.id, c.signedBy, std::nullopt, c.overrideReason};
  if (const auto issued = sequel.does(signing); !issued) return failure(issued.error());
  return std::move(sequel.decided);
}

Decision decideOn(const Situation& s, const DiscardOrder& c, const DecisionContext& x) {
  const auto order = known(s, c.order);
  if (!order) return failure(order.error());
  if ((*order)->status != OrderStatus::drafted)
    return refuse("only a draft is put away; an issued order is recalled", "只有草稿可以作废；已签发的派单须撤回");
  return one(OrderDiscarded{c.order, {x.occurred, x.actor, c.reason}});
}

Decision decideOn(const Situation& s, const IssueOrder& c, const DecisionContext& x) {
  const auto found = known(s, c.order);
  if (!found) return failure(found.error());
  Order order = **found;
  if (order.status != OrderStatus::drafted)
    return refuse("order " + order.number + " is " + textOf(order.status).en + " already",
                  "派单" + order.number + textOf(order.status).zh);
  if (c.signedBy.empty()) return refuse("an order needs who signs it", "派单须有签发人");
  const auto may =
      order.parent
          ? mayOnly(s, x,
                    {Role::dutyOfficer, Role::commander, Role::dispatcher, Role::jointDuty, Role::town, Role::field},
                    kIssuing)
          : mayOnly(s, x, {Role::dutyOfficer, Role::commander, Role::dispatcher}, kIssuing);
  if (!may) return failure(may.error());
  if (const auto fits = fitToAuthority(s, order.brief); !fits) return failure(fits.error());
  order.copies = copiesFor(order.brief);
  if (order.brief.task.find("____") != std::string::npos)
    return refuse("the task still has blanks: " + order.brief.task, "任务中还有空白未填：" + order.brief.task,
                  {"fill the blanks first", "请先补全再签发"});
  if (const auto met = needsMet(s, order, c.overrideReason); !met) return failure(met.error());

  const SafetyFacts facts = c.safetyFacts.value_or(order.safetyFacts);
  const std::vector<SafetyCheck> missing = unmetChecks(order.brief, facts);
  Text says;
  for (const SafetyCheck check : missing) {
    const Text text = checkText(check, facts, order.brief.marginMinutes);
    says.en += (says.en.empty() ? "" : "; ") + text.en;
    says.zh += (says.zh.empty() ? "" : "；") + text.zh;
  }
  if (!missing.empty() && c.overrideReason.empty())
    return refuse("stopped for safety, this is not so: " + says.en, "安全检查未通过：" + says.zh,
                  {"see to it, or a commander lets it go with a reason", "请先落实；确需放行须由指挥员写明理由"});
  if (!missing.empty())
    if (const auto allowed = mayOnly(s, x, {Role::commander, Role::dutyOfficer},
                                     {"letting an order go against a safety check", "安全检查放行"});
        !allowed)
      return failure(allowed.error());

  std::optional<Instant> dueBy = order.dueBy;
  if (order.brief.dueMinutes) dueBy = Instant{x.occurred.ms + *order.brief.dueMinutes * 60'000};
  Sequel sequel{s, x, {}};
  OrderIssued issued{c.order, nextNumber(s, order.brief.kind, x.origin), order.brief, {x.occurred, c.signedBy, {}}};
  issued.dueBy = dueBy;
  issued.ladderOrigin = x.origin;
  issued.safetyFacts = facts;
  issued.overridden = missing;
  issued.overrideReason = c.overrideReason;
  sequel.add({{std::move(issued), std::nullopt}});
  if (const auto bound = bindTeams(sequel, order); !bound) return failure(bound.error());
  return std::move(sequel.decided);
}

Decision decideOn(const Situation& s, const RecallOrder& c, const DecisionContext& x) {
  const auto order = issuedOrder(s, c.order);
  if (!order) return failure(order.error());
  if (c.reason.empty()) return refuse("recalling an order needs a reason", "撤回派单须写明理由");
  Sequel sequel{s, x, {}};
  sequel.add({{OrderRecalled{c.order, {x.occurred, x.actor, c.reason}}, std::nullopt}});
  if (const auto freed = freeTeams(sequel, **order, c.reason); !freed) return failure(freed.error());
  return std::move(sequel.decided);
}

Decision decideOn(const Situation& s, const ReplaceOrder& c, const DecisionContext& x) {
  const auto order = issuedOrder(s, c.order);
  if (!order) return failure(order.error());
  if (c.by.empty()) return refuse("say who does it instead", "须写明改派给谁");
  if (c.reason.empty()) return refuse("giving an order to others needs a reason", "改派须写明理由");
  Sequel sequel{s, x, {}};
  OrderReplaced replaced{c.order, {}, {x.occurred, x.actor, c.reason}};
  for (const Order& other : c.by) replaced.by.push_back(other.id);
  sequel.add({{replaced, std::nullopt}});
  if (const auto freed = freeTeams(sequel, **order, c.reason); !freed) return failure(freed.error());
  for (Order other : c.by) {
    other.replaces = c.order;
    if (!other.item) other.item = (*order)->item;
    if (!other.response) other.response = (*order)->response;
    if (!other.incident) other.incident = (*order)->incident;
    if (!other.parent) other.parent = (*order)->parent;
    if (const auto drafted = sequel.does(DraftOrder{std::move(other), c.signedBy, c.overrideReason}); !drafted)
      return failure(drafted.error());
  }
  return std::move(sequel.decided);
}

}  // namespace fengsui::deciderules
