// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/modulemessages.h"

#include <gtest/gtest.h>

using namespace fengsui;
using namespace fengsui::protocol;

TEST(ModuleMessages, ComeBackAsTheyWentOut) {
  const ModelAsk ask{7, ModelAskKind::run, "/tmp/around", {{"rain", 20}, {"dem", "甲\n.tif"}}, "/out", "/before"};
  const std::string line = modelLine(ask);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(modelMessage<ModelAsk>(line).value(), ask);
}

TEST(ModuleMessages, ThatAreNoneAreRefused) {
  for (const char* line : {"", "7", "[]", "{\"id\": \"seven\"}", "{\"ask\": \"dance\"}", "{\"id\": 1"})
    EXPECT_FALSE(modelMessage<ModelAsk>(line)) << line;
}

TEST(ModuleMessages, NestedWithoutEndAreRefused) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_FALSE(modelMessage<ModelAsk>("{\"settings\":" + deep + "}"));
  EXPECT_FALSE(modelMessage<ModelAnswer>("{\"result\":" + deep + "}"));
  EXPECT_FALSE(modelMessage<ModelAnswer>("{\"answer\":" + deep + "}"));
}
