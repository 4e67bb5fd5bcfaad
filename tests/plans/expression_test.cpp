// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "plans/evaluate.h"
#include "plans/expressionwords.h"
#include "plans/situationfacts.h"
#include "plans/sun.h"

namespace fengsui {
namespace {

std::string faultIn(const std::string& text) {
  const auto parsed = Expression::parse(text);
  return parsed ? "" : parsed.error().message.en;
}

TEST(Expression, NamesTheColumnOfWhatItCannotRead) {
  struct Wrong {
    const char* text;
    const char* says;
  };
  const Wrong wrongs[] = {
      {"", "at column 1 of the expression: the expression ends too early"},
      {"rain(1 h) >= 30 inch", "at column 17 of the expression: unknown unit \"inch\""},
      {"rain(1 h) >= ", "at column 14 of the expression: the expression ends too early"},
      {"rain(1 h) >= 30 min", "at column 11 of the expression: a length cannot be compared with a duration"},
      {"warning('暴雨') >= purple", "at column 18 of the expression: unknown name \"purple\""},
      {"warning(‘暴雨’) >= blue", "at column 9 of the expression: the full-width \"‘\" is not understood"},
      {"warning('暴雨 >= blue", "at column 9 of the expression: the quotes do not end"},
      {"warnin('暴雨') >= blue", "at column 1 of the expression: unknown function \"warnin\""},
      {"rain() >= 3 mm", "at column 1 of the expression: rain has 0 arguments"},
      {"rain(30 mm) >= 3 mm", "at column 6 of the expression: a duration such as 1 h or 30 min is wanted, found 30 mm"},
      {"rain >= 3 mm", "at column 1 of the expression: rain needs brackets"},
      {"dark() or hour > 20", "at column 1 of the expression: dark takes no brackets"},
      {"rain(1 h)", "at column 1 of the expression: a condition is wanted; rain(1 h) is a length"},
      {"1 < hour < 3", "at column 10 of the expression: two comparisons in a row"},
      {"figure('traped') > 0", "at column 8 of the expression: unknown figure \"traped\""},
      {"dark == dark", "at column 1 of the expression: dark is yes or no and cannot be compared"},
      {"any('riskVillage', stage)  x", "at column 28 of the expression: \"x\" is one too many here"},
      {"warning('暴雨') >= 30 mm", "at column 15 of the expression: a colour cannot be compared with a length"},
      {"(dark", "at column 6 of the expression: \")\" is missing"},
      {"dark & dark", "at column 6 of the expression: \"&\" is not understood"},
      {"and dark", "at column 1 of the expression: \"and\" has nothing before it"},
      {"hour >= 99999999999999", "at column 9 of the expression: the number is too large"},
  };
  for (const Wrong& wrong : wrongs) EXPECT_EQ(faultIn(wrong.text), wrong.says) << wrong.text;
}

TEST(Expression, SuggestsWhatWasMeant) {
  const auto unit = Expression::parse("rain(1 h) >= 30 毫米");
  ASSERT_FALSE(unit);
  EXPECT_TRUE(unit.error().remedy.en.starts_with("did you mean mm?")) << unit.error().remedy.en;
  const auto figure = Expression::parse("figure('traped') > 0");
  ASSERT_FALSE(figure);
  EXPECT_TRUE(figure.error().remedy.en.starts_with("did you mean trapped?")) << figure.error().remedy.en;
}

TEST(WordsOf, SaysAConditionAsPeopleDo) {
  const auto words = [](const char* text) {
    const auto parsed = Expression::parse(text);
    return parsed ? wordsOf(*parsed) : parsed.error().message;
  };
  EXPECT_EQ(words("rain(1 h, '北沟村') >= 30 mm").zh, "北沟村1小时雨量 ≥ 30 mm");
  EXPECT_EQ(words("rain(1 h, '北沟村') >= 30 mm").en, "rain in 1 h at 北沟村 ≥ 30 mm");
  EXPECT_EQ(words("warning('暴雨') >= yellow").zh, "暴雨预警达到黄色及以上");
  EXPECT_EQ(words("warning('暴雨') < blue").en, "暴雨 warning is below blue");
  EXPECT_EQ(words("any('riskVillage', stage == 'immediate') or figure('dead') >= 1").zh,
            "有险村阶段为立即转移或死亡人数 ≥ 1");
  EXPECT_EQ(words("count('underpass', depth >= 15 cm) >= 2").en, "number of underpass (depth of water ≥ 15 cm) ≥ 2");
  EXPECT_EQ(words("reading('终止条件') == '全部满足'").zh, "终止条件为全部满足");
  EXPECT_EQ(words("forecast('rain', 24 h) >= 50 mm").zh, "未来24小时预报雨量 ≥ 50 mm");
  EXPECT_EQ(words("dark and not (wind < 3 m/s or humidity >= 80 %)").zh, "天已黑且并非（风速 < 3 m/s或湿度 ≥ 80%）");
}

TEST(Expression, RefusesWhatIsNestedWithoutEnd) {
  EXPECT_NE(faultIn(std::string(500, '(') + "dark" + std::string(500, ')')), "");
  std::string nots;
  for (int i = 0; i < 200; ++i) nots += "not ";
  EXPECT_NE(faultIn(nots + "dark"), "");
  EXPECT_EQ(faultIn(std::string(3000, ' ') + "dark"),
            "at column 1 of the expression: an expression has 2,000 bytes at most");
}

// Trees that are sound: conditions over known functions.
rc::Gen<ExpressionNode> conditions(int depth);

ExpressionNode node(ExpressionKind kind, std::string name, std::vector<ExpressionNode> parts = {}) {
  ExpressionNode out;
  out.kind = kind;
  out.name = std::move(name);
  out.parts = std::move(parts);
  return out;
}

ExpressionNode number(double value, std::string unit) {
  ExpressionNode out;
  out.number = value;
  out.unit = std::move(unit);
  return out;
}

rc::Gen<ExpressionNode> comparisons() {
  return rc::gen::exec([] {
    const auto sign = *rc::gen::element<std::string>("<", "<=", "==", ">=", ">", "!=");
    const double value = *rc::gen::inRange(-5000, 5000) / 8.0;
    const int which = *rc::gen::inRange(0, 4);
    if (which == 0)
      return node(ExpressionKind::comparison, sign,
                  {node(ExpressionKind::call, "rain", {number(3, "h"), node(ExpressionKind::text, "北沟村")}),
                   number(value, *rc::gen::element<std::string>("mm", "cm", ""))});
    if (which == 1)
      return node(ExpressionKind::comparison, sign,
                  {node(ExpressionKind::call, "warning", {node(ExpressionKind::text, "it's")}),
                   node(ExpressionKind::word, *rc::gen::element<std::string>("blue", "red"))});
    if (which == 2)
      return node(ExpressionKind::comparison, sign, {number(value, ""), node(ExpressionKind::name, "hour")});
    return node(ExpressionKind::name, "dark");
  });
}

rc::Gen<ExpressionNode> conditions(int depth) {
  if (depth == 0) return comparisons();
  return rc::gen::exec([depth] {
    const int which = *rc::gen::inRange(0, 5);
    if (which == 0) return node(ExpressionKind::negation, "", {*conditions(depth - 1)});
    if (which == 1 || which == 2) {
      std::vector<ExpressionNode> parts{*conditions(depth - 1), *conditions(depth - 1)};
      if (*rc::gen::arbitrary<bool>()) parts.push_back(*conditions(depth - 1));
      return node(which == 1 ? ExpressionKind::conjunction : ExpressionKind::disjunction, "", std::move(parts));
    }
    if (which == 3)
      return node(ExpressionKind::call, "any", {node(ExpressionKind::text, "shelter"), *conditions(depth - 1)});
    return *comparisons();
  });
}

RC_GTEST_PROP(Expression, PrintedAndReadAgainIsTheSameTree, ()) {
  const ExpressionNode tree = *conditions(4);
  const std::string text = print(tree);
  RC_PRE(text.size() <= 2000);
  const auto again = Expression::parse(text);
  if (!again) RC_FAIL(text + ": " + again.error().sentence(Language::english));
  RC_ASSERT(again->tree() == tree);
}

RC_GTEST_PROP(Truth, FollowsTheLawsOfThreeValues, ()) {
  const auto any = [] { return *rc::gen::element(Truth::no, Truth::unknown, Truth::yes); };
  const Truth a = any(), b = any(), c = any();
  RC_ASSERT(allOf(a, b) == allOf(b, a));
  RC_ASSERT(anyOf(a, anyOf(b, c)) == anyOf(anyOf(a, b), c));
  RC_ASSERT(allOf(a, anyOf(b, c)) == anyOf(allOf(a, b), allOf(a, c)));
  RC_ASSERT(opposite(allOf(a, b)) == anyOf(opposite(a), opposite(b)));
  RC_ASSERT(opposite(opposite(a)) == a);
  RC_ASSERT(anyOf(Truth::unknown, Truth::yes) == Truth::yes);
  RC_ASSERT(allOf(Truth::unknown, Truth::yes) == Truth::unknown);
  RC_ASSERT(allOf(Truth::unknown, Truth::no) == Truth::no);
}

// A station with three villages; the readings of the third are missing.
struct Night {
  Situation situation;
  Observations seen;
  Instant now{1'784'556'000'000};  // 2026-07-20 22:00 station time

