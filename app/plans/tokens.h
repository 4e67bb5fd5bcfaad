// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fengsui {

enum class TokenKind { number, placeholder, text, name, sign, end };

/// One word of an expression.
struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;  ///< the name, the sign, the content of a text or of {…}
  double number = 0;
  std::string unit;
  int column = 1;  ///< 1-based, in characters
};

/// The words of an expression; the last one is TokenKind::end.
/// @return Error::invalid with the column: characters that mean nothing, unknown units, quotes that do not end.
[[nodiscard]] Result<std::vector<Token>> tokensOf(std::string_view text);

/// An error inside an expression: "at column 12 of the expression: …".
[[nodiscard]] Error wrongInExpression(int column, Text message, Text remedy = {});

}  // namespace fengsui
