// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "flood/model/inputs.h"
#include "flood/model/section.h"
#include "flood/model/solver.h"
#include "gis/raster.h"
#include "sdk/setting.h"

namespace fengsui::flood {

/// Every setting of a flood run, each a row.
[[nodiscard]] std::span<const Setting> floodSettings();

struct Gauge {
  double x = 0;
  double y = 0;
  int column = 0;
  int row = 0;
};

/// A flood run with everything read from its files.
struct Scenario {
  Raster ground;  ///< place, cells and coordinate system; the elevations are in the terrain
  Terrain terrain;
  Forcing forcing;
  Numerics numerics;
  bool single = true;               ///< float instead of double
  std::vector<double> depth, u, v;  ///< v to the south
  double durationS = 0;
  double saveEveryS = 0;
  double gaugesEveryS = 0;
  double framesEveryS = 0;
  int coarseFactor = 0;         ///< of a first answer on wider cells; 0: none
  bool rastersOverTime = true;  ///< depth, velocities and level of each saved moment
  std::vector<Gauge> gauges;
  std::vector<Section> sections;
  std::vector<InputFile> files;
};

/// Thread: any; reads files. Errors: one sentence with the setting at fault.
[[nodiscard]] Result<Scenario> scenarioFrom(const SettingValues& values);

}  // namespace fengsui::flood
