// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the CSV files of a flood scenario: structures, and rows of numbers.
#include "flood/model/csvrows.h"
#include "flood/model/scenario.h"
#include "flood/model/structuresfile.h"
#include "fuzz/fuzzing.h"
#include "support/bytes.h"
#include "support/tempfolder.h"

using namespace fengsui;

namespace {

Raster smallGround() {
  Raster out;
  out.columns = 24;
  out.rows = 16;
  out.west = 500'000;
  out.north = 4'400'000;
  out.cellWidth = 10;
  out.cellHeight = 20;
  out.values.assign(24 * 16, 50);
  out.values[30] = std::numeric_limits<double>::quiet_NaN();
  return out;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TempFolder folder = TempFolder::inMemory();
  static const Raster ground = smallGround();
  static const std::string file = folder / "a.csv";
  static const SettingValues values = SettingValues::from(flood::floodSettings(), {}, {"structures=" + file}).value();
  writeBytes(file, std::string(fuzz::textOf(data, size)));
  for (const std::size_t parts : {2, 3, 4})
    if (const auto rows = flood::csvRows("gauges", file, parts))
      for (const auto& row : *rows)
        fuzz::require(row.size() >= parts && plainNumber(row[0]), "a row has its parts and begins with a number");

  flood::Inputs reader(flood::floodSettings(), values, ground);
  if (const auto series = reader.series("rain", file, 1)) {
    (void)series->mean(-1, 1e9);
    (void)series->at(0);
  }
  const auto structures = flood::readStructures(reader, "structures", ground);
  if (!structures) {
    fuzz::require(!structures.error().message.zh.empty(), "a refusal has its sentences");
    return 0;
  }
  const flood::Terrain terrain{{ground.columns, ground.rows}, ground.cellWidth, ground.cellHeight, ground.values};
  if (flood::checkStructures(terrain, *structures)) {
    const auto coarse = flood::coarsened(*structures, 3);
    for (const flood::Gate& gate : coarse.gates) (void)gate.openingM.mean(0, 60);
  }
  return 0;
}
