// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <string>

namespace fengsui {

/// What this process needed at most since this was made, beyond what it had then. Linux.
class PeakMemory {
 public:
  PeakMemory() {
    std::ofstream("/proc/self/clear_refs") << "5";  // the high-water mark starts anew
    before_ = kB("VmRSS:");
  }
  [[nodiscard]] double grownMB() const { return (kB("VmHWM:") - before_) / 1024; }

 private:
  static double kB(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
      if (double value = 0; word == name && status >> value) return value;
    return 0;
  }
  double before_ = 0;
};

}  // namespace fengsui
