// SPDX-License-Identifier: GPL-3.0-or-later
// fengsuictl response and checklist: a plan becomes a response, its lines become orders.

#include <iostream>

#include "cli/choices.h"
#include "cli/lookup.h"
#include "cli/ordershow.h"
#include "cli/ordertext.h"
#include "cli/planlibrary.h"
#include "plans/checklist.h"

namespace fengsui {
namespace {

struct ResponseOptions {
  std::string response, plan, level, signedBy, document, area, incident, reason, who, name, condition, item, by, words,
      mark;
  std::vector<std::string> answer;
};

Uuid newId() {
  return Uuid::v7(systemNow());
}

Error noPlan(const std::string& id) {
  return Error{ErrorCode::notFound,
               {"there is no sound plan \"" + id + "\"", "没有可用的预案“" + id + "”"},
               {"see fengsuictl plan list", "见 fengsuictl plan list"},
               {}};
}

/// What a response is made from: the plan, the facts of this moment, the texts of this place.
struct Made {
  const Plan* plan = nullptr;
  SituationFacts facts;
  ChecklistContext context;
};

class Maker {
 public:
  explicit Maker(const Session& session) : library_(libraryOf(session)) {
    if (const auto path = session.path()) files_ = StationFiles::of(*path);
  }

  Result<Made> made(const Situation& s, const std::string& plan, const std::string& incident, Instant t0) const {
    const Plan* found = library_.find(plan);
    if (!found) return failure(noPlan(plan));
    ChecklistContext context;
    context.t0 = t0;
    if (!incident.empty()) {
      const auto id = lookUp<Incident>(s, incident);
      if (!id) return failure(id.error());
      context.incident = *id;
    }
    return Made{found, SituationFacts(s, observationsOf(s, files_, t0), t0, context.incident), context};
  }

 private:
  PlanLibrary library_;
  StationFiles files_;
};

Instant momentOf(const Session& session, const Situation& s) {
  const Instant now = systemNow();
  if (session.occurredText.empty()) return now;
  return momentFrom(session.occurredText, TimeZone::named(s.station.timeZone).value_or(TimeZone::utc()), now)
      .value_or(now);
}

Result<Response> begun(const Situation& s, const Made& made, const ResponseOptions& o) {
  auto response = responseFrom(*made.plan, o.level, made.facts);
  if (!response) return response;
  response->id.uuid = newId();
  response->documentNumber = o.document;
  response->area = o.area.empty() ? s.station.district : o.area;
  response->signedBy = o.signedBy;
  if (made.context.incident) response->incidents.push_back(*made.context.incident);
  return response;
}

// The response that was proposed by this plan at this level, where there is one.
const Response* proposedOf(const Situation& s, const std::string& plan, const std::string& level) {
  const Response* found = nullptr;
  s.responses.forEach([&](const Uuid&, const Response& response) {
    if (response.status == ResponseStatus::proposed && response.plan == plan && response.level == level)
      found = &response;
  });
  return found;
}

void addPlanned(CLI::App* parent, Session& session) {
  auto o = std::make_shared<ResponseOptions>();
  const auto addCommon = [&](CLI::App* c, const std::shared_ptr<ResponseOptions>& into) {
    c->add_option("--plan", into->plan, told(session, "id of the plan", "预案编号"))->required();
    c->add_option("--level", into->level, told(session, "its level: 三级 …", "级别：三级 …"))->required();
    c->add_option("--area", into->area, told(session, "where it holds", "范围"));
    c->add_option("--incident", into->incident, told(session, "the incident it is about", "事件"));
  };
  auto* propose = parent->add_subcommand("propose", told(session, "criteria hold: propose to activate", "拟启动"));
  addCommon(propose, o);
  propose->callback([o, &session] {
    const Maker maker(session);
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto made = maker.made(s, o->plan, o->incident, momentOf(session, s));
          if (!made) return failure(made.error());
          auto response = begun(s, *made, *o);
          if (!response) return failure(response.error());
          return Command(ProposeResponse{std::move(*response)});
        },
        {"proposed", "已提出启动建议"});
  });

