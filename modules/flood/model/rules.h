// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "sdk/exposure.h"

namespace fengsui::flood {

/// From how much rain in so many minutes on a village prepares, and moves.
struct RainTrigger {
  std::int64_t minutes = 60;
  double prepare = 0;  ///< mm
  double immediate = 0;

  bool operator==(const RainTrigger&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("minutes", self.minutes);
    field("prepare", self.prepare);
    field("immediate", self.immediate);
  }
};

struct VillageRules {
  std::string source;
  std::vector<RainTrigger> rain;
  std::int64_t moveBeforeMinutes = 180;  ///< water within so long: move now; later: prepare

  bool operator==(const VillageRules&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("source", self.source);
    field("rain", self.rain);
    field("moveBeforeMinutes", self.moveBeforeMinutes);
  }
};

/// Rain at which slopes are left.
struct GeohazardRules {
  std::string source;
  std::vector<RainTrigger> rain;

  bool operator==(const GeohazardRules&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("source", self.source);
    field("rain", self.rain);
  }
};

/// Depths at an underpass, in metres.
struct UnderpassRules {
  std::string source;
  double turnBack = 0.15;
  double closed = 0.27;
  double open = 0.05;  ///< what is closed stays so until here

  bool operator==(const UnderpassRules&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("source", self.source);
    field("turnBack", self.turnBack);
    field("closed", self.closed);
    field("open", self.open);
  }
};

struct ClosingRain {
  std::int64_t minutes = 60;
  double mm = 0;

  bool operator==(const ClosingRain&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("minutes", self.minutes);
    field("mm", self.mm);
  }
};

/// When places of a kind close: from a colour of any of these warnings on, or by rain at the nearest gauge.
struct ClosingRule {
  std::string source;
  std::string kind;  ///< of a risk zone or a facility
  std::vector<std::string> warnings;
  std::string colour;
  std::vector<ClosingRain> rain;

  bool operator==(const ClosingRule&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("source", self.source);
    field("kind", self.kind);
    field("warnings", self.warnings);
    field("colour", self.colour);
    field("rain", self.rain);
  }
};

/// What values mean: data, not code. A district's own file flood.rules.json stands in NAME.plans beside the station.
struct FloodRules {
  std::map<std::string, std::vector<ExposureStage>> stages;
  VillageRules village;
  GeohazardRules geohazard;
  UnderpassRules underpass;
  std::vector<ClosingRule> closing;
  double nearestGaugeM = 15000;      ///< a gauge that is farther away says nothing about a place
  std::int64_t oldestMinutes = 360;  ///< levels and depths that are older say nothing

  bool operator==(const FloodRules&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("stages", self.stages);
    field("village", self.village);
    field("geohazard", self.geohazard);
    field("underpass", self.underpass);
    field("closing", self.closing);
    field("nearestGaugeM", self.nearestGaugeM);
    field("oldestMinutes", self.oldestMinutes);
  }
};

/// Those that came with the product.
[[nodiscard]] const FloodRules& shippedRules();
/// The district's own where it has a sound file, else those that came with the product.
///
/// Thread: any; slow (disk). @param station may be empty.
[[nodiscard]] FloodRules rulesFor(const std::filesystem::path& station);

/// The text of modules/flood/rules/flood.json as it was when the program was built.
[[nodiscard]] std::string_view floodRulesText();

}  // namespace fengsui::flood
