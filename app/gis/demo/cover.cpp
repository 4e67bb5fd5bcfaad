// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/cover.h"

#include <array>

#include "gis/demo/chance.h"

namespace fengsui::demo {
namespace {

constexpr std::uint8_t kWater = 8;

// The first seven are Land; the eighth is water, which no land is.
const std::array<CoverClass, 8>& lands() {
  static const std::array<CoverClass, 8> all{{
      {1, "forest", {"forest", "林地"}, "#4F7942", 0.15},
      {2, "scrub", {"scrub", "灌木"}, "#8FA860", 0.08},
      {3, "grass", {"grass", "草地"}, "#BFD38A", 0.04},
      {4, "orchard", {"orchard", "果园"}, "#A9B665", 0.07},
      {5, "farmland", {"farmland", "农田"}, "#E5DDA8", 0.05},
      {6, "wetland", {"wetland", "湿地"}, "#8FC1B5", 0.08},
      {7, "built", {"built-up", "建设用地"}, "#C9B8B0", 0.10},
      {kWater, "water", {"water", "水面"}, "#7FB2D6", 0.03},
  }};
  return all;
}

constexpr std::uint8_t kBuilt = 91, kFields = 93, kOpenWater = 98, kGrass = 102, kScrub = 145, kMixed = 161,
                       kConifers = 165, kOrchard = 182, kBroadleaf = 186;

const std::array<CoverClass, 9>& fuels() {
  static const std::array<CoverClass, 9> all{{
      {kBuilt, "NB1", {"urban, does not burn", "建设用地，不可燃"}, "#B0A8A4", 0},
      {kFields, "NB3", {"farmland, does not burn", "农田，不可燃"}, "#EDE6BF", 0},
      {kOpenWater, "NB8", {"open water", "水面"}, "#7FB2D6", 0},
      {kGrass, "GR2", {"low, dry-climate grass", "矮草"}, "#F2D16B", 0},
      {kScrub, "SH5", {"high load dry-climate shrub", "高载量灌木"}, "#D98E3B", 0},
      {kMixed, "TU1", {"low load timber, grass and shrub: mixed wood", "针阔混交林"}, "#8BA65B", 0},
      {kConifers, "TU5", {"very high load timber and shrub: conifers", "针叶林"}, "#2F5D3A", 0},
      {kOrchard, "TL2", {"low load broadleaf litter: orchards", "果园"}, "#C5C56B", 0},
      {kBroadleaf, "TL6", {"moderate load broadleaf litter: broadleaf wood", "阔叶林"}, "#5E8C4A", 0},
  }};
  return all;
}

}  // namespace

std::span<const CoverClass> landClasses() {
  return lands();
}

Raster<std::uint8_t> landCoverOf(const DemoDistrict& district) {
  Raster<std::uint8_t> out = district.land;
  const Frame& fine = district.ground.frame();
  const int times = static_cast<int>(out.frame.cellM / fine.cellM + 0.5);
  for (int row = 0; row < out.frame.rows; ++row)
    for (int col = 0; col < out.frame.cols; ++col) {
      // A river is narrower than a cell; half of it is enough to be water.
      int wet = 0, all = 0;
      for (int r = row * times; r < (row + 1) * times; ++r)
        for (int c = col * times; c < (col + 1) * times; ++c)
          if (fine.holds(c, r)) {
            ++all;
            if (district.ground.water.at(c, r) >= static_cast<std::uint8_t>(Water::river)) ++wet;
          }
      std::uint8_t& cell = out.at(col, row);
      if (2 * wet >= all || cell == static_cast<std::uint8_t>(Land::none)) cell = kWater;
    }
  return out;
}

std::span<const CoverClass> fuelClasses() {
  return fuels();
}

Raster<std::uint8_t> fuelOf(const DemoDistrict& district) {
  Raster<std::uint8_t> out = landCoverOf(district);
  const Ground& ground = district.ground;
  const std::uint64_t seed = ground.wish.seed;
  const auto treesAt = [&](Point at) {
    // Planted conifers on the sunny, dry side and up high; broadleaf in the shade; mixed where neither decides.
    const double sunny = (ground.heightM({at.x, at.y + 60}) - ground.heightM({at.x, at.y - 60})) / 120;
    const double wish =
        1.6 * sunny + 0.5 * rough(seed + 430, at.x / 1600, at.y / 1600, 2) + (ground.heightM(at) > 850 ? 0.15 : 0.0);
    return wish > 0.14 ? kConifers : wish < -0.1 ? kBroadleaf : kMixed;
  };
  for (std::size_t i = 0; i < out.cells.size(); ++i) {
    std::uint8_t& cell = out.cells[i];
    switch (cell == kWater ? Land::none : static_cast<Land>(cell)) {
      case Land::none:
        cell = kOpenWater;
        break;
      case Land::forest:
        cell = treesAt(out.centre(i));
        break;
      case Land::scrub:
        cell = kScrub;
        break;
      case Land::grass:
      case Land::wetland:
        cell = kGrass;
        break;
      case Land::orchard:
        cell = kOrchard;
        break;
      case Land::farmland:
        cell = kFields;
        break;
      case Land::built:
        cell = kBuilt;
        break;
    }
  }
  return out;
}

}  // namespace fengsui::demo
