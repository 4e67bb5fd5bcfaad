// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/decideregistry.h"
#include "core/eventcodec.h"
#include "core/foldduty.h"

// How each event is taken back: by an event that says so, never by removing what was recorded.

namespace fengsui::deciderules {
namespace {

const DecisionContext kAtOnce{};

// What is taken back happened at the moment of which the record tells.
DecisionContext at(const EventHeader& header) {
  return {header.occurred, header.occurred, header.actor, header.ref.origin};
}

tl::unexpected<Error> overtaken() {
  return refuse("it cannot be taken back any more: something else happened since", "此后情况已有变化，不能撤销",
                {"correct it by a new entry", "请用新的记录更正"});
}

bool same(const Figure& a, const Figure& b) {
  return a.kind == b.kind && a.source == b.source && a.count == b.count && a.cutOff == b.cutOff;
}

struct Compensation {
  const Situation& s;
  const EventHeader& header;

  template <class Entity>
  Decision operator()(const Registered<Entity>& e) const {
    if constexpr (std::same_as<Entity, RoadClosure>) {  // who may was asked of the one who takes it back
      const auto closure = known(s, e.entity.id);
      if (!closure) return failure(closure.error());
      Entity kept = **closure;
      kept.stamp = {};
      return one(Retired<Entity>{std::move(kept), "undone"});
    } else
      return decideOn(s, Retire<Entity>{e.entity.id, "undone"}, kAtOnce);
  }

  template <class Entity>
  Decision operator()(const Retired<Entity>& e) const {
    if (s.find(e.entity.id)) return overtaken();
    return one(Registered<Entity>{e.entity});
  }

  template <class Entity>
  Decision operator()(const Revised<Entity>& e) const {
    const auto entity = known(s, e.id);
    if (!entity) return failure(entity.error());
    std::vector<FieldChange> back;
    Entity before = **entity;
    for (auto change = e.changes.rbegin(); change != e.changes.rend(); ++change) {
      if (fieldOf(before, change->field) != change->to) return overtaken();
      if (const auto done = setField(before, change->field, change->from); !done) return failure(done.error());
      back.push_back({change->field, change->to, change->from});
    }
    if constexpr (std::same_as<Entity, Incident>)
      if (const auto open = openIncident(s, e.id); !open) return failure(open.error());
    return one(Revised<Entity>{e.id, std::move(back)});
  }

  Decision operator()(const IncidentReported& e) const {
    return decideOn(s, CloseIncident{e.incident.id, true, "undone"}, kAtOnce);
  }
  Decision operator()(const IncidentClosed& e) const {
    const auto incident = known(s, e.incident);
    if (!incident) return failure(incident.error());
    if ((*incident)->open()) return overtaken();
    return one(IncidentReopened{e.incident, e.was, "undone"});
  }
  Decision operator()(const IncidentReopened& e) const {
    const bool withdrawn = e.was == IncidentStatus::withdrawn;
    auto closed = decideOn(s, CloseIncident{e.incident, withdrawn, e.wasClosedBecause}, kAtOnce);
    if (closed) std::get<IncidentClosed>(closed->front().body).at = e.wasClosedAt;
    return closed;
  }

  Decision operator()(const FigureReported& e) const {
    const auto incident = known(s, e.incident);
    if (!incident) return failure(incident.error());
    const auto& figures = (*incident)->figures;
    const auto own = std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return same(f, e.figure); });
    if (own == figures.end()) return overtaken();
    // That an office's count holds was said of the office, not of one number.
    auto restores = e.replaces;
    if (restores) restores->decided = own->decided;
    return one(FigureWithdrawn{e.incident, *own, std::move(restores)});
  }
  Decision operator()(const FigureWithdrawn& e) const {
    const auto incident = known(s, e.incident);
    if (!incident) return failure(incident.error());
    Figure figure = e.figure;
    std::optional<Figure> now;
    for (const Figure& own : (*incident)->figures) {
      if (own.kind != figure.kind) continue;
      if (own.source == figure.source)
        now = own;
      else if (own.decided)
        figure.decided = false;
    }
    if (now.has_value() != e.restores.has_value() || (now && !same(*now, *e.restores))) return overtaken();
    return one(FigureReported{e.incident, std::move(figure), std::move(now)});
  }
  Decision operator()(const FigureDecided& e) const {
    const auto incident = known(s, e.incident);
    if (!incident) return failure(incident.error());
    std::string holds;
    bool wasCounts = e.was.empty();
    for (const Figure& own : (*incident)->figures) {
      if (own.kind != e.kind) continue;
      if (own.decided) holds = own.source;
      wasCounts = wasCounts || own.source == e.was;
    }
    if (holds != e.source || !wasCounts) return overtaken();
    return one(FigureDecided{e.incident, e.kind, e.was, "undone", e.source});
  }

