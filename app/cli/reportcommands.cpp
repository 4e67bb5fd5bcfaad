// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/aboutcommand.h"
#include "cli/choices.h"
#include "cli/dutyoptions.h"
#include "cli/lookup.h"
#include "cli/sendcommand.h"
#include "core/derive.h"
#include "core/deriveduty.h"
#include "core/reportdraft.h"

// Duty reports, leaders' directives and consultations.

namespace fengsui {
namespace {

struct DraftOptions {
  std::string incident, kind, form = "written", asOf, level;
  std::vector<std::string> recipients;
};

Result<Command> draft(const Situation& s, const DraftOptions& o) {
  const auto incident = lookUp<Incident>(s, o.incident);
  if (!incident) return failure(incident.error());
  const auto kind = choose<ReportKind>(o.kind);
  if (!kind) return failure(kind.error());
  const auto form = choose<ReportForm>(o.form);
  if (!form) return failure(form.error());
  ReportWish wish{*incident, *kind, *form, systemNow(), o.recipients};
  if (const auto read = readMoment(s, o.asOf, wish.asOf); !read) return failure(read.error());
  auto report = composeReport(s, wish, zoneOf(s));
  if (!report) return failure(report.error());
  report->id.uuid = Uuid::v7(systemNow());
  return Command(DraftReport{std::move(*report)});
}

Result<Command> edit(const Situation& s, const std::string& which, const std::string& heading,
                     const std::string& text) {
  const auto id = lookUp<DutyReport>(s, which);
  if (!id) return failure(id.error());
  auto sections = s.find(*id)->sections;
  bool found = false;
  for (ReportSection& section : sections)
    if (section.heading == heading) section.text = text, found = true;
  if (!found) sections.push_back({heading, text});
  return Command(Revise<DutyReport>{*id, {{"sections", encode(sections)}}});
}

void show(Session& session, const std::string& which, bool restricted) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const Situation& s = (*station)->situation();
  const auto id = lookUp<DutyReport>(s, which);
  if (!id) return session.console.refuse(id.error());
  const DutyReport& report = *s.find(*id);
  const Console& console = session.console;
  if (console.json) {
    Json json = encode(report);
    if (!restricted) json.erase("sections");
    return console.line(canonical(json));
  }
  const TimeZone zone = (*station)->timeZone();
  const auto said = [&](const Text& what, const std::optional<Step>& step) {
    if (step) console.line(console.say(what) + " " + step->by + " " + zone.local(step->at));
  };
  console.line(report.title);
  for (const ReportSection& section : report.sections) console.line("【" + section.heading + "】" + section.text);
  said({"drafted", "拟稿"}, report.drafted);
  said({"reviewed", "审核"}, report.reviewed);
  said({"signed", "签发"}, report.signed_);
  said({"withdrawn", "作废"}, report.withdrawn);
  for (const ReportRecipient& one : report.recipients) {
    said({"sent to " + one.name + ":", "报送" + one.name + "："}, one.sent);
    said({"received by " + one.name + ":", one.name + "签收："}, one.received);
  }
}

void carryReport(Session& session, const std::string& which, const std::string& to, const CarryWish& wish) {
  auto station = session.open();
  if (!station) return session.console.refuse(station.error());
  const auto id = lookUp<DutyReport>((*station)->situation(), which);
  if (!id) return session.console.refuse(id.error());
  auto parcel = parcelOfReport((*station)->situation(), *id, to, (*station)->timeZone());
  if (!parcel) return session.console.refuse(parcel.error());
  parcel->file = wish.file;
  std::vector<Parcel> parcels;
  parcels.push_back(std::move(*parcel));
  carry(session, **station, std::move(parcels), wish);
}

void due(Session& session, const std::string& rulesFile) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const auto rules = rulesFrom(rulesFile, shippedReportRules(), &readReportRules);
  if (!rules) return session.console.refuse(rules.error());
  const Situation& s = (*station)->situation();
  const Instant now = systemNow();
  const Console& console = session.console;
  const auto list = reportsDue(s, rules->rules, now);
  if (console.json) {
    Json out = Json::array();
    for (const ReportDue& one : list)
      out.push_back(Json{{"incident", s.find(one.incident)->title},
                         {"rule", one.rule->id},
                         {"kind", nameOf(one.rule->kind).code},
                         {"form", nameOf(one.rule->form).code},
                         {"dueAt", one.dueAt.ms},
                         {"late", one.late},
                         {"source", one.rule->source},
                         {"verified", one.rule->verified}});
    return console.line(canonical(out));
  }
  TextTable table({console.say({"due", "时限"}), console.say({"report", "报告"}), console.say({"incident", "事件"}),
                   console.say({"", ""}), console.say({"rule", "依据"})});
  for (const ReportDue& one : list) {
    const std::string minutes = std::to_string((one.late ? now.ms - one.dueAt.ms : one.dueAt.ms - now.ms) / 60'000);
    table.add({(*station)->timeZone().local(one.dueAt).substr(5, 11), console.say(one.rule->name),
               s.find(one.incident)->title,
               console.say(one.late ? Text{minutes + " min late", "逾期 " + minutes + " 分钟"}
                                    : Text{"in " + minutes + " min", "还有 " + minutes + " 分钟"}),
               one.rule->source + (one.rule->verified ? "" : console.say({" (unverified)", "（未核实）"}))});
  }
  if (table.empty())
    console.line(console.say({"no report is due", "没有待报事项"}));
  else
    std::cout << table.text();
}

void level(Session& session, const std::string& which, const std::string& rulesFile) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const auto rules = rulesFrom(rulesFile, shippedLevelRules(), &readLevelRules);
  if (!rules) return session.console.refuse(rules.error());
  const Situation& s = (*station)->situation();
  const auto id = lookUp<Incident>(s, which);
  if (!id) return session.console.refuse(id.error());
  const Incident& incident = *s.find(*id);
  const auto suggested = levelSuggestion(levelMeasuresOf(incident), incident.kind, *rules);
  if (!suggested)
    return session.console.report({"no rule speaks of what is known yet", "已知数字未达到任何分级标准"},
                                  Json{{"level", Json()}});
  session.console.report(suggested->words, Json{{"level", nameOf(suggested->level).code},
                                                {"rule", suggested->rule->id},
                                                {"words", suggested->words.in(session.console.language)},
                                                {"verified", suggested->rule->verified}});
}

