// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace fengsui {

/// Text that has become UTF-8, and what it was.
struct DecodedText {
  std::string utf8;      ///< without byte-order mark
  std::string encoding;  ///< "UTF-8", "GB18030", "UTF-16LE", …
  std::optional<Text> note;
};

/// The bytes of a text file as UTF-8.
///
/// Thread: any; pure.
/// Errors: Error::invalid for an encoding that the computer does not know; Error::unreadable with the line when the bytes
/// do not fit the encoding, or when they are no text at all.
/// Without @p encoding: a byte-order mark decides, then valid UTF-8, then GB18030 (which contains GBK and GB2312).
[[nodiscard]] Result<DecodedText> decodeText(std::string_view bytes, std::string_view encoding = {});

[[nodiscard]] bool isUtf8(std::string_view bytes);

/// Strictly by that encoding. @return nothing where a byte does not fit.
[[nodiscard]] std::optional<std::string> toUtf8(std::string_view bytes, const std::string& encoding);

}  // namespace fengsui
