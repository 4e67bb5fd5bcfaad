// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <filesystem>
#include <fstream>

#include "cli/program.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Every document that fengsuictl prints, read back by a program that had no part in making it.
class PrintCommand : public CommandLine {
 protected:
  void SetUp() override {
    newStation();
    std::filesystem::create_directory(folder_ / "s.plans");
    std::filesystem::copy_file(std::string(FENGSUI_FIXTURES) + "/plans/good.yaml", folder_ / "s.plans/good.yaml");
  }
  /// Prints and gives back the text of the paper, after NFKC, without spaces. @p more: the document and its arguments.
  std::string paper(const std::string& more, const std::string& language = "zh") {
    const std::string file = folder_ / "paper.pdf";
    const auto printed = run("--lang " + language + " print " + more + " --out " + file);
    EXPECT_EQ(printed.exitCode, 0) << more << '\n' << printed.output;
    return squeezed(runProcess("pdftotext -raw " + file + " -").output);
  }
  static std::string squeezed(const std::string& utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    std::string out;
    nfkc->normalize(icu::UnicodeString::fromUTF8(utf8), status).toUTF8String(out);
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\f' || c == '\t'; });
    return out;
  }
  void activate() {
    done("response activate --plan flood.test --level 三级 --sign 分管区领导 --document 示防汛指1号 --area 全区");
  }
};

TEST_F(PrintCommand, MakesTheCardOfAPostFromAPlanFile) {
  const std::string file = std::string(FENGSUI_FIXTURES) + "/plans/good.yaml";
  const std::string card = paper("card 值班长 --plan " + file + " --level 三级");
  EXPECT_THAT(card, HasSubstr("岗位指令卡"));
  EXPECT_THAT(card, HasSubstr("值班长"));
  EXPECT_THAT(card, HasSubstr("副值班长"));
  EXPECT_THAT(card, HasSubstr("第一条"));
  EXPECT_THAT(card, HasSubstr("T+30"));
  const auto unknown = run("print card 值班 --plan flood.test --out " + folder_ / "x.pdf");
  EXPECT_EQ(unknown.exitCode, 1);
  EXPECT_THAT(unknown.output, HasSubstr("did you mean 值班长?"));
  const auto neither = run("print card --out " + folder_ / "x.pdf");
  EXPECT_EQ(neither.exitCode, 1);
  EXPECT_THAT(neither.output, HasSubstr("--response or --plan is wanted"));
}

TEST_F(PrintCommand, MakesTheHandbookOfAPlanWithItsFlowChartAndConditionsInWords) {
  const std::string book = paper("handbook --plan flood.test");
  EXPECT_THAT(book, HasSubstr("流程图"));
  EXPECT_THAT(book, HasSubstr("暴雨预警达到黄色及以上"));
  EXPECT_THAT(book, Not(HasSubstr("warning(")));
  EXPECT_THAT(book, HasSubstr("第二条"));
  const std::string english = paper("handbook --plan flood.test --level 三级", "en");
  EXPECT_THAT(english, HasSubstr("Second"));
  EXPECT_THAT(english, HasSubstr(squeezed("暴雨 warning is yellow or above")));
}

TEST_F(PrintCommand, MakesThePapersOfAResponse) {
  activate();
  EXPECT_THAT(paper("card 值班长 --response 防汛"), HasSubstr("第一条"));
  EXPECT_THAT(paper("handbook 防汛"), HasSubstr("暴雨预警达到黄色及以上"));
  EXPECT_THAT(paper("checklist 防汛"), HasSubstr("第二条"));
}

TEST_F(PrintCommand, MakesAnOrderItsRecallAndMatchesACode) {
  done("order draft --to 供电公司 --title 断电 --task 四处桥区断电 --sign 值班长");
  EXPECT_THAT(paper("order 断电"), HasSubstr("四处桥区断电"));
  done("order recall 断电 --reason 写错桥名");
  EXPECT_THAT(paper("recall 断电"), HasSubstr("写错桥名"));
  EXPECT_EQ(run("print match nonsense").exitCode, 1);
}

TEST_F(PrintCommand, MakesADutyReportAndAListOfWhoHasNotAnswered) {
  done("incident report --kind explosion --title 甲厂爆炸 --locality 杨宋镇 --source 119");
  done("--by 拟稿人 report draft 甲厂爆炸 first --to 市应急局");
  EXPECT_THAT(paper("report 甲厂爆炸首报"), HasSubstr("杨宋镇"));

  std::ofstream(folder_ / "list.csv")
      << "姓名,职务,村,镇街,受威胁人数,电话\n张大山,村书记,北沟村,怀北镇,120,13800000001\n";
  done("warning issue 暴雨 orange --issuer 区气象局 --signed-at -2m --text 请立即组织转移");
  done("callout start --from " + folder_ / "list.csv" + " --warning 暴雨");
  const std::string list = paper("callout 叫应");
  EXPECT_THAT(list, HasSubstr("张大山"));
  EXPECT_THAT(list, Not(HasSubstr("13800000001")));
  EXPECT_THAT(paper("callout 叫应 --telephones"), HasSubstr("13800000001"));
}

}  // namespace
}  // namespace fengsui
