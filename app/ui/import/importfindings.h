// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <unordered_map>

#include "core/importforecast.h"
#include "gis/cellfixes.h"
#include "gis/datumguess.h"
#include "ui/canvas/sketch.h"
#include "ui/import/columnuse.h"
#include "ui/session/stationsession.h"

namespace fengsui {

/// A file as it was read, before anybody said what it means.
struct ReadFile {
  std::shared_ptr<const Table> table;  ///< empty where it could not be read
  std::optional<Error> trouble;
  std::string stamp;                                        ///< size and age of the file: another one is another table
  std::optional<Kind> kind;                                 ///< as guessed
  std::shared_ptr<const std::vector<NamedPosition>> known;  ///< of the base map
};

/// Thread: a worker; slow (disk). @p baseMap: base.gpkg; need not be there.
[[nodiscard]] ReadFile readForImport(const std::filesystem::path& file, const ReadOptions& options,
                                     const std::filesystem::path& baseMap);

/// All that decides what comes of a table.
struct ImportQuestion {
  std::shared_ptr<const Table> table;
  std::optional<Kind> kind;
  SaidUses said;
  std::vector<CellEdit> edits;
  std::string crs;  ///< as in ReadOptions
  Snapshot situation;
  TimeZone zone = TimeZone::utc();
  std::string actor;
  std::shared_ptr<const std::vector<NamedPosition>> known;
};

struct ImportCounts {
  std::size_t isNew = 0, changed = 0, unchanged = 0;
  std::size_t faulty = 0;  ///< rows

  [[nodiscard]] std::size_t sound() const { return isNew + changed + unchanged; }
};

/// What comes of it.
struct ImportFindings {
  std::shared_ptr<const Table> table;  ///< with the edits, and the places as they are read now
  std::optional<Kind> kind;
  std::vector<ColumnUse> uses;   ///< one per column
  std::optional<Error> trouble;  ///< nothing can be told before this is mended
  std::vector<Error> faults;     ///< by row
  std::vector<Error> warnings;
  std::vector<Text> notes;
  std::vector<CellFix> fixes;
  ImportCounts counts;
  std::optional<DatumGuess> guess;
  std::shared_ptr<const Sketch> sketch;
  std::shared_ptr<Command> command;  ///< of the sound rows; empty where there are none

  std::vector<std::optional<RowFate>> fates;  ///< one per row; nothing where rows of a depot were folded into another
  std::unordered_multimap<std::uint64_t, std::size_t> faultsAt;  ///< cellKey → index into faults

  [[nodiscard]] static std::uint64_t cellKey(std::size_t row, std::size_t column) {
    return (static_cast<std::uint64_t>(row) << 20U) | column;
  }
};

/// Thread: a worker; pure.
[[nodiscard]] ImportFindings findingsOf(const ImportQuestion& question);

}  // namespace fengsui
