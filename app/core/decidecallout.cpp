// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "core/deciderules.h"
#include "core/foldduty.h"

// Warnings, and calling out the persons whom they concern (叫应).

namespace fengsui::deciderules {
namespace {

constexpr std::size_t kCallsPerEvent = 100;

/// Who a person of a call-out is, apart from the id of this call.
std::string whoIs(const Call& call) {
  if (call.person) return call.person->text();
  return call.town + '\n' + call.place + '\n' + call.post + '\n' + call.name;
}

tl::unexpected<Error> isClosed(const Callout& callout) {
  return refuse("call-out \"" + callout.title + "\" is closed", "叫应“" + callout.title + "”已结束",
                {"start another one", "请另行发起叫应"});
}

struct OpenCall {
  const Call* call;
  const Callout* callout;
};

Result<OpenCall> callOf(const Situation& s, Id<Call> id) {
  const auto call = known(s, id);
  if (!call) return failure(call.error());
  const auto callout = known(s, (*call)->callout);
  if (!callout) return failure(callout.error());
  return OpenCall{*call, *callout};
}

/// The persons who are not in the call-out yet, in events of at most a hundred.
Decision extend(const Situation& s, Id<Callout> callout, const std::vector<Call>& calls) {
  std::set<std::string> already;
  s.calls.forEach([&](const Uuid&, const Call& call) {
    if (call.callout == callout) already.insert(whoIs(call));
  });
  std::vector<DecidedEvent> events;
  std::set<Id<Call>> ids;
  for (const Call& wanted : calls) {
    if (wanted.name.empty())
      return failure(ErrorCode::invalid, {"whoever is to be called needs a name", "叫应对象须有姓名"});
    if (wanted.id.isNil() || s.find(wanted.id) || !ids.insert(wanted.id).second)
      return failure(ErrorCode::invalid, {"everybody who is to be called needs an id of his own: " + wanted.name,
                                          "叫应对象须有唯一标识：" + wanted.name});
    if (wanted.peopleAtRisk < 0)
      return failure(ErrorCode::invalid,
                     {"people at risk cannot be negative: " + wanted.name, "受威胁人数不能为负：" + wanted.name});
    if (wanted.person)
      if (const auto person = known(s, *wanted.person); !person) return failure(person.error());
    if (!already.insert(whoIs(wanted)).second) continue;
    Call call = wanted;
    call.callout = callout;
    call.claimed.reset();
    call.attempts.clear();
    call.escalations.clear();
    call.delivered.reset();
    call.woken.reset();
    call.responded.reset();
    call.stamp = {};
    if (events.empty() || std::get<CalloutExtended>(events.back().body).calls.size() == kCallsPerEvent)
      events.push_back({CalloutExtended{callout, {}}, std::nullopt});
    std::get<CalloutExtended>(events.back().body).calls.push_back(std::move(call));
  }
  return events;
}

}  // namespace

Decision decideOn(const Situation& s, const IssueWarning& c, const DecisionContext& x) {
  if (c.warning.kind.empty() || c.warning.issuer.empty())
    return refuse("a warning needs its kind and who issued it", "预警须有种类和发布单位",
                  {"for example: rainstorm, by the weather bureau", "如：暴雨，区气象局发布"});
  if (c.warning.id.isNil() || s.find(c.warning.id))
    return failure(ErrorCode::invalid, {"a warning needs an id of its own", "预警须有唯一标识"});
  Warning warning = c.warning;
  if (warning.replaces) {
    const auto before = known(s, *warning.replaces);
    if (!before) return failure(before.error());
    if ((*before)->status != WarningStatus::inForce)
      return refuse("the warning that it replaces is " + textOf((*before)->status).en,
                    "被变更的预警已" + textOf((*before)->status).zh);
  }
  if (warning.signedAt == Instant{}) warning.signedAt = x.occurred;
  if (warning.signedAt > x.now)
    return failure(ErrorCode::invalid, {"a warning is not signed in the future", "预警签发时间不能在未来"});
  if (warning.until && *warning.until <= warning.signedAt)
    return failure(ErrorCode::invalid, {"the warning would end before it begins", "预警结束时间早于签发时间"});
  warning.status = WarningStatus::inForce;
  warning.ended.reset();
  warning.stamp = {};
  return one(WarningIssued{std::move(warning)});
}

Decision decideOn(const Situation& s, const LiftWarning& c, const DecisionContext& x) {
  const auto warning = known(s, c.warning);
  if (!warning) return failure(warning.error());
  if ((*warning)->status != WarningStatus::inForce)
    return refuse("this warning is " + textOf((*warning)->status).en, "该预警已" + textOf((*warning)->status).zh);
  return one(WarningLifted{c.warning, {x.occurred, x.actor, c.reason}});
}

Decision decideOn(const Situation& s, const StartCallout& c, const DecisionContext& x) {
  if (c.callout.id.isNil() || s.find(c.callout.id))
    return failure(ErrorCode::invalid, {"a call-out needs an id of its own", "叫应须有唯一标识"});
  Callout callout = c.callout;
  if (callout.warning) {
    const auto warning = known(s, *callout.warning);
    if (!warning) return failure(warning.error());
    // The five minutes count from the signature of the warning, however late the desk begins.
    if (callout.signedAt == Instant{}) callout.signedAt = (*warning)->signedAt;
    if (callout.title.empty()) callout.title = (*warning)->kind + textOf((*warning)->colour).zh + "预警叫应";
    if (callout.text.empty()) callout.text = (*warning)->text;
  }
  if (callout.response)
    if (const auto response = known(s, *callout.response); !response) return failure(response.error());
  if (callout.incident)
    if (const auto incident = known(s, *callout.incident); !incident) return failure(incident.error());
  if (callout.title.empty())
    return failure(ErrorCode::invalid, {"a call-out needs a title or a warning", "叫应须有标题或对应的预警"});
  if (callout.goalMs <= 0 || callout.goalPercent < 0 || callout.goalPercent > 100)
    return failure(ErrorCode::invalid,
                   {"the goal is a share of 0 to 100 % within a time", "叫应目标须为 0–100% 和时限"});
  if (callout.signedAt == Instant{}) callout.signedAt = x.occurred;
  if (callout.signedAt > x.now)
    return failure(ErrorCode::invalid, {"a call-out is not signed in the future", "叫应签发时间不能在未来"});
  callout.ladderOrigin = x.origin;
  callout.closed.reset();
  callout.stamp = {};
  auto extended = extend(s, callout.id, c.calls);
  if (!extended) return extended;
  extended->insert(extended->begin(), DecidedEvent{CalloutStarted{std::move(callout)}, std::nullopt});
  return extended;
}

Decision decideOn(const Situation& s, const ExtendCallout& c, const DecisionContext&) {
  const auto callout = known(s, c.callout);
  if (!callout) return failure(callout.error());
  if ((*callout)->closed) return isClosed(**callout);
  return extend(s, c.callout, c.calls);
}

Decision decideOn(const Situation& s, const ClaimCall& c, const DecisionContext& x) {
  const auto of = callOf(s, c.call);
  if (!of) return failure(of.error());
  const Call& call = *of->call;
  if (of->callout->closed) return isClosed(*of->callout);
  if (call.responded) return refuse(call.name + " has said it back already", call.name + "已回应，不必再叫");
  if (heldByAnother(call, x.actor, x.now))
    return refuse(call.claimed->by + " is calling " + call.name + " now", call.claimed->by + "正在叫应" + call.name,
                  {"take the next one; after three minutes the claim lapses", "请叫下一个；三分钟后占用自动失效"});
  return one(CallClaimed{c.call, Step{x.now, x.actor, {}}, call.claimed});
}

Decision decideOn(const Situation& s, const UnclaimCall& c, const DecisionContext& x) {
  const auto of = callOf(s, c.call);
  if (!of) return failure(of.error());
  const Call& call = *of->call;
  if (!call.claimed) return refuse("nobody is calling " + call.name, "无人占用" + call.name);
  if (heldByAnother(call, x.actor, x.now))
    return refuse(call.claimed->by + " is calling " + call.name + " now", call.claimed->by + "正在叫应" + call.name);
  return one(CallClaimed{c.call, std::nullopt, call.claimed});
}

Decision decideOn(const Situation& s, const TryCall& c, const DecisionContext& x) {
  const auto of = callOf(s, c.call);
  if (!of) return failure(of.error());
  Attempt attempt = c.attempt;
  if (attempt.at == Instant{}) attempt.at = x.occurred;
  if (attempt.at > x.now) return failure(ErrorCode::invalid, {"nobody is called in the future", "叫应时间不能在未来"});
  // What happened before the end is still noted: a list that a runner brings.
  if (of->callout->closed && attempt.at >= of->callout->closed->at) return isClosed(*of->callout);
  if (attempt.by.empty()) attempt.by = x.actor;
  if (attempt.channel.empty()) attempt.channel = "telephone";
  if (attempt.whom.empty()) attempt.whom = of->call->name;
  const CallStage reached = attempt.reached ? std::max(c.reached, CallStage::delivered) : c.reached;
  attempt.reached = reached != CallStage::waiting;
  return one(CallTried{c.call, std::move(attempt), reached});
}

Decision decideOn(const Situation& s, const EscalateCall& c, const DecisionContext& x) {
  const auto of = callOf(s, c.call);
  if (!of) return failure(of.error());
  const Call& call = *of->call;
  if (of->callout->closed) return isClosed(*of->callout);
  if (of->callout->ladderOrigin != x.origin)
    return refuse("another seat climbs the ladder of this call-out, so that nobody is rung twice",
                  "本次叫应由其他席位逐级升级，避免重复拨打",
                  {"take the ladder over first", "如需由本席升级，请先接管"});
  if (call.responded) return refuse(call.name + " has said it back already", call.name + "已回应，不需升级");
  const auto& ladder = of->callout->ladder;
  if (c.rung < 0 || static_cast<std::size_t>(c.rung) >= ladder.size())
    return failure(ErrorCode::invalid, {"the ladder has no such rung", "升级链没有这一级"});
  for (const Escalation& climbed : call.escalations)
    if (climbed.rung == c.rung)
      return refuse("this rung was climbed already: " + climbed.whom, "该级已升级至：" + climbed.whom);
  const std::string& written = ladder[static_cast<std::size_t>(c.rung)].whom;
  std::string whom = written;
  if (written == "B" && call.substitute && !call.substitute->name.empty()) whom = call.substitute->name;
  if (written == "town") whom = call.town.empty() ? "镇街值班室" : call.town + "值班室";
  return one(CallEscalated{c.call, {c.rung, std::move(whom), {x.occurred, x.actor, {}}}});
}

Decision decideOn(const Situation& s, const TakeCalloutLadder& c, const DecisionContext& x) {
  const auto callout = known(s, c.callout);
  if (!callout) return failure(callout.error());
  if ((*callout)->closed) return isClosed(**callout);
  if ((*callout)->ladderOrigin == x.origin) return refuse("this seat climbs the ladder already", "本席已负责逐级升级");
  return one(CalloutLadderTaken{c.callout, x.origin, (*callout)->ladderOrigin});
}

Decision decideOn(const Situation& s, const CloseCallout& c, const DecisionContext& x) {
  const auto callout = known(s, c.callout);
  if (!callout) return failure(callout.error());
  if ((*callout)->closed) return isClosed(**callout);
  std::int64_t silent = 0;
  s.calls.forEach([&](const Uuid&, const Call& call) { silent += call.callout == c.callout && !call.responded; });
  if (silent > 0 && c.reason.empty())
    return refuse(std::to_string(silent) + " have not said it back; ending the call-out needs a reason",
                  "尚有 " + std::to_string(silent) + " 人未回应，结束叫应须写明理由");
  return one(CalloutClosed{c.callout, {x.occurred, x.actor, c.reason}});
}

}  // namespace fengsui::deciderules
