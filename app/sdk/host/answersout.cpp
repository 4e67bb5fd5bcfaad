// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/host/answersout.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <iostream>
#include <streambuf>
#include <string>

namespace fengsui {

// A line at a time, whole.
class AnswersOut::Pipe : public std::streambuf {
 public:
  Pipe() {
    std::cout.flush();
    std::fflush(stdout);
    // A program that the module starts must not hold it open.
    end_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (end_ >= 0) ::dup2(STDERR_FILENO, STDOUT_FILENO);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() override {
    Pipe::sync();
    if (end_ >= 0) ::close(end_);
  }

 protected:
  int_type overflow(int_type c) override {
    if (!traits_type::eq_int_type(c, traits_type::eof())) held_ += traits_type::to_char_type(c);
    return traits_type::not_eof(c);
  }
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    held_.append(text, static_cast<std::size_t>(size));
    return size;
  }
  int sync() override {
    std::size_t done = 0;
    while (done < held_.size()) {
      const auto size = ::write(end_, held_.data() + done, held_.size() - done);
      if (size < 0 && errno == EINTR) continue;
      if (size <= 0) break;
      done += static_cast<std::size_t>(size);
    }
    const bool whole = done == held_.size();
    held_.clear();
    return whole ? 0 : -1;
  }

 private:
  int end_ = -1;
  std::string held_;
};

AnswersOut::AnswersOut() : pipe_(std::make_unique<Pipe>()), stream_(pipe_.get()) {}
AnswersOut::~AnswersOut() = default;

}  // namespace fengsui
