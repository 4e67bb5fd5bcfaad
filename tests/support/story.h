// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <rapidcheck.h>

#include <optional>
#include <string>
#include <vector>

#include "core/decide.h"
#include "support/dutystory.h"

// Random stories: a small district on which a few seats do everything that the product knows, sensible or not.

namespace fengsui::story {

/// The same thing has the same id in every story.
inline Uuid idOf(int family, int number) {
  Uuid id;
  id.bytes[0] = static_cast<std::uint8_t>(family);
  id.bytes[15] = static_cast<std::uint8_t>(number);
  return id;
}
template <class Entity>
Id<Entity> the(int number) {
  return {idOf(1 + static_cast<int>(kindOf<Entity>), number)};
}

inline constexpr int kTeams = 3, kIncidents = 3, kDepots = 2, kShelters = 2, kPersons = 2, kOrders = 4, kLines = 3;

inline StockKey pumpsIn(int depot) {
  return {the<Depot>(depot), "抽水泵", "台"};
}

/// What is there before a story begins.
inline std::vector<Command> opening() {
  std::vector<Command> commands;
  for (int i = 0; i < kTeams; ++i) {
    Team team;
    team.id = the<Team>(i);
    team.key = "T" + std::to_string(i);
    team.name = "第" + std::to_string(i) + "救援队";
    team.home = Position{1166300000 + i, 403100000};
    if (i == kTeams - 1) team.authority = DispatchAuthority::asked, team.askedThrough = "消防支队";
    commands.emplace_back(Register<Team>{team});
  }
  for (int i = 0; i < kIncidents; ++i) {
    Incident incident;
    incident.id = the<Incident>(i);
    incident.title = "第" + std::to_string(i) + "号山洪";
    incident.kind = "flashFlood";
    incident.location = Position{1166400000, 403200000 + i};
    commands.emplace_back(ReportIncident{incident});
  }
  for (int i = 0; i < kDepots; ++i) {
    Depot depot;
    depot.id = the<Depot>(i);
    depot.key = "D" + std::to_string(i);
    depot.name = "第" + std::to_string(i) + "物资库";
    depot.stocks = {{"抽水泵", "", "台", Quantity::of(8), {}}};
    commands.emplace_back(Register<Depot>{depot});
  }
  for (int i = 0; i < kShelters; ++i) {
    Shelter shelter;
    shelter.id = the<Shelter>(i);
    shelter.name = "第" + std::to_string(i) + "小学";
    commands.emplace_back(Register<Shelter>{shelter});
  }
  for (int i = 0; i < kPersons; ++i) {
    Person person;
    person.id = the<Person>(i);
    person.name = i == 0 ? "王强" : "李梅";
    commands.emplace_back(Register<Person>{person});
  }
  Post post;
  post.id = the<Post>(0);
  post.name = "值班长";
  commands.emplace_back(Register<Post>{post});
  Response response;
  response.id = the<Response>(0);
  response.level = "四级";
  response.signedBy = "张副区长";
  ActivateResponse activate{response, {}};
  for (int i = 0; i < kLines; ++i) {
    ChecklistItem line;
    line.id = the<ChecklistItem>(i);
    line.line = "line-" + std::to_string(i);
    line.brief.title = "第" + std::to_string(i) + "项";
    line.brief.owner = {AddresseeKind::post, idOf(1 + static_cast<int>(Kind::post), 0), "值班长", {}};
    line.mandatory = i != 0;
    if (i == 1) line.needs = {"line-0"};
    if (i == 2) line.timing.everyMs = 1000;
    activate.items.push_back(line);
  }
  commands.emplace_back(activate);
  return commands;
}

/// One thing that somebody does: numbers that commandFor() turns into a command, so that a story can be shrunk.
struct Step {
  int seat = 0;
  int what = 0;
  int which = 0;
  int other = 0;
  int amount = 0;
  int waitMs = 0;
};
inline void showValue(const Step& step, std::ostream& out) {
  out << "{seat " << step.seat << ", what " << step.what << ", which " << step.which << ", other " << step.other
      << ", amount " << step.amount << ", wait " << step.waitMs << "}";
}

namespace detail {

template <class Entity>
Command edit(const Step& s, Id<Entity> id, const char* text, const char* number) {
  std::vector<std::pair<std::string, Json>> set;
  if (s.other % 2 == 0) set.emplace_back(text, s.amount == 0 ? Json() : Json("改" + std::to_string(s.amount)));
  if (s.other != 0) set.emplace_back(number, s.amount == 1 ? Json() : Json(s.amount));
  if (s.other == 4) set.emplace_back(text, "再改" + std::to_string(s.which));
  return Revise<Entity>{id, set};
}

inline Command table(const Step& s) {
  const auto row = [&](int number, Json fields) {
    Uuid id = idOf(100 + s.seat, number);
    id.bytes[14] = static_cast<std::uint8_t>(s.which * 16 + s.other);
    id.bytes[13] = static_cast<std::uint8_t>(s.amount);
    return ImportRow{id, number + 2, std::move(fields)};
  };
  const std::string key = "D" + std::to_string(s.other);
  const auto stock = [&](const char* item, int quantity) {
    return Json{{"item", item}, {"unit", "台"}, {"quantity", quantity * 1000}};
  };
  if (s.which % 2 == 0) {
    const Json first{{"key", key},
                     {"name", "物资库" + std::to_string(s.amount)},
                     {"stocks", {stock("抽水泵", s.amount), stock(s.amount % 3 == 0 ? "抽水泵" : "发电机", s.other)}}};
    const Json second{
        {"key", s.amount % 2 == 0 ? key : key + "a"}, {"name", "分库"}, {"town", "镇" + std::to_string(s.amount)}};
    return Import<Depot>{{row(0, first), row(1, second)}};
  }
  const Json first{{"name", "第" + std::to_string(s.other) + "救援队"}, {"strength", s.amount}, {"status", "enRoute"}};
  const Json second{{"key", "T" + std::to_string(s.amount)}, {"name", "新队"}, {"town", "桥梓镇"}};
  return Import<Team>{{row(0, first), row(1, second)}};
}

/// To a team of its own, to one that must be asked, to offices.
inline Order order(const Step& s) {
  Order order;
  order.id = {idOf(1 + static_cast<int>(Kind::order), s.which % kOrders)};
  order.brief.task = "转移" + std::to_string(s.amount) + "户";
  order.brief.kind = namesOf<MessageKind>[static_cast<std::size_t>(s.amount) % namesOf<MessageKind>.size()].value;
  order.brief.owner = {AddresseeKind::team, idOf(1 + static_cast<int>(Kind::team), s.other % kTeams),
                       "第" + std::to_string(s.other % kTeams) + "救援队", "副队长"};
  if (s.which % kOrders == 1) order.brief.owner = {AddresseeKind::organisation, {}, "供电公司", {}};
  order.brief.with = {{AddresseeKind::organisation, {}, "交管", {}}};
  order.brief.ladder = {{60'000, "B", false}, {120'000, "town", true}};
  if (s.amount % 3 == 0) order.brief.verifier = "视频席";
  if (s.amount % 4 == 0) order.brief.checks = {SafetyCheck::officer};
  if (s.amount % 2 == 0) order.incident = the<Incident>(s.other % kIncidents);
  if (s.amount % 5 == 0) order.item = the<ChecklistItem>(s.other % kLines);
  if (s.amount == 7) order.parent = {idOf(1 + static_cast<int>(Kind::order), 0)};
  return order;
}

/// What is said of an order by one of those who had it.
inline std::optional<Command> receipt(const Step& s, int what) {
  const Id<Order> id{idOf(1 + static_cast<int>(Kind::order), s.which % kOrders)};
  const std::string to = s.other == 0 ? "organisation:交管" : s.which % kOrders == 1 ? "organisation:供电公司" : "";
  const std::string by = s.amount % 2 == 0 ? "李梅" : "王强";
  switch (what) {
    case 0:
      return AcknowledgeOrder{id, to, by, "单号、任务、时限", s.amount % 2 == 0};
    case 1:
      return RefuseOrder{id, to, by, "另有任务"};
    case 2:
      return StartOrder{id, to, by};
    case 3:
      return FinishOrder{id, to, by, "办结", {}};
    case 4:
      return VerifyOrder{id, to, by, "到场看过"};
    case 5:
      return SendBackOrder{id, to, by, "少七人"};
    case 6:
      return AskAgain{id, to, "再催"};
    case 7:
      return EscalateOrder{id, to, s.amount % 2};
    case 8:
      return CarryOrder{id, to, {"spoken", Instant{}, by, "值班员", s.amount % 3 != 0, ""}, s.amount > 7};
    case 9:
      return TakeLadder{id};
    default:
      return RecallOrder{id, "误发"};
  }
}

/// What is said of a road: closed, closed at other times, open again, taken off the list.
inline Command ofRoad(const Step& s, int what) {
  const Id<RoadClosure> id = the<RoadClosure>(s.which % 3);
  const auto span = [&](int from, int to) {
    const Instant begins{1784554800000 + from * 10'000};
    return ClosedSpan{begins, to > 0 ? std::optional(begins.plusMs(to * 10'000)) : std::nullopt};
  };
  RoadClosure closure;
  switch (what) {
    case 0:
      closure.id = id;
      closure.name = "第" + std::to_string(s.which % 3) + "桥";
      closure.shape = Shape::at({1166000000 + s.amount, 403000000});
      if (s.other > 0) closure.spans = {span(s.amount, s.other), span(s.amount + 20, 0)};
      return Register<RoadClosure>{closure};
    case 1:
      return OpenRoad{id, s.amount % 2 == 0 ? "水退" : ""};
    case 2:
      return Revise<RoadClosure>{id, {{"spans", encode(std::vector{span(s.amount, s.other)})}}};
    default:
      return Retire<RoadClosure>{id, "误报"};
  }
}

}  // namespace detail

inline constexpr int kDeskWhats = 65;
inline constexpr int kRoadWhats = 4;
inline constexpr int kWhats = kDeskWhats + kDutyWhats + kRoadWhats + 2;

/// What the step does at a seat that sees @p s. @return nothing where it speaks of something that is not there, or
/// undoes.
inline std::optional<Command> commandFor(const Step& step, const Situation& s) {
  const auto team = the<Team>(step.which % kTeams);
  const auto incident = the<Incident>(step.other % kIncidents);
  const auto shelter = the<Shelter>(step.which % kShelters);
  const auto response = the<Response>(step.which % 2);
  const StockKey pumps = pumpsIn(step.which % kDepots);
  const Quantity amount = Quantity::of(step.amount);
  const std::string text = "北沟村";
  const auto position = Position{1166000000 + step.amount, 403000000 + step.other};
  switch (step.what) {
    case 0:
    case 1:
    case 2:
      return SendTeam{team, incident, text, std::nullopt, std::nullopt};
    case 3:
      return ReserveTeam{team, incident, text};
    case 4:
      return AskTeam{the<Team>(kTeams - 1), incident, text};
    case 5:
      return AnswerRequest{the<Team>(kTeams - 1), step.amount % 4 != 0, "消防支队", text, std::nullopt};
    case 6:
    case 7:
      return TeamArrives{team};
    case 8:
    case 9:
      return ReleaseTeam{team, text};
    case 10:
      return TeamReturns{team};
    case 11:
      return StandDown{team, text};
    case 12:
      return StandTo{team};
    case 13:
      return ReportPosition{team, {position, Instant{}, "电台"}};
    case 14:
      return Retire<Team>{team, text};
    case 15:
      return detail::edit(step, team, "town", "strength");
    case 16:
      return Revise<Team>{team, {{"authority", step.amount % 2 == 0 ? "own" : "asked"}}};
    case 17:
    case 18:
      return ReserveStock{pumps, amount, incident};
    case 19:
      return UnreserveStock{pumps, amount, incident};
    case 20:
    case 21:
      return IssueStock{pumps, amount, incident, step.amount % 2 == 0};
    case 22:
      return MoveStock{pumps, the<Depot>(step.other % kDepots), amount};
    case 23:
      return ReceiveStock{pumps, "1234567", amount, text};
    case 24:
      return CountStock{pumps, "", amount};
    case 25:
      return Retire<Depot>{the<Depot>(step.which % kDepots), text};
    case 26:
      return OpenShelter{shelter};
    case 27:
      return CloseShelter{shelter};
    case 28:
    case 29:
      return CheckIn{shelter, step.amount, text};
    case 30:
      return CheckOut{shelter, step.amount, text};
    case 31:
      return Retire<Shelter>{shelter, text};
    case 32:
      return CloseIncident{incident, step.amount % 2 == 0, text};
    case 33:
      return ReopenIncident{incident, text};
    case 34:
      return Revise<Incident>{
          incident,
          {{"note", text + std::to_string(step.amount)}, {"status", step.amount % 2 == 0 ? "underway" : "controlled"}}};
    case 35:
      return ReportFigure{incident,
                          {FigureKind::trapped, step.amount, step.which % 2 == 0 ? "公安" : "属地", Instant{},
                           Verification::pending, false}};
    case 36:
      return DecideFigure{incident, FigureKind::trapped, step.which % 2 == 0 ? "公安" : "属地", text};
    case 37: {
      Response another;
      another.id = the<Response>(1);
      another.level = "三级";
      another.endConditions = {{"雨停", "the rain has ended", {}}};
      another.signedBy = "张副区长";
      return ActivateResponse{another};
    }
    case 38:
      return ChangeResponseLevel{response, step.amount % 2 == 0 ? "三级" : "二级", "张副区长", ""};
    case 39:
      return EndResponse{response, "张副区长", text};
    case 40:
      return TakeDuty{the<Post>(0), the<Person>(step.which % kPersons)};
    case 41:
      return LeaveDuty{the<Post>(0)};
    case 42:
      return detail::table(step);
    case 43:
      return detail::edit(step, shelter, "town", "areaM2");
    case 44: {
      std::optional<Command> resolve;
      int number = 0;
      s.conflicts.forEach([&](const Uuid& id, const Conflict&) {
        if (number++ == step.amount) resolve = ResolveConflict{id, "以现场为准"};
      });
      return resolve;
    }
    case 45:
    case 46:
      return DraftOrder{detail::order(step), "值班长", step.amount % 3 == 0 ? "情况紧急" : ""};
    case 47:
      return DraftOrder{detail::order(step), {}, {}};
    case 48:
      return IssueOrder{detail::order(step).id, "值班长", std::nullopt, step.amount % 3 == 0 ? "情况紧急" : ""};
    case 49:
      return DiscardOrder{detail::order(step).id, text};
    case 50: {
      Order other = detail::order(step);
      other.id.uuid.bytes[14] = static_cast<std::uint8_t>(1 + step.seat);
      return ReplaceOrder{detail::order(step).id, {other}, "值班长", "改派", "情况紧急"};
    }
    case 62:
      return MarkItem{the<ChecklistItem>(step.which % kLines),
                      namesOf<ItemMark>[static_cast<std::size_t>(step.amount) % namesOf<ItemMark>.size()].value,
                      text,
                      {},
                      step.other % 2 == 0 ? "李梅" : "王强"};
    case 63:
      return VerifyItem{the<ChecklistItem>(step.which % kLines), text, step.other % 2 == 0 ? "李梅" : "王强"};
    case 64:
      return step.amount % 2 == 0 ? Command(MeetEndCondition{response, "雨停", text})
                                  : Command(NoteArrival{response, "属地" + std::to_string(step.other % 2), "王强"});
    default:
      if (step.what >= kDeskWhats && step.what < kDeskWhats + kDutyWhats)
        return dutyCommandFor(step.what - kDeskWhats, step.which, step.other, step.amount,
                              []<class Entity>(int number) { return the<Entity>(number); });
      if (const int road = step.what - kDeskWhats - kDutyWhats; road >= 0 && road < kRoadWhats)
        return detail::ofRoad(step, road);
      if (step.what > 50 && step.what < 62) return detail::receipt(step, step.what - 51);
      return std::nullopt;
  }
}
/// The seat undoes what it did.
inline bool takesBack(const Step& step) {
  return step.what == kWhats - 2;
}
/// The seat hears from another seat, some of it and in any order.
inline bool hears(const Step& step) {
  return step.what == kWhats - 1;
}

/// What holds in every situation, however it came about. @return the first thing that does not, or nothing.
inline std::string broken(const Situation& s) {
  std::string fault;
  s.depots.forEach([&](const Uuid&, const Depot& depot) {
    for (const StockLine& line : depot.stocks)
      if (line.quantity.milli < 0 || line.reserved.milli < 0 || line.reserved > line.quantity)
        fault = depot.name + ": " + line.item + " " + line.quantity.text() + ", reserved " + line.reserved.text();
  });
  s.shelters.forEach([&](const Uuid&, const Shelter& shelter) {
    if (shelter.occupants < 0 || (shelter.occupants > 0 && shelter.status != ShelterStatus::open))
      fault = shelter.name + ": " + std::to_string(shelter.occupants) + " people, " +
              std::string(nameOf(shelter.status).code);
  });
  s.teams.forEach([&](const Uuid&, const Team& team) {
    const bool bound =
        team.status == TeamStatus::reserved || team.status == TeamStatus::enRoute || team.status == TeamStatus::onScene;
    if (bound != team.assignment.has_value()) fault = team.name + " is " + std::string(nameOf(team.status).code);
  });
  s.incidents.forEach([&](const Uuid&, const Incident& incident) {
    if (incident.open() == incident.closedAt.has_value()) fault = incident.title + " is neither open nor closed";
  });
  return fault;
}

}  // namespace fengsui::story

namespace rc {
template <>
struct Arbitrary<fengsui::story::Step> {
  static Gen<fengsui::story::Step> arbitrary() {
    using fengsui::story::Step;
    return gen::build<Step>(
        gen::set(&Step::seat, gen::inRange(0, 3)), gen::set(&Step::what, gen::inRange(0, fengsui::story::kWhats)),
        gen::set(&Step::which, gen::inRange(0, 6)), gen::set(&Step::other, gen::inRange(0, 5)),
        gen::set(&Step::amount, gen::inRange(0, 10)), gen::set(&Step::waitMs, gen::element(0, 0, 1, 1000)));
  }
};
}  // namespace rc
