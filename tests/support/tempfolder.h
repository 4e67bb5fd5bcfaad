// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace fengsui {

/// A folder of its own for one test, gone afterwards. Also the home of what the program remembers outside stations.
class TempFolder {
 public:
  TempFolder() : TempFolder(std::filesystem::temp_directory_path()) {}
  /// In memory where the computer has such a place: for tests that make thousands of files.
  [[nodiscard]] static TempFolder inMemory() {
    return std::filesystem::exists("/dev/shm") ? TempFolder("/dev/shm") : TempFolder();
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  explicit TempFolder(const std::filesystem::path& in) {
    std::string pattern = (in / "fengsui-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
    setenv("XDG_STATE_HOME", (path_ / "state").c_str(), 1);
  }

  std::filesystem::path path_;
};

}  // namespace fengsui
