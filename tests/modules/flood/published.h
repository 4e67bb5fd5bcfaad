// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fengsui::flood {

/// Cases from published tables, set up from what the tables say and run through the command line. Units: SI.
namespace published {

/// Where the tables lie; empty where they are not there.
[[nodiscard]] std::filesystem::path folder();

/// How a case is computed.
struct Choice {
  int cells = 100;  ///< along the channel, or along a side of the basin
  int order = 2;
  bool single = false;    ///< float instead of double
  bool together = false;  ///< all cells step together, instead of where slow water is
  int rows = 3;           ///< of a channel
};

/// How far the run is from the rows of the table.
struct Apart {
  std::size_t points = 0;
  double mean = 0;        ///< of the depth, m
  double largest = 0;     ///< of the depth, m
  double flow = 0;        ///< mean of the discharge per metre, as a share of its mean in the table
  double throughout = 0;  ///< steady cases: discharge through a section, as a share of what enters
  double massError = 0;   ///< relative to the water received
  double seconds = 0;
};

[[nodiscard]] Apart ritter(const Choice& choice);
[[nodiscard]] Apart stoker(const Choice& choice);
[[nodiscard]] Apart subcriticalBump(const Choice& choice);
[[nodiscard]] Apart transcriticalBump(const Choice& choice);
/// On the bed of the table, cells of 5 m; @p choice.cells does not count. @p east: what the eastern side is.
[[nodiscard]] Apart macDonald(const Choice& choice, const std::string& east);
/// After so many periods: 0.25, 0.5, 0.75, 1 or 3.
[[nodiscard]] Apart thacker(const Choice& choice, double periods);

/// A sheet of water in uniform flow.
struct Sheet {
  double slope, n, flow, depth, froude;
};
[[nodiscard]] std::vector<Sheet> sheets();
/// Three quarters down the slope.
[[nodiscard]] Apart normalDepth(const Sheet& sheet, const Choice& choice);

/// The V-shaped catchment under 90 minutes of rain.
struct Catchment {
  double outflow = 0;   ///< of the last ten minutes of the rain, m³/s
  double wavers = 0;    ///< farthest that a minute of these is from the mean, m³/s
  double expected = 0;  ///< the same, of the table
  double rained = 0;    ///< m³
  double expectedRain = 0;
  double massError = 0;
  double seconds = 0;
};
/// @p onHillsOnly: no rain on the channel, by rasters of rain.
[[nodiscard]] Catchment vCatchment(double cell, bool onHillsOnly, const Choice& choice);

}  // namespace published
}  // namespace fengsui::flood
