// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fengsui {

/// A kind of thing on which others live: "powerStation".
struct LifelineKind {
  std::string code;
  Text words;
  std::vector<std::string> map;  ///< classes of the base map's points that are of this kind
};

/// What fails together: power, water supply, …
struct LifelineGroup {
  std::string code;
  Text words;
  std::vector<LifelineKind> kinds;
};

/// resources/rules/lifelines.json, in its order. Thread: any.
[[nodiscard]] const std::vector<LifelineGroup>& lifelines();

/// The group of a thing by its kind; nullptr where nobody lives on it.
[[nodiscard]] const LifelineGroup* lifelineGroupOf(std::string_view kind);
[[nodiscard]] const LifelineKind* lifelineKindOf(std::string_view kind);
/// The kind of a point of the base map by its class; nullptr where it is none.
[[nodiscard]] const LifelineKind* lifelineOnMap(std::string_view featureClass);

}  // namespace fengsui
