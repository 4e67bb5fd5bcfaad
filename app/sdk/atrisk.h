// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sdk/exposure.h"

namespace fengsui {

/// What a forecast puts at risk beside homes and roads, added up.
struct AtRisk {
  std::int64_t vulnerable = 0;  ///< people of villages and facilities that are reached who cannot help themselves
  std::int64_t beds = 0;        ///< of hospitals and nursing homes that are reached
  std::int64_t depots = 0;
  std::vector<StockLine> stock;  ///< in those depots, added up by item and unit, the most first
  std::vector<std::pair<std::string, std::int64_t>> lifelines;  ///< how many of each group (lifelines.h), in its order
};

/// Thread: any; pure.
[[nodiscard]] AtRisk atRiskIn(const Exposure& exposure);

/// "帐篷 120 顶, 编织袋 5000 条 and 6 kinds more"; empty without any.
[[nodiscard]] Text stockWords(const std::vector<StockLine>& stock, std::size_t most);

/// "36 vulnerable people, 120 beds; lifelines: power 2, hospitals 1; supplies in 3 depots: 帐篷 120 顶"; empty where
/// nothing of it is reached.
[[nodiscard]] Text atRiskWords(const AtRisk& risk, std::size_t kindsAtMost);

}  // namespace fengsui
