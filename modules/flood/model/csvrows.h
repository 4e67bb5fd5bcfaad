// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fengsui::flood {

using CsvRow = std::vector<std::string>;

/// The parts between commas, without blanks and quotes around them.
[[nodiscard]] CsvRow partsOf(const std::string& line);

/// The rows of a file that begin with a number and have at least so many parts; a heading and comments are passed over.
///
/// Thread: any; reads the file. Errors: one sentence with the setting, the file and the line.
[[nodiscard]] Result<std::vector<CsvRow>> csvRows(std::string_view setting, const std::string& file, std::size_t parts);

}  // namespace fengsui::flood
