// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "ui/desk/facts.h"

namespace fengsui {

/// What the desk says about a closed road.
class ClosureFacts {
  Q_DECLARE_TR_FUNCTIONS(ClosureFacts)

 public:
  [[nodiscard]] static Facts of(const Situation& situation, const RoadClosure& closure, Instant now,
                                const TimeZone& zone);
  /// "21:40 until further notice", "21:40 – 02:10; …".
  [[nodiscard]] static QString when(const RoadClosure& closure, Instant now, const TimeZone& zone);
  /// "Closed", "Will be closed", "Open again".
  [[nodiscard]] static QString state(const RoadClosure& closure, Instant now);
  /// For whom; empty where for all.
  [[nodiscard]] static QString forWhom(const RoadClosure& closure);
};

}  // namespace fengsui
