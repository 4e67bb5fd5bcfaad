// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "core/deriveduty.h"
#include "support/desk.h"
#include "support/property.h"

// Places that owe a report, the ledger of people who move, consultations and directives.

namespace fengsui {
namespace {

using story::the;
using ::testing::HasSubstr;

constexpr std::int64_t kMinute = 60'000;

Contact village(int number, std::string name, std::int64_t peopleAtRisk, std::int64_t everyMs = 30 * kMinute) {
  Contact contact;
  contact.id = the<Contact>(number);
  contact.who = {AddresseeKind::place, {}, std::move(name), ""};
  contact.town = "怀北镇";
  contact.peopleAtRisk = peopleAtRisk;
  contact.everyMs = everyMs;
  return contact;
}

std::vector<std::string> silentAt(const Desk& desk) {
  std::vector<std::string> names;
  for (const SilentPlace& place : silentPlaces(desk.situation(), desk.now())) names.push_back(place.contact->who.name);
  return names;
}

TEST(SilentPlaces, AreListedMostPeopleAtRiskFirstUntilTheyAreHeardOf) {
  Desk desk;
  desk.does(OweReport{village(0, "北沟村", 40)});
  desk.does(OweReport{village(1, "西台村", 120)});
  EXPECT_THAT(desk.refuses(OweReport{village(2, "西台村", 120)}), HasSubstr("owes reports already"));
  EXPECT_TRUE(silentAt(desk).empty());
  desk.passes(31 * kMinute);
  EXPECT_EQ(silentAt(desk), (std::vector<std::string>{"西台村", "北沟村"}));
  desk.does(NoteContact{the<Contact>(1), "村书记", "水退了", "卫星电话"});
  EXPECT_EQ(silentAt(desk), std::vector<std::string>{"北沟村"});
  EXPECT_EQ(desk.the<Contact>(1).last->by, "村书记");
  desk.passes(31 * kMinute);
  EXPECT_EQ(silentAt(desk).size(), 2u);
  desk.does(ReleaseContact{the<Contact>(0), "已转移"});
  EXPECT_THAT(desk.refuses(ReleaseContact{the<Contact>(0), ""}), HasSubstr("owes no reports any more"));
  EXPECT_EQ(silentAt(desk), std::vector<std::string>{"西台村"});
}

TEST(SilentPlaces, APaperListKeepsItsTrueTimes) {
  Desk desk;
  desk.does(OweReport{village(0, "北沟村", 40)});
  const Instant early = desk.now().plusMs(5 * kMinute);
  desk.passes(60 * kMinute);
  desk.does(NoteContact{the<Contact>(0), "", "电话", "telephone"});
  desk.happened(early);
  desk.does(NoteContact{the<Contact>(0), "", "纸质名单", "runner"});
  EXPECT_EQ(desk.the<Contact>(0).channel, "telephone") << "an older contact does not replace a newer one";
  desk.happened(desk.now().plusMs(kMinute));
  EXPECT_THAT(desk.refuses(NoteContact{the<Contact>(0), "", "", ""}), HasSubstr("future"));
}

Household household(int number, std::string name, std::int64_t persons, std::string village = "北沟村") {
  Household one;
  one.id = the<Household>(number);
  one.name = std::move(name);
  one.village = std::move(village);
  one.town = "怀北镇";
  one.persons = persons;
  one.shelter = "怀北中学";
  return one;
}

CountHousehold counted(int number, std::string_view point, HouseholdState state = HouseholdState::underWay) {
  return {the<Household>(number), state, std::string(point), "", "李干部", ""};
}

TEST(Households, AreCountedAtTheHouseTheJunctionAndTheShelter) {
  Desk desk;
  EXPECT_THAT(desk.refuses(Register<Household>{household(0, "", 4)}), HasSubstr("needs a name"));
  EXPECT_THAT(desk.refuses(Register<Household>{household(0, "张伟", -1)}), HasSubstr("negative"));
  desk.does(Register<Household>{household(0, "张伟", 4)});
  EXPECT_THAT(desk.refuses(Revise<Household>{the<Household>(0), {{"persons", -2}}}), HasSubstr("negative"));
  EXPECT_THAT(desk.refuses(Revise<Household>{the<Household>(0), {{"state", "inShelter"}}}), HasSubstr("not edited"));
  EXPECT_THAT(desk.refuses(counted(0, "bridge")), HasSubstr("not at \"bridge\""));
  desk.does(counted(0, "house"));
  EXPECT_EQ(desk.the<Household>(0).state, HouseholdState::underWay);
  desk.does(counted(0, "shelter"));
  EXPECT_EQ(desk.the<Household>(0).state, HouseholdState::inShelter);
  EXPECT_EQ(desk.the<Household>(0).where, "怀北中学");
  EXPECT_FALSE(desk.the<Household>(0).passed);
}

TEST(Households, RefuseWithWordsAndSayWhereTheRelativesLive) {
  Desk desk;
  desk.does(Register<Household>{household(0, "张伟", 4)});
  EXPECT_THAT(desk.refuses(counted(0, "", HouseholdState::refuses)), HasSubstr("with the words"));
  EXPECT_THAT(desk.refuses(counted(0, "", HouseholdState::withRelatives)), HasSubstr("say where they are"));
  desk.does(CountHousehold{the<Household>(0), HouseholdState::refuses, "", "", "李干部", "本人签字"});
  EXPECT_EQ(desk.the<Household>(0).refused->words, "本人签字");
}

TEST(Households, ATallyIsDoneOnlyWhenTheCountsAgreeAndNamesWhoIsMissing) {
  Desk desk;
  for (int i = 0; i < 20; ++i)
    desk.does(Register<Household>{household(i, "第" + std::to_string(i) + "户", i < 14 ? 4 : 5)});
  EXPECT_FALSE(tallyOf(desk.situation(), "怀北镇", "无此村"));
  for (int i = 0; i < 20; ++i) desk.does(counted(i, "house"));
  for (int i = 0; i < 18; ++i) desk.does(counted(i, "shelter"));
  auto tally = tallyOf(desk.situation(), "怀北镇", "北沟村").value();
  EXPECT_EQ(tally.persons, 86);
  EXPECT_EQ(tally.left, 86);
  EXPECT_EQ(tally.arrived, 76);
  EXPECT_EQ(tally.missingPersons, 10);
  ASSERT_EQ(tally.missing.size(), 2u);
  EXPECT_EQ(tally.missing[0]->name, "第18户");
  EXPECT_FALSE(tally.done());
  desk.does(counted(18, "shelter"));
  desk.does(CountHousehold{the<Household>(19), HouseholdState::withRelatives, "shelter", "城区女儿家", "", ""});
  EXPECT_TRUE(tallyOf(desk.situation(), "", "北沟村")->done());
  desk.does(counted(0, "", HouseholdState::returnedUnasked));
  tally = tallyOf(desk.situation(), "怀北镇", "北沟村").value();
  EXPECT_FALSE(tally.done()) << "whoever went back without approval is not safe";
  EXPECT_EQ(tally.missing[0]->name, "第0户");
}

TEST(Households, WhoIsAwayIsNotToBeMoved) {
  Desk desk;
  desk.does(Register<Household>{household(0, "张伟", 4)});
  desk.does(Register<Household>{household(1, "李强", 3)});
  desk.does(counted(0, "", HouseholdState::away));
  desk.does(counted(1, "shelter"));
  const auto tally = tallyOf(desk.situation(), "怀北镇", "北沟村").value();
  EXPECT_TRUE(tally.missing.empty());
  EXPECT_FALSE(tally.countsAgree()) << "counted at the shelter without leaving: shown, not hidden";
}

TEST(Households, ACountIsTakenBackExactly) {
  Desk desk;
  desk.does(Register<Household>{household(0, "张伟", 4)});
  desk.does(counted(0, "house"));
  const Json before = withoutTraces(desk.situation());
  const auto events = desk.does(counted(0, "shelter"));
  desk.does(Undo{events[0]});
  EXPECT_EQ(Json::diff(before, withoutTraces(desk.situation())), Json::array());
  const auto again = desk.does(counted(0, "junction"));
  desk.does(counted(0, "shelter"));
  EXPECT_THAT(desk.refuses(Undo{again[0]}), HasSubstr("something else happened since"));
}

TEST(Households, OfOneNameInTwoVillagesAreTwoWhenATableIsImported) {
  Desk desk;
  const auto row = [](int number, const char* village, int persons) {
    return ImportRow{the<Household>(number).uuid, number + 2,
                     Json{{"name", "张伟"}, {"town", "怀北镇"}, {"village", village}, {"persons", persons}}};
  };
  desk.does(Import<Household>{{row(0, "北沟村", 4), row(1, "西台村", 2)}});
  EXPECT_EQ(desk.situation().households.size(), 2u);
  desk.does(counted(1, "shelter"));
  desk.does(Import<Household>{{row(5, "西台村", 3)}});
  EXPECT_EQ(desk.the<Household>(0).persons, 4);
  EXPECT_EQ(desk.the<Household>(1).persons, 3);
  EXPECT_EQ(desk.the<Household>(1).state, HouseholdState::inShelter) << "a table does not overwrite what was counted";
}

TEST(Households, ShowTheSameWhateverTheOrderInWhichTheCountsArrive) {
  struct Said {
    int state = 0, point = 0, minute = 0;
  };
  property("counts of a household merge", 300, 100, [] {
    const auto one = rc::gen::build<Said>(rc::gen::set(&Said::state, rc::gen::inRange(0, 7)),
                                          rc::gen::set(&Said::point, rc::gen::inRange(0, 4)),
                                          rc::gen::set(&Said::minute, rc::gen::inRange(0, 4)));
    const auto statements = *rc::gen::container<std::vector<Said>>(one);
    const auto after = [](const std::vector<Said>& list) {
      Situation s;
      fold(s, {{}, Registered<Household>{household(0, "张伟", 4)}});
      fold(s, {{}, ReportOwed{village(0, "北沟村", 40)}});
      for (const Said& said : list) {
        const std::string points[] = {"", "house", "junction", "shelter"};
        const fengsui::Step step{Instant{1784554800000 + said.minute * kMinute}, "李干部",
                                 std::to_string(said.state % 2)};
        fold(s, {{},
                 HouseholdCounted{
                     the<Household>(0), static_cast<HouseholdState>(said.state), points[said.point], "", step, {}}});
        fold(s, {{}, ContactNoted{the<Contact>(0), step, points[said.point]}});
        if (said.state == 6) fold(s, {{}, ContactReleased{the<Contact>(0), step}});
      }
      Json json{encode(*s.find(the<Household>(0))), encode(*s.find(the<Contact>(0)))};
      for (Json& entity : json) entity.erase("stamp");
      return json;
    };
    auto shuffled = statements;
    for (const Said& said : statements)
      if (*rc::gen::inRange(0, 3) == 0) shuffled.push_back(said);
    for (std::size_t i = shuffled.size(); i > 1; --i)
      std::swap(shuffled[i - 1], shuffled[*rc::gen::inRange<std::size_t>(0, i)]);
    RC_ASSERT(after(statements) == after(shuffled));
  });
}

TEST(Directives, AreKeptWordForWordWithTheirAnswer) {
  Desk desk;
  Directive directive;
  directive.id = the<Directive>(0);
  directive.words = "请立即核实失联人员，22时前报我。";
  EXPECT_THAT(desk.refuses(Register<Directive>{directive}), HasSubstr("name of the leader"));
  directive.from = "李区长";
  directive.lead = "区应急局";
  Directive silent = directive;
  silent.words.clear();
  EXPECT_THAT(desk.refuses(Register<Directive>{silent}), HasSubstr("needs a name"));
  desk.does(Register<Directive>{directive});
  EXPECT_NE(desk.the<Directive>(0).at, Instant{});
  EXPECT_THAT(desk.refuses(AnswerDirective{the<Directive>(0), "", ""}), HasSubstr("has words"));
  desk.does(AnswerDirective{the<Directive>(0), "已核实", "区应急局"});
  EXPECT_EQ(desk.the<Directive>(0).answered->by, "区应急局");
  Directive other = directive;
  other.id = the<Directive>(1);
  other.contradicts = the<Directive>(7);
  EXPECT_THAT(desk.refuses(Register<Directive>{other}), HasSubstr("not known here"));
  other.contradicts = the<Directive>(0);
  desk.does(Register<Directive>{other});
}

TEST(Directives, TwoEditsAreShownWithoutTheWords) {
  Desk one, other;
  Directive directive;
  directive.id = the<Directive>(0);
  directive.words = "密";
  directive.from = "李区长";
  other.learns(one.does(Register<Directive>{directive})[0]);
  one.does(Revise<Directive>{the<Directive>(0), {{"lead", "区应急局"}}});
  one.learns(other.at(2).does(Revise<Directive>{the<Directive>(0), {{"lead", "区水务局"}}})[0]);
  ASSERT_EQ(one.situation().conflicts.size(), 1u);
  one.situation().conflicts.forEach([](const Uuid&, const Conflict& c) { EXPECT_EQ(c.detail, "lead"); });
}

TEST(Consultations, AreRecordedWithWhatTheyConcluded) {
  Desk desk;
  Consultation consultation;
  consultation.id = the<Consultation>(0);
  consultation.title = "汛情会商";
  EXPECT_THAT(desk.refuses(Register<Consultation>{consultation}), HasSubstr("what it concluded"));
  consultation.conclusions = {"建议启动三级响应"};
  desk.does(Register<Consultation>{consultation});
  EXPECT_NE(desk.the<Consultation>(0).at, Instant{});
}

}  // namespace
}  // namespace fengsui
