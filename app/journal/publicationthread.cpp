// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/publicationthread.h"

#include "core/time.h"

namespace fengsui {
namespace {

using namespace std::chrono_literals;

constexpr auto kGather = 300ms;  // after one publication before the next: several changes in one
constexpr auto kRetry = 300ms;   // when a reader was in the way
constexpr auto kLookAgain = 2s;  // whether somebody deleted or changed the file

}  // namespace

PublicationThread::PublicationThread(const StationFiles& files, Report report)
    : publication_(files), report_(std::move(report)), thread_([this] { work(); }) {}

PublicationThread::~PublicationThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void PublicationThread::offer(Situation situation, std::int64_t position) {
  std::optional<Offer> old;  // destroyed outside the lock
  {
    const std::lock_guard lock(mutex_);
    old = std::exchange(waiting_, Offer{std::move(situation), position});
  }
  changed_.notify_all();
}

bool PublicationThread::settle(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, patience, [this] { return !waiting_ && !busy_ && !behind_; });
}

void PublicationThread::work() {
  std::optional<Offer> current;
  auto lastTry = std::chrono::steady_clock::now() - kGather;
  std::unique_lock lock(mutex_);
  for (;;) {
    const auto pause = behind_ ? std::chrono::milliseconds(kRetry) : std::chrono::milliseconds(kLookAgain);
    if (behind_)
      changed_.wait_for(lock, pause, [this] { return stopping_; });
    else
      changed_.wait_for(lock, pause, [this] { return stopping_ || waiting_; });
    if (!stopping_ && waiting_) changed_.wait_until(lock, lastTry + kGather, [this] { return stopping_; });
    const bool last = stopping_;
    if (last && !waiting_ && !behind_) return;
    if (waiting_) current = std::exchange(waiting_, std::nullopt);
    if (!current) continue;
    busy_ = true;
    lock.unlock();
    lastTry = std::chrono::steady_clock::now();
    const bool done = publish(*current);
    lock.lock();
    busy_ = false;
    behind_ = !done;
    changed_.notify_all();
    if (last) return;
  }
}

bool PublicationThread::publish(const Offer& offer) {
  auto outcome = publication_.publish(offer.situation, offer.position, systemNow());
  const bool same = last_ && last_->has_value() == outcome.has_value() &&
                    (outcome ? outcome->what == (*last_)->what : outcome.error() == last_->error());
  const bool wrote = outcome && outcome->what == PublishOutcome::What::published;
  const bool done = outcome && outcome->what != PublishOutcome::What::late;
  if (report_ && (!same || wrote)) report_(outcome);
  last_ = std::move(outcome);
  return done;
}

}  // namespace fengsui
