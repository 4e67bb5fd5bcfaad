// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/time.h"
#include "sdk/storedforms.h"

namespace fengsui {

/// One class of a colour ramp: values from here up to the next class.
struct RampClass {
  double from = 0;
  std::string colour;  ///< "#RRGGBBAA"
  std::string en;
  std::string zh;

  bool operator==(const RampClass&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("from", self.from);
    field("colour", self.colour);
    field("en", self.en);
    field("zh", self.zh);
  }
};

/// What a hazard paints: what the numbers are, and how they look with which words.
struct HazardLayer {
  std::string code;  ///< "depth"
  std::string en;
  std::string zh;
  std::string unit;
  double step = 0.01;  ///< what one count of a frame stands for, in that unit
  std::string ramp;    ///< the name of the colours
  std::vector<RampClass> classes;

  bool operator==(const HazardLayer&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("code", self.code);
    field("en", self.en);
    field("zh", self.zh);
    field("unit", self.unit);
    field("step", self.step);
    field("ramp", self.ramp);
    field("classes", self.classes);
  }
};

/// The cells of frames: squares of the web map, rows from north to south.
///
/// Units: metres of EPSG:3857.
struct FrameGrid {
  int columns = 0;
  int rows = 0;
  double west = 0;
  double north = 0;
  double cell = 1;

  [[nodiscard]] std::size_t cells() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
  bool operator==(const FrameGrid&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("columns", self.columns);
    field("rows", self.rows);
    field("west", self.west);
    field("north", self.north);
    field("cell", self.cell);
  }
};

struct FramesHeader {
  HazardLayer layer;
  FrameGrid grid;
  Instant start;     ///< the moment of the forecast from which frames count
  std::string made;  ///< by which model and version, in words
  std::string en;    ///< how far to trust it
  std::string zh;

  bool operator==(const FramesHeader&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("layer", self.layer);
    field("grid", self.grid);
    field("start", self.start);
    field("made", self.made);
    field("en", self.en);
    field("zh", self.zh);
  }
};

/// The counts of one moment; 0 where there is nothing.
using FrameCounts = std::vector<std::uint16_t>;

/// Writes frames as they are computed; whoever reads may begin before the last one is there.
///
/// The file: "FSFRAME1", the length of the header (32 bits, little end first) and the header as JSON; then for each
/// frame the time after the start in ms (64 bits), the length (32 bits) of what follows, and the counts (16 bits)
/// compressed by zstd with its checksum. A frame that is not whole is not there yet.
///
/// Thread: one at a time; slow (disk). Errors: io, full.
class FramesWriter {
 public:
  [[nodiscard]] static Result<FramesWriter> create(const std::filesystem::path& file, const FramesHeader& header);
  /// @pre as many counts as the grid has cells, later than the frame before.
  [[nodiscard]] Outcome append(std::int64_t afterMs, std::span<const std::uint16_t> counts);

 private:
  std::ofstream stream_;
  std::filesystem::path file_;
};

/// Frames on disk.
///
/// Thread: one at a time; slow (disk), a frame of a million cells takes some milliseconds.
/// Errors: notFound, unreadable, damaged with the file.
class FramesFile {
 public:
  [[nodiscard]] static Result<FramesFile> open(const std::filesystem::path& file);

  [[nodiscard]] const FramesHeader& header() const { return header_; }
  /// The moments of the frames after the start, ascending.
  [[nodiscard]] const std::vector<std::int64_t>& afterMs() const { return afterMs_; }
  /// Looks for frames written since. @return whether there are more now.
  [[nodiscard]] Result<bool> refresh();
  [[nodiscard]] Result<FrameCounts> read(std::size_t frame) const;

 private:
  struct Stored {
    std::uint64_t offset = 0;
    std::uint32_t size = 0;
  };
  std::filesystem::path file_;
  FramesHeader header_;
  std::vector<std::int64_t> afterMs_;
  std::vector<Stored> stored_;
  std::uint64_t end_ = 0;
};

}  // namespace fengsui
