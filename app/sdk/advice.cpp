// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/advice.h"

#include <algorithm>
#include <cmath>

#include "plans/responding.h"
#include "sdk/roadstretches.h"

namespace fengsui {
namespace {

constexpr std::size_t kReasonsAtMost = 12;

TimeZone zoneOf(const Situation& situation) {
  const auto zone = TimeZone::named(situation.station.timeZone);
  return zone ? *zone : TimeZone::utc();
}

Observations with(const Observations& said, const std::vector<Observation>& forecast) {
  Observations both = said;
  both.readings.insert(both.readings.end(), forecast.begin(), forecast.end());
  return both;
}

// The strongest level of a plan that holds; levels are written from the weakest on.
std::optional<Response> strongest(const Plan& plan, const std::vector<Response>& levels) {
  std::optional<Response> out;
  for (const Response& level : levels)
    if (holds(plan, level) == Holds::yes) out = level;
  return out;
}

std::size_t rankOf(const Plan& plan, const std::string& level) {
  for (std::size_t i = 0; i < plan.levels.size(); ++i)
    if (plan.levels[i].level == level) return i + 1;
  return 0;
}

class Adviser {
 public:
  explicit Adviser(const AdviceRequest& request)
      : request_(request), both_(with(request.said, request.forecast)), zone_(zoneOf(request.situation)) {
    if (request.exposure)
      for (const Hit& hit : request.exposure->hits)
        if (!hit.name.empty()) hits_.emplace(hit.name, &hit);
  }

