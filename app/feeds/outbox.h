// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "feeds/channels.h"

namespace fengsui {

enum class ErrandState { waiting, underWay, brought, failed };

template <>
inline constexpr auto namesOf<ErrandState> = std::to_array<EnumName<ErrandState>>({
    {ErrandState::waiting, "waiting", "waiting", "待发"},
    {ErrandState::underWay, "underWay", "being sent", "发送中"},
    {ErrandState::brought, "brought", "brought", "已送出"},
    {ErrandState::failed, "failed", "failed", "未送达"},
});

/// One thing that is to be carried by one channel, as people see it in the queue.
struct Errand {
  std::uint64_t id = 0;
  std::string channel;
  Parcel parcel;
  ErrandState state = ErrandState::waiting;
  int tries = 0;
  std::string detail;  ///< why it failed last
};

/// A try that is over and has to be recorded: see recordOf(). `attempt.at` is when it ended.
struct Tried {
  std::uint64_t errand = 0;
  Parcel parcel;
  Attempt attempt;
};

/// The queue of what goes out. Each channel has a thread of its own, so that a slow one holds up nobody else; where a
/// channel is down, everything that waits for it fails with the same reason and can be sent again.
///
/// Thread: any. Whoever owns the station takes the tries and records them; @p wake is called from a channel's thread
/// when there is one.
class Outbox {
 public:
  using Clock = Instant (*)();
  explicit Outbox(Channels channels, std::function<void()> wake = {}, Clock clock = &systemNow);
  /// Ends after the try that is under way; what waits is dropped, nothing of it was recorded as tried.
  ~Outbox();
  Outbox(const Outbox&) = delete;
  Outbox& operator=(const Outbox&) = delete;

  /// @return Error::notFound where this station has no such channel.
  [[nodiscard]] Result<std::uint64_t> put(Parcel parcel, const std::string& channel);
  /// Sends one again that failed. @return whether there was one.
  bool retry(std::uint64_t errand);
  /// Takes one off the queue that is not under way. @return whether there was one.
  bool drop(std::uint64_t errand);

  [[nodiscard]] std::vector<Errand> queue() const;  ///< oldest first
  [[nodiscard]] std::vector<Tried> takeTried();     ///< each once, in the order in which they ended
  /// Waits until nothing waits or is under way. For programs that end.
  void drain();

 private:
  struct Line {
    std::shared_ptr<Channel> channel;
    std::thread thread;
  };

  void work(const std::string& name, Channel& channel);
  void end(Errand& errand, const Attempt& attempt);

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::list<Errand> errands_;
  std::vector<Tried> tried_;
  std::map<std::string, Line> lines_;
  std::function<void()> wake_;
  Clock clock_;
  std::uint64_t lastId_ = 0;
  bool ending_ = false;
};

}  // namespace fengsui
