// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

namespace fengsui {

/// How long the test that runs has been running.
inline std::chrono::milliseconds sinceTheTestBegan() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now) -
         std::chrono::milliseconds(test->result()->start_timestamp());
}

/// Checks that @p holds for @p cases random inputs, from the smallest to those of @p maxSize, and shrinks one that
/// fails.
///
/// The default run draws the same inputs every time, so that a red run is red again. FENGSUI_SEEDS=n draws up to n
/// times as many, each time from a new seed, as long as the test is not older than two minutes;
/// RC_PARAMS="reproduce=…" repeats a failure by the code that it printed.
template <class Testable>
void property(const std::string& sentence, int cases, int maxSize, Testable&& holds) {
  const rc::detail::Configuration& configuration = rc::detail::configuration();
  rc::detail::TestMetadata metadata;
  metadata.id = metadata.description = sentence;
  rc::detail::TestParams params;
  const char* more = std::getenv("FENGSUI_SEEDS");
  const int seeds = more ? std::atoi(more) : 0;
  params.seed = seeds > 0 ? configuration.testParams.seed : 20260720;
  params.maxSuccess = cases;
  params.maxSize = maxSize;
  struct Quiet : rc::detail::TestListener {
    void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
    void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
    void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
  } quiet;
  const auto stated = rc::detail::toProperty(std::forward<Testable>(holds));
  int drawn = 0;
  do {
    const auto result = rc::detail::checkProperty(stated, metadata, params, quiet, configuration.reproduce);
    if (!result.template is<rc::detail::SuccessResult>()) {
      std::ostringstream out;
      rc::detail::printResultMessage(result, out);
      ADD_FAILURE() << sentence << "\n" << out.str();
      return;
    }
    ++params.seed;
  } while (++drawn < seeds && sinceTheTestBegan() < std::chrono::minutes(2));
  if (seeds > 0) std::cout << sentence << ": " << drawn << " of " << seeds << " seeds\n";
}

}  // namespace fengsui