  Decision operator()(const ResponseActivated& e) const {
    const auto response = known(s, e.response.id);
    if (!response) return failure(response.error());
    if ((*response)->status != ResponseStatus::active) return overtaken();
    return one(ResponseEnded{e.response.id, "undone", "undone", (*response)->reason});
  }
  Decision operator()(const ResponseLevelChanged& e) const {
    const auto response = known(s, e.response);
    if (!response) return failure(response.error());
    if ((*response)->status != ResponseStatus::active || (*response)->level != e.to) return overtaken();
    return one(ResponseLevelChanged{e.response,
                                    e.to,
                                    e.from,
                                    e.wasSignedBy,
                                    e.wasDocumentNumber,
                                    (*response)->signedBy,
                                    (*response)->documentNumber,
                                    e.wasApprover,
                                    (*response)->approver,
                                    {}});
  }
  Decision operator()(const ResponseEnded& e) const {
    const auto response = known(s, e.response);
    if (!response) return failure(response.error());
    if ((*response)->status != ResponseStatus::ended) return overtaken();
    return one(ResponseResumed{e.response, "undone", e.wasReason});
  }

  // Lines that nobody has begun leave with the response or the level that brought them.
  Decision operator()(const ChecklistExtended& e) const {
    ChecklistNarrowed narrowed{e.response, {}, false, {header.occurred, header.actor, "undone"}};
    for (const ChecklistItem& added : e.items) {
      const ChecklistItem* item = s.find(added.id);
      if (!item) return overtaken();
      if (item->mark == ItemMark::open && item->orders.empty()) narrowed.items.push_back(added.id);
    }
    return one(std::move(narrowed));
  }
  Decision operator()(const ChecklistNarrowed& e) const {
    return one(ChecklistNarrowed{e.response, e.items, !e.apply, {header.occurred, header.actor, "undone"}});
  }
  Decision operator()(const ItemMarked& e) const {
    const auto item = known(s, e.item);
    if (!item) return failure(item.error());
    if ((*item)->marked != std::optional(e.step)) return overtaken();
    ItemMarked back{e.item,      e.was,      e.wasMarked.value_or(Step{}),
                    {},          {},         (*item)->mark,
                    e.wasMarked, e.wasDueAt, std::max<std::int64_t>(0, e.rounds - (e.mark == ItemMark::done ? 1 : 0))};
    return one(std::move(back));
  }
  Decision operator()(const OrderDrafted& e) const {
    return decideOn(s, DiscardOrder{e.order.id, "undone"}, DecisionContext{header.occurred, header.occurred, {}, {}});
  }
  Decision operator()(const OrderIssued& e) const {
    const auto order = known(s, e.order);
    if (!order) return failure(order.error());
    if ((*order)->status != OrderStatus::issued) return overtaken();
    return one(OrderRecalled{e.order, {header.occurred, e.step.by, "undone"}});
  }
  Decision operator()(const OrderLadderTaken& e) const {
    const auto order = known(s, e.order);
    if (!order) return failure(order.error());
    if ((*order)->ladderOrigin != e.origin) return overtaken();
    return one(OrderLadderTaken{e.order, e.before, e.origin});
  }
  Decision operator()(const ArrivalNoted& e) const {
    return one(ArrivalNoted{e.response, e.who, e.before, e.came, e.unlisted});
  }
  Decision operator()(const EndConditionMet& e) const {
    return one(EndConditionMet{e.response, e.condition, e.before, e.met});
  }

