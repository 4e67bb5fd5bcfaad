// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/messages.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "protocol/handshake.h"

namespace fengsui::protocol {
namespace {

Blob blobOf(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

std::vector<Message> oneOfEach() {
  Error error{ErrorCode::notFound, {"no such file", "文件不存在"}, {"build it", "请先生成"}, {}};
  error.place.file = "/x.qgs";
  return {
      Hello{protocolVersion, "fengsui", "0.1.0", "secret"},
      OpenProject{1, "/district/district.qgs"},
      Render{.generation = 7,
             .lane = Lane::tile,
             .extent = {1, 2, 3.5, 4.25},
             .widthPx = 1024,
             .heightPx = 768,
             .devicePixelRatio = 1.5,
             .dpi = 96,
             .style = "night",
             .labels = Labels::only,
             .layers = {"road", "place"},
             .hidden = {"place"},
             .background = "transparent",
             .deadlineMs = 5000},
      Cancel{7, true},
      Identify{8, 1e6, -2e6, 12.5, {"building"}, {"road"}},
      Ping{(std::uint64_t{1} << 63U) + 1},
      ProjectOpened{
          1,
          "/district/district.qgs",
          "Andorra",
          {0, 0, 10, 10},
          {"day", "night"},
          {Layer{"road", "道路", "交通", "vector", true, 500000, 0, {{"motorway", blobOf("png1")}, {"", {}}}, {}},
           Layer{"dem", "hillshade", "", "raster", false, 0, 5000, {}, Text{"gone", "不存在"}}},
          312},
      Rendered{7,
               Lane::labels,
               {0, 0, 2, 1},
               2,
               1,
               12,
               false,
               {{"wms", {"silent", "无响应"}}},
               blobOf("12345678"),
               {{1, 2, 30, 12}, {0, 0, 4, 4, 5, 0, 4, 4}}},
      Cancelled{7},
      Identified{8, {{"building", "school", {{"name", "小学"}, {"levels", "3"}}}}},
      Pong{5, "rendering", 120},
      Failure{1, error},
  };
}

TEST(Messages, ComeBackAsTheyWentOut) {
  for (const Message& message : oneOfEach()) {
    Frame frame = encode(message);
    const std::string json = frame.json;
    const auto back = decode(std::move(frame));
    ASSERT_TRUE(back) << json << "\n" << back.error();
    EXPECT_EQ(*back, message) << json;
  }
  EXPECT_EQ(oneOfEach().size(), std::variant_size_v<Message>);
}

TEST(Messages, WithoutOneOfTheirFieldsNameIt) {
  for (const Message& message : oneOfEach()) {
    const Frame frame = encode(message);
    const auto json = nlohmann::json::parse(frame.json);
    for (const auto& [field, value] : json.items()) {
      auto without = json;
      without.erase(field);
      const auto read = decode({without.dump(), frame.blob});
      ASSERT_FALSE(read) << json["type"] << " without " << field;
      EXPECT_NE(read.error().message.en.find(field), std::string::npos) << read.error();
      EXPECT_FALSE(read.error().message.zh.empty());

      auto wrong = json;
      wrong[field] = nullptr;
      EXPECT_FALSE(decode({wrong.dump(), frame.blob})) << json["type"] << " with null " << field;
    }
  }
}

TEST(Messages, WithSizesThatWouldHurtAreRefused) {
  const auto render = [](auto change) {
    auto json = nlohmann::json::parse(encode(oneOfEach()[2]).json);
    change(json);
    return decode({json.dump(), {}});
  };
  EXPECT_TRUE(render([](auto&) {}));
  EXPECT_FALSE(render([](auto& j) { j["widthPx"] = 0; }));
  EXPECT_FALSE(render([](auto& j) { j["widthPx"] = 1e9; }));
  EXPECT_FALSE(render([](auto& j) { j["widthPx"] = 16384, j["heightPx"] = 16384; }));
  EXPECT_FALSE(render([](auto& j) { j["dpi"] = -96; }));
  EXPECT_FALSE(render([](auto& j) { j["extent"] = {0, 0, 0, 0}; }));
  EXPECT_FALSE(render([](auto& j) { j["extent"] = {0, 0, 1e300, 1}; }));
  EXPECT_FALSE(render([](auto& j) { j["lane"] = "motorway"; }));
  EXPECT_FALSE(render([](auto& j) { j["generation"] = -1; }));
}

TEST(Messages, WithFewerPixelsThanTheyClaimAreRefused) {
  Frame frame = encode(oneOfEach()[7]);
  frame.blob.pop_back();
  EXPECT_FALSE(decode(std::move(frame)));
  Frame icons = encode(oneOfEach()[6]);
  icons.blob.pop_back();
  EXPECT_FALSE(decode(std::move(icons)));
}

TEST(Messages, ThatAreNotMessagesAreRefused) {
  for (const char* json : {"", "null", "[]", "{", "{}", R"({"type":1})", R"({"type":"reboot"})", "\xff\xfe"}) {
    EXPECT_FALSE(decode({json, {}})) << json;
  }
  EXPECT_FALSE(decode({std::string(100'000, '['), {}}));
}

TEST(Messages, WithALayerNameThatIsNotUtf8AreStillSent) {
  ProjectOpened opened;
  opened.title = "\xc0\xaf bad";
  EXPECT_TRUE(decode(encode(opened)));
}

TEST(Messages, SurviveRandomDamage) {
  std::mt19937 random(9);
  for (const Message& message : oneOfEach()) {
    const Frame frame = encode(message);
    for (int round = 0; round < 2'000; ++round) {
      Frame broken = frame;
      broken.json[random() % broken.json.size()] = static_cast<char>(random());
      (void)decode(std::move(broken));
    }
  }
}

TEST(Hello, OfAnotherVersionIsRefusedWithASentence) {
  const auto outcome = checkHello({protocolVersion + 1, "fengsui", "9.0", "t"}, "t");
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::refused);
  const std::string theirs = "fengsui 9.0 speaks version " + std::to_string(protocolVersion + 1);
  EXPECT_NE(outcome.error().message.en.find(theirs), std::string::npos) << outcome.error();
  EXPECT_FALSE(outcome.error().remedy.zh.empty());
}

TEST(Hello, WithoutTheSecretIsRefused) {
  const auto token = newToken();
  EXPECT_EQ(token.size(), 64U);
  EXPECT_NE(token, newToken());
  EXPECT_TRUE(checkHello({protocolVersion, "fengsui", "1", token}, token));
  EXPECT_FALSE(checkHello({protocolVersion, "fengsui", "1", ""}, token));
  EXPECT_FALSE(checkHello({protocolVersion, "fengsui", "1", newToken()}, token));
}

}  // namespace
}  // namespace fengsui::protocol
