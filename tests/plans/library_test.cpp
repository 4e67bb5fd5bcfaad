// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/library.h"

#include <gtest/gtest.h>

#include "plans/compare.h"

namespace fengsui {
namespace {

std::string planText(const std::string& id, const std::string& more, const std::string& items,
                     const std::string& edition = "1", const std::string& effective = "2026-06-01") {
  return "plan: " + id + "\nedition: \"" + edition + "\"\neffective: " + effective +
         "\nsource: 示例\ntitle: {zh: 甲, en: A}\n" + "hazard: flood\n" + more +
         (items.empty() ? "" : "items:\n" + items);
}

std::string item(const std::string& id, const std::string& text, const std::string& more = {}) {
  return "  - {id: " + id + ", title: {zh: 甲, en: A}, phase: act, owner: {post: 值班长}, do: " + text + more + "}\n";
}

constexpr const char* kPhases = "phases: [{id: act, zh: 处置, en: Act}]\n";

std::vector<std::string> ids(const Plan& plan) {
  std::vector<std::string> out;
  for (const PlanItem& one : plan.items) out.push_back(one.id);
  return out;
}

using Files = std::vector<std::pair<std::filesystem::path, std::string>>;
using Names = std::vector<std::string>;

TEST(PlanLibrary, PutsInWhatAPlanIncludesOnce) {
  const PlanLibrary library = PlanLibrary::of(Files{
      {"a.yaml", planText("flood", std::string("include: [annex.one, annex.two]\n") + kPhases, item("own", "做"))},
      {"b.yaml", planText("annex.one", std::string("include: [annex.two]\n") + kPhases,
                          item("call", "叫", ", when: {after: wait}") + item("wait", "等"))},
      {"c.yaml",
       planText("annex.two", kPhases, item("hold", "守", ", needs: {items: [first]}") + item("first", "先"))}});
  for (const PlanEntry& entry : library.entries())
    EXPECT_TRUE(entry.errors.empty()) << entry.errors.front().sentence(Language::english);
  const Plan* plan = library.find("flood");
  ASSERT_TRUE(plan);
  EXPECT_EQ(ids(*plan), (Names{"own", "annex.one/call", "annex.one/wait", "annex.two/hold", "annex.two/first"}));
  EXPECT_EQ(plan->items[1].when.after, "annex.one/wait");
  EXPECT_EQ(plan->items[1].phase, "annex.one/act");
  EXPECT_EQ(plan->items[1].from, "annex.one 1");
  EXPECT_EQ(plan->items[3].needs.items, Names{"annex.two/first"});
  EXPECT_EQ(plan->items[3].from, "annex.two 1");
}

constexpr const char* kTwoLevels =
    "levels: [{level: 四级, en: IV, approver: {post: 甲}}, {level: 三级, en: III, approver: {post: 甲}}]\n";

TEST(PlanLibrary, PutsInOnlyTheLinesAndLevelsThatAnIncludeNames) {
  const PlanLibrary library = PlanLibrary::of(Files{
      {"a.yaml", planText("flood",
                          std::string("include: [{plan: annex, items: [call]}, {plan: annex, levels: [三级]}]\n") +
                              kTwoLevels + kPhases,
                          item("own", "做"))},
      {"b.yaml", planText("annex", std::string(kTwoLevels) + kPhases,
                          item("call", "叫") + item("wait", "等") + item("light", "轻", ", levels: [四级]"))}});
  const Plan* plan = library.find("flood");
  ASSERT_TRUE(plan) << library.entries()[0].errors.front().sentence(Language::english);
  EXPECT_EQ(ids(*plan), (Names{"own", "annex/call", "annex/wait"})) << "nothing is left of the line for 四级 alone";
  EXPECT_EQ(plan->item("annex/call")->levels, Names{});
  EXPECT_EQ(plan->item("annex/wait")->levels, Names{"三级"});
}

TEST(PlanLibrary, SaysWhatAnIncludeNamesThatIsNotThere) {
  const auto faultOf = [](const std::string& include) {
    const PlanLibrary library = PlanLibrary::of(Files{
        {"a.yaml", planText("flood", "include: [" + include + "]\n" + kTwoLevels + kPhases, item("own", "做"))},
        {"b.yaml", planText("annex", kPhases, item("call", "叫") + item("wait", "等", ", when: {after: call}"))}});
    const PlanErrors& errors = library.entries().at(0).errors;
    return errors.size() == 1 ? errors.front().sentence(Language::english) : std::to_string(errors.size());
  };
  EXPECT_EQ(faultOf("{plan: annex, levels: [二级]}"),
            "a.yaml:7:34: include[0].levels[0] \"二级\": flood has no such level\n  known: 四级, 三级");
  EXPECT_EQ(faultOf("{plan: annex, items: [cal]}"),
            "a.yaml:7:33: include[0].items[0] \"cal\": annex has no such item\n  known: call, wait");
  EXPECT_NE(faultOf("{plan: annex, items: [wait]}").find("\"annex/call\": there is no such item"), std::string::npos);
}

TEST(PlanLibrary, ExtendsByReplacingDroppingAndAdding) {
  const PlanLibrary library = PlanLibrary::of(Files{
      {"base.yaml", planText("flood", std::string("levels: [{level: 三级, en: III, approver: {post: 甲}}]\n") + kPhases,
                             item("one", "一") + item("two", "二") + item("three", "三"))},
      {"own.yaml", planText("flood.town", "extends: flood\ndrop: [two]\n", item("three", "改") + item("four", "四"))}});
  const Plan* plan = library.find("flood.town");
  ASSERT_TRUE(plan) << library.entries()[1].errors.front().sentence(Language::english);
  EXPECT_EQ(ids(*plan), (Names{"one", "three", "four"}));
  EXPECT_EQ(plan->item("three")->action.zh, "改");
  EXPECT_EQ(plan->levels.size(), 1u);
  EXPECT_EQ(plan->item("one")->from, "flood 1");
  EXPECT_EQ(plan->item("three")->from, "");
}

std::string onlyError(const PlanLibrary& library, std::size_t entry) {
  const PlanErrors& errors = library.entries().at(entry).errors;
  return errors.size() == 1 ? errors.front().sentence(Language::english) : std::to_string(errors.size()) + " errors";
}

TEST(PlanLibrary, RefusesPlansThatIncludeEachOther) {
  const PlanLibrary library = PlanLibrary::read({FENGSUI_FIXTURES "/including"});
  ASSERT_EQ(library.entries().size(), 2u);
  EXPECT_EQ(library.find("cycle.a"), nullptr);
  EXPECT_NE(onlyError(library, 0).find("plans include each other: cycle.a → cycle.b → cycle.a"), std::string::npos)
      << onlyError(library, 0);
  EXPECT_NE(onlyError(library, 0).find("include_b.yaml:7:11: include[0] \"cycle.a\""), std::string::npos)
      << onlyError(library, 0);
}

TEST(PlanLibrary, KeepsABrokenFileAsAStateAndSaysWhatItLeavesOthersWithout) {
  const PlanLibrary library =
      PlanLibrary::of(Files{{"broken.yaml", "plan: ["},
                            {"a.yaml", planText("flood", std::string("include: [annex]\n") + kPhases, item("x", "做"))},
                            {"b.yaml", planText("good", kPhases, item("x", "做"))}});
  EXPECT_EQ(library.ids(), Names{"good"});
  EXPECT_NE(onlyError(library, 0).find("broken.yaml:1:1: not YAML: ']' is missing"), std::string::npos)
      << onlyError(library, 0);
  EXPECT_NE(onlyError(library, 1).find("include[0] \"annex\": there is no sound plan of this name"), std::string::npos)
      << onlyError(library, 1);
}

TEST(PlanLibrary, ChecksWhatOnlyTheWholeShows) {
  const PlanLibrary library = PlanLibrary::of(
      Files{{"base.yaml", planText("flood", kPhases, item("one", "一") + item("two", "二", ", when: {after: one}"))},
            {"own.yaml", planText("flood.town", "extends: flood\ndrop: [one]\n", "")}});
  EXPECT_NE(onlyError(library, 1).find("base.yaml:10"), std::string::npos) << onlyError(library, 1);
  EXPECT_NE(onlyError(library, 1).find("there is no such item"), std::string::npos) << onlyError(library, 1);
}

TEST(PlanLibrary, KeepsAllEditionsAndRefusesTheSameTwice) {
  const PlanLibrary library =
      PlanLibrary::of(Files{{"1.yaml", planText("flood", kPhases, item("one", "一"), "2026-1")},
                            {"2.yaml", planText("flood", kPhases, item("one", "改"), "2026-2")},
                            {"3.yaml", planText("flood", kPhases, item("one", "再"), "2026-2")}});
  ASSERT_EQ(library.editions("flood").size(), 2u);
  EXPECT_EQ(library.find("flood")->edition, "2026-2");
  EXPECT_EQ(library.find("flood", "2026-1")->items[0].action.zh, "一");
  EXPECT_NE(onlyError(library, 2).find("this edition of flood stands in 2.yaml already"), std::string::npos);
  const auto changed = differences(*library.find("flood", "2026-1"), *library.find("flood", "2026-2"));
  EXPECT_EQ(changed, (std::vector<PlanDifference>{{"", "edition", "2026-1", "2026-2"}, {"one", "do", "一", "改"}}));
}

TEST(PlanLibrary, AnEditionIsInForceFromItsDateOn) {
  const Files files{{"1.yaml", planText("flood", kPhases, item("one", "一"), "2025", "2025-06-01")},
                    {"2.yaml", planText("flood", kPhases, item("one", "二"), "2026", "2026-06-01")},
                    {"3.yaml", planText("flood", kPhases, item("one", "三"), "2027", "2027-06-01")},
                    {"4.yaml", planText("fire", kPhases, item("one", "一"), "2027", "2027-06-01")}};
  const auto inForce = [&](const char* today) { return PlanLibrary::of(files, today).find("flood")->edition; };
  EXPECT_EQ(inForce("2026-05-31"), "2025");
  EXPECT_EQ(inForce("2026-06-01"), "2026");
  EXPECT_EQ(inForce("2028-01-01"), "2027");
  EXPECT_EQ(inForce(""), "2027");
  const PlanLibrary library = PlanLibrary::of(files, "2026-07-20");
  EXPECT_EQ(library.written("flood")->edition, "2026");
  EXPECT_EQ(library.editions("flood").back()->edition, "2027");
  EXPECT_EQ(library.find("fire")->edition, "2027") << "better than none";
}

TEST(PlanLibrary, ReadsTheNamesOfPostsBesideThePlans) {
  const PlanLibrary library = PlanLibrary::of(Files{
      {"posts.yaml", "edition: \"1\"\nposts: [{post: 值班长, en: duty chief, b: 副值班长, role: dutyOfficer}]\n"}});
  EXPECT_TRUE(library.entries().empty());
  ASSERT_TRUE(library.posts().find("值班长"));
  EXPECT_EQ(library.posts().find("值班长")->en, "duty chief");
}

}  // namespace
}  // namespace fengsui
