// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inputs.h"
#include "structures.h"

namespace fengsui::flood {

/// The structures that a CSV lists; the first word of a row says what it is (VERIFICATION.md has the columns).
///
/// Thread: one at a time; reads the file and those of series that it names. Errors: one sentence with the file, the
/// line, and how such a row looks.
[[nodiscard]] Result<Structures> readStructures(Inputs& reader, std::string_view setting, const Raster& ground);

}  // namespace fengsui::flood
