// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace fengsui {

/// Says of a folder of results that its run has not finished. The mark is held as long as the run lives, and stays
/// behind where it comes to nothing: also when its process is killed.
///
/// Thread: one. A folder in which it cannot be made has no mark.
class UnfinishedMark {
 public:
  explicit UnfinishedMark(const std::filesystem::path& folder);
  UnfinishedMark(const UnfinishedMark&) = delete;
  UnfinishedMark& operator=(const UnfinishedMark&) = delete;
  ~UnfinishedMark();

  void finished();

 private:
  std::filesystem::path file_;
  int lock_ = -1;
};

/// Removes the folders in @p results whose runs came to nothing and are not alive any more. Where such a run has left a
/// first answer that is whole, that stays. Folders without a mark are nobody's business.
///
/// Thread: any; slow (disk). @return how many runs were cleared away.
int sweepUnfinished(const std::filesystem::path& results);

}  // namespace fengsui
