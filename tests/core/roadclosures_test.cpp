// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/eventcodec.h"
#include "core/handover.h"
#include "core/reportdraft.h"
#include "core/roadwords.h"
#include "support/desk.h"

namespace fengsui {
namespace {

using story::the;
using ::testing::HasSubstr;

constexpr std::int64_t kMinute = 60'000;

RoadClosure bridge(int number = 0, std::vector<ClosedSpan> spans = {}) {
  RoadClosure closure;
  closure.id = the<RoadClosure>(number);
  closure.name = "怀北大桥";
  closure.words = "桥面积水";
  closure.shape = Shape{ShapeKind::line, {}, {{{1166400000, 403200000}, {1166500000, 403200000}}}, {}};
  closure.spans = std::move(spans);
  return closure;
}

/// A post with a role, held by somebody.
void seat(Desk& desk, int number, std::string name, Role role) {
  Post post;
  post.id = the<Post>(number);
  post.name = std::move(name);
  post.role = role;
  desk.does(Register<Post>{post});
}

TEST(RoadClosures, HoldFromNowUntilFurtherNoticeWhereNothingElseIsSaid) {
  Desk desk;
  const auto events = desk.does(Register<RoadClosure>{bridge()});
  ASSERT_EQ(events.size(), 1u);
  const RoadClosure& closed = desk.the<RoadClosure>(0);
  ASSERT_EQ(closed.spans.size(), 1u);
  EXPECT_EQ(closed.spans[0].from, desk.now());
  EXPECT_FALSE(closed.spans[0].to);
  EXPECT_TRUE(closed.holdsAt(desk.now()));
  EXPECT_FALSE(closed.holdsAt(desk.now().plusMs(-1)));
}

TEST(RoadClosures, AreRefusedWhereTheySayNotWhereOrWhenOrForWhom) {
  Desk desk;
  RoadClosure wrong = bridge();
  wrong.shape.reset();
  EXPECT_THAT(desk.refuses(Register<RoadClosure>{wrong}), HasSubstr("is drawn"));
  wrong = bridge();
  wrong.name.clear();
  EXPECT_THAT(desk.refuses(Register<RoadClosure>{wrong}), HasSubstr("needs a name"));
  wrong = bridge(0, {{desk.now(), desk.now()}});
  EXPECT_THAT(desk.refuses(Register<RoadClosure>{wrong}), HasSubstr("ends after it begins"));
  wrong = bridge();
  wrong.vehicles = {"boat"};
  EXPECT_THAT(desk.refuses(Register<RoadClosure>{wrong}), HasSubstr("\"boat\" is no kind of vehicle"));
  wrong = bridge();
  wrong.openedBecause = "水退";
  EXPECT_THAT(desk.refuses(Register<RoadClosure>{wrong}), HasSubstr("has not been opened"));
  desk.does(Register<RoadClosure>{bridge()});
  EXPECT_THAT(desk.refuses(Register<RoadClosure>{bridge()}), HasSubstr("id of its own"));
  EXPECT_THAT(desk.refuses(Revise<RoadClosure>{the<RoadClosure>(0), {{"shape", Json()}}}), HasSubstr("is drawn"));
  EXPECT_THAT(desk.refuses(Revise<RoadClosure>{the<RoadClosure>(0), {{"openedBecause", "水退"}}}),
              HasSubstr("not edited"));
  EXPECT_THAT(desk.refuses(OpenRoad{the<RoadClosure>(7), ""}), HasSubstr("no road closure"));
}

TEST(RoadClosures, OpeningEndsWhatHoldsKeepsWhatWasAndTakesOffWhatWasToCome) {
  Desk desk;
  const Instant now = desk.now();
  const ClosedSpan past{now.plusMs(-60 * kMinute), now.plusMs(-30 * kMinute)};
  desk.does(Register<RoadClosure>{
      bridge(0, {past, {now.plusMs(-10 * kMinute), std::nullopt}, {now.plusMs(90 * kMinute), std::nullopt}})});
  desk.does(OpenRoad{the<RoadClosure>(0), "积水已排"});
  const RoadClosure& open = desk.the<RoadClosure>(0);
  ASSERT_EQ(open.spans.size(), 2u);
  EXPECT_EQ(open.spans[0], past);
  EXPECT_EQ(open.spans[1].to, desk.now());
  EXPECT_FALSE(open.aheadOf(desk.now()));
  EXPECT_EQ(open.openedBecause, "积水已排");
  EXPECT_THAT(desk.refuses(OpenRoad{the<RoadClosure>(0), ""}), HasSubstr("open again by then"));
  desk.does(Revise<RoadClosure>{the<RoadClosure>(0),
                                {{"spans", encode(std::vector<ClosedSpan>{{desk.now(), std::nullopt}})}}});
  EXPECT_EQ(desk.the<RoadClosure>(0).openedBecause, "") << "why it was opened is not said of what is closed";
}

TEST(RoadClosures, AnOpeningThatHappenedEarlierIsEnteredWithItsTrueTime) {
  Desk desk;
  desk.does(Register<RoadClosure>{bridge()});
  const Instant closed = desk.now();
  desk.passes(60 * kMinute);
  desk.happened(closed.plusMs(20 * kMinute));
  desk.does(OpenRoad{the<RoadClosure>(0), ""});
  EXPECT_EQ(desk.the<RoadClosure>(0).spans[0].to, closed.plusMs(20 * kMinute));
}

TEST(RoadClosures, AreMadeByThoseOnTheSpotAndOpenedByTheDesk) {
  Desk desk;
  desk.as("值班员").does(Register<RoadClosure>{bridge(9)});  // a station without posts is run by whoever sits there
  desk.does(OpenRoad{the<RoadClosure>(9), ""});
  seat(desk, 1, "值班长", Role::dutyOfficer);
  seat(desk, 2, "桥梓镇", Role::town);
  seat(desk, 3, "观摩席", Role::observer);
  EXPECT_THAT(desk.as("观摩席").refuses(Register<RoadClosure>{bridge()}), HasSubstr("closing a road is for"));
  const auto closed = desk.as("桥梓镇").does(Register<RoadClosure>{bridge()});
  EXPECT_THAT(desk.refuses(OpenRoad{the<RoadClosure>(0), "能过了"}), HasSubstr("is for 值班长, not for \"桥梓镇\""));
  EXPECT_THAT(desk.refuses(Retire<RoadClosure>{the<RoadClosure>(0), ""}), HasSubstr("is for 值班长"));
  EXPECT_THAT(desk.refuses(Revise<RoadClosure>{the<RoadClosure>(0), {{"vehicles", Json::array({"heavy"})}}}),
              HasSubstr("is for 值班长"));
  EXPECT_THAT(desk.refuses(Undo{closed[0]}), HasSubstr("is for 值班长"));
  for (int town = 10; town < 30; ++town) seat(desk, town, "镇" + std::to_string(town), Role::town);
  EXPECT_THAT(desk.as("观摩席").refuses(Register<RoadClosure>{bridge(5)}),
              AllOf(HasSubstr("is for 值班长, "), HasSubstr(" and 18 other posts, not for")))
      << "not a list of all towns";
  desk.as("值班长").does(OpenRoad{the<RoadClosure>(0), "现场核实"});
}

TEST(RoadClosures, OfTwoSeatsAreShownWhereTheyContradict) {
  Desk one;
  one.does(Register<RoadClosure>{bridge()});
  Desk other = one;
  other.at(2).passes(kMinute);
  const auto opened = other.does(OpenRoad{the<RoadClosure>(0), "水退"});
  one.does(Revise<RoadClosure>{the<RoadClosure>(0),
                               {{"spans", encode(std::vector<ClosedSpan>{{one.now(), one.now().plusMs(kMinute)}})}}});
  EXPECT_TRUE(one.situation().conflicts.empty());
  one.learns(opened[0]);
  EXPECT_EQ(one.situation().conflicts.size(), 1u) << "the later stands, and both are shown";
}

TEST(RoadClosures, AreTheseBytesForEver) {
  RoadClosure closure = bridge(0, {{Instant{1784554800000}, Instant{1784560000000}}});
  closure.vehicles = {"car", "heavy"};
  closure.source = ClosureSource::sensor;
  closure.sparesBridges = true;
  const StoredBody stored = encodeBody(Registered<RoadClosure>{closure});
  EXPECT_EQ(stored.type, "roadClosure.registered");
  EXPECT_EQ(stored.version, 1);
  EXPECT_EQ(stored.payload, R"({"entity":{"id":")" + closure.id.text() +
                                R"(","name":"怀北大桥","shape":{"lines":[[[1166400000,403200000],)"
                                R"([1166500000,403200000]]]},"source":"sensor","spans":[{"from":1784554800000,)"
                                R"("to":1784560000000}],"sparesBridges":true,"stamp":{"hlc":0,"touches":0},)"
                                R"("vehicles":["car","heavy"],"words":"桥面积水"}})");
}

TEST(RoadClosures, ChangeTheDigestOfTheSituation) {
  Desk desk;
  desk.does(Register<RoadClosure>{bridge()});
  const Digest closed = hashOf(desk.situation());
  const auto copy = unpackSituation(packSituation(desk.situation()));
  ASSERT_TRUE(copy) << copy.error();
  EXPECT_EQ(hashOf(*copy), closed);
  desk.does(OpenRoad{the<RoadClosure>(0), ""});
  EXPECT_NE(hashOf(desk.situation()), closed);
}

TEST(RoadClosures, SayTheirTimesAsTheyStand) {
  const TimeZone zone = TimeZone::named("Asia/Shanghai").value();
  const Instant evening = zone.parse("2026-07-20 21:40").value(), night = zone.parse("2026-07-21 02:10").value();
  const auto says = [&](std::vector<ClosedSpan> spans, Instant now, const char* opened = "") {
    RoadClosure closure = bridge(0, std::move(spans));
    closure.openedBecause = opened;
    return stateInWords(closure, now, zone);
  };
  EXPECT_EQ(says({{evening, night}}, evening).en, "closed from 21:40 to 07-21 02:10");
  EXPECT_EQ(says({{evening, night}}, evening).zh, "21:40至07-21 02:10封闭");
  EXPECT_EQ(says({{evening, std::nullopt}}, evening).zh, "21:40起封闭，解除时间待定");
  EXPECT_EQ(says({{evening, night}}, evening.plusMs(-1)).en, "will be closed from 21:40 to 07-21 02:10");
  EXPECT_EQ(says({{night, std::nullopt}}, evening).zh, "07-21 02:10起将封闭");
  EXPECT_EQ(says({{evening, night}}, night, "水退").en, "open again since 02:10: 水退");
  EXPECT_EQ(says({}, night, "雨停").zh, "已恢复通行：雨停");
  EXPECT_EQ(says({{evening, std::nullopt}}, Instant{evening.ms + 400LL * 86'400'000}).en,
            "closed since 2026-07-20 21:40 until further notice");
  RoadClosure heavy = bridge();
  heavy.vehicles = {"heavy", "crawler"};
  EXPECT_EQ(closedForInWords(heavy).en, "for heavy vehicles, crawlers");
  EXPECT_EQ(closedForInWords(heavy).zh, "限大型车、履带车");
  EXPECT_EQ(closedForInWords(bridge()).en, "");
}

std::string roadsSince(const Situation& before, const Desk& desk) {
  std::string out;
  for (const HandoverLine& line : sinceYouLeft(before, desk.situation(), desk.now())) {
    EXPECT_EQ(line.topic, HandoverTopic::roads);
    EXPECT_EQ(line.kind, Kind::roadClosure);
    out += (line.open ? "!" : "") + line.words.zh + "\n";
  }
  return out;
}

TEST(Handover, SaysWhichRoadsWereClosedAndOpenedMeanwhile) {
  Desk desk;
  Incident incident;
  incident.id = the<Incident>(0);
  incident.title = "山洪";
  desk.does(ReportIncident{incident});
  const Instant evening = desk.now();
  desk.does(Register<RoadClosure>{bridge(1, {{evening, evening.plusMs(30 * kMinute)}})});
  const Situation before = desk.situation();
  EXPECT_EQ(roadsSince(before, desk), "");
  desk.does(Register<RoadClosure>{bridge(0, {{evening, std::nullopt}})});
  EXPECT_EQ(roadsSince(before, desk), "!怀北大桥：21:40起封闭，解除时间待定（桥面积水）\n");
  desk.passes(60 * kMinute);
  EXPECT_THAT(roadsSince(before, desk), HasSubstr("怀北大桥：22:10已恢复通行\n")) << "what ended as announced";
  const Situation middle = desk.situation();
  desk.does(OpenRoad{the<RoadClosure>(0), "水退"});
  EXPECT_THAT(roadsSince(middle, desk), HasSubstr("怀北大桥：22:40已恢复通行：水退\n"));
  desk.does(Register<RoadClosure>{bridge(2)});
  const Situation then = desk.situation();
  desk.does(Retire<RoadClosure>{the<RoadClosure>(2), "误报"});
  EXPECT_EQ(roadsSince(then, desk), "怀北大桥：已撤销封闭\n");
}

TEST(ReportDraft, SaysWhichRoadsAreClosedForTheIncident) {
  Desk desk;
  Incident incident;
  incident.id = the<Incident>(0);
  incident.title = "山洪";
  incident.kind = "flashFlood";
  desk.does(ReportIncident{incident});
  RoadClosure closure = bridge();
  closure.incident = incident.id;
  closure.vehicles = {"heavy"};
  desk.does(Register<RoadClosure>{closure});
  RoadClosure elsewhere = bridge(1);
  elsewhere.name = "别处的路";
  desk.does(Register<RoadClosure>{elsewhere});
  const TimeZone zone = TimeZone::named("Asia/Shanghai").value();
  const auto report = composeReport(desk.situation(), {incident.id, ReportKind::first, {}, desk.now(), {}}, zone);
  ASSERT_TRUE(report) << report.error();
  std::string text;
  for (const ReportSection& section : report->sections) text += section.text;
  EXPECT_THAT(text, HasSubstr("怀北大桥21:40起封闭，解除时间待定，限大型车（桥面积水）"));
  EXPECT_THAT(text, ::testing::Not(HasSubstr("别处的路")));
}

}  // namespace
}  // namespace fengsui
