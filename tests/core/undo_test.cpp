// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/desk.h"
#include "support/property.h"

namespace fengsui {
namespace {

using story::the;

const Quantity kThree = Quantity::of(3);

// Every event that can be taken back, each on top of what makes it interesting.
struct Case {
  const char* what;
  std::vector<Command> before;
  Command command;
};

std::vector<Case> cases() {
  const auto send = [](int team, int incident) {
    return SendTeam{the<Team>(team), the<Incident>(incident), "转移群众", std::nullopt, std::nullopt};
  };
  const AskTeam ask{the<Team>(2), the<Incident>(0), "抽水"};
  const AnswerRequest yes{the<Team>(2), true, "", "", std::nullopt};
  const ReserveTeam reserve{the<Team>(0), the<Incident>(0), "待命"};
  const StockKey pumps = story::pumpsIn(0);
  const StockKey boats{the<Depot>(0), "冲锋舟", "艘"};
  Place place;
  place.id = the<Place>(9);
  place.name = "北沟村";
  Figure figure{FigureKind::trapped, 12, "公安", Instant{1784554800000}, Verification::pending, false};
  Figure more = figure;
  more.count = 15;
  more.cutOff = Instant{1784554900000};
  Figure towns = figure;
  towns.source = "属地";
  RoadClosure bridge;
  bridge.id = the<RoadClosure>(0);
  bridge.name = "怀北大桥";
  bridge.shape = Shape::at({1166400000, 403200000});
  RoadClosure tomorrow = bridge;
  tomorrow.spans = {{Instant{1784640000000}, std::nullopt}};
  const std::vector<ClosedSpan> later{{Instant{1784560000000}, std::nullopt}};
  const TakeDuty wang{the<Post>(0), the<Person>(0)};
  const TakeDuty li{the<Post>(0), the<Person>(1)};
  return {
      {"register", {}, Register<Place>{place}},
      {"revise", {}, Revise<Team>{the<Team>(0), {{"town", "怀北镇"}, {"strength", 20}, {"name", "新名"}}}},
      {"revise one field twice", {}, Revise<Team>{the<Team>(0), {{"town", "怀北镇"}, {"town", "桥梓镇"}}}},
      {"retire", {}, Retire<Depot>{the<Depot>(0), "撤点"}},
      {"retire a team on its way home", {send(0, 0), ReleaseTeam{the<Team>(0), ""}}, Retire<Team>{the<Team>(0), ""}},
      {"close an incident", {}, CloseIncident{the<Incident>(0), false, "水退"}},
      {"reopen", {CloseIncident{the<Incident>(0), false, "水退"}}, ReopenIncident{the<Incident>(0), "又涨"}},
      {"reopen a withdrawn one", {CloseIncident{the<Incident>(0), true, "误报"}}, ReopenIncident{the<Incident>(0), ""}},
      {"a figure", {}, ReportFigure{the<Incident>(0), figure}},
      {"a newer figure", {ReportFigure{the<Incident>(0), figure}}, ReportFigure{the<Incident>(0), more}},
      {"whose count holds",
       {ReportFigure{the<Incident>(0), figure}},
       DecideFigure{the<Incident>(0), FigureKind::trapped, "公安", "现场核实"}},
      {"whose count holds instead",
       {ReportFigure{the<Incident>(0), figure}, ReportFigure{the<Incident>(0), towns},
        DecideFigure{the<Incident>(0), FigureKind::trapped, "公安", "现场核实"}},
       DecideFigure{the<Incident>(0), FigureKind::trapped, "属地", "名单比对"}},
      {"a newer figure of the office whose count holds",
       {ReportFigure{the<Incident>(0), figure}, DecideFigure{the<Incident>(0), FigureKind::trapped, "公安", "核实"}},
       ReportFigure{the<Incident>(0), more}},
      {"a level", {}, ChangeResponseLevel{the<Response>(0), "三级", "李区长", "怀应急〔2026〕7号"}},
      {"end a response", {}, EndResponse{the<Response>(0), "李区长", "雨停"}},
      {"do a line of a checklist", {}, MarkItem{the<ChecklistItem>(0), ItemMark::done, "已办", {}, "李梅"}},
      {"do a repeated line", {}, MarkItem{the<ChecklistItem>(2), ItemMark::done, "已办", {}, "李梅"}},
      {"skip a line", {}, MarkItem{the<ChecklistItem>(0), ItemMark::skipped, "无此情形", {}, "李梅"}},
      {"an arrival", {}, NoteArrival{the<Response>(0), "属地", "王强"}},
      {"reserve a team", {}, reserve},
      {"send a team", {}, send(0, 0)},
      {"send a reserved team", {reserve}, send(0, 0)},
      {"send a team that was returning", {send(0, 1), ReleaseTeam{the<Team>(0), ""}}, send(0, 0)},
      {"ask a team", {}, ask},
      {"a team that was asked and agreed", {ask}, yes},
      {"stand down", {}, StandDown{the<Team>(0), "车辆故障"}},
      {"stand down on the way home", {send(0, 0), ReleaseTeam{the<Team>(0), ""}}, StandDown{the<Team>(0), "爆胎"}},
      {"stand to", {StandDown{the<Team>(0), "车辆故障"}}, StandTo{the<Team>(0)}},
      {"receive", {}, ReceiveStock{pumps, "", kThree, "市库"}},
      {"receive something new", {}, ReceiveStock{boats, "2010101", kThree, "市库"}},
      {"move", {}, MoveStock{pumps, the<Depot>(1), kThree}},
      {"move something new", {ReceiveStock{boats, "", kThree, ""}}, MoveStock{boats, the<Depot>(1), kThree}},
      {"reserve stock", {}, ReserveStock{pumps, kThree, the<Incident>(0)}},
      {"unreserve", {ReserveStock{pumps, kThree, the<Incident>(0)}}, UnreserveStock{pumps, kThree, the<Incident>(0)}},
      {"issue", {}, IssueStock{pumps, kThree, the<Incident>(0), false}},
      {"issue reserved",
       {ReserveStock{pumps, kThree, the<Incident>(0)}},
       IssueStock{pumps, kThree, the<Incident>(0), true}},
      {"count", {}, CountStock{pumps, "", kThree}},
      {"count something new", {}, CountStock{boats, "", kThree}},
      {"leave duty", {wang}, LeaveDuty{the<Post>(0)}},
      {"open a shelter", {}, OpenShelter{the<Shelter>(0)}},
      {"close a shelter", {OpenShelter{the<Shelter>(0)}}, CloseShelter{the<Shelter>(0)}},
      {"check in", {OpenShelter{the<Shelter>(0)}}, CheckIn{the<Shelter>(0), 31, "北沟村"}},
      {"check out",
       {OpenShelter{the<Shelter>(0)}, CheckIn{the<Shelter>(0), 31, ""}},
       CheckOut{the<Shelter>(0), 30, ""}},
      {"close a road", {}, Register<RoadClosure>{bridge}},
      {"open a road", {Register<RoadClosure>{bridge}}, OpenRoad{bridge.id, "水退"}},
      {"open a road before it was closed", {Register<RoadClosure>{tomorrow}}, OpenRoad{bridge.id, "雨停"}},
      {"close it again",
       {Register<RoadClosure>{bridge}, OpenRoad{bridge.id, "水退"}},
       Revise<RoadClosure>{bridge.id, {{"spans", encode(later)}}}},
      {"take a closure off the list", {Register<RoadClosure>{bridge}}, Retire<RoadClosure>{bridge.id, "误报"}},
      {"take duty", {}, wang},
      {"relieve", {wang}, li},
  };
}

TEST(Undo, GivesBackExactlyWhatWas) {
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.what);
    Desk desk = Desk::ofTheStories();
    for (const Command& command : one.before) desk.does(command);
    const Json before = withoutTraces(desk.situation());
    const auto events = desk.does(one.command);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_NE(withoutTraces(desk.situation()), before) << "the command changed nothing";
    desk.does(Undo{events[0]});
    EXPECT_EQ(Json::diff(before, withoutTraces(desk.situation())), Json::array());
    EXPECT_TRUE(desk.situation().conflicts.empty());
    EXPECT_EQ(desk.refuses(Undo{events[0]}), "this has been taken back already");
  }
}

