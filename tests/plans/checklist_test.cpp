// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "plans/checklist.h"
#include "plans/expand.h"
#include "plans/instantiate.h"
#include "plans/library.h"
#include "plans/owners.h"
#include "plans/postcard.h"
#include "plans/warnings.h"

namespace fengsui {
namespace {

constexpr const char* kPlan = R"(plan: flood.night
edition: "2026-1"
effective: 2026-06-01
source: 示例
title: {zh: 防汛, en: Flood}
hazard: flood
levels:
  - {level: 四级, en: level IV, approver: {post: 值班长}}
  - {level: 三级, en: level III, approver: {post: 值班长}}
phases: [{id: act, zh: 处置, en: Act}]
items:
  - id: report
    title: {zh: 首报, en: First report}
    phase: act
    owner: {post: 值班长, b: 副值班长}
    do: {zh: "{incident.title}：{response.level}响应，{post.值班长}签发，文号{response.documentNumber}", en: "{incident.title}: report"}
    when: {at: 15, every: 120}
    due: 20
    chase: [{minutes: 2, to: b}, {minutes: 5, to: {post: 带班领导}}]
    standing: 断网时可先电话报
  - id: villages
    title: {zh: 准备转移, en: Prepare to move}
    phase: act
    levels: [三级]
    each: riskVillage
    where: population >= 50
    owner: {post: 镇长, of: each}
    do: "{each.name}应转{each.population}人"
    when: {after: report, minutes: 20}
    forbidden: [夜间涉水过沟]
  - id: pumps
    title: {zh: 水泵前置, en: Pumps forward}
    phase: act
    levels: [四级]
    owner: {team: drainage, count: 2}
    do: 两支排水队前置
    if: wind >= 8 m/s
    place: 北沟桥
    needs: {supplies: [{item: 水泵, quantity: 4, unit: 台}]}
  - id: dusk
    title: {zh: 天黑前先行, en: Before dark}
    phase: act
    owner: {organisation: 水务局}
    do: 老弱先行
    when: {beforeDusk: 120}
  - id: daily
    title: {zh: 报底数, en: Daily count}
    phase: act
    owner: {post: 值班长}
    do: 报今晚在村人数
    when: {daily: "18:00"}
    verify: {by: {post: 值班长}, how: 抽打三家电话}
)";

struct Desk {
  Situation situation;
  TimeZone zone = *TimeZone::named("Asia/Shanghai");
  Instant t0 = *zone.parse("2026-07-20 14:00");
  Plan plan;
  ChecklistContext context;

  template <class Entity>
  Entity& add(const std::string& name) {
    Entity entity;
    entity.id.uuid.bytes[15] = ++count_;
    entity.name = name;
    situation.all<Entity>().set(entity.id.uuid, entity);
    return *situation.all<Entity>().edit(entity.id.uuid);
  }

  Desk() {
    situation.station.timeZone = "Asia/Shanghai";
    const PlanResult read = loadPlan(kPlan, "night.yaml");
    EXPECT_TRUE(read) << (read ? "" : read.error().front().sentence(Language::english));
    plan = *read;
    add<Post>("值班长").holders = {{"A", "张三", "", {}}, {"B", "李四", "", {}}};
    Post& mayor = add<Post>("镇长");
    mayor.organisation = "怀北镇人民政府";
    mayor.holders = {{"A", "王五", "", {}}};
    for (const auto& [name, population] : {std::pair("北沟村", 213), {"南沟村", 20}, {"西沟村", 0}}) {
      RiskZone& village = add<RiskZone>(name);
      village.kind = "village";
      village.town = "怀北镇";
      if (population) village.population = population;
    }
    Place& town = add<Place>("怀北镇");
    town.kind = "town";
    town.location = Position::ofDegrees(116.6318, 40.3162);
    Team& team = add<Team>("排水一队");
    team.capabilities = {"drainage"};
    team.authority = DispatchAuthority::asked;
    Incident incident;
    incident.id.uuid.bytes[0] = 1;
    incident.title = "北沟村山洪";
    situation.incidents.set(incident.id.uuid, incident);
    context.t0 = t0;
    context.incident = incident.id;
  }

