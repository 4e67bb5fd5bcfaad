// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decidechecklist.h"

#include <algorithm>
#include <set>

#include "core/decideorders.h"
#include "core/deriveorders.h"
#include "core/roles.h"

namespace fengsui::deciderules {
namespace {

constexpr std::size_t kItemsPerEvent = 40;

}  // namespace

Result<std::vector<EventBody>> extensions(const Situation& s, Id<Response> response,
                                          const std::vector<ChecklistItem>& items) {
  std::vector<EventBody> bodies;
  std::set<Uuid> seen;
  for (std::size_t from = 0; from < items.size(); from += kItemsPerEvent) {
    ChecklistExtended part{response, {}};
    for (std::size_t i = from; i < std::min(items.size(), from + kItemsPerEvent); ++i) {
      ChecklistItem item = items[i];
      if (item.id.isNil() || s.find(item.id) || !seen.insert(item.id.uuid).second)
        return failure(ErrorCode::invalid, {"checklist line \"" + item.line + "\" needs an id of its own",
                                            "清单项“" + item.line + "”须有唯一标识"});
      if (item.line.empty() || item.brief.owner.name.empty())
        return failure(ErrorCode::invalid,
                       {"checklist line \"" + item.brief.title + "\" needs an id of its plan and an owner",
                        "清单项“" + item.brief.title + "”须有编号和主责"});
      item.response = response;
      item.mark = ItemMark::open;
      item.marked.reset();
      item.verified.reset();
      item.orders.clear();
      item.rounds = 0;
      item.stamp = {};
      part.items.push_back(std::move(item));
    }
    bodies.push_back(std::move(part));
  }
  return bodies;
}

Outcome signsFor(const Situation& s, const std::string& approver, const std::string& signedBy) {
  if (approver.empty() || signedBy == approver) return {};
  bool there = false;
  s.posts.forEach([&](const Uuid&, const Post& post) { there |= post.name == approver; });
  if (!there) return {};
  for (const Post* post : postsOf(s, signedBy))
    if (post->name == approver) return {};
  return refuse("this level is signed by " + approver + ", not by \"" + signedBy + "\"",
                "该级别由" + approver + "签批，不是“" + signedBy + "”");
}

Decision decideOn(const Situation& s, const ProposeResponse& c, const DecisionContext& x) {
  if (c.response.level.empty() || c.response.title.empty())
    return refuse("a response is proposed with a title and a level", "拟启动响应须有名称和级别");
  if (c.response.id.isNil() || s.find(c.response.id))
    return failure(ErrorCode::invalid, {"a response needs an id of its own", "响应须有唯一标识"});
  Response response = c.response;
  response.status = ResponseStatus::proposed;
  if (response.proposedBy.empty()) response.proposedBy = x.actor;
  response.signedBy.clear();
  response.startedAt = x.occurred;
  response.stamp = {};
  return one(ResponseProposed{std::move(response)});
}

Decision decideOn(const Situation& s, const NoteArrival& c, const DecisionContext& x) {
  const auto response = known(s, c.response);
  if (!response) return failure(response.error());
  if (c.who.empty()) return refuse("say who arrived", "须写明谁到了");
  std::optional<Step> before;
  bool listed = false;
  for (const Arrival& arrival : (*response)->arrivals) {
    if (arrival.who != c.who) continue;
    before = arrival.came;
    listed = true;
  }
  if (before) return refuse(c.who + " has arrived already", c.who + "已到");
  return one(ArrivalNoted{c.response, c.who, Step{x.occurred, c.name.empty() ? c.who : c.name, {}}, before, !listed});
}

Decision decideOn(const Situation& s, const MeetEndCondition& c, const DecisionContext& x) {
  const auto response = known(s, c.response);
  if (!response) return failure(response.error());
  for (const EndCondition& condition : (*response)->endConditions)
    if (condition.zh == c.condition || condition.en == c.condition)
      return one(EndConditionMet{c.response, condition.zh, Step{x.occurred, x.actor, c.words}, condition.met});
  return failure(ErrorCode::notFound,
                 {"the response has no such condition: " + c.condition, "该响应没有这项终止条件：" + c.condition});
}

Decision decideOn(const Situation& s, const ExtendChecklist& c, const DecisionContext&) {
  const auto response = known(s, c.response);
  if (!response) return failure(response.error());
  if ((*response)->status != ResponseStatus::active)
    return refuse("this response is " + textOf((*response)->status).en, "该响应" + textOf((*response)->status).zh);
  if (c.items.empty()) return refuse("there is nothing to add", "没有可加入的清单项");
  auto bodies = extensions(s, c.response, c.items);
  if (!bodies) return failure(bodies.error());
  std::vector<DecidedEvent> events;
  for (EventBody& body : *bodies) events.push_back({std::move(body), std::nullopt});
  return events;
}

Decision decideOn(const Situation& s, const MarkItem& c, const DecisionContext& x) {
  const auto found = known(s, c.item);
  if (!found) return failure(found.error());
  const ChecklistItem& item = **found;
  if (item.mark == c.mark)
    return refuse("\"" + item.brief.title + "\" is " + textOf(item.mark).en + " already",
                  "“" + item.brief.title + "”已是" + textOf(item.mark).zh);
  if (c.mark == ItemMark::skipped && item.mandatory && c.words.empty())
    return refuse("\"" + item.brief.title + "\" is mandatory: skipping it needs a reason",
                  "“" + item.brief.title + "”为必办项，跳过须写明理由");
  if (c.mark == ItemMark::skipped && item.mandatory)
    if (const auto may =
            mayOnly(s, x, {Role::dutyOfficer, Role::commander}, {"skipping a mandatory line", "跳过必办项"});
        !may)
      return failure(may.error());
  ItemMarked marked{c.item,
                    c.mark,
                    said(x, c.by, c.words),
                    c.answer,
                    {},
                    item.mark,
                    item.marked,
                    item.timing.dueAt,
                    item.rounds + (c.mark == ItemMark::done ? 1 : 0)};
  if (c.mark == ItemMark::done && item.timing.everyMs > 0) {
    const Instant due = item.timing.dueAt.value_or(x.occurred);
    const std::int64_t rounds = std::max<std::int64_t>(0, (x.occurred.ms - due.ms) / item.timing.everyMs) + 1;
    marked.nextDueAt = Instant{due.ms + rounds * item.timing.everyMs};
  }
  return one(std::move(marked));
}

Decision decideOn(const Situation& s, const VerifyItem& c, const DecisionContext& x) {
  const auto item = known(s, c.item);
  if (!item) return failure(item.error());
  if ((*item)->mark != ItemMark::done) return refuse("only what is done is verified", "办结后才能核验");
  if ((*item)->verified) return refuse("it is verified already", "已核验");
  const Step verified = said(x, c.by, c.words);
  if ((*item)->marked && (*item)->marked->by == verified.by)
    return refuse("whoever did it does not verify it: " + verified.by, "不能由办理人自己核验：" + verified.by);
  return one(ItemVerified{c.item, verified});
}

}  // namespace fengsui::deciderules
