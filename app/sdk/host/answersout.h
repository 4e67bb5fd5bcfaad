// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <ostream>

namespace fengsui {

/// Takes standard output for answers alone: what a module prints from now on goes to standard error.
///
/// Thread: to be made before a module is loaded; the stream is used by one thread at a time.
class AnswersOut {
 public:
  AnswersOut();
  AnswersOut(const AnswersOut&) = delete;
  AnswersOut& operator=(const AnswersOut&) = delete;
  ~AnswersOut();
  [[nodiscard]] std::ostream& stream() { return stream_; }

 private:
  class Pipe;
  std::unique_ptr<Pipe> pipe_;
  std::ostream stream_;
};

}  // namespace fengsui
