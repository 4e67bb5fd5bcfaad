// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <thread>

namespace fengsui::flood {

/// While it lives, this thread takes numbers too small for full precision as zero: they mean nothing here and cost the
/// processor a hundred times as much.
class NoTinyNumbers {
 public:
#if defined(__x86_64__)
  NoTinyNumbers() : before_(__builtin_ia32_stmxcsr()) {
    __builtin_ia32_ldmxcsr(before_ | 0x8040U);
  }
  ~NoTinyNumbers() {
    __builtin_ia32_ldmxcsr(before_);
  }

 private:
  unsigned before_;

 public:
#else
  NoTinyNumbers() = default;
  ~NoTinyNumbers() = default;
#endif
  NoTinyNumbers(const NoTinyNumbers&) = delete;
  NoTinyNumbers& operator=(const NoTinyNumbers&) = delete;
};

/// Where the threads of a run wait for each other between two phases of a step. Spins for a moment, then sleeps.
class Rendezvous {
 public:
  explicit Rendezvous(int members) : members_(members) {}

  void wait() {
    if (members_ == 1) return;
    const unsigned round = round_.load(std::memory_order_acquire);
    if (arrived_.fetch_add(1, std::memory_order_acq_rel) + 1 == members_) {
      arrived_.store(0, std::memory_order_relaxed);
      // The weaker order would let the look for sleepers go before the store: one who falls asleep just then sleeps on.
      round_.store(round + 1, std::memory_order_seq_cst);
      round_.notify_all();
      return;
    }
    for (int i = 0; i < 2000; ++i) {
      if (round_.load(std::memory_order_acquire) != round) return;
#if defined(__x86_64__)
      __builtin_ia32_pause();
#endif
    }
    while (round_.load(std::memory_order_acquire) == round) round_.wait(round, std::memory_order_acquire);
  }

 private:
  int members_;
  std::atomic<int> arrived_ = 0;
  std::atomic<unsigned> round_ = 0;
};

/// Parts of a piece of work that each thread takes as it comes by: each part once in a phase.
///
/// Every thread goes through the phases in the same order and meets the others between two of them.
class Shares {
 public:
  explicit Shares(int parts) : parts_(parts) {}

  /// The next part of a phase; -1 when all are taken.
  [[nodiscard]] int take(long phase) {
    const long limit = (phase + 1) * parts_;
    long at = taken_.load(std::memory_order_relaxed);
    while (at < limit)
      if (taken_.compare_exchange_weak(at, at + 1, std::memory_order_relaxed))
        return static_cast<int>(at - phase * parts_);
    return -1;
  }

 private:
  int parts_;
  std::atomic<long> taken_ = 0;
};

}  // namespace fengsui::flood
