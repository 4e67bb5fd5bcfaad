// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/channels.h"

#include <sys/stat.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <utility>

#include "core/deriveorders.h"
#include "core/digest.h"
#include "feeds/filedrop.h"
#include "feeds/voice.h"
#include "signed.h"
#include "support/smtpserver.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

TEST(Parcel, SaysWhatIsOrderedAndNoTelephone) {
  const SignedOrder at;
  const Parcel parcel = at.parcel();
  const std::string number = at.station->situation().find(at.order.id)->number;
  for (const std::string& wanted :
       {number, std::string("四处下凹桥区断电"), std::string("供电公司"), std::string("值班长")})
    EXPECT_NE(parcel.text.find(wanted), std::string::npos) << wanted;
  EXPECT_NE(parcel.spoken.find("请复诵单号、任务、时限"), std::string::npos);
  for (const std::string& all : {parcel.text, parcel.spoken, parcel.data.dump()}) {
    EXPECT_EQ(all.find("13812345678"), std::string::npos);
    EXPECT_EQ(all.find("69641234"), std::string::npos);
  }
}

TEST(Parcel, OfARecalledOrderSaysToStop) {
  const SignedOrder at;
  does(*at.station, RecallOrder{at.order.id, "误发"});
  const Parcel parcel = at.parcel();
  EXPECT_EQ(parcel.kind, ParcelKind::recall);
  EXPECT_NE(parcel.text.find("停止执行"), std::string::npos);
  EXPECT_NE(parcel.text.find("误发"), std::string::npos);
  const auto record = recordOf(parcel, {"file", systemNow(), "", "", true, ""});
  EXPECT_TRUE(std::get<CarryOrder>(*record).recall);
}

TEST(Parcel, OfADraftIsRefused) {
  const TempFolder folder;
  const auto station = newStation(folder / "s");
  Order order;
  order.id.uuid = Uuid::v7(systemNow());
  order.brief.task = "巡查";
  order.brief.owner.name = "水务局";
  does(*station, DraftOrder{order, {}, {}});
  const auto parcel = parcelOfOrder(station->situation(), order.id, "", station->timeZone());
  ASSERT_FALSE(parcel);
  EXPECT_FALSE(parcel.error().message.zh.empty());
}

TEST(Parcel, OfAReportLeavesOutDirectives) {
  const TempFolder folder;
  const auto station = newStation(folder / "s");
  const Incident incident = incidentTitled("北沟村山洪");
  does(*station, ReportIncident{incident});
  DutyReport report;
  report.id.uuid = Uuid::v7(systemNow());
  report.incident = incident.id;
  report.sections = {{"基本情况", "北沟村山洪，值守电话010-69641234"}, {"领导批示", "务必全部转出"}};
  does(*station, DraftReport{report}, "调度员");
  EXPECT_FALSE(parcelOfReport(station->situation(), report.id, "市应急局", station->timeZone())) << "not signed";
  does(*station, ReviewReport{report.id, {}}, "副值班长");
  does(*station, SignReport{report.id, {}}, "值班长");
  const auto parcel = parcelOfReport(station->situation(), report.id, "市应急局", station->timeZone());
  ASSERT_TRUE(parcel) << parcel.error();
  EXPECT_NE(parcel->text.find("北沟村山洪"), std::string::npos);
  EXPECT_EQ(parcel->text.find("务必全部转出"), std::string::npos);
  EXPECT_EQ(parcel->text.find("69641234"), std::string::npos);
  does(*station, *recordOf(*parcel, {"mail", systemNow(), "", "", true, ""}));
  EXPECT_TRUE(station->situation().find(report.id)->recipients.front().sent);
}

TEST(FileDrop, WritesTextAndDataWithItsDigestAndNothingElse) {
  const SignedOrder at;
  const std::string folder = at.folder / "drop";
  fs::create_directory(folder);
  FileDrop drop(folder);
  const Parcel parcel = at.parcel();
  const Carriage carriage = drop.carry(parcel);
  ASSERT_TRUE(carriage.attempt.reached) << carriage.attempt.detail;
  const std::string stem = folder + "/" + FileDrop::stemOf(parcel);
  EXPECT_EQ(textOfFile(stem + ".txt"), parcel.text);
  const Json data = Json::parse(textOfFile(stem + ".json"));
  EXPECT_EQ(data["textDigest"], hex(blake2b(textOfFile(stem + ".txt"))));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 2) << "nothing half written";
}

