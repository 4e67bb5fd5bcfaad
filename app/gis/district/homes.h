// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ogrsf_frmts.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace fengsui {

/// A building of base.gpkg that people could live in.
struct Home {
  GIntBig fid = 0;
  double lon = 0;
  double lat = 0;
  double share = 0;  ///< area times levels: only the proportion counts
};

/// A place of base.gpkg where people live.
struct Settlement {
  GIntBig fid = 0;
  double lon = 0;
  double lat = 0;
  std::string name;
  std::string code;
  double share = 0;  ///< by its class
  std::optional<std::int64_t> stated;
};

/// A building whose people are known.
struct StatedHome {
  double lon = 0;
  double lat = 0;
  std::int64_t people = 0;
};

/// Where people live in a finished base.gpkg, and the numbers that are written back.
///
/// Thread: one at a time. Errors: unreadable and io for the file.
class Homes {
 public:
  [[nodiscard]] static Result<Homes> open(const std::filesystem::path& baseMap);

  std::vector<Home> homes;              ///< without those that state a number
  std::vector<Settlement> settlements;  ///< villages, towns, cities, hamlets, quarters
  std::vector<StatedHome> statedHomes;  ///< those that do
  std::int64_t stated = 0;              ///< of all of these

  /// People by home and by settlement, in the order above; what is nothing is left as it is.
  [[nodiscard]] Outcome write(const std::vector<std::optional<std::int64_t>>& atHomes,
                              const std::vector<std::optional<std::int64_t>>& atSettlements);
  [[nodiscard]] GDALDataset& file() const { return *data_; }

 private:
  std::filesystem::path path_;
  std::unique_ptr<GDALDataset> data_;
};

/// Divides a number of people in proportion, in whole people whose sum is exactly the number. Nothing is given where no
/// share is above 0.
[[nodiscard]] std::vector<std::int64_t> divided(std::int64_t people, const std::vector<double>& shares);

/// "悟仙观社区居委会" and "悟仙观社区" are one; "北沟村村民委员会" and "北沟村" too.
[[nodiscard]] std::string plainPlaceName(std::string name);

}  // namespace fengsui
