// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "field.h"
#include "series.h"

namespace fengsui::flood {

struct Terrain;

using Cell = std::pair<int, int>;  ///< column, row

/// Takes water from a cell while it is deep enough there, to another cell or out of the model.
struct Pump {
  std::string name;
  Cell from;
  std::optional<Cell> to;  ///< none: out of the model
  double rate = 0;         ///< m³/s; never more than there is
  double onM = 0;          ///< starts at this depth
  double offM = 0;         ///< stops at this depth: hysteresis
  double fromS = 0;
  double untilS = std::numeric_limits<double>::infinity();
};

/// An opening between two cells, through which water goes by their levels, both ways: a gate, a culvert, a weir.
struct Gate {
  std::string name;
  Cell a, b;
  double widthM = 0;
  double sillM = 0;  ///< elevation above the terrain's datum
  Series openingM;   ///< height of the opening above the sill
  double coefficient = 0.6;
};

/// Cells of an embankment that wash away: their bed falls evenly to a level.
struct Breach {
  std::string name;
  std::vector<Cell> cells;
  double levelM = 0;                  ///< elevation above the terrain's datum; cells that are lower stay
  std::optional<double> startS;       ///< begins at this time …
  std::optional<double> overtoppedM;  ///< … or when water stands so high above one of the cells, on it or beside it
  double takesS = 0;
};

/// Piers and a deck that block a share of the way through cells.
struct Bridge {
  std::string name;
  std::vector<Cell> cells;
  double lengthM = 0;  ///< of the line across the flow
  double blocked = 0;  ///< share, 0 to 0.95
};

/// What people have built into the water, or do to it.
struct Structures {
  std::vector<Pump> pumps = {};
  std::vector<Gate> gates = {};
  std::vector<Breach> breaches = {};
  std::vector<Bridge> bridges = {};

  [[nodiscard]] bool empty() const { return pumps.empty() && gates.empty() && breaches.empty() && bridges.empty(); }
};

/// What a structure has done so far.
struct StructureState {
  std::string name;
  std::string state;   ///< "on", "off", "open", "shut", "sound", "failing", "failed"
  double movedM3 = 0;  ///< by a pump; by a gate from its first cell to its second, less what went back
};

/// @return Error::invalid for cells without ground and for values that no structure has.
[[nodiscard]] Outcome checkStructures(const Terrain& terrain, const Structures& structures);

/// m³/s through a rectangular opening from the higher head to the lower; heads and opening above the sill, in m.
///
/// A weir where the water is lower than the opening, an orifice where it is higher, free or drowned: one expression
/// without jumps between them. Source: Du Buat's division into a free and a drowned part, with the discharge of a large
/// rectangular orifice; Bos (1989), Discharge Measurement Structures, ILRI 20.
[[nodiscard]] double gateDischarge(double higherM, double lowerM, double openingM, double widthM, double coefficient);

/// What piers that block this share cost, as a multiple of the velocity head of the approaching flow: contraction and
/// sudden widening behind it. Source: Borda and Carnot; Idelchik (1986), Handbook of Hydraulic Resistance.
[[nodiscard]] double bridgeLoss(double blocked);

/// The cells along a straight line. @p closed: joined by their sides, so that no water slips through between them.
[[nodiscard]] std::vector<Cell> cellsAlong(Cell from, Cell to, bool closed);

/// The same on cells that many times as wide. What comes to lie within one cell moves no water there and is left out.
[[nodiscard]] Structures coarsened(Structures structures, int factor);

}  // namespace fengsui::flood
