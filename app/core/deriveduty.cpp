// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deriveduty.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

#include "core/foldduty.h"

namespace fengsui {
namespace {

const std::optional<Step>& stepOf(const Call& call, CallStage stage) {
  return stage == CallStage::responded ? call.responded : stage == CallStage::woken ? call.woken : call.delivered;
}

bool climbed(const Call& call, std::int64_t rung) {
  return std::any_of(call.escalations.begin(), call.escalations.end(),
                     [&](const Escalation& one) { return one.rung == rung; });
}

std::optional<PendingCallRung> nextRung(const Call& call, const Callout& callout) {
  if (call.responded) return std::nullopt;
  for (std::size_t i = 0; i < callout.ladder.size(); ++i) {
    const auto rung = static_cast<std::int64_t>(i);
    if (!climbed(call, rung))
      return PendingCallRung{call.id, rung, callout.ladder[i].whom, callout.signedAt.plusMs(callout.ladder[i].afterMs)};
  }
  return std::nullopt;
}

}  // namespace

CalloutRates ratesOf(const Situation& s, const Callout& callout) {
  CalloutRates rates;
  rates.goalAt = callout.signedAt.plusMs(callout.goalMs);
  rates.goalPercent = callout.goalPercent;
  s.calls.forEach([&](const Uuid&, const Call& call) {
    if (call.callout != callout.id) return;
    ++rates.all;
    for (const CallStage stage : {CallStage::delivered, CallStage::woken, CallStage::responded}) {
      const auto& step = stepOf(call, stage);
      if (!step) continue;
      ++rates.reached[static_cast<std::size_t>(stage)];
      rates.inTime[static_cast<std::size_t>(stage)] += step->at <= rates.goalAt;
    }
  });
  rates.reached[0] = rates.inTime[0] = rates.all;
  return rates;
}

std::vector<Unreached> unreachedOf(const Situation& s, const Callout& callout, Instant now) {
  std::vector<Unreached> list;
  s.calls.forEach([&](const Uuid&, const Call& call) {
    if (call.callout != callout.id || call.responded) return;
    const bool held = call.claimed && now.ms - call.claimed->at.ms < kClaimHoldsMs;
    list.push_back({&call, held, callout.closed ? std::nullopt : nextRung(call, callout)});
  });
  std::sort(list.begin(), list.end(), [](const Unreached& one, const Unreached& other) {
    const auto rank = [](const Call& c) { return std::tie(c.town, c.place, c.name, c.id); };
    if (one.call->peopleAtRisk != other.call->peopleAtRisk) return one.call->peopleAtRisk > other.call->peopleAtRisk;
    return rank(*one.call) < rank(*other.call);
  });
  return list;
}

std::vector<PendingCallRung> pendingCallRungs(const Situation& s, std::optional<Instant> dueBy) {
  std::vector<PendingCallRung> list;
  s.calls.forEach([&](const Uuid&, const Call& call) {
    if (call.responded) return;
    const Callout* callout = s.find(call.callout);
    if (!callout || callout->closed) return;
    if (const auto next = nextRung(call, *callout); next && (!dueBy || next->dueAt <= *dueBy)) list.push_back(*next);
  });
  std::sort(list.begin(), list.end(), [](const PendingCallRung& one, const PendingCallRung& other) {
    return std::tie(one.dueAt, one.call) < std::tie(other.dueAt, other.call);
  });
  return list;
}

std::optional<Instant> reportDueFrom(const Contact& contact) {
  if (contact.released) return std::nullopt;
  const bool heard = contact.last && contact.last->at >= contact.since;
  if (!heard) return contact.since.plusMs(contact.everyMs);
  if (contact.everyMs == 0) return std::nullopt;
  return contact.last->at.plusMs(contact.everyMs);
}

std::vector<SilentPlace> silentPlaces(const Situation& s, Instant now) {
  std::vector<SilentPlace> list;
  s.contacts.forEach([&](const Uuid&, const Contact& contact) {
    const auto dueAt = reportDueFrom(contact);
    if (!dueAt || now < *dueAt) return;
    SilentPlace place{&contact, *dueAt, std::nullopt, 0};
    if (contact.last) place.lastAt = contact.last->at;
    place.silentMs = now.ms - place.lastAt.value_or(contact.since).ms;
    list.push_back(place);
  });
  std::sort(list.begin(), list.end(), [](const SilentPlace& one, const SilentPlace& other) {
    if (one.contact->peopleAtRisk != other.contact->peopleAtRisk)
      return one.contact->peopleAtRisk > other.contact->peopleAtRisk;
    if (one.silentMs != other.silentMs) return one.silentMs > other.silentMs;
    const auto rank = [](const Contact& c) { return std::tie(c.town, c.who.name, c.id); };
    return rank(*one.contact) < rank(*other.contact);
  });
  return list;
}

namespace {

void count(VillageTally& tally, const Household& household) {
  // Other stations' events may carry any number.
  const std::int64_t persons = std::clamp<std::int64_t>(household.persons, 0, 1'000'000);
  const auto state = household.state;
  ++tally.households;
  tally.persons += persons;
  tally.byState[static_cast<std::size_t>(state)] += persons;
  if (household.left) tally.left += persons;
  if (household.passed) tally.passed += persons;
  if (household.arrived) tally.arrived += persons;
  if (state == HouseholdState::away) tally.away += persons;
  const bool wentBack = state == HouseholdState::returnedUnasked;
  if ((household.arrived && !wentBack) || state == HouseholdState::away) return;
  tally.missing.push_back(&household);
  tally.missingPersons += persons;
}

void byName(VillageTally& tally) {
  std::sort(tally.missing.begin(), tally.missing.end(), [](const Household* one, const Household* other) {
    return std::tie(one->name, one->id) < std::tie(other->name, other->id);
  });
}

}  // namespace

std::vector<VillageTally> talliesOf(const Situation& s) {
  std::map<std::pair<std::string, std::string>, VillageTally> villages;
  s.households.forEach([&](const Uuid&, const Household& household) {
    VillageTally& tally = villages[{household.town, household.village}];
    tally.town = household.town;
    tally.village = household.village;
    count(tally, household);
  });
  std::vector<VillageTally> list;
  for (auto& [name, tally] : villages) {
    byName(tally);
    list.push_back(std::move(tally));
  }
  return list;
}

std::optional<VillageTally> tallyOf(const Situation& s, std::string_view town, std::string_view village) {
  VillageTally tally;
  tally.town = town;
  tally.village = village;
  s.households.forEach([&](const Uuid&, const Household& household) {
    if (household.village == village && (town.empty() || household.town == town)) count(tally, household);
  });
  if (tally.households == 0) return std::nullopt;
  byName(tally);
  return tally;
}

std::optional<Instant> sentAt(const DutyReport& report) {
  std::optional<Instant> first;
  for (const ReportRecipient& recipient : report.recipients)
    if (recipient.sent) keepFirst(first, recipient.sent->at);
  return first;
}

namespace {

/// The reports of one incident that stand.
struct ReportsOf {
  std::vector<const DutyReport*> all;

