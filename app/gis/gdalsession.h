// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/result.h"

namespace fengsui {

/// While it lives, what GDAL has to say on this thread is kept here instead of printed, and GDAL is ready.
///
/// Thread: made and destroyed on the same thread; nests.
class GdalSession {
 public:
  GdalSession();
  ~GdalSession();
  GdalSession(const GdalSession&) = delete;
  GdalSession& operator=(const GdalSession&) = delete;

  /// The first failure GDAL reported, in its own words; usually the cause of the later ones.
  [[nodiscard]] std::string firstFailure() const;
  [[nodiscard]] bool failed() const { return !firstFailure().empty(); }
  void forget() { heard_.clear(); }

  /// The error with GDAL's own words behind it.
  [[nodiscard]] tl::unexpected<Error> failed(ErrorCode code, Text message, Text remedy = {}) const;

  struct Heard {
    bool isFailure = false;
    std::string words;
  };

 private:
  std::vector<Heard> heard_;
};

/// A GDAL setting of this thread, put back at the end.
class GdalSetting {
 public:
  GdalSetting(std::string key, const char* value);
  ~GdalSetting();
  GdalSetting(const GdalSetting&) = delete;
  GdalSetting& operator=(const GdalSetting&) = delete;

 private:
  std::string key_;
  std::string before_;
  bool hadBefore_ = false;
};

}  // namespace fengsui
