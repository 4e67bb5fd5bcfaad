// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/originmark.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fengsui::originmark {
namespace {

namespace fs = std::filesystem;

fs::path folder() {
  if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state)
    return fs::path(state) / "fengsui" / "origins";
  if (const char* home = std::getenv("HOME"); home && *home)
    return fs::path(home) / ".local" / "state" / "fengsui" / "origins";
  return {};
}

fs::path markOf(const Uuid& origin) {
  return folder() / origin.text();
}

// A file is itself as long as it lies on the same computer under the same inode. Birth time tells a file that got a
// freed inode from the one before it.
std::string identityOf(const std::string& path) {
  struct statx status {};
  if (statx(AT_FDCWD, path.c_str(), 0, STATX_INO | STATX_BTIME, &status) != 0) return {};
  std::ifstream machine("/etc/machine-id");
  std::string computer;
  std::getline(machine, computer);
  std::ostringstream out;
  out << (computer.empty() ? "-" : computer) << ' ' << status.stx_dev_major << ':' << status.stx_dev_minor << ' '
      << status.stx_ino << ' ' << status.stx_btime.tv_sec << '.' << status.stx_btime.tv_nsec;
  return out.str();
}

}  // namespace

// The sequence has a fixed width at the start, so that remembering is one small write in place.
bool mayContinue(const std::string& path, const EventRef& head) {
  if (folder().empty()) return false;
  std::ifstream in(markOf(head.origin));
  std::uint64_t sequence = 0;
  std::string identity;
  if (!(in >> sequence)) return false;
  in.ignore(1);
  std::getline(in, identity);
  return !identity.empty() && identity == identityOf(path) && head.sequence >= sequence;
}

void remember(const std::string& path, const EventRef& head) {
  if (folder().empty()) return;
  const std::string identity = identityOf(path);
  if (identity.empty()) return;
  std::error_code ignored;
  fs::create_directories(folder(), ignored);
  const int file = ::open(markOf(head.origin).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return;
  std::array<char, 32> sequence{};
  const int digits =
      std::snprintf(sequence.data(), sequence.size(), "%020llu", static_cast<unsigned long long>(head.sequence));
  const std::string line = std::string(sequence.data(), static_cast<std::size_t>(digits)) + '\n' + identity + '\n';
  if (::pwrite(file, line.data(), line.size(), 0) == static_cast<ssize_t>(line.size()))
    if (::ftruncate(file, static_cast<off_t>(line.size())) != 0) fs::remove(markOf(head.origin), ignored);
  ::close(file);
}

}  // namespace fengsui::originmark