  // A team that has not arrived yet is called back; who stands at the scene is released, not undone.
  Decision unbind(Id<Team> id, Id<Incident> incident, TeamStatus while_, const std::optional<TeamState>& was) const {
    const auto team = known(s, id);
    if (!team) return failure(team.error());
    if ((*team)->status != while_ || !(*team)->assignment || (*team)->assignment->incident != incident)
      return overtaken();
    const TeamState restores = was.value_or(TeamState{});
    return one(TeamReleased{id, incident, restores.status, "undone", restores});
  }
  Decision operator()(const TeamReserved& e) const {
    return unbind(e.team, e.assignment.incident, TeamStatus::reserved, e.was);
  }
  Decision operator()(const TeamSent& e) const {
    return unbind(e.team, e.assignment.incident, TeamStatus::enRoute, e.was);
  }
  Decision operator()(const TeamAgreed& e) const {
    return unbind(e.team, e.assignment.incident, TeamStatus::enRoute, e.was);
  }
  Decision operator()(const TeamAsked& e) const {
    const auto team = known(s, e.team);
    if (!team) return failure(team.error());
    if (!(*team)->request || (*team)->request->incident != e.request.incident) return overtaken();
    return one(TeamDeclined{e.team, e.request.incident, {}, "undone"});
  }
  Decision operator()(const TeamStoodDown& e) const {
    auto back = decideOn(s, StandTo{e.team}, kAtOnce);
    if (back) std::get<TeamStoodTo>(back->front().body).restores = e.was.value_or(TeamState{});
    return back;
  }
  Decision operator()(const TeamStoodTo& e) const {
    return decideOn(s, StandDown{e.team, e.was ? e.was->unavailableBecause : ""}, kAtOnce);
  }

  Decision operator()(const StockReceived& e) const {
    const auto depot = known(s, e.line.depot);
    if (!depot) return failure(depot.error());
    const StockLine* line = (*depot)->line(e.line.item, e.line.unit);
    if (e.quantity.milli <= 0 || !line || line->free() < e.quantity) return overtaken();
    return one(StockReceived{e.line, e.code, -e.quantity, "undone", e.newLine});
  }
  Decision operator()(const StockMoved& e) const {
    auto back = decideOn(s, MoveStock{{e.to, e.line.item, e.line.unit}, e.line.depot, e.quantity}, kAtOnce);
    if (back) std::get<StockMoved>(back->front().body).newLine = e.newLine;
    return back;
  }
  Decision operator()(const StockReserved& e) const {
    return decideOn(s, UnreserveStock{e.line, e.quantity, e.incident}, kAtOnce);
  }
  Decision operator()(const StockUnreserved& e) const {
    return decideOn(s, ReserveStock{e.line, e.quantity, e.incident}, kAtOnce);
  }
  Decision operator()(const StockIssued& e) const {
    if (const auto depot = known(s, e.line.depot); !depot) return failure(depot.error());
    if (e.quantity.milli <= 0) return overtaken();
    return one(StockIssued{e.line, -e.quantity, e.incident, e.fromReserved});
  }
  Decision operator()(const StockCounted& e) const {
    const auto depot = known(s, e.line.depot);
    if (!depot) return failure(depot.error());
    const StockLine* line = (*depot)->line(e.line.item, e.line.unit);
    if (!line || line->quantity != e.to || line->reserved > e.from) return overtaken();
    return one(StockCounted{e.line, e.code, e.to, e.from, e.newLine});
  }

  Decision operator()(const ShelterOpened& e) const { return decideOn(s, CloseShelter{e.shelter}, kAtOnce); }
  Decision operator()(const ShelterClosed& e) const { return decideOn(s, OpenShelter{e.shelter}, kAtOnce); }
  Decision operator()(const ShelterCheckedIn& e) const {
    return decideOn(s, CheckOut{e.shelter, e.persons, "undone"}, kAtOnce);
  }
  Decision operator()(const ShelterCheckedOut& e) const {
    return decideOn(s, CheckIn{e.shelter, e.persons, "undone"}, kAtOnce);
  }
  Decision operator()(const DutyTaken& e) const {
    const auto post = known(s, e.post);
    if (!post) return failure(post.error());
    if (!(*post)->onDuty || (*post)->onDuty->person != e.person) return overtaken();
    if (e.before) return one(DutyTaken{e.post, e.before->person, (*post)->onDuty, e.before->since});
    return one(DutyLeft{e.post, (*post)->onDuty});
  }
  Decision operator()(const DutyLeft& e) const {
    const auto post = known(s, e.post);
    if (!post) return failure(post.error());
    if ((*post)->onDuty || !e.was || !s.find(e.was->person)) return overtaken();
    return one(DutyTaken{e.post, e.was->person, std::nullopt, e.was->since});
  }

