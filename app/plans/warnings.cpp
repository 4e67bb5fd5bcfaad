// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/warnings.h"

#include <algorithm>
#include <functional>
#include <set>

#include "plans/nearest.h"
#include "plans/owners.h"
#include "plans/placeholders.h"
#include "plans/situationfacts.h"
#include "plans/subjects.h"
#include "plans/textwalk.h"

namespace fengsui {
namespace {

class StationCheck {
 public:
  StationCheck(const Plan& plan, const Situation& situation)
      : plan_(plan), owners_(situation), facts_(situation, {}, {}) {
    const auto place = [&](const std::string& name) { places_.insert(name); };
    situation.places.forEach([&](const Uuid&, const Place& one) { place(one.name); });
    situation.riskZones.forEach([&](const Uuid&, const RiskZone& one) { place(one.name); });
    situation.facilities.forEach([&](const Uuid&, const Facility& one) { place(one.name); });
    situation.shelters.forEach([&](const Uuid&, const Shelter& one) { place(one.name); });
    situation.depots.forEach([&](const Uuid&, const Depot& one) {
      place(one.name);
      for (const StockLine& line : one.stocks) stocks_[line.item] = stocks_[line.item] + line.quantity;
    });
  }

  std::vector<PlanWarning> run() {
    if (plan_.hazard != "any" && !known(Vocabulary::incidentKind, plan_.hazard))
      warn(plan_.source, ".hazard", plan_.hazard, {"no known kind of incident", "不是已知的事件类型"},
           suggestion(plan_.hazard, codes(Vocabulary::incidentKind), {"known kinds", "已知类型"}));
    for (std::size_t i = 0; i < plan_.levels.size(); ++i) {
      const std::string under = ".levels[" + std::to_string(i) + ']';
      owner(plan_.levels[i].approver, plan_.source, under + ".approver");
      if (const auto& when = plan_.levels[i].when)
        for (const Expression& line : when->lines) expression(line.tree(), plan_.source, under + ".when");
    }
    for (const PlanItem& one : plan_.items) item(one);
    return std::move(out_);
  }

 private:
  void warn(const SourcePlace& source, const std::string& under, std::string value, Text message, Text remedy = {}) {
    Error error{ErrorCode::notFound, std::move(message), std::move(remedy), source.at(under)};
    error.place.value = std::move(value);
    out_.push_back({item_, std::move(error)});
  }

  static std::vector<std::string> codes(Vocabulary vocabulary) {
    std::vector<std::string> out;
    for (const Word& word : wordsOf(vocabulary)) out.emplace_back(word.code);
    return out;
  }
  static bool known(Vocabulary vocabulary, const std::string& code) {
    const auto words = wordsOf(vocabulary);
    return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.code == code; });
  }
  static Text suggestion(const std::string& written, const std::vector<std::string>& among, const Text& what) {
    const std::string close = nearest(written, among);
    if (!close.empty()) return {"did you mean " + close + "?", "是否应为 " + close + "？"};
    if (among.empty()) return {"this station has none", "本站一个也没有"};
    return {what.en + ": " + listed(among, 12), what.zh + "：" + listed(among, 12)};
  }

  void post(const std::string& name, const SourcePlace& source, const std::string& under) {
    if (name.empty() || name.find('{') != std::string::npos || owners_.post(name)) return;
    warn(source, under, name, {"this post is not in this station", "本站没有这个岗位"},
         suggestion(name, owners_.postNames(), {"known posts", "已有岗位"}));
  }
  void organisation(const std::string& name, const SourcePlace& source, const std::string& under) {
    if (name.empty() || name.find('{') != std::string::npos || owners_.knowsOrganisation(name)) return;
    warn(source, under, name, {"nobody of this organisation is in this station", "本站没有这个单位的人或岗位"},
         suggestion(name, owners_.organisations(), {"known organisations", "已有单位"}));
  }
  void capability(const std::string& name, int count, const SourcePlace& source, const std::string& under) {
    if (name.empty()) return;
    const std::vector<TeamChoice> teams = owners_.teamsWith(name, std::nullopt);
    if (teams.size() >= static_cast<std::size_t>(count)) return;
    if (teams.empty())
      return warn(source, under, name, {"no team of this station has this capability", "本站没有具备这项能力的队伍"},
                  suggestion(name, owners_.capabilities(), {"known capabilities", "已有能力"}));
    std::vector<std::string> names;
    for (const TeamChoice& team : teams) names.push_back(team.name);
    warn(source, under, name,
         {std::to_string(count) + " teams are wanted, " + std::to_string(teams.size()) + " have this capability",
          "需 " + std::to_string(count) + " 支，具备此能力的只有 " + std::to_string(teams.size()) + " 支"},
         {"known units with that capability: " + listed(names), "具备此能力的队伍：" + listed(names)});
  }
  void owner(const Owner& one, const SourcePlace& source, const std::string& under) {
    if (one.of.empty()) {
      post(one.post, source, under + ".post");
      post(one.b, source, under + ".b");
      organisation(one.organisation, source, under + ".organisation");
    } else if (one.of != "each" && one.of != "incident") {
      place(one.of, source, under + ".of");
    }
    capability(one.team, one.count.value_or(1), source, under + ".team");
  }

