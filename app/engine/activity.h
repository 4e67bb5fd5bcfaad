// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>

namespace fengsui::engine {

/// What the drawing thread is busy with, for the thread that answers pings.
///
/// Thread: any.
class Activity {
 public:
  void begin(const char* what) {
    since_ = now();
    what_ = what;
  }
  void end() { begin("idle"); }
  [[nodiscard]] const char* what() const { return what_; }
  [[nodiscard]] int sinceMs() const { return static_cast<int>(now() - since_); }

 private:
  static std::int64_t now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
  }
  std::atomic<const char*> what_{"idle"};
  std::atomic<std::int64_t> since_{now()};
};

}  // namespace fengsui::engine
