// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms.h"

#include "support/desk.h"

namespace fengsui {
namespace {

constexpr std::int64_t kMinute = 60'000;

Instant lastOf(const std::vector<Event>& events) {
  return events.back().header.occurred;
}

std::vector<std::string> kindsOf(const std::vector<Alarm>& alarms) {
  std::vector<std::string> kinds;
  for (const Alarm& alarm : alarms) kinds.emplace_back(nameOf(alarm.kind).code);
  return kinds;
}

Figure trapped(std::int64_t count, const std::string& source) {
  return {FigureKind::trapped, count, source, Instant{1784554800000}, Verification::pending, false};
}

Order orderTo(const std::string& name, const std::string& task) {
  Order order;
  order.id.uuid = Uuid::v7(Instant{1784554800000});
  order.brief.task = task;
  order.brief.owner = {AddresseeKind::organisation, {}, name, {}};
  order.brief.ladder = {{2 * kMinute, "B", false}};
  return order;
}

TEST(Alarms, ACalmDeskIsSilent) {
  const Desk desk = Desk::ofTheStories();
  EXPECT_TRUE(alarmsOf(desk.situation(), Instant{1784554800000}).empty());
}

TEST(Alarms, SoundForPeopleTrappedUntilTheyAreOut) {
  Desk desk = Desk::ofTheStories();
  const auto incident = story::the<Incident>(0);
  const Instant now = lastOf(desk.does(ReportFigure{incident, trapped(3, "属地")}));
  auto alarms = alarmsOf(desk.situation(), now);
  ASSERT_EQ(kindsOf(alarms), std::vector<std::string>{"trapped"});
  EXPECT_EQ(alarms[0].weight, 3);
  EXPECT_NE(alarms[0].words.zh.find("被困3人"), std::string::npos);

  desk.does(ReportFigure{incident, trapped(0, "属地")});
  EXPECT_TRUE(alarmsOf(desk.situation(), now).empty());
}

TEST(Alarms, AreSilencedForMinutesAndSoundAgainWhenMorePeopleAreTrapped) {
  Desk desk = Desk::ofTheStories();
  const auto incident = story::the<Incident>(0);
  const Instant now = lastOf(desk.does(ReportFigure{incident, trapped(3, "属地")}));
  Silenced silenced;
  silenced.silence(alarmsOf(desk.situation(), now)[0], now, 5 * kMinute);
  EXPECT_TRUE(silenced.audible(alarmsOf(desk.situation(), now), now).empty());
  EXPECT_TRUE(silenced.audible(alarmsOf(desk.situation(), now), now.plusMs(5 * kMinute - 1)).empty());
  EXPECT_EQ(silenced.audible(alarmsOf(desk.situation(), now), now.plusMs(5 * kMinute)).size(), 1u);

  desk.does(ReportFigure{incident, trapped(4, "公安")});
  EXPECT_EQ(silenced.audible(alarmsOf(desk.situation(), now), now).size(), 1u) << "a fourth is another matter";
}

TEST(Alarms, NobodySilencesForEver) {
  Alarm alarm;
  alarm.id = "trapped:1";
  Silenced silenced;
  silenced.silence(alarm, Instant{0}, std::numeric_limits<std::int64_t>::max());
  EXPECT_TRUE(silenced.holds(alarm, Instant{Silenced::kAtMostMs - 1}));
  EXPECT_FALSE(silenced.holds(alarm, Instant{Silenced::kAtMostMs}));
}

TEST(Alarms, AnOrderSoundsOncePastItsTimeAndStopsWhenItIsAnswered) {
  Desk desk = Desk::ofTheStories();
  const Order order = orderTo("供电公司", "带电设备断电");
  const Instant issued = lastOf(desk.does(DraftOrder{order, "值班长", {}}));
  EXPECT_TRUE(alarmsOf(desk.situation(), issued.plusMs(2 * kMinute)).empty());
  const auto alarms = alarmsOf(desk.situation(), issued.plusMs(2 * kMinute + 1));
  ASSERT_EQ(kindsOf(alarms), std::vector<std::string>{"orderUnanswered"});
  EXPECT_NE(alarms[0].words.zh.find("供电公司"), std::string::npos);
  desk.does(AcknowledgeOrder{order.id, "", "李梅", "", true});
  EXPECT_TRUE(alarmsOf(desk.situation(), issued.plusMs(20 * kMinute)).empty());
}

TEST(Alarms, AnOrderToMoveNowSoundsFromItsIssueOn) {
  Desk desk = Desk::ofTheStories();
  const Order order = orderTo("北沟村", "北沟村立即转移");
  const Instant issued = lastOf(desk.does(DraftOrder{order, "值班长", {}}));
  EXPECT_EQ(kindsOf(alarmsOf(desk.situation(), issued)), std::vector<std::string>{"moveNow"});
  EXPECT_EQ(kindsOf(alarmsOf(desk.situation(), issued.plusMs(30 * kMinute))), std::vector<std::string>{"moveNow"})
      << "one alarm for one order";
  desk.does(AcknowledgeOrder{order.id, "", "王强", "", true});
  EXPECT_TRUE(alarmsOf(desk.situation(), issued).empty());
}

TEST(Alarms, ASilentPlaceAndALostLineSoundTheGravestFirst) {
  Desk desk = Desk::ofTheStories();
  Contact contact;
  contact.id.uuid = Uuid::v7(Instant{1784554800000});
  contact.who = {AddresseeKind::place, {}, "北沟村", {}};
  contact.peopleAtRisk = 86;
  contact.everyMs = 30 * kMinute;
  const Instant owed = lastOf(desk.does(OweReport{contact}));
  EXPECT_TRUE(alarmsOf(desk.situation(), owed.plusMs(30 * kMinute - 1)).empty());
  const Instant late = owed.plusMs(31 * kMinute);
  const auto alarms = alarmsOf(desk.situation(), late, {{"hub", {"hub", "区级平台"}, late}});
  EXPECT_EQ(kindsOf(alarms), (std::vector<std::string>{"placeSilent", "connectionLost"}));
  EXPECT_NE(alarms[0].id, alarms[1].id);
  desk.does(NoteContact{contact.id, "王强", "都在", "电台"});
  EXPECT_TRUE(alarmsOf(desk.situation(), owed.plusMs(30 * kMinute)).empty());
}

}  // namespace
}  // namespace fengsui
