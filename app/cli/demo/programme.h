// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "journal/station.h"

namespace fengsui::demo {

/// What several people do during the evening, in the order in which it happens: the station's clock only goes on.
class Programme {
 public:
  /// What somebody says when it is due; nothing where there is no cause by then.
  using Due = std::function<Result<std::vector<Command>>()>;

  Programme(Station& station, Instant start, std::function<void(Instant)> setClock)
      : station_(station), start_(start), setClock_(std::move(setClock)) {}

  void at(double minute, std::string actor, Due due);
  /// Does all that was due by @p moment and is not done yet.
  void playUntil(Instant moment);
  /// The first command that was refused.
  [[nodiscard]] const Outcome& result() const { return result_; }

  [[nodiscard]] Instant moment(double minute) const { return start_.plusMs(static_cast<std::int64_t>(minute * 60000)); }
  [[nodiscard]] const Situation& situation() const { return station_.situation(); }
  [[nodiscard]] Station& station() { return station_; }

 private:
  struct Line {
    double minute = 0;
    std::string actor;
    Due due;
  };

  Station& station_;
  Instant start_;
  std::function<void(Instant)> setClock_;
  std::vector<Line> lines_;
  bool sorted_ = true;
  std::size_t next_ = 0;
  Outcome result_;
};

}  // namespace fengsui::demo