TEST(FileDrop, SaysWhichFolderIsNotThere) {
  const SignedOrder at;
  FileDrop drop(at.folder / "nowhere");
  const Carriage carriage = drop.carry(at.parcel());
  EXPECT_FALSE(carriage.attempt.reached);
  EXPECT_TRUE(carriage.channelDown);
  EXPECT_NE(carriage.attempt.detail.find("nowhere"), std::string::npos);
}

struct Answered : testing::Test {
  SignedOrder at;
  std::string folder = at.folder / "drop";
  Parcel parcel = at.parcel();
  std::string file;
  Json reply;

  void SetUp() override {
    fs::create_directory(folder);
    ASSERT_TRUE(FileDrop(folder).carry(parcel).attempt.reached);
    file = folder + "/" + FileDrop::stemOf(parcel) + ".reply.json";
    reply = {{"order", parcel.number},
             {"to", parcel.to},
             {"reply", "acknowledged"},
             {"by", "李梅"},
             {"at", at.station->timeZone().local(systemNow()).substr(0, 16)},
             {"words", "照办"},
             {"repeatedBack", true},
             {"textDigest", parcel.data["textDigest"]}};
  }
  Replies read() {
    auto replies = readReplies(folder, at.station->situation(), at.station->timeZone());
    EXPECT_TRUE(replies) << replies.error();
    return replies.value_or(Replies{});
  }
};

TEST_F(Answered, AReplyBesideItBecomesAReceiptOnce) {
  write(file, reply.dump());
  const Replies replies = read();
  ASSERT_EQ(replies.read.size(), 1u);
  ASSERT_TRUE(at.station->execute(replies.read[0].command, {"值班员", replies.read[0].at}));
  EXPECT_TRUE(at.copy().acknowledged);
  EXPECT_TRUE(at.copy().repeatedBack);
  EXPECT_EQ(at.copy().acknowledged->by, "李梅");
  EXPECT_FALSE(unanswered(*at.station->situation().find(at.order.id), at.copy()))
      << "minutes are all that people write";
  // The computer stops before the file is put away: it is not noted twice.
  EXPECT_TRUE(read().read.empty());
  EXPECT_FALSE(fs::exists(file));
  EXPECT_TRUE(fs::exists(file + ".read"));
}

TEST_F(Answered, ARefusalNeedsItsReasonAndIsReadAsOne) {
  reply["reply"] = "refused";
  reply["words"] = "抢修车在外";
  write(file, reply.dump());
  const Replies replies = read();
  ASSERT_EQ(replies.read.size(), 1u);
  EXPECT_EQ(std::get<RefuseOrder>(replies.read[0].command).reason, "抢修车在外");
}

TEST_F(Answered, WhatDoesNotFitSaysWhereAndStays) {
  const auto faultOf = [&](const std::string& text) {
    write(file, text);
    const Replies replies = read();
    EXPECT_TRUE(replies.read.empty()) << text;
    EXPECT_EQ(replies.wrong.size(), 1u) << text;
    EXPECT_TRUE(fs::exists(file));
    return replies.wrong.empty() ? std::string() : replies.wrong[0].place.field;
  };
  const auto changed = [&](const char* field, const Json& value) {
    Json other = reply;
    other[field] = value;
    return faultOf(other.dump());
  };
  EXPECT_EQ(faultOf("not json"), "");
  EXPECT_EQ(faultOf("[1, 2]"), "");
  EXPECT_EQ(changed("order", "令9999-ZZ"), "order");
  EXPECT_EQ(changed("to", "organisation:别家"), "to");
  EXPECT_EQ(changed("reply", "maybe"), "reply");
  EXPECT_EQ(changed("by", ""), "by");
  EXPECT_EQ(changed("at", "yesterday"), "at");
  EXPECT_EQ(changed("at", "2026-01-02 21:45"), "at") << "before it was issued";
  EXPECT_EQ(changed("textDigest", "00"), "textDigest");
}

MailSettings mailTo(const SmtpServer& server) {
  MailSettings settings;
  settings.host = "127.0.0.1";
  settings.port = server.port();
  settings.security = MailSecurity::none;
  settings.from = "duty@example.cn";
  settings.to = {{"供电公司", "dispatch@example.cn"}};
  return settings;
}

double secondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(Mail, IsTakenByTheServerWithItsChineseSubject) {
  const SignedOrder at;
  const SmtpServer server;
  Mail mail(mailTo(server));
  const Carriage carriage = mail.carry(at.parcel());
  ASSERT_TRUE(carriage.attempt.reached) << carriage.attempt.detail;
  EXPECT_EQ(carriage.attempt.channel, "mail");
  ASSERT_EQ(server.messages().size(), 1u);
  EXPECT_NE(server.commands().find("RCPT TO:<dispatch@example.cn>"), std::string::npos);
  const std::string message = server.messages()[0];
  EXPECT_NE(message.find("Subject: =?UTF-8?B?"), std::string::npos);
  EXPECT_NE(message.find("Content-Transfer-Encoding: base64"), std::string::npos);
  for (const char c : message) EXPECT_LT(static_cast<unsigned char>(c), 0x80u) << "seven bits on the line";
}

