// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <string_view>

#include "gis/table.h"

namespace fengsui {

/// A folder that is gone when the test ends.
class Folder {
 public:
  Folder() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() /
            ("fengsui-tables-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

inline std::filesystem::path fixture(const std::string& name) {
  return std::filesystem::path(FENGSUI_FIXTURES) / "tables" / name;
}

/// The table as lines "number|cell|cell", the names of the columns first.
inline std::string sketchOf(const Table& table) {
  std::string out = "#";
  for (const Column& column : table.columns) out += "|" + column.name;
  for (const Row& row : table.rows) {
    out += "\n" + std::to_string(row.number);
    for (const auto& cell : row.cells) out += "|" + cell;
  }
  return out;
}

inline std::string notesOf(const Table& table) {
  std::string out;
  for (const Text& note : table.notes) out += note.en + "\n";
  return out;
}

inline Position at(double lonDeg, double latDeg) { return *Position::ofDegrees(lonDeg, latDeg); }

/// A CSV of these bytes, read.
inline Result<Table> readCsv(std::string_view bytes, const ReadOptions& options = {}) {
  const Folder folder;
  return readTable(folder.write("table.csv", bytes), options);
}

}  // namespace fengsui
