// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table that somebody wants to import. The first byte says what the file is called; where it says so,
// the rest is the sheet of a workbook that is sound otherwise, because checksums keep mutations out of it.
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "fuzz/fuzzing.h"
#include "gis/columns.h"
#include "gis/importrows.h"
#include "gis/table.h"
#include "support/storedzip.h"

using namespace fengsui;

namespace {

constexpr std::array endings = {"csv", "xlsx", "kml", "geojson", "gpx", "xls", "txt", "ods"};
constexpr char sheetOfAWorkbook = 'x';

const std::filesystem::path& folder() {
  static const std::filesystem::path path = [] {
    const auto base = std::filesystem::exists("/dev/shm") ? std::filesystem::path("/dev/shm")
                                                          : std::filesystem::temp_directory_path();
    const auto made = base / ("fengsui-table-fuzz-" + std::to_string(::getpid()));
    std::filesystem::create_directories(made);
    std::atexit([] {
      std::error_code ignored;
      std::filesystem::remove_all(folder(), ignored);
    });
    return made;
  }();
  return path;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto bytes = fuzz::textOf(data + 1, size - 1);
  const bool sheet = static_cast<char>(data[0]) == sheetOfAWorkbook;
  const auto file = folder() / (std::string("t.") + (sheet ? "xlsx" : endings[data[0] % endings.size()]));
  std::ofstream(file, std::ios::binary) << (sheet ? workbookWith(std::string(bytes)) : std::string(bytes));
  const auto table = readTable(file);
  if (!table) {
    fuzz::require(!table.error().message.en.empty() && !table.error().message.zh.empty(),
                  "a refusal has its sentences");
    return 0;
  }
  for (const Row& row : table->rows) fuzz::require(row.cells.size() == table->columns.size(), "one cell per column");
  static const TimeZone zone = TimeZone::utc();
  for (const Kind kind : {Kind::team, Kind::depot, Kind::riskZone, Kind::incident})
    (void)importRows(kind, *table, proposeMapping(kind, table->columns), zone);
  return 0;
}
