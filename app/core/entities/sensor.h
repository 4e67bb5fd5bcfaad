// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/person.h"
#include "core/geo.h"
#include "core/quantity.h"

namespace fengsui {

/// On which side of its value a level holds.
enum class Crossing { above, below };

template <>
inline constexpr auto namesOf<Crossing> = std::to_array<EnumName<Crossing>>({
    {Crossing::above, "above", "at or above", "达到或超过"},
    {Crossing::below, "below", "at or below", "达到或低于"},
});

/// A level of a sensor that means something, by the name that the field gives it.
///
/// Units: those of the sensor; of rain over a time, the sum.
struct Threshold {
  std::string level;  ///< Vocabulary::thresholdLevel
  Quantity value;
  Crossing crossing = Crossing::above;
  std::int64_t overMinutes = 0;  ///< of the sum over so long; 0: of the reading itself
  std::optional<Quantity>
      until;           ///< once it holds it holds until here: hysteresis; none: until it is back at the value
  std::string source;  ///< whose figure it is, of which edition

  bool operator==(const Threshold&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("level", self.level);
    field("value", self.value);
    field("crossing", self.crossing);
    field("overMinutes", self.overMinutes);
    field("until", self.until);
    field("source", self.source);
  }
};

/// A gauge that reports by itself, what its levels mean, and for whom. What it reports is in the series store.
struct Sensor {
  Id<Sensor> id;
  std::string key;  ///< the code of the station at its owner's
  std::string name;
  std::string kind;    ///< Vocabulary::sensorKind
  std::string unit;    ///< of its readings: mm, m, cm …
  std::string series;  ///< where its readings are kept: "level/云岭", "rain 5/北沟" for the sums of five minutes
  std::string owner;   ///< whose it is
  std::string town;
  std::optional<Position> location;
  std::vector<Threshold> thresholds;  ///< the mildest first
  std::vector<Uuid> watches;          ///< risk zones, places and facilities that its levels are about
  Attributes attributes;
  Stamp stamp;

  bool operator==(const Sensor&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("name", self.name);
    field("kind", self.kind);
    field("unit", self.unit);
    field("series", self.series);
    field("owner", self.owner);
    field("town", self.town);
    field("location", self.location);
    field("thresholds", self.thresholds);
    field("watches", self.watches);
    field("attributes", self.attributes);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Sensor> = Kind::sensor;

}  // namespace fengsui