TEST(Undo, LeavesAWithdrawnIncidentWhereAReportWasTakenBack) {
  Desk desk = Desk::ofTheStories();
  Incident incident;
  incident.id = the<Incident>(7);
  incident.title = "误报";
  const auto events = desk.does(ReportIncident{incident});
  desk.does(Undo{events[0]});
  EXPECT_EQ(desk.the<Incident>(7).status, IncidentStatus::withdrawn);
  EXPECT_EQ(desk.the<Incident>(7).closedBecause, "undone");
}

TEST(Undo, IsRefusedWhereSomethingElseHappenedSince) {
  Desk desk = Desk::ofTheStories();
  const auto sent = desk.does(SendTeam{the<Team>(0), the<Incident>(0), "", std::nullopt, std::nullopt});
  desk.does(TeamArrives{the<Team>(0)});
  EXPECT_NE(desk.refuses(Undo{sent[0]}).find("something else happened since"), std::string::npos);
  const auto received = desk.does(ReceiveStock{story::pumpsIn(0), "", kThree, ""});
  desk.does(IssueStock{story::pumpsIn(0), Quantity::of(9), the<Incident>(0), false});
  EXPECT_NE(desk.refuses(Undo{received[0]}).find("something else happened since"), std::string::npos);
}

TEST(Undo, BringsAWithdrawnCountBackWithTheDecisionThatItHolds) {
  Desk desk = Desk::ofTheStories();
  const Figure police{FigureKind::missing, 5, "公安", {}, Verification::pending, false};
  const Figure town{FigureKind::missing, 3, "属地", {}, Verification::pending, false};
  desk.does(ReportFigure{the<Incident>(0), town});
  const auto reported = desk.does(ReportFigure{the<Incident>(0), police});
  desk.does(DecideFigure{the<Incident>(0), FigureKind::missing, "公安", "名单比对"});
  const Situation before = desk.situation();
  const auto withdrawn = desk.does(Undo{reported[0]});
  for (const Figure& figure : desk.the<Incident>(0).figures) EXPECT_NE(figure.source, "公安");
  desk.does(Undo{withdrawn[0]});
  EXPECT_EQ(desk.the<Incident>(0).figures, before.find(the<Incident>(0))->figures);
  // Where another count holds by now, the one that comes back does not hold beside it.
  const auto again = desk.does(Undo{desk.does(ReportFigure{the<Incident>(0), police})[0]});
  desk.does(DecideFigure{the<Incident>(0), FigureKind::missing, "属地", "名单比对"});
  desk.does(Undo{again[0]});
  int holding = 0;
  for (const Figure& figure : desk.the<Incident>(0).figures)
    holding += figure.kind == FigureKind::missing && figure.decided;
  EXPECT_EQ(holding, 1);
}