  [[nodiscard]] std::vector<PlannedItem> checklist(const std::string& level) const {
    const auto made = checklistFor(plan, level, situation, SituationFacts(situation, {}, t0), context);
    EXPECT_TRUE(made) << (made ? "" : made.error().sentence(Language::english));
    return made.value_or(std::vector<PlannedItem>{});
  }

 private:
  std::uint8_t count_ = 0;
};

const PlannedItem& find(const std::vector<PlannedItem>& list, const std::string& id) {
  for (const PlannedItem& one : list)
    if (one.item == id) return one;
  throw std::runtime_error("no item " + id);
}

TEST(Checklist, FillsInWhatIsKnownAndLeavesABlankForTheRest) {
  const Desk desk;
  const auto list = desk.checklist("三级");
  const PlannedItem& report = find(list, "report");
  EXPECT_EQ(report.action.text.zh, "北沟村山洪：三级响应，张三签发，文号____");
  EXPECT_EQ(report.action.text.en, "北沟村山洪: report");
  EXPECT_EQ(report.missing(), std::vector<std::string>{"response.documentNumber"});
  EXPECT_EQ(report.owner.holder, "张三");
  EXPECT_EQ(report.owner.bHolder, "李四");
  ASSERT_EQ(report.chase.size(), 2u);
  EXPECT_EQ(report.chase[0].name, "副值班长");
}

TEST(Checklist, TurnsTimesIntoMoments) {
  const Desk desk;
  const auto list = desk.checklist("三级");
  const PlannedItem& report = find(list, "report");
  EXPECT_EQ(desk.zone.clock(*report.dueAt), "14:15");
  EXPECT_EQ(desk.zone.clock(*nextTime(report, *report.dueAt, desk.zone)), "16:15");
  EXPECT_EQ(report.answerWithinMs, 20 * 60'000);
  EXPECT_FALSE(find(list, "villages").dueAt);
  EXPECT_EQ(find(list, "villages").after, "report");
  EXPECT_EQ(find(list, "villages").afterMs, 20 * 60'000);
  const PlannedItem& daily = find(list, "daily");
  EXPECT_EQ(desk.zone.local(*daily.dueAt), "2026-07-20 18:00:00");
  EXPECT_EQ(desk.zone.local(*nextTime(daily, *daily.dueAt, desk.zone)), "2026-07-21 18:00:00");
  // Sunset there on 20 July: 19:38.
  EXPECT_THAT(desk.zone.clock(*find(list, "dusk").dueAt), ::testing::AnyOf("17:37", "17:38", "17:39"));
}

TEST(Checklist, AddressesEachPlaceThatTheConditionChoosesOrCannotJudge) {
  const Desk desk;
  const auto list = desk.checklist("三级");
  const PlannedItem& villages = find(list, "villages");
  ASSERT_EQ(villages.addressees.size(), 2u);
  EXPECT_EQ(villages.addressees[0].name, "北沟村");
  EXPECT_EQ(villages.addressees[0].action.text.zh, "北沟村应转213人");
  EXPECT_EQ(villages.addressees[0].owner.holder, "王五");
  EXPECT_EQ(villages.undecided, std::vector<std::string>{"西沟村"});
  EXPECT_EQ(villages.addressees[1].action.missing, std::vector<std::string>{"each.population"});
}

TEST(Checklist, AsksForATeamThatOthersCommandAndMarksAnUnknownCondition) {
  const Desk desk;
  const auto list = desk.checklist("四级");
  const PlannedItem& pumps = find(list, "pumps");
  EXPECT_EQ(pumps.kind, MessageKind::request);
  ASSERT_EQ(pumps.owner.teams.size(), 1u);
  EXPECT_FALSE(pumps.owner.known) << "two are wanted";
  EXPECT_EQ(pumps.applies, Truth::unknown);
  EXPECT_EQ(pumps.because.at(0).asked, "wind >= 8 m/s");
}

TEST(Checklist, RefusesALevelThatThePlanDoesNotHave) {
  const Desk desk;
  const auto made =
      checklistFor(desk.plan, "二级", desk.situation, SituationFacts(desk.situation, {}, desk.t0), desk.context);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().sentence(Language::chinese), "level \"二级\": flood.night 没有这个级别\n  级别：四级, 三级");
}

TEST(LevelChange, KeepsWhatIsThereAddsWhatIsNewAndMarksTheRest) {
  const Desk desk;
  std::vector<std::string> present;
  for (const PlannedItem& one : desk.checklist("四级")) present.push_back(one.item);
  const LevelChange raised = levelChange(desk.plan, present, "三级");
  EXPECT_EQ(raised.keep, (std::vector<std::string>{"report", "dusk", "daily"}));
  EXPECT_EQ(raised.add, std::vector<std::string>{"villages"});
  EXPECT_EQ(raised.noLongerApplies, std::vector<std::string>{"pumps"});
}

TEST(CheckAgainst, NamesWhatTheStationDoesNotKnowAndWhatItDoes) {
  const Desk desk;
  std::string all;
  for (const PlanWarning& one : checkAgainst(desk.plan, desk.situation))
    all += one.item + " | " + one.what.sentence(Language::english) + '\n';
  for (const char* part :
       {"report | night.yaml:15:27: items[0].owner.b \"副值班长\": this post is not in this station\n  did you mean "
        "值班长?",
        "items[0].chase[1].to.post \"带班领导\": this post is not in this station",
        "2 teams are wanted, 1 have this capability\n  known units with that capability: 排水一队",
        "items[2].place \"北沟桥\": no such place in this station",
        "items[2].needs.supplies[0].item \"水泵\": no depot of this station keeps this\n  this station has none",
        "items[3].owner.organisation \"水务局\": nobody of this organisation is in this station"})
    EXPECT_NE(all.find(part), std::string::npos) << part << '\n' << all;
}

TEST(PostCard, ShowsTheFrontByTimeAndTheBack) {
  const Desk desk;
  const auto card = cardFor(desk.plan, "值班长", "三级");
  ASSERT_TRUE(card);
  ASSERT_EQ(card->front.size(), 2u);
  EXPECT_EQ(card->front[0].when.zh, "T+15，每 120 分钟");
  EXPECT_EQ(card->front[1].when.en, "daily 18:00");
  EXPECT_EQ(card->standing.at(0).zh, "断网时可先电话报");
  EXPECT_EQ(card->verifies.at(0).zh, "报底数：抽打三家电话");
  const auto nobody = cardFor(desk.plan, "值班");
  ASSERT_FALSE(nobody);
  EXPECT_NE(nobody.error().remedy.en.find("did you mean 值班长?"), std::string::npos);
}

constexpr const char* kTemplate = R"(plan: village
edition: "2026-1"
effective: 2026-06-01
source: 示例
title: {zh: 险村转移, en: Village evacuation}
hazard: flashFlood
template:
  table: {key: 村名, columns: {村名: text, 人: number, 路线: text}}
  id: village/{row.村名}
  title: {zh: "{row.村名}转移卡", en: "Evacuation of {row.村名}"}
levels:
  - level: 转移
    en: move
    approver: {post: 镇长}
    when: {any: ["rain(1 h, '{row.村名}') >= 30 mm", "rain(3 h, '{row.村名}') >= 60 mm"]}
phases: [{id: act, zh: 处置, en: Act}]
items:
  - id: move
    title: {zh: 转移, en: Move}
    phase: act
    owner: {post: "{row.村名}书记", b: "{row.村名}主任"}
    do: "按{row.路线}转移{row.人}人"
    answer: [{id: people, zh: 人数, type: counts, of: [应转, 已转, 拒转]}]
)";

PlanRows villages() {
  return {"villages.xlsx",
          {"序号", "村名", "人", "路线"},
          {{3, {"1", "北沟村", "213", "东街"}}, {4, {"2", "南沟村", "88", ""}}}};
}

TEST(Expand, GivesOnePlanForEachRow) {
  const Plan plan = *loadPlan(kTemplate, "village.yaml");
  const Expansion made = expand(plan, villages());
  ASSERT_TRUE(made.errors.empty()) << made.errors.front().sentence(Language::english);
  ASSERT_EQ(made.plans.size(), 2u);
  const Plan& north = made.plans[0];
  EXPECT_EQ(north.id, "village/北沟村");
  EXPECT_EQ(north.title.en, "Evacuation of 北沟村");
  EXPECT_EQ(north.items[0].owner.post, "北沟村书记");
  EXPECT_EQ(north.items[0].action.zh, "按东街转移213人");
  EXPECT_EQ(north.levels[0].when->lines[1].text(), "rain(3 h, '北沟村') >= 60 mm");
  EXPECT_FALSE(north.table);
  EXPECT_EQ(made.plans[1].items[0].action.zh, "按____转移88人");
}

constexpr const char* kThresholds = R"(plan: village
edition: "2026-1"
effective: 2026-06-01
source: 示例
title: {zh: 险村转移, en: Village evacuation}
hazard: flashFlood
template:
  table: {key: 村名, columns: {村名: text, 镇: text, 准备: number, 立即: number}}
  id: village/{row.村名}
  title: {zh: "{row.村名}转移卡", en: "Evacuation of {row.村名}"}
levels:
  - {level: 准备, en: prepare, approver: {post: 镇长}, when: "rain(1 h, '{row.村名}') >= {row.准备} mm"}
  - {level: 立即, en: now, approver: {post: 镇长}, when: "rain(1 h, '{row.村名}') >= {row.立即}"}
phases: [{id: act, zh: 处置, en: Act}]
items:
  - id: move
    title: {zh: 转移, en: Move}
    phase: act
    each: riskVillage
    among: ["{row.村名}"]
    owner: {post: 村书记, of: each}
    do: "转移{each.name}"
  - id: town
    title: {zh: 上报, en: Report}
    phase: act
    owner: {post: 镇长, of: "{row.镇}"}
    do: 报区
)";

