// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace fengsui {

/// BLAKE2b-256 without a key. Source: RFC 7693.
using Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] Digest blake2b(std::span<const std::uint8_t> bytes);
[[nodiscard]] Digest blake2b(std::string_view bytes);
[[nodiscard]] std::string hex(std::span<const std::uint8_t> bytes);

}  // namespace fengsui
