// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <array>

namespace fengsui::engine {

/// The colours of one map style. Saturation (HSV) stays at or below 25 % so that live objects are the only strong
/// colours on the desk; a test measures it.
struct Palette {
  const char* style;
  const char* ground;

  const char* forest;
  const char* scrub;
  const char* grass;
  const char* farmland;
  const char* orchard;
  const char* park;
  const char* rock;
  const char* sand;
  const char* ice;
  const char* wetland;
  const char* builtUp;
  const char* works;        ///< industry, quarries, construction
  const char* institution;  ///< schools, hospitals, cemeteries

  const char* water;
  const char* waterEdge;
  const char* waterLine;
  const char* waterText;
  const char* barrier;

  const char* contour;
  const char* contourText;
  double shadeOpacity;
  bool shadeDarkens;  ///< multiply on light ground, soft light on dark

  const char* building;
  const char* buildingEdge;

  const char* motorway;
  const char* primary;
  const char* secondary;
  const char* minor;
  const char* roadCasing;
  const char* minorCasing;
  const char* tunnel;
  const char* track;
  const char* rail;
  const char* railGap;
  const char* power;

  const char* border;
  const char* borderGlow;
  const char* text;
  const char* dimText;
  const char* halo;
  const char* sign;  ///< points of interest and peaks
};

inline constexpr std::array palettes{
    Palette{.style = "day",
            .ground = "#f4f3ee",
            .forest = "#d7e0cf",
            .scrub = "#e1e6d6",
            .grass = "#e7ecdc",
            .farmland = "#f0eddf",
            .orchard = "#e6e9d5",
            .park = "#dce6d3",
            .rock = "#e6e4e0",
            .sand = "#efeadb",
            .ice = "#edf1f3",
            .wetland = "#dbe4e0",
            .builtUp = "#e9e6e1",
            .works = "#e3dfe0",
            .institution = "#e8e1d8",
            .water = "#c3d5de",
            .waterEdge = "#a7bfcb",
            .waterLine = "#a5becb",
            .waterText = "#566972",
            .barrier = "#8c8f92",
            .contour = "#c2b29b",
            .contourText = "#8f816d",
            .shadeOpacity = 0.42,
            .shadeDarkens = true,
            .building = "#d6d0c8",
            .buildingEdge = "#b9b2a8",
            .motorway = "#e9d3b3",
            .primary = "#f4e6c6",
            .secondary = "#fbf5e2",
            .minor = "#ffffff",
            .roadCasing = "#ab9c83",
            .minorCasing = "#c1bcb2",
            .tunnel = "#ece9e2",
            .track = "#a89c8a",
            .rail = "#8d8f93",
            .railGap = "#f4f3ee",
            .power = "#c4c6c9",
            .border = "#857b88",
            .borderGlow = "#d8d0da",
            .text = "#2a3036",
            .dimText = "#5d646b",
            .halo = "#f8f7f3",
            .sign = "#5f6a75"},
    Palette{.style = "night",
            .ground = "#1f2327",
            .forest = "#232924",
            .scrub = "#232825",
            .grass = "#242825",
            .farmland = "#252623",
            .orchard = "#242824",
            .park = "#242a25",
            .rock = "#26282b",
            .sand = "#282723",
            .ice = "#2b2f33",
            .wetland = "#20282a",
            .builtUp = "#282b2f",
            .works = "#2a2a2e",
            .institution = "#2b2a29",
            .water = "#15191c",
            .waterEdge = "#343d45",
            .waterLine = "#39434c",
            .waterText = "#7f8e99",
            .barrier = "#5f656b",
            .contour = "#34322f",
            .contourText = "#6b665f",
            .shadeOpacity = 0.35,
            .shadeDarkens = true,
            .building = "#33373b",
            .buildingEdge = "#43484d",
            .motorway = "#6e6557",
            .primary = "#5f5a50",
            .secondary = "#504e49",
            .minor = "#42454a",
            .roadCasing = "#16191c",
            .minorCasing = "#1a1d20",
            .tunnel = "#2e3236",
            .track = "#4d4a45",
            .rail = "#565b61",
            .railGap = "#1f2327",
            .power = "#3a3e43",
            .border = "#7c7480",
            .borderGlow = "#2f2c31",
            .text = "#c9ced3",
            .dimText = "#949ba2",
            .halo = "#1a1d20",
            .sign = "#8b939b"},
    Palette{.style = "print",
            .ground = "#ffffff",
            .forest = "#dfe8d8",
            .scrub = "#e9eee1",
            .grass = "#eff3e8",
            .farmland = "#f8f6ec",
            .orchard = "#edf0e0",
            .park = "#e3ecdc",
            .rock = "#efedea",
            .sand = "#f5f1e6",
            .ice = "#f5f8fa",
            .wetland = "#e3ebe8",
            .builtUp = "#f0eeeb",
            .works = "#ebe8e9",
            .institution = "#f0eae3",
            .water = "#c8dae3",
            .waterEdge = "#98b2bf",
            .waterLine = "#98b2bf",
            .waterText = "#4b5d64",
            .barrier = "#6d7072",
            .contour = "#bfae96",
            .contourText = "#857762",
            .shadeOpacity = 0.30,
            .shadeDarkens = true,
            .building = "#cfc8bf",
            .buildingEdge = "#a39b90",
            .motorway = "#e6cdac",
            .primary = "#f3e3c0",
            .secondary = "#fbf4de",
            .minor = "#ffffff",
            .roadCasing = "#8d8069",
            .minorCasing = "#a5a095",
            .tunnel = "#f3f1ec",
            .track = "#8d8271",
            .rail = "#6c6e72",
            .railGap = "#ffffff",
            .power = "#b0b2b5",
            .border = "#6f6572",
            .borderGlow = "#e0d8e2",
            .text = "#14181c",
            .dimText = "#454b51",
            .halo = "#ffffff",
            .sign = "#464f58"}};

}  // namespace fengsui::engine