TEST(Expand, TakesThresholdsFromTheTable) {
  const PlanResult read = loadPlan(kThresholds, "village.yaml");
  ASSERT_TRUE(read) << read.error().front().sentence(Language::english);
  const PlanRows table{"villages.xlsx",
                       {"村名", "镇", "准备", "立即"},
                       {{2, {"北沟村", "怀北镇", "30", "52.5"}},
                        {3, {"南沟村", "怀北镇", "30", ""}},
                        {4, {"西沟村", "怀北镇", "inf", "50"}}}};
  const Expansion made = expand(*read, table);
  ASSERT_EQ(made.plans.size(), 1u);
  EXPECT_EQ(made.plans[0].levels[0].when->lines[0].text(), "rain(1 h, '北沟村') >= 30 mm");
  EXPECT_EQ(made.plans[0].levels[1].when->lines[0].text(), "rain(1 h, '北沟村') >= 52.5");
  EXPECT_EQ(made.plans[0].items[0].among, std::vector<std::string>{"北沟村"});
  EXPECT_EQ(made.plans[0].items[1].owner.of, "怀北镇");
  ASSERT_EQ(made.errors.size(), 2u);
  EXPECT_EQ(made.errors[0].sentence(Language::english),
            "villages.xlsx:3: 立即: the plan compares with this number\n  an empty threshold is none: write it");
  EXPECT_EQ(made.errors[1].place.line, 4);
}

