// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/loader.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "plans/planwriter.h"

namespace fengsui {
namespace {

// FORMAT.md, put together.
constexpr const char* kDistrict = R"(plan: flood.district
edition: "2026-1"
effective: 2026-06-01
source: 示范区防汛应急预案（示例值，须由本地校核）
title: {zh: 防汛应急响应, en: Flood and waterlogging response}
hazard: flood
scenario: {place: 示范区, case: {zh: 全区强降雨, en: district-wide heavy rain}}
levels:
  - level: 四级
    en: level IV
    approver: {post: 防汛办主任}
    when: warning('暴雨') >= blue
  - level: 三级
    en: level III
    approver: {post: 分管区领导}
    when:
      any:
        - warning('暴雨') >= yellow
        - any('riskVillage', stage == 'prepare')
        - count('underpass', depth >= 15 cm) >= 2
end:
  - {zh: 水务、规自逐村复核沟道与坡体, en: channels and slopes re-checked village by village}
  - 签批回迁
phases:
  - {id: start, zh: 启动, en: Start}
  - {id: act, zh: 处置, en: Act}
items:
  - id: underpasses
    title: {zh: 下凹桥值守, en: Underpasses manned}
    phase: act
    levels: [三级]
    owner: {post: 排水集团值班长, b: 排水集团副值班长}
    with: [{organisation: 公安交管}]
    kind: instruction
    do: 下凹桥“一桥一案”：人、泵、挡板到位；15厘米劝返，27厘米断路
    when: {at: 30}
    needs: {supplies: [{item: 水泵, quantity: 4, unit: 台}], teams: [{capability: drainage, count: 2}]}
    answer:
      - {id: photo, zh: 到位照片, en: photo on site, type: photo}
      - {id: depth, zh: 水尺读数, en: gauge, type: number, unit: cm}
    chase: [{minutes: 10, to: b}, {minutes: 20, to: {post: 值班长}}]
    verify: {by: {post: 视频席}, how: 抽看；开通须见底巡查后由交管批准}
  - id: villages
    title: {zh: 准备转移, en: Prepare to move}
    phase: act
    each: riskVillage
    where: population > 0 and rain(1 h) >= 30 mm
    owner: {post: 镇长, of: each}
    do: {zh: "{each.name}：包保责任人上岗", en: "{each.name}: responsible persons on post"}
    when: {after: underpasses, minutes: 20}
    standing: 失联30分钟自行转移
    forbidden: [夜间涉水过沟, 为取财物返回]
)";

std::string sentences(const PlanErrors& errors) {
  std::string out;
  for (const Error& error : errors) out += error.sentence(Language::english) + '\n';
  return out;
}

TEST(LoadPlan, ReadsEverythingThatTheFormatDescribes) {
  const PlanResult plan = loadPlan(kDistrict, "flood.yaml");

  ASSERT_TRUE(plan) << sentences(plan.error());
  EXPECT_EQ(plan->id, "flood.district");
  EXPECT_EQ(plan->title.en, "Flood and waterlogging response");
  ASSERT_EQ(plan->levels.size(), 2u);
  ASSERT_TRUE(plan->levels[1].when);
  EXPECT_EQ(plan->levels[1].when->match, CriteriaMatch::any);
  ASSERT_EQ(plan->levels[1].when->lines.size(), 3u);
  EXPECT_EQ(print(plan->levels[1].when->lines[2].tree()), "count('underpass', depth >= 15 cm) >= 2");
  ASSERT_EQ(plan->end.size(), 2u);
  EXPECT_EQ(plan->end[1].zh, "签批回迁");
  ASSERT_EQ(plan->items.size(), 2u);
  const PlanItem& first = plan->items[0];
  EXPECT_EQ(first.owner.b, "排水集团副值班长");
  EXPECT_EQ(first.when.at, 30);
  EXPECT_EQ(first.needs.supplies.at(0).quantity, Quantity::of(4));
  EXPECT_EQ(first.answer.at(1).unit, "cm");
  ASSERT_EQ(first.chase.size(), 2u);
  EXPECT_EQ(first.chase[0].to.target, ChaseTarget::b);
  EXPECT_EQ(first.chase[1].to.post, "值班长");
  EXPECT_EQ(first.source.at(".when.at").line, 36);
  const PlanItem& second = plan->items[1];
  EXPECT_EQ(second.owner.of, "each");
  EXPECT_EQ(second.when.after, "underpasses");
  ASSERT_EQ(second.standing.size(), 1u);
  EXPECT_EQ(second.forbidden.size(), 2u);
  EXPECT_TRUE(second.mandatory);
}

struct WrongFile {
  const char* name;
  const char* sentence;
};

// Each file of tests/fixtures/plans/wrong_*.yaml is sound but for one thing.
const WrongFile kWrongFiles[] = {
    {"wrong_alias_nested.yaml", ":9:9: an alias may not name something that holds an alias itself"},
    {"wrong_boolean.yaml", ":25:16: items[1].mandatory: true or false is wanted, found \"yes\""},
    {"wrong_brace.yaml", ":24:10: a key has to be a word"},
    {"wrong_chase_order.yaml",
     ":19:45: items[0].chase[1].minutes \"5\": each step comes no earlier than the one before"},
    {"wrong_chase_to.yaml",
     ":19:31: items[0].chase[0].to: b, town, door, {post: NAME} or {organisation: NAME} is wanted, found \"nobody\""},
    {"wrong_chase_without_b.yaml", ":19:31: items[0].chase[0].to \"b\": the owner has no substitute"},
    {"wrong_control.yaml", ":24:9: a control character is no text"},
    {"wrong_counts_without_parts.yaml", ":18:14: items[0].answer[0]: counts needs its parts"},
    {"wrong_cycle.yaml", ":17:19: items[0].when.after: items wait for each other: first → second → first"},
    {"wrong_daily.yaml", ":17:19: items[0].when.daily \"25:00\": a time of day such as \"18:00\" is wanted"},
    {"wrong_date.yaml", ":3:12: effective \"2026-02-30\": a date such as 2026-06-01 is wanted"},
    {"wrong_drop_without_extends.yaml", ":7:1: drop: drop goes with extends"},
    {"wrong_duplicate_id.yaml", ":20:9: items[1].id \"first\": this id stands twice; first in line 12"},
    {"wrong_duplicate_key.yaml", ":7:1: the key \"hazard\" stands twice; first in line 6"},
    {"wrong_each_kind.yaml", ":25:11: items[1].each \"riskvillage\": unknown kind of place"},
    {"wrong_empty.yaml", ":1:1: the file is empty"},
    {"wrong_empty_value.yaml", ":24:5: items[1].do: nothing stands here"},
    {"wrong_expression_column.yaml",
     ":8:63: levels[0].when \"warning('暴雨') >= yellow and\": at column 28 of the expression: the expression ends too "
     "early"},
    {"wrong_expression_comma.yaml",
     ":8:78: not YAML: '}' is missing; a text with a comma or brackets inside {…} needs quotes"},
    {"wrong_expression_function.yaml",
     ":8:63: levels[0].when \"warnung('暴雨') >= yellow\": at column 1 of the expression: unknown function "
     "\"warnung\""},
    {"wrong_expression_measure.yaml",
     ":8:63: levels[0].when \"warning('暴雨') >= 30 mm\": at column 15 of the expression: a colour cannot be compared "
     "with a length"},
    {"wrong_expression_placeholder.yaml", ":8:63: levels[0].when: unknown placeholder {each.name}"},
    {"wrong_expression_unit.yaml",
     ":8:63: levels[0].when \"warning('暴雨') >= yellow or rain(1 h) >= 30 inch\": at column 44 of the expression: "
     "unknown unit \"inch\""},
    {"wrong_gbk.yaml", ":4:10: the text is not UTF-8; it looks like GBK"},
    {"wrong_indent.yaml", ":24:4: not YAML: the list does not end as it began; is the indentation right?"},
    {"wrong_kind.yaml",
     ":25:11: items[1].kind: one of instruction, appeal, request, notification, approval is wanted, found "
     "\"instuction\""},
    {"wrong_list.yaml", ":1:1: a map is wanted, found a list"},
    {"wrong_list_for_text.yaml", ":24:9: items[1].do: a map is wanted, found a list"},
    {"wrong_minutes_text.yaml",
     ":17:16: items[0].when.at: a whole number from 0 to 1,000,000 is wanted, found \"half an hour\""},
    {"wrong_missing_key.yaml", ":1:1: the key \"hazard\" is missing"},
    {"wrong_no_owner.yaml", ":23:5: items[1].owner: nobody is named"},
    {"wrong_of_placeholder.yaml",
     ":23:27: items[1].owner.of \"{incident.locality}\": only a column can name the place here"},
    {"wrong_of_without_each.yaml", ":23:27: items[1].owner.of: the item has no each"},
    {"wrong_placeholder.yaml", ":16:9: items[0].do.zh: unknown placeholder {incident.titel}"},
    {"wrong_placeholder_each.yaml", ":16:9: items[0].do.zh: unknown placeholder {each.name}"},
    {"wrong_placeholder_open.yaml", ":16:9: items[0].do.zh \"清点{incident.title\": a { without }"},
    {"wrong_tab.yaml", ":14:1: the line is indented with a tab"},
    {"wrong_tag.yaml", ":24:9: tags such as tag:yaml.org,2002:binary are not understood"},
    {"wrong_template_key.yaml", ":7:25: template.table.key \"村\": the key is none of the columns"},
    {"wrong_template_row.yaml", ":16:9: items[0].do.zh: unknown placeholder {row.村名}"},
    {"wrong_title_one_language.yaml", ":13:12: items[0].title: a title in both languages is wanted, found \"第一条\""},
    {"wrong_two_beginnings.yaml", ":25:5: items[1].when: more than one beginning"},
    {"wrong_two_documents.yaml", ":1:1: the file holds more than one document"},
    {"wrong_two_owners.yaml", ":23:5: items[1].owner: more than one is named: an owner is sole"},
    {"wrong_unknown_after.yaml", ":25:19: items[1].when.after \"fist\": there is no such item"},
    {"wrong_unknown_key.yaml", ":14:5: items[0]: unknown key \"fase\""},
    {"wrong_unknown_level.yaml", ":25:14: items[1].levels[0] \"四级\": there is no such level"},
    {"wrong_unknown_phase.yaml", ":14:12: items[0].phase \"akt\": there is no such phase"},
    {"wrong_utf16.yaml", ":1:1: the text is UTF-16, not UTF-8"},
    {"wrong_when_key.yaml", ":17:12: items[0].when: unknown key \"att\""},
};

std::string fixture(const std::string& name) {
  return std::string(FENGSUI_FIXTURES) + '/' + name;
}

std::string firstLine(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

TEST(LoadPlan, GivesOneClearSentenceForEachWrongFileAndLoadsNothing) {
  ASSERT_TRUE(readPlanFile(fixture("good.yaml"))) << "the files are sound but for their one fault";
  std::size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator(FENGSUI_FIXTURES))
    files += file.path().filename().string().starts_with("wrong_");
  EXPECT_EQ(files, std::size(kWrongFiles)) << "every wrong file has its sentence here";
  for (const WrongFile& wrong : kWrongFiles) {
    const PlanResult plan = readPlanFile(fixture(wrong.name));
    ASSERT_FALSE(plan) << wrong.name;
    Error first = plan.error().front();
    EXPECT_EQ(plan.error().size(), 1u) << wrong.name << '\n' << sentences(plan.error());
    EXPECT_NE(first.message.zh, first.message.en) << wrong.name;
    first.place.file = wrong.name;
    EXPECT_EQ(firstLine(first.sentence(Language::english)), std::string(wrong.name) + wrong.sentence);
  }
}

TEST(LoadPlan, SaysEverythingThatIsWrongInTheOrderOfTheFile) {
  std::string text = kDistrict;
  const auto replace = [&](const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
  };
  replace("hazard: flood", "hazzard: flood");
  replace("type: photo", "type: picture");
  replace("minutes: 20}\n    standing", "minutes: soon}\n    standing");
  const PlanResult plan = loadPlan(text, "flood.yaml");
  ASSERT_FALSE(plan);
  const std::string all = sentences(plan.error());
  EXPECT_EQ(plan.error().size(), 4u) << all;
  for (const char* part : {"unknown key \"hazzard\"\n  did you mean hazard?", "the key \"hazard\" is missing",
                           "items[0].answer[0].type: one of text, number", "items[1].when.minutes: a whole number"})
    EXPECT_NE(all.find(part), std::string::npos) << part << '\n' << all;
}

TEST(LoadPlan, ReadsAByteOrderMarkAndWindowsLineEnds) {
  std::string text = "\xef\xbb\xbf";
  for (const char* c = kDistrict; *c; ++c) text += *c == '\n' ? std::string("\r\n") : std::string(1, *c);
  const PlanResult plan = loadPlan(text, "flood.yaml");
  ASSERT_TRUE(plan) << sentences(plan.error());
  EXPECT_EQ(*plan, *loadPlan(kDistrict, "flood.yaml"));
}

std::string onlyFault(const std::string& text) {
  const auto started = std::chrono::steady_clock::now();
  const PlanResult plan = loadPlan(text, "bomb.yaml");
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(5));
  if (plan) return "loaded";
  EXPECT_EQ(plan.error().size(), 1u);
  return plan.error().front().message.en;
}

