// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/reportline.h"

#include <gmock/gmock.h>

#include "ui/search/foldedtext.h"
#include "ui/search/names.h"
#include "ui/search/numerals.h"

namespace fengsui {
namespace {

NamedThing placed(const std::string& name, const std::string& code, const std::string& town, double lon, double lat,
                  ThingSort sort = ThingSort::place) {
  NamedThing thing = mapNamed(name, code);
  thing.sort = sort;
  thing.where = town;
  thing.at = Position::ofDegrees(lon, lat);
  return thing;
}

const Gazetteer& district() {
  static const Gazetteer made = [] {
    const auto own = listOf({
        placed("桥梓镇", "town", "", 116.55, 40.31),
        placed("怀北镇", "town", "", 116.69, 40.41),
        placed("渤海镇", "town", "", 116.47, 40.41),
        placed("泉河街道", "street", "", 116.63, 40.32),
        placed("九渡河镇", "town", "", 116.46, 40.36),
        placed("北宅村", "village", "桥梓镇", 116.53, 40.32),
        placed("神山村", "village", "怀北镇", 116.72, 40.43),
        placed("怀柔医院", "hospital", "泉河街道", 116.62, 40.31, ThingSort::facility),
        placed("东山化工厂", "chemicalWorks", "怀北镇", 116.7, 40.4, ThingSort::facility),
        placed("报国寺", "worship", "", 116.6, 40.3, ThingSort::mapName),
        placed("红螺山", "peak", "", 116.62, 40.38, ThingSort::mapName),
        placed("加油站", "fuel", "", 116.6, 40.3, ThingSort::mapName),
        placed("京承高速", "motorway", "", 116.7, 40.3, ThingSort::mapName),
        placed("东庄", "village", "far", 117.2, 40.9, ThingSort::mapName),
        placed("东庄", "village", "near", 116.6, 40.3, ThingSort::mapName),
        placed("Triesenberg", "village", "", 9.54, 47.12, ThingSort::mapName),
        placed("Vaduz", "town", "", 9.52, 47.14, ThingSort::mapName),
        placed("Sant Julià de Lòria", "town", "", 1.49, 42.46, ThingSort::mapName),
    });
    return Gazetteer{{std::make_shared<const PlaceNames>(own)}};
  }();
  return made;
}

ReportLine read(const std::string& text) {
  return readReport(text, district(), Position::ofDegrees(116.6, 40.3));
}

// All that a line says, in one line a person can compare: kind level @town/place figures <source "rest".
std::string said(const std::string& text) {
  const ReportLine line = read(text);
  std::string words = line.kind.empty() ? "-" : line.kind;
  if (line.level) words += " !" + std::string(nameOf(*line.level).code);
  if (!line.locality.empty() || !line.address.empty()) words += " @" + line.locality;
  if (!line.address.empty()) words += "/" + line.address;
  if (line.at) words += "*";
  for (const ReportedFigure& figure : line.figures)
    words += " " + std::string(nameOf(figure.kind).code) + "=" + (figure.estimated ? "~" : "") +
             std::to_string(figure.count);
  if (!line.source.empty()) words += " <" + line.source;
  if (!line.rest.empty()) words += " \"" + line.rest + "\"";
  return words;
}

struct Case {
  const char* line;
  const char* said;
};

class ReportLines : public testing::TestWithParam<Case> {};

TEST_P(ReportLines, AreUnderstood) {
  EXPECT_EQ(said(GetParam().line), GetParam().said) << GetParam().line;
}

INSTANTIATE_TEST_SUITE_P(
    InChinese, ReportLines,
    testing::Values(
        Case{"报 火情 桥梓镇 三人被困", "fire @桥梓镇* trapped=3"},
        Case{"报 桥梓镇 洪水 较大 2人失联 王主任电话", "flood !large @桥梓镇* outOfContact=2 <王主任电话"},
        Case{"报火情桥梓镇三人被困", "fire @桥梓镇* trapped=3"},
        Case{"报告 怀北镇神山村 山洪 12人被困", "flashFlood @怀北镇/神山村* trapped=12"},
        Case{"报 神山村山洪，三户被困", "flashFlood @怀北镇/神山村* \"三户被困\""},
        Case{"接报 渤海镇 山体滑坡 道路中断", "geological @渤海镇* \"道路中断\""},
        Case{"报 泥石流 九渡河镇 失踪两人 受伤5人", "geological @九渡河镇* missing=2 injured=5"},
        Case{"报 京承高速 车祸 5死3伤", "traffic @/京承高速* dead=5 injured=3"},
        Case{"报 桥梓镇北宅村民房着火 无人员伤亡", "structureFire @桥梓镇/北宅村* \"民房，无人员伤亡\""},
        Case{"报 厂房起火 泉河街道", "structureFire @泉河街道* \"厂房\""},
        Case{"报 商铺火情 桥梓镇", "structureFire @桥梓镇* \"商铺\""},
        Case{"报 居民楼火警 桥梓镇", "structureFire @桥梓镇* \"居民楼\""},
        Case{"报 桥梓镇 后山火情", "forestFire @桥梓镇* \"后山\""}, Case{"报 冒烟 桥梓镇", "fire @桥梓镇*"},
        Case{"报 山上着火 桥梓", "forestFire @桥梓镇* \"山上\""},
        Case{"报 燃气泄漏 怀柔医院 疏散约二百人", "gasLeak @泉河街道/怀柔医院* evacuated=~200"},
        Case{"报 东山化工厂 危化品泄漏 重大 转移群众一百二十余人",
             "hazmat !serious @怀北镇/东山化工厂* evacuated=~120"},
        Case{"报 重大危险源泄漏 怀北镇", "hazmat @怀北镇* \"重大危险源\""},
        Case{"报 特别重大 地震 怀北镇", "earthquake !especiallySerious @怀北镇*"},
        Case{"报 一般内涝 泉河街道", "waterlogging !ordinary @泉河街道*"},
        Case{"报 内涝一般 泉河街道", "waterlogging !ordinary @泉河街道*"},
        Case{"报 驴友被困 红螺山 7人", "lostPerson @/红螺山* \"7人\""}, Case{"报 红螺山火情", "fire @/红螺山*"},
        Case{"报 红螺山 3名驴友被困 13800138000", "- @/红螺山* trapped=3 <13800138000"},
        Case{"报 桥梓镇 停电 010-69641234 来电", "powerCut @桥梓镇* <010-69641234 \"来电\""},
        Case{"报 桥梓镇 3号楼被困2人", "- @桥梓镇* trapped=2 \"3号楼\""},
        Case{"报 加油站起火 桥梓镇", "structureFire @桥梓镇* \"加油站\""}, Case{"报 汤河口镇 洪水", "flood @汤河口镇"},
        Case{"报 洪水 十余人被困 数人失联", "flood trapped=~10 \"数人失联\""},
        Case{"报 洪水，已转移群众１２０人，安置80人", "flood evacuated=120 resettled=80"},
        Case{"报 桥梓镇 两人被困，三人被困", "- @桥梓镇* trapped=2 \"三人被困\""},
        Case{"报 东庄 停水", "waterCut @near/东庄*"}, Case{"报 暴雪 封路", "snow \"封路\""},
        Case{"报 桥梓镇", "- @桥梓镇*"}, Case{"报", "-"}, Case{"桥梓镇 火情 三人被困", "fire @桥梓镇* trapped=3"},
        Case{"报　怀北镇　洪水　被困三人", "flood @怀北镇* trapped=3"}, Case{"报 qiaozi 火情", "fire @桥梓镇*"},
        Case{"报 有个奇怪的味道", "- \"有个奇怪的味道\""},
        Case{"报 水库漫堤 下游紧急避险转移300人", "flood evacuated=300 \"水库，下游\""}));

INSTANTIATE_TEST_SUITE_P(
    InEnglish, ReportLines,
    testing::Values(
        Case{"report fire Qiaozi 3 trapped", "fire @桥梓镇* trapped=3"},
        Case{"report building fire, Vaduz, two people injured, one dead", "structureFire @Vaduz* injured=2 dead=1"},
        Case{"Report flash flood at Triesenberg about 20 evacuated", "flashFlood @/Triesenberg* evacuated=~20 \"at\""},
        Case{"report landslide Sant Julia de Loria road blocked", "geological @Sant Julià de Lòria* \"road blocked\""},
        Case{"report gas leak Qiaozizhen serious", "gasLeak @桥梓镇* \"serious\""},
        Case{"report serious gas leak Qiaozi Zhen", "gasLeak !serious @桥梓镇*"},
        Case{"report house fire Vaduz, reported by the fire brigade",
             "structureFire @Vaduz* <reported by the fire brigade"},
        Case{"report lost hikers Hongluoshan trapped: 3", "lostPerson @/红螺山* trapped=3"},
        Case{"report twenty-one people stranded Huaibei flood", "flood @怀北镇* trapped=21"},
        Case{"report traffic accident Jingcheng Gaosu 4 hurt", "traffic @/京承高速* injured=4"},
        Case{"report fire in a factory, Vaduz", "structureFire @Vaduz* \"in a factory\""},
        Case{"report power outage", "powerCut"}, Case{"report firefighters needed", "- \"firefighters needed\""},
        Case{"report", "-"}));

TEST(ReportLine, MakesATitleOfPlaceKindAndTheRest) {
  EXPECT_EQ(read("报 火情 桥梓镇 三人被困").title, "桥梓镇火情");
  EXPECT_EQ(read("报 桥梓镇北宅村民房着火 无人员伤亡").title, "桥梓镇北宅村着火，民房，无人员伤亡");
  EXPECT_EQ(read("report fire Qiaozi 3 trapped").title, "桥梓镇, fire");
  EXPECT_EQ(read("report fire Vaduz near the castle").title, "Vaduz, fire, near the castle");
  EXPECT_EQ(read("报 有个奇怪的味道").title, "有个奇怪的味道");
}

TEST(ReportLine, KeepsTelephoneNumbersOutOfTheTitle) {
  const ReportLine line = read("报 桥梓镇 火情 王主任 13800138000");
  EXPECT_EQ(line.title.find("138"), std::string::npos);
  EXPECT_EQ(line.source, "13800138000");
  EXPECT_EQ(line.rest, "王主任");
  const Incident incident = incidentOf(read("报 洪水 3人被困 13800138000"), {}, Instant{});
  EXPECT_EQ(incident.source, "13800138000");
  EXPECT_EQ(incident.figures.at(0).source, "报告人") << "figures are published, who called is not";
}

TEST(ReportLine, KnowsWhenItWasAskedForAndWhenItIsOnlyLikely) {
  EXPECT_TRUE(read("报 火情").asked);
  EXPECT_TRUE(read("REPORT fire").asked);
  EXPECT_FALSE(read("报国寺").asked);
  EXPECT_FALSE(read("报社").asked);
  EXPECT_FALSE(read("reporter").asked);
  EXPECT_TRUE(read("桥梓镇 火情").likely());
  EXPECT_FALSE(read("桥梓镇").likely());
  EXPECT_FALSE(read("火情").likely());
}

TEST(ReportLine, PrefersTheNearerOfTwoNamesakesAndSaysThatThereAreTwo) {
  const ReportLine line = read("报 东庄 火情");
  EXPECT_EQ(line.namesakes, 2U);
  EXPECT_EQ(line.at, Position::ofDegrees(116.6, 40.3));
}

TEST(ReportLine, SaysWhichWordIsStillBeingTyped) {
  const std::string text = "报 火情 桥";
  const ReportLine line = read(text);
  ASSERT_TRUE(line.unfinished);
  EXPECT_EQ(text.substr(*line.unfinished), "桥");
  EXPECT_FALSE(read("报 火情 桥梓镇").unfinished);
  EXPECT_FALSE(read("报 火情 ").unfinished);
}

TEST(ReportLine, BecomesAnIncidentWithFiguresThatHaveASource) {
  const Instant now{1000};
  const Incident incident = incidentOf(read("报 洪水 较大 桥梓镇 约20人被困"), {}, now);
  EXPECT_EQ(incident.kind, "flood");
  EXPECT_EQ(incident.level, IncidentLevel::large);
  EXPECT_EQ(incident.locality, "桥梓镇");
  EXPECT_EQ(incident.note, "洪水 较大 桥梓镇 约20人被困");
  ASSERT_EQ(incident.figures.size(), 1U);
  EXPECT_EQ(incident.figures[0], (Figure{FigureKind::trapped, 20, "报告人", now, Verification::estimated, false}));
}

TEST(ReportLine, BearsWhateverIsTyped) {
  std::mt19937 random(3);
  const std::string parts[] = {"报", " ", "三",   "人",      "被困",  "，",   "桥梓镇", "火",
                               "1",  "0", "\xe6", "report ", "about", "较大", "by "};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t n = random() % 14; n-- > 0;) text += parts[random() % std::size(parts)];
    const ReportLine line = read(text);
    EXPECT_LE(line.unfinished.value_or(0), text.size() * 3);
  }
}