  /// A post that the register gives to nobody at some of the places.
  void postAtPlaces(const PlanItem& one) {
    const auto subjects = facts_.subjects(one.each);
    if (!subjects) return;
    std::vector<std::string> nobody;
    for (const Subject& place : *subjects)
      if (!owners_.resolve(one.owner, &place, nullptr).known) nobody.push_back(place.name);
    if (nobody.empty()) return;
    const std::string count = std::to_string(nobody.size()), all = std::to_string(subjects->size());
    warn(one.source, ".owner.post", one.owner.post,
         {"at " + count + " of " + all + " places nobody is known to hold this post",
          all + " 处中有 " + count + " 处台账没有这个岗位"},
         {listed(nobody, 12) + ": give them a post, or a responsible person with this title",
          listed(nobody, 12) + "：请补岗位，或在责任人一栏写明职务"});
  }

  void kind(const std::string& name, const SourcePlace& source, const std::string& under) {
    if (!asked_.insert(name).second) return;
    if (facts_.subjects(name)) return;
    const bool word = isSubjectKind(name);
    warn(source, under, name,
         word ? Text{"this station has none of this kind", "本站没有此类对象"}
              : Text{"no known kind of place, risk zone or facility", "不是已知的对象类型"},
         word ? Text{"import them", "请导入台账"} : suggestion(name, subjectKinds(), {"known kinds", "已知类型"}));
  }
  void place(const std::string& name, const SourcePlace& source, const std::string& under) {
    if (name.empty() || name.find('{') != std::string::npos || places_.contains(name) || Position::parse(name)) return;
    warn(source, under, name, {"no such place in this station", "本站没有这个地点"},
         suggestion(name, {places_.begin(), places_.end()}, {"known places", "已有地点"}));
  }
  void expression(const ExpressionNode& node, const SourcePlace& source, const std::string& under) {
    if (node.kind == ExpressionKind::call && !node.parts.empty()) {
      const ExpressionNode& last = node.parts.back();
      if (node.name == "any" || node.name == "all" || node.name == "count") kind(node.parts[0].name, source, under);
      if (node.name == "level" || node.name == "warningLevel" || node.name == "guaranteedLevel" ||
          ((node.name == "rain" || node.name == "reading") && node.parts.size() == 2) ||
          (node.name == "forecast" && node.parts.size() == 3))
        place(last.name, source, under);
      if (node.name == "incidents" && !known(Vocabulary::incidentKind, last.name))
        warn(source, under, last.name, {"no known kind of incident", "不是已知的事件类型"},
             suggestion(last.name, codes(Vocabulary::incidentKind), {"known kinds", "已知类型"}));
    }
    for (const ExpressionNode& part : node.parts) expression(part, source, under);
  }

  void item(const PlanItem& one) {
    item_ = one.id;
    owner(one.owner, one.source, ".owner");
    for (std::size_t i = 0; i < one.with.size(); ++i)
      owner(one.with[i], one.source, ".with[" + std::to_string(i) + ']');
    if (one.verify) owner(one.verify->by, one.source, ".verify.by");
    for (std::size_t i = 0; i < one.chase.size(); ++i) {
      const std::string under = ".chase[" + std::to_string(i) + "].to";
      post(one.chase[i].to.post, one.source, under + ".post");
      organisation(one.chase[i].to.organisation, one.source, under + ".organisation");
    }
    if (one.owner.of == "each") postAtPlaces(one);
    if (!one.each.empty() && one.among.empty()) kind(one.each, one.source, ".each");
    for (std::size_t i = 0; i < one.among.size(); ++i)
      for (const std::string& name : namesIn(one.among[i]))
        place(name, one.source, ".among[" + std::to_string(i) + ']');
    for (const auto& [part, under] :
         {std::pair(&one.where, ".where"), {&one.condition, ".if"}, {&one.when.on, ".when.on"}})
      if (*part) expression((*part)->tree(), one.source, under);
    place(one.place, one.source, ".place");
    for (std::size_t i = 0; i < one.needs.teams.size(); ++i)
      capability(one.needs.teams[i].capability, one.needs.teams[i].count, one.source,
                 ".needs.teams[" + std::to_string(i) + "].capability");
    for (std::size_t i = 0; i < one.needs.supplies.size(); ++i) supply(one, i);
    forEachText(one, [&](const std::string& text, const std::string& path) {
      const auto found = placeholdersIn(text);
      if (!found) return;
      for (const Placeholder& placeholder : *found)
        if (placeholder.name.starts_with("post.")) post(placeholder.name.substr(5), one.source, path);
    });
    item_.clear();
  }

  void supply(const PlanItem& one, std::size_t i) {
    const SupplyNeed& need = one.needs.supplies[i];
    const std::string under = ".needs.supplies[" + std::to_string(i) + "].item";
    const auto stock = stocks_.find(need.item);
    if (stock == stocks_.end()) {
      std::vector<std::string> names;
      for (const auto& [name, quantity] : stocks_) names.push_back(name);
      return warn(one.source, under, need.item, {"no depot of this station keeps this", "本站物资库没有这种物资"},
                  suggestion(need.item, names, {"known supplies", "已有物资"}));
    }
    if (stock->second < need.quantity)
      warn(one.source, under, need.item,
           {need.quantity.text() + " are wanted, the depots keep " + stock->second.text(),
            "需 " + need.quantity.text() + "，库存共 " + stock->second.text()});
  }

  const Plan& plan_;
  OwnerDirectory owners_;
  SituationFacts facts_;
  std::set<std::string> places_;
  std::set<std::string> asked_;  ///< kinds that were looked at: one warning for each
  std::map<std::string, Quantity> stocks_;
  std::string item_;
  std::vector<PlanWarning> out_;
};

}  // namespace

std::vector<PlanWarning> checkAgainst(const Plan& plan, const Situation& situation) {
  return StationCheck(plan, situation).run();
}

}  // namespace fengsui