TEST(LoadPlan, RefusesBombsBeforeTheyGoOff) {
  EXPECT_EQ(onlyFault(std::string(10'000'000, 'x')), "the file is larger than 2,000,000 bytes: no plan is");
  EXPECT_EQ(onlyFault("plan: " + std::string(5000, '[') + std::string(5000, ']')), "nested more than 40 levels deep");
  std::string blocks = "plan:\n";
  for (int i = 1; i < 300; ++i) blocks += std::string(static_cast<std::size_t>(i), ' ') + "- \n";
  EXPECT_NE(onlyFault(blocks), "loaded");
  // A billion laughs: each line names the one before nine times.
  std::string laughs = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    laughs += 'a' + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int k = 0; k < 8; ++k) laughs += ", " + before;
    laughs += "]\n";
  }
  EXPECT_EQ(onlyFault(laughs), "an alias may not name something that holds an alias itself");
  // Aliases that do not nest, but many of something long.
  std::string wide = "a: &a [";
  for (int i = 0; i < 2000; ++i) wide += "x, ";
  wide += "x]\nb: [";
  for (int i = 0; i < 200; ++i) wide += "*a, ";
  EXPECT_EQ(onlyFault(wide + "*a]\n"), "more than 200,000 values: no plan is that large");
  EXPECT_EQ(onlyFault("a: &a [*a]\n"), "the alias stands inside what it names");
}

TEST(PlanYaml, WritesAPlanThatReadsBackTheSame) {
  const PlanResult plan = loadPlan(kDistrict, "flood.yaml");
  ASSERT_TRUE(plan);
  const std::string text = planYaml(*plan);
  const PlanResult again = loadPlan(text, "again.yaml");
  ASSERT_TRUE(again) << sentences(again.error()) << text;
  EXPECT_EQ(*again, *plan);
}

}  // namespace
}  // namespace fengsui
