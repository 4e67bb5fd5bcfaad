// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "engineclient.h"
#include "townmap.h"

namespace fengsui::test {
namespace {

using namespace protocol;

TEST(EngineConnection, BeginsWithTheHelloOfAnEngineThatKnowsTheSecret) {
  EngineClient client;
  const auto hello = client.accept();
  ASSERT_TRUE(hello);
  EXPECT_EQ(hello->program, "fengsui-mapengine");
  EXPECT_EQ(hello->protocol, protocolVersion);
  EXPECT_EQ(hello->token, client.token());
}

TEST(EngineConnection, OfAnotherProtocolVersionIsRefusedWithASentence) {
  EngineClient client;
  ASSERT_TRUE(client.accept());
  client.send(Hello{protocolVersion + 40, "fengsui", "9.9", client.token()});
  const auto failure = client.receiveA<Failure>();
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->generation, 0U);
  EXPECT_EQ(failure->error.code, ErrorCode::refused);
  EXPECT_NE(failure->error.message.en.find("fengsui 9.9 speaks version " + std::to_string(protocolVersion + 40)),
            std::string::npos)
      << failure->error;
  EXPECT_NE(failure->error.message.zh.find("第 " + std::to_string(protocolVersion + 40) + " 版"), std::string::npos);
  EXPECT_FALSE(failure->error.remedy.en.empty());
  EXPECT_TRUE(client.ended());
}

TEST(EngineConnection, WithoutTheSecretIsRefused) {
  EngineClient client;
  ASSERT_TRUE(client.accept());
  client.send(Hello{protocolVersion, "fengsui", "1", newToken()});
  ASSERT_TRUE(client.receiveA<Failure>());
  EXPECT_TRUE(client.ended());
}

TEST(EngineConnection, ServesNothingBeforeHello) {
  EngineClient client;
  ASSERT_TRUE(client.accept());
  client.send(Ping{1});
  ASSERT_TRUE(client.receiveA<Failure>());
  EXPECT_TRUE(client.ended());
}

TEST(EngineConnection, EndsOnGarbageAndNothingElseDoes) {
  TempFolder folder;
  const auto project = makeTownMap(folder.path());
  EngineClient client;
  ASSERT_TRUE(client.greet());
  client.send(OpenProject{1, project.string()});
  ASSERT_TRUE(client.receiveA<ProjectOpened>());

  for (const std::string& garbage :
       {std::string("GET / HTTP/1.1\r\n\r\n"), std::string("FSE1\xff\xff\xff\xff\0\0\0\0", 12),
        *frameBytes({"not json", {}}), *frameBytes({R"({"type":"render"})", {}})}) {
    client.sendBytes(garbage);
    const auto failure = client.receiveA<Failure>();
    ASSERT_TRUE(failure) << garbage;
    EXPECT_EQ(failure->generation, 0U);
    EXPECT_TRUE(client.ended());
    client.hangUp();
    // The engine comes back by itself, with its project still open.
    ASSERT_TRUE(client.greet()) << garbage;
    client.send(townView(2));
    EXPECT_TRUE(client.receiveA<Rendered>()) << garbage;
  }
  EXPECT_TRUE(client.running());
}

TEST(EngineConnection, EndsTheProcessWhenTheClientIsGone) {
  EngineClient client;
  ASSERT_TRUE(client.greet());
  client.stopListening();
  client.hangUp();
  EXPECT_EQ(client.exited(6s), 0);
}

TEST(EngineConnection, LeavesNothingInTheHomeOfThePersonAndNoTemporaryFiles) {
  TempFolder home;
  TempFolder scratch;
  TempFolder folder;
  const auto project = makeTownMap(folder.path());
  EngineClient client({{"HOME", home.path().string()}, {"TMPDIR", scratch.path().string()}});
  ASSERT_TRUE(client.greet());
  client.send(OpenProject{1, project.string()});
  ASSERT_TRUE(client.receiveA<ProjectOpened>());
  client.send(townView(2));
  ASSERT_TRUE(client.receiveA<Rendered>());
  client.stopListening();
  client.hangUp();
  ASSERT_EQ(client.exited(6s), 0);
  for (const auto* place : {&home, &scratch}) {
    for (const auto& left : std::filesystem::recursive_directory_iterator(place->path())) ADD_FAILURE() << left.path();
  }
}

TEST(EngineConnection, AnswersPingsWhileItDraws) {
  TempFolder folder;
  const auto project = makeTownMap(folder.path());
  EngineClient client;
  ASSERT_TRUE(client.greet());
  client.send(OpenProject{1, project.string()});
  ASSERT_TRUE(client.receiveA<ProjectOpened>());
  for (Generation tile = 2; tile < 12; ++tile) {
    auto request = townView(tile);
    request.lane = Lane::tile;
    request.widthPx = request.heightPx = 2048;
    client.send(request);
  }
  for (std::uint64_t number = 1; number <= 5; ++number) {
    client.send(Ping{number});
    const auto begin = std::chrono::steady_clock::now();
    const auto pong = client.receiveA<Pong>();
    ASSERT_TRUE(pong);
    EXPECT_EQ(pong->number, number);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
  }
}

}  // namespace
}  // namespace fengsui::test
