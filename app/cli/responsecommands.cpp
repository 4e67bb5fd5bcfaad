// SPDX-License-Identifier: GPL-3.0-or-later
// fengsuictl response and checklist: a plan becomes a response, its lines become orders.

#include <iostream>

#include "cli/aboutcommand.h"
#include "cli/choices.h"
#include "cli/lookup.h"
#include "cli/ordershow.h"
#include "cli/ordertext.h"
#include "cli/planlibrary.h"
#include "plans/expressionwords.h"

#include "core/derive.h"

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

/// What responses are made from: the plans, and what the station knows.
class Maker {
 public:
  explicit Maker(const Session& session) : library_(libraryOf(session)) {
    if (const auto path = session.path()) files_ = StationFiles::of(*path);
  }

  Responding at(const Situation& s, Instant moment) const {
    return Responding(library_, s, observationsOf(s, files_, moment), moment, &newId);
  }
  const PlanLibrary& library() const { return library_; }

 private:
  PlanLibrary library_;
  StationFiles files_;
};

Instant momentOf(const Session& session, const Situation& s) {
  const Instant now = systemNow();
  if (session.occurredText.empty()) return now;
  return momentFrom(session.occurredText, zoneOf(s), now).value_or(now);
}

Result<ResponseWish> wishOf(const Situation& s, const ResponseOptions& o) {
  ResponseWish wish{o.plan, o.level, o.area, std::nullopt, o.document, o.signedBy, o.reason};
  if (o.incident.empty()) return wish;
  const auto id = lookUp<Incident>(s, o.incident);
  if (!id) return failure(id.error());
  wish.incident = *id;
  return wish;
}

/// Runs what makes a command from a wish.
template <class Make>
void executeWish(Session& session, const ResponseOptions& o, const Text& done, Make make) {
  const Maker maker(session);
  session.execute(
      [&](const Situation& s) -> Result<Command> {
        const auto wish = wishOf(s, o);
        if (!wish) return failure(wish.error());
        auto command = make(maker.at(s, momentOf(session, s)), *wish, s);
        if (!command) return failure(command.error());
        return Command(std::move(*command));
      },
      done);
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
    executeWish(session, *o, {"proposed", "已提出启动建议"},
                [](const Responding& responding, const ResponseWish& wish, const Situation&) {
                  return responding.propose(wish);
                });
  });

  o = std::make_shared<ResponseOptions>();
  auto* activate = parent->add_subcommand(
      "activate", told(session, "signed: it begins, with the checklist of its level", "签批启动，生成清单"));
  addCommon(activate, o);
  activate->add_option("--sign", o->signedBy, told(session, "who signs", "签发人"))->required();
  activate->add_option("--document", o->document, told(session, "document number", "文号"));
  activate->callback([o, &session] {
    executeWish(session, *o, {"activated", "已启动"},
                [](const Responding& responding, const ResponseWish& wish, const Situation&) {
                  return responding.activate(wish);
                });
  });

  o = std::make_shared<ResponseOptions>();
  auto* level = parent->add_subcommand("level", told(session, "raise or lower it", "调整级别"));
  level->add_option("RESPONSE", o->response, told(session, "title or id", "名称或标识"))->required();
  level->add_option("--to", o->level, told(session, "the new level", "新级别"))->required();
  level->add_option("--sign", o->signedBy, told(session, "who signs", "签发人"))->required();
  level->add_option("--document", o->document, told(session, "document number", "文号"));
  level->callback([o, &session] {
    executeWish(session, *o, {"level changed", "级别已调整"},
                [&o](const Responding& responding, const ResponseWish& wish,
                     const Situation& s) -> Result<ChangeResponseLevel> {
                  const auto id = lookUp<Response>(s, o->response);
                  if (!id) return failure(id.error());
                  return responding.change(*id, wish);
                });
  });

  o = std::make_shared<ResponseOptions>();
  auto* decline = parent->add_subcommand(
      "decline", told(session, "criteria hold and it is not activated: by whom, why", "达标不启动：决定人、理由"));
  addCommon(decline, o);
  decline->add_option("--by", o->signedBy, told(session, "who decides so", "决定人"))->required();
  decline->add_option("--reason", o->reason, told(session, "why", "理由"))->required();
  decline->callback([o, &session] {
    executeWish(session, *o, {"recorded that it is not activated", "已记录不启动"},
                [](const Responding& responding, const ResponseWish& wish, const Situation&) {
                  return responding.decline(wish);
                });
  });

  o = std::make_shared<ResponseOptions>();
  auto* criteria = parent->add_subcommand(
      "criteria", told(session, "which levels of a plan hold now, with the measured values", "各级启动条件与实测值"));
  criteria->add_option("--plan", o->plan, told(session, "id of the plan", "预案编号"))->required();
  criteria->callback([o, &session] {
    const auto station = session.open(true);
    if (!station) return session.console.refuse(station.error());
    const Situation& s = (*station)->situation();
    const Maker maker(session);
    const Plan* plan = maker.library().find(o->plan);
    if (!plan)
      return session.console.refuse(
          Error{ErrorCode::notFound,
                {"there is no sound plan \"" + o->plan + "\"", "没有可用的预案“" + o->plan + "”"},
                {"see fengsuictl plan list", "见 fengsuictl plan list"},
                {}});
    TextTable table({told(session, "level", "级别"), told(session, "criterion", "条件"), told(session, "holds", "判断"),
                     told(session, "measured", "实测"), told(session, "source", "来源"), told(session, "at", "时刻")});
    Json all = Json::array();
    for (const Response& one : maker.at(s, systemNow()).levelsOf(*plan)) {
      for (std::size_t i = 0; i < one.criteria.size(); ++i) {
        const Criterion& criterion = one.criteria[i];
        table.add({one.level, Text{criterion.saysEn, criterion.says}.in(session.console.language),
                   textOf(criterion.holds).in(session.console.language),
                   Text{criterion.measuredEn, criterion.measured}.in(session.console.language), criterion.source,
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
  auto* arrival = addAbout<Response>(
      response, session, "arrival", {"somebody who must be on the spot has come", "到场（六必到）"},
      {"noted", "已登记"}, o, &ResponseOptions::response, [](Id<Response> id, const ResponseOptions& x) {
        return Command(NoteArrival{id, x.who, x.name});
      });
  arrival->add_option("--who", o->who, told(session, "the role", "应到岗位"))->required();
  arrival->add_option("--name", o->name, told(session, "the person", "到场人"));

  o = std::make_shared<ResponseOptions>();
  auto* condition = addAbout<Response>(response, session, "condition",
                                       {"a condition of the end holds", "终止条件已落实"}, {"noted", "已登记"}, o,
                                       &ResponseOptions::response, [](Id<Response> id, const ResponseOptions& x) {
                                         return Command(MeetEndCondition{id, x.condition, x.words});
                                       });
  condition->add_option("--condition", o->condition, told(session, "which", "哪一项"))->required();
  condition->add_option("--words", o->words, told(session, "who says so and how", "依据"));

  o = std::make_shared<ResponseOptions>();
  auto* end = addAbout<Response>(response, session, "end", {"approved: it ends", "批准终止"}, {"ended", "已终止"}, o,
                                 &ResponseOptions::response, [](Id<Response> id, const ResponseOptions& x) {
                                   return Command(EndResponse{id, x.signedBy, x.reason});
                                 });
  end->add_option("--sign", o->signedBy, told(session, "who approves", "批准人"))->required();
  end->add_option("--reason", o->reason, told(session, "why", "理由"));

  addChecklist(app, session);
}

}  // namespace fengsui
