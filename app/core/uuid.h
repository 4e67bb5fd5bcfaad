// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/time.h"

namespace fengsui {

/// 128 bits that name something for ever, ordered as bytes.
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const Uuid&) const = default;
  [[nodiscard]] bool isNil() const { return *this == Uuid{}; }
  /// Lower case with hyphens.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);
  /// Version 7: the first 48 bits are the time, so that ids made later sort later. Draws random bits: edge only.
  /// Source: RFC 9562, 5.7.
  [[nodiscard]] static Uuid v7(Instant at);
};

/// The id of a thing of one kind; two kinds do not mix.
template <class Thing>
struct Id {
  Uuid uuid;

  auto operator<=>(const Id&) const = default;
  [[nodiscard]] bool isNil() const { return uuid.isNil(); }
  [[nodiscard]] std::string text() const { return uuid.text(); }
};

}  // namespace fengsui

template <>
struct std::hash<fengsui::Uuid> {
  std::size_t operator()(const fengsui::Uuid& id) const noexcept {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data() + 8, sizeof value);
    return value;
  }
};