TEST(Mail, RefusesAServerWithoutEncryptionUnlessToldOtherwise) {
  const SignedOrder at;
  const SmtpServer server;
  MailSettings settings = mailTo(server);
  settings.security = MailSettings{}.security;
  ASSERT_EQ(settings.security, MailSecurity::startTls);
  const Carriage carriage = Mail(settings).carry(at.parcel());
  EXPECT_FALSE(carriage.attempt.reached);
  EXPECT_NE(carriage.attempt.detail.find("不支持加密"), std::string::npos) << carriage.attempt.detail;
  EXPECT_TRUE(server.messages().empty());
  EXPECT_EQ(server.commands().find("MAIL FROM"), std::string::npos) << "nothing was said in the open";
}

/// A mail server with a certificate of its own, in another process.
class TlsMailServer {
 public:
  explicit TlsMailServer(const std::string& manner)
      : pipe_(::popen(
            ("exec python3 " FENGSUI_SUPPORT "/tlsmailserver.py " + folder_.path().string() + ' ' + manner).c_str(),
            "r")) {
    EXPECT_EQ(std::fscanf(pipe_, "%d", &port_), 1) << "no port was said";
  }
  ~TlsMailServer() { end(); }
  TlsMailServer(const TlsMailServer&) = delete;
  TlsMailServer& operator=(const TlsMailServer&) = delete;