/// A step in the life of a report that only needs to know which.
template <class Make>
void addStep(CLI::App* report, Session& session, const char* name, const Text& about, Make make, const Text& done) {
  struct Which {
    std::string which;
  };
  addAbout<DutyReport>(report, session, name, about, done, std::make_shared<Which>(), &Which::which,
                       [make](Id<DutyReport> id, const Which&) -> Command { return make(id); });
}

}  // namespace

void addReportCommands(CLI::App& app, Session& session) {
  auto* report = app.add_subcommand(
      "report", told(session, "duty reports: first, follow-up, final", "值班报告：首报、续报、终报"));
  report->require_subcommand(1);
  const std::string whichHelp = told(session, "title or id", "标题或标识");

  auto o = std::make_shared<DraftOptions>();
  auto* drafting = report->add_subcommand("draft", told(session, "composed from what is known", "由现有情况自动编写"));
  drafting->add_option("INCIDENT", o->incident, told(session, "title, key or id", "标题、编码或标识"))->required();
  drafting->add_option("KIND", o->kind, choicesOf<ReportKind>(session.console.language))->required();
  drafting->add_option("--form", o->form, choicesOf<ReportForm>(session.console.language))->capture_default_str();
  drafting->add_option("--as-of", o->asOf, told(session, "the moment it tells about", "情况截止时刻"));
  drafting->add_option("--to", o->recipients, told(session, "a recipient; may be repeated", "报送对象，可重复"))
      ->allow_extra_args(false);
  drafting->callback([o, &session] {
    session.execute([&](const Situation& s) { return draft(s, *o); }, {"drafted", "已拟稿"});
  });

  struct EditOptions {
    std::string which, heading, text;
  };
  auto edited = std::make_shared<EditOptions>();
  auto* editing = report->add_subcommand("edit", told(session, "the words of one section", "修改一节内容"));
  editing->add_option("REPORT", edited->which, whichHelp)->required();
  editing->add_option("HEADING", edited->heading, told(session, "which section", "小标题"))->required();
  editing->add_option("TEXT", edited->text, told(session, "its words", "内容"))->required();
  editing->callback([edited, &session] {
    session.execute([&](const Situation& s) { return edit(s, edited->which, edited->heading, edited->text); },
                    {"changed; it is reviewed again", "已修改，须重新审核"});
  });

  addStep(report, session, "review", {"it is right as it stands", "审核"},
          [](Id<DutyReport> id) {
            return ReviewReport{id, {}};
          },
          {"reviewed", "已审核"});
  addStep(report, session, "sign", {"by somebody else than who drafted it", "签发（非拟稿人）"},
          [](Id<DutyReport> id) {
            return SignReport{id, {}};
          },
          {"signed", "已签发"});
  addStep(report, session, "withdraw", {"put a draft away", "作废草稿"},
          [](Id<DutyReport> id) {
            return WithdrawReport{id, {}};
          },
          {"withdrawn", "已作废"});

  struct SendOptions : CarryWish {
    std::string which, to, channel, by;
  };
  auto sending = std::make_shared<SendOptions>();
  auto* send = report->add_subcommand("send", told(session, "it went to somebody", "报送"));
  send->add_option("REPORT", sending->which, whichHelp)->required();
  send->add_option("--to", sending->to, told(session, "to whom", "报送对象"))->required();
  send->add_option("--channel", sending->channel, told(session, "telephone, fax, mail …", "电话、传真、邮件……"));
  auto* via = send->add_option("--via", sending->via,
                               told(session, "carry it now: file, mail, spoken, print, seat; else only noted as sent",
                                    "现在发送：file、mail、spoken、print、seat；不写则只登记已报送"));
  via->excludes("--channel");
  addCarryOptions(*send, session, *sending);
  send->callback([sending, &session] {
    if (!sending->via.empty()) return carryReport(session, sending->which, sending->to, *sending);
    session.execute(
        [&](const Situation& s) {
          return lookUp<DutyReport>(s, sending->which).map([&](Id<DutyReport> id) {
            return Command(SendReport{id, sending->to, sending->channel});
          });
        },
        {"sent", "已报送"});
  });
  sending = std::make_shared<SendOptions>();
  auto* receive =
      addAbout<DutyReport>(report, session, "receive", {"somebody has it", "签收"}, {"received", "已签收"}, sending,
                           &SendOptions::which, [](Id<DutyReport> id, const SendOptions& x) -> Command {
                             return ReceiveReport{id, x.to, x.by};
                           });
  receive->add_option("--to", sending->to, told(session, "which recipient", "报送对象"))->required();
  receive->add_option("--received-by", sending->by, told(session, "who took it", "签收人"));

  struct ShowOptions {
    std::string which, rules;
    bool restricted = false;
  };
  auto look = std::make_shared<ShowOptions>();
  auto* showing = report->add_subcommand("show", told(session, "its words and who signed", "查看报告"));
  showing->add_option("REPORT", look->which, whichHelp)->required();
  showing->add_flag("--restricted", look->restricted,
                    told(session, "with its words (JSON only)", "包含正文（仅 JSON）"));
  showing->callback([look, &session] { show(session, look->which, look->restricted); });
  look = std::make_shared<ShowOptions>();
  auto* clocks = report->add_subcommand("due", told(session, "which reports are due when", "待报时限"));
  clocks->add_option("--rules", look->rules, told(session, "a file of rules", "规则文件"));
  clocks->callback([look, &session] { due(session, look->rules); });
  look = std::make_shared<ShowOptions>();
  auto* levels = report->add_subcommand(
      "level", told(session, "the level that the figures suggest, and by which rule", "按已报数字建议事件等级及依据"));
  levels->add_option("INCIDENT", look->which, told(session, "title, key or id", "标题、编码或标识"))->required();
  levels->add_option("--rules", look->rules, told(session, "a file of rules", "规则文件"));
  levels->callback([look, &session] { level(session, look->which, look->rules); });
}

