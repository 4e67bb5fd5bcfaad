// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/codec.h"
#include "gis/raster.h"
#include "support/tempfolder.h"

namespace fengsui::flood {

/// A file of comma-separated values with a heading; lines that begin with # are passed over.
struct CsvTable {
  std::vector<std::string> heading;
  std::vector<std::vector<std::string>> rows;

  /// Throws where the file cannot be read.
  [[nodiscard]] static CsvTable read(const std::filesystem::path& file);
  [[nodiscard]] const std::string& text(std::size_t row, const std::string& column) const;
  [[nodiscard]] double number(std::size_t row, const std::string& column) const;
};

struct Place {
  double x = 0;
  double y = 0;
};

/// One run of "fengsuictl model flood" on files that it makes: what stands at gauges, in tables and rasters is read
/// from the folder of its results. South-west corner of the terrain: 0, 0; no coordinate system; units SI.
///
/// Errors: throws with what the program said.
class CommandRun {
 public:
  using Along = std::function<double(double x, double y)>;

  CommandRun(int columns, int rows, double cell, const Along& bed);

  void set(const std::string& name, const std::string& value) { said_.push_back(name + "=" + value); }
  void set(const std::string& name, double value);
  /// A GeoTIFF on the cells of the terrain. @return its path.
  std::string raster(const std::string& name, const Along& value);
  /// A CSV of the text. @return its path.
  std::string table(const std::string& name, const std::string& text);
  void gauges(const std::vector<Place>& places);
  void section(const std::string& name, Place from, Place to);

  void run();
  [[nodiscard]] const Json& summary() const { return summary_; }
  /// A column of gauges.csv at the moment nearest to this, in the order of the gauges.
  [[nodiscard]] std::vector<double> atGauges(const std::string& column, double time) const;
  /// A table of the results: volumes.csv, discharges.csv, gauges.csv.
  [[nodiscard]] CsvTable result(const std::string& name) const;
  [[nodiscard]] Raster resultRaster(const std::string& name) const;

 private:
  TempFolder folder_;
  Raster ground_;
  std::vector<std::string> said_;
  std::string sections_;
  std::size_t gauges_ = 0;
  Json summary_;
};

}  // namespace fengsui::flood
