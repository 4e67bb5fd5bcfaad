// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "support/bytes.h"

namespace fengsui {

/// The inputs from which fuzz targets start: FOLDER/TARGET/NUMBER.
class Seeds {
 public:
  explicit Seeds(std::filesystem::path folder) : folder_(std::move(folder)) { std::filesystem::remove_all(folder_); }

  void add(const std::string& target, const std::string& bytes) {
    std::filesystem::create_directories(folder_ / target);
    writeBytes(folder_ / target / std::to_string(++count_), bytes);
  }

 private:
  std::filesystem::path folder_;
  int count_ = 0;
};

/// Those of what hazard modules read and leave.
void hazards(Seeds& seeds);

}  // namespace fengsui