namespace {

struct DirectiveOptions {
  std::string which, words, form = "written", from, at, report, incident, lead, supervisor, due, contradicts;
  std::vector<std::string> supporting;
};

Result<Command> directive(const Situation& s, const DirectiveOptions& o) {
  Directive made;
  made.id.uuid = Uuid::v7(systemNow());
  const auto form = choose<DirectiveForm>(o.form);
  if (!form) return failure(form.error());
  made.words = o.words;
  made.form = *form;
  made.from = o.from;
  made.lead = o.lead;
  made.supporting = o.supporting;
  made.supervisor = o.supervisor;
  if (const auto read = readMoment(s, o.at, made.at); !read) return failure(read.error());
  if (!o.due.empty())
    if (const auto read = readMoment(s, o.due, made.dueBy.emplace()); !read) return failure(read.error());
  if (!o.report.empty()) {
    const auto report = lookUp<DutyReport>(s, o.report);
    if (!report) return failure(report.error());
    made.report = *report;
  }
  if (!o.incident.empty()) {
    const auto incident = lookUp<Incident>(s, o.incident);
    if (!incident) return failure(incident.error());
    made.incident = *incident;
  }
  if (!o.contradicts.empty()) {
    const auto other = lookUp<Directive>(s, o.contradicts);
    if (!other) return failure(other.error());
    made.contradicts = *other;
  }
  return Command(Register<Directive>{std::move(made)});
}

void list(Session& session, bool restricted) {
  auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const Console& console = session.console;
  if (!restricted)
    return session.console.refuse(
        {ErrorCode::refused,
         {"directives are restricted", "批示属受限内容"},
         {"say --restricted where nobody looks over your shoulder", "确认无旁人后加 --restricted"},
         {}});
  const Situation& s = (*station)->situation();
  Json json = Json::array();
  TextTable table({console.say({"at", "时间"}), console.say({"from", "领导"}), console.say({"form", "形式"}),
                   console.say({"words", "内容"}), console.say({"lead", "主办"}), console.say({"due", "时限"}),
                   console.say({"answer", "回报"}), console.say({"contradicts", "矛盾"})});
  const TimeZone zone = (*station)->timeZone();
  s.directives.forEach([&](const Uuid&, const Directive& d) {
    json.push_back(encode(d));
    const Directive* other = d.contradicts ? s.find(*d.contradicts) : nullptr;
    table.add({zone.local(d.at).substr(5, 11), d.from, console.say(textOf(d.form)), d.words, d.lead,
               d.dueBy ? zone.local(*d.dueBy).substr(5, 11) : "", d.answered ? d.answered->words : "",
               other ? other->from : ""});
  });
  if (console.json)
    console.line(canonical(json));
  else if (table.empty())
    console.line(console.say({"there are no directives", "尚无批示"}));
  else
    std::cout << table.text();
}

}  // namespace

