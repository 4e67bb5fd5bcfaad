// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/responsepapers.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/entities/response.h"

namespace fengsui {
namespace {

Text either(const std::string& zh, const std::string& en) {
  return {en.empty() ? zh : en, zh};
}

Text answerOf(const std::vector<AnswerField>& fields) {
  Text out;
  for (const AnswerField& field : fields) {
    std::string more = field.unit;
    for (const std::string& part : field.of) more += (more.empty() ? "" : "/") + part;
    const std::string& en = field.en.empty() ? field.zh : field.en;
    out.en += (out.en.empty() ? "" : ", ") + en + (more.empty() ? "" : " (" + more + ")");
    out.zh += (out.zh.empty() ? "" : "、") + field.zh + (more.empty() ? "" : "（" + more + "）");
  }
  return out;
}

Text ladderOf(const std::vector<Rung>& ladder) {
  Text out;
  for (const Rung& rung : ladder) {
    const Text whom = rung.whom == "B"      ? Text{"substitute", "B角"}
                      : rung.whom == "town" ? Text{"town duty office", "镇街值班室"}
                      : rung.whom == "door" ? Text{"somebody goes there", "派人上门"}
                                            : sameInBoth(rung.whom);
    const std::string minutes = std::to_string(rung.afterMs / 60'000);
    out.en += (out.en.empty() ? "" : "; ") + minutes + " min: " + whom.en;
    out.zh += (out.zh.empty() ? "" : "；") + minutes + " 分钟找" + whom.zh;
  }
  return out;
}

bool isFor(const Addressee& one, const std::string& post) {
  return one.name == post;
}

bool helps(const Brief& brief, const std::string& post) {
  return std::any_of(brief.with.begin(), brief.with.end(), [&](const Addressee& one) { return isFor(one, post); });
}

bool owns(const Brief& brief, const std::string& post) {
  return isFor(brief.owner, post) ||
         std::any_of(brief.each.begin(), brief.each.end(), [&](const Addressee& one) { return isFor(one, post); });
}

template <class T>
void addOnce(std::vector<T>& list, const T& one) {
  if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

}  // namespace

std::vector<const ChecklistItem*> checklistOf(const Situation& s, Id<Response> response) {
  std::vector<const ChecklistItem*> items;
  s.checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
    if (item.response == response) items.push_back(&item);
  });
  std::sort(items.begin(), items.end(), [](const ChecklistItem* one, const ChecklistItem* other) {
    return std::tie(one->position, one->line, one->id) < std::tie(other->position, other->line, other->id);
  });
  return items;
}

std::vector<std::string> ownersIn(const Situation& s, Id<Response> response) {
  std::set<std::string> names;
  for (const ChecklistItem* item : checklistOf(s, response)) {
    const Addressee& owner = item->brief.owner;
    // A team is sent by orders; cards are for those who have a seat.
    if (item->brief.each.empty() && !owner.name.empty() && owner.kind != AddresseeKind::team) names.insert(owner.name);
    for (const Addressee& one : item->brief.each) names.insert(one.name);
  }
  return {names.begin(), names.end()};
}

Result<DutyCard> dutyCardOf(const Situation& s, const Response& response, const std::string& post) {
  DutyCard card;
  card.post = post;
  card.plan = sameInBoth(response.title);
  card.edition = response.edition;
  if (!response.level.empty()) card.level = sameInBoth(response.level);
  for (const ChecklistItem* item : checklistOf(s, response.id)) {
    if (item->mark == ItemMark::notApplicable) continue;
    const Brief& b = item->brief;
    if (b.verifier == post)
      card.verifies.push_back(either(b.title + (b.verifyHow.empty() ? "" : "：" + b.verifyHow), {}));
    const bool mine = owns(b, post);
    if (!mine && !helps(b, post)) continue;
    if (mine && card.substitute.empty()) card.substitute = b.owner.substitute;
    card.front.push_back({sameInBoth(item->timing.says), either(b.title, b.titleEn), either(b.task, b.taskEn),
                          answerOf(b.expects), ladderOf(b.ladder), !mine});
    if (mine && !b.standing.empty()) addOnce(card.standing, sameInBoth(b.standing));
    for (const std::string& one : b.forbidden) addOnce(card.forbidden, sameInBoth(one));
  }
  if (card.front.empty() && card.verifies.empty()) {
    std::string known;
    for (const std::string& one : ownersIn(s, response.id)) known += (known.empty() ? "" : ", ") + one;
    return failure(ErrorCode::notFound,
                   {"\"" + post + "\" has nothing to do in this response", "“" + post + "”在该响应中没有任务"},
                   {"those who have: " + known, "有任务的：" + known});
  }
  return card;
}

Result<Handbook> handbookOf(const Situation& s, const Response& response) {
  const auto items = checklistOf(s, response.id);
  if (items.empty())
    return failure(ErrorCode::notFound, {"this response has no checklist", "该响应没有清单"},
                   {"start it from a plan", "请由预案启动"});
  Handbook book;
  book.title = sameInBoth(response.title + " " + response.level);
  book.id = response.plan;
  book.edition = response.edition;
  book.source = response.plan;
  book.hazard = textOf(Vocabulary::incidentKind, response.hazard);
  HandbookLevel level{sameInBoth(response.level),
                      sameInBoth(response.approver.empty() ? response.signedBy : response.approver),
                      {},
                      {}};
  for (const Criterion& one : response.criteria) level.criteria.push_back(one.says);
  book.levels.push_back(std::move(level));
  for (const EndCondition& one : response.endConditions) book.end.push_back(either(one.zh, one.en));
  std::vector<std::string> phases;
  for (const ChecklistItem* item : items) {
    if (item->mark == ItemMark::notApplicable) continue;
    auto at = std::find(phases.begin(), phases.end(), item->phase);
    if (at == phases.end()) {
      phases.push_back(item->phase);
      book.phases.push_back(item->phase.empty() ? Text{"Items", "事项"} : either(item->phase, item->phaseEn));
      at = phases.end() - 1;
    }
    const Brief& b = item->brief;
    HandbookItem one;
    one.id = item->line;
    one.title = either(b.title, b.titleEn);
    one.phase = static_cast<std::size_t>(at - phases.begin());
    one.mandatory = item->mandatory;
    one.owner = sameInBoth(b.owner.name);
    if (!b.each.empty())
      one.owner = {std::to_string(b.each.size()) + " places", "各责任人（" + std::to_string(b.each.size()) + "处）"};
    if (!b.owner.name.empty()) one.posts.push_back(b.owner.name);
    for (const Addressee& with : b.with) addOnce(one.posts, with.name);
    one.kind = textOf(b.kind);
    one.when = sameInBoth(item->timing.says);
    one.condition = sameInBoth(item->condition);
    one.action = either(b.task, b.taskEn);
    one.answer = answerOf(b.expects);
    one.chase = ladderOf(b.ladder);
    one.verify = sameInBoth(b.verifier + (b.verifyHow.empty() ? "" : "：" + b.verifyHow));
    one.after = item->needs;
    if (!item->timing.after.empty()) addOnce(one.after, item->timing.after);
    book.items.push_back(std::move(one));
  }
  return book;
}

}  // namespace fengsui
