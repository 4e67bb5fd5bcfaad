// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fengsui {

/// The word that somebody who wrote @p written most likely meant. @return empty where none is close.
[[nodiscard]] std::string nearest(std::string_view written, std::span<const std::string> known);

/// "a, b, c"; no more than @p atMost of them.
[[nodiscard]] std::string listed(std::span<const std::string> words, std::size_t atMost = 40);

/// The characters of UTF-8 text; a byte that is none counts as one.
[[nodiscard]] std::u32string characters(std::string_view utf8);

}  // namespace fengsui