  Advice advise() {
    for (const std::string& id : request_.library.ids())
      if (const Plan* plan = request_.library.find(id); plan && !stopped()) levelOf(*plan);
    std::stable_sort(out_.levels.begin(), out_.levels.end(),
                     [&](const LevelAdvice& a, const LevelAdvice& b) { return itemsOf(a.plan) > itemsOf(b.plan); });
    for (const LevelAdvice& level : out_.levels)
      if (!stopped()) ordersOf(level);
    if (request_.exposure && !stopped()) closures();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool stopped() const { return request_.stop.stop_requested(); }

  // The plan of the whole district is the one with the most lines.
  [[nodiscard]] std::size_t itemsOf(const std::string& id) const {
    const Plan* plan = request_.library.find(id);
    return plan ? plan->items.size() : 0;
  }

  void levelOf(const Plan& plan) {
    if (plan.table || !request_.hazards.contains(plan.hazard)) return;
    const NewId none = [] { return Uuid(); };
    const auto levels = [&](const Observations& seen) {
      return Responding(request_.library, request_.situation, seen, request_.now, none).levelsOf(plan);
    };
    const auto now = strongest(plan, levels(request_.said));
    const auto then = request_.forecast.empty() ? now : strongest(plan, levels(both_));
    if (then) {
      LevelAdvice one;
      one.plan = plan.id;
      one.edition = plan.edition;
      one.planTitle = {plan.title.en, plan.title.zh};
      one.level = then->level;
      const Level* level = plan.level(then->level);
      one.levelTitle = {level->en.empty() ? level->level : level->en, level->level};
      one.already = now && rankOf(plan, now->level) >= rankOf(plan, then->level);
      for (const Criterion& criterion : then->criteria)
        if (criterion.holds == Holds::yes) one.because.push_back(criterion);
      request_.situation.responses.forEach([&](const Uuid&, const Response& response) {
        if (response.status == ResponseStatus::active && response.plan == plan.id)
          one.running = one.running || rankOf(plan, response.level) >= rankOf(plan, one.level);
      });
      out_.levels.push_back(std::move(one));
    }
    if (then && (!now || now->level != then->level)) {
      const Text before = now ? Text{plan.level(now->level)->en, now->level} : Text{"none", "不启动"};
      out_.changes.push_back({plan.title.en + ": " + (before.en.empty() ? before.zh : before.en) +
                                  " by what is measured, " + out_.levels.back().levelTitle.en + " by the forecast",
                              plan.title.zh + "：按实测" + before.zh + "，按预报" + then->level});
    }
  }

  // Lines that the forecast or the gauges call for: they wait for a condition that now holds, or they stand for places
  // of a kind of which some are hit.
  void ordersOf(const LevelAdvice& level) {
    const Plan* plan = request_.library.find(level.plan);
    ChecklistContext context;
    context.t0 = request_.now;
    context.responseTitle = plan->title.zh;
    const SituationFacts facts(request_.situation, both_, request_.now);
    auto planned = checklistFor(*plan, level.level, request_.situation, facts, context);
    if (!planned) return;
    std::erase_if(*planned, [&](PlannedItem& item) { return !called(*plan, item, facts); });
    const NewId none = [] { return Uuid(); };
    const std::vector<ChecklistItem> lines = checklistItems(*plan, *planned, none);
    for (const ChecklistItem& line : lines) {
      OrderAdvice one;
      one.plan = level.plan;
      one.line = line.line;
      one.brief = line.brief;
      one.missing = line.missing;
      reasons(*plan, line, facts, one);
      if (one.because.empty()) continue;
      sayWhy(one);
      out_.orders.push_back(std::move(one));
    }
  }

  bool called(const Plan& plan, PlannedItem& item, const KnownFacts& facts) const {
    // What follows on another line comes when that one is done.
    if (item.applies != Truth::yes || !item.after.empty()) return false;
    const PlanItem* written = plan.item(item.item);
    if (!written) return false;
    const bool conditionHolds = item.on && evaluate(*item.on, facts).holds == Truth::yes;
    // A shelter or a depot that the water reaches is not one to be opened.
    if (written->each == "shelter" || written->each == "depot") return false;
    if (!item.addressees.empty()) {
      // Of the places only those that are meant: of `where` those for which it holds, else those that are hit.
      if (written->where) {
        std::erase_if(item.addressees, [&](const PlannedCopy& copy) {
          return std::find(item.undecided.begin(), item.undecided.end(), copy.name) != item.undecided.end();
        });
        item.undecided.clear();
        return !item.addressees.empty() && (conditionHolds || !item.on);
      }
      std::erase_if(item.addressees, [&](const PlannedCopy& copy) { return !hits_.contains(copy.name); });
      return !item.addressees.empty();
    }
    return conditionHolds;
  }

  void reasons(const Plan& plan, const ChecklistItem& line, const KnownFacts& facts, OrderAdvice& out) const {
    const PlanItem* written = plan.item(line.line);
    for (const Addressee& one : line.brief.each) {
      const auto [from, to] = placeHits(one.name);
      for (auto at = from; at != to && out.because.size() < kReasonsAtMost; ++at) add(*at->second, out);
    }
    if (!out.because.empty()) return;
    if (!line.timing.on.empty())
      if (const auto on = Expression::parse(line.timing.on))
        for (const Evidence& evidence : evaluate(*on, facts).evidence) addEvidence(evidence, out);
    if (out.because.empty() && written && written->where)
      if (const auto all = facts.subjects(written->each))
        for (const Subject& subject : *all)
          for (const Evidence& evidence : evaluate(*written->where, facts, &subject).evidence)
            addEvidence(evidence, out);
  }

  // A copy is addressed to the post of a place: "北沟村 村书记".
  [[nodiscard]] std::pair<std::multimap<std::string, const Hit*>::const_iterator,
                          std::multimap<std::string, const Hit*>::const_iterator>
  placeHits(const std::string& addressee) const {
    if (const auto exact = hits_.equal_range(addressee); exact.first != exact.second) return exact;
    for (auto at = hits_.begin(); at != hits_.end(); at = hits_.upper_bound(at->first))
      if (addressee.find(at->first) != std::string::npos) return hits_.equal_range(at->first);
    return {hits_.end(), hits_.end()};
  }

  // Whoever gets the order reads why.
  static void sayWhy(OrderAdvice& out) {
    constexpr std::size_t most = 3;
    Text why;
    for (std::size_t i = 0; i < std::min(most, out.because.size()); ++i) {
      why.en += (i == 0 ? "" : "; ") + out.because[i].en;
      why.zh += (i == 0 ? "" : "；") + out.because[i].zh;
    }
    if (out.because.size() > most) {
      why.en += " and others";
      why.zh += " 等";
    }
    out.brief.task += "（依据：" + why.zh + "）";
    if (!out.brief.taskEn.empty()) out.brief.taskEn += " (because: " + why.en + ")";
  }

  void add(const Hit& hit, OrderAdvice& out) const {
    const Text reason = reasonOf(hit, *request_.exposure, request_.rules, zone_);
    out.because.push_back({hit.name + ": " + reason.en, hit.name + "：" + reason.zh});
  }

  static void addEvidence(const Evidence& evidence, OrderAdvice& out) {
    if (evidence.holds != Truth::yes || !evidence.found || out.because.size() >= kReasonsAtMost) return;
    const Text value = evidence.found->text();
    const std::string about = evidence.about.empty() ? evidence.found->place : evidence.about;
    if (about.empty()) return;  // a count of places says less than the places do
    Text one{(about.empty() ? "" : about + ": ") + value.en + " (" + evidence.found->source.en + ")",
             (about.empty() ? "" : about + "：") + value.zh + "（" + evidence.found->source.zh + "）"};
    if (std::find(out.because.begin(), out.because.end(), one) == out.because.end())
      out.because.push_back(std::move(one));
  }

  // A road is closed from when the first part of it is reached until the last is free again; one that stays so, until
  // further notice. Roads without a name are told by the village that they are near to.
  void closures() {
    std::map<std::string, RoadClosure> byName;
    std::vector<const Hit*> nameless;
    for (const Hit& hit : request_.exposure->hits) {
      if ((hit.what != "road" && hit.what != "underpass") || !shutIn(hit)) continue;
      if (hit.name.empty())
        nameless.push_back(&hit);
      else
        close(hit, hit.name, byName[hit.what + '/' + hit.name]);
    }
    for (const RoadStretch& stretch : roadStretches(nameless, request_.situation))
      for (const Hit* part : stretch.parts) close(*part, stretch.name, byName["stretch/" + stretch.name]);
    for (auto& [name, closure] : byName) out_.closures.push_back(std::move(closure));
    std::stable_sort(out_.closures.begin(), out_.closures.end(), [](const RoadClosure& a, const RoadClosure& b) {
      return a.spans.front().from < b.spans.front().from;
    });
  }

  [[nodiscard]] const StageTime* shutIn(const Hit& hit) const {
    const auto& stages = request_.rules.of(hit.what);
    return stages.empty() ? nullptr : hit.stage(stages.back().code);
  }

  // A new closure by the first of its parts, or one more part of it.
  void close(const Hit& hit, const std::string& name, RoadClosure& one) const {
    const Exposure& exposure = *request_.exposure;
    const StageTime& shut = *shutIn(hit);
    ClosedSpan span{exposure.start.plusMs(shut.firstMs), std::nullopt};
    if (!shut.goesOn) span.to = exposure.start.plusMs(std::max(shut.lastMs, shut.firstMs + 60'000));
    if (one.spans.empty()) {
      one.source = ClosureSource::forecast;
      one.name = name;
      one.words = reasonOf(hit, exposure, request_.rules, zone_).zh;
      one.shape = hit.shape ? *hit.shape : Shape::at(hit.where);
      one.spans = {span};
      one.sparesBridges = hit.what == "road";
      return;
    }
    ClosedSpan& whole = one.spans.front();
    whole.from = std::min(whole.from, span.from);
    if (!span.to || (whole.to && *span.to > *whole.to)) whole.to = span.to;
    if (!hit.shape) return;
    // A part that is a single place cannot be said beside lines: the lines are what is closed.
    if (one.shape->kind == hit.shape->kind)
      one.shape->lines.insert(one.shape->lines.end(), hit.shape->lines.begin(), hit.shape->lines.end());
    else if (hit.shape->kind == ShapeKind::line)
      one.shape = hit.shape;
  }

  const AdviceRequest& request_;
  Observations both_;
  TimeZone zone_;
  std::multimap<std::string, const Hit*> hits_;
  Advice out_;
};

}  // namespace

std::string oneDigit(double value) {
  const long tenths = std::lround(value * 10);
  return std::to_string(tenths / 10) + '.' + std::to_string(std::abs(tenths % 10));
}

Text reasonOf(const Hit& hit, const Exposure& exposure, const ExposureRules& rules, const TimeZone& zone) {
  const auto clock = [&](std::int64_t ms) { return zone.clock(exposure.start.plusMs(ms)); };
  const StageTime& last = hit.stages.back();
  Text words{last.stage, last.stage};
  for (const ExposureStage& stage : rules.of(hit.what))
    if (stage.code == last.stage) words = stage.words;
  const std::string most = oneDigit(hit.most) + ' ' + exposure.unit;
  Text out{words.en + " from " + clock(last.firstMs) + (last.goesOn ? " on" : " to " + clock(last.lastMs)) +
               ", at most " + most + " at " + clock(hit.mostMs),
           words.zh + "：" + clock(last.firstMs) + (last.goesOn ? " 起" : " 至 " + clock(last.lastMs)) + "，最大 " +
               most + "（" + clock(hit.mostMs) + "）"};
  if (hit.lastWayMs && *hit.lastWayMs < 0) {
    out.en += "; no road out is open";
    out.zh += "；出村道路已全部中断";
  } else if (hit.lastWayMs) {
    out.en += "; the last road out is open until " + clock(*hit.lastWayMs);
    out.zh += "；出村道路最晚 " + clock(*hit.lastWayMs) + " 中断";
  }
  if (hit.darkMs) {
    out.en += "; dark from " + clock(*hit.darkMs);
    out.zh += "；" + clock(*hit.darkMs) + " 天黑";
  }
  return out;
}

Advice adviceFor(const AdviceRequest& request) {
  return Adviser(request).advise();
}

}  // namespace fengsui
