// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include "gis/demo/chance.h"
#include "gis/demo/ground.h"

namespace fengsui::demo {

/// Makes up names: two or three characters and what kind of place it is, never the same one twice.
class PlaceNames {
 public:
  explicit PlaceNames(std::uint64_t seed) : chance_(seed, 40) {}
  [[nodiscard]] Name town(bool mountain);
  [[nodiscard]] Name village(bool mountain);
  [[nodiscard]] Name river();
  [[nodiscard]] Name brook();
  [[nodiscard]] Name peak();
  /// Keeps a name that is given elsewhere. @return it, with its spelling in Latin letters.
  Name given(const std::string& zh, const std::string& en);

 private:
  enum class Kind { mountainTown, plainTown, mountainVillage, plainVillage, river, brook, peak };
  [[nodiscard]] Name fresh(Kind kind);

  Chance chance_;
  std::set<std::string> used_;
  std::set<std::string> stems_;
};

/// How a name whose characters these lists know is spelt: "Beigou".
[[nodiscard]] std::string spelt(const std::string& zh);

}  // namespace fengsui::demo
