// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/namedreading.h"
#include "core/sensorlevels.h"
#include "core/situation.h"
#include "journal/series.h"

namespace fengsui {

/// What a sensor reported up to a moment, oldest first, as far back as its thresholds need it.
///
/// Errors: those of the store.
[[nodiscard]] Result<std::vector<Measured>> readingsOf(SeriesStore& store, const Sensor& sensor, Instant upTo);

/// What is known of the ground at a moment, by the names that plans ask for: the newest value of each series; of rain
/// gauges the sums over 1, 3, 6, 12 and 24 hours and over those of their thresholds ("rain 60/北沟"); and the levels of
/// water that sensors carry as thresholds ("warningLevel/云岭"). What a series says itself goes before what follows
/// here.
///
/// Thread: any; reads the disk. Nothing where no readings can be read.
[[nodiscard]] std::vector<NamedReading> observedAt(const Situation& situation, const StationFiles& files, Instant at);

}  // namespace fengsui