  [[nodiscard]] bool sent(ReportKind kind, std::optional<ReportForm> form) const {
    return std::any_of(all.begin(), all.end(), [&](const DutyReport* r) {
      return r->kind == kind && (!form || r->form == *form) && sentAt(*r);
    });
  }
  /// When somebody was last told: by a report of the chain, or of disaster statistics.
  [[nodiscard]] std::optional<Instant> lastSent(bool statistics) const {
    std::optional<Instant> last;
    for (const DutyReport* r : all)
      if ((r->kind == ReportKind::statistics) == statistics)
        if (const auto at = sentAt(*r)) keepLast(last, *at);
    return last;
  }
  [[nodiscard]] std::optional<Id<DutyReport>> draft(const ReportRule& rule) const {
    const DutyReport* found = nullptr;
    for (const DutyReport* r : all)
      if (r->kind == rule.kind && r->form == rule.form && !sentAt(*r) && (!found || found->number < r->number))
        found = r;
    return found ? std::optional(found->id) : std::nullopt;
  }
};

bool appliesTo(const ReportRule& rule, const Incident& incident) {
  const auto& kinds = rule.incidentKinds;
  if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), incident.kind) == kinds.end()) return false;
  return !rule.from || !incident.level || *incident.level >= *rule.from;
}

/// When the report of this rule is due for the incident; nothing where it is not.
std::optional<Instant> dueAt(const ReportRule& rule, const Incident& incident, const ReportsOf& reports) {
  if (!appliesTo(rule, incident)) return std::nullopt;
  const bool open = incident.open();
  switch (rule.kind) {
    case ReportKind::first:
      if (!open || reports.sent(ReportKind::first, ReportForm::written)) return std::nullopt;
      if (rule.form == ReportForm::telephone && reports.sent(ReportKind::first, ReportForm::telephone))
        return std::nullopt;
      return incident.reportedAt.plusMs(rule.withinMs);
    case ReportKind::followUp: {
      const auto last = reports.lastSent(false);
      const bool first = reports.sent(ReportKind::first, std::nullopt);
      if (!open || !first || !last || reports.sent(ReportKind::final, std::nullopt)) return std::nullopt;
      return last->plusMs(rule.everyMs);
    }
    case ReportKind::final:
      // A false report that was withdrawn has no end to tell of.
      if (incident.status != IncidentStatus::closed || !incident.closedAt ||
          reports.sent(ReportKind::final, rule.form) || !reports.sent(ReportKind::first, std::nullopt))
        return std::nullopt;
      return incident.closedAt->plusMs(rule.withinMs);
    case ReportKind::statistics:
      if (!open) return std::nullopt;
      return reports.lastSent(true).value_or(incident.reportedAt).plusMs(rule.everyMs);
  }
  return std::nullopt;
}

}  // namespace

