// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>

namespace fengsui {

/// Work off the GUI thread of which only the newest counts: one job runs at a time, and however often something is
/// wanted meanwhile, one more job answers it.
///
/// Thread: GUI; the work itself runs on a thread of its own and must hold all it needs by value.
template <class Answer>
class LatestJob {
 public:
  using Work = std::function<Answer()>;

  /// @p prepare says what is to be done by now, on the GUI thread; an empty one: nothing.
  /// @p take gets the answer on the GUI thread.
  LatestJob(std::function<Work()> prepare, std::function<void(Answer)> take)
      : prepare_(std::move(prepare)), take_(std::move(take)) {
    pool_.setMaxThreadCount(1);
  }
  /// Waits for the job that runs; its answer is dropped.
  ~LatestJob() { pool_.waitForDone(); }
  LatestJob(const LatestJob&) = delete;
  LatestJob& operator=(const LatestJob&) = delete;

  void want() {
    wanted_ = true;
    if (!running_) start();
  }
  /// Whether everything that was wanted has been answered.
  [[nodiscard]] bool idle() const { return !running_ && !wanted_; }

 private:
  void start() {
    Work work = prepare_();
    if (!work) return;
    wanted_ = false;
    running_ = true;
    pool_.start([this, work = std::move(work)] {
      auto answer = std::make_shared<Answer>(work());
      QMetaObject::invokeMethod(&receiver_, [this, answer] {
        running_ = false;
        take_(std::move(*answer));
        if (wanted_ && !running_) start();
      });
    });
  }

  std::function<Work()> prepare_;
  std::function<void(Answer)> take_;
  bool running_ = false;
  bool wanted_ = false;
  QObject receiver_;  // dies after the pool, and what is still on the way to it dies with it
  QThreadPool pool_;
};

}  // namespace fengsui