TEST(Expand, RefusesAThresholdFromAColumnOfTexts) {
  std::string text(kThresholds);
  text.replace(text.find("{row.准备} mm"), std::string("{row.准备} mm").size(), "{row.镇}");
  const PlanResult read = loadPlan(text, "village.yaml");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().front().message.en, "the column \"镇\" is text");
}

TEST(Checklist, AddressesNamedPlacesThatTheStationDoesNotList) {
  Desk desk;
  desk.plan = expand(*loadPlan(kThresholds, "village.yaml"),
                     {"t", {"村名", "镇", "准备", "立即"}, {{2, {"深山村、 北沟村", "怀北镇", "1", "2"}}}})
                  .plans.at(0);
  const auto list = desk.checklist("立即");
  const PlannedItem& move = find(list, "move");
  ASSERT_EQ(move.addressees.size(), 2u);
  EXPECT_EQ(move.addressees[0].action.text.zh, "转移深山村");
  EXPECT_FALSE(move.addressees[0].owner.known);
  const PlannedItem& town = find(list, "town");
  EXPECT_EQ(town.owner.holder, "王五") << "镇长 of 怀北镇人民政府";
  EXPECT_EQ(town.owner.place, "怀北镇");
}

TEST(Owners, TakeAtAPlaceOnlyWhoHasTheTitleThatIsMeant) {
  Desk desk;
  RiskZone& north = desk.add<RiskZone>("东沟村");
  north.kind = "village";
  north.responsible = {{"A", "赵六", "包村镇干部", {}}, {"B", "钱七", "书记", {}}, {"B", "孙八", "村主任", {}}};
  const OwnerDirectory owners(desk.situation);
  const Subject place{"东沟村", nullptr};
  Owner owner;
  owner.post = "村书记";
  owner.b = "村主任";
  owner.of = "each";
  const ResolvedOwner found = owners.resolve(owner, &place, nullptr);
  EXPECT_EQ(found.holder, "钱七") << "书记 of a village is its 村书记; the A person is somebody else";
  EXPECT_EQ(found.bHolder, "孙八");
  EXPECT_TRUE(found.known);
  owner.post = "灾害信息员";
  owner.b.clear();
  const ResolvedOwner nobody = owners.resolve(owner, &place, nullptr);
  EXPECT_EQ(nobody.holder, "");
  EXPECT_FALSE(nobody.known);
}

