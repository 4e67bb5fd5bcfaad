// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "ui/desk/facts.h"

namespace fengsui {

/// The counts of people at an incident in words: those of one kind beside each other, whose holds, and what was
/// recorded of them.
///
/// Thread: GUI; pure.
class FigureFacts {
  Q_DECLARE_TR_FUNCTIONS(FigureFacts)

 public:
  [[nodiscard]] static std::vector<Facts::Line> of(const Incident& incident, Instant now, const TimeZone& zone);
  /// "Trapped 12 · police"
  [[nodiscard]] static QString one(const Figure& figure);
  /// What was recorded of one kind of figure, the newest first. @p events as StationSession::eventsOf gives them.
  [[nodiscard]] static std::vector<Facts::Line> history(const std::vector<Event>& events, FigureKind kind, Instant now,
                                                        const TimeZone& zone);

 private:
  [[nodiscard]] static QString whose(const Figure& figure, Instant now, const TimeZone& zone);
};

/// The entry that recorded a count which still stands; nothing where no entry did, as with an imported one.
[[nodiscard]] const Event* entryOf(const std::vector<Event>& events, const Figure& figure);

}  // namespace fengsui
