// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/outbox.h"

#include <algorithm>

namespace fengsui {

Outbox::Outbox(Channels channels, std::function<void()> wake, Clock clock) : wake_(std::move(wake)), clock_(clock) {
  for (auto& [name, channel] : channels) {
    Line& line = lines_[name];
    line.channel = std::move(channel);
    line.thread = std::thread([this, called = name, way = line.channel] { work(called, *way); });
  }
}

Outbox::~Outbox() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  for (auto& [name, line] : lines_) line.thread.join();
}

Result<std::uint64_t> Outbox::put(Parcel parcel, const std::string& channel) {
  if (!lines_.contains(channel))
    return failure(ErrorCode::notFound,
                   {"this station has no channel \"" + channel + "\"", "本站没有配置渠道“" + channel + "”"},
                   {"set it up in NAME.channels.json", "请在 NAME.channels.json 中配置"});
  std::uint64_t id = 0;
  {
    const std::lock_guard lock(mutex_);
    id = ++lastId_;
    errands_.push_back({id, channel, std::move(parcel), ErrandState::waiting, 0, {}});
  }
  changed_.notify_all();
  return id;
}

bool Outbox::retry(std::uint64_t errand) {
  {
    const std::lock_guard lock(mutex_);
    const auto at = std::find_if(errands_.begin(), errands_.end(), [&](const Errand& one) { return one.id == errand; });
    if (at == errands_.end() || at->state != ErrandState::failed) return false;
    at->state = ErrandState::waiting;
  }
  changed_.notify_all();
  return true;
}

bool Outbox::drop(std::uint64_t errand) {
  const std::lock_guard lock(mutex_);
  return std::erase_if(errands_,
                       [&](const Errand& one) { return one.id == errand && one.state != ErrandState::underWay; }) > 0;
}

std::vector<Errand> Outbox::queue() const {
  const std::lock_guard lock(mutex_);
  return {errands_.begin(), errands_.end()};
}

std::vector<Tried> Outbox::takeTried() {
  const std::lock_guard lock(mutex_);
  return std::exchange(tried_, {});
}

void Outbox::drain() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    return std::none_of(errands_.begin(), errands_.end(), [](const Errand& one) {
      return one.state == ErrandState::waiting || one.state == ErrandState::underWay;
    });
  });
}

void Outbox::end(Errand& errand, const Attempt& attempt) {
  errand.state = attempt.reached ? ErrandState::brought : ErrandState::failed;
  errand.detail = attempt.detail;
  ++errand.tries;
  tried_.push_back({errand.id, errand.parcel, attempt});
}

void Outbox::work(const std::string& name, Channel& channel) {
  std::unique_lock lock(mutex_);
  const auto next = [&] {
    return std::find_if(errands_.begin(), errands_.end(),
                        [&](const Errand& one) { return one.channel == name && one.state == ErrandState::waiting; });
  };
  for (;;) {
    changed_.wait(lock, [&] { return ending_ || next() != errands_.end(); });
    if (ending_) return;
    const auto errand = next();
    errand->state = ErrandState::underWay;  // nobody takes it off the queue now
    const Parcel parcel = errand->parcel;
    lock.unlock();
    Carriage carriage = channel.carry(parcel);
    carriage.attempt.at = clock_();
    lock.lock();
    end(*errand, carriage.attempt);
    if (carriage.channelDown)
      for (Errand& other : errands_)
        if (other.channel == name && other.state == ErrandState::waiting) {
          carriage.attempt.whom = other.parcel.toName;
          end(other, carriage.attempt);
        }
    lock.unlock();
    changed_.notify_all();
    if (wake_) wake_();
    lock.lock();
  }
}

}  // namespace fengsui
