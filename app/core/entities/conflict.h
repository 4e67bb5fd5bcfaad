// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/kind.h"
#include "core/time.h"
#include "core/uuid.h"

namespace fengsui {

/// One event, wherever it is stored.
struct EventRef {
  Uuid origin;
  std::uint64_t sequence = 0;

  auto operator<=>(const EventRef&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("origin", self.origin);
    field("sequence", self.sequence);
  }
};

/// In which way two stations contradict each other.
enum class ConflictKind {
  teamSentTwice,
  stockPromisedTwice,
  editedTwice,
  statusContradicts,
  shelterCountContradicts,
  unknownSubject,
  registeredTwice,
  undoneTwice,
  unreadableEvent,
};

template <>
inline constexpr auto namesOf<ConflictKind> = std::to_array<EnumName<ConflictKind>>({
    {ConflictKind::teamSentTwice, "teamSentTwice", "one team sent to two places", "同一队伍派往两处"},
    {ConflictKind::stockPromisedTwice, "stockPromisedTwice", "more stock promised than there is", "同一物资重复调用"},
    {ConflictKind::editedTwice, "editedTwice", "one field changed by two seats", "同一内容两处修改"},
    {ConflictKind::statusContradicts, "statusContradicts", "what happened does not fit the state", "经过与状态不符"},
    {ConflictKind::shelterCountContradicts, "shelterCountContradicts", "shelter counts do not fit", "安置人数不符"},
    {ConflictKind::unknownSubject, "unknownSubject", "about something this station does not know", "涉及本站未知对象"},
    {ConflictKind::registeredTwice, "registeredTwice", "registered twice", "重复登记"},
    {ConflictKind::undoneTwice, "undoneTwice", "one entry taken back twice", "同一记录撤销两次"},
    {ConflictKind::unreadableEvent, "unreadableEvent", "an entry this version cannot read", "本版本无法读取的记录"},
});

/// Two entries that cannot both be right. Both are kept; somebody with the role says what holds.
struct Conflict {
  Uuid id;  ///< from the event that showed it, so that every station gives it the same
  ConflictKind kind = ConflictKind::statusContradicts;
  Kind subjectKind = Kind::team;
  Uuid subject;
  std::string detail;  ///< what stands, and what was not applied
  EventRef event;      ///< the entry that was not applied
  Instant at;
  std::optional<Instant> resolvedAt;
  std::string resolvedBy;
  std::string resolution;
  Stamp stamp;

  bool operator==(const Conflict&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("kind", self.kind);
    field("subjectKind", self.subjectKind);
    field("subject", self.subject);
    field("detail", self.detail);
    field("event", self.event);
    field("at", self.at);
    field("resolvedAt", self.resolvedAt);
    field("resolvedBy", self.resolvedBy);
    field("resolution", self.resolution);
    field("stamp", self.stamp);
  }
};

}  // namespace fengsui
