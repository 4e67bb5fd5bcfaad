// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "core/text.h"

namespace fengsui {

/// What kind of thing went wrong; decides the exit code and who can mend it.
enum class ErrorCode {
  refused,      ///< a rule of the field forbids it; the message names the rule
  invalid,      ///< the input is wrong
  notFound,     ///< what was named does not exist
  ambiguous,    ///< what was named exists more than once
  unreadable,   ///< a file cannot be read or understood
  damaged,      ///< stored bytes are not what was written
  newerFormat,  ///< written by a newer program
  full,         ///< the disk is full
  busy,         ///< somebody else holds it for too long
  io,           ///< any other failure of the outside world
};

/// Where in somebody's input the fault lies; empty parts are unknown.
struct ErrorPlace {
  std::string file;
  int line = 0;    ///< 1-based; for tables the row as the person sees it
  int column = 0;  ///< 1-based
  std::string field;
  std::string value;

  bool operator==(const ErrorPlace&) const = default;
};

/// A failure that the world can cause: what, where, and what would be right.
struct Error {
  ErrorCode code = ErrorCode::io;
  Text message;
  Text remedy;  ///< what would be right; may be empty
  ErrorPlace place;

  /// One line, or two with the remedy: `file:line:column: field "value": message`.
  [[nodiscard]] std::string sentence(Language language) const;
  [[nodiscard]] Error at(ErrorPlace where) const;
  bool operator==(const Error&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Error& error);

template <class T>
using Result = tl::expected<T, Error>;

using Outcome = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, Text message, Text remedy = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(remedy), {}});
}
[[nodiscard]] inline tl::unexpected<Error> failure(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace fengsui
