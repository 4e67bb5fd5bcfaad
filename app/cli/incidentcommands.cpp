// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/aboutcommand.h"
#include "cli/choices.h"
#include "cli/lookup.h"
#include "cli/session.h"

#include "core/derive.h"

namespace fengsui {
namespace {

struct IncidentOptions {
  std::string which, title, kind, level, lead, locality, address, commander, source, location, note, status;
};

void addFields(CLI::App* command, IncidentOptions& o, const Session& session) {
  command->add_option("--title", o.title, told(session, "a short name", "标题"));
  command->add_option(
      "--kind", o.kind,
      told(session, "kind: ", "类型：") + choicesOf(Vocabulary::incidentKind, session.console.language));
  command->add_option("--level", o.level,
                      told(session, "level: ", "级别：") + choicesOf<IncidentLevel>(session.console.language));
  command->add_option("--lead", o.lead, told(session, "lead department", "牵头部门"));
  command->add_option("--locality", o.locality, told(session, "town or street in charge", "属地"));
  command->add_option("--address", o.address, told(session, "where, as it was told", "地点描述"));
  command->add_option("--commander", o.commander, told(session, "on-scene commander", "现场指挥官"));
  command->add_option("--location", o.location, told(session, "longitude,latitude (WGS 84)", "经度,纬度（WGS 84）"));
  command->add_option("--note", o.note, told(session, "anything else", "备注"));
}

Result<Command> report(const IncidentOptions& o) {
  ReportIncident command;
  Incident& incident = command.incident;
  incident.id.uuid = Uuid::v7(systemNow());
  incident.title = o.title;
  if (!o.kind.empty()) {
    const auto kind = choose(Vocabulary::incidentKind, o.kind);
    if (!kind) return failure(kind.error());
    incident.kind = *kind;
  }
  if (!o.level.empty()) {
    const auto level = choose<IncidentLevel>(o.level);
    if (!level) return failure(level.error());
    incident.level = *level;
  }
  incident.leadDepartment = o.lead;
  incident.locality = o.locality;
  incident.address = o.address;
  incident.onSceneCommander = o.commander;
  incident.source = o.source;
  incident.note = o.note;
  if (!o.location.empty()) {
    const auto location = Position::parse(o.location);
    if (!location) return failure(location.error());
    incident.location = *location;
  }
  return Command(std::move(command));
}

Result<Command> update(const Situation& s, const IncidentOptions& o) {
  const auto id = lookUp<Incident>(s, o.which);
  if (!id) return failure(id.error());
  Revise<Incident> command{*id, {}};
  const auto set = [&](const char* field, const std::string& value) {
    if (!value.empty()) command.set.emplace_back(field, value);
  };
  set("title", o.title);
  set("leadDepartment", o.lead);
  set("locality", o.locality);
  set("address", o.address);
  set("onSceneCommander", o.commander);
  set("note", o.note);
  if (!o.kind.empty()) {
    const auto kind = choose(Vocabulary::incidentKind, o.kind);
    if (!kind) return failure(kind.error());
    set("kind", *kind);
  }
  if (!o.level.empty()) {
    if (o.level == "none" || o.level == "未定") {
      command.set.emplace_back("level", Json());
    } else {
      const auto level = choose<IncidentLevel>(o.level);
      if (!level) return failure(level.error());
      command.set.emplace_back("level", nameOf(*level).code);
    }
  }
  if (!o.status.empty()) {
    const auto status = choose<IncidentStatus>(o.status);
    if (!status) return failure(status.error());
    command.set.emplace_back("status", nameOf(*status).code);
  }
  if (!o.location.empty()) {
    const auto location = Position::parse(o.location);
    if (!location) return failure(location.error());
    command.set.emplace_back("location", encode(*location));
  }
  return Command(std::move(command));
}

struct FigureOptions {
  std::string which, kind, source, cutOff, verification = "pending";
  std::int64_t count = 0;
};

Result<Command> figure(const Situation& s, const FigureOptions& o) {
  const auto id = lookUp<Incident>(s, o.which);
  if (!id) return failure(id.error());
  const auto kind = choose<FigureKind>(o.kind);
  if (!kind) return failure(kind.error());
  const auto verification = choose<Verification>(o.verification);
  if (!verification) return failure(verification.error());
  Figure figure{*kind, o.count, o.source, {}, *verification, false};
  if (!o.cutOff.empty()) {
    const auto at = momentFrom(o.cutOff, zoneOf(s), systemNow());
    if (!at) return failure(at.error());
    figure.cutOff = *at;
  }
  return Command(ReportFigure{*id, figure});
}

}  // namespace

void addIncidentCommands(CLI::App& app, Session& session) {
  auto* incident =
      app.add_subcommand("incident", told(session, "report, update and close incidents", "事件接报、更新、结束"));
  incident->require_subcommand(1);
  const std::string whichHelp = told(session, "title, key or id", "标题、编码或标识");

  auto options = std::make_shared<IncidentOptions>();
  auto* reporting = incident->add_subcommand("report", told(session, "a new incident", "接报新事件"));
  addFields(reporting, *options, session);
  reporting->add_option("--source", options->source, told(session, "who reported it", "报告人"));
  reporting->callback([options, &session] {
    session.execute([&](const Situation&) { return report(*options); }, {"reported", "已接报"});
  });

  options = std::make_shared<IncidentOptions>();
  auto* updating = incident->add_subcommand("update", told(session, "change what is known", "更新事件信息"));
  updating->add_option("INCIDENT", options->which, whichHelp)->required();
  addFields(updating, *options, session);
  updating->add_option("--status", options->status,
                       told(session, "status: ", "状态：") + choicesOf<IncidentStatus>(session.console.language));
  updating->callback([options, &session] {
    session.execute([&](const Situation& s) { return update(s, *options); }, {"updated", "已更新"});
  });

  auto figures = std::make_shared<FigureOptions>();
  auto* counting = incident->add_subcommand(
      "figure", told(session, "a count: whose, up to when, verified or not", "报数：口径、截止时刻、核实状态"));
  counting->add_option("INCIDENT", figures->which, whichHelp)->required();
  counting->add_option("KIND", figures->kind, choicesOf<FigureKind>(session.console.language))->required();
  counting->add_option("COUNT", figures->count, told(session, "persons", "人数"))->required();
  counting
      ->add_option("--whose", figures->source,
                   told(session, "who counts: police, health, town …", "口径：公安、卫健、镇街……"))
      ->required();
  counting->add_option("--up-to", figures->cutOff, told(session, "the moment up to which it counts", "截止时刻"));
  counting->add_option("--verified", figures->verification, choicesOf<Verification>(session.console.language))
      ->capture_default_str();
  counting->callback([figures, &session] {
    session.execute([&](const Situation& s) { return figure(s, *figures); }, {"recorded", "已记录"});
  });

  struct DecideOptions {
    std::string which, kind, source, reason;
  };
  auto ruling = std::make_shared<DecideOptions>();
  auto* deciding =
      addAbout<Incident>(incident, session, "decide-figure", {"whose count holds, and why", "数字不一致时认定以谁为准"},
                         {"decided", "已认定"}, ruling, &DecideOptions::which,
                         [](Id<Incident> id, const DecideOptions& x) -> Result<Command> {
                           const auto kind = choose<FigureKind>(x.kind);
                           if (!kind) return failure(kind.error());
                           return DecideFigure{id, *kind, x.source, x.reason};
                         });
  deciding->add_option("KIND", ruling->kind, choicesOf<FigureKind>(session.console.language))->required();
  deciding->add_option("--whose", ruling->source, told(session, "the office whose count holds", "以谁为准"))
      ->required();
  deciding->add_option("--reason", ruling->reason, told(session, "why it holds", "理由"))->required();

  struct CloseOptions {
    std::string which, reason;
    bool withdrawn = false;
  };
  auto closing = std::make_shared<CloseOptions>();
  auto* close =
      addAbout<Incident>(incident, session, "close", {"it is over", "结束事件"}, {"closed", "已结束"}, closing,
                         &CloseOptions::which, [](Id<Incident> id, const CloseOptions& x) -> Command {
                           return CloseIncident{id, x.withdrawn, x.reason};
                         });
  close->add_option("--reason", closing->reason, told(session, "why", "原因"));
  close->add_flag("--withdraw", closing->withdrawn, told(session, "it never was one: a false report", "误报撤销"));

  closing = std::make_shared<CloseOptions>();
  auto* reopen =
      addAbout<Incident>(incident, session, "reopen", {"it is not over after all", "恢复事件"}, {"reopened", "已恢复"},
                         closing, &CloseOptions::which, [](Id<Incident> id, const CloseOptions& x) -> Command {
                           return ReopenIncident{id, x.reason};
                         });
  reopen->add_option("--reason", closing->reason, told(session, "why", "原因"));
}

}  // namespace fengsui
