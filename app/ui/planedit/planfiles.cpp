// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/planfiles.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "plans/yamltree.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

std::string textOf(const fs::path& file) {
  std::error_code fault;
  if (fs::file_size(file, fault) > kPlanFileBytesAtMost || fault) return {};
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

int PlanFiles::indexOf(const fs::path& path) const {
  const auto found = std::find_if(files.begin(), files.end(), [&](const File& file) { return file.path == path; });
  return found == files.end() ? -1 : static_cast<int>(found - files.begin());
}

PlanFiles readPlanFiles(const fs::path& station) {
  PlanFiles out;
  out.library = std::make_shared<const PlanLibrary>(plansHere(station));
  const std::string own = ownPlanFolder(station).string() + '/';
  for (const PlanEntry& entry : out.library->entries())
    out.files.push_back({entry.file, entry.file.string().starts_with(own),
                         entry.own && out.library->written(entry.id) == &*entry.own, textOf(entry.file)});
  return out;
}

}  // namespace fengsui
