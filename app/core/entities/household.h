// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/entities/message.h"
#include "core/entities/person.h"

namespace fengsui {

/// Where a household of the ledger of people to move is (人员避险转移台账).
enum class HouseholdState { notMoved, underWay, inShelter, withRelatives, away, refuses, returnedUnasked };

template <>
inline constexpr auto namesOf<HouseholdState> = std::to_array<EnumName<HouseholdState>>({
    {HouseholdState::notMoved, "notMoved", "not moved", "未转"},
    {HouseholdState::underWay, "underWay", "under way", "途中"},
    {HouseholdState::inShelter, "inShelter", "in a shelter", "集中安置"},
    {HouseholdState::withRelatives, "withRelatives", "with relatives", "投亲靠友"},
    {HouseholdState::away, "away", "away, not in the village", "外出不在村"},
    {HouseholdState::refuses, "refuses", "refuses to move", "拒转"},
    {HouseholdState::returnedUnasked, "returnedUnasked", "returned without approval", "擅自返回"},
});

/// A household, a camp site, a ward: people who are moved together and counted three times: leaving the house, at the
/// junction, at the shelter.
struct Household {
  Id<Household> id;
  std::string key;
  std::string name;
  std::string village;
  std::string town;
  std::int64_t persons = 0;
  std::string care;  ///< bedridden, wheelchair, pregnant, alone and old: how they must be moved
  std::string helper;
  std::string shelter;  ///< where they should go
  HouseholdState state = HouseholdState::notMoved;
  std::optional<Step> said;     ///< the newest statement about the state
  std::optional<Step> left;     ///< out of the house, by: who counted
  std::optional<Step> passed;   ///< at the junction
  std::optional<Step> arrived;  ///< at the shelter or with relatives
  std::string where;            ///< the shelter, or the address of relatives
  std::optional<Step> refused;  ///< signed
  Attributes attributes;
  Stamp stamp;

  bool operator==(const Household&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("name", self.name, Shown::restricted);
    field("village", self.village);
    field("town", self.town);
    field("persons", self.persons);
    field("care", self.care, Shown::restricted);
    field("helper", self.helper, Shown::restricted);
    field("shelter", self.shelter);
    field("state", self.state);
    field("said", self.said);
    field("left", self.left);
    field("passed", self.passed);
    field("arrived", self.arrived);
    field("where", self.where, Shown::restricted);
    field("refused", self.refused);
    field("attributes", self.attributes, Shown::restricted);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Household> = Kind::household;

}  // namespace fengsui
