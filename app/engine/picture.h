// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <cstring>

#include "protocol/messages.h"

namespace fengsui::engine {

/// The pixels as the protocol wants them: B G R A premultiplied, rows without padding, exactly this size.
[[nodiscard]] inline protocol::Blob pixelsOf(const QImage& image, int widthPx, int heightPx) {
  const auto rowBytes = std::size_t(widthPx) * 4;
  protocol::Blob pixels(rowBytes * std::size_t(heightPx));
  const QImage plain = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
  if (plain.width() < widthPx) return pixels;
  for (int row = 0; row < std::min(heightPx, plain.height()); ++row) {
    std::memcpy(pixels.data() + std::size_t(row) * rowBytes, plain.constScanLine(row), rowBytes);
  }
  return pixels;
}

}  // namespace fengsui::engine
