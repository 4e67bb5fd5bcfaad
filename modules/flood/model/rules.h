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

/// What values mean: data, not code. A district's own file flood.rules.json stands in NAME.plans beside the station.
struct FloodRules {
  std::map<std::string, std::vector<ExposureStage>> stages;
  VillageRules village;

  bool operator==(const FloodRules&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("stages", self.stages);
    field("village", self.village);
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
