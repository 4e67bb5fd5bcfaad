// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/entities/person.h"
#include "core/geo.h"
#include "core/quantity.h"

namespace fengsui {

/// How long a shelter can keep people. Source: GB 51143 (emergency ≤ 1–3 d, short, long ≤ 100 d), read in a secondary
/// copy.
enum class ShelterClass { emergency, shortTerm, longTerm };

template <>
inline constexpr auto namesOf<ShelterClass> = std::to_array<EnumName<ShelterClass>>({
    {ShelterClass::emergency, "emergency", "emergency", "紧急"},
    {ShelterClass::shortTerm, "shortTerm", "short-term", "短期"},
    {ShelterClass::longTerm, "longTerm", "long-term", "长期"},
});

enum class ShelterStatus { closed, open };

template <>
inline constexpr auto namesOf<ShelterStatus> = std::to_array<EnumName<ShelterStatus>>({
    {ShelterStatus::closed, "closed", "closed", "未启用"},
    {ShelterStatus::open, "open", "open", "已启用"},
});

/// A place prepared to take people in.
struct Shelter {
  Id<Shelter> id;
  std::string key;
  std::string name;
  std::optional<ShelterClass> shelterClass;
  bool indoor = false;
  std::string address;
  std::string town;
  std::optional<Position> location;
  std::optional<Quantity> areaM2;
  /// Persons it can take; by class where the district states it, under "" where there is one number only.
  std::map<std::string, std::int64_t> capacity;
  std::int64_t occupants = 0;
  ShelterStatus status = ShelterStatus::closed;
  std::vector<Responsible> responsible;
  Attributes attributes;
  Stamp stamp;

  bool operator==(const Shelter&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("name", self.name);
    field("shelterClass", self.shelterClass);
    field("indoor", self.indoor);
    field("address", self.address);
    field("town", self.town);
    field("location", self.location);
    field("areaM2", self.areaM2);
    field("capacity", self.capacity);
    field("occupants", self.occupants);
    field("status", self.status);
    field("responsible", self.responsible, Shown::restricted);
    field("attributes", self.attributes);
    field("stamp", self.stamp);
  }

  /// Persons it can take for its class. @return nothing where no capacity is known.
  [[nodiscard]] std::optional<std::int64_t> places() const {
    if (shelterClass)
      if (const auto own = capacity.find(std::string(nameOf(*shelterClass).code)); own != capacity.end())
        return own->second;
    if (const auto plain = capacity.find(""); plain != capacity.end()) return plain->second;
    std::optional<std::int64_t> most;
    for (const auto& [byClass, count] : capacity) most = most && *most > count ? most : count;
    return most;
  }
};
template <>
inline constexpr Kind kindOf<Shelter> = Kind::shelter;

}  // namespace fengsui
