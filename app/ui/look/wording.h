// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <cstdint>

#include "core/geo.h"
#include "core/time.h"

namespace fengsui {

/// How the desk writes quantities: distances, ages, clocks.
class Wording {
  Q_DECLARE_TR_FUNCTIONS(Wording)

 public:
  /// "850 m", "4.2 km", "38 km".
  [[nodiscard]] static QString distance(double metres);
  /// "2 km", for a length that is round already.
  [[nodiscard]] static QString roundDistance(double metres);
  /// "12 s", "4 min", "2 h 10 min", "3 d".
  [[nodiscard]] static QString age(std::int64_t ms);
  /// "just now", "4 min ago".
  [[nodiscard]] static QString ago(std::int64_t ms);
  /// "14:05" of the same day as @p now, "07-20 14:05" of another.
  [[nodiscard]] static QString moment(Instant at, Instant now, const TimeZone& zone);
  /// "14:05:32"
  [[nodiscard]] static QString clockWithSeconds(Instant at, const TimeZone& zone);
  /// "2026-07-20"
  [[nodiscard]] static QString date(Instant at, const TimeZone& zone);
  /// "+08" or "+05:30".
  [[nodiscard]] static QString offset(Instant at, const TimeZone& zone);
  /// "116.63180° E  40.31620° N"
  [[nodiscard]] static QString position(Position where);
  [[nodiscard]] static QString count(std::int64_t number);
};

}  // namespace fengsui