  o = std::make_shared<ResponseOptions>();
  auto* activate = parent->add_subcommand(
      "activate", told(session, "signed: it begins, with the checklist of its level", "签批启动，生成清单"));
  addCommon(activate, o);
  activate->add_option("--sign", o->signedBy, told(session, "who signs", "签发人"))->required();
  activate->add_option("--document", o->document, told(session, "document number", "文号"));
  activate->callback([o, &session] {
    const Maker maker(session);
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          auto made = maker.made(s, o->plan, o->incident, momentOf(session, s));
          if (!made) return failure(made.error());
          auto response = begun(s, *made, *o);
          if (!response) return failure(response.error());
          if (const Response* proposed = proposedOf(s, o->plan, response->level)) {
            response->id = proposed->id;
            response->proposedBy = proposed->proposedBy;
            response->consultations = proposed->consultations;
          }
          made->context.documentNumber = o->document;
          made->context.responseTitle = response->title;
          const auto planned = checklistFor(*made->plan, response->level, s, made->facts, made->context);
          if (!planned) return failure(planned.error());
          return Command(ActivateResponse{std::move(*response), checklistItems(*made->plan, *planned, &newId)});
        },
        {"activated", "已启动"});
  });

  o = std::make_shared<ResponseOptions>();
  auto* level = parent->add_subcommand("level", told(session, "raise or lower it", "调整级别"));
  level->add_option("RESPONSE", o->response, told(session, "title or id", "名称或标识"))->required();
  level->add_option("--to", o->level, told(session, "the new level", "新级别"))->required();
  level->add_option("--sign", o->signedBy, told(session, "who signs", "签发人"))->required();
  level->add_option("--document", o->document, told(session, "document number", "文号"));
  level->callback([o, &session] {
    const Maker maker(session);
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto id = lookUp<Response>(s, o->response);
          if (!id) return failure(id.error());
          const Response& response = *s.find(*id);
          ChangeResponseLevel command{*id, o->level, o->signedBy, o->document, {}, {}, {}, {}};
          if (response.plan.empty()) return Command(std::move(command));
          auto made = maker.made(s, response.plan, {}, momentOf(session, s));
          if (!made) return failure(made.error());
          if (!response.incidents.empty()) made->context.incident = response.incidents.front();
          made->context.documentNumber = o->document;
          const auto at = responseFrom(*made->plan, o->level, made->facts);
          if (!at) return failure(at.error());
          const auto change = checklistChange(*made->plan, at->level, s, *id, made->facts, made->context);
          if (!change) return failure(change.error());
          command.to = at->level;
          command.approver = at->approver;
          command.criteria = at->criteria;
          command.add = checklistItems(*made->plan, change->add, &newId);
          command.drop = change->drop;
          return Command(std::move(command));
        },
        {"level changed", "级别已调整"});
  });

  o = std::make_shared<ResponseOptions>();
  auto* decline = parent->add_subcommand(
      "decline", told(session, "criteria hold and it is not activated: by whom, why", "达标不启动：决定人、理由"));
  addCommon(decline, o);
  decline->add_option("--by", o->signedBy, told(session, "who decides so", "决定人"))->required();
  decline->add_option("--reason", o->reason, told(session, "why", "理由"))->required();
  decline->callback([o, &session] {
    const Maker maker(session);
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto made = maker.made(s, o->plan, o->incident, momentOf(session, s));
          if (!made) return failure(made.error());
          auto response = begun(s, *made, *o);
          if (!response) return failure(response.error());
          if (const Response* proposed = proposedOf(s, o->plan, response->level)) response->id = proposed->id;
          response->reason = o->reason;
          return Command(DeclineResponse{std::move(*response)});
        },
        {"recorded that it is not activated", "已记录不启动"});
  });

  o = std::make_shared<ResponseOptions>();
  auto* criteria = parent->add_subcommand(
      "criteria", told(session, "which levels of a plan hold now, with the measured values", "各级启动条件与实测值"));
  criteria->add_option("--plan", o->plan, told(session, "id of the plan", "预案编号"))->required();
  criteria->callback([o, &session] {
    const auto station = session.open(true);
    if (!station) return session.console.refuse(station.error());
    const Situation& s = (*station)->situation();
    const auto made = Maker(session).made(s, o->plan, {}, systemNow());
    if (!made) return session.console.refuse(made.error());
    TextTable table({told(session, "level", "级别"), told(session, "criterion", "条件"), told(session, "holds", "判断"),
                     told(session, "measured", "实测"), told(session, "source", "来源"), told(session, "at", "时刻")});
    Json all = Json::array();
    for (const Level& one : made->plan->levels) {
      const auto response = responseFrom(*made->plan, one.level, made->facts);
      if (!response) continue;
      for (const Criterion& criterion : response->criteria) {
        table.add({one.level, criterion.says, textOf(criterion.holds).in(session.console.language), criterion.measured,
                   criterion.source,
                   criterion.at == Instant{} ? "" : (*station)->timeZone().local(criterion.at).substr(5, 11)});
        Json line = encode(criterion);
        line["level"] = one.level;
        all.push_back(std::move(line));
      }
    }
    if (session.console.json)
      std::cout << all.dump() << '\n';
    else
      std::cout << table.text();
  });
}

CLI::App* addAbout(CLI::App* parent, Session& session, const char* called, const Text& help, const Text& done,
                   const std::shared_ptr<ResponseOptions>& o,
                   std::function<Command(Id<Response>, const ResponseOptions&)> make) {
  auto* command = parent->add_subcommand(called, session.console.say(help));
  command->add_option("RESPONSE", o->response, told(session, "title or id", "名称或标识"))->required();
  command->callback([o, done, make = std::move(make), &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto id = lookUp<Response>(s, o->response);
          if (!id) return failure(id.error());
          return make(*id, *o);
        },
        done);
  });
  return command;
}

