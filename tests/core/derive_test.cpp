// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/derive.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/fold.h"

namespace fengsui {
namespace {

using Limits = std::numeric_limits<std::int64_t>;

Event registered(std::uint8_t number, std::int64_t occupants) {
  Shelter shelter;
  shelter.id.uuid.bytes[0] = number;
  shelter.name = "学校";
  shelter.occupants = occupants;
  return {{}, Registered<Shelter>{shelter}};
}

TEST(Overview, BearsSheltersWithMorePeopleThanThereAre) {
  Situation situation;
  for (const std::uint8_t number : {1, 2}) fold(situation, registered(number, Limits::max()));
  EXPECT_EQ(overviewOf(situation, {}).sheltered, Limits::max());
}

TEST(Fold, BearsACheckInWhereTheCountIsFarBelowNought) {
  Situation situation;
  const Event there = registered(1, Limits::min());
  fold(situation, there);
  const Id<Shelter> shelter{Uuid{{1}}};
  fold(situation, {{}, ShelterCheckedIn{shelter, 20, "北沟村"}});
  EXPECT_EQ(situation.find(shelter)->occupants, Limits::min() + 20);
  fold(situation, {{}, ShelterCheckedIn{shelter, Limits::max(), "北沟村"}});
  EXPECT_FALSE(situation.conflicts.empty());
}

}  // namespace
}  // namespace fengsui
