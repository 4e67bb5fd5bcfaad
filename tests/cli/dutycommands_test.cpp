// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <fstream>

#include "cli/program.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(CommandLine, CallsOutThePersonsOfATableUntilEachHasSaidItBack) {
  newStation();
  std::ofstream(folder_ / "list.csv") << "姓名,职务,村,镇街,受威胁人数,电话,B角,B角电话\n"
                                         "张大山,村书记,北沟村,怀北镇,120,13800000001,李二,13800000002\n"
                                         "王小河,灾害信息员,西台村,怀北镇,30,13800000003,,\n";
  done("warning issue 暴雨 orange --issuer 区气象局 --signed-at -2m --text 请立即组织转移");
  done("callout start --from " + folder_ / "list.csv" + " --warning 暴雨");
  auto status = json("callout status");
  EXPECT_EQ(status["title"], "暴雨橙色Ⅱ预警叫应");
  EXPECT_EQ(status["unreached"][0]["name"], "张大山") << "most people at risk first";
  EXPECT_EQ(status["unreached"][0]["next"]["whom"], "B");
  EXPECT_THAT(status.dump(), Not(HasSubstr("13800000001")));

  done("--by 席位一 callout claim 张大山");
  const auto taken = run("--by 席位二 callout claim 张大山");
  EXPECT_EQ(taken.exitCode, 1);
  EXPECT_THAT(taken.output, HasSubstr("席位一 is calling 张大山 now"));
  done("--by 席位一 callout try 张大山 --reached responded --words 已组织转移");
  done("callout escalate 王小河");
  EXPECT_THAT(done("callout status"), HasSubstr("1/2 (50%)"));
  EXPECT_EQ(run("callout close").exitCode, 1);
  done("callout close --reason 预警解除");
  done("warning lift 暴雨");
}

TEST_F(CommandLine, SaysWhichPlaceIsSilentAndTakesAPaperListWithItsTimes) {
  newStation();
  done("contact owe 北沟村 --town 怀北镇 --people 120 --every 30 --since -2h");
  EXPECT_EQ(json("contact silent")[0]["name"], "北沟村");
  done("--happened -10m contact note 北沟村 --channel runner --words 人员平安");
  EXPECT_TRUE(json("contact silent").empty());
}

TEST_F(CommandLine, WritesTheChainOfReportsOfAnIncident) {
  newStation();
  done("incident report --kind explosion --title 甲厂爆炸 --locality 杨宋镇 --source 119");
  done("incident figure 甲厂爆炸 dead 3 --whose 公安");
  done("incident figure 甲厂爆炸 dead 5 --whose 卫健");
  EXPECT_THAT(done("report due"), HasSubstr("first report by telephone"));
  EXPECT_EQ(json("report level 甲厂爆炸")["level"], "large");
  done("--by 拟稿人 report draft 甲厂爆炸 first --to 市应急局");
  EXPECT_EQ(run("--by 张副区长 report sign 甲厂爆炸首报").exitCode, 1);
  done("--by 审核人 report review 甲厂爆炸首报");
  EXPECT_EQ(run("--by 拟稿人 report sign 甲厂爆炸首报").exitCode, 1);
  done("--by 张副区长 report sign 甲厂爆炸首报");
  done("report send 甲厂爆炸首报 --to 市应急局 --channel 传真");
  done("report receive 甲厂爆炸首报 --to 市应急局 --received-by 王值班");
  const std::string shown = done("report show 甲厂爆炸首报");
  EXPECT_THAT(shown, HasSubstr("死亡3人（公安"));
  EXPECT_THAT(shown, HasSubstr("received by 市应急局: 王值班"));
  EXPECT_FALSE(json("report show 甲厂爆炸首报").contains("sections"));

  EXPECT_THAT(run("report draft 甲厂爆炸 followUp").output, HasSubstr("nothing has"));
  done("incident figure 甲厂爆炸 dead 4 --whose 公安");
  done("report draft 甲厂爆炸 followUp");
  EXPECT_THAT(done("report show 甲厂爆炸续报一"), HasSubstr("死亡由3人变为4人（公安"));
}

TEST_F(CommandLine, KeepsDirectivesFromWhoeverLooksOverTheShoulder) {
  newStation();
  done("directive add 立即核实失联人员 --from 李区长 --lead 区应急局");
  EXPECT_EQ(run("directive list").exitCode, 1);
  EXPECT_THAT(done("directive list --restricted"), HasSubstr("立即核实失联人员"));
  EXPECT_THAT(json("show directives").dump(), Not(HasSubstr("立即核实")));
  EXPECT_THAT(done("show directives"), Not(HasSubstr("立即核实")));
  done("directive answer 立即核实失联人员 已核实");
  done("consultation add 汛情会商 --present 气象 --conclusion 建议启动三级响应 --rank 北沟村=泥石流沟口");
  EXPECT_EQ(json("show consultations")[0]["ranking"][0]["name"], "北沟村");
}

TEST_F(CommandLine, ReconcilesTheThreeCountsOfAVillage) {
  newStation();
  std::ofstream(folder_ / "ledger.csv") << "户主,行政村,所属镇街,人数,安置点\n"
                                           "张伟,北沟村,怀北镇,4,怀北中学\n张伟,西台村,怀北镇,2,怀北中学\n"
                                           "李强,北沟村,怀北镇,3,怀北中学\n";
  done("import " + folder_ / "ledger.csv" + " --as households");
  EXPECT_EQ(json("import " + folder_ / "ledger.csv" + " --as households")["changes"], 0);
  done("household count 张伟 --village 北沟村 --point house");
  done("household count 李强 --point house");
  done("household count 李强 --point shelter");
  auto tally = json("household tally 北沟村")[0];
  EXPECT_EQ(tally["house"], 7);
  EXPECT_EQ(tally["shelter"], 3);
  EXPECT_EQ(tally["missing"][0]["name"], "张伟");
  EXPECT_FALSE(tally["done"]);
  done("household count 张伟 --village 北沟村 --point shelter");
  EXPECT_TRUE(json("household tally 北沟村")[0]["done"]);
  EXPECT_EQ(run("household count 张伟 --village 西台村 --state refuses").exitCode, 1);
}

TEST_F(CommandLine, HandsOverWhatHasChangedSinceSomebodyLeft) {
  newStation();
  EXPECT_THAT(done("handover --since -1h"), HasSubstr("nothing has changed"));
  done("incident report --kind flood --title 河水上涨");
  done("warning issue 山洪 red --issuer 区水务局");
  const std::string said = done("handover --since -1h");
  EXPECT_THAT(said, HasSubstr("new: 河水上涨"));
  EXPECT_THAT(said, HasSubstr("山洪 red I: in force"));
}

}  // namespace
}  // namespace fengsui
