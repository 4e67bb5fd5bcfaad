// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "journal/publication.h"

namespace fengsui {

/// Publishes in a thread of its own, so that nobody who records waits for it: at most a second behind, several changes
/// in one go. Also mends the file within two seconds when somebody deleted or changed it.
///
/// Thread: any may call. The report is called in the publishing thread; it must not call back in.
class PublicationThread {
 public:
  using Report = std::function<void(const Result<PublishOutcome>&)>;

  /// @p report is told whenever the outcome is another one than before, or something was written.
  explicit PublicationThread(const StationFiles& files, Report report = {});
  /// Makes a last attempt with what was offered, then ends.
  ~PublicationThread();
  PublicationThread(const PublicationThread&) = delete;
  PublicationThread& operator=(const PublicationThread&) = delete;

  /// This is the situation now. Returns at once.
  void offer(Situation situation, std::int64_t position);

  /// Waits until what was offered is published. @return false where that did not come about in time.
  bool settle(std::chrono::milliseconds patience);

 private:
  struct Offer {
    Situation situation;
    std::int64_t position = 0;
  };
  void work();
  bool publish(const Offer& offer);

  Publication publication_;
  Report report_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Offer> waiting_;
  bool busy_ = false;
  bool behind_ = false;  ///< the last attempt did not bring the file up to date
  bool stopping_ = false;
  std::optional<Result<PublishOutcome>> last_;
  std::thread thread_;
};

}  // namespace fengsui
