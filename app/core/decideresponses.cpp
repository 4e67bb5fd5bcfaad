// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/decidechecklist.h"
#include "core/deriveorders.h"
#include "core/roles.h"

namespace fengsui::deciderules {

Decision decideOn(const Situation& s, const ActivateResponse& c, const DecisionContext& x) {
  if (c.response.level.empty() || c.response.signedBy.empty())
    return refuse("a response is activated at a level and with the name of who signed", "启动响应须有级别和签发人",
                  {"without a signature nobody may say that it is activated", "无签批不得对外称“已启动”"});
  const Response* proposed = s.find(c.response.id);
  if (c.response.id.isNil() || (proposed && proposed->status != ResponseStatus::proposed))
    return failure(ErrorCode::invalid, {"a response needs an id of its own", "响应须有唯一标识"});
  if (const auto may = signsFor(s, c.response.approver, c.response.signedBy); !may) return failure(may.error());
  for (const auto incident : c.response.incidents)
    if (const auto there = known(s, incident); !there) return failure(there.error());
  Response response = c.response;
  response.status = ResponseStatus::active;
  response.stamp = {};
  if (response.startedAt == Instant{}) response.startedAt = x.occurred;
  auto lines = extensions(s, response.id, c.items);
  if (!lines) return failure(lines.error());
  std::vector<DecidedEvent> events{{ResponseActivated{std::move(response)}, std::nullopt}};
  for (EventBody& body : *lines) events.push_back({std::move(body), std::nullopt});
  return events;
}

Decision decideOn(const Situation& s, const DeclineResponse& c, const DecisionContext& x) {
  if (c.response.signedBy.empty() || c.response.reason.empty())
    return refuse("not activating needs a name and a reason too", "不启动也须写明决定人和理由");
  const Response* proposed = s.find(c.response.id);
  if (c.response.id.isNil() || (proposed && proposed->status != ResponseStatus::proposed))
    return failure(ErrorCode::invalid, {"a response needs an id of its own", "响应须有唯一标识"});
  Response response = c.response;
  response.status = ResponseStatus::declined;
  response.stamp = {};
  if (response.startedAt == Instant{}) response.startedAt = x.occurred;
  return one(ResponseDeclined{std::move(response)});
}

Decision decideOn(const Situation& s, const ChangeResponseLevel& c, const DecisionContext& x) {
  const auto response = known(s, c.response);
  if (!response) return failure(response.error());
  if ((*response)->status != ResponseStatus::active)
    return refuse("this response is " + textOf((*response)->status).en, "该响应" + textOf((*response)->status).zh);
  if (c.to.empty() || c.signedBy.empty())
    return refuse("a change of level needs the level and who signed", "调整响应级别须有级别和签发人");
  if ((*response)->level == c.to) return refuse("the response is at level " + c.to + " already", "响应已是" + c.to);
  const std::string& documentNumber = c.documentNumber.empty() ? (*response)->documentNumber : c.documentNumber;
  if (const auto may = signsFor(s, c.approver, c.signedBy); !may) return failure(may.error());
  auto lines = extensions(s, c.response, c.add);
  if (!lines) return failure(lines.error());
  std::vector<DecidedEvent> events{
      {ResponseLevelChanged{c.response, (*response)->level, c.to, c.signedBy, documentNumber, (*response)->signedBy,
                            (*response)->documentNumber, c.approver, (*response)->approver, c.criteria},
       std::nullopt}};
  for (EventBody& body : *lines) events.push_back({std::move(body), std::nullopt});
  // What has been begun goes on; what nobody has begun is marked as no longer applying.
  ChecklistNarrowed narrowed{c.response, {}, false, {x.occurred, c.signedBy, c.to}};
  for (const Id<ChecklistItem> id : c.drop) {
    const auto item = known(s, id);
    if (!item) return failure(item.error());
    if ((*item)->mark == ItemMark::open && (*item)->orders.empty()) narrowed.items.push_back(id);
  }
  if (!narrowed.items.empty()) events.push_back({std::move(narrowed), std::nullopt});
  return events;
}

Decision decideOn(const Situation& s, const EndResponse& c, const DecisionContext&) {
  const auto response = known(s, c.response);
  if (!response) return failure(response.error());
  if ((*response)->status != ResponseStatus::active)
    return refuse("this response is " + textOf((*response)->status).en, "该响应" + textOf((*response)->status).zh);
  if (c.signedBy.empty()) return refuse("the end of a response needs who approved it", "终止响应须有批准人");
  if (const auto may = signsFor(s, (*response)->approver, c.signedBy); !may) return failure(may.error());
  Text open;
  for (const EndCondition& condition : (*response)->endConditions) {
    if (condition.met) continue;
    open.en += (open.en.empty() ? "" : "; ") + (condition.en.empty() ? condition.zh : condition.en);
    open.zh += (open.zh.empty() ? "" : "；") + condition.zh;
  }
  if (!open.en.empty())
    return refuse("the end is not reached, this is not so yet: " + open.en, "尚不能终止，以下条件未落实：" + open.zh,
                  {"confirm each of them first", "请逐项确认后再终止"});
  return one(ResponseEnded{c.response, c.signedBy, c.reason, (*response)->reason});
}

}  // namespace fengsui::deciderules
