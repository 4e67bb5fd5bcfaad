// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

class QgsApplication;

namespace fengsui::engine {

/// Where QGIS may write: its settings, its authentication database, its caches. Never the home of the person.
///
/// Made under the temporary directory and removed again unless a folder was given.
class Profile {
 public:
  explicit Profile(std::filesystem::path given);
  ~Profile() { remove(); }
  Profile(const Profile&) = delete;
  Profile& operator=(const Profile&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  /// Thread: any; also called when the process must end without waiting for QGIS.
  void remove() noexcept;

 private:
  std::filesystem::path folder_;
  bool temporary_ = false;
};

/// Points every library that looks for a home at the profile. Before the first line of Qt runs.
void prepareEnvironment(const Profile& profile);

/// QGIS, ready to open projects, without a screen and with network waits cut short.
[[nodiscard]] std::unique_ptr<QgsApplication> startQgis(int& argc, char** argv, const Profile& profile);

}  // namespace fengsui::engine
