// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/entities/kind.h"
#include "core/names.h"
#include "core/result.h"

namespace fengsui {

/// The code of a closed list for what somebody wrote: code, label, or one of the office's words for it ("Ⅲ级", "三级",
/// "较大" for the level; "在位", "待命" for the status of a team).
///
/// Thread: any; pure. @p path is that of a TargetField with FieldValue::term.
/// Errors: Error::invalid with the words that are understood.
[[nodiscard]] Result<std::string> termIn(Kind kind, std::string_view path, std::string_view cell);

/// The label of such a code, for an export.
[[nodiscard]] Text termText(Kind kind, std::string_view path, std::string_view code);

/// The label of the code that somebody meant who made a slip: "待命中" for 待命, "availble" for available.
/// @return nothing where no word of the list is near, or two are.
[[nodiscard]] std::optional<Text> nearestTerm(Kind kind, std::string_view path, std::string_view cell);

/// The labels of all codes, in their order; empty for a field that is no closed list.
[[nodiscard]] std::vector<Text> termTexts(Kind kind, std::string_view path);

/// The code of an open list; a word that the list does not know is its own code.
[[nodiscard]] std::string wordIn(Vocabulary vocabulary, std::string_view cell);

}  // namespace fengsui