void addDirectiveCommands(CLI::App& app, Session& session) {
  auto* commands =
      app.add_subcommand("directive", told(session, "what a leader wrote on a report, word for word", "领导批示"));
  commands->require_subcommand(1);
  auto o = std::make_shared<DirectiveOptions>();
  auto* adding = commands->add_subcommand("add", told(session, "keep it, word for word", "登记批示原文"));
  adding->add_option("WORDS", o->words, told(session, "word for word", "原文"))->required();
  adding->add_option("--from", o->from, told(session, "which leader", "批示领导"))->required();
  adding->add_option("--form", o->form, choicesOf<DirectiveForm>(session.console.language))->capture_default_str();
  adding->add_option("--given-at", o->at, told(session, "when", "批示时间"));
  adding->add_option("--report", o->report, told(session, "on which report", "对应报告"));
  adding->add_option("--incident", o->incident, told(session, "about which incident", "对应事件"));
  adding->add_option("--lead", o->lead, told(session, "who does it", "主办"));
  adding->add_option("--supporting", o->supporting, told(session, "who helps; may be repeated", "协办，可重复"))
      ->allow_extra_args(false);
  adding->add_option("--supervisor", o->supervisor, told(session, "who sees to it", "督办"));
  adding->add_option("--due", o->due, told(session, "until when", "办理时限"));
  adding->add_option("--contradicts", o->contradicts,
                     told(session, "another directive, by words or id", "与哪条批示矛盾"));
  adding->callback([o, &session] {
    session.execute([&](const Situation& s) { return directive(s, *o); }, {"kept", "已登记"});
  });

  o = std::make_shared<DirectiveOptions>();
  auto* answering = commands->add_subcommand("answer", told(session, "what came of it", "批示回报"));
  answering->add_option("DIRECTIVE", o->which, told(session, "words or id", "原文或标识"))->required();
  answering->add_option("WORDS", o->words, told(session, "the answer", "回报内容"))->required();
  answering->callback([o, &session] {
    session.execute(
        [&](const Situation& s) {
          return lookUp<Directive>(s, o->which).map([&](Id<Directive> id) {
            return Command(AnswerDirective{id, o->words, {}});
          });
        },
        {"answered", "已回报"});
  });

  auto restricted = std::make_shared<bool>(false);
  auto* listing = commands->add_subcommand("list", told(session, "all of them", "查看批示"));
  listing->add_flag("--restricted", *restricted, told(session, "show them", "显示受限内容"));
  listing->callback([restricted, &session] { list(session, *restricted); });
}

