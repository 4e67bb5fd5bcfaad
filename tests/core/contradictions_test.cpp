// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <limits>

#include "support/desk.h"

// What two desks decided apart, folded together: nothing is lost, nothing is invented, and both are shown.

namespace fengsui {
namespace {

using story::the;

struct TwoDesks {
  Desk here = Desk::ofTheStories();
  Desk there = here;

  void both(const Command& command) {
    here.does(command);
    there.does(command);
  }
  // What they do apart comes to `here` in this order.
  const Situation& after(const Command& mine, const Command& theirs) {
    here.does(mine);
    for (Event event : there.does(theirs)) {
      event.header.ref.origin.bytes[0] = 9;
      here.learns(event);
    }
    return here.situation();
  }
};

std::vector<ConflictKind> kinds(const Situation& s) {
  std::vector<ConflictKind> found;
  s.conflicts.forEach([&](const Uuid&, const Conflict& conflict) { found.push_back(conflict.kind); });
  return found;
}
using Kinds = std::vector<ConflictKind>;

TEST(Fold, KeepsTheTeamWhereItWasSentFirst) {
  TwoDesks desks;
  const auto& s = desks.after(SendTeam{the<Team>(0), the<Incident>(0), "", std::nullopt, std::nullopt},
                              SendTeam{the<Team>(0), the<Incident>(1), "", std::nullopt, std::nullopt});
  EXPECT_EQ(s.find(the<Team>(0))->assignment->incident, the<Incident>(0));
  EXPECT_EQ(kinds(s), Kinds{ConflictKind::teamSentTwice});
}

TEST(Fold, NeverPromisesMoreThanThereIs) {
  TwoDesks desks;
  const auto& s = desks.after(ReserveStock{story::pumpsIn(0), Quantity::of(6), the<Incident>(0)},
                              ReserveStock{story::pumpsIn(0), Quantity::of(6), the<Incident>(1)});
  EXPECT_EQ(s.find(the<Depot>(0))->stocks[0].reserved, Quantity::of(6));
  EXPECT_EQ(kinds(s), Kinds{ConflictKind::stockPromisedTwice});
}

TEST(Fold, LosesNoPumpOnTheWayToADepotThatIsGone) {
  TwoDesks desks;
  const auto& s =
      desks.after(Retire<Depot>{the<Depot>(1), ""}, MoveStock{story::pumpsIn(0), the<Depot>(1), Quantity::of(3)});
  EXPECT_EQ(s.find(the<Depot>(0))->stocks[0].quantity, Quantity::of(8));
  EXPECT_EQ(kinds(s), Kinds{ConflictKind::unknownSubject});
}

TEST(Fold, KeepsAShelterThatHasPeopleInIt) {
  TwoDesks desks;
  desks.both(OpenShelter{the<Shelter>(0)});
  const auto& s = desks.after(CheckIn{the<Shelter>(0), 31, "北沟村"}, Retire<Shelter>{the<Shelter>(0), "撤点"});
  ASSERT_NE(s.find(the<Shelter>(0)), nullptr);
  EXPECT_EQ(s.find(the<Shelter>(0))->occupants, 31);
  EXPECT_EQ(kinds(s), Kinds{ConflictKind::shelterCountContradicts});
}

TEST(Fold, TakesPeopleOutOnceWhereTwoSeatsUndoOneCheckIn) {
  TwoDesks desks;
  desks.both(OpenShelter{the<Shelter>(0)});
  desks.both(CheckIn{the<Shelter>(0), 40, "西庄"});
  const Event checkedIn = desks.here.does(CheckIn{the<Shelter>(0), 30, "北沟村"})[0];
  desks.there.learns(checkedIn);
  const auto& s = desks.after(Undo{checkedIn}, Undo{checkedIn});
  EXPECT_EQ(s.find(the<Shelter>(0))->occupants, 40);
  EXPECT_EQ(kinds(s), Kinds{ConflictKind::undoneTwice});
}

TEST(Fold, ShowsThatTwoSeatsGaveOnePostToTwoPeople) {
  TwoDesks desks;
  const auto& s = desks.after(TakeDuty{the<Post>(0), the<Person>(0)}, TakeDuty{the<Post>(0), the<Person>(1)});
  EXPECT_EQ(s.find(the<Post>(0))->onDuty->person, the<Person>(1));
  EXPECT_EQ(kinds(s), Kinds{ConflictKind::editedTwice});
}

TEST(Fold, LetsTheLaterOfTwoEditsStandAndShowsBoth) {
  TwoDesks desks;
  const auto& s = desks.after(Revise<Team>{the<Team>(0), {{"town", "怀北镇"}, {"strength", 9}}},
                              Revise<Team>{the<Team>(0), {{"town", "桥梓镇"}, {"strength", 12}}});
  EXPECT_EQ(s.find(the<Team>(0))->town, "桥梓镇");
  EXPECT_EQ(kinds(s), (Kinds{ConflictKind::editedTwice, ConflictKind::editedTwice})) << "one for each field";
}

TEST(Fold, TakesTwoEditsOfTwoColumnsOfOneThing) {
  TwoDesks desks;
  desks.both(Revise<Depot>{the<Depot>(0), {{"attributes", Json{{"屋顶", "彩钢"}, {"电话线", "有"}}}}});
  const auto& s = desks.after(Revise<Depot>{the<Depot>(0), {{"attributes.屋顶", "混凝土"}}},
                              Revise<Depot>{the<Depot>(0), {{"attributes", Json{{"屋顶", "彩钢"}, {"坡道", "1"}}}}});
  EXPECT_EQ(s.find(the<Depot>(0))->attributes, (Attributes{{"屋顶", "混凝土"}, {"坡道", "1"}}));
  EXPECT_EQ(kinds(s), Kinds{});
}

TEST(Fold, ShowsBothWhereTwoSeatsResolvedOneConflictDifferently) {
  TwoDesks desks;
  desks.after(TakeDuty{the<Post>(0), the<Person>(0)}, TakeDuty{the<Post>(0), the<Person>(1)});
  Uuid id;
  desks.here.situation().conflicts.forEach([&](const Uuid& each, const Conflict&) { id = each; });
  desks.there = desks.here;
  const auto& s = desks.after(ResolveConflict{id, "王强值班"}, ResolveConflict{id, "李梅值班"});
  EXPECT_EQ(s.conflicts.find(id)->resolution, "李梅值班");
  EXPECT_EQ(s.conflicts.size(), 2u);
}

TEST(Fold, ForgetsAResolutionOfWhatDoesNotContradictAnyMore) {
  TwoDesks desks;
  Desk alone = desks.here;
  desks.after(TakeDuty{the<Post>(0), the<Person>(0)}, TakeDuty{the<Post>(0), the<Person>(1)});
  Uuid id;
  desks.here.situation().conflicts.forEach([&](const Uuid& each, const Conflict&) { id = each; });
  for (const Event& event : desks.here.does(ResolveConflict{id, "王强值班"})) alone.learns(event);
  EXPECT_TRUE(alone.situation().conflicts.empty());
}

// Two seats promised the last pumps; what arrived meanwhile from a third changes by how much, not that they did.
TEST(Fold, KnowsAConflictAgainWhenALateEventChangesItsNumbers) {
  const Desk start = Desk::ofTheStories();
  Desk other = start;
  const Event promised = other.does(ReserveStock{story::pumpsIn(0), Quantity::of(7), the<Incident>(1)})[0];
  const auto conflictAfter = [&](Quantity promisedBefore) {
    Desk desk = start;
    desk.does(ReserveStock{story::pumpsIn(0), promisedBefore, the<Incident>(0)});
    desk.learns(promised);
    Conflict found;
    desk.situation().conflicts.forEach([&](const Uuid&, const Conflict& conflict) { found = conflict; });
    return found;
  };
  EXPECT_NE(conflictAfter(Quantity::of(6)).detail, conflictAfter(Quantity::of(5)).detail);
  EXPECT_EQ(conflictAfter(Quantity::of(6)).id, conflictAfter(Quantity::of(5)).id);
}

// Another program may send any bytes; no number in them may do harm.
TEST(Fold, BearsAnyNumber) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  for (const std::int64_t number : {least, least + 1, std::int64_t{-1}, most - 1, most}) {
    Desk desk = Desk::ofTheStories();
    desk.does(OpenShelter{the<Shelter>(0)});
    std::uint64_t sequence = 100;
    const auto comes = [&](EventBody body) {
      EventHeader header;
      header.ref = {story::idOf(9, 9), ++sequence};
      header.hlc = sequence << 40;
      for (int twice = 0; twice < 2; ++twice) desk.learns({header, body});
    };
    const Quantity amount{number};
    comes(StockReceived{story::pumpsIn(0), "", amount, ""});
    comes(StockReserved{story::pumpsIn(0), amount, the<Incident>(0)});
    comes(StockIssued{story::pumpsIn(0), amount, the<Incident>(0), true});
    comes(StockIssued{story::pumpsIn(0), amount, the<Incident>(0), false});
    comes(StockMoved{story::pumpsIn(0), the<Depot>(1), amount});
    comes(StockCounted{story::pumpsIn(0), "", amount, amount});
    comes(ShelterCheckedIn{the<Shelter>(0), number, ""});
    comes(ShelterCheckedOut{the<Shelter>(0), number, ""});
    EXPECT_EQ(story::broken(desk.situation()), "") << number;
    EXPECT_FALSE(canonical(situationToJson(desk.situation())).empty());
  }
}

}  // namespace
}  // namespace fengsui