void addChecklist(CLI::App& app, Session& session) {
  auto* checklist = app.add_subcommand("checklist", told(session, "the lines of a response", "响应清单"));
  checklist->require_subcommand(1);
  auto o = std::make_shared<ResponseOptions>();
  auto* show = checklist->add_subcommand("show", told(session, "how each line stands", "逐项状态"));
  show->add_option("RESPONSE", o->response, told(session, "title or id", "名称或标识"))->required();
  show->callback([o, &session] {
    const auto station = session.open(true);
    if (!station) return session.console.refuse(station.error());
    const auto id = lookUp<Response>((*station)->situation(), o->response);
    if (!id) return session.console.refuse(id.error());
    showChecklist(session, (*station)->situation(), *id, systemNow());
  });

  o = std::make_shared<ResponseOptions>();
  auto* mark = checklist->add_subcommand("mark", told(session, "done, skipped, open again", "办结、跳过、重开"));
  mark->add_option("LINE", o->item, told(session, "its id in the plan, title or id", "清单编号、标题或标识"))
      ->required();
  mark->add_option("AS", o->mark, choicesOf<ItemMark>(session.console.language))->required();
  mark->add_option("--reason,--words", o->words, told(session, "why, or what was said", "理由或原话"));
  mark->add_option("--by", o->by, told(session, "who says so", "报告人"));
  mark->add_option("--answer", o->answer,
                   told(session, "FIELD=VALUE or FIELD=PART:COUNT,…", "字段=值 或 字段=分项:数,…"));
  mark->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto id = lookUp<ChecklistItem>(s, o->item);
          if (!id) return failure(id.error());
          const auto as = choose<ItemMark>(o->mark);
          if (!as) return failure(as.error());
          MarkItem command{*id, *as, o->words, {}, o->by};
          for (const std::string& written : o->answer) {
            const auto value = answerFrom(written);
            if (!value) return failure(value.error());
            command.answer.push_back(*value);
          }
          return Command(std::move(command));
        },
        {"marked", "已标记"});
  });

  o = std::make_shared<ResponseOptions>();
  auto* verify = checklist->add_subcommand("verify", told(session, "somebody else has seen that it is done", "核验"));
  verify->add_option("LINE", o->item, told(session, "its id in the plan, title or id", "清单编号、标题或标识"))
      ->required();
  verify->add_option("--by", o->by, told(session, "who verifies", "核验人"));
  verify->add_option("--words", o->words, told(session, "how", "方式"));
  verify->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          const auto id = lookUp<ChecklistItem>(s, o->item);
          if (!id) return failure(id.error());
          return Command(VerifyItem{*id, o->words, o->by});
        },
        {"verified", "已核验"});
  });
}

}  // namespace

void addResponseCommands(CLI::App& app, Session& session) {
  auto* response =
      app.add_subcommand("response", told(session, "activate, change and end responses", "响应启动、调整、终止"));
  response->require_subcommand(1);
  addPlanned(response, session);

  auto o = std::make_shared<ResponseOptions>();
  auto* arrival =
      addAbout(response, session, "arrival", {"somebody who must be on the spot has come", "到场（六必到）"},
               {"noted", "已登记"}, o, [](Id<Response> id, const ResponseOptions& x) {
                 return Command(NoteArrival{id, x.who, x.name});
               });
  arrival->add_option("--who", o->who, told(session, "the role", "应到岗位"))->required();
  arrival->add_option("--name", o->name, told(session, "the person", "到场人"));

  o = std::make_shared<ResponseOptions>();
  auto* condition = addAbout(response, session, "condition", {"a condition of the end holds", "终止条件已落实"},
                             {"noted", "已登记"}, o, [](Id<Response> id, const ResponseOptions& x) {
                               return Command(MeetEndCondition{id, x.condition, x.words});
                             });
  condition->add_option("--condition", o->condition, told(session, "which", "哪一项"))->required();
  condition->add_option("--words", o->words, told(session, "who says so and how", "依据"));

  o = std::make_shared<ResponseOptions>();
  auto* end = addAbout(response, session, "end", {"approved: it ends", "批准终止"}, {"ended", "已终止"}, o,
                       [](Id<Response> id, const ResponseOptions& x) {
                         return Command(EndResponse{id, x.signedBy, x.reason});
                       });
  end->add_option("--sign", o->signedBy, told(session, "who approves", "批准人"))->required();
  end->add_option("--reason", o->reason, told(session, "why", "理由"));

  addChecklist(app, session);
}

}  // namespace fengsui