TEST(Undo, SaysThatSomeEntriesAreCorrectedByNewOnes) {
  Desk desk = Desk::ofTheStories();
  desk.does(SendTeam{the<Team>(0), the<Incident>(0), "", std::nullopt, std::nullopt});
  const auto arrived = desk.does(TeamArrives{the<Team>(0)});
  EXPECT_NE(desk.refuses(Undo{arrived[0]}).find("corrected by a new one"), std::string::npos);
}

// ---- what decide promises, on one desk and thousands of stories

TEST(Decide, NeverEmitsWhatFoldTurnsIntoAConflict) {
  const Desk start = Desk::ofTheStories();
  int done = 0;
  property("no conflict on one desk", 2000, 200, [&](const std::vector<story::Step>& steps) {
    Desk desk = start;
    std::vector<Event> events;
    for (const story::Step& step : steps) {
      Result<std::vector<Event>> happened = std::vector<Event>{};
      if (story::takesBack(step)) {
        const auto back = static_cast<std::size_t>(step.amount);
        if (back < events.size()) happened = desk.tries(Undo{events[events.size() - 1 - back]});
      } else if (const auto command = story::commandFor(step, desk.situation())) {
        happened = desk.tries(*command);
      }
      if (!happened) {
        RC_ASSERT(!happened.error().message.en.empty());
        RC_ASSERT(!happened.error().message.zh.empty());
        RC_ASSERT(happened.error().remedy.en.empty() == happened.error().remedy.zh.empty());
        continue;
      }
      for (Event& event : *happened) events.push_back(std::move(event));
      RC_ASSERT(story::broken(desk.situation()) == "");
      RC_ASSERT(desk.situation().conflicts.empty());
    }
    done += static_cast<int>(events.size());
  });
  EXPECT_GT(done, 10'000) << "too much was refused for this to show anything";
}

}  // namespace
}  // namespace fengsui
