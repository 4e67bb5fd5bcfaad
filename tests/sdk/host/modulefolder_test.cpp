// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/host/modulefolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "sdk/host/probe.h"
#include "support/process.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

const std::filesystem::path kBad = FENGSUI_BAD_MODULES;

ModuleEntry entry(const std::string& name) {
  for (ModuleEntry& one : modulesIn(kBad))
    if (one.file.stem() == name) return one;
  throw std::runtime_error("not listed: " + name);
}
// What keeps it from being used as far as its file says, in both languages.
std::string listed(const std::string& name) {
  const ModuleEntry one = entry(name);
  if (!one.trouble) return "";
  EXPECT_FALSE(one.trouble->message.zh.empty());
  EXPECT_EQ(one.trouble->place.file, one.file.string());
  return one.trouble->sentence(Language::english);
}
// The same when it is loaded in a child.
std::string probed(const std::string& name, std::chrono::milliseconds patience = std::chrono::seconds(20)) {
  const auto trouble = probeModule(entry(name), patience);
  if (!trouble) return "";
  EXPECT_FALSE(trouble->message.zh.empty());
  EXPECT_EQ(trouble->place.file, entry(name).file.string());
  return trouble->sentence(Language::english);
}

TEST(ModuleFolders, ListEachLibraryWithWhatItsFileSays) {
  EXPECT_EQ(listed("misbehaving"), "");
  const ModuleEntry plain = entry("plain");
  EXPECT_EQ(plain.name, "plain");
  EXPECT_EQ(plain.version, "1.0");
  EXPECT_EQ(plain.about.zh, "测试用");
  EXPECT_THAT(listed("wrongiid"), HasSubstr("not a hazard module"));
  EXPECT_THAT(listed("nometadata"), HasSubstr("not a hazard module"));
  EXPECT_THAT(listed("otherversion"), AllOf(HasSubstr("version 99"), HasSubstr("has 2")));
}

TEST(ModuleFolders, TellOfTwoOfTheSameNameWhichIsTheSecond) {
  EXPECT_EQ(listed("plain"), "");
  EXPECT_THAT(listed("twin"), AllOf(HasSubstr("another module of this name"), HasSubstr("plain.so")));
}

TEST(ModuleFolders, PassOverWhatIsNoLibraryAndAreEmptyWhereTheyAreNot) {
  const TempFolder folder;
  EXPECT_THAT(modulesIn(folder.path() / "nowhere"), IsEmpty());
  std::ofstream(folder.path() / "readme.txt") << "words";
  std::ofstream(folder.path() / "text.so") << "words";
  std::filesystem::create_directory(folder.path() / "folder.so");
  const auto all = modulesIn(folder.path());
  for (const ModuleEntry& one : all) EXPECT_TRUE(one.trouble) << one.file;
  EXPECT_LE(all.size(), 2U);
}

TEST(ModuleFolders, SayWhatALoaderFinds) {
  EXPECT_EQ(probed("plain"), "");
  EXPECT_EQ(probed("misbehaving"), "");
  EXPECT_THAT(probed("unresolved"), AllOf(HasSubstr("cannot be loaded"), HasSubstr("solveWhatNobodyCanSolve")));
  EXPECT_THAT(probed("nointerface"), HasSubstr("no hazard module in it"));
  EXPECT_THAT(probed("throws"), HasSubstr("no licence for this hazard"));
  EXPECT_THAT(probed("crashes"), HasSubstr("Segmentation fault"));
  EXPECT_THAT(probed("misnamed"), AllOf(HasSubstr("plain"), HasSubstr("somebodyelse")));
  EXPECT_THAT(probed("otherversion"), HasSubstr("version 99")) << "is not loaded at all";
}

TEST(ModuleFolders, DoNotWaitForAModuleThatIsSilent) {
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(probed("silent", std::chrono::milliseconds(1500)), HasSubstr("no answer within 1500 ms"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(ModuleFolders, AreListedByTheProgramWithASentenceForEach) {
  const auto list =
      runProcess("FENGSUI_MODULES=" FENGSUI_BAD_MODULES " " FENGSUI_BIN "/fengsuictl --lang en --json model list");
  ASSERT_EQ(list.exitCode, 0) << list.output;
  const auto json = nlohmann::json::parse(list.output, nullptr, false);
  ASSERT_TRUE(json.is_array()) << list.output;
  std::map<std::string, std::string> troubles;
  for (const auto& one : json) {
    const std::string file = std::filesystem::path(one.value("file", "")).stem().string();
    EXPECT_EQ(one.value("usable", false), !one.contains("trouble")) << file;
    troubles[file] = one.value("trouble", "");
  }
  EXPECT_EQ(troubles.size(), 12U) << list.output;
  for (const auto& [file, trouble] : troubles)
    if (file == "plain" || file == "misbehaving")
      EXPECT_EQ(trouble, "");
    else
      EXPECT_GT(trouble.size(), 20U) << file;
  EXPECT_THAT(troubles["silent"], HasSubstr("no answer"));
}

TEST(ModuleFolders, NameThoseThatAreThereWhenOneIsNot) {
  const auto none = loadModuleNamed("volcano", kBad);
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().sentence(Language::english), AllOf(HasSubstr("volcano"), HasSubstr("misbehaving")));
}

}  // namespace
}  // namespace fengsui
