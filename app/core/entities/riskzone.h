// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/person.h"
#include "core/geo.h"

namespace fengsui {

/// The four colours of a risk map; not a warning and not a response level.
enum class RiskColour { blue, yellow, orange, red };

template <>
inline constexpr auto namesOf<RiskColour> = std::to_array<EnumName<RiskColour>>({
    {RiskColour::blue, "blue", "blue (low)", "蓝（低）"},
    {RiskColour::yellow, "yellow", "yellow (moderate)", "黄（一般）"},
    {RiskColour::orange, "orange", "orange (larger)", "橙（较大）"},
    {RiskColour::red, "red", "red (major)", "红（重大）"},
});

/// A place that a hazard will hit: a village at risk, a hazard point, an underpass, a forest, a reservoir.
struct RiskZone {
  Id<RiskZone> id;
  std::string key;
  std::string name;
  std::string kind;  ///< Vocabulary::riskZoneKind
  std::optional<RiskColour> colour;
  std::string town;
  std::optional<Shape> shape;
  std::optional<std::int64_t> population;
  std::optional<std::int64_t> households;
  std::optional<std::int64_t> vulnerable;  ///< the old, weak, sick, disabled, pregnant
  std::vector<Responsible> responsible;
  Attributes attributes;
  Stamp stamp;

  bool operator==(const RiskZone&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("name", self.name);
    field("kind", self.kind);
    field("colour", self.colour);
    field("town", self.town);
    field("shape", self.shape);
    field("population", self.population);
    field("households", self.households, Shown::restricted);
    field("vulnerable", self.vulnerable);
    field("responsible", self.responsible, Shown::restricted);
    field("attributes", self.attributes);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<RiskZone> = Kind::riskZone;

}  // namespace fengsui
