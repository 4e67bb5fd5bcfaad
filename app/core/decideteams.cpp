// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deciderules.h"

namespace fengsui::deciderules {
namespace {

// The rule that every way of binding a team shares: it must be free, or reserved for this very incident.
Outcome free(const Situation& s, const Team& team, Id<Incident> incident) {
  const auto elsewhere = [&]() -> Text {
    const Incident* at = team.assignment ? s.find(team.assignment->incident) : nullptr;
    return at ? sameInBoth(at->title) : Text{"another incident", "其他事件"};
  };
  switch (team.status) {
    case TeamStatus::available:
    case TeamStatus::returning:
      return {};
    case TeamStatus::reserved:
      if (team.assignment && team.assignment->incident == incident) return {};
      return refuse(team.name + " is reserved for " + elsewhere().en, team.name + "已预定给" + elsewhere().zh,
                    {"release it first", "请先解除预定"});
    case TeamStatus::enRoute:
    case TeamStatus::onScene:
      return refuse(team.name + " is " + textOf(team.status).en + " at " + elsewhere().en +
                        "; it cannot be sent elsewhere without release",
                    team.name + "正在“" + elsewhere().zh + "”（" + textOf(team.status).zh + "），未解除任务不能另派",
                    {"release it first, or send another team", "请先解除任务，或改派其他队伍"});
    case TeamStatus::unavailable:
      return refuse(
          team.name + " is unavailable" + (team.unavailableBecause.empty() ? "" : ": " + team.unavailableBecause),
          team.name + "不可用" + (team.unavailableBecause.empty() ? "" : "：" + team.unavailableBecause));
  }
  return {};
}

tl::unexpected<Error> mustBeAsked(const Team& team) {
  const std::string through = team.askedThrough;
  return refuse(team.name + " is not under own command: it is asked" + (through.empty() ? "" : " through " + through) +
                    ", not sent",
                team.name + "不归本级指挥，须" + (through.empty() ? "" : "通过" + through) + "商请，不能直接派出",
                {"use ask instead of send", "请用“商请”"});
}

Assignment assignmentFor(const Incident& incident, const DecisionContext& x, std::string task,
                         std::optional<Position> destination, std::optional<Instant> etaAt) {
  return {incident.id, destination ? destination : incident.location, std::move(task), x.occurred, etaAt};
}

// What an order ends, kept so that it can be taken back.
std::optional<TeamState> ended(const Team& team) {
  return team.state() == TeamState{} ? std::nullopt : std::optional(team.state());
}

}  // namespace

Decision decideOn(const Situation& s, const ReserveTeam& c, const DecisionContext& x) {
  const auto team = known(s, c.team);
  if (!team) return failure(team.error());
  const auto incident = openIncident(s, c.incident);
  if (!incident) return failure(incident.error());
  if ((*team)->authority == DispatchAuthority::asked) return mustBeAsked(**team);
  if ((*team)->status == TeamStatus::reserved)
    return refuse((*team)->name + " is reserved already", (*team)->name + "已预定");
  if (const auto is = free(s, **team, c.incident); !is) return failure(is.error());
  return one(TeamReserved{c.team, assignmentFor(**incident, x, c.task, std::nullopt, std::nullopt), ended(**team)});
}

Decision decideOn(const Situation& s, const SendTeam& c, const DecisionContext& x) {
  const auto team = known(s, c.team);
  if (!team) return failure(team.error());
  const auto incident = openIncident(s, c.incident);
  if (!incident) return failure(incident.error());
  if ((*team)->authority == DispatchAuthority::asked) return mustBeAsked(**team);
  if (const auto is = free(s, **team, c.incident); !is) return failure(is.error());
  if (c.etaAt && *c.etaAt < x.occurred)
    return failure(ErrorCode::invalid, {"the expected arrival is before the departure", "预计到达时间早于出发时间"});
  return one(TeamSent{c.team, assignmentFor(**incident, x, c.task, c.destination, c.etaAt), (*team)->position(),
                      ended(**team)});
}

Decision decideOn(const Situation& s, const AskTeam& c, const DecisionContext& x) {
  const auto team = known(s, c.team);
  if (!team) return failure(team.error());
  const auto incident = openIncident(s, c.incident);
  if (!incident) return failure(incident.error());
  if ((*team)->authority == DispatchAuthority::own)
    return refuse((*team)->name + " is under own command: it is sent, not asked",
                  (*team)->name + "归本级指挥，直接派出即可");
  if (const auto is = free(s, **team, c.incident); !is) return failure(is.error());
  if ((*team)->request)
    return refuse((*team)->name + " has been asked already and has not answered", (*team)->name + "已商请，尚未答复");
  return one(TeamAsked{c.team, Request{c.incident, (*team)->askedThrough, c.task, x.occurred}});
}

Decision decideOn(const Situation& s, const AnswerRequest& c, const DecisionContext& x) {
  const auto team = known(s, c.team);
  if (!team) return failure(team.error());
  if (!(*team)->request) return refuse((*team)->name + " has not been asked", (*team)->name + "没有待答复的商请");
  const Request& request = *(*team)->request;
  const std::string by = c.by.empty() ? request.through : c.by;
  if (!c.agreed) return one(TeamDeclined{c.team, request.incident, by, c.reason});
  const auto incident = openIncident(s, request.incident);
  if (!incident) return failure(incident.error());
  if (const auto is = free(s, **team, request.incident); !is) return failure(is.error());
  return one(TeamAgreed{c.team, by, assignmentFor(**incident, x, request.task, std::nullopt, c.etaAt), ended(**team)});
}

Decision decideOn(const Situation& s, const TeamArrives& c, const DecisionContext&) {
  const auto team = known(s, c.team);
  if (!team) return failure(team.error());
  if ((*team)->status != TeamStatus::enRoute || !(*team)->assignment)
    return refuse((*team)->name + " is not on its way (" + textOf((*team)->status).en + ")",
                  (*team)->name + "不在途中（" + textOf((*team)->status).zh + "）");
  return one(TeamArrived{c.team, (*team)->assignment->incident});
}

Decision decideOn(const Situation& s, const ReleaseTeam& c, const DecisionContext&) {
  const auto team = known(s, c.team);
  if (!team) return failure(team.error());
  if (!(*team)->assignment)
    return refuse((*team)->name + " has no task to be released from", (*team)->name + "没有任务可解除");
  const bool left = (*team)->status != TeamStatus::reserved;
  return one(TeamReleased{c.team, (*team)->assignment->incident, left ? TeamStatus::returning : TeamStatus::available,
                          c.reason});
}

Decision decideOn(const Situation& s, const TeamReturns& c, const DecisionContext&) {
  const auto team = known(s, c.team);
  if (!team) return failure(team.error());
  if ((*team)->status != TeamStatus::returning)
    return refuse((*team)->name + " is not on its way home (" + textOf((*team)->status).en + ")",
                  (*team)->name + "不在返回途中（" + textOf((*team)->status).zh + "）");
  return one(TeamReturned{c.team});
}

Decision decideOn(const Situation& s, const StandDown& c, const DecisionContext&) {
  const auto team = known(s, c.team);
  if (!team) return failure(team.error());
  if ((*team)->assignment)
    return refuse((*team)->name + " has a task; release it first", (*team)->name + "有任务在身，请先解除任务");
  if ((*team)->status == TeamStatus::unavailable)
    return refuse((*team)->name + " is unavailable already", (*team)->name + "已是不可用");
  return one(TeamStoodDown{c.team, c.reason, ended(**team)});
}

Decision decideOn(const Situation& s, const StandTo& c, const DecisionContext&) {
  const auto team = known(s, c.team);
  if (!team) return failure(team.error());
  if ((*team)->status != TeamStatus::unavailable)
    return refuse((*team)->name + " is " + textOf((*team)->status).en + " already",
                  (*team)->name + "已是" + textOf((*team)->status).zh);
  return one(TeamStoodTo{c.team, ended(**team)});
}

Decision decideOn(const Situation& s, const ReportPosition& c, const DecisionContext& x) {
  const auto team = known(s, c.team);
  if (!team) return failure(team.error());
  Fix fix = c.fix;
  if (fix.at == Instant{}) fix.at = x.occurred;
  if (fix.at.ms > x.now.ms + 5 * 60 * 1000)
    return failure(ErrorCode::invalid, {"a position from the future", "位置时间在未来"});
  return one(TeamPositionReported{c.team, std::move(fix)});
}

}  // namespace fengsui::deciderules
