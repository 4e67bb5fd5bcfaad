// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/situation.h"

namespace fengsui {

/// What may sound at the desk, and nothing else may.
enum class AlarmKind { trapped, missing, moveNow, placeSilent, orderUnanswered, connectionLost };

template <>
inline constexpr auto namesOf<AlarmKind> = std::to_array<EnumName<AlarmKind>>({
    {AlarmKind::trapped, "trapped", "people trapped", "人员被困"},
    {AlarmKind::missing, "missing", "people missing", "人员失踪"},
    {AlarmKind::moveNow, "moveNow", "move now, not confirmed", "立即转移未签收"},
    {AlarmKind::placeSilent, "placeSilent", "place gone silent", "失联"},
    {AlarmKind::orderUnanswered, "orderUnanswered", "order unanswered past its time", "派单超时未签收"},
    {AlarmKind::connectionLost, "connectionLost", "connection lost", "连接中断"},
});

/// A line to somewhere that is down: the world's part, told by whoever watches it.
struct LostLine {
  std::string name;  ///< what tells it from others: "hub", a seat, a channel
  Text words;
  Instant since;
};

/// One reason to sound.
struct Alarm {
  std::string id;  ///< stays the same as long as the reason does
  AlarmKind kind = AlarmKind::trapped;
  Kind subjectKind = Kind::incident;
  Uuid subject;             ///< nil for a line
  std::int64_t weight = 0;  ///< people or places; where it grows, a silenced alarm sounds again
  Instant since;
  Text words;  ///< what it is about: names a place or a number, never a telephone or a directive
};

/// What is a reason to sound now, the gravest kind first, then the oldest.
///
/// Thread: any; pure.
[[nodiscard]] std::vector<Alarm> alarmsOf(const Situation& s, Instant now, const std::vector<LostLine>& lost = {});

/// Alarms that somebody has silenced for a while, at one desk. Never for ever: half an hour at most.
class Silenced {
 public:
  static constexpr std::int64_t kAtMostMs = 30 * 60 * 1000;

  /// Silences what this alarm says now. @p forMs beyond half an hour counts as half an hour.
  void silence(const Alarm& alarm, Instant now, std::int64_t forMs);
  [[nodiscard]] bool holds(const Alarm& alarm, Instant now) const;
  /// Those that sound.
  [[nodiscard]] std::vector<Alarm> audible(std::vector<Alarm> alarms, Instant now) const;

 private:
  struct Until {
    Instant until;
    std::int64_t weight = 0;
  };
  std::map<std::string, Until> until_;
};

}  // namespace fengsui
