// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>

#include "cli/aboutcommand.h"
#include "cli/choices.h"
#include "cli/dutyoptions.h"
#include "cli/lookup.h"
#include "core/deriveduty.h"
#include "gis/calllist.h"

// Warnings and the persons who are called out for them (叫应).

namespace fengsui {
namespace {

struct WarningOptions {
  std::string which, kind, colour, number, issuer, signer, at, until, area, text, replaces, reason;
  std::vector<std::string> towns;
};

// People say 橙色, or 橙, and leave the numeral out.
Result<WarningColour> colourFrom(const std::string& written) {
  for (const auto& name : namesOf<WarningColour>)
    if (written.size() >= 3 && name.zh.starts_with(written)) return name.value;
  return choose<WarningColour>(written);
}

Result<Command> issue(const Situation& s, const WarningOptions& o) {
  IssueWarning command;
  Warning& warning = command.warning;
  warning.id.uuid = Uuid::v7(systemNow());
  const auto colour = colourFrom(o.colour);
  if (!colour) return failure(colour.error());
  warning.kind = o.kind;
  warning.colour = *colour;
  warning.number = o.number;
  warning.issuer = o.issuer;
  warning.signedBy = o.signer;
  warning.area = o.area;
  warning.towns = o.towns;
  warning.text = o.text;
  if (const auto read = readMoment(s, o.at, warning.signedAt); !read) return failure(read.error());
  if (!o.until.empty()) {
    Instant until;
    if (const auto read = readMoment(s, o.until, until); !read) return failure(read.error());
    warning.until = until;
  }
  if (!o.replaces.empty()) {
    const auto before = lookUp<Warning>(s, o.replaces);
    if (!before) return failure(before.error());
    warning.replaces = *before;
  }
  return Command(std::move(command));
}

struct StartOptions {
  std::string title, text, warning, from, organisation, signedAt, rules;
};

Result<Command> start(const Situation& s, const StartOptions& o) {
  StartCallout command;
  Callout& callout = command.callout;
  callout.id.uuid = Uuid::v7(systemNow());
  callout.title = o.title;
  callout.text = o.text;
  const auto rules = rulesFrom(o.rules, shippedCalloutRules(), &readCalloutRules);
  if (!rules) return failure(rules.error());
  callout.goalMs = rules->goalMs;
  callout.goalPercent = rules->goalPercent;
  callout.ladder = rules->ladder;
  if (!o.warning.empty()) {
    const auto warning = lookUp<Warning>(s, o.warning);
    if (!warning) return failure(warning.error());
    callout.warning = *warning;
  }
  if (const auto read = readMoment(s, o.signedAt, callout.signedAt); !read) return failure(read.error());
  if (o.from == "persons") {
    command.calls = callsOfPersons(s, o.organisation);
  } else if (o.from == "posts") {
    command.calls = callsOfPosts(s, o.organisation);
  } else if (o.from == "zones") {
    const Warning* warning = callout.warning ? s.find(*callout.warning) : nullptr;
    command.calls = callsOfZones(s, warning ? warning->towns : std::vector<std::string>{});
  } else {
    auto calls = callsInTable(o.from);
    if (!calls) return failure(calls.error());
    command.calls = std::move(*calls);
  }
  if (command.calls.empty())
    return failure(ErrorCode::notFound, {"there is nobody to be called", "没有可叫应的人员"},
                   {"import persons or posts first, or name a table with --from FILE",
                    "请先导入人员或岗位，或用 --from 指定表格"});
  return Command(std::move(command));
}

// ---- calling

/// A person of a call-out that is open, by name, village or id; the only one still missing where several are called so.
Result<Id<Call>> callNamed(const Situation& s, const std::string& written) {
  std::vector<const Call*> found;
  s.calls.forEach([&](const Uuid& id, const Call& call) {
    const Callout* callout = s.find(call.callout);
    if (!callout || callout->closed) return;
    if (call.name == written || call.place == written || id.text() == written) found.push_back(&call);
  });
  if (found.size() == 1) return found.front()->id;
  return lookUp<Call>(s, written);
}

struct TryOptions {
  std::string which, reached = "waiting", channel, whom, words, at;
};

Result<Command> attempt(const Situation& s, const TryOptions& o) {
  const auto call = callNamed(s, o.which);
  if (!call) return failure(call.error());
  const auto reached = choose<CallStage>(o.reached);
  if (!reached) return failure(reached.error());
  return Command(TryCall{*call, {o.channel, {}, {}, o.whom, *reached != CallStage::waiting, o.words}, *reached});
}

// What was due in the ladder, or the rung that was named.
Result<Command> escalate(const Situation& s, const std::string& which, std::int64_t rung) {
  const auto call = callNamed(s, which);
  if (!call) return failure(call.error());
  if (rung >= 0) return Command(EscalateCall{*call, rung});
  for (const PendingCallRung& next : pendingCallRungs(s))
    if (next.call == *call) return Command(EscalateCall{*call, next.rung});
  return failure(ErrorCode::refused, {"nobody is left to be rung for this person", "该对象已无可升级的层级"});
}

Result<Id<Callout>> calloutNamed(const Situation& s, const std::string& written) {
  if (!written.empty()) return lookUp<Callout>(s, written);
  std::vector<Id<Callout>> open;
  s.callouts.forEach([&](const Uuid&, const Callout& callout) {
    if (!callout.closed) open.push_back(callout.id);
  });
  if (open.size() == 1) return open.front();
  return failure(open.empty() ? ErrorCode::notFound : ErrorCode::ambiguous,
                 open.empty() ? Text{"no call-out is open", "没有进行中的叫应"}
                              : Text{"several call-outs are open", "有多个进行中的叫应"},
                 {"name one", "请指明叫应标题"});
}

void status(Session& session, const std::string& which, std::size_t most, bool restricted) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const Situation& s = (*station)->situation();
  const auto id = calloutNamed(s, which);
  if (!id) return session.console.refuse(id.error());
  const Callout& callout = *s.find(*id);
  const CalloutRates rates = ratesOf(s, callout);
  const auto unreached = unreachedOf(s, callout, systemNow());
  const Console& console = session.console;
  const TimeZone zone = (*station)->timeZone();
  if (console.json) {
    Json stages = Json::object(), list = Json::array();
    for (const CallStage stage : {CallStage::delivered, CallStage::woken, CallStage::responded}) {
      const auto i = static_cast<std::size_t>(stage);
      stages[std::string(nameOf(stage).code)] = {{"count", rates.reached[i]},
                                                 {"percent", rates.percent(stage)},
                                                 {"inTime", rates.inTime[i]},
                                                 {"percentInTime", rates.percentInTime(stage)},
                                                 {"met", rates.met(stage)}};
    }
    for (const Unreached& one : unreached) {
      Json row{{"id", one.call->id.text()},
               {"name", one.call->name},
               {"place", one.call->place},
               {"town", one.call->town},
               {"peopleAtRisk", one.call->peopleAtRisk},
               {"stage", nameOf(one.call->stage()).code},
               {"held", one.held}};
      if (one.next) row["next"] = {{"rung", one.next->rung}, {"whom", one.next->whom}, {"dueAt", one.next->dueAt.ms}};
      if (restricted) row["phones"] = one.call->phones;
      list.push_back(std::move(row));
    }
    console.line(canonical(Json{{"id", callout.id.text()},
                                {"title", callout.title},
                                {"all", rates.all},
                                {"goalAt", rates.goalAt.ms},
                                {"goalPercent", rates.goalPercent},
                                {"stages", stages},
                                {"unreached", list}}));
    return;
  }
  console.line(callout.title + " · " + zone.local(callout.signedAt));
  const std::int64_t leftMs = rates.goalAt.ms - systemNow().ms;
  const std::string minutes = std::to_string((leftMs + 59'999) / 60'000);
  for (const CallStage stage : {CallStage::delivered, CallStage::woken, CallStage::responded}) {
    const auto i = static_cast<std::size_t>(stage);
    const std::string count = std::to_string(rates.reached[i]) + "/" + std::to_string(rates.all) + " (" +
                              std::to_string(rates.percent(stage)) + "%)";
    const std::string inTime = std::to_string(rates.percentInTime(stage)) + "%";
    // Before the time is over nobody has missed the goal.
    const Text verdict = rates.met(stage) ? Text{", goal met", "，达标"}
                         : leftMs > 0
                             ? Text{", " + minutes + " min left", "，尚余 " + minutes + " 分钟"}
                             : Text{", in time " + inTime + ", below the goal", "，时限内 " + inTime + "，未达标"};
    console.line(console.say({std::string(nameOf(stage).en) + " " + count + verdict.en,
                              std::string(nameOf(stage).zh) + " " + count + verdict.zh}));
  }
  TextTable table({console.say({"people", "人口"}), console.say({"town", "镇街"}), console.say({"place", "村"}),
                   console.say({"name", "姓名"}), console.say({"reached", "叫应"}), console.say({"next", "下一步"})});
  for (std::size_t i = 0; i < unreached.size() && i < most; ++i) {
    const Unreached& one = unreached[i];
    std::string next = one.held ? console.say({"being called by ", "正在叫应："}) + one.call->claimed->by : "";
    if (!one.held && one.next) next = one.next->whom + " " + zone.clock(one.next->dueAt);
    table.add({std::to_string(one.call->peopleAtRisk), one.call->town, one.call->place, one.call->name,
               console.say(textOf(one.call->stage())), next});
  }
  if (!table.empty()) std::cout << table.text();
  if (unreached.size() > most) {
    const std::string more = std::to_string(unreached.size() - most);
    console.line(console.say({more + " more", "另有 " + more + " 人"}));
  }
}

void addCalling(CLI::App* callout, Session& session) {
  const std::string whom = told(session, "name, village or id", "姓名、村名或标识");
  auto which = std::make_shared<std::string>();
  auto* claim = callout->add_subcommand(
      "claim", told(session, "take a person, so that nobody else rings", "占用叫应对象，避免重复拨打"));
  claim->add_option("PERSON", *which, whom)->required();
  claim->callback([which, &session] {
    session.execute(
        [&](const Situation& s) {
          return callNamed(s, *which).map([](Id<Call> call) { return Command(ClaimCall{call}); });
        },
        {"taken", "已占用"});
  });

  which = std::make_shared<std::string>();
  auto* unclaim = callout->add_subcommand("unclaim", told(session, "give a person back", "释放叫应对象"));
  unclaim->add_option("PERSON", *which, whom)->required();
  unclaim->callback([which, &session] {
    session.execute(
        [&](const Situation& s) {
          return callNamed(s, *which).map([](Id<Call> call) { return Command(UnclaimCall{call}); });
        },
        {"given back", "已释放"});
  });

  auto o = std::make_shared<TryOptions>();
  auto* trying = callout->add_subcommand("try", told(session, "somebody was rung: how far it came", "记录叫应结果"));
  trying->add_option("PERSON", o->which, whom)->required();
  trying->add_option("--reached", o->reached, choicesOf<CallStage>(session.console.language))->capture_default_str();
  trying->add_option("--channel", o->channel,
                     told(session, "telephone, text, broadcast, door …", "电话、短信、广播、上门……"));
  trying->add_option("--whom", o->whom, told(session, "who was reached, where that was another", "实际接听人"));
  trying->add_option("--words", o->words, told(session, "what was said back", "回应内容"));
  trying->callback([o, &session] {
    session.execute([&](const Situation& s) { return attempt(s, *o); }, {"noted", "已记录"});
  });

  struct EscalateOptions {
    std::string which;
    std::int64_t rung = -1;
  };
  auto e = std::make_shared<EscalateOptions>();
  auto* climb = callout->add_subcommand("escalate", told(session, "the next rung of the ladder was rung", "逐级升级"));
  climb->add_option("PERSON", e->which, whom)->required();
  climb->add_option("--rung", e->rung,
                    told(session, "which one, from 0; the next otherwise", "第几级（自 0 起），缺省为下一级"));
  climb->callback([e, &session] {
    session.execute([&](const Situation& s) { return escalate(s, e->which, e->rung); }, {"escalated", "已升级"});
  });
}

}  // namespace

void addWarningCommands(CLI::App& app, Session& session) {
  auto* warning = app.add_subcommand("warning", told(session, "warnings that bureaus issued", "预警信息"));
  warning->require_subcommand(1);
  auto o = std::make_shared<WarningOptions>();
  auto* issuing = warning->add_subcommand("issue", told(session, "a warning is in force", "登记预警发布"));
  issuing->add_option("KIND", o->kind, told(session, "the bureau's word: 暴雨, 山洪 …", "预警种类：暴雨、山洪……"))
      ->required();
  issuing->add_option("COLOUR", o->colour, choicesOf<WarningColour>(session.console.language))->required();
  issuing->add_option("--issuer", o->issuer, told(session, "which bureau", "发布单位"))->required();
  issuing->add_option("--number", o->number, told(session, "its number", "编号"));
  issuing->add_option("--signed-by", o->signer, told(session, "who signed", "签发人"));
  issuing->add_option("--signed-at", o->at, told(session, "when it was signed", "签发时间"));
  issuing->add_option("--until", o->until, told(session, "until when", "有效至"));
  issuing->add_option("--area", o->area, told(session, "where", "范围"));
  issuing->add_option("--town", o->towns, told(session, "a town that it concerns; may be repeated", "涉及镇街，可重复"))
      ->allow_extra_args(false);
  issuing->add_option("--text", o->text, told(session, "its words", "内容"));
  issuing->add_option("--replaces", o->replaces, told(session, "the warning that it changes", "变更的预警"));
  issuing->callback([o, &session] {
    session.execute([&](const Situation& s) { return issue(s, *o); }, {"in force", "预警已登记"});
  });

  o = std::make_shared<WarningOptions>();
  auto* lift = addAbout<Warning>(warning, session, "lift", {"it is over", "解除预警"}, {"lifted", "已解除"}, o,
                                 &WarningOptions::which, [](Id<Warning> id, const WarningOptions& x) -> Command {
                                   return LiftWarning{id, x.reason};
                                 });
  lift->add_option("--reason", o->reason, told(session, "why", "原因"));
}

void addCalloutCommands(CLI::App& app, Session& session) {
  auto* callout = app.add_subcommand("callout", told(session, "call out the persons responsible", "叫应"));
  callout->require_subcommand(1);
  const std::string title =
      told(session, "title or id; the only one that is open otherwise", "标题或标识，缺省为唯一进行中的叫应");

  auto o = std::make_shared<StartOptions>();
  auto* starting = callout->add_subcommand("start", told(session, "begin to call", "发起叫应"));
  starting
      ->add_option("--from", o->from,
                   told(session, "persons, posts, zones, or a table", "persons、posts、zones 或表格文件"))
      ->required();
  starting->add_option("--organisation", o->organisation, told(session, "only of this office", "仅此单位"));
  starting->add_option("--title", o->title, told(session, "what it is about", "标题"));
  starting->add_option("--warning", o->warning, told(session, "the warning that is passed on", "对应预警"));
  starting->add_option("--text", o->text, told(session, "what is read to them", "叫应内容"));
  starting->add_option("--signed-at", o->signedAt, told(session, "from here the minutes count", "签发时间，自此计时"));
  starting->add_option("--rules", o->rules, told(session, "a file with goal and ladder", "叫应规则文件"));
  starting->callback([o, &session] {
    session.execute([&](const Situation& s) { return start(s, *o); }, {"calling", "叫应已发起"});
  });

  addCalling(callout, session);

  struct StatusOptions {
    std::string which;
    std::size_t most = 50;
    bool restricted = false;
  };
  auto look = std::make_shared<StatusOptions>();
  auto* showing =
      callout->add_subcommand("status", told(session, "the rates, and who is missing", "叫应率与未回应名单"));
  showing->add_option("CALLOUT", look->which, title);
  showing->add_option("--most", look->most, told(session, "how many names", "最多列出人数"))->capture_default_str();
  showing->add_flag("--restricted", look->restricted,
                    told(session, "with telephones (JSON only)", "包含电话（仅 JSON）"));
  showing->callback([look, &session] { status(session, look->which, look->most, look->restricted); });

  struct EndOptions {
    std::string which, reason;
  };
  auto end = std::make_shared<EndOptions>();
  auto* take =
      callout->add_subcommand("take", told(session, "this seat climbs the ladder from now on", "由本席接管逐级升级"));
  take->add_option("CALLOUT", end->which, title);
  take->callback([end, &session] {
    session.execute(
        [&](const Situation& s) {
          return calloutNamed(s, end->which).map([](Id<Callout> id) { return Command(TakeCalloutLadder{id}); });
        },
        {"taken over", "已接管"});
  });
  end = std::make_shared<EndOptions>();
  auto* close = callout->add_subcommand("close", told(session, "nobody is called any more", "结束叫应"));
  close->add_option("CALLOUT", end->which, title);
  close->add_option("--reason", end->reason,
                    told(session, "why, where somebody has not answered", "理由（有人未回应时必填）"));
  close->callback([end, &session] {
    session.execute(
        [&](const Situation& s) {
          return calloutNamed(s, end->which).map([&](Id<Callout> id) {
            return Command(CloseCallout{id, end->reason});
          });
        },
        {"closed", "叫应已结束"});
  });
}

}  // namespace fengsui
