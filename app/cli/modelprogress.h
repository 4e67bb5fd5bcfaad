// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/names.h"
#include "sdk/progresswords.h"

namespace fengsui {

/// How far a run is, on standard error: one line that is written over on a terminal, else a line for each change and
/// at most one a second, and only where that is asked for.
///
/// Thread: one at a time; writes.
class ProgressLine {
 public:
  ProgressLine(Language language, bool asked);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  /// What follows begins on a clean line.
  ~ProgressLine();

  void tell(const RunProgress& progress);

 private:
  Language language_;
  bool terminal_;
  bool asked_;
  ProgressWords words_;
  std::string said_;
  std::int64_t saidMs_ = 0;
};

}  // namespace fengsui
