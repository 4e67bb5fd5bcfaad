// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace fengsui {

/// The attributes of an element; names without namespace prefix.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// Empty where there is no such attribute.
  [[nodiscard]] std::string_view value(std::string_view name) const;

 private:
  const char** pairs_;
};

/// What to do at each tag; element names come without namespace prefix.
struct XmlVisitor {
  std::function<void(std::string_view name, const XmlAttributes&)> open;
  std::function<void(std::string_view name)> close;
  std::function<void(std::string_view text)> text;
};

/// Reads XML in pieces, so that a sheet of any size needs no tree.
///
/// Thread: one at a time.
class XmlReader {
 public:
  explicit XmlReader(XmlVisitor visitor);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  /// @return false when it is no XML; the rest is then ignored.
  bool take(std::string_view piece);
  /// Error::unreadable when it was no XML, or its end is missing.
  [[nodiscard]] Outcome finish();

 private:
  struct State;
  State* state_;
};

}  // namespace fengsui
