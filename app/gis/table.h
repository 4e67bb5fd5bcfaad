// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/geo.h"
#include "core/result.h"

namespace fengsui {

/// What a column is for. Everything but data has been understood already and needs no mapping.
enum class ColumnRole {
  data,
  serial,  ///< 序号: counts the rows, says nothing about the thing
  longitude,
  latitude,
  coordinates,  ///< both in one cell
  geometry,     ///< well-known text
};

struct Column {
  std::string name;  ///< as the header says; a header of several rows is a path: "联系人/姓名"
  ColumnRole role = ColumnRole::data;

  bool operator==(const Column&) const = default;
};

struct Row {
  int number = 0;  ///< 1-based, as the spreadsheet shows it; in files without rows the n-th feature
  std::vector<std::string> cells;
  std::optional<Shape> shape;       ///< WGS 84
  std::optional<Error> shapeFault;  ///< there is a place in the file, but it cannot be one

  bool operator==(const Row&) const = default;
};

/// What a file says, as a plain table: before anybody has decided what it means.
struct Table {
  std::string layer;                     ///< sheet or layer
  std::vector<std::string> otherLayers;  ///< not read, in the order of the file
  std::vector<Column> columns;
  std::vector<Row> rows;       ///< each has one cell per column
  std::string crs;             ///< "EPSG:4326", "gcj02", …; empty when the file holds no places
  std::string encoding;        ///< of the text in the file
  std::vector<Text> notes;     ///< what was assumed, and what was left out with its row numbers
  std::size_t placeNotes = 0;  ///< how many of the notes, the last ones, say how places were read from cells

  [[nodiscard]] std::optional<std::size_t> columnNamed(std::string_view name) const;
};

/// What the person knows better than the file.
struct ReadOptions {
  std::string layer = {};  ///< sheet or layer; empty: the one with most content
  std::string crs = {};  ///< "EPSG:n", "gcj02", "bd09"; empty: what the file says. For geometry and coordinate columns
  /// Where the place stands, if the headings do not say it: longitude (or x) and latitude (or y), or one column with
  /// both.
  std::vector<std::string> placeColumns = {};
  std::string encoding = {};  ///< of CSV and Shapefile; empty: detected
};

/// Reads CSV, XLSX, XLS, ODS, GeoJSON, Shapefile, KML, GPX, GeoPackage and other vector files.
///
/// Thread: any; slow (disk). Rows are never dropped silently: titles, blank, total and footnote rows are in the notes.
/// Errors: notFound, unreadable (with what the reader said), invalid (nothing in it, unknown layer, CRS or encoding).
[[nodiscard]] Result<Table> readTable(const std::filesystem::path& file, const ReadOptions& options = {});

}  // namespace fengsui
