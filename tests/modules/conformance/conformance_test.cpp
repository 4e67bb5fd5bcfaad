// SPDX-License-Identifier: GPL-3.0-or-later
// Every module of the folder of modules, each held to what the sdk promises of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "modules/conformance/checks.h"
#include "sdk/host/modulefolder.h"
#include "support/process.h"

namespace fengsui::conformance {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::filesystem::path modulesHere() {
  const char* said = std::getenv("FENGSUI_MODULES");
  return said && *said ? said : FENGSUI_MODULES_BUILT;
}

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const ModuleEntry& entry : modulesIn(modulesHere())) out.push_back(entry.name);
  return out;
}

class Modules : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const auto module = loadModuleNamed(GetParam(), modulesHere());
    ASSERT_TRUE(module) << module.error();
    const std::filesystem::path file = std::filesystem::path(FENGSUI_MODULE_SOURCES) / GetParam() / "conformance.json";
    std::ifstream stream(file);
    Json about = Json::parse(stream, nullptr, false);
    ASSERT_TRUE(about.is_object()) << file << " names the inputs that the suite needs; see modules/README.md";
    subject_ = std::make_unique<Subject>(**module, std::move(about));
  }
  ProcessResult command(const std::string& arguments) const {
    return runProcess("FENGSUI_MODULES=" + modulesHere().string() + " " FENGSUI_BIN "/fengsuictl --lang en model " +
                      GetParam() + " " + arguments);
  }
  std::unique_ptr<Subject> subject_;
};

TEST_P(Modules, CallThemselvesAsTheirMetadataSays) {
  EXPECT_EQ(subject_->module().name(), GetParam());
  EXPECT_FALSE(subject_->module().title().en.empty() || subject_->module().title().zh.empty());
  EXPECT_FALSE(subject_->module().version().empty());
  EXPECT_FALSE(subject_->module().hazards().empty()) << "plans are asked by hazard";
  const ExposureRules rules = subject_->module().exposureRules();
  for (const auto& [what, stages] : rules.stages)
    for (std::size_t i = 1; i < stages.size(); ++i) EXPECT_LT(stages[i - 1].from, stages[i].from) << what;
}

TEST_P(Modules, HaveSettingsThatComeBackAsTheyWentIn) {
  EXPECT_THAT(ofSettings(*subject_), IsEmpty());
  const auto schema = command("--schema --json");
  ASSERT_EQ(schema.exitCode, 0) << schema.output;
  EXPECT_EQ(Json::parse(schema.output, nullptr, false), schemaOf(subject_->module().settings()));
}

TEST_P(Modules, StopWithin200Milliseconds) {
  EXPECT_THAT(ofCancellation(*subject_), IsEmpty());
}

TEST_P(Modules, GiveTheSameBytesForTheSameRequest) {
  EXPECT_THAT(ofDeterminism(*subject_), IsEmpty());
}

TEST_P(Modules, RunTwiceAtTheSameTime) {
  EXPECT_THAT(ofTwoRunsAtOnce(*subject_), IsEmpty());
}

TEST_P(Modules, WriteNothingOutsideTheirResults) {
  EXPECT_THAT(ofPlacesWritten(*subject_), IsEmpty());
}

TEST_P(Modules, SayWhenTheirResultsCannotBeWritten) {
  EXPECT_THAT(ofResultsFolder(*subject_), IsEmpty());
}

TEST_P(Modules, SayWhatIsWrongWithBadInputs) {
  EXPECT_THAT(ofBadInputs(*subject_), IsEmpty());
}

TEST_P(Modules, HaveNothingToSayOfNothing) {
  EXPECT_THAT(ofAnEmptySituation(*subject_), IsEmpty());
}

TEST_P(Modules, RefuseAScenarioThatIsNoJson) {
  const auto with = [&](const std::string& text) {
    const std::filesystem::path file = subject_->place("scenario.json");
    std::ofstream(file, std::ios::binary) << text;
    const auto result = command("--scenario " + file.string() + " --out " + subject_->place("scenario").string());
    EXPECT_EQ(result.exitCode, 1) << text;
    return result.output;
  };
  EXPECT_THAT(with("{\"duration\": "), HasSubstr("scenario.json"));
  EXPECT_THAT(with(""), HasSubstr("scenario.json"));
  EXPECT_THAT(with(std::string("\xff\xfe\0\1", 4)), HasSubstr("scenario.json"));
  EXPECT_THAT(with("[1, 2]"), HasSubstr("object of settings"));
  EXPECT_THAT(with(std::string(20'000, '[')), HasSubstr("scenario.json"));
  EXPECT_THAT(with("{\"no.such.setting\": 1}"), HasSubstr("no.such.setting"));
  EXPECT_FALSE(std::filesystem::exists(subject_->place("scenario") / "forecast.json"));
}

INSTANTIATE_TEST_SUITE_P(All, Modules, testing::ValuesIn(names()), [](const auto& param) { return param.param; });

}  // namespace
}  // namespace fengsui::conformance
