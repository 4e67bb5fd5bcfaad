// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/process.h"
#include "support/tempfolder.h"

namespace fengsui {

/// The real program on a station in a folder of its own.
class CommandLine : public testing::Test {
 protected:
  /// Runs fengsuictl with these arguments on the station "s".
  ProcessResult run(const std::string& arguments) {
    return runProcess(std::string(FENGSUI_BIN) + "/fengsuictl --lang en --station " + folder_ / "s" + " " + arguments);
  }
  /// Runs it and expects it to be done. @return what it says.
  std::string done(const std::string& arguments) {
    const ProcessResult result = run(arguments);
    EXPECT_EQ(result.exitCode, 0) << arguments << "\n" << result.output;
    return result.output;
  }
  nlohmann::json json(const std::string& arguments) {
    // The answer is the last line; what comes before it on stderr is about rows.
    std::string text = done("--json " + arguments);
    while (!text.empty() && text.back() == '\n') text.pop_back();
    if (const auto start = text.rfind('\n'); start != std::string::npos) text.erase(0, start + 1);
    return nlohmann::json::parse(text, nullptr, false);
  }
  void newStation() { done("station new " + folder_ / "s" + " --name 示范区指挥中心"); }

  TempFolder folder_;
};

}  // namespace fengsui
