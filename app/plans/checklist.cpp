// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/checklist.h"
#include "plans/postcard.h"

#include <algorithm>

#include "plans/expressionwords.h"

namespace fengsui {
namespace {

// The district's own language on the record; the other beside it where the plan has it.
std::string zh(const FilledText& text) {
  return text.text.zh.empty() ? text.text.en : text.text.zh;
}

std::string joined(const std::vector<FilledText>& texts) {
  std::string all;
  for (const FilledText& text : texts) all += (all.empty() ? "" : "；") + zh(text);
  return all;
}

Addressee addresseeOf(const ResolvedOwner& owner, const std::string& place = {}) {
  Addressee to;
  to.kind = owner.kind == OwnerKind::post ? AddresseeKind::post : AddresseeKind::organisation;
  to.name = place.empty() || owner.name.find(place) != std::string::npos ? owner.name : place + owner.name;
  if (owner.post) to.subject = owner.post->uuid;
  to.substitute = owner.bHolder.empty() ? owner.b : owner.b + "（" + owner.bHolder + "）";
  return to;
}

// Of the teams that have the capability, those that can go, the nearest first; where there are too few, the busy ones.
std::vector<Addressee> teamsOf(const ResolvedOwner& owner) {
  std::vector<Addressee> teams;
  for (const bool available : {true, false})
    for (const TeamChoice& choice : owner.teams)
      if (choice.available == available && static_cast<int>(teams.size()) < owner.count)
        teams.push_back({AddresseeKind::team, choice.team.uuid, choice.name, {}});
  return teams;
}

Text timingText(const PlannedItem& item, const Plan& plan) {
  const PlanItem* line = plan.item(item.item);
  return line ? whenText(line->when, plan) : Text{};
}

std::string rungName(const PlannedChase& chase) {
  switch (chase.target) {
    case ChaseTarget::b:
      return "B";
    case ChaseTarget::town:
      return "town";
    case ChaseTarget::door:
      return "door";
    case ChaseTarget::named:
      break;
  }
  return chase.name;
}

Brief briefOf(const PlannedItem& item) {
  Brief brief;
  brief.kind = item.kind;
  brief.title = item.title.zh;
  brief.titleEn = item.title.en;
  brief.task = zh(item.action);
  if (item.action.text.en != brief.task) brief.taskEn = item.action.text.en;
  brief.place = zh(item.place);
  brief.owner = addresseeOf(item.owner, item.owner.place);
  if (item.owner.kind == OwnerKind::team) {
    auto teams = teamsOf(item.owner);
    if (!teams.empty()) brief.owner = teams.front();
    if (teams.size() > 1) brief.each = std::move(teams);
  }
  for (const PlannedCopy& copy : item.addressees) brief.each.push_back(addresseeOf(copy.owner, copy.name));
  if (!brief.each.empty() && brief.owner.name.empty()) brief.owner = brief.each.front();
  for (const ResolvedOwner& helper : item.with) {
    if (helper.kind != OwnerKind::team) {
      brief.with.push_back(addresseeOf(helper, helper.place));
      continue;
    }
    for (Addressee& team : teamsOf(helper)) brief.with.push_back(std::move(team));
  }
  brief.expects = item.answer;
  for (const PlannedChase& chase : item.chase)
    brief.ladder.push_back({chase.minutes * 60'000LL, rungName(chase), chase.awaited == ChaseFor::answer});
  if (item.answerWithinMs) brief.dueMinutes = *item.answerWithinMs / 60'000;
  if (item.verify) {
    brief.verifier = addresseeOf(item.verify->by, item.verify->by.place).name;
    brief.verifyHow = zh(item.verify->how);
  }
  brief.standing = joined(item.standing);
  for (const FilledText& text : item.forbidden) brief.forbidden.push_back(zh(text));
  if (item.safety.officer) brief.checks.push_back(SafetyCheck::officer);
  if (item.safety.margin) {
    brief.checks.push_back(SafetyCheck::margin);
    brief.marginMinutes = *item.safety.margin;
  }
  if (item.safety.fourPoints) brief.checks.push_back(SafetyCheck::fourPoints);
  return brief;
}

const Level* levelOf(const Plan& plan, const std::string& level) {
  for (const Level& one : plan.levels)
    if (one.level == level || one.en == level) return &one;
  return nullptr;
}

Holds holdsOf(Truth truth) {
  return truth == Truth::yes ? Holds::yes : truth == Truth::no ? Holds::no : Holds::unknown;
}

Criterion criterionOf(const Expression& line, const KnownFacts& facts) {
  const Verdict verdict = evaluate(line, facts);
  const Text words = wordsOf(line);
  Criterion criterion;
  criterion.says = words.zh;
  criterion.saysEn = words.en;
  criterion.holds = holdsOf(verdict.holds);
  // The comparison that decided is the one to show: the first that holds as the whole does.
  const auto telling = std::find_if(verdict.evidence.begin(), verdict.evidence.end(),
                                    [&](const Evidence& one) { return one.holds == verdict.holds; });
  if (telling == verdict.evidence.end()) return criterion;
  const std::string about = telling->about.empty() ? "" : telling->about + " ";
  if (telling->found) {
    criterion.measured = about + telling->found->text().zh;
    criterion.measuredEn = about + telling->found->text().en;
    // A source is a name; what is said of it in words stands with the figure, in both languages.
    const Text& source = telling->found->source;
    if (source.en == source.zh) {
      criterion.source = source.zh;
    } else {
      criterion.measured += " · " + source.zh;
      criterion.measuredEn += " · " + source.en;
    }
    criterion.at = telling->found->at.value_or(Instant{});
  } else {
    criterion.measured = about + telling->why.zh;
    criterion.measuredEn = about + telling->why.en;
  }
  return criterion;
}

}  // namespace

std::vector<ChecklistItem> checklistItems(const Plan& plan, std::span<const PlannedItem> planned, const NewId& newId) {
  std::vector<ChecklistItem> items;
  items.reserve(planned.size());
  for (const PlannedItem& one : planned) {
    ChecklistItem item;
    item.id.uuid = newId();
    item.plan = plan.id;
    item.edition = plan.edition;
    item.line = one.item;
    const auto phase =
        std::find_if(plan.phases.begin(), plan.phases.end(), [&](const Phase& known) { return known.id == one.phase; });
    if (phase != plan.phases.end()) {
      item.phase = phase->zh;
      item.phaseEn = phase->en;
    }
    item.position = static_cast<std::int64_t>(items.size());
    item.mandatory = one.mandatory;
    item.brief = briefOf(one);
    item.timing.dueAt = one.dueAt;
    const Text when = timingText(one, plan);
    item.timing.says = when.zh;
    item.timing.saysEn = when.en;
    item.timing.after = one.after;
    item.timing.afterMs = one.afterMs;
    item.timing.everyMs = one.everyMs.value_or(0);
    if (one.on) item.timing.on = one.on->text();
    if (one.applies == Truth::unknown) {
      const PlanItem* line = plan.item(one.item);
      if (line && line->condition) item.condition = wordsOf(*line->condition).zh;
    }
    item.needs = one.needs.items;
    item.supplies = one.needs.supplies;
    item.teams = one.needs.teams;
    item.missing = one.missing();
    for (const Text& doubt : one.doubts()) item.missing.push_back(doubt.zh);
    items.push_back(std::move(item));
  }
  return items;
}

Result<Response> responseFrom(const Plan& plan, const std::string& level, const KnownFacts& facts) {
  const Level* found = levelOf(plan, level);
  if (!found) {
    std::string levels;
    for (const Level& one : plan.levels) levels += (levels.empty() ? "" : "、") + one.level;
    return failure(ErrorCode::notFound,
                   {"plan " + plan.id + " has no level \"" + level + "\"", "预案 " + plan.id + " 没有“" + level + "”"},
                   {"it has " + levels, "可选：" + levels});
  }
  Response response;
  response.title = plan.title.zh.empty() ? plan.title.en : plan.title.zh;
  response.hazard = plan.hazard;
  response.level = found->level;
  response.plan = plan.id;
  response.edition = plan.edition;
  response.approver = found->approver.post.empty() ? found->approver.organisation : found->approver.post;
  if (found->when)
    for (const Expression& line : found->when->lines) response.criteria.push_back(criterionOf(line, facts));
  for (const Words& condition : plan.end) response.endConditions.push_back({condition.zh, condition.en, {}});
  return response;
}

Result<ChecklistChange> checklistChange(const Plan& plan, const std::string& level, const Situation& situation,
                                        Id<Response> response, const KnownFacts& facts,
                                        const ChecklistContext& context) {
  const auto planned = checklistFor(plan, level, situation, facts, context);
  if (!planned) return failure(planned.error());
  std::vector<std::string> present;
  std::vector<const ChecklistItem*> items;
  situation.checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
    if (item.response != response || item.plan != plan.id || item.mark == ItemMark::notApplicable) return;
    present.push_back(item.line);
    items.push_back(&item);
  });
  const LevelChange change = levelChange(plan, present, level);
  const auto among = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  ChecklistChange result;
  for (const PlannedItem& item : *planned)
    if (among(change.add, item.item)) result.add.push_back(item);
  for (const ChecklistItem* item : items)
    if (among(change.noLongerApplies, item->line)) result.drop.push_back(item->id);
  return result;
}

}  // namespace fengsui
