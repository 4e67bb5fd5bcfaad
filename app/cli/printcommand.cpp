// SPDX-License-Identifier: GPL-3.0-or-later
// fengsuictl print: what has to be on paper, as PDF.

#include <algorithm>
#include <iostream>

#include "cli/lookup.h"
#include "cli/planlibrary.h"
#include "cli/planpapers.h"
#include "cli/session.h"
#include "documents/calloutlist.h"
#include "documents/checklistsheet.h"
#include "documents/ordermark.h"
#include "documents/ordersheet.h"
#include "documents/reportsheet.h"
#include "documents/responsepapers.h"
#include "documents/typesetting.h"
#include "plans/postcard.h"

namespace fengsui {
namespace {

struct PrintOptions {
  std::vector<std::string> names;
  std::string response, plan, level, out, code;
  bool everybody = false, open = false, telephones = false;
};

using Make = std::function<Result<Printed>(const Situation&, const PrintWish&)>;

/// Opens the station, sets the document, writes the file, and says where it is. A plan is printed without one too.
void print(Session& session, const std::string& out, bool ofPlan, const Make& make) {
  Situation s;
  if (!ofPlan || !session.stationPath.empty()) {
    const auto station = session.open(true);
    if (!station) return session.console.refuse(station.error());
    s = (*station)->situation();
  }
  const Typesetting typesetting;
  const auto printed = make(s, wishFor(s, session.console.language, systemNow()));
  if (!printed) return session.console.refuse(printed.error());
  if (const auto saved = savePrinted(*printed, out); !saved) return session.console.refuse(saved.error());
  const std::string pages = std::to_string(printed->pages);
  session.console.report({out + ": " + pages + (printed->pages == 1 ? " page" : " pages"), out + "：" + pages + " 页"},
                         {{"file", out}, {"pages", printed->pages}});
}

Result<Printed> orders(const Situation& s, const PrintOptions& o, const PrintWish& wish) {
  std::vector<const Order*> wanted;
  for (const std::string& name : o.names) {
    const auto id = lookUp<Order>(s, name);
    if (!id) return failure(id.error());
    wanted.push_back(s.find(*id));
  }
  if (o.open) {
    s.orders.forEach([&](const Uuid&, const Order& order) {
      if (order.open()) wanted.push_back(&order);
    });
    std::sort(wanted.begin(), wanted.end(), [](const Order* a, const Order* b) { return a->number < b->number; });
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  }
  return printOrders(wanted, o.everybody ? PrintFor::everybody : PrintFor::responsible, wish);
}

Result<Printed> recall(const Situation& s, const PrintOptions& o, const PrintWish& wish) {
  const auto id = lookUp<Order>(s, o.names.front());
  if (!id) return failure(id.error());
  std::vector<std::string> instead;
  s.orders.forEach([&](const Uuid&, const Order& order) {
    if (order.replaces == std::optional(*id) && !order.number.empty()) instead.push_back(order.number);
  });
  std::sort(instead.begin(), instead.end());
  return printRecall(*s.find(*id), instead, wish);
}

Result<Printed> planCards(const Session& session, const PrintOptions& o, const PrintWish& wish) {
  const auto plan = planNamed(libraryOf(session), o.plan);
  if (!plan) return failure(plan.error());
  std::vector<DutyCard> all;
  for (const std::string& post : o.names.empty() ? postsOf(*plan) : o.names) {
    auto card = dutyCardOf(*plan, post, o.level);
    // Of all posts those that have something to do at this level.
    if (!card && o.names.empty() && plan->level(o.level)) continue;
    if (!card) return failure(card.error());
    all.push_back(std::move(*card));
  }
  return printCards(all, wish);
}

Result<Printed> planHandbook(const Session& session, const PrintOptions& o, const PrintWish& wish) {
  const auto plan = planNamed(libraryOf(session), o.plan);
  if (!plan) return failure(plan.error());
  const auto book = handbookOf(*plan, o.level, wish.language);
  if (!book) return failure(book.error());
  return printHandbook(*book, wish);
}

Result<Printed> cards(const Situation& s, const PrintOptions& o, const PrintWish& wish) {
  if (o.response.empty())
    return failure(ErrorCode::invalid, {"--response or --plan is wanted", "请给出 --response 或 --plan"});
  const auto id = lookUp<Response>(s, o.response);
  if (!id) return failure(id.error());
  std::vector<DutyCard> all;
  for (const std::string& post : o.names.empty() ? ownersIn(s, *id) : o.names) {
    auto card = dutyCardOf(s, *s.find(*id), post);
    if (!card) return failure(card.error());
    all.push_back(std::move(*card));
  }
  return printCards(all, wish);
}

/// Says which order a scanned code belongs to, and whether the order still says what was printed.
void match(Session& session, const std::string& code) {
  const auto mark = readOrderMark(code);
  if (!mark) return session.console.refuse(mark.error());
  const auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const Order* order = (*station)->situation().find(mark->order);
  if (!order)
    return session.console.refuse(Error{
        ErrorCode::notFound, {"this station has no order " + mark->number, "本站没有派单 " + mark->number}, {}, {}});
  const bool same = markOf(*order).digest == mark->digest;
  const std::string which = order->number + "  " + order->brief.title;
  session.console.report(
      same ? Text{which + ": the paper says what the order says", which + "：纸面内容与派单一致"}
           : Text{which + ": the order has changed since it was printed", which + "：打印后派单内容已变"},
      {{"order", order->id.text()}, {"number", order->number}, {"same", same}});
}

}  // namespace

void addPrintCommand(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("print", told(session, "orders, cards, reports and lists on paper, as PDF",
                                                   "打印派单、岗位卡、报告和名单（PDF）"));
  command->require_subcommand(1);
  const auto add = [&](const char* name, const char* en, const char* zh, auto&& arguments, auto make) {
    auto o = std::make_shared<PrintOptions>();
    auto* one = command->add_subcommand(name, told(session, en, zh));
    arguments(one, *o);
    one->add_option("--out", o->out, told(session, "the PDF file", "PDF 文件"))->required();
    one->callback([o, make, &session] {
      print(session, o->out, !o->plan.empty(),
            [&](const Situation& s, const PrintWish& wish) { return make(s, *o, wish); });
    });
  };
  const auto one = [&session](const char* placeholder, const char* en, const char* zh) {
    return [=, &session](CLI::App* c, PrintOptions& o) {
      c->add_option(placeholder, o.names, told(session, en, zh))->required()->expected(1);
    };
  };

  add(
      "order", "orders, A5, a sheet for each who answers for one", "派单（A5，每个主责一份）",
      [&](CLI::App* c, PrintOptions& o) {
        c->add_option("ORDER", o.names, told(session, "numbers, titles or ids", "单号、标题或标识"));
        c->add_flag("--open", o.open, told(session, "all that are open", "全部未办结"));
        c->add_flag("--everybody", o.everybody, told(session, "for those who help too", "协办也各一份"));
      },
      orders);
  add("recall", "the recall of an order, for each who had it", "撤回通知（每个受令方一份）",
      one("ORDER", "number, title or id", "单号、标题或标识"), recall);
  // Of a response that runs, or of a plan before the season.
  const auto orPlan = [&session](CLI::App* c, PrintOptions& o, CLI::Option* response) {
    auto* plan =
        c->add_option("--plan", o.plan,
                      told(session, "a plan instead: a file, an id, or ID@EDITION", "改印预案：文件、id 或 ID@版次"));
    auto* level = c->add_option(
        "--level", o.level, told(session, "of the plan: only what is done at this level", "预案级别：只印该级事项"));
    plan->excludes(response);
    level->needs(plan);
  };
  add(
      "card", "cards of the posts of a response or a plan, A5, both sides", "响应或预案的岗位指令卡（A5 正反面）",
      [&](CLI::App* c, PrintOptions& o) {
        c->add_option("POST", o.names, told(session, "as on the checklist; none: all", "岗位，按清单写法；不写则全部"));
        orPlan(c, o, c->add_option("--response", o.response, told(session, "the response", "响应")));
      },
      [&session](const Situation& s, const PrintOptions& o, const PrintWish& wish) {
        return o.plan.empty() ? cards(s, o, wish) : planCards(session, o, wish);
      });
  add(
      "handbook", "the handbook of a response or a plan", "响应或预案的指挥手册",
      [&](CLI::App* c, PrintOptions& o) {
        orPlan(c, o, c->add_option("RESPONSE", o.names, told(session, "the response", "响应"))->expected(1));
      },
      [&session](const Situation& s, const PrintOptions& o, const PrintWish& wish) -> Result<Printed> {
        if (!o.plan.empty()) return planHandbook(session, o, wish);
        if (o.names.empty())
          return failure(ErrorCode::invalid, {"a response or --plan is wanted", "请给出响应或 --plan"});
        const auto id = lookUp<Response>(s, o.names.front());
        if (!id) return failure(id.error());
        const auto book = handbookOf(s, *s.find(*id));
        if (!book) return failure(book.error());
        return printHandbook(*book, wish);
      });
  add("report", "a duty report", "值班报告", one("REPORT", "its title or id", "标题或标识"),
      [](const Situation& s, const PrintOptions& o, const PrintWish& wish) -> Result<Printed> {
        const auto id = lookUp<DutyReport>(s, o.names.front());
        if (!id) return failure(id.error());
        return printReport(*s.find(*id), wish);
      });
  add("checklist", "how the checklist of a response stands", "响应清单办理情况",
      one("RESPONSE", "the response", "响应"),
      [](const Situation& s, const PrintOptions& o, const PrintWish& wish) -> Result<Printed> {
        const auto id = lookUp<Response>(s, o.names.front());
        if (!id) return failure(id.error());
        return printChecklist(s, *s.find(*id), wish);
      });
  add(
      "callout", "who has not said a call-out back", "叫应未回应名单",
      [&](CLI::App* c, PrintOptions& o) {
        c->add_option("CALLOUT", o.names, told(session, "its title or id", "标题或标识"))->required()->expected(1);
        c->add_flag("--telephones", o.telephones,
                    told(session, "with the telephones of the persons; to be given back", "含个人电话，用后收回"));
      },
      [](const Situation& s, const PrintOptions& o, const PrintWish& wish) -> Result<Printed> {
        const auto id = lookUp<Callout>(s, o.names.front());
        if (!id) return failure(id.error());
        return printCallout(s, *s.find(*id), o.telephones ? Telephones::printed : Telephones::left_out, wish);
      });

  auto o = std::make_shared<PrintOptions>();
  auto* matching =
      command->add_subcommand("match", told(session, "which order a scanned code belongs to", "扫码内容对应哪张派单"));
  matching->add_option("CODE", o->code, told(session, "what the code says", "二维码内容"))->required();
  matching->callback([o, &session] { match(session, o->code); });
}

}  // namespace fengsui
