// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "feeds/channel.h"

namespace fengsui {

/// Somebody at the desk reads Parcel::spoken out and says here whom he reached and whether it was repeated back.
class Spoken : public Channel {
 public:
  Spoken(std::string whom, bool reached, bool repeatedBack)
      : whom_(std::move(whom)), reached_(reached), repeatedBack_(repeatedBack) {}
  [[nodiscard]] std::string name() const override { return "spoken"; }
  [[nodiscard]] Carriage carry(const Parcel& parcel) override;

 private:
  std::string whom_;
  bool reached_;
  bool repeatedBack_;
};

/// Hands a finished file on to be printed. Paper in the tray has not reached anybody: who takes it along notes that.
class Print : public Channel {
 public:
  using Hand = std::function<Outcome(const std::string& file)>;
  explicit Print(Hand hand) : hand_(std::move(hand)) {}
  [[nodiscard]] std::string name() const override { return "print"; }
  [[nodiscard]] Carriage carry(const Parcel& parcel) override;

 private:
  Hand hand_;
};

/// Another seat of this station: the order is in the journal and goes with the next exchange. That seat's own
/// acknowledgement says that it came.
class Seat : public Channel {
 public:
  explicit Seat(std::string seat) : seat_(std::move(seat)) {}
  [[nodiscard]] std::string name() const override { return "seat"; }
  [[nodiscard]] Carriage carry(const Parcel& parcel) override;

 private:
  std::string seat_;
};

}  // namespace fengsui
