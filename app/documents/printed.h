// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/result.h"
#include "core/situation.h"

namespace fengsui {

/// A finished PDF.
struct Printed {
  std::string bytes;
  int pages = 0;
};

/// What a document has to know besides what it is about.
struct PrintWish {
  Language language = Language::chinese;
  TimeZone zone = TimeZone::utc();
  Mode mode = Mode::real;
  std::string station;
  Instant now;  ///< printed on every page
};
/// For a document of this station.
[[nodiscard]] PrintWish wishFor(const Situation& s, Language language, Instant now);

/// Writes the whole file or leaves what was there.
/// @return Error::io or Error::full with the file.
[[nodiscard]] Outcome savePrinted(const Printed& printed, const std::string& path);

}  // namespace fengsui
