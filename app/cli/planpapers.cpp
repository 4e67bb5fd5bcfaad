// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/planpapers.h"

#include <algorithm>

#include "core/names.h"
#include "plans/expressionwords.h"
#include "plans/instantiate.h"
#include "plans/nearest.h"
#include "plans/postcard.h"
#include "plans/subjects.h"

namespace fengsui {
namespace {

Text inBoth(const Words& words) {
  return {words.in(Language::english), words.in(Language::chinese)};
}

std::vector<Text> textsOf(const std::vector<Words>& list) {
  std::vector<Text> out;
  for (const Words& one : list) out.push_back(inBoth(one));
  return out;
}

void add(Text& text, const Text& more, const Text& between) {
  if (!text.empty()) text = {text.en + between.en, text.zh + between.zh};
  text = {text.en + more.en, text.zh + more.zh};
}

// "三级、二级": at which levels a line applies; empty: at all.
Text levelsOf(const Plan& plan, const PlanItem& item) {
  Text out;
  for (const std::string& name : item.levels) {
    const Level* level = plan.level(name);
    add(out, level ? Text{level->en, level->level} : sameInBoth(name), {", ", "、"});
  }
  return out;
}

Text verifyText(const PlanItem& item) {
  if (!item.verify) return {};
  Text out = ownerText(item.verify->by);
  if (!item.verify->how.empty()) add(out, inBoth(item.verify->how), {": ", "："});
  return out;
}

void addOnce(std::vector<std::string>& list, const std::string& one) {
  if (!one.empty() && std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

HandbookItem itemOf(const Plan& plan, const PlanItem& item, std::size_t phase) {
  HandbookItem out;
  out.id = item.id;
  out.title = inBoth(item.title);
  out.phase = phase;
  out.levels = levelsOf(plan, item);
  out.mandatory = item.mandatory;
  out.owner = ownerText(item.owner);
  addOnce(out.posts, item.owner.post);
  for (const Owner& one : item.with) addOnce(out.posts, one.post);
  out.kind = textOf(item.kind);
  out.when = whenText(item.when, plan);
  if (item.condition) out.condition = wordsOf(*item.condition);
  out.action = inBoth(item.action);
  out.answer = answerText(item.answer);
  out.chase = chaseText(item.chase);
  out.verify = verifyText(item);
  out.after = item.needs.items;
  addOnce(out.after, item.when.after);
  return out;
}

}  // namespace

Result<DutyCard> dutyCardOf(const Plan& plan, const std::string& post, const std::string& level) {
  const auto made = cardFor(plan, post, level);
  if (!made) return failure(made.error());
  DutyCard card;
  card.post = made->post;
  card.substitute = made->b;
  card.plan = inBoth(made->plan);
  card.edition = made->edition;
  card.effective = made->effective;
  card.level = made->level;
  for (const CardLine& line : made->front)
    card.front.push_back({line.when, line.title, inBoth(line.action), line.answer, line.chase, line.helps});
  card.standing = textsOf(made->standing);
  card.forbidden = textsOf(made->forbidden);
  card.verifies = textsOf(made->verifies);
  return card;
}

Result<Handbook> handbookOf(const Plan& plan, const std::string& level, Language language) {
  if (!level.empty() && !plan.level(level)) {
    std::vector<std::string> known;
    for (const Level& one : plan.levels) known.push_back(one.level);
    return failure(ErrorCode::notFound, {plan.id + " has no level \"" + level + "\"", plan.id + " 没有“" + level + "”"},
                   {"levels: " + listed(known), "级别：" + listed(known)});
  }
  Handbook book;
  book.title = inBoth(plan.title);
  book.id = plan.id;
  book.edition = plan.edition;
  book.effective = plan.effective;
  book.source = plan.origin;
  book.hazard = plan.hazard == "any" ? Text{"any", "各类"} : textOf(Vocabulary::incidentKind, plan.hazard);
  if (plan.scenario) {
    book.scenario = sameInBoth(plan.scenario->place);
    if (!plan.scenario->situation.empty()) add(book.scenario, inBoth(plan.scenario->situation), {", ", "，"});
  }
  for (const Level& one : plan.levels) {
    if (!level.empty() && one.level != level) continue;
    HandbookLevel out{{one.en, one.level}, ownerText(one.approver), {}, {}};
    if (one.when) {
      if (one.when->lines.size() > 1) out.criteriaWord = textOf(one.when->match);
      for (const Expression& line : one.when->lines) out.criteria.push_back(wordsOf(line).in(language));
    }
    book.levels.push_back(std::move(out));
  }
  book.end = textsOf(plan.end);
  for (const Phase& phase : plan.phases) book.phases.push_back({phase.en, phase.zh});
  for (const PlanItem& item : plan.items) {
    if (!level.empty() && !appliesAt(item, level)) continue;
    const auto phase =
        std::find_if(plan.phases.begin(), plan.phases.end(), [&](const Phase& one) { return one.id == item.phase; });
    book.items.push_back(itemOf(plan, item, static_cast<std::size_t>(phase - plan.phases.begin())));
  }
  // What waits for a line of another level has nothing to wait for in this book.
  for (HandbookItem& item : book.items)
    std::erase_if(item.after, [&](const std::string& id) {
      return std::none_of(book.items.begin(), book.items.end(), [&](const HandbookItem& one) { return one.id == id; });
    });
  return book;
}

Table tableOf(const std::vector<Plan>& plans, Language language) {
  Table table;
  table.layer = language == Language::chinese ? "预案清单" : "lines";
  for (const Text& head : {Text{"plan", "预案"}, Text{"edition", "版次"}, Text{"line", "编号"}, Text{"phase", "阶段"},
                           Text{"levels", "级别"}, Text{"title", "事项"}, Text{"kind", "类别"}, Text{"place", "地点"},
                           Text{"owner", "主责"}, Text{"substitute", "B角"}, Text{"when", "时点"}, Text{"what", "内容"},
                           Text{"answer", "反馈"}, Text{"chased", "催办"}, Text{"verified by", "核验"}})
    table.columns.push_back({head.in(language), ColumnRole::data});
  for (const Plan& plan : plans)
    for (const PlanItem& item : plan.items) {
      std::vector<std::string> places;
      for (const std::string& cell : item.among)
        for (const std::string& name : namesIn(cell)) places.push_back(name);
      if (places.empty()) places.push_back(item.place);
      const auto phase =
          std::find_if(plan.phases.begin(), plan.phases.end(), [&](const Phase& one) { return one.id == item.phase; });
      const Text phaseName = phase == plan.phases.end() ? Text{} : Text{phase->en, phase->zh};
      for (const std::string& place : places) {
        Row row;
        row.number = static_cast<int>(table.rows.size()) + 2;
        row.cells = {plan.id,
                     plan.edition,
                     item.id,
                     phaseName.in(language),
                     levelsOf(plan, item).in(language),
                     item.title.in(language),
                     textOf(item.kind).in(language),
                     place,
                     ownerText(item.owner).in(language),
                     item.owner.b,
                     whenText(item.when, plan).in(language),
                     item.action.in(language),
                     answerText(item.answer).in(language),
                     chaseText(item.chase).in(language),
                     verifyText(item).in(language)};
        table.rows.push_back(std::move(row));
      }
    }
  return table;
}

}  // namespace fengsui
