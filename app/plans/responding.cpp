// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/responding.h"

#include <algorithm>
#include <charconv>

namespace fengsui {
namespace {

// A warning's colour on the scale that plans compare with.
RiskColour colourOf(WarningColour colour) {
  return namesOf<RiskColour>[static_cast<std::size_t>(colour)].value;
}

Observation observationFrom(const NamedReading& reading) {
  Observation one;
  const auto slash = reading.series.find('/');
  one.name = reading.series.substr(0, slash);
  if (slash != std::string::npos) one.place = reading.series.substr(slash + 1);
  if (const auto gap = one.name.rfind(' '); gap != std::string::npos) {
    int minutes = 0;
    const char* end = one.name.data() + one.name.size();
    if (std::from_chars(one.name.data() + gap + 1, end, minutes).ptr == end) {
      one.minutes = minutes;
      one.name.resize(gap);
    }
  }
  one.value = reading.value;
  one.unit = reading.unit;
  one.at = reading.at;
  return one;
}

Truth truthOf(Holds holds) {
  return holds == Holds::yes ? Truth::yes : holds == Holds::no ? Truth::no : Truth::unknown;
}

}  // namespace

Observations observationsFrom(const Situation& s, const std::vector<NamedReading>& readings, Instant now) {
  Observations seen;
  seen.warnings.emplace();
  s.warnings.forEach([&](const Uuid&, const Warning& warning) {
    if (warning.status == WarningStatus::inForce && (!warning.until || *warning.until > now))
      seen.warnings->push_back(
          {warning.kind, colourOf(warning.colour), warning.area, warning.issuer, warning.signedAt});
  });
  for (const NamedReading& reading : readings) seen.readings.push_back(observationFrom(reading));
  return seen;
}

Result<const Plan*> Responding::planOf(const std::string& id) const {
  if (const Plan* plan = library_.find(id)) return plan;
  return failure(ErrorCode::notFound, {"there is no sound plan \"" + id + "\"", "没有可用的预案“" + id + "”"},
                 {"see fengsuictl plan list", "见 fengsuictl plan list"});
}

Result<Response> Responding::begun(const ResponseWish& wish) const {
  const auto plan = planOf(wish.plan);
  if (!plan) return failure(plan.error());
  auto response = responseFrom(**plan, wish.level, SituationFacts(situation_, observations_, now_, wish.incident));
  if (!response) return response;
  response->id.uuid = newId_();
  response->documentNumber = wish.document;
  response->area = wish.area.empty() ? situation_.station.district : wish.area;
  response->signedBy = wish.signedBy;
  response->reason = wish.reason;
  if (wish.incident) response->incidents.push_back(*wish.incident);
  return response;
}

const Response* Responding::proposedOf(const Response& response) const {
  const Response* found = nullptr;
  situation_.responses.forEach([&](const Uuid&, const Response& one) {
    if (one.status == ResponseStatus::proposed && one.plan == response.plan && one.level == response.level)
      found = &one;
  });
  return found;
}

Result<ProposeResponse> Responding::propose(const ResponseWish& wish) const {
  auto response = begun(wish);
  if (!response) return failure(response.error());
  return ProposeResponse{std::move(*response)};
}

Result<ActivateResponse> Responding::activate(const ResponseWish& wish) const {
  auto response = begun(wish);
  if (!response) return failure(response.error());
  if (const Response* proposed = proposedOf(*response)) {
    response->id = proposed->id;
    response->proposedBy = proposed->proposedBy;
    response->consultations = proposed->consultations;
  }
  ChecklistContext context;
  context.t0 = now_;
  context.incident = wish.incident;
  context.documentNumber = wish.document;
  context.responseTitle = response->title;
  const Plan& plan = **planOf(wish.plan);
  const auto planned = checklistFor(plan, response->level, situation_,
                                    SituationFacts(situation_, observations_, now_, wish.incident), context);
  if (!planned) return failure(planned.error());
  return ActivateResponse{std::move(*response), checklistItems(plan, *planned, newId_)};
}

Result<DeclineResponse> Responding::decline(const ResponseWish& wish) const {
  auto response = begun(wish);
  if (!response) return failure(response.error());
  if (const Response* proposed = proposedOf(*response)) response->id = proposed->id;
  return DeclineResponse{std::move(*response)};
}

Result<ChangeResponseLevel> Responding::change(Id<Response> id, const ResponseWish& to) const {
  const Response* response = situation_.find(id);
  if (!response)
    return failure(ErrorCode::notFound, {"this response is not in the situation any more", "该响应已不在当前态势中"});
  ChangeResponseLevel command{id, to.level, to.signedBy, to.document, {}, {}, {}, {}};
  if (response->plan.empty()) return command;
  const auto plan = planOf(response->plan);
  if (!plan) return failure(plan.error());
  ChecklistContext context;
  context.t0 = now_;
  if (!response->incidents.empty()) context.incident = response->incidents.front();
  context.documentNumber = to.document;
  context.responseTitle = response->title;
  const SituationFacts facts(situation_, observations_, now_, context.incident);
  const auto at = responseFrom(**plan, to.level, facts);
  if (!at) return failure(at.error());
  const auto change = checklistChange(**plan, at->level, situation_, id, facts, context);
  if (!change) return failure(change.error());
  command.to = at->level;
  command.approver = at->approver;
  command.criteria = at->criteria;
  command.add = checklistItems(**plan, change->add, newId_);
  command.drop = change->drop;
  return command;
}

std::vector<Response> Responding::levelsOf(const Plan& plan) const {
  const SituationFacts facts(situation_, observations_, now_);
  std::vector<Response> levels;
  for (const Level& level : plan.levels)
    if (auto response = responseFrom(plan, level.level, facts)) levels.push_back(std::move(*response));
  return levels;
}

Holds holds(const Plan& plan, const Response& level) {
  const Level* of = plan.level(level.level);
  if (!of || !of->when || level.criteria.empty()) return Holds::unknown;
  Truth truth = truthOf(level.criteria.front().holds);
  for (std::size_t i = 1; i < level.criteria.size(); ++i) {
    const Truth one = truthOf(level.criteria[i].holds);
    truth = of->when->match == CriteriaMatch::any ? anyOf(truth, one) : allOf(truth, one);
  }
  return truth == Truth::yes ? Holds::yes : truth == Truth::no ? Holds::no : Holds::unknown;
}

}  // namespace fengsui
