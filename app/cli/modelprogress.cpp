// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modelprogress.h"

#include <unistd.h>

#include <iostream>

namespace fengsui {
namespace {

constexpr std::int64_t kTerminalMs = 200, kLinesMs = 1000;
constexpr const char* kCleanLine = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(Language language, bool asked)
    : language_(language), terminal_(::isatty(STDERR_FILENO) == 1), asked_(asked || terminal_) {}

ProgressLine::~ProgressLine() {
  if (terminal_ && !said_.empty()) std::cerr << kCleanLine << std::flush;
}

void ProgressLine::tell(const RunProgress& progress) {
  if (!asked_) return;
  const std::int64_t now = steadyNow();
  const std::string words =
      words_.of(progress, now).in(language_) + " · " + std::to_string(static_cast<int>(progress.share * 100)) + " %";
  if (words == said_ || (!said_.empty() && now - saidMs_ < (terminal_ ? kTerminalMs : kLinesMs) && !progress.first))
    return;
  said_ = words;
  saidMs_ = now;
  if (terminal_)
    std::cerr << kCleanLine << words << std::flush;
  else
    std::cerr << words << std::endl;
}

}  // namespace fengsui
