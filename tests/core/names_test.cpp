// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/names.h"

#include <gtest/gtest.h>

#include <set>

#include "core/events.h"

namespace fengsui {
namespace {

constexpr Vocabulary kAll[] = {Vocabulary::incidentKind, Vocabulary::teamKind,     Vocabulary::capability,
                               Vocabulary::riskZoneKind, Vocabulary::facilityKind, Vocabulary::placeKind};

template <class E>
void namesAreComplete(int values) {
  std::set<std::string_view> codes, en, zh;
  std::set<E> named;
  for (const auto& name : namesOf<E>) {
    EXPECT_FALSE(name.code.empty() || name.en.empty() || name.zh.empty()) << name.code;
    EXPECT_TRUE(codes.insert(name.code).second) << name.code;
    EXPECT_TRUE(en.insert(name.en).second) << name.en;
    EXPECT_TRUE(zh.insert(name.zh).second) << name.zh;
    EXPECT_TRUE(named.insert(name.value).second) << name.code;
    EXPECT_EQ(fromCode<E>(name.code), name.value);
    EXPECT_EQ(nameOf(name.value).code, name.code);
  }
  for (int value = 0; value < values; ++value)
    EXPECT_TRUE(named.contains(static_cast<E>(value))) << nameOf(E{}).code << "…: value " << value << " has no name";
  EXPECT_EQ(named.size(), static_cast<std::size_t>(values));
  EXPECT_EQ(fromCode<E>("nothing of the kind"), std::nullopt);
}

TEST(Names, AreThereInBothLanguagesForEveryValue) {
  namesAreComplete<Kind>(static_cast<int>(Kind::conflict) + 1);
  namesAreComplete<Mode>(static_cast<int>(Mode::exercise) + 1);
  namesAreComplete<ConflictKind>(static_cast<int>(ConflictKind::unreadableEvent) + 1);
  namesAreComplete<IncidentLevel>(static_cast<int>(IncidentLevel::especiallySerious) + 1);
  namesAreComplete<IncidentStatus>(static_cast<int>(IncidentStatus::withdrawn) + 1);
  namesAreComplete<FigureKind>(static_cast<int>(FigureKind::resettled) + 1);
  namesAreComplete<Verification>(static_cast<int>(Verification::estimated) + 1);
  namesAreComplete<ResponseStatus>(static_cast<int>(ResponseStatus::declined) + 1);
  namesAreComplete<DispatchAuthority>(static_cast<int>(DispatchAuthority::asked) + 1);
  namesAreComplete<TeamStatus>(static_cast<int>(TeamStatus::unavailable) + 1);
  namesAreComplete<DepotTier>(static_cast<int>(DepotTier::village) + 1);
  namesAreComplete<ShelterClass>(static_cast<int>(ShelterClass::longTerm) + 1);
  namesAreComplete<ShelterStatus>(static_cast<int>(ShelterStatus::open) + 1);
  namesAreComplete<RiskColour>(static_cast<int>(RiskColour::red) + 1);
}

TEST(Vocabularies, FindAWordByAnyOfItsNames) {
  for (const Vocabulary vocabulary : kAll) {
    std::set<std::string_view> codes;
    for (const Word& word : wordsOf(vocabulary)) {
      EXPECT_TRUE(codes.insert(word.code).second) << word.code << " stands twice";
      EXPECT_FALSE(word.en.empty() || word.zh.empty()) << word.code;
      EXPECT_EQ(codeFor(vocabulary, word.code), word.code);
      EXPECT_EQ(codeFor(vocabulary, word.zh), word.code);
      EXPECT_EQ(codeFor(vocabulary, word.en), word.code);
      std::string_view rest = word.alsoCalled;
      while (!rest.empty()) {
        const auto bar = rest.find('|');
        EXPECT_EQ(codeFor(vocabulary, rest.substr(0, bar)), word.code) << rest.substr(0, bar);
        rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
      }
      EXPECT_EQ(textOf(vocabulary, word.code), (Text{std::string(word.en), std::string(word.zh)}));
    }
    EXPECT_GE(codes.size(), 8u);
  }
}

TEST(Vocabularies, KeepTheWordsOfADistrictThatTheyDoNotKnow) {
  EXPECT_EQ(codeFor(Vocabulary::teamKind, "骡马队"), "骡马队");
  EXPECT_EQ(textOf(Vocabulary::teamKind, "骡马队"), sameInBoth("骡马队"));
  EXPECT_EQ(codeFor(Vocabulary::teamKind, ""), "");
}

}  // namespace
}  // namespace fengsui
