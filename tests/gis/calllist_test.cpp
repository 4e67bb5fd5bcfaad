// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/calllist.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/tempfolder.h"

namespace fengsui {
namespace {

RiskZone zoneOf(const std::string& name, const std::string& town, std::int64_t people) {
  RiskZone zone;
  zone.id.uuid = Uuid::v7(systemNow());
  zone.name = name;
  zone.town = town;
  zone.population = people;
  zone.responsible = {{"A", name + "书记", "村书记", {"13900000001"}}, {"B", name + "主任", "村主任", {"13900000002"}}};
  return zone;
}

TEST(CallList, CallsWhoeverAnswersForAZoneAndHasTheOtherStandIn) {
  Situation s;
  for (const RiskZone& zone : {zoneOf("北沟村", "云岭镇", 213), zoneOf("东山村", "东山镇", 560)})
    s.riskZones.set(zone.id.uuid, zone);
  const auto calls = callsOfZones(s, {"云岭镇"});
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(calls[0].name, "北沟村书记");
  EXPECT_EQ(calls[0].place, "北沟村");
  EXPECT_EQ(calls[0].peopleAtRisk, 213);
  ASSERT_TRUE(calls[0].substitute);
  EXPECT_EQ(calls[0].substitute->name, "北沟村主任");
  EXPECT_EQ(callsOfZones(s).size(), 2u) << "no towns: everywhere";
}

TEST(CallList, LeavesOutAZoneForWhichNobodyAnswers) {
  Situation s;
  RiskZone zone = zoneOf("无人村", "云岭镇", 10);
  zone.responsible = {{"A", "", "", {}}};
  s.riskZones.set(zone.id.uuid, zone);
  EXPECT_TRUE(callsOfZones(s).empty());
}

TEST(CallList, ReadsATableAndNamesTheRowThatHasNoName) {
  const TempFolder folder;
  const auto written = [&](const char* name, const char* text) {
    const std::string file = folder / name;
    std::ofstream(file) << text;
    return file;
  };
  const auto calls =
      callsInTable(written("a.csv", "姓名,村,镇街,受威胁人数,电话,B角\n王伟,北沟村,云岭镇,213,13900000001,李静\n"));
  ASSERT_TRUE(calls) << calls.error();
  ASSERT_EQ(calls->size(), 1u);
  EXPECT_EQ((*calls)[0].peopleAtRisk, 213);
  EXPECT_EQ((*calls)[0].substitute->name, "李静");
  const auto wrong = callsInTable(written("b.csv", "姓名,村\n王伟,北沟村\n,西沟村\n"));
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().place.line, 3);
}

}  // namespace
}  // namespace fengsui
