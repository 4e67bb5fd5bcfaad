// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <sstream>
#include <string>

namespace fengsui {

/// Checks that @p holds for @p cases random inputs, from the smallest to those of @p maxSize, and shrinks one that
/// fails.
///
/// The default run draws the same inputs every time, so that a red run is red again. FENGSUI_SEEDS=n draws n times as
/// many from a new seed; RC_PARAMS="reproduce=…" repeats a failure by the code that it printed.
template <class Testable>
void property(const std::string& sentence, int cases, int maxSize, Testable&& holds) {
  const rc::detail::Configuration& configuration = rc::detail::configuration();
  rc::detail::TestMetadata metadata;
  metadata.id = metadata.description = sentence;
  rc::detail::TestParams params;
  const char* more = std::getenv("FENGSUI_SEEDS");
  const bool manySeeds = more && std::atoi(more) > 0;
  params.seed = manySeeds ? configuration.testParams.seed : 20260720;
  params.maxSuccess = cases * (manySeeds ? std::atoi(more) : 1);
  params.maxSize = maxSize;
  struct Quiet : rc::detail::TestListener {
    void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
    void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
    void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
  } quiet;
  const auto result = rc::detail::checkProperty(rc::detail::toProperty(std::forward<Testable>(holds)), metadata, params,
                                                quiet, configuration.reproduce);
  if (result.template is<rc::detail::SuccessResult>()) return;
  std::ostringstream out;
  rc::detail::printResultMessage(result, out);
  ADD_FAILURE() << sentence << "\n" << out.str();
}

}  // namespace fengsui
