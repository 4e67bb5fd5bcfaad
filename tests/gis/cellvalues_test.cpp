// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cellvalues.h"

#include <gmock/gmock.h>

#include "gis/cellterms.h"

namespace fengsui {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(CellValues, ReadsCountsAsOfficesWriteThem) {
  const std::pair<const char*, std::int64_t> counts[] = {
      {"120", 120},     {"约120人", 120},     {"1,200", 1200},  {"1，200人", 1200}, {"３台", 3},
      {"2.5万", 25000}, {"1.2万余人", 12000}, {"三十五人", 35}, {"一百二十", 120},  {"十二名", 12},
      {"两千", 2000},   {"120.0", 120},       {"近300人", 300}, {"50余", 50},       {"1.2E+3", 1200},
      {" 7 ", 7},       {"100人左右", 100},   {"0", 0}};
  for (const auto& [cell, count] : counts) {
    const auto read = countIn(cell);
    ASSERT_TRUE(read) << cell << read.error();
    EXPECT_EQ(*read, count) << cell;
  }
  EXPECT_EQ(countIn("3.5", "万人").value(), 35000);
  EXPECT_EQ(countIn("35", "人").value(), 35);
}

TEST(CellValues, RefusesWhatIsNotOneCount) {
  for (const char* cell : {"很多", "100-120", "120人/35户", "-5", "2.5", "1e99", "abc", "十百", "12,34", "1O", "2l"})
    EXPECT_FALSE(countIn(cell)) << cell;
}

TEST(CellValues, ReadsAreasInEveryUnit) {
  EXPECT_EQ(areaM2In("1200")->text(), "1200");
  EXPECT_EQ(areaM2In("1200平方米")->text(), "1200");
  EXPECT_EQ(areaM2In("1.5公顷")->text(), "15000");
  EXPECT_EQ(areaM2In("3亩")->text(), "2000");
  EXPECT_EQ(areaM2In("1.2万㎡")->text(), "12000");
  EXPECT_EQ(areaM2In("2", "万平方米")->text(), "20000");
  EXPECT_EQ(areaM2In("2", "亩")->milli, 1333333);
  EXPECT_FALSE(areaM2In("3间"));
}

TEST(CellValues, ReadsYesAndNo) {
  for (const char* cell : {"是", "√", "有", "Yes", "1", "室内", "Ｙ"}) EXPECT_TRUE(yesNoIn(cell).value()) << cell;
  for (const char* cell : {"否", "×", "no", "0", "室外"}) EXPECT_FALSE(yesNoIn(cell).value()) << cell;
  EXPECT_FALSE(yesNoIn("可能"));
}

TEST(CellValues, ReadsTimesAndDayCounts) {
  const auto zone = TimeZone::named("Asia/Shanghai").value();
  EXPECT_EQ(zone.local(timeIn("2026年7月20日 21时40分", zone).value()), "2026-07-20 21:40:00");
  EXPECT_EQ(zone.local(timeIn("46223", zone).value()), "2026-07-20 00:00:00");
  EXPECT_EQ(zone.local(timeIn("46223.9027777778", zone).value()), "2026-07-20 21:40:00");
  EXPECT_FALSE(timeIn("7月20日", zone));
}

TEST(CellValues, ReadsTelephonesAsTheyAreDialled) {
  EXPECT_THAT(*phonesIn("13800000001"), ElementsAre("13800000001"));
  EXPECT_THAT(*phonesIn("１３８００００００１１、010-60000003"), ElementsAre("13800000011", "010-60000003"));
  EXPECT_THAT(*phonesIn("(010)60000003转801"), ElementsAre("010-60000003转801"));
  EXPECT_THAT(*phonesIn("138 0000 0001/60000003"), ElementsAre("13800000001", "60000003"));
  EXPECT_THAT(*phonesIn("13800000001 13800000002"), ElementsAre("13800000001", "13800000002"));
  EXPECT_THAT(*phonesIn("1.3800000001E10"), ElementsAre("13800000001"));
  EXPECT_THAT(*phonesIn("13800000001.0"), ElementsAre("13800000001"));
  EXPECT_THAT(*phonesIn("+86 13800000001"), ElementsAre("+8613800000001"));
  const auto lost = phonesIn("1.38E+10");
  ASSERT_FALSE(lost);
  EXPECT_THAT(lost.error().message.en, HasSubstr("lost digits"));
  EXPECT_FALSE(phonesIn("张三"));
}

TEST(CellValues, TakesTheTelephoneOutOfANameCell) {
  EXPECT_EQ(nameIn("张三（13800000001）").name, "张三");
  EXPECT_THAT(nameIn("张三 电话：13800000001").phones, ElementsAre("13800000001"));
  EXPECT_EQ(nameIn("张三 电话：13800000001").name, "张三");
  EXPECT_EQ(nameIn("张三").name, "张三");
  EXPECT_EQ(nameIn("二组3号").name, "二组3号");
}

TEST(CellValues, ReadsStocksFromOneCell) {
  const auto sketch = [](std::string_view cell) {
    const auto lines = stocksIn(cell);
    if (!lines) return "! " + lines.error().message.en;
    std::string out;
    for (const StockLine& line : *lines) out += line.item + "|" + line.quantity.text() + "|" + line.unit + " ";
    return out;
  };
  EXPECT_EQ(sketch("铁锹50把；编织袋2000条"), "铁锹|50|把 编织袋|2000|条 ");
  EXPECT_EQ(sketch("铁锹：50 把、编织袋 1,200条，救生衣×30件"), "铁锹|50|把 编织袋|1200|条 救生衣|30|件 ");
  EXPECT_EQ(sketch("2寸水泵3台；水泵(200m³/h)2台"), "2寸水泵|3|台 水泵(200m³/h)|2|台 ");
  EXPECT_EQ(sketch("50把铁锹；2.5万条编织袋"), "铁锹|50|把 编织袋|25000|条 ");
  EXPECT_EQ(sketch("铁锹(把)50"), "铁锹|50|把 ");
  EXPECT_EQ(sketch("沙袋"), "! \"沙袋\" is not an item with its number");
  EXPECT_EQ(sketch("铁锹5把；铁锹6把"), "! the item \"铁锹\" stands twice");
}

TEST(CellTerms, ReadsLevelsInEveryWriting) {
  for (const char* cell : {"较大", "Ⅲ级", "三级", "III", "3级", "较大（Ⅲ级）", "large", "３"})
    EXPECT_EQ(termIn(Kind::incident, "level", cell).value(), "large") << cell;
  EXPECT_EQ(termIn(Kind::incident, "level", "特别重大").value(), "especiallySerious");
  EXPECT_EQ(termIn(Kind::incident, "level", "重大").value(), "serious");
  const auto wrong = termIn(Kind::incident, "level", "很大");
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error().remedy.zh, HasSubstr("一般、较大、重大、特别重大"));
}

TEST(CellTerms, ReadsTheOtherClosedLists) {
  EXPECT_EQ(termIn(Kind::team, "status", "在位").value(), "available");
  EXPECT_EQ(termIn(Kind::team, "authority", "商请").value(), "asked");
  EXPECT_EQ(termIn(Kind::depot, "tier", "镇级").value(), "town");
  EXPECT_EQ(termIn(Kind::shelter, "shelterClass", "长期避难场所").value(), "longTerm");
  EXPECT_EQ(termIn(Kind::shelter, "status", "已启用").value(), "open");
  EXPECT_EQ(termIn(Kind::riskZone, "colour", "红色").value(), "red");
  EXPECT_EQ(termIn(Kind::riskZone, "colour", "较大风险").value(), "orange");
  EXPECT_EQ(termIn(Kind::riskZone, "colour", "蓝（低）").value(), "blue");
  EXPECT_EQ(wordIn(Vocabulary::teamKind, "防汛抢险队"), "flood");
  EXPECT_EQ(wordIn(Vocabulary::riskZoneKind, "下凹桥"), "underpass");
  EXPECT_EQ(wordIn(Vocabulary::riskZoneKind, "冰川"), "冰川");
}

}  // namespace
}  // namespace fengsui
