// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace fengsui {

/// A QR code: a square of dark and light modules, without its quiet zone.
///
/// Source: ISO/IEC 18004, byte mode, error correction M (15 %): it survives a fold and a thumb.
struct QrCode {
  int side = 0;  ///< modules; 0: the text is too long for one
  std::vector<bool> dark;

  [[nodiscard]] bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};
[[nodiscard]] QrCode qrCodeOf(const std::string& text);

}  // namespace fengsui
