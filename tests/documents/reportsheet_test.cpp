// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reportsheet.h"

#include "documents/paper.h"

namespace fengsui {
namespace {

using Reports = Printing;

const Instant kNight{1784554800000};  // 2026-07-20 21:40 in Shanghai

DutyReport followUp() {
  DutyReport report;
  report.title = "桥梓镇山洪续报二";
  report.kind = ReportKind::followUp;
  report.number = 2;
  report.asOf = kNight;
  report.sections = {{"承接", "续首报，变化如下。"}, {"伤亡损失变化", "失联由3人变为1人。"}};
  report.figures = {{FigureKind::outOfContact, 1, "公安", kNight, Verification::verified, true},
                    {FigureKind::outOfContact, 3, "桥梓镇", kNight.plusMs(-1'800'000), Verification::pending, false},
                    {FigureKind::evacuated, 86, "桥梓镇", kNight, Verification::estimated, false}};
  report.drafted = {kNight, "值班员 李梅", ""};
  report.reviewed = Step{kNight.plusMs(60'000), "值班长 王强", ""};
  report.signed_ = Step{kNight.plusMs(120'000), "副主任 张明", ""};
  report.recipients = {
      {"区委值班室", Step{kNight.plusMs(180'000), "值班员", ""}, Step{kNight.plusMs(240'000), "赵", ""}},
      {"市应急局", std::nullopt, std::nullopt}};
  return report;
}

TEST_F(Reports, FiguresStandWithWhoseTheyAreUpToWhenAndHowSure) {
  const Reading paper(printReport(followUp(), wish()));
  EXPECT_EQ(paper.pages(), 1);
  EXPECT_EQ(paper.size(1), "595 x 842");
  for (const char* words :
       {"桥梓镇山洪续报二", "续报", "第2期", "截至2026-07-20 21:40", "一、承接", "二、伤亡损失变化",
        "失联由3人变为1人。", "失联1公安2026-07-20 21:40已核；已核定，以此为准", "失联3桥梓镇2026-07-20 21:10待核",
        "紧急避险转移86", "估计", "拟稿：值班员李梅", "审核：值班长王强", "签发：副主任张明",
        "区委值班室2026-07-20 21:43赵2026-07-20 21:44", "市应急局——"})
    EXPECT_TRUE(paper.says(words)) << words << "\n" << paper.text();
  EXPECT_FALSE(paper.says("草稿"));
  paper.expectFontsEmbedded();
  paper.expectNothingOutside();
}

TEST_F(Reports, WithoutASignatureItIsADraftAndAWithdrawnOneSaysSo) {
  DutyReport report = followUp();
  report.signed_.reset();
  EXPECT_EQ(Reading(printReport(report, wish(Language::english, Mode::exercise))).times("演练EXERCISE·草稿DRAFT"), 2);
  report.withdrawn = Step{kNight, "值班长", "口径有误"};
  EXPECT_EQ(Reading(printReport(report, wish())).times("已撤回WITHDRAWN"), 2);
}

TEST_F(Reports, ALongReportLosesNothing) {
  DutyReport report = followUp();
  for (int i = 0; i < 30; ++i) {
    std::string words;
    for (int j = 0; j < 40; ++j) words += "沟口水位继续上涨，";
    report.sections.push_back({"情况" + std::to_string(i), words + "止" + std::to_string(i) + "。"});
  }
  const Reading paper(printReport(report, wish()));
  EXPECT_GT(paper.pages(), 3);
  for (int i = 0; i < 30; ++i) EXPECT_TRUE(paper.says("止" + std::to_string(i) + "。")) << i;
  paper.expectNothingOutside();
}

}  // namespace
}  // namespace fengsui
