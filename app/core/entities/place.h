// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/entities/person.h"
#include "core/geo.h"

namespace fengsui {

/// A town, a village, a community: what people name when they say where.
struct Place {
  Id<Place> id;
  std::string key;
  std::string name;
  std::string kind;  ///< Vocabulary::placeKind
  std::string code;  ///< administrative division code
  std::string town;  ///< the town or street it belongs to
  std::optional<Position> location;
  std::optional<std::int64_t> population;
  Attributes attributes;
  Stamp stamp;

  bool operator==(const Place&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("name", self.name);
    field("kind", self.kind);
    field("code", self.code);
    field("town", self.town);
    field("location", self.location);
    field("population", self.population);
    field("attributes", self.attributes);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Place> = Kind::place;

}  // namespace fengsui
