// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/situation.h"
#include "plans/responding.h"

namespace fengsui {

/// What a module looks at when it is asked: immutable, as of one moment.
struct Surroundings {
  std::shared_ptr<const Situation> situation;  ///< never null; empty where there is no station
  std::vector<NamedReading> readings;          ///< the newest value of each series
  std::filesystem::path district;              ///< the folder of the map and its rasters; empty: none
  std::filesystem::path plans;                 ///< the station, whose own plans count too; empty: those of the product
  Instant now;

  [[nodiscard]] static Surroundings nothing(Instant now);
  [[nodiscard]] Observations observations() const { return observationsFrom(*situation, readings, now); }
};

/// From one process to another of the very same program version, by a file: nobody else reads it.
///
/// Thread: any; slow (disk). Errors: io; notFound; damaged.
[[nodiscard]] Outcome writeSurroundings(const Surroundings& around, const std::filesystem::path& file);
[[nodiscard]] Result<Surroundings> readSurroundings(const std::filesystem::path& file);

}  // namespace fengsui
