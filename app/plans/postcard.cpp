// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/postcard.h"

#include <algorithm>
#include <set>

#include "core/names.h"
#include "plans/expressionwords.h"
#include "plans/instantiate.h"
#include "plans/nearest.h"

namespace fengsui {
namespace {

void append(Text& text, const Text& more, const Text& between) {
  if (!text.empty()) {
    text.en += between.en;
    text.zh += between.zh;
  }
  text.en += more.en;
  text.zh += more.zh;
}

void addOnce(std::vector<Words>& list, const std::vector<Words>& more) {
  for (const Words& one : more)
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

std::string minutesText(int minutes) {
  return std::to_string(minutes);
}

}  // namespace

Text whenText(const PlanTiming& when, const Plan& plan) {
  Text out;
  if (!when.after.empty()) {
    const PlanItem* before = plan.item(when.after);
    const Text title = before ? Text{before->title.en, before->title.zh} : sameInBoth(when.after);
    out = {"after " + title.en, title.zh + "之后"};
    if (when.minutes)
      append(out, {minutesText(*when.minutes) + " min", minutesText(*when.minutes) + " 分钟"}, {", ", " "});
  } else if (when.beforeDusk) {
    out = {minutesText(*when.beforeDusk) + " min before dusk", "日落前 " + minutesText(*when.beforeDusk) + " 分钟"};
  } else if (!when.daily.empty()) {
    out = {"daily " + when.daily, "每日 " + when.daily};
  } else if (when.on) {
    const Text words = wordsOf(*when.on);
    out = {"when " + words.en, "当" + words.zh};
  } else {
    out = sameInBoth("T+" + minutesText(when.at.value_or(0)));
  }
  if (when.every)
    append(out, {"every " + minutesText(*when.every) + " min", "每 " + minutesText(*when.every) + " 分钟"},
           {", ", "，"});
  return out;
}

Text ownerText(const Owner& owner) {
  if (!owner.team.empty()) {
    const Text capability = textOf(Vocabulary::capability, codeFor(Vocabulary::capability, owner.team));
    const std::string count = std::to_string(owner.count.value_or(1));
    return {count + " × " + capability.en, capability.zh + "队伍 " + count + " 支"};
  }
  Text out = sameInBoth(owner.post.empty() ? owner.organisation : owner.post);
  if (owner.of == "incident" && !owner.post.empty())
    append(out, {" (of the town where it is)", "（事发地）"}, {});
  else if (owner.of == "each" || owner.of.empty() || owner.of == "incident")
    return out;
  else
    append(out, {" (" + owner.of + ")", "（" + owner.of + "）"}, {});
  return out;
}

Text answerText(const std::vector<AnswerField>& fields) {
  Text out;
  for (const AnswerField& field : fields) {
    Text one{field.en.empty() ? field.zh : field.en, field.zh};
    std::string more = field.unit;
    for (const std::string& part : field.of) more += (more.empty() ? "" : "/") + part;
    if (!more.empty()) append(one, {" (" + more + ")", "（" + more + "）"}, {});
    append(out, one, {", ", "、"});
  }
  return out;
}

Text chaseText(const std::vector<Chase>& chase) {
  Text out;
  for (const Chase& step : chase) {
    const std::string& named = step.to.post.empty() ? step.to.organisation : step.to.post;
    const Text to = step.to.target == ChaseTarget::named ? sameInBoth(named) : textOf(step.to.target);
    append(out, {minutesText(step.minutes) + " min: " + to.en, minutesText(step.minutes) + " 分钟找" + to.zh},
           {"; ", "；"});
  }
  return out;
}

std::vector<std::string> postsOf(const Plan& plan) {
  std::set<std::string> out;
  for (const PlanItem& item : plan.items) {
    if (item.card == CardUse::none) continue;
    if (!item.owner.post.empty()) out.insert(item.owner.post);
    for (const Owner& one : item.with)
      if (!one.post.empty()) out.insert(one.post);
  }
  return {out.begin(), out.end()};
}

Result<PostCard> cardFor(const Plan& plan, const std::string& post, const std::string& level) {
  const auto missing = [&](const char* field, const std::string& value, Text message,
                           const std::vector<std::string>& known) {
    const std::string close = nearest(value, known);
    Error error{ErrorCode::notFound,
                std::move(message),
                close.empty() ? Text{"known: " + listed(known), "可选：" + listed(known)}
                              : Text{"did you mean " + close + "? known: " + listed(known),
                                     "是否应为 " + close + "？可选：" + listed(known)},
                {}};
    error.place.field = field;
    error.place.value = value;
    return failure(std::move(error));
  };
  PostCard card;
  card.post = post;
  card.plan = plan.title;
  card.edition = plan.edition;
  card.effective = plan.effective;
  if (!level.empty()) {
    const Level* found = plan.level(level);
    if (!found) {
      std::vector<std::string> known;
      for (const Level& one : plan.levels) known.push_back(one.level);
      return missing("level", level, {plan.id + " has no such level", plan.id + " 没有这个级别"}, known);
    }
    card.level = {found->en, found->level};
  }
  for (const PlanItem& item : plan.items) {
    if (item.card == CardUse::none || (!level.empty() && !appliesAt(item, level))) continue;
    if (item.verify && item.verify->by.post == post) {
      Words line{item.title.zh, item.title.en};
      if (!item.verify->how.zh.empty()) line.zh += "：" + item.verify->how.zh;
      if (!item.verify->how.in(Language::english).empty()) line.en += ": " + item.verify->how.in(Language::english);
      card.verifies.push_back(std::move(line));
    }
    const bool owns = item.owner.post == post;
    const bool helps =
        std::any_of(item.with.begin(), item.with.end(), [&](const Owner& one) { return one.post == post; });
    if (!owns && !helps) continue;
    if (owns && card.b.empty()) card.b = item.owner.b;
    CardLine line;
    line.item = item.id;
    const PlanTiming& when = item.when;
    if (when.after.empty() && !when.beforeDusk && when.daily.empty() && !when.on) line.minute = when.at.value_or(0);
    line.when = whenText(when, plan);
    line.title = {item.title.en, item.title.zh};
    line.action = item.action;
    line.answer = answerText(item.answer);
    line.chase = chaseText(item.chase);
    line.helps = !owns;
    card.front.push_back(std::move(line));
    if (owns) addOnce(card.standing, item.standing);
    addOnce(card.forbidden, item.forbidden);
  }
  if (card.front.empty() && card.verifies.empty())
    return missing("post", post, {"this post has nothing to do in " + plan.id, plan.id + " 中没有这个岗位的任务"},
                   postsOf(plan));
  std::stable_sort(card.front.begin(), card.front.end(), [](const CardLine& a, const CardLine& b) {
    return a.minute.value_or(1'000'001) < b.minute.value_or(1'000'001);
  });
  return card;
}

}  // namespace fengsui
