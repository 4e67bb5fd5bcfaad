// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/result.h"

namespace fengsui {

/// Whether there is a file or folder of this name.
///
/// @return ErrorCode::io where nobody can say: the folder may not be entered, the name is too long for the disk.
[[nodiscard]] Result<bool> isThere(const std::string& path);

/// Whether a new file may be made under this name.
///
/// @return ErrorCode::refused where something has it already, and what isThere() returns.
[[nodiscard]] Outcome isFree(const std::string& path);

}  // namespace fengsui
