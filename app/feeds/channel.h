// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "feeds/parcel.h"

namespace fengsui {

/// How one try to carry something went.
struct Carriage {
  Attempt attempt;           ///< without the time, which whoever records it gives
  bool channelDown = false;  ///< it failed for everybody, not for this recipient: what waits for it fails too
};

/// A way to bring a message to somebody.
///
/// Promise: carry() returns within kAtMost, whatever the other side does.
/// Thread: one at a time, any.
class Channel {
 public:
  static constexpr std::chrono::seconds kAtMost{5};

  Channel() = default;
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  virtual ~Channel() = default;

  [[nodiscard]] virtual std::string name() const = 0;  ///< Attempt::channel
  [[nodiscard]] virtual Carriage carry(const Parcel& parcel) = 0;

 protected:
  [[nodiscard]] Carriage brought(const std::string& whom, const std::string& detail) const {
    return {{name(), {}, {}, whom, true, detail}, false};
  }
  [[nodiscard]] Carriage failed(const std::string& whom, const std::string& why, bool down = false) const {
    return {{name(), {}, {}, whom, false, why}, down};
  }
};

}  // namespace fengsui
