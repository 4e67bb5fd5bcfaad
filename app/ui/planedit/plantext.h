// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace fengsui {

/// What the text of a plan gives for a key of its head ("plan", "edition"), without quotes; nothing where the key does
/// not stand on a line of its own at the margin. The text may be broken elsewhere.
[[nodiscard]] std::optional<std::string> headValue(std::string_view text, std::string_view key);

/// Where that value stands, with its quotes.
struct TextSpan {
  std::size_t at = 0;
  std::size_t length = 0;
};
[[nodiscard]] std::optional<TextSpan> headSpan(std::string_view text, std::string_view key);

/// The text with another value there; all else, comments too, stays as it is. Nothing where the key is not there.
[[nodiscard]] std::optional<std::string> withHeadValue(std::string_view text, std::string_view key,
                                                       std::string_view value);

/// The edition after one: its last number one higher, until it is none of those that are @p taken. "2026-1" → "2026-2",
/// "draft" → "draft-2".
[[nodiscard]] std::string nextEdition(const std::string& edition, const std::set<std::string>& taken);

/// The id of a copy of a plan: "flood.copy", "flood.copy-2", none of those that are taken.
[[nodiscard]] std::string idOfCopy(const std::string& id, const std::set<std::string>& taken);

/// The name of the file of an edition: "flood.district-2026-2.yaml". What a file name cannot hold becomes '_'.
[[nodiscard]] std::string planFileName(const std::string& id, const std::string& edition);

}  // namespace fengsui
