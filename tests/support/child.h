// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

namespace fengsui {

/// Another process that runs a function of this program, reports line by line, and may be killed at any moment. No
/// SQLite connection may be open here while it starts.
class Child {
 public:
  using Say = std::function<void(const std::string&)>;

  explicit Child(const std::function<void(const Say&)>& work) {
    int ends[2];
    if (pipe(ends) != 0) {
      ADD_FAILURE() << "no pipe";
      return;
    }
    process_ = fork();
    if (process_ == 0) {
      ::close(ends[0]);
      work([&](const std::string& line) {
        const std::string whole = line + '\n';
        if (::write(ends[1], whole.data(), whole.size()) < 0) _exit(3);
      });
      _exit(testing::Test::HasFailure() ? 2 : 0);
    }
    ::close(ends[1]);
    output_ = ends[0];
  }
  ~Child() {
    if (process_ > 0) kill();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Waits until it has said some lines: it works now.
  void waitForLines(int count) {
    for (char c = 0; count > 0 && ::read(output_, &c, 1) == 1;) {
      said_ += c;
      count -= c == '\n' ? 1 : 0;
    }
  }
  /// Ends it without warning. @return the lines that it had said.
  std::vector<std::string> kill() {
    ::kill(process_, SIGKILL);
    return wait();
  }
  /// Waits until it ends by itself.
  std::vector<std::string> wait() {
    std::string said = std::move(said_);
    char buffer[4096];
    for (;;) {
      const auto size = ::read(output_, buffer, sizeof buffer);
      if (size <= 0) break;
      said.append(buffer, static_cast<std::size_t>(size));
    }
    ::close(output_);
    int status = 0;
    waitpid(process_, &status, 0);
    exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    process_ = -1;
    std::vector<std::string> lines;
    std::istringstream in(said);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
  }

  int exitCode = -1;  ///< after wait(); -1 where it was killed

 private:
  pid_t process_ = -1;
  int output_ = -1;
  std::string said_;
};

}  // namespace fengsui
