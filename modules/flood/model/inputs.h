// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "flood/model/solver.h"
#include "gis/raster.h"
#include "sdk/setting.h"

namespace fengsui::flood {

/// A file that a run was computed from.
struct InputFile {
  std::string setting;
  std::string path;
};

/// Reads what settings name: numbers, series and rasters on the cells of the terrain; keeps which files it read.
///
/// Thread: one at a time; reads files. Errors: one sentence with the setting, the value and what would be right.
class Inputs {
 public:
  Inputs(std::span<const Setting> table, const SettingValues& values, const Raster& ground)
      : table_(table), values_(values), ground_(ground) {}

  [[nodiscard]] const SettingValues& values() const { return values_; }
  [[nodiscard]] const std::vector<InputFile>& files() const { return files_; }
  void used(std::string_view setting, const std::string& path) { files_.push_back({std::string(setting), path}); }

  /// A number, or a CSV of time and value; multiplied by @p factor.
  [[nodiscard]] Result<Series> series(std::string_view setting, const std::string& text, double factor);
  /// A raster on the cells of the terrain; not-a-number where it has none.
  [[nodiscard]] Result<std::vector<double>> raster(std::string_view setting, const std::string& file);
  /// The same, with a value wherever there is terrain.
  [[nodiscard]] Result<std::vector<double>> whole(std::string_view setting, const std::string& file);
  /// A number for all cells, or a raster; empty where nothing is said.
  [[nodiscard]] Result<std::vector<double>> numbers(std::string_view setting, const std::string& text);
  [[nodiscard]] Result<Property> property(std::string_view setting, double factor);
  [[nodiscard]] Result<Boundary> boundary(std::string_view setting);
  /// The cell in which a point lies: (column, row).
  [[nodiscard]] Result<std::pair<int, int>> cellAt(std::string_view setting, const std::string& x,
                                                   const std::string& y) const;
  /// A file that a CSV names is looked for beside the CSV.
  [[nodiscard]] static std::string beside(const std::string& csv, const std::string& name);

 private:
  [[nodiscard]] Outcome checked(std::string_view setting, double value, const std::string& where) const;

  std::span<const Setting> table_;
  const SettingValues& values_;
  const Raster& ground_;
  std::vector<InputFile> files_;
};

}  // namespace fengsui::flood
