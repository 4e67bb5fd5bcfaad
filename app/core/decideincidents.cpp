// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deciderules.h"

namespace fengsui::deciderules {

Result<const Incident*> openIncident(const Situation& s, Id<Incident> id) {
  return known(s, id).and_then([](const Incident* incident) -> Result<const Incident*> {
    if (!incident->open())
      return refuse("incident \"" + incident->title + "\" is " + textOf(incident->status).en,
                    "事件“" + incident->title + "”已" + textOf(incident->status).zh,
                    {"reopen it first", "请先恢复该事件"});
    return incident;
  });
}

Decision decideOn(const Situation& s, const ReportIncident& c, const DecisionContext& x) {
  if (c.incident.title.empty() && c.incident.kind.empty())
    return failure(ErrorCode::invalid, {"an incident needs a kind or a title", "事件须有类型或标题"});
  if (c.incident.id.isNil() || s.find(c.incident.id))
    return failure(ErrorCode::invalid, {"an incident needs an id of its own", "事件须有唯一标识"});
  Incident incident = c.incident;
  if (incident.title.empty()) incident.title = incident.locality + textOf(Vocabulary::incidentKind, incident.kind).zh;
  if (incident.kind.empty()) incident.kind = "other";
  incident.status = IncidentStatus::reported;
  incident.stamp = {};
  incident.closedAt.reset();
  if (incident.reportedAt == Instant{}) incident.reportedAt = x.now;
  if (incident.happenedAt == Instant{}) incident.happenedAt = x.occurred;
  return one(IncidentReported{std::move(incident)});
}

Decision decideOn(const Situation& s, const CloseIncident& c, const DecisionContext&) {
  const auto incident = openIncident(s, c.incident);
  if (!incident) return failure(incident.error());
  std::string bound;
  s.teams.forEach([&](const Uuid&, const Team& team) {
    const bool here = (team.assignment && team.assignment->incident == c.incident) ||
                      (team.request && team.request->incident == c.incident);
    if (here) bound += (bound.empty() ? "" : ", ") + team.name;
  });
  if (!bound.empty())
    return refuse("an incident with teams bound to it cannot be closed: " + bound,
                  "尚有队伍未归建，事件不能结束：" + bound, {"release the teams first", "请先解除队伍任务"});
  return one(IncidentClosed{c.incident, c.withdrawn, c.reason, (*incident)->status});
}

Decision decideOn(const Situation& s, const ReopenIncident& c, const DecisionContext&) {
  const auto incident = known(s, c.incident);
  if (!incident) return failure(incident.error());
  if ((*incident)->open())
    return refuse("incident \"" + (*incident)->title + "\" is open already",
                  "事件“" + (*incident)->title + "”并未结束");
  return one(IncidentReopened{c.incident, IncidentStatus::underway, c.reason, (*incident)->status,
                              (*incident)->closedAt, (*incident)->closedBecause});
}

Decision decideOn(const Situation& s, const ReportFigure& c, const DecisionContext& x) {
  const auto incident = known(s, c.incident);
  if (!incident) return failure(incident.error());
  if (c.figure.count < 0) return failure(ErrorCode::invalid, {"a count cannot be negative", "人数不能为负"});
  if (c.figure.source.empty())
    return refuse("a figure without its source is not recorded: whose count is it?", "数字必须注明口径（谁报的）",
                  {"name the office that counts: police, health, town …", "请注明公安、卫健、镇街等口径"});
  Figure figure = c.figure;
  figure.decided = false;
  if (figure.cutOff == Instant{}) figure.cutOff = x.occurred;
  std::optional<Figure> replaces;
  for (const Figure& own : (*incident)->figures)
    if (own.kind == figure.kind && own.source == figure.source) replaces = own;
  return one(FigureReported{c.incident, std::move(figure), std::move(replaces)});
}

Decision decideOn(const Situation& s, const DecideFigure& c, const DecisionContext&) {
  const auto incident = known(s, c.incident);
  if (!incident) return failure(incident.error());
  std::string was;
  bool counted = false;
  for (const Figure& own : (*incident)->figures) {
    if (own.kind != c.kind) continue;
    if (own.decided) was = own.source;
    counted = counted || own.source == c.source;
  }
  if (counted && c.reason.empty())
    return refuse("why does the count of \"" + c.source + "\" hold?", "请写明为何以“" + c.source + "”的数字为准",
                  {"a few words are enough: checked on the spot, by name …", "写几个字即可：现场核实、名单比对……"});
  if (counted) return one(FigureDecided{c.incident, c.kind, c.source, c.reason, was});
  return refuse("\"" + c.source + "\" has reported no such figure", "“" + c.source + "”没有报过这个数字");
}

}  // namespace fengsui::deciderules