  Decision operator()(const CallClaimed& e) const {
    const auto call = known(s, e.call);
    if (!call) return failure(call.error());
    if ((*call)->claimed != e.claim || (*call)->responded) return overtaken();
    return one(CallClaimed{e.call, e.before, e.claim});
  }
  Decision operator()(const CallTried& e) const {
    const auto call = known(s, e.call);
    if (!call) return failure(call.error());
    const auto& attempts = (*call)->attempts;
    if (std::find(attempts.begin(), attempts.end(), e.attempt) == attempts.end()) return overtaken();
    return one(CallTryWithdrawn{e.call, e.attempt, e.reached});
  }
  Decision operator()(const CalloutLadderTaken& e) const {
    const auto callout = known(s, e.callout);
    if (!callout) return failure(callout.error());
    if ((*callout)->ladderOrigin != e.origin) return overtaken();
    return one(CalloutLadderTaken{e.callout, e.before, e.origin});
  }
  Decision operator()(const ReportDrafted& e) const {
    return decideOn(s, WithdrawReport{e.report.id, "undone"}, at(header));
  }
  Decision operator()(const HouseholdCounted& e) const {
    const auto household = known(s, e.household);
    if (!household) return failure(household.error());
    Household before = **household;
    for (const auto& [field, value] : e.before.items())
      if (const auto done = setField(before, field, value); !done) return failure(done.error());
    Household after = before;
    addCount(after, e);
    std::vector<FieldChange> back;
    for (const auto& [field, value] : e.before.items()) {
      const Json now = fieldOf(**household, field).value_or(Json());
      if (fieldOf(after, field) != now) return overtaken();
      if (value != now) back.push_back({field, now, value});
    }
    if (back.empty()) return overtaken();
    return one(Revised<Household>{e.household, std::move(back)});
  }
};

bool isAboutRoads(const EventBody& body) {
  return std::holds_alternative<Registered<RoadClosure>>(body) || std::holds_alternative<Revised<RoadClosure>>(body) ||
         std::holds_alternative<Retired<RoadClosure>>(body);
}

template <class Body>
constexpr bool kHasCompensation = std::is_invocable_v<Compensation, const Body&>;

}  // namespace

Decision compensate(const Situation& s, const Event& event) {
  return std::visit(
      [&]<class Body>(const Body& body) -> Decision {
        if constexpr (kHasCompensation<Body>)
          return Compensation{s, event.header}(body);
        else
          return refuse(
              "an entry of this kind is not undone; it is corrected by a new one",
              "此类记录不能撤销，只能用新的记录更正",
              {"an order that was answered for is sent back with a reason", "派单回执有误的，请写明原因退回重办"});
      },
      static_cast<const EventVariant&>(event.body));
}

Decision decideOn(const Situation& s, const Undo& c, const DecisionContext& x) {
  if (s.undone.contains(c.event.header.ref)) return refuse("this has been taken back already", "该记录已撤销");
  if (isAboutRoads(c.event.body))
    if (const auto may = mayOpenRoads(s, x); !may) return failure(may.error());
  auto events = compensate(s, c.event);
  if (events)
    for (DecidedEvent& event : *events) event.undoes = c.event.header.ref;
  return events;
}

}  // namespace fengsui::deciderules

namespace fengsui {

bool canBeUndone(const EventBody& body) {
  return std::visit([]<class Body>(const Body&) { return deciderules::kHasCompensation<Body>; },
                    static_cast<const EventVariant&>(body));
}

}  // namespace fengsui
