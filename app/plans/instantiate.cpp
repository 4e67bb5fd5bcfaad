// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/instantiate.h"

#include <algorithm>
#include <map>
#include <set>

#include "plans/check.h"
#include "plans/expressionwords.h"
#include "plans/nearest.h"
#include "plans/owners.h"
#include "plans/placeholders.h"
#include "plans/subjects.h"
#include "plans/sun.h"

#include "core/derive.h"

namespace fengsui {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::string_view kBlank = "____";

void addOnce(std::vector<std::string>& list, const std::string& one) {
  if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

class Values {
 public:
  Values(const Situation& situation, const OwnerDirectory& owners, const ChecklistContext& context,
         const std::string& level, Text levelText)
      : situation_(situation), owners_(owners), context_(context), level_(level), levelText_(std::move(levelText)) {
    if (context.incident) incident_ = situation.find(*context.incident);
    if (context.zone) zone_ = situation.find(*context.zone);
    if (context.shelter) shelter_ = situation.find(*context.shelter);
    if (const auto zone = TimeZone::named(situation.station.timeZone)) clock_ = zone->clock(context.t0);
  }

  [[nodiscard]] FilledText fill(const Words& words, const Subject* each) const {
    FilledText out;
    out.text.zh = in(words.zh.empty() ? words.en : words.zh, Language::chinese, each, out.missing);
    out.text.en = words.en.empty() ? out.text.zh : in(words.en, Language::english, each, out.missing);
    return out;
  }
  [[nodiscard]] FilledText fill(const std::string& text, const Subject* each) const {
    return fill(Words{text, {}}, each);
  }
  [[nodiscard]] const Incident* incident() const { return incident_; }

 private:
  [[nodiscard]] std::string in(const std::string& text, Language language, const Subject* each,
                               std::vector<std::string>& missing) const {
    if (text.find('{') == std::string::npos) return text;
    return filled(text, [&](const std::string& name) -> std::optional<std::string> {
      std::string value = valueOf(name, language, each);
      if (!value.empty()) return value;
      addOnce(missing, name);
      return std::string(kBlank);
    });
  }

  [[nodiscard]] std::string valueOf(const std::string& name, Language language, const Subject* each) const {
    const std::size_t dot = name.find('.');
    const std::string group = name.substr(0, dot);
    const std::string field = dot == std::string::npos ? std::string() : name.substr(dot + 1);
    if (name == "time") return clock_;
    if (group == "post") {
      const Post* post = owners_.post(field);
      return post ? owners_.holderOf(*post) : std::string();
    }
    if (group == "each") return each ? ofSubject(*each, field, language) : std::string();
    if (group == "incident") return incident_ ? ofIncident(field, language) : std::string();
    if (group == "response") {
      if (field == "level") return level_.empty() ? level_ : levelText_.in(language);
      return field == "documentNumber" ? context_.documentNumber : context_.responseTitle;
    }
    if (group == "zone") return zone_ ? ofZone(field) : std::string();
    if (group == "shelter") return shelter_ ? ofShelter(field) : std::string();
    return {};
  }

  static std::string ofSubject(const Subject& each, const std::string& field, Language language) {
    if (field == "name") return each.name;
    const auto found = each.field ? each.field(field) : std::nullopt;
    return found ? found->text().in(language) : std::string();
  }

  [[nodiscard]] std::string ofIncident(const std::string& field, Language language) const {
    if (field == "title") return incident_->title;
    if (field == "address") return incident_->address;
    if (field == "locality") return incident_->locality;
    if (field == "kind") return textOf(Vocabulary::incidentKind, incident_->kind).in(language);
    if (field == "time") {
      const auto zone = TimeZone::named(situation_.station.timeZone);
      return zone ? zone->clock(incident_->happenedAt) : std::string();
    }
    // People say the place by its name; the coordinate stands for what has none.
    if (field == "location") return incident_->location ? incident_->location->text() : incident_->address;
    return {};
  }

  static std::string number(const std::optional<std::int64_t>& count) {
    return count ? std::to_string(*count) : std::string();
  }
  [[nodiscard]] std::string ofZone(const std::string& field) const {
    if (field == "name") return zone_->name;
    if (field == "town") return zone_->town;
    return number(field == "population"   ? zone_->population
                  : field == "households" ? zone_->households
                                          : zone_->vulnerable);
  }
  [[nodiscard]] std::string ofShelter(const std::string& field) const {
    if (field == "name") return shelter_->name;
    if (field == "address") return shelter_->address;
    return field == "capacity" ? number(shelter_->places()) : std::to_string(shelter_->occupants);
  }

  const Situation& situation_;
  const OwnerDirectory& owners_;
  const ChecklistContext& context_;
  const std::string& level_;
  Text levelText_;
  const Incident* incident_ = nullptr;
  const RiskZone* zone_ = nullptr;
  const Shelter* shelter_ = nullptr;
  std::string clock_;
};

/// The first station time of that clock at or after a moment.
std::optional<Instant> nextDaily(const std::string& clock, Instant from, const TimeZone& zone) {
  const auto minutes = clockMinutes(clock);
  if (!minutes) return std::nullopt;
  for (const std::int64_t days : {0, 1}) {
    const std::string day = zone.local(from.plusMs(days * 86'400'000)).substr(0, 10);
    if (const auto at = zone.parse(day + ' ' + clock); at && *at >= from) return *at;
  }
  return std::nullopt;
}

class Checklist {
 public:
  Checklist(const Situation& situation, const KnownFacts& facts, const ChecklistContext& context, const Plan& plan,
            const std::string& level)
      : facts_(facts),
        context_(context),
        owners_(situation),
        values_(situation, owners_, context, level, nameOf(plan, level)),
        zone_(zoneOf(situation)),
        centre_(centreOf(situation)) {}

  PlannedItem make(const PlanItem& item) {
    PlannedItem out;
    out.item = item.id;
    out.phase = item.phase;
    out.title = {item.title.en, item.title.zh};
    out.from = item.from;
    out.mandatory = item.mandatory;
    out.kind = item.kind;
    const Incident* near = values_.incident();
    for (const Owner& one : item.with) out.with.push_back(owners_.resolve(one, nullptr, near));
    if (item.each.empty()) {
      out.owner = owners_.resolve(item.owner, nullptr, near);
      // A team that others command cannot be ordered.
      if (out.owner.kind == OwnerKind::team && out.kind == MessageKind::instruction && !out.owner.teams.empty() &&
          out.owner.teams.front().authority == DispatchAuthority::asked)
        out.kind = MessageKind::request;
      out.action = values_.fill(item.action, nullptr);
      out.place = values_.fill(item.place, nullptr);
    } else {
      addressees(item, out);
    }
    if (item.condition) {
      const Verdict verdict = evaluate(*item.condition, facts_);
      out.applies = verdict.holds;
      out.because = verdict.evidence;
    }
    timing(item.when, out);
    if (item.due) out.answerWithinMs = *item.due * kMinuteMs;
    out.needs = item.needs;
    out.answer = item.answer;
    for (const Chase& step : item.chase) {
      const std::string& named = step.to.post.empty() ? step.to.organisation : step.to.post;
      out.chase.push_back(
          {step.minutes, step.awaited, step.to.target, step.to.target == ChaseTarget::b ? item.owner.b : named});
    }
    if (item.verify)
      out.verify =
          PlannedVerify{owners_.resolve(item.verify->by, nullptr, near), values_.fill(item.verify->how, nullptr)};
    for (const Words& one : item.standing) out.standing.push_back(values_.fill(one, nullptr));
    for (const Words& one : item.forbidden) out.forbidden.push_back(values_.fill(one, nullptr));
    out.safety = item.safety;
    out.card = item.card;
    return out;
  }

 private:
  static Text nameOf(const Plan& plan, const std::string& level) {
    const Level* one = plan.level(level);
    return one ? Text{one->en, one->level} : sameInBoth(level);
  }

  /// The places that an item is for; one that is named is meant whether the station lists it or not.
  std::optional<std::vector<Subject>> subjectsOf(const PlanItem& item) const {
    auto listed = facts_.subjects(item.each);
    if (item.among.empty()) return listed;
    std::vector<Subject> out;
    for (const std::string& cell : item.among)
      for (std::string& name : namesIn(cell)) {
        if (std::any_of(out.begin(), out.end(), [&](const Subject& one) { return one.name == name; })) continue;
        const auto known =
            listed ? std::find_if(listed->begin(), listed->end(), [&](const Subject& one) { return one.name == name; })
                   : std::vector<Subject>::iterator();
        if (listed && known != listed->end())
          out.push_back(*known);
        else
          out.push_back({std::move(name), nullptr});
      }
    return out;
  }

  void addressees(const PlanItem& item, PlannedItem& out) {
    out.owner.name = item.owner.post.empty() ? item.owner.organisation : item.owner.post;
    out.owner.b = item.owner.b;
    const auto subjects = subjectsOf(item);
    if (!subjects) {
      // Nobody of that kind is known: the text stays open, so that nobody takes it for done.
      out.action = values_.fill(item.action, nullptr);
      out.place = values_.fill(item.place, nullptr);
      return;
    }
    for (const Subject& one : *subjects) {
      if (item.where) {
        const Truth holds = evaluate(*item.where, facts_, &one).holds;
        if (holds == Truth::no) continue;
        if (holds == Truth::unknown) {
          out.undecided.push_back(one.name);
          out.undecidedBy = item.where;
        }
      }
      out.addressees.push_back({one.name, owners_.resolve(item.owner, &one, values_.incident()),
                                values_.fill(item.action, &one), values_.fill(item.place, &one)});
    }
    out.owner.known = !out.addressees.empty() && std::all_of(out.addressees.begin(), out.addressees.end(),
                                                             [](const PlannedCopy& one) { return one.owner.known; });
  }

  void timing(const PlanTiming& when, PlannedItem& out) const {
    const Instant t0 = context_.t0;
    if (when.every) out.everyMs = *when.every * kMinuteMs;
    if (!when.after.empty()) {
      out.after = when.after;
      out.afterMs = when.minutes.value_or(0) * kMinuteMs;
    } else if (when.on) {
      out.on = when.on;
    } else if (when.beforeDusk) {
      out.daily = true;
      // Less than so long before dusk already: at once. Without a known place nobody can say when dusk is.
      if (centre_)
        if (const auto dusk = nextSunset(t0, *centre_))
          out.dueAt = std::max(t0, dusk->plusMs(-*when.beforeDusk * kMinuteMs));
    } else if (!when.daily.empty()) {
      out.daily = true;
      out.dueAt = nextDaily(when.daily, t0, zone_);
    } else {
      out.dueAt = t0.plusMs(when.at.value_or(0) * kMinuteMs);
    }
  }

  const KnownFacts& facts_;
  const ChecklistContext& context_;
  OwnerDirectory owners_;
  Values values_;
  TimeZone zone_;
  std::optional<Position> centre_;
};

}  // namespace

std::vector<std::string> PlannedItem::missing() const {
  std::vector<std::string> out;
  const auto take = [&](const FilledText& text) {
    for (const std::string& one : text.missing) addOnce(out, one);
  };
  take(action);
  take(place);
  for (const PlannedCopy& one : addressees) {
    take(one.action);
    take(one.place);
  }
  if (verify) take(verify->how);
  for (const FilledText& one : standing) take(one);
  for (const FilledText& one : forbidden) take(one);
  return out;
}

std::vector<Text> PlannedItem::doubts() const {
  std::vector<Text> out;
  if (!undecided.empty()) {
    const Text by = undecidedBy ? wordsOf(*undecidedBy) : Text{};
    out.push_back({"not known whether these are meant (" + by.en + "): " + listed(undecided, 12),
                   "是否包括尚未判明（" + by.zh + "）：" + listed(undecided, 12)});
  }
  std::map<std::string, std::vector<std::string>> unknown;  // post → places
  for (const PlannedCopy& one : addressees)
    if (one.owner.ofPlace && !one.owner.known) unknown[one.owner.name].push_back(one.name);
  for (const auto& [post, places] : unknown)
    out.push_back(
        {"nobody is known as " + post + " at: " + listed(places, 12), "台账中没有" + post + "：" + listed(places, 12)});
  const auto look = [&](const ResolvedOwner& one) {
    if (!one.ofPlace || one.known || one.name.empty()) return;
    const std::string at = one.place.empty() ? std::string() : one.place + ' ';
    Text doubt = one.place.empty()
                     ? Text{"not known in which town it lies: " + one.name, "事发地所属镇街未明：" + one.name}
                     : Text{"nobody is known as " + at + one.name, "台账中没有" + one.place + one.name};
    if (std::find(out.begin(), out.end(), doubt) == out.end()) out.push_back(std::move(doubt));
  };
  look(owner);
  for (const ResolvedOwner& one : with) look(one);
  if (verify) look(verify->by);
  return out;
}

bool appliesAt(const PlanItem& item, const std::string& level) {
  return item.levels.empty() || std::find(item.levels.begin(), item.levels.end(), level) != item.levels.end();
}

Result<std::vector<PlannedItem>> checklistFor(const Plan& plan, const std::string& level, const Situation& situation,
                                              const KnownFacts& facts, const ChecklistContext& context) {
  if (plan.table)
    return failure(ErrorCode::invalid,
                   {plan.id + " is a template: it stands for one plan for each row of a table",
                    plan.id + " 是模板：表格每一行生成一份预案"},
                   {"expand it first", "请先展开"});
  if (!plan.whole())
    return failure(ErrorCode::invalid, {"what " + plan.id + " includes is not put in", plan.id + " 的引用尚未并入"});
  if (!plan.levels.empty() && !plan.level(level)) {
    std::vector<std::string> known;
    for (const Level& one : plan.levels) known.push_back(one.level);
    Error error{ErrorCode::notFound,
                {plan.id + " has no such level", plan.id + " 没有这个级别"},
                {"levels: " + listed(known), "级别：" + listed(known)},
                {}};
    error.place.field = "level";
    error.place.value = level;
    return failure(std::move(error));
  }
  Checklist checklist(situation, facts, context, plan, level);
  std::vector<PlannedItem> out;
  for (const PlanItem& item : plan.items)
    if (appliesAt(item, level)) out.push_back(checklist.make(item));
  return out;
}

LevelChange levelChange(const Plan& plan, std::span<const std::string> present, const std::string& to) {
  LevelChange out;
  std::set<std::string> wanted;
  for (const PlanItem& item : plan.items) {
    if (!appliesAt(item, to)) continue;
    wanted.insert(item.id);
    if (std::find(present.begin(), present.end(), item.id) == present.end()) out.add.push_back(item.id);
  }
  for (const std::string& id : present) (wanted.contains(id) ? out.keep : out.noLongerApplies).push_back(id);
  return out;
}

std::optional<Instant> nextTime(const PlannedItem& item, Instant last, const TimeZone& zone) {
  if (item.everyMs) return last.plusMs(*item.everyMs);
  if (!item.daily) return std::nullopt;
  // The same clock time on the next day, whatever the length of the day.
  const std::string clock = zone.clock(item.dueAt.value_or(last));
  return nextDaily(clock, last.plusMs(kMinuteMs), zone);
}

}  // namespace fengsui
