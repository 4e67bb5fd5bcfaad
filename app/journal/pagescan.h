// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "core/result.h"
#include "journal/eventrows.h"

namespace fengsui {

/// Rows of SQLite tables read from the pages of a file that SQLite itself cannot walk any more: every leaf page on its
/// own, overflow pages followed, what a write-ahead log beside it had committed laid over it.
///
/// Only for a copy that nobody has open: plain file I/O on a file that SQLite has open in the same process drops its
/// locks. Thread: any. Errors: Error::unreadable where the copy cannot be read at all. Damaged pages and cells are
/// passed over. Source: sqlite.org/fileformat2.html, sections 1.5, 1.6, 2.1 and 4.
namespace pagescan {

/// Gets a row's number and its values; they live until it returns. A column that is the row's number reads as null.
using Visit = std::function<void(std::int64_t rowid, std::span<const eventrows::Cell> cells)>;

/// @return how many pages were looked at.
[[nodiscard]] Result<std::uint64_t> readRows(const std::string& path, const Visit& visit);

}  // namespace pagescan
}  // namespace fengsui
