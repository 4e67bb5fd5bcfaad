// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/desk.h"

// The rules, one by one, each with the sentence that names it.

namespace fengsui {
namespace {

using story::pumpsIn;
using story::the;
using ::testing::HasSubstr;

SendTeam send(int team, int incident) {
  return {the<Team>(team), the<Incident>(incident), "", std::nullopt, std::nullopt};
}
const Quantity kThree = Quantity::of(3);

// ---- teams

TEST(Decide, ATeamOnItsWayIsNotSentElsewhereWithoutRelease) {
  Desk desk = Desk::ofTheStories();
  desk.does(send(0, 0));
  EXPECT_THAT(desk.refuses(send(0, 1)), HasSubstr("cannot be sent elsewhere without release"));
  desk.does(TeamArrives{the<Team>(0)});
  EXPECT_THAT(desk.refuses(send(0, 1)), HasSubstr("cannot be sent elsewhere without release"));
  desk.does(ReleaseTeam{the<Team>(0), ""});
  EXPECT_EQ(desk.the<Team>(0).status, TeamStatus::returning);
  desk.does(send(0, 1));
  EXPECT_EQ(desk.the<Team>(0).assignment->incident, the<Incident>(1));
}

TEST(Decide, AReservedTeamGoesOnlyWhereItIsReservedFor) {
  Desk desk = Desk::ofTheStories();
  desk.does(ReserveTeam{the<Team>(0), the<Incident>(0), ""});
  EXPECT_THAT(desk.refuses(send(0, 1)), HasSubstr("is reserved for 第0号山洪"));
  EXPECT_THAT(desk.refuses(ReserveTeam{the<Team>(0), the<Incident>(0), ""}), HasSubstr("reserved already"));
  desk.does(send(0, 0));
  EXPECT_EQ(desk.the<Team>(0).status, TeamStatus::enRoute);
}

TEST(Decide, AReservedTeamThatIsReleasedIsFreeAtOnce) {
  Desk desk = Desk::ofTheStories();
  desk.does(ReserveTeam{the<Team>(0), the<Incident>(0), ""});
  desk.does(ReleaseTeam{the<Team>(0), ""});
  EXPECT_EQ(desk.the<Team>(0).status, TeamStatus::available);
}

TEST(Decide, ATeamThatMustBeAskedIsNotSent) {
  Desk desk = Desk::ofTheStories();
  EXPECT_THAT(desk.refuses(send(2, 0)), HasSubstr("asked through 消防支队, not sent"));
  EXPECT_THAT(desk.refuses(ReserveTeam{the<Team>(2), the<Incident>(0), ""}), HasSubstr("not sent"));
  EXPECT_THAT(desk.refuses(AskTeam{the<Team>(0), the<Incident>(0), ""}), HasSubstr("it is sent, not asked"));
  EXPECT_THAT(desk.refuses(AnswerRequest{the<Team>(2), true, "", "", std::nullopt}), HasSubstr("has not been asked"));
  desk.does(AskTeam{the<Team>(2), the<Incident>(0), "抽水"});
  EXPECT_THAT(desk.refuses(AskTeam{the<Team>(2), the<Incident>(1), ""}), HasSubstr("asked already"));
  desk.does(AnswerRequest{the<Team>(2), true, "", "", std::nullopt});
  EXPECT_EQ(desk.the<Team>(2).status, TeamStatus::enRoute);
  EXPECT_EQ(desk.the<Team>(2).assignment->task, "抽水");
  EXPECT_EQ(desk.the<Team>(2).request, std::nullopt);
}

TEST(Decide, ATeamThatDeclinesStaysWhereItIs) {
  Desk desk = Desk::ofTheStories();
  desk.does(AskTeam{the<Team>(2), the<Incident>(0), ""});
  desk.does(AnswerRequest{the<Team>(2), false, "", "另有任务", std::nullopt});
  EXPECT_EQ(desk.the<Team>(2).status, TeamStatus::available);
  EXPECT_EQ(desk.the<Team>(2).request, std::nullopt);
}

TEST(Decide, ATeamArrivesReturnsAndStandsDownInItsTurn) {
  Desk desk = Desk::ofTheStories();
  EXPECT_THAT(desk.refuses(TeamArrives{the<Team>(0)}), HasSubstr("is not on its way (available)"));
  EXPECT_THAT(desk.refuses(TeamReturns{the<Team>(0)}), HasSubstr("is not on its way home"));
  EXPECT_THAT(desk.refuses(ReleaseTeam{the<Team>(0), ""}), HasSubstr("no task to be released from"));
  EXPECT_THAT(desk.refuses(StandTo{the<Team>(0)}), HasSubstr("is available already"));
  desk.does(StandDown{the<Team>(0), "车辆故障"});
  EXPECT_THAT(desk.refuses(StandDown{the<Team>(0), ""}), HasSubstr("unavailable already"));
  EXPECT_THAT(desk.refuses(send(0, 0)), HasSubstr("is unavailable: 车辆故障"));
  desk.does(StandTo{the<Team>(0)});
  desk.does(send(0, 0));
  EXPECT_THAT(desk.refuses(StandDown{the<Team>(0), ""}), HasSubstr("release it first"));
  EXPECT_THAT(desk.refuses(Retire<Team>{the<Team>(0), ""}), HasSubstr("cannot be taken off the list"));
}

TEST(Decide, TimesMustMakeSense) {
  Desk desk = Desk::ofTheStories();
  SendTeam order = send(0, 0);
  order.etaAt = Instant{1};
  EXPECT_THAT(desk.refuses(order), HasSubstr("before the departure"));
  EXPECT_THAT(desk.refuses(ReportPosition{the<Team>(0), {{1, 1}, Instant{4'000'000'000'000}, ""}}),
              HasSubstr("future"));
}

// ---- incidents, figures, responses

TEST(Decide, AClosedIncidentGetsNoTeamsAndIsReopenedFirst) {
  Desk desk = Desk::ofTheStories();
  desk.does(CloseIncident{the<Incident>(0), false, "水退"});
  for (const Command& command : std::vector<Command>{
           send(0, 0), ReserveTeam{the<Team>(0), the<Incident>(0), ""}, AskTeam{the<Team>(2), the<Incident>(0), ""},
           ReserveStock{pumpsIn(0), kThree, the<Incident>(0)}, IssueStock{pumpsIn(0), kThree, the<Incident>(0), false},
           CloseIncident{the<Incident>(0), false, ""}, Revise<Incident>{the<Incident>(0), {{"note", "x"}}}})
    EXPECT_THAT(desk.refuses(command), HasSubstr("is closed"));
  desk.does(ReopenIncident{the<Incident>(0), "又涨"});
  EXPECT_THAT(desk.refuses(ReopenIncident{the<Incident>(0), ""}), HasSubstr("open already"));
  desk.does(send(0, 0));
  EXPECT_THAT(desk.refuses(CloseIncident{the<Incident>(0), false, ""}),
              HasSubstr("teams bound to it cannot be closed"));
}

TEST(Decide, AnIncidentIsClosedByItsCommandAndByNothingElse) {
  Desk desk = Desk::ofTheStories();
  for (const Json& status : {Json("closed"), Json("withdrawn"), Json("reported"), Json()})
    EXPECT_THAT(desk.refuses(Revise<Incident>{the<Incident>(0), {{"status", status}}}), HasSubstr("its own command"));
  desk.does(Revise<Incident>{the<Incident>(0), {{"status", "underway"}}});
}

TEST(Decide, AFigureSaysWhoseCountItIs) {
  Desk desk = Desk::ofTheStories();
  const Figure figure{FigureKind::trapped, 12, "公安", {}, Verification::pending, true};
  Figure nobodys = figure;
  nobodys.source.clear();
  Figure negative = figure;
  negative.count = -1;
  EXPECT_THAT(desk.refuses(ReportFigure{the<Incident>(0), nobodys}), HasSubstr("whose count is it"));
  EXPECT_THAT(desk.refuses(ReportFigure{the<Incident>(0), negative}), HasSubstr("cannot be negative"));
  desk.does(ReportFigure{the<Incident>(0), figure});
  EXPECT_FALSE(desk.the<Incident>(0).figures[0].decided) << "a report does not decide";
  EXPECT_THAT(desk.refuses(DecideFigure{the<Incident>(0), FigureKind::trapped, "属地", ""}),
              HasSubstr("no such figure"));
  EXPECT_THAT(desk.refuses(DecideFigure{the<Incident>(0), FigureKind::trapped, "公安", ""}), HasSubstr("why does"));
  desk.does(DecideFigure{the<Incident>(0), FigureKind::trapped, "公安", "现场核实"});
  EXPECT_TRUE(desk.the<Incident>(0).figures[0].decided);
}

TEST(Decide, CountsOfDifferentSourcesStandBesideEachOther) {
  Desk desk = Desk::ofTheStories();
  for (const char* source : {"公安", "属地"})
    desk.does(ReportFigure{the<Incident>(0), {FigureKind::missing, 2, source, {}, Verification::pending, false}});
  EXPECT_EQ(desk.the<Incident>(0).figures.size(), 2u);
}

TEST(Decide, AResponseNeedsASignature) {
  Desk desk = Desk::ofTheStories();
  Response response;
  response.id = the<Response>(5);
  response.level = "三级";
  EXPECT_THAT(desk.refuses(ActivateResponse{response}), HasSubstr("the name of who signed"));
  EXPECT_THAT(desk.refuses(DeclineResponse{response}), HasSubstr("needs a name and a reason"));
  EXPECT_THAT(desk.refuses(ChangeResponseLevel{the<Response>(0), "三级", "", ""}), HasSubstr("who signed"));
  EXPECT_THAT(desk.refuses(ChangeResponseLevel{the<Response>(0), "四级", "李区长", ""}),
              HasSubstr("at level 四级 already"));
  EXPECT_THAT(desk.refuses(EndResponse{the<Response>(0), "", ""}), HasSubstr("who approved it"));
  desk.does(EndResponse{the<Response>(0), "李区长", ""});
  EXPECT_THAT(desk.refuses(EndResponse{the<Response>(0), "李区长", ""}), HasSubstr("is ended"));
  EXPECT_THAT(desk.refuses(ChangeResponseLevel{the<Response>(0), "三级", "李区长", ""}), HasSubstr("is ended"));
}

// ---- supplies and shelters

TEST(Decide, StockNeverGoesBelowZero) {
  Desk desk = Desk::ofTheStories();
  const auto incident = the<Incident>(0);
  desk.does(ReserveStock{pumpsIn(0), Quantity::of(6), incident});
  EXPECT_THAT(desk.refuses(ReserveStock{pumpsIn(0), kThree, incident}),
              HasSubstr("never goes below zero: 3 台 of 抽水泵"));
  EXPECT_THAT(desk.refuses(IssueStock{pumpsIn(0), kThree, incident, false}), HasSubstr("never goes below zero"));
  EXPECT_THAT(desk.refuses(MoveStock{pumpsIn(0), the<Depot>(1), kThree}), HasSubstr("2 台 free (6 台 reserved)"));
  EXPECT_THAT(desk.refuses(UnreserveStock{pumpsIn(0), Quantity::of(7), incident}), HasSubstr("only 6 台 are reserved"));
  EXPECT_THAT(desk.refuses(CountStock{pumpsIn(0), "", Quantity::of(5)}), HasSubstr("fewer counted than are reserved"));
  desk.does(IssueStock{pumpsIn(0), Quantity::of(6), incident, true});
  EXPECT_EQ(desk.the<Depot>(0).stocks[0].quantity, Quantity::of(2));
  EXPECT_EQ(desk.the<Depot>(0).stocks[0].reserved, Quantity{});
}

TEST(Decide, AmountsAreMoreThanZeroAndOfSomethingThatIsKept) {
  Desk desk = Desk::ofTheStories();
  for (const Quantity none : {Quantity{}, Quantity::of(-1)}) {
    EXPECT_THAT(desk.refuses(ReceiveStock{pumpsIn(0), "", none, ""}), HasSubstr("more than zero"));
    EXPECT_THAT(desk.refuses(MoveStock{pumpsIn(0), the<Depot>(1), none}), HasSubstr("more than zero"));
    EXPECT_THAT(desk.refuses(ReserveStock{pumpsIn(0), none, the<Incident>(0)}), HasSubstr("more than zero"));
    EXPECT_THAT(desk.refuses(UnreserveStock{pumpsIn(0), none, the<Incident>(0)}), HasSubstr("more than zero"));
    EXPECT_THAT(desk.refuses(IssueStock{pumpsIn(0), none, the<Incident>(0), false}), HasSubstr("more than zero"));
  }
  const StockKey boats{the<Depot>(0), "冲锋舟", "艘"};
  EXPECT_THAT(desk.refuses(ReserveStock{boats, kThree, the<Incident>(0)}), HasSubstr("keeps no \"冲锋舟\""));
  EXPECT_THAT(desk.refuses(ReceiveStock{{the<Depot>(0), "", "台"}, "", kThree, ""}), HasSubstr("which item"));
  EXPECT_THAT(desk.refuses(CountStock{boats, "", Quantity::of(-1)}), HasSubstr("cannot be negative"));
  EXPECT_THAT(desk.refuses(MoveStock{pumpsIn(0), the<Depot>(0), kThree}), HasSubstr("in that depot already"));
}

TEST(Decide, PeopleAreCountedInOpenSheltersOnly) {
  Desk desk = Desk::ofTheStories();
  const auto shelter = the<Shelter>(0);
  EXPECT_THAT(desk.refuses(CheckIn{shelter, 5, ""}), HasSubstr("is not open"));
  EXPECT_THAT(desk.refuses(CloseShelter{shelter}), HasSubstr("closed already"));
  desk.does(OpenShelter{shelter});
  EXPECT_THAT(desk.refuses(OpenShelter{shelter}), HasSubstr("open already"));
  EXPECT_THAT(desk.refuses(CheckIn{shelter, 0, ""}), HasSubstr("more than zero"));
  desk.does(CheckIn{shelter, 5, "北沟村"});
  EXPECT_THAT(desk.refuses(CheckOut{shelter, 6, ""}), HasSubstr("has only 5 people"));
  EXPECT_THAT(desk.refuses(CloseShelter{shelter}), HasSubstr("still has 5 people"));
  EXPECT_THAT(desk.refuses(Retire<Shelter>{shelter, ""}), HasSubstr("has people in it"));
  desk.does(CheckOut{shelter, 5, ""});
  desk.does(CloseShelter{shelter});
}

// ---- registering, editing, duty

TEST(Decide, ANewThingNeedsANameAnIdAndNoHistory) {
  Desk desk = Desk::ofTheStories();
  Team team;
  team.id = the<Team>(9);
  EXPECT_THAT(desk.refuses(Register<Team>{team}), HasSubstr("needs a name"));
  team.name = "新队";
  team.status = TeamStatus::onScene;
  EXPECT_THAT(desk.refuses(Register<Team>{team}), HasSubstr("it is sent afterwards"));
  team.status = TeamStatus::available;
  team.assignment = Assignment{the<Incident>(0), {}, "", {}, {}};
  EXPECT_THAT(desk.refuses(Register<Team>{team}), HasSubstr("has no task yet"));
  team.assignment.reset();
  team.id = the<Team>(0);
  EXPECT_THAT(desk.refuses(Register<Team>{team}), HasSubstr("an id of its own"));
  Depot depot;
  depot.id = the<Depot>(9);
  depot.name = "新库";
  depot.stocks = {{"帐篷", "", "顶", Quantity::of(1), Quantity::of(2)}};
  EXPECT_THAT(desk.refuses(Register<Depot>{depot}), HasSubstr("never goes below zero: 帐篷"));
  depot.stocks = {{"帐篷", "", "顶", kThree, {}}, {"帐篷", "", "顶", kThree, {}}};
  EXPECT_THAT(desk.refuses(Register<Depot>{depot}), HasSubstr("stands twice: 帐篷"));
  Shelter shelter;
  shelter.id = the<Shelter>(9);
  shelter.name = "新校";
  shelter.occupants = 3;
  EXPECT_THAT(desk.refuses(Register<Shelter>{shelter}), HasSubstr("only an open shelter"));
}

TEST(Decide, WhatGoesOnIsNotEdited) {
  Desk desk = Desk::ofTheStories();
  for (const char* field : {"status", "assignment", "request", "lastFix", "unavailableBecause", "stamp", "id"})
    EXPECT_THAT(desk.refuses(Revise<Team>{the<Team>(0), {{field, "x"}}}), HasSubstr("changes by what happens"));
  EXPECT_THAT(desk.refuses(Revise<Depot>{the<Depot>(0), {{"stocks", Json::array()}}}),
              HasSubstr("changes by what happens"));
  EXPECT_THAT(desk.refuses(Revise<Shelter>{the<Shelter>(0), {{"occupants", 3}}}), HasSubstr("changes by what happens"));
  EXPECT_THAT(desk.refuses(Revise<Team>{the<Team>(0), {{"mood", "good"}}}), HasSubstr("no such field"));
  EXPECT_THAT(desk.refuses(Revise<Team>{the<Team>(0), {{"strength", "many"}}}), HasSubstr("whole number"));
  EXPECT_THAT(desk.refuses(Revise<Team>{the<Team>(0), {{"name", Json()}}}), HasSubstr("cannot be emptied"));
  EXPECT_TRUE(desk.does(Revise<Team>{the<Team>(0), {{"name", "第0救援队"}}}).empty()) << "no change, no entry";
}

TEST(Decide, APostIsTakenAndLeft) {
  Desk desk = Desk::ofTheStories();
  EXPECT_THAT(desk.refuses(LeaveDuty{the<Post>(0)}), HasSubstr("nobody is on duty"));
  desk.does(TakeDuty{the<Post>(0), the<Person>(0)});
  EXPECT_THAT(desk.refuses(TakeDuty{the<Post>(0), the<Person>(0)}), HasSubstr("on duty there already"));
  EXPECT_THAT(desk.refuses(TakeDuty{the<Post>(0), the<Person>(9)}), HasSubstr("has no person"));
  desk.does(LeaveDuty{the<Post>(0)});
}

TEST(Decide, SaysWhatThisStationDoesNotHave) {
  Desk desk = Desk::ofTheStories();
  EXPECT_THAT(desk.refuses(send(9, 0)), HasSubstr("this station has no team"));
  EXPECT_THAT(desk.refuses(send(0, 9)), HasSubstr("this station has no incident"));
  EXPECT_THAT(desk.refuses(MoveStock{pumpsIn(0), the<Depot>(9), kThree}), HasSubstr("no supply depot"));
  EXPECT_THAT(desk.refuses(ResolveConflict{Uuid{}, "x"}), HasSubstr("no such conflict"));
}

// ---- tables

ImportRow row(int number, Json fields) {
  return {story::idOf(77, number), number, std::move(fields)};
}

TEST(Import, FindsWhatItMeansByKeyAndElseByName) {
  Desk desk = Desk::ofTheStories();
  desk.does(
      Import<Team>{{row(2, {{"key", "T0"}, {"name", "改名队"}}), row(3, {{"name", "第1救援队"}, {"strength", 30}}),
                    row(4, {{"key", "T9"}, {"name", "第9救援队"}})}});
  EXPECT_EQ(desk.situation().teams.size(), 4u);
  EXPECT_EQ(desk.the<Team>(0).name, "改名队");
  EXPECT_EQ(desk.the<Team>(1).strength, 30);
}

TEST(Import, AgainDoublesNothing) {
  Desk desk = Desk::ofTheStories();
  const Import<Place> table{{row(2, {{"key", "P1"}, {"name", "北沟村"}}), row(3, {{"name", "西庄"}})}};
  EXPECT_EQ(desk.does(table).size(), 2u);
  EXPECT_TRUE(desk.does(table).empty());
  EXPECT_EQ(desk.situation().places.size(), 2u);
}

TEST(Import, LeavesAloneWhatIsGoingOn) {
  Desk desk = Desk::ofTheStories();
  desk.does(send(0, 0));
  desk.does(Import<Team>{{row(2, {{"key", "T0"}, {"status", "available"}, {"assignment", Json()}, {"strength", 12}})}});
  EXPECT_EQ(desk.the<Team>(0).status, TeamStatus::enRoute);
  EXPECT_EQ(desk.the<Team>(0).strength, 12);
}

TEST(Import, CountsTheStockOfADepotThatIsKnown) {
  Desk desk = Desk::ofTheStories();
  const auto stock = [](const char* item, int milli) {
    return Json{{"item", item}, {"unit", "台"}, {"quantity", milli}};
  };
  const auto events = desk.does(Import<Depot>{
      {row(2, {{"key", "D0"}, {"name", "第0物资库"}, {"stocks", {stock("抽水泵", 5000), stock("发电机", 2000)}}})}});
  EXPECT_EQ(events.size(), 2u);
  EXPECT_EQ(desk.the<Depot>(0).line("抽水泵", "台")->quantity, Quantity::of(5));
  EXPECT_EQ(desk.the<Depot>(0).line("发电机", "台")->quantity, Quantity::of(2));
  desk.does(ReserveStock{pumpsIn(0), Quantity::of(4), the<Incident>(0)});
  EXPECT_THAT(desk.refuses(Import<Depot>{{row(2, {{"key", "D0"}, {"stocks", {stock("抽水泵", 3000)}}})}}),
              HasSubstr("fewer than are reserved"));
  EXPECT_THAT(desk.refuses(
                  Import<Depot>{{row(2, {{"key", "D0"}, {"stocks", {stock("发电机", 1000), stock("发电机", 2000)}}})}}),
              HasSubstr("stands twice: 发电机"));
}

TEST(Import, NamesTheRowAndTheValueThatDoNotFit) {
  Desk desk = Desk::ofTheStories();
  Team twin;
  twin.id = the<Team>(8);
  twin.name = "第0救援队";
  desk.does(Register<Team>{twin});
  const auto place = [&](const Command& command) {
    const auto decided = decide(desk.situation(), command, {});
    EXPECT_FALSE(decided);
    return decided ? ErrorPlace{} : decided.error().place;
  };
  EXPECT_EQ(place(Import<Team>{{row(2, {{"name", "甲"}}), row(3, {{"name", "第0救援队"}})}}),
            (ErrorPlace{"", 3, 0, "name", "第0救援队"}))
      << "two carry this name";
  EXPECT_EQ(place(Import<Team>{{row(2, {{"name", "甲"}}), row(3, {{"name", "甲"}})}}),
            (ErrorPlace{"", 3, 0, "name", "甲"}));
  EXPECT_EQ(place(Import<Team>{{row(2, {{"key", "T1"}}), row(3, {{"key", "T1"}})}}),
            (ErrorPlace{"", 3, 0, "key", "T1"}));
  EXPECT_EQ(place(Import<Team>{{row(2, {{"name", "甲"}, {"strength", "many"}})}}).field, "strength");
  EXPECT_EQ(place(Import<Team>{{row(2, {{"name", "甲"}}), row(3, {{"strength", 3}})}}),
            (ErrorPlace{"", 3, 0, "name", ""}));
  EXPECT_EQ(desk.situation().teams.size(), 4u) << "all or nothing";
}

TEST(Import, ReportsIncidentsAlsoWithoutATitle) {
  Desk desk = Desk::ofTheStories();
  desk.does(Import<Incident>{{row(2, {{"kind", "flood"}, {"locality", "怀北镇"}}),
                              row(3, {{"kind", "geological"}, {"locality", "琉璃庙镇"}, {"status", "closed"}})}});
  EXPECT_EQ(desk.situation().incidents.size(), 5u);
  const Incident* second = desk.situation().incidents.find(story::idOf(77, 3));
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(second->title, "琉璃庙镇地质灾害");
  EXPECT_TRUE(second->open());
}

}  // namespace
}  // namespace fengsui
