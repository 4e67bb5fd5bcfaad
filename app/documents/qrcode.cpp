// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace fengsui {

QrCode qrCodeOf(const std::string& text) {
  QrCode out;
  const std::unique_ptr<QRcode, void (*)(QRcode*)> made(
      QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0,
                        QR_ECLEVEL_M),
      QRcode_free);
  if (!made) return out;
  out.side = made->width;
  out.dark.reserve(static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width));
  for (int i = 0; i < made->width * made->width; ++i) out.dark.push_back((made->data[i] & 1) != 0);
  return out;
}

}  // namespace fengsui