std::vector<ReportDue> reportsDue(const Situation& s, const std::vector<ReportRule>& rules, Instant now) {
  std::map<Id<Incident>, ReportsOf> reports;
  s.dutyReports.forEach([&](const Uuid&, const DutyReport& report) {
    if (report.incident && !report.withdrawn) reports[*report.incident].all.push_back(&report);
  });
  std::vector<ReportDue> list;
  s.incidents.forEach([&](const Uuid&, const Incident& incident) {
    const ReportsOf& own = reports[incident.id];
    for (const ReportRule& rule : rules)
      if (const auto at = dueAt(rule, incident, own))
        list.push_back({incident.id, &rule, *at, *at < now, own.draft(rule)});
  });
  std::sort(list.begin(), list.end(), [](const ReportDue& one, const ReportDue& other) {
    return std::tie(one.dueAt, one.incident, one.rule->id) < std::tie(other.dueAt, other.incident, other.rule->id);
  });
  return list;
}

namespace {

std::string plain(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  return {text, end};
}

const Figure* figureThatCounts(const Incident& incident, FigureKind kind) {
  const Figure* best = nullptr;
  for (const Figure& figure : incident.figures) {
    if (figure.kind != kind) continue;
    if (figure.decided) return &figure;
    if (!best || figure.count > best->count) best = &figure;
  }
  return best;
}

}  // namespace

std::map<std::string, Measure> levelMeasuresOf(const Incident& incident) {
  std::map<std::string, Measure> measures;
  for (const auto& kind : namesOf<FigureKind>)
    if (const Figure* figure = figureThatCounts(incident, kind.value))
      measures[std::string(kind.code)] = {static_cast<double>(figure->count), figure->source};
  const auto dead = measures.find("dead"), missing = measures.find("missing");
  if (dead != measures.end() || missing != measures.end()) {
    Measure both;
    for (const auto& one : {dead, missing})
      if (one != measures.end()) {
        both.value += one->second.value;
        if (both.source != one->second.source) both.source += (both.source.empty() ? "" : "、") + one->second.source;
      }
    measures["deadAndMissing"] = both;
  }
  for (const auto& [name, written] : incident.attributes) {
    double value = 0;
    const auto [end, status] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (status == std::errc{} && end == written.data() + written.size() && std::isfinite(value))
      measures[name] = {value, {}};
  }
  return measures;
}

std::optional<LevelSuggestion> levelSuggestion(const std::map<std::string, Measure>& measures,
                                               std::string_view incidentKind, const LevelRules& rules) {
  std::optional<LevelSuggestion> best;
  for (const LevelRule& rule : rules.rules) {
    const auto& kinds = rule.incidentKinds;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), incidentKind) == kinds.end()) continue;
    const auto measure = measures.find(rule.measure);
    if (measure == measures.end()) continue;
    for (const auto& level : namesOf<IncidentLevel>) {
      const auto& from = rule.from[static_cast<std::size_t>(level.value)];
      if (!from || measure->second.value < *from || (best && best->level >= level.value)) continue;
      const std::string value = plain(measure->second.value), limit = plain(*from);
      const std::string& whose = measure->second.source;
      best = LevelSuggestion{
          level.value,
          &rule,
          measure->second,
          {rule.name.en + " " + value + (whose.empty() ? "" : " (" + whose + ")") + " ≥ " + limit +
               (rule.unit.en.empty() ? "" : " " + rule.unit.en) + ": " + std::string(level.en) + " (" + rule.source +
               (rule.verified ? ")" : ", unverified)"),
           rule.name.zh + value + (whose.empty() ? "" : "（" + whose + "）") + " ≥ " + limit + rule.unit.zh + "：" +
               std::string(level.zh) + "（" + rule.source + (rule.verified ? "）" : "，未核实）")}};
    }
  }
  return best;
}

}  // namespace fengsui
