// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "plans/library.h"

namespace fengsui {

/// The files of plans as the editor lists them.
struct PlanFiles {
  struct File {
    std::filesystem::path path;
    bool own = false;     ///< of the station's folder; else it came with the product
    bool newest = false;  ///< the edition that is in force
    std::string text;
  };
  std::shared_ptr<const PlanLibrary> library;
  std::vector<File> files;  ///< in the order of library->entries()

  /// -1 where there is none.
  [[nodiscard]] int indexOf(const std::filesystem::path& path) const;
};

/// Thread: any; slow (disk).
[[nodiscard]] PlanFiles readPlanFiles(const std::filesystem::path& station);

}  // namespace fengsui
