// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lookup.h"
#include "cli/session.h"

#include "core/derive.h"

namespace fengsui {
namespace {

struct TeamOptions {
  std::string team, incident, task, destination, eta, reason, by, position, source = "radio";
  bool no = false;
};

struct Bound {
  Id<Team> team;
  Id<Incident> incident;
};

Result<Bound> both(const Situation& s, const TeamOptions& o) {
  const auto team = lookUp<Team>(s, o.team);
  if (!team) return failure(team.error());
  const auto incident = lookUp<Incident>(s, o.incident);
  if (!incident) return failure(incident.error());
  return Bound{*team, *incident};
}

Result<std::optional<Instant>> etaFrom(const Situation& s, const std::string& text) {
  if (text.empty()) return std::optional<Instant>{};
  const TimeZone zone = zoneOf(s);
  // "+25m": from now; everything else as a time.
  if (text.front() == '+')
    return momentFrom("-" + text.substr(1), zone, systemNow()).map([](Instant at) {
      return std::optional(Instant{2 * systemNow().ms - at.ms});
    });
  return momentFrom(text, zone, systemNow()).map([](Instant at) { return std::optional(at); });
}

template <class TeamCommand>
void addSimple(CLI::App* parent, Session& session, const char* name, const std::string& help, const Text& done) {
  auto o = std::make_shared<TeamOptions>();
  auto* command = parent->add_subcommand(name, help);
  command->add_option("TEAM", o->team, told(session, "name, key or id", "名称、编码或标识"))->required();
  constexpr bool withReason = requires(TeamCommand c) {
    c.reason;
  };
  if constexpr (withReason) command->add_option("--reason", o->reason, told(session, "why", "原因"));
  command->callback([o, done, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto team = lookUp<Team>(s, o->team);
          if (!team) return failure(team.error());
          if constexpr (withReason)
            return Command(TeamCommand{*team, o->reason});
          else
            return Command(TeamCommand{*team});
        },
        done);
  });
}

}  // namespace

void addTeamCommands(CLI::App& app, Session& session) {
  auto* team = app.add_subcommand("team", told(session, "send, ask and release teams", "队伍派出、商请、解除"));
  team->require_subcommand(1);
  const std::string teamHelp = told(session, "name, key or id", "名称、编码或标识");
  const std::string toHelp = told(session, "the incident: title, key or id", "事件：标题、编码或标识");
  const std::string taskHelp = told(session, "what to do there", "任务");
  const std::string etaHelp = told(session, "expected arrival: 22:10 or +25m", "预计到达：22:10 或 +25m");

  auto o = std::make_shared<TeamOptions>();
  auto* send = team->add_subcommand("send", told(session, "send a team under own command", "派出本级队伍"));
  send->add_option("TEAM", o->team, teamHelp)->required();
  send->add_option("--to", o->incident, toHelp)->required();
  send->add_option("--task", o->task, taskHelp);
  send->add_option("--eta", o->eta, etaHelp);
  send->add_option("--destination", o->destination,
                   told(session, "longitude,latitude, where it is not the incident's", "目的地 经度,纬度"));
  send->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto bound = both(s, *o);
          if (!bound) return failure(bound.error());
          SendTeam command{bound->team, bound->incident, o->task, std::nullopt, std::nullopt};
          const auto eta = etaFrom(s, o->eta);
          if (!eta) return failure(eta.error());
          command.etaAt = *eta;
          if (!o->destination.empty()) {
            const auto destination = Position::parse(o->destination);
            if (!destination) return failure(destination.error());
            command.destination = *destination;
          }
          return Command(command);
        },
        {"sent", "已派出"});
  });

  o = std::make_shared<TeamOptions>();
  auto* ask = team->add_subcommand("ask", told(session, "ask for a team that others command", "商请调用队伍"));
  ask->add_option("TEAM", o->team, teamHelp)->required();
  ask->add_option("--to", o->incident, toHelp)->required();
  ask->add_option("--task", o->task, taskHelp);
  ask->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto bound = both(s, *o);
          if (!bound) return failure(bound.error());
          return Command(AskTeam{bound->team, bound->incident, o->task});
        },
        {"asked", "已商请"});
  });

  o = std::make_shared<TeamOptions>();
  auto* answer = team->add_subcommand("answer", told(session, "what the one who was asked said", "登记商请答复"));
  answer->add_option("TEAM", o->team, teamHelp)->required();
  answer->add_flag("--no", o->no, told(session, "they said no", "对方未同意"));
  answer->add_option("--answered-by", o->by, told(session, "who answered", "答复人"));
  answer->add_option("--reason", o->reason, told(session, "why not", "原因"));
  answer->add_option("--eta", o->eta, etaHelp);
  answer->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto id = lookUp<Team>(s, o->team);
          if (!id) return failure(id.error());
          const auto eta = etaFrom(s, o->eta);
          if (!eta) return failure(eta.error());
          return Command(AnswerRequest{*id, !o->no, o->by, o->reason, *eta});
        },
        {"noted", "已登记"});
  });

  o = std::make_shared<TeamOptions>();
  auto* reserve = team->add_subcommand("reserve", told(session, "keep a team for an incident", "预定队伍"));
  reserve->add_option("TEAM", o->team, teamHelp)->required();
  reserve->add_option("--for", o->incident, toHelp)->required();
  reserve->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto bound = both(s, *o);
          if (!bound) return failure(bound.error());
          return Command(ReserveTeam{bound->team, bound->incident, o->task});
        },
        {"reserved", "已预定"});
  });

  addSimple<TeamArrives>(team, session, "arrive", told(session, "it is on scene", "登记到场"), {"noted", "已登记"});
  addSimple<ReleaseTeam>(team, session, "release", told(session, "its task is over", "解除任务"),
                         {"released", "已解除任务"});
  addSimple<TeamReturns>(team, session, "return", told(session, "it is home and available", "登记归建"),
                         {"noted", "已登记"});
  addSimple<StandDown>(team, session, "stand-down", told(session, "it cannot be used", "标记不可用"),
                       {"noted", "已登记"});
  addSimple<StandTo>(team, session, "stand-to", told(session, "it can be used again", "恢复待命"), {"noted", "已登记"});

  o = std::make_shared<TeamOptions>();
  auto* position = team->add_subcommand("position", told(session, "where it says it is", "登记队伍位置"));
  position->add_option("TEAM", o->team, teamHelp)->required();
  position->add_option("POSITION", o->position, told(session, "longitude,latitude (WGS 84)", "经度,纬度（WGS 84）"))
      ->required();
  position->add_option("--source", o->source, told(session, "radio, telephone, GPS …", "来源：电台、电话、GPS……"))
      ->capture_default_str();
  position->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto id = lookUp<Team>(s, o->team);
          if (!id) return failure(id.error());
          const auto where = Position::parse(o->position);
          if (!where) return failure(where.error());
          return Command(ReportPosition{*id, Fix{*where, {}, o->source}});
        },
        {"noted", "已登记"});
  });
}

}  // namespace fengsui
