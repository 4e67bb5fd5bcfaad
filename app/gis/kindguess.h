// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/entities/kind.h"
#include "gis/table.h"

namespace fengsui {

/// The kinds that a table can hold, in the order in which a person looks for them.
[[nodiscard]] std::span<const Kind> importedKinds();

/// What kind of thing a table lists, by the words of its file, its sheet and its headings, and by how many headings a
/// kind can use.
///
/// Thread: any; pure. @return nothing where two kinds fit alike: then the person says it.
[[nodiscard]] std::optional<Kind> guessedKind(const Table& table, std::string_view fileName);

}  // namespace fengsui
