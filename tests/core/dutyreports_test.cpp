// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "core/deriveduty.h"
#include "core/handover.h"
#include "core/reportdraft.h"
#include "support/desk.h"

// 首报, 续报, 终报: composed, reviewed, signed, sent; their clocks; the level that figures suggest; the handover.

namespace fengsui {
namespace {

using story::the;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::int64_t kMinute = 60'000;

const TimeZone& beijing() {
  static const TimeZone zone = TimeZone::named("Asia/Shanghai").value();
  return zone;
}

Desk burning() {
  Desk desk;
  Incident incident;
  incident.id = the<Incident>(0);
  incident.title = "桥梓镇火情";
  incident.kind = "forestFire";
  incident.locality = "桥梓镇";
  incident.address = "口头村西山";
  incident.source = "村民来电";
  desk.does(ReportIncident{incident});
  return desk;
}

DutyReport composed(const Desk& desk, ReportKind kind, ReportForm form = ReportForm::written, int number = 0) {
  auto report = composeReport(desk.situation(), {the<Incident>(0), kind, form, desk.now(), {"市应急局"}}, beijing());
  EXPECT_TRUE(report) << report.error();
  DutyReport draft = report.value_or(DutyReport{});
  draft.id = the<DutyReport>(number);
  return draft;
}

/// Drafted by one, reviewed by another, signed by a third, sent.
void goesOut(Desk& desk, const DutyReport& report) {
  desk.as("拟稿人").does(DraftReport{report});
  desk.as("审核人").does(ReviewReport{report.id, ""});
  desk.as("张副区长").does(SignReport{report.id, ""});
  desk.as("拟稿人").does(SendReport{report.id, "市应急局", "传真"});
}

Figure deadBy(const char* source, std::int64_t count, Instant cutOff = {}) {
  return {FigureKind::dead, count, source, cutOff, Verification::pending, false};
}

std::string textOf(const DutyReport& report) {
  std::string text;
  for (const ReportSection& section : report.sections) text += section.heading + "：" + section.text + "\n";
  return text;
}

TEST(DutyReports, AreReviewedThenSignedBySomebodyElseThenSent) {
  Desk desk = burning();
  const DutyReport report = composed(desk, ReportKind::first);
  desk.as("拟稿人").does(DraftReport{report});
  EXPECT_EQ(desk.the<DutyReport>(0).title, "桥梓镇火情首报");
  EXPECT_EQ(desk.the<DutyReport>(0).drafted.by, "拟稿人");
  EXPECT_THAT(desk.refuses(SignReport{report.id, ""}), HasSubstr("after somebody has reviewed it"));
  EXPECT_THAT(desk.refuses(SendReport{report.id, "市应急局", ""}), HasSubstr("sent after it is signed"));
  desk.as("审核人").does(ReviewReport{report.id, ""});
  EXPECT_THAT(desk.as("拟稿人").refuses(SignReport{report.id, ""}), HasSubstr("whoever drafted"));
  desk.as("张副区长").does(SignReport{report.id, ""});
  EXPECT_THAT(desk.refuses(ReviewReport{report.id, ""}), HasSubstr("signed already"));
  EXPECT_THAT(desk.refuses(WithdrawReport{report.id, ""}), HasSubstr("not withdrawn"));
  EXPECT_THAT(desk.refuses(Revise<DutyReport>{report.id, {{"title", "改"}}}), HasSubstr("not changed any more"));
  EXPECT_THAT(desk.refuses(ReceiveReport{report.id, "市应急局", "值班员"}), HasSubstr("was not sent to"));
  desk.does(SendReport{report.id, "市应急局", "传真"});
  desk.does(ReceiveReport{report.id, "市应急局", "王值班"});
  EXPECT_EQ(desk.the<DutyReport>(0).recipients[0].received->by, "王值班");
}

TEST(DutyReports, AreReviewedAgainAfterAChange) {
  Desk desk = burning();
  const DutyReport report = composed(desk, ReportKind::first);
  desk.does(DraftReport{report});
  desk.as("审核人").does(ReviewReport{report.id, ""});
  desk.does(Revise<DutyReport>{report.id, {{"sections", Json::array({Json{{"heading", "一"}, {"text", "改"}}})}}});
  EXPECT_FALSE(desk.the<DutyReport>(0).reviewed);
  EXPECT_THAT(desk.as("张副区长").refuses(SignReport{report.id, ""}), HasSubstr("reviewed"));
}

TEST(DutyReports, AreSignedByTheDutyOfficerOrACommanderWhereThereIsOne) {
  Desk desk = burning();
  Post officer;
  officer.id = the<Post>(5);
  officer.name = "带班领导";
  officer.role = Role::dutyOfficer;
  desk.does(Register<Post>{officer});
  desk.as("拟稿人").does(DraftReport{composed(desk, ReportKind::first)});
  desk.as("审核人").does(ReviewReport{the<DutyReport>(0), ""});
  EXPECT_FALSE(desk.as("路人").refuses(SignReport{the<DutyReport>(0), ""}).empty());
  desk.as("带班领导").does(SignReport{the<DutyReport>(0), ""});
}

TEST(DutyReports, TheTelephoneGoesAheadOfTheSignature) {
  Desk desk = burning();
  desk.does(DraftReport{composed(desk, ReportKind::first, ReportForm::telephone)});
  desk.does(SendReport{the<DutyReport>(0), "市应急局", "电话"});
  EXPECT_THAT(desk.refuses(WithdrawReport{the<DutyReport>(0), ""}), HasSubstr("has been told already"));
  desk.does(DraftReport{composed(desk, ReportKind::first, ReportForm::written, 1)});
}

TEST(DutyReports, HaveOneFirstOfEachFormAndNumbersWithoutAGap) {
  Desk desk = burning();
  EXPECT_FALSE(
      composeReport(desk.situation(), {the<Incident>(0), ReportKind::followUp, {}, desk.now(), {}}, beijing()));
  DutyReport last = composed(desk, ReportKind::final, ReportForm::written, 9);
  EXPECT_THAT(desk.refuses(DraftReport{last}), HasSubstr("comes after the first report"));
  goesOut(desk, composed(desk, ReportKind::first));
  EXPECT_THAT(desk.refuses(DraftReport{composed(desk, ReportKind::first, ReportForm::written, 1)}),
              HasSubstr("there is a first report already"));
  EXPECT_THAT(desk.refuses(DraftReport{composed(desk, ReportKind::followUp, ReportForm::written, 1)}),
              HasSubstr("nothing has"));
  for (int i = 1; i <= 3; ++i) {
    desk.does(ReportFigure{the<Incident>(0), deadBy("公安", i, desk.now())});
    desk.does(DraftReport{composed(desk, ReportKind::followUp, ReportForm::written, i)});
    EXPECT_EQ(desk.the<DutyReport>(i).number, i);
  }
  EXPECT_EQ(desk.the<DutyReport>(3).title, "桥梓镇火情续报三");
  EXPECT_THAT(desk.refuses(WithdrawReport{the<DutyReport>(1), ""}), HasSubstr("numbers have no gaps"));
  desk.does(WithdrawReport{the<DutyReport>(3), "写错"});
  desk.does(ReportFigure{the<Incident>(0), deadBy("公安", 9, desk.now())});
  desk.does(DraftReport{composed(desk, ReportKind::followUp, ReportForm::written, 4)});
  EXPECT_EQ(desk.the<DutyReport>(4).number, 3);
  desk.does(DraftReport{last});
  desk.does(ReportFigure{the<Incident>(0), deadBy("公安", 10, desk.now())});
  EXPECT_THAT(desk.refuses(DraftReport{composed(desk, ReportKind::followUp, ReportForm::written, 5)}),
              HasSubstr("nothing follows it"));
}

TEST(DutyReports, TwoSeatsThatGiveOneNumberAreShown) {
  Desk one = burning();
  goesOut(one, composed(one, ReportKind::first));
  one.does(ReportFigure{the<Incident>(0), deadBy("公安", 1, one.now())});
  Desk other = one;
  one.does(DraftReport{composed(one, ReportKind::followUp, ReportForm::written, 1)});
  other.at(2);
  one.learns(other.does(DraftReport{composed(other, ReportKind::followUp, ReportForm::written, 2)})[0]);
  EXPECT_EQ(one.situation().dutyReports.size(), 3u);
  EXPECT_EQ(one.situation().conflicts.size(), 1u);
}

TEST(ReportDraft, TellsWhatIsKnownAndLeavesTheRestToBeFilled) {
  Desk desk = burning();
  desk.does(ReportFigure{the<Incident>(0), deadBy("公安", 3)});
  desk.does(ReportFigure{the<Incident>(0), deadBy("卫健", 5)});
  const std::string text = textOf(composed(desk, ReportKind::first));
  for (const char* part : {"村民来电报告", "桥梓镇口头村西山", "森林火灾，级别待定", "死亡3人（公安，截至",
                           "、5人（卫健，截至", "待核", "死亡人数各口径不一，待核定", "发展趋势：（待补充）"})
    EXPECT_THAT(text, HasSubstr(part));
  desk.does(DecideFigure{the<Incident>(0), FigureKind::dead, "卫健", "医院核实"});
  const std::string decided = textOf(composed(desk, ReportKind::first));
  EXPECT_THAT(decided, HasSubstr("以此为准"));
  EXPECT_THAT(decided, Not(HasSubstr("口径不一")));
}

TEST(ReportDraft, AFollowUpSaysTheChangesOnly) {
  Desk desk = burning();
  desk.does(ReportFigure{the<Incident>(0), deadBy("公安", 3)});
  Figure injured = deadBy("卫健", 7);
  injured.kind = FigureKind::injured;
  desk.does(ReportFigure{the<Incident>(0), injured});
  goesOut(desk, composed(desk, ReportKind::first));
  desk.passes(30 * kMinute);
  desk.does(ReportFigure{the<Incident>(0), deadBy("公安", 4, desk.now())});
  Team team;
  team.id = the<Team>(0);
  team.name = "怀北救援队";
  team.strength = 20;
  desk.does(Register<Team>{team});
  desk.does(SendTeam{the<Team>(0), the<Incident>(0), "", std::nullopt, std::nullopt});
  const std::string text = textOf(composed(desk, ReportKind::followUp));
  EXPECT_THAT(text, HasSubstr("续桥梓镇火情首报"));
  EXPECT_THAT(text, HasSubstr("死亡由3人变为4人（公安"));
  EXPECT_THAT(text, HasSubstr("怀北救援队20人"));
  EXPECT_THAT(text, Not(HasSubstr("受伤")));
  EXPECT_THAT(text, Not(HasSubstr("村民来电")));
}

TEST(ReportDraft, NumbersAsPeopleWriteThem) {
  EXPECT_EQ(chineseNumber(1), "一");
  EXPECT_EQ(chineseNumber(10), "十");
  EXPECT_EQ(chineseNumber(12), "十二");
  EXPECT_EQ(chineseNumber(20), "二十");
  EXPECT_EQ(chineseNumber(35), "三十五");
  EXPECT_EQ(chineseNumber(100), "100");
  EXPECT_EQ(momentInWords(Instant{1784554800000}, beijing()), "7月20日21时40分");
}

std::vector<std::string> dueNow(const Desk& desk) {
  std::vector<std::string> out;
  for (const ReportDue& due : reportsDue(desk.situation(), shippedReportRules().rules, desk.now()))
    if (due.late) out.push_back(due.rule->id);
  return out;
}

TEST(ReportClocks, RunFromTheReportOfTheIncidentByTheRules) {
  Desk desk = burning();
  EXPECT_TRUE(dueNow(desk).empty());
  desk.passes(16 * kMinute);
  EXPECT_EQ(dueNow(desk), std::vector<std::string>{"telephone"});
  desk.does(DraftReport{composed(desk, ReportKind::first, ReportForm::telephone)});
  EXPECT_EQ(dueNow(desk), std::vector<std::string>{"telephone"}) << "drafted is not told";
  desk.does(SendReport{the<DutyReport>(0), "市应急局", "电话"});
  EXPECT_TRUE(dueNow(desk).empty());
  desk.passes(46 * kMinute);
  EXPECT_EQ(dueNow(desk), std::vector<std::string>{"written"});
  goesOut(desk, composed(desk, ReportKind::first, ReportForm::written, 1));
  EXPECT_TRUE(dueNow(desk).empty());
  desk.passes(121 * kMinute);
  EXPECT_EQ(dueNow(desk), std::vector<std::string>{"followUp"});
  desk.does(CloseIncident{the<Incident>(0), false, "明火扑灭"});
  EXPECT_TRUE(dueNow(desk).empty());
  desk.passes(25 * 60 * kMinute);
  EXPECT_EQ(dueNow(desk), std::vector<std::string>{"final"});
  goesOut(desk, composed(desk, ReportKind::final, ReportForm::written, 2));
  EXPECT_TRUE(dueNow(desk).empty());
}

TEST(LevelRules, IncludeTheNumberItself) {
  const auto level = [](const char* kind, const char* measure, double value) {
    const auto suggested = levelSuggestion({{measure, {value, "公安"}}}, kind, shippedLevelRules());
    return suggested ? std::string(nameOf(suggested->level).zh) : std::string("无");
  };
  // 国务院令第493号: deaths 30, 10, 3; 以上 includes the number.
  EXPECT_EQ(level("explosion", "dead", 30), "特别重大");
  EXPECT_EQ(level("explosion", "dead", 29), "重大");
  EXPECT_EQ(level("explosion", "dead", 10), "重大");
  EXPECT_EQ(level("explosion", "dead", 9), "较大");
  EXPECT_EQ(level("explosion", "dead", 3), "较大");
  EXPECT_EQ(level("explosion", "dead", 2), "一般");
  EXPECT_EQ(level("explosion", "dead", 0), "无");
  EXPECT_EQ(level("forestFire", "affectedForestHa", 1), "较大");
  EXPECT_EQ(level("forestFire", "affectedForestHa", 1000), "特别重大");
  EXPECT_EQ(level("earthquake", "deadAndMissing", 50), "重大");
  EXPECT_EQ(level("earthquake", "deadAndMissing", 10), "较大");
  EXPECT_EQ(level("earthquake", "magnitudeDense", 5.9), "重大");
  EXPECT_EQ(level("earthquake", "magnitude", 5.9), "较大");
  EXPECT_EQ(level("flood", "dead", 30), "无") << "no rule speaks of floods";
}

TEST(LevelRules, TakeTheHighestAndSayWhichRuleAndWhoseCount) {
  Desk desk = burning();
  desk.does(ReportFigure{the<Incident>(0), deadBy("公安", 3)});
  desk.does(ReportFigure{the<Incident>(0), deadBy("卫健", 11)});
  desk.does(Revise<Incident>{the<Incident>(0), {{"attributes.affectedForestHa", "2.5"}}});
  auto measures = levelMeasuresOf(desk.the<Incident>(0));
  auto suggested = levelSuggestion(measures, "forestFire", shippedLevelRules());
  ASSERT_TRUE(suggested);
  EXPECT_EQ(suggested->level, IncidentLevel::serious) << "the larger count while nobody has decided";
  EXPECT_THAT(suggested->words.zh, HasSubstr("死亡人数11（卫健） ≥ 10人：重大"));
  EXPECT_THAT(suggested->words.zh, HasSubstr("未核实"));
  desk.does(DecideFigure{the<Incident>(0), FigureKind::dead, "公安", "逐人核对"});
  suggested = levelSuggestion(levelMeasuresOf(desk.the<Incident>(0)), "forestFire", shippedLevelRules());
  EXPECT_EQ(suggested->level, IncidentLevel::large);
}

TEST(DutyRules, SayWhichFieldDoesNotFit) {
  const auto fault = [](const auto& read) { return read ? std::string() : read.error().place.field; };
  EXPECT_EQ(fault(readReportRules("{}")), "edition");
  EXPECT_EQ(fault(readReportRules(R"({"edition":"1","rules":[{"id":"a","zh":"甲","en":"a","source":"x"}]})")),
            "rules[0].kind");
  EXPECT_EQ(
      fault(readReportRules(R"({"edition":"1","rules":[{"id":"a","zh":"甲","en":"a","source":"x","kind":"first"}]})")),
      "rules[0].withinMs");
  EXPECT_EQ(
      fault(readLevelRules(
          R"({"edition":"1","rules":[{"id":"a","zh":"甲","en":"a","source":"x","measure":"dead","large":9,"serious":3}]})")),
      "rules[0].serious");
  EXPECT_EQ(fault(readLevelRules(
                R"({"edition":"1","rules":[{"id":"a","zh":"甲","en":"a","source":"x","measure":"dead","big":9}]})")),
            "rules[0].large");
  EXPECT_EQ(fault(readCalloutRules(R"({"edition":"1","goalMs":1,"goalPercent":101})")), "goalPercent");
  EXPECT_FALSE(readCalloutRules("[]"));
  EXPECT_EQ(shippedCalloutRules().goalPercent, 95);
  EXPECT_GE(shippedReportRules().rules.size(), 5u);
}

std::string lines(const Situation& before, const Situation& after, Instant now) {
  std::string out;
  for (const HandoverLine& line : sinceYouLeft(before, after, now, "拟稿人"))
    out += std::string(nameOf(line.topic).zh) + (line.open ? "!" : "") + (line.yours ? "*" : "") + " " + line.words.zh +
           "\n";
  return out;
}

TEST(Handover, SaysWhatChangedSinceYouLeftAndNothingElse) {
  Desk desk = burning();
  desk.does(ReportFigure{the<Incident>(0), deadBy("公安", 3)});
  const Situation before = desk.situation();
  EXPECT_EQ(lines(before, desk.situation(), desk.now()), "");
  desk.does(ReportFigure{the<Incident>(0), deadBy("公安", 4, desk.now())});
  desk.as("拟稿人").does(DraftReport{composed(desk, ReportKind::first)});
  Directive directive;
  directive.id = the<Directive>(0);
  directive.words = "不得外传的批示内容";
  directive.from = "李区长";
  desk.does(Register<Directive>{directive});
  Contact contact;
  contact.id = the<Contact>(0);
  contact.who.name = "北沟村";
  contact.everyMs = kMinute;
  desk.does(OweReport{contact});
  desk.passes(10 * kMinute);
  const std::string said = lines(before, desk.situation(), desk.now());
  EXPECT_THAT(said, HasSubstr("数字! 桥梓镇火情：死亡 3 → 4（公安，待核）"));
  EXPECT_THAT(said, HasSubstr("报告!* 桥梓镇火情首报：拟稿"));
  EXPECT_THAT(said, HasSubstr("批示! 李区长批示"));
  EXPECT_THAT(said, HasSubstr("失联! 北沟村：已 10 分钟无报告"));
  EXPECT_THAT(said, Not(HasSubstr("不得外传")));
  EXPECT_THAT(said, Not(HasSubstr("新增：桥梓镇火情")));
}

}  // namespace
}  // namespace fengsui