TEST(Checklist, KeepsOnTheLineWhatAPersonHasToSettle) {
  Desk desk;
  desk.situation.posts = {};
  const auto list = desk.checklist("三级");
  const auto doubts = find(list, "villages").doubts();
  ASSERT_EQ(doubts.size(), 2u);
  EXPECT_EQ(doubts[0].zh, "是否包括尚未判明（人口 ≥ 50）：西沟村");
  EXPECT_EQ(doubts[1].en, "nobody is known as 镇长 at: 北沟村, 西沟村");
  const auto lines = checklistItems(desk.plan, list, [] { return Uuid{}; });
  const auto villages =
      std::find_if(lines.begin(), lines.end(), [](const auto& one) { return one.line == "villages"; });
  ASSERT_NE(villages, lines.end());
  EXPECT_THAT(villages->missing, ::testing::Contains("台账中没有镇长：北沟村, 西沟村"));
  EXPECT_TRUE(find(list, "report").doubts().empty());

  std::string all;
  for (const PlanWarning& one : checkAgainst(desk.plan, desk.situation)) all += one.what.sentence(Language::english);
  EXPECT_NE(all.find("at 3 of 3 places nobody is known to hold this post"), std::string::npos) << all;
}

TEST(Checklist, SaysItsConditionsInWords) {
  const Desk desk;
  const auto lines = checklistItems(desk.plan, desk.checklist("四级"), [] { return Uuid{}; });
  const auto pumps = std::find_if(lines.begin(), lines.end(), [](const auto& one) { return one.line == "pumps"; });
  ASSERT_NE(pumps, lines.end());
  EXPECT_EQ(pumps->condition, "风速 ≥ 8 m/s");
}

TEST(Owners, FindTheTownInWhichAnIncidentLies) {
  Desk desk;
  Place& other = desk.add<Place>("桥梓镇");
  other.kind = "town";
  other.location = Position::ofDegrees(116.70, 40.20);
  const auto townOf = [&](auto change) {
    Incident incident;
    change(incident);
    return OwnerDirectory(desk.situation).townOf(incident);
  };
  EXPECT_EQ(townOf([](Incident& i) { i.locality = "桥梓镇北口"; }), "桥梓镇");
  EXPECT_EQ(townOf([](Incident& i) { i.address = "北沟村东街3号"; }), "怀北镇") << "北沟村 lies in 怀北镇";
  EXPECT_EQ(townOf([](Incident& i) { i.location = Position::ofDegrees(116.71, 40.21); }), "桥梓镇");
  EXPECT_EQ(townOf([](Incident& i) { i.location = Position::ofDegrees(117.5, 41); }), "") << "nothing near";
  EXPECT_EQ(townOf([](Incident&) {}), "");

  const OwnerDirectory owners(desk.situation);
  Incident incident;
  incident.locality = "怀北镇";
  Owner mayor;
  mayor.post = "镇长";
  mayor.of = "incident";
  EXPECT_EQ(owners.resolve(mayor, nullptr, &incident).holder, "王五");
  EXPECT_FALSE(owners.resolve(mayor, nullptr, nullptr).known) << "without an incident nobody knows which";
  Owner town;
  town.organisation = "属地镇街";
  town.of = "incident";
  EXPECT_EQ(owners.resolve(town, nullptr, &incident).name, "怀北镇");
  EXPECT_EQ(owners.resolve(town, nullptr, nullptr).name, "属地镇街");
}

