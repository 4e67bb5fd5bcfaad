// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/message.h"

namespace fengsui {

/// The colour of a warning (预警). Not a risk colour, not an incident level, not a response level.
enum class WarningColour { blue, yellow, orange, red };

template <>
inline constexpr auto namesOf<WarningColour> = std::to_array<EnumName<WarningColour>>({
    {WarningColour::blue, "blue", "blue IV", "蓝色Ⅳ"},
    {WarningColour::yellow, "yellow", "yellow III", "黄色Ⅲ"},
    {WarningColour::orange, "orange", "orange II", "橙色Ⅱ"},
    {WarningColour::red, "red", "red I", "红色Ⅰ"},
});

enum class WarningStatus { inForce, lifted, replaced };

template <>
inline constexpr auto namesOf<WarningStatus> = std::to_array<EnumName<WarningStatus>>({
    {WarningStatus::inForce, "inForce", "in force", "生效"},
    {WarningStatus::lifted, "lifted", "lifted", "解除"},
    {WarningStatus::replaced, "replaced", "replaced", "已变更"},
});

/// A warning that a bureau issued. Several of different kinds stand beside each other.
struct Warning {
  Id<Warning> id;
  std::string kind;  ///< "暴雨", "山洪", "地质灾害气象风险", "森林火险" …: the bureau's word
  WarningColour colour = WarningColour::blue;
  std::string number;
  std::string issuer;
  std::string signedBy;
  Instant signedAt;
  std::optional<Instant> until;
  std::string area;
  std::vector<std::string> towns;  ///< empty: the whole district
  std::string text;
  WarningStatus status = WarningStatus::inForce;
  std::optional<Step> ended;
  std::optional<Id<Warning>> replaces;
  Stamp stamp;

  bool operator==(const Warning&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("kind", self.kind);
    field("colour", self.colour);
    field("number", self.number);
    field("issuer", self.issuer);
    field("signedBy", self.signedBy);
    field("signedAt", self.signedAt);
    field("until", self.until);
    field("area", self.area);
    field("towns", self.towns);
    field("text", self.text);
    field("status", self.status);
    field("ended", self.ended);
    field("replaces", self.replaces);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Warning> = Kind::warning;

}  // namespace fengsui