void addConsultationCommands(CLI::App& app, Session& session) {
  struct Options {
    std::string title, at, area, peak, incident, response;
    std::vector<std::string> present, conclusions, ranking, signatures;
  };
  auto* commands = app.add_subcommand("consultation", told(session, "who met, what they concluded", "会商"));
  commands->require_subcommand(1);
  auto o = std::make_shared<Options>();
  auto* adding = commands->add_subcommand("add", told(session, "keep the record", "登记会商记录"));
  adding->add_option("TITLE", o->title, told(session, "what it was about", "议题"))->required();
  const auto several = [&](const char* name, std::vector<std::string>& into, const std::string& about) {
    adding->add_option(name, into, about)->allow_extra_args(false);
  };
  several("--present", o->present, told(session, "who was there; may be repeated", "参加人，可重复"));
  several("--conclusion", o->conclusions, told(session, "a line of the minutes; may be repeated", "结论，可重复"));
  several("--rank", o->ranking,
          told(session, "place=why, the most endangered first; may be repeated", "地点=理由，最危险的在前，可重复"));
  several("--signed", o->signatures, told(session, "who signed; may be repeated", "签字人，可重复"));
  adding->add_option("--held-at", o->at, told(session, "when", "会商时间"));
  adding->add_option("--area", o->area, told(session, "where the rain falls", "落区"));
  adding->add_option("--peak", o->peak, told(session, "when it will be worst", "最强时段"));
  adding->add_option("--incident", o->incident, told(session, "about which incident", "对应事件"));
  adding->add_option("--response", o->response, told(session, "about which response", "对应响应"));
  adding->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          Consultation made;
          made.id.uuid = Uuid::v7(systemNow());
          made.title = o->title;
          made.present = o->present;
          made.conclusions = o->conclusions;
          made.area = o->area;
          made.peak = o->peak;
          made.at = systemNow();
          if (const auto read = readMoment(s, o->at, made.at); !read) return failure(read.error());
          for (const std::string& line : o->ranking) {
            const auto equals = line.find('=');
            made.ranking.push_back(
                {line.substr(0, equals), equals == std::string::npos ? "" : line.substr(equals + 1)});
          }
          for (const std::string& name : o->signatures) made.signatures.push_back({made.at, name, {}});
          if (!o->incident.empty()) {
            const auto incident = lookUp<Incident>(s, o->incident);
            if (!incident) return failure(incident.error());
            made.incident = *incident;
          }
          if (!o->response.empty()) {
            const auto response = lookUp<Response>(s, o->response);
            if (!response) return failure(response.error());
            made.response = *response;
          }
          return Command(Register<Consultation>{std::move(made)});
        },
        {"kept", "已登记"});
  });
}

}  // namespace fengsui
