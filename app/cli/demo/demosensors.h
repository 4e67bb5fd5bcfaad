// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/demo/storm.h"
#include "journal/station.h"

namespace fengsui::demo {

/// Registers rain gauges, level gauges of rivers and reservoirs and depth gauges below bridges and at ponding points,
/// with what their levels mean and for whom; and records in the series store what they send during the evening that
/// begins at @p start.
[[nodiscard]] Outcome placeSensors(Station& station, const DemoDistrict& district, Instant start);

}  // namespace fengsui::demo
