// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "solver.h"

namespace fengsui::flood {

/// What the solver asks of what it is given; each fault is one sentence.
///
/// Thread: any; pure. Compiled without the flags of the kernels, so that not-a-number is seen.
[[nodiscard]] Outcome checkTerrain(const Terrain& terrain);
[[nodiscard]] Outcome checkForcing(const GridShape& shape, const Forcing& forcing);
[[nodiscard]] Outcome checkNumerics(const Numerics& numerics);
[[nodiscard]] Outcome checkStart(const GridShape& shape, const std::vector<double>& depth, const std::vector<double>& u,
                                 const std::vector<double>& v);

}  // namespace fengsui::flood