  Night() {
    situation.station.timeZone = "Asia/Shanghai";
    int number = 0;
    for (const char* name : {"北沟村", "南沟村", "西沟村"}) {
      RiskZone zone;
      zone.id.uuid.bytes[15] = static_cast<unsigned char>(++number);
      zone.name = name;
      zone.kind = "village";
      zone.population = 100 * number;
      zone.attributes["depth"] = number == 1 ? "16 cm" : number == 2 ? "0.1 m" : "不详";
      situation.riskZones.set(zone.id.uuid, zone);
    }
    Place town;
    town.id.uuid.bytes[14] = 1;
    town.name = "示范镇";
    town.kind = "town";
    town.location = Position::ofDegrees(116.6318, 40.3162);
    situation.places.set(town.id.uuid, town);
    seen.readings = {{"rain", "北沟村", 60, 42, "mm", "", "雨量站甲", now.plusMs(-300'000)},
                     {"rain", "南沟村", 60, 12, "mm", "", "雨量站乙", now.plusMs(-300'000)},
                     {"rain", "西沟村", 60, 90, "mm", "", "雨量站丙", now.plusMs(-7'200'000)},
                     {"stage", "北沟村", std::nullopt, std::nullopt, "", "prepare", "水务局", now},
                     {"stage", "南沟村", std::nullopt, std::nullopt, "", "none", "水务局", now}};
    seen.warnings = {{"暴雨", RiskColour::yellow, "", "区气象台", now}};
  }
  [[nodiscard]] SituationFacts facts() const { return {situation, seen, now}; }
  [[nodiscard]] Verdict ask(const std::string& text) const {
    const auto expression = Expression::parse(text);
    EXPECT_TRUE(expression) << text << ": " << (expression ? "" : expression.error().sentence(Language::english));
    return expression ? evaluate(*expression, facts()) : Verdict{};
  }
};

TEST(Evaluate, ComparesInTheUnitThatIsWritten) {
  const Night night;
  EXPECT_EQ(night.ask("rain(1 h) >= 42 mm").holds, Truth::yes);
  EXPECT_EQ(night.ask("rain(1 h) >= 4.2 cm").holds, Truth::yes);
  EXPECT_EQ(night.ask("rain(1 h) > 42").holds, Truth::no);
  EXPECT_EQ(night.ask("rain(60 min, '南沟村') < 0.02 m").holds, Truth::yes);
}

TEST(Evaluate, SaysWhatWasMeasuredWhereAndWhen) {
  const Night night;
  const Verdict verdict = night.ask("rain(1 h) >= 45 mm or warning('暴雨') >= yellow");
  ASSERT_EQ(verdict.evidence.size(), 2u);
  EXPECT_EQ(verdict.holds, Truth::yes);
  EXPECT_EQ(verdict.evidence[0].asked, "rain(1 h) >= 45 mm");
  EXPECT_EQ(verdict.evidence[0].holds, Truth::no);
  ASSERT_TRUE(verdict.evidence[0].found);
  EXPECT_EQ(verdict.evidence[0].found->text().en, "42 mm");
  EXPECT_EQ(verdict.evidence[0].found->place, "北沟村");
  EXPECT_EQ(verdict.evidence[0].found->source.zh, "雨量站甲");
  EXPECT_EQ(verdict.evidence[0].found->at, night.now.plusMs(-300'000));
  EXPECT_EQ(verdict.evidence[1].found->text().zh, "黄色");
}

TEST(Evaluate, TakesAnOldSumOfRainForUnknownNotForDry) {
  const Night night;
  const Verdict verdict = night.ask("rain(1 h, '西沟村') >= 30 mm");
  EXPECT_EQ(verdict.holds, Truth::unknown);
  EXPECT_EQ(verdict.evidence.at(0).why.en, "rain in 1 h at 西沟村 is not known");
}

TEST(Evaluate, KeepsUnknownPlacesApartFromThoseThatDoNot) {
  const Night night;
  EXPECT_EQ(night.ask("any('riskVillage', stage == 'prepare')").holds, Truth::yes);
  EXPECT_EQ(night.ask("any('riskVillage', stage == 'now')").holds, Truth::unknown);
  EXPECT_EQ(night.ask("all('riskVillage', stage == 'prepare')").holds, Truth::no);
  EXPECT_EQ(night.ask("count('riskVillage', depth >= 15 cm) >= 1").holds, Truth::yes);
  EXPECT_EQ(night.ask("count('riskVillage', depth >= 15 cm) >= 2").holds, Truth::unknown);
  EXPECT_EQ(night.ask("count('riskVillage', depth >= 15 cm) >= 3").holds, Truth::no);
  EXPECT_EQ(night.ask("count('riskVillage', rain(1 h) >= 30 mm and population > 50) == 1").holds, Truth::unknown);
  EXPECT_EQ(night.ask("any('underpass', depth >= 15 cm)").holds, Truth::unknown);
}

TEST(Evaluate, TakesTheLevelOfThePlaceThatIsLookedAt) {
  Night night;
  for (const char* name : {"怀沙河", "雁栖河"}) {
    RiskZone river;
    river.id.uuid.bytes[13] = static_cast<unsigned char>(name[4]);
    river.name = name;
    river.kind = "river";
    river.attributes["警戒水位"] = "51.2米";
    night.situation.riskZones.set(river.id.uuid, river);
  }
  night.seen.readings.push_back({"level", "怀沙河", std::nullopt, 51.0, "m", "", "水文站", night.now});
  night.seen.readings.push_back({"level", "雁栖河", std::nullopt, 50.1, "m", "", "水文站", night.now.plusMs(-60'000)});
  EXPECT_EQ(night.ask("any('river', level > warningLevel)").holds, Truth::no);
  EXPECT_EQ(night.ask("level('怀沙河') >= 5100 cm and warningLevel('怀沙河') == 51.2").holds, Truth::yes);
  night.seen.readings.push_back({"level", "雁栖河", std::nullopt, 51.3, "m", "", "水文站", night.now});
  const Verdict verdict = night.ask("any('river', level > warningLevel)");
  EXPECT_EQ(verdict.holds, Truth::yes);
  EXPECT_EQ(verdict.evidence.at(0).about, "雁栖河");
  EXPECT_EQ(verdict.evidence.at(0).found->text().en, "51.3 m");
}

TEST(Evaluate, KnowsNoWarningFromNoFeed) {
  Night night;
  EXPECT_EQ(night.ask("warning('大风') >= blue").holds, Truth::no);
  night.seen.warnings.reset();
  EXPECT_EQ(night.ask("warning('大风') >= blue").holds, Truth::unknown);
}

TEST(Evaluate, CountsTheDecidedFigureElseTheHighest) {
  Night night;
  Incident incident;
  incident.id.uuid.bytes[0] = 7;
  incident.title = "北沟村山洪";
  incident.kind = "flashFlood";
  incident.figures = {{FigureKind::trapped, 7, "镇", {}, Verification::pending, false},
                      {FigureKind::trapped, 5, "公安", {}, Verification::verified, true}};
  night.situation.incidents.set(incident.id.uuid, incident);
  EXPECT_EQ(night.ask("figure('trapped') == 5").holds, Truth::yes);
  EXPECT_EQ(night.ask("figure('dead') == 0").holds, Truth::unknown);
  EXPECT_EQ(night.ask("incidents('flashFlood') == 1 and incidents('forestFire') == 0").holds, Truth::yes);
}

TEST(Evaluate, KnowsTheHourAndTheNight) {
  const Night night;
  EXPECT_EQ(night.ask("hour == 22 and dark").holds, Truth::yes);
  EXPECT_EQ(night.ask("minutesToDusk <= 2 h").holds, Truth::yes);
  EXPECT_EQ(night.ask("wind >= 8 m/s").holds, Truth::unknown);
}

// As published for Beijing: 19:46 on the longest day, 16:53 on the shortest; a minute for where in the city.
TEST(Sun, SetsWhenTheAlmanacSays) {
  const Position beijing = *Position::ofDegrees(116.4, 39.9);
  const TimeZone zone = *TimeZone::named("Asia/Shanghai");
  const auto sunset = [&](const char* day) {
    return zone.clock(*nextSunset(*zone.parse(std::string(day) + " 12:00"), beijing));
  };
  EXPECT_THAT(sunset("2026-06-21"), ::testing::AnyOf("19:46", "19:47"));
  EXPECT_THAT(sunset("2026-12-21"), ::testing::AnyOf("16:52", "16:53"));
  EXPECT_FALSE(nextSunset(*zone.parse("2026-06-21 12:00"), *Position::ofDegrees(20, 75)));
}

}  // namespace
}  // namespace fengsui
