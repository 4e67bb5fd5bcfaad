// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdio>
#include <string>

namespace fengsui {

struct ProcessResult {
  int exitCode = -1;
  std::string output;  ///< stdout and stderr
};

/// Runs a shell command to its end.
inline ProcessResult runProcess(const std::string& command) {
  ProcessResult result;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (!pipe) return result;
  std::array<char, 4096> buffer{};
  while (const auto size = std::fread(buffer.data(), 1, buffer.size(), pipe)) result.output.append(buffer.data(), size);
  const int status = pclose(pipe);
  result.exitCode = status >= 0 && (status & 0x7f) == 0 ? status >> 8 : -1;
  return result;
}

}  // namespace fengsui