TEST(Expand, GivesANewEditionOnlyToTheRowsThatChanged) {
  const Plan plan = *loadPlan(kTemplate, "village.yaml");
  PlanRows table = villages();
  ExpansionRecord record = expand(plan, table).record;
  table.rows[0].cells[2] = "214";
  table.rows[0].cells[0] = "7";  // the template does not name this column
  table.rows[1].cells[0] = "8";
  const Expansion again = expand(plan, table, record);
  EXPECT_EQ(again.changed, std::vector<std::string>{"village/北沟村"});
  EXPECT_EQ(again.unchanged, 1u);
  EXPECT_EQ(again.plans[0].edition, "2026-1.2");
  EXPECT_EQ(again.plans[1].edition, "2026-1");
  // A row that goes and comes back goes on counting.
  PlanRows less = table;
  less.rows.erase(less.rows.begin());
  const Expansion without = expand(plan, less, again.record);
  EXPECT_EQ(without.gone, std::vector<std::string>{"village/北沟村"});
  table.rows[0].cells[2] = "215";
  EXPECT_EQ(expand(plan, table, without.record).plans[0].edition, "2026-1.3");
}

TEST(Expand, SaysWhatIsWrongByRowAndKeepsTheOthers) {
  const Plan plan = *loadPlan(kTemplate, "village.yaml");
  const PlanRows table{"villages.xlsx",
                       {"村名", "人", "路线"},
                       {{2, {"北沟村", "213", "东街"}},
                        {3, {"", "1", "西街"}},
                        {4, {"南沟村", "八十", "西街"}},
                        {5, {"北沟村", "1", "西街"}},
                        {6, {"西沟村", "5", "{东}街"}},
                        {7, {"东沟村", "5", "东街"}}}};
  const Expansion made = expand(plan, table);
  std::string all;
  for (const Error& error : made.errors) all += error.sentence(Language::chinese) + '\n';
  EXPECT_EQ(all,
            "villages.xlsx:3: 村名: 关键列为空\n  每行都要填名称\n"
            "villages.xlsx:4: 人 \"八十\": 应为数字\n  只写数字，如 213\n"
            "villages.xlsx:5: 村名 \"北沟村\": 与第 2 行重名\n  两处地点要有两个名称\n"
            "villages.xlsx:6: 路线 \"{东}街\": 单元格不能含 { 或 }\n");
  ASSERT_EQ(made.plans.size(), 2u);
  EXPECT_EQ(made.plans[1].id, "village/东沟村");
  const Expansion none = expand(plan, {"villages.xlsx", {"村", "人", "路线"}, table.rows});
  EXPECT_TRUE(none.plans.empty());
  EXPECT_EQ(none.errors.at(0).sentence(Language::english),
            "villages.xlsx: 村名: the table has no such column\n  did you mean 村? its columns: 村, 人, 路线");
}

TEST(Expand, Makes658VillagePlansWellWithinThreeSeconds) {
  const Plan plan = *loadPlan(kTemplate, "village.yaml");
  PlanRows table{"villages.xlsx", {"村名", "人", "路线"}, {}};
  for (int i = 0; i < 658; ++i)
    table.rows.push_back({i + 2, {"第" + std::to_string(i) + "村", std::to_string(i), "东街"}});
  const auto started = std::chrono::steady_clock::now();
  const Expansion made = expand(plan, table);
  EXPECT_EQ(made.plans.size(), 658u);
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(3));
}

}  // namespace
}  // namespace fengsui
