// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "core/deriveduty.h"
#include "ui/boards/boardlist.h"

namespace fengsui {

/// Whom a caller rings now for a person of a call-out: himself, or where the ladder has led.
struct RingNow {
  QString whom;                     ///< as the board says it
  std::string name;                 ///< as the entry says it
  std::string channel;              ///< "telephone", "police", "door"
  std::vector<std::string> phones;  ///< in the order in which to try them
  std::size_t next = 0;             ///< which of them has not been tried, or was tried longest ago
};

/// A call-out in words.
///
/// Thread: GUI; pure.
class CallWords {
  Q_DECLARE_TR_FUNCTIONS(CallWords)

 public:
  [[nodiscard]] static BoardRow row(const Unreached& one, const std::string& caller, Instant now, const TimeZone& zone);
  [[nodiscard]] static RingNow ringNow(const Call& call, const Callout& callout);
  /// "substitute 李四", "town duty office", "police", "somebody goes to the door".
  [[nodiscard]] static QString rung(const Call& call, const std::string& whom);
  /// "14:05 李静: no answer (telephone, 张三)"
  [[nodiscard]] static QString attempt(const Attempt& attempt, Instant now, const TimeZone& zone);
  [[nodiscard]] static BoardRow warning(const Warning& warning, Instant now, const TimeZone& zone);
};

/// The colour of a warning.
[[nodiscard]] QColor warningColour(WarningColour colour);

}  // namespace fengsui
