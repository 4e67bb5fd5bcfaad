// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/unfinished.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <vector>

namespace fengsui {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMark = ".unfinished";
constexpr const char* kForecast = "forecast.json";

std::vector<fs::path> in(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code fault;
  for (auto at = fs::directory_iterator(folder, fault); !fault && at != fs::directory_iterator(); at.increment(fault))
    out.push_back(at->path());
  return out;
}

void clear(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(folder / kForecast, ignored)) {
    bool answered = false;
    for (const fs::path& part : in(folder)) {
      if (fs::exists(part / kForecast, ignored))
        answered = true;
      else if (part.filename() != kMark)
        fs::remove_all(part, ignored);
    }
    // The mark goes last: what cannot be finished now is found again.
    if (!answered) fs::remove_all(folder, ignored);
  }
  fs::remove(folder / kMark, ignored);
}

}  // namespace

UnfinishedMark::UnfinishedMark(const fs::path& folder) : file_(folder / kMark) {
  lock_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ >= 0) ::flock(lock_, LOCK_EX | LOCK_NB);
}

UnfinishedMark::~UnfinishedMark() {
  if (lock_ >= 0) ::close(lock_);
}

void UnfinishedMark::finished() {
  std::error_code ignored;
  fs::remove(file_, ignored);
}

int sweepUnfinished(const fs::path& results) {
  int out = 0;
  for (const fs::path& folder : in(results)) {
    const int lock = ::open((folder / kMark).c_str(), O_RDWR | O_CLOEXEC);
    if (lock < 0) continue;
    if (::flock(lock, LOCK_EX | LOCK_NB) == 0) {
      clear(folder);
      ++out;
    }
    ::close(lock);
  }
  return out;
}

}  // namespace fengsui