TEST(Numerals, AreReadAsPeopleWriteThem) {
  const auto value = [](const char* text) {
    const auto numeral = numeralIn(decoded(text));
    return numeral ? numeral->value : -1;
  };
  EXPECT_EQ(value("3人"), 3);
  EXPECT_EQ(value("１２"), 12);
  EXPECT_EQ(value("三"), 3);
  EXPECT_EQ(value("两"), 2);
  EXPECT_EQ(value("十"), 10);
  EXPECT_EQ(value("十二"), 12);
  EXPECT_EQ(value("二十三"), 23);
  EXPECT_EQ(value("一百二十"), 120);
  EXPECT_EQ(value("一百二"), 120);
  EXPECT_EQ(value("一百零二"), 102);
  EXPECT_EQ(value("两千三百"), 2300);
  EXPECT_EQ(value("一万二"), 12000);
  EXPECT_EQ(value("3百"), 300);
  EXPECT_EQ(value("三五"), 3) << "three to five: the reader of figures leaves it";
  EXPECT_EQ(value("three"), 3);
  EXPECT_EQ(value("twenty-one"), 21);
  EXPECT_EQ(value("a dozen"), 12);
  EXPECT_EQ(value("tent"), -1);
  EXPECT_EQ(value("人"), -1);
  EXPECT_EQ(value("12345678901"), -1);
}

}  // namespace
}  // namespace fengsui
