// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "cli/program.h"
#include "support/smtpserver.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

namespace fs = std::filesystem;

/// One signed order to 供电公司, with a telephone number in its words.
class Sending : public CommandLine {
 protected:
  void SetUp() override {
    newStation();
    done("order draft --to 供电公司 --title 断电 --task '四处桥区断电，找13812345678' --sign 值班长");
  }
  nlohmann::json copy() { return json("order show 断电")["copies"][0]; }
  void channels(const std::string& text) { std::ofstream(folder_ / "s.channels.json") << text; }
};

TEST_F(Sending, ByFileAndTheAnswerBesideItIsTakenOnce) {
  const std::string drop = folder_ / "drop";
  fs::create_directory(drop);
  channels(R"({"file":{"folder":")" + drop + R"("}})");
  const auto tries = json("order send 断电 --via file");
  ASSERT_EQ(tries.size(), 1u);
  EXPECT_EQ(tries[0]["reached"], true);
  std::string stem;
  for (const auto& file : fs::directory_iterator(drop))
    if (file.path().extension() == ".json") stem = (file.path().parent_path() / file.path().stem()).string();
  std::ifstream in(stem + ".json");
  const auto data = nlohmann::json::parse(in);
  EXPECT_THAT(data.dump(), Not(HasSubstr("13812345678")));

  const std::string now = runProcess("date -Iminutes").output;
  std::ofstream(stem + ".reply.json") << nlohmann::json{{"order", data["number"]},
                                                        {"reply", "acknowledged"},
                                                        {"by", "李梅"},
                                                        {"at", now.substr(0, now.find('\n'))},
                                                        {"repeatedBack", true},
                                                        {"textDigest", data["textDigest"]}};
  EXPECT_EQ(json("order replies")["taken"], 1);
  EXPECT_EQ(json("order replies")["taken"], 0);
  EXPECT_EQ(copy()["acknowledged"]["by"], "李梅");
  EXPECT_EQ(copy()["repeatedBack"], true);
}

TEST_F(Sending, ByMailSaysWhatFailedAndKeepsTheTry) {
  const SmtpServer server;
  channels(R"({"mail":{"host":"127.0.0.1","port":)" + std::to_string(server.port()) +
           R"(,"from":"duty@example.cn","to":{"供电公司":"dispatch@example.cn"}}})");
  const auto refused = run("order send 断电 --via mail");
  EXPECT_EQ(refused.exitCode, 1) << "no encryption there";
  EXPECT_THAT(refused.output, HasSubstr("not brought"));
  EXPECT_EQ(copy()["attempts"].size(), 1u);
  EXPECT_FALSE(copy().contains("delivered"));

  channels(R"({"mail":{"host":"127.0.0.1","security":"none","port":)" + std::to_string(server.port()) +
           R"(,"from":"duty@example.cn","to":{"供电公司":"dispatch@example.cn"}}})");
  done("order send 断电 --via mail");
  EXPECT_EQ(server.messages().size(), 1u);
  EXPECT_EQ(copy()["attempts"].size(), 2u);
  EXPECT_TRUE(copy().contains("delivered"));
}

TEST_F(Sending, CarriesASignedReportAndKeepsItsReceipt) {
  const std::string drop = folder_ / "drop";
  fs::create_directory(drop);
  channels(R"({"file":{"folder":")" + drop + R"("}})");
  done("incident report --kind explosion --title 甲厂爆炸 --locality 杨宋镇 --source 119");
  done("--by 拟稿人 report draft 甲厂爆炸 first --to 市应急局 --to 区政府");
  EXPECT_EQ(run("report send 甲厂爆炸首报 --to 市应急局 --via file").exitCode, 1) << "not signed";
  EXPECT_TRUE(fs::is_empty(drop));
  done("--by 审核人 report review 甲厂爆炸首报");
  done("--by 张副区长 report sign 甲厂爆炸首报");
  const auto tries = json("report send 甲厂爆炸首报 --to 市应急局 --via file");
  ASSERT_EQ(tries.size(), 1u);
  EXPECT_EQ(tries[0]["reached"], true);
  EXPECT_FALSE(fs::is_empty(drop));
  EXPECT_THAT(done("report send 甲厂爆炸首报 --to 区政府 --via spoken --script"), HasSubstr("杨宋镇"));
  done("report send 甲厂爆炸首报 --to 区政府 --via spoken --whom 李值班 --repeated");
  done("report receive 甲厂爆炸首报 --to 市应急局 --received-by 王值班");
  const std::string shown = done("report show 甲厂爆炸首报");
  EXPECT_THAT(shown, HasSubstr("received by 市应急局: 王值班"));
  EXPECT_THAT(shown, HasSubstr("received by 区政府: 李值班"));
  EXPECT_EQ(run("report send 甲厂爆炸首报 --to 区政府 --via mail").exitCode, 1) << "this station has no mail";
}

TEST_F(Sending, ByVoiceReadsTheScriptAndAMissingChannelIsNamed) {
  EXPECT_THAT(done("order send 断电 --via spoken --script"), HasSubstr("请复诵"));
  EXPECT_FALSE(copy().contains("attempts")) << "looking at the script is no try";
  done("order send 断电 --via spoken --whom 李梅 --repeated");
  EXPECT_TRUE(copy().contains("delivered"));
  const auto missing = run("order send 断电 --via mail");
  EXPECT_EQ(missing.exitCode, 1);
  EXPECT_THAT(missing.output, HasSubstr("channels.json"));
}

}  // namespace
}  // namespace fengsui
