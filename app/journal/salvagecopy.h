// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/result.h"

namespace fengsui {

/// A copy of a station file that may be damaged, for reading with plain file I/O; its write-ahead log is in it or
/// beside it.
///
/// SQLite's backup where the file opens at all; else byte by byte through SQLite's file layer, which keeps the locks of
/// this process whole. Parts that the disk does not give are zero in the copy.
/// Errors: Error::notFound, full, io.
[[nodiscard]] Outcome copyForSalvage(const std::string& from, const std::string& to);

}  // namespace fengsui
