// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digest.h"

#include <sodium.h>

namespace fengsui {

Digest blake2b(std::span<const std::uint8_t> bytes) {
  Digest out;
  crypto_generichash_blake2b(out.data(), out.size(), bytes.data(), bytes.size(), nullptr, 0);
  return out;
}

Digest blake2b(std::string_view bytes) {
  return blake2b(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

std::string hex(std::span<const std::uint8_t> bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const auto byte : bytes) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

}  // namespace fengsui
