// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/person.h"
#include "core/geo.h"

namespace fengsui {

/// A hospital, school, nursing home, works: people or dangers that are on no village ledger.
struct Facility {
  Id<Facility> id;
  std::string key;
  std::string name;
  std::string kind;  ///< Vocabulary::facilityKind
  std::string address;
  std::string town;
  std::optional<Position> location;
  std::optional<std::int64_t> capacity;   ///< persons: pupils, beds, guests
  std::optional<std::int64_t> bedridden;  ///< persons who must be carried
  std::vector<Responsible> responsible;
  Attributes attributes;
  Stamp stamp;

  bool operator==(const Facility&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("name", self.name);
    field("kind", self.kind);
    field("address", self.address);
    field("town", self.town);
    field("location", self.location);
    field("capacity", self.capacity);
    field("bedridden", self.bedridden);
    field("responsible", self.responsible, Shown::restricted);
    field("attributes", self.attributes);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Facility> = Kind::facility;

}  // namespace fengsui
