// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/codec.h"
#include "core/result.h"

namespace fengsui {

/// How the command line speaks: one language, as text for people or as JSON for programs.
///
/// Exit codes: 0 done, 1 refused or invalid with the reason on stderr, 2 usage.
struct Console {
  Language language = Language::english;
  bool json = false;
  int exitCode = 0;

  [[nodiscard]] const std::string& say(const Text& text) const { return text.in(language); }
  /// Says why on stderr (as JSON where asked) and ends with 1.
  void refuse(const Error& error);
  /// One line on stdout, or the object where JSON is asked for.
  void report(const Text& line, const Json& object) const;
  void line(const std::string& text) const;
};

/// What is wrong with a row, for programs.
[[nodiscard]] Json rowErrorJson(const Error& error, Language language);

/// A table for a terminal: columns as wide as their content, Chinese characters counted as two.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> header) : rows_{std::move(header)} {}
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  [[nodiscard]] bool empty() const { return rows_.size() == 1; }
  [[nodiscard]] std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace fengsui