  [[nodiscard]] MailSettings settings(MailSecurity security) const {
    MailSettings settings;
    settings.host = "127.0.0.1";
    settings.port = port_;
    settings.security = security;
    settings.from = "duty@example.cn";
    settings.to = {{"供电公司", "dispatch@example.cn"}};
    settings.user = "duty";
    settings.password = "secret";
    settings.authority = folder_ / "authority.pem";
    return settings;
  }
  /// What it wrote down, once the conversation is over.
  [[nodiscard]] std::string wrote(const char* name) {
    end();
    std::ifstream file(folder_ / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  void end() {
    if (pipe_) ::pclose(std::exchange(pipe_, nullptr));
  }
  TempFolder folder_;
  FILE* pipe_;
  int port_ = 0;
};

TEST(Mail, IsTakenOverAnEncryptedLineByWhomItLogsInTo) {
  const SignedOrder at;
  for (const MailSecurity security : {MailSecurity::startTls, MailSecurity::tls}) {
    SCOPED_TRACE(nameOf(security).code);
    TlsMailServer server(security == MailSecurity::tls ? "tls" : "starttls");
    const Carriage carriage = Mail(server.settings(security)).carry(at.parcel());
    EXPECT_TRUE(carriage.attempt.reached) << carriage.attempt.detail;
    EXPECT_NE(server.wrote("message").find("Subject: =?UTF-8?B?"), std::string::npos);
    const std::string said = server.wrote("said");
    EXPECT_NE(said.find("encrypted MAIL FROM:<duty@example.cn>"), std::string::npos) << said;
    EXPECT_EQ(said.find("open AUTH"), std::string::npos) << said;
  }
}

TEST(Mail, AServerWhoseCertificateNobodyVouchesForIsNotSpokenTo) {
  const SignedOrder at;
  TlsMailServer server("starttls");
  MailSettings settings = server.settings(MailSecurity::startTls);
  settings.authority.clear();
  const Carriage carriage = Mail(settings).carry(at.parcel());
  EXPECT_FALSE(carriage.attempt.reached);
  EXPECT_TRUE(carriage.channelDown) << carriage.attempt.detail;
  EXPECT_NE(carriage.attempt.detail.find("证书"), std::string::npos) << carriage.attempt.detail;
  EXPECT_EQ(server.wrote("said").find("MAIL"), std::string::npos);
}

TEST(Mail, AServerThatSaysNothingIsGivenUpWithinFiveSeconds) {
  const SignedOrder at;
  const SmtpServer server(SmtpServer::Manner::saysNothing);
  Mail mail(mailTo(server));
  Carriage carriage;
  const double seconds = secondsOf([&] { carriage = mail.carry(at.parcel()); });
  EXPECT_FALSE(carriage.attempt.reached);
  EXPECT_TRUE(carriage.channelDown);
  EXPECT_LE(seconds, 5.0);
  EXPECT_NE(carriage.attempt.detail.find("无响应"), std::string::npos) << carriage.attempt.detail;
}

TEST(Mail, ARefusedRecipientIsNotABrokenChannel) {
  const SignedOrder at;
  const SmtpServer server(SmtpServer::Manner::refusesRecipients);
  const Carriage carriage = Mail(mailTo(server)).carry(at.parcel());
  EXPECT_FALSE(carriage.attempt.reached);
  EXPECT_FALSE(carriage.channelDown) << carriage.attempt.detail;
  EXPECT_NE(carriage.attempt.detail.find("550"), std::string::npos) << carriage.attempt.detail;
}

TEST(Mail, AnAddressThatWouldBeginAnotherLineIsNotUsed) {
  const SignedOrder at;
  const SmtpServer server;
  MailSettings settings = mailTo(server);
  settings.to["供电公司"] = "a@b.cn>\r\nRCPT TO:<c@d.cn";
  EXPECT_FALSE(Mail(settings).carry(at.parcel()).attempt.reached);
  settings.to.clear();
  const Carriage carriage = Mail(settings).carry(at.parcel());
  EXPECT_NE(carriage.attempt.detail.find("供电公司"), std::string::npos);
  EXPECT_FALSE(carriage.channelDown);
}

TEST(Voice, SaysWhetherItWasRepeatedAndPaperIsNotDelivered) {
  const SignedOrder at;
  EXPECT_TRUE(Spoken("李梅", true, true).carry(at.parcel()).attempt.reached);
  EXPECT_NE(Spoken("李梅", true, false).carry(at.parcel()).attempt.detail,
            Spoken("李梅", true, true).carry(at.parcel()).attempt.detail);
  EXPECT_FALSE(Spoken("李梅", false, false).carry(at.parcel()).attempt.reached);
  std::string printed;
  Print print([&](const std::string& file) -> Outcome {
    printed = file;
    return {};
  });
  Parcel parcel = at.parcel();
  EXPECT_FALSE(print.carry(parcel).attempt.reached);
  EXPECT_TRUE(printed.empty());
  parcel.file = "/tmp/card.pdf";
  EXPECT_FALSE(print.carry(parcel).attempt.reached) << "paper in the tray";
  EXPECT_EQ(printed, "/tmp/card.pdf");
  EXPECT_FALSE(Seat("二号席").carry(parcel).attempt.reached) << "the other seat's answer says that it came";
}

TEST(ChannelSettings, AreReadWithTheFaultInItsPlace) {
  const auto settings = readChannelSettings(
      R"({"file":{"folder":"/media/x"},"mail":{"host":"mail.example.cn","from":"a@b.cn","to":{"供电公司":"c@d.cn"}}})");
  ASSERT_TRUE(settings) << settings.error();
  EXPECT_EQ(settings->mail->port, 587);
  EXPECT_EQ(settings->mail->security, MailSecurity::startTls);
  EXPECT_EQ(channelsFrom(*settings).size(), 2u);
  const auto faultOf = [](const char* text) {
    const auto read = readChannelSettings(text);
    EXPECT_FALSE(read) << text;
    return read ? std::string() : read.error().place.field;
  };
  EXPECT_EQ(faultOf("nonsense"), "");
  EXPECT_EQ(faultOf(R"({"pigeon":{}})"), "pigeon");
  EXPECT_EQ(faultOf(R"({"file":{}})"), "file.folder");
  EXPECT_EQ(faultOf(R"({"file":7})"), "file.");
  EXPECT_EQ(faultOf(R"({"mail":{"host":"h","from":"a@b.cn","password":"x"}})"), "mail.password");
  EXPECT_EQ(faultOf(R"({"mail":{"host":"h","from":"a@b.cn","port":70000}})"), "mail.port");
  EXPECT_EQ(faultOf(R"({"mail":{"host":"h/x","from":"a@b.cn"}})"), "mail.host");
  EXPECT_EQ(faultOf(R"({"mail":{"host":"h","from":"a@b.cn","security":"maybe"}})"), "mail.security");
}

TEST(ChannelSettings, APasswordThatOthersMayReadIsRefused) {
  const TempFolder folder;
  const std::string file = folder / "password";
  write(file, "secret\n");
  ::chmod(file.c_str(), 0644);
  EXPECT_FALSE(passwordFrom(file));
  ::chmod(file.c_str(), 0600);
  EXPECT_EQ(passwordFrom(file).value(), "secret");
  EXPECT_FALSE(passwordFrom(folder / "nothing"));
}

}  // namespace
}  // namespace fengsui
