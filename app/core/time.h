// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

namespace fengsui {

/// A moment: milliseconds since 1970-01-01T00:00Z, leap seconds ignored.
struct Instant {
  std::int64_t ms = 0;

  auto operator<=>(const Instant&) const = default;
  [[nodiscard]] Instant plusMs(std::int64_t more) const { return {ms + more}; }
};

/// The civil time of a place. Immutable and cheap to copy.
///
/// Thread: any.
/// Source: the IANA database of the operating system.
class TimeZone {
 public:
  /// @return Error::notFound for a name that the database does not have.
  [[nodiscard]] static Result<TimeZone> named(std::string_view ianaName);
  [[nodiscard]] static TimeZone utc();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::int64_t offsetMsAt(Instant) const;

  /// "2026-07-20T21:40:00.000+08:00"; milliseconds only where there are any.
  [[nodiscard]] std::string iso(Instant) const;
  /// "2026-07-20 21:40:00"
  [[nodiscard]] std::string local(Instant) const;
  /// "21:40"
  [[nodiscard]] std::string clock(Instant) const;

  /// Reads what people and programs write: ISO 8601 with or without offset, "2026-07-20 21:40",
  /// "2026/7/20 21:40:05", "2026年7月20日 21时40分", a date alone. Without offset it is the time of this zone.
  /// @return Error::invalid with the forms that are understood.
  [[nodiscard]] Result<Instant> parse(std::string_view text) const;

 private:
  std::string name_;
  const void* zone_ = nullptr;  // owned by the time-zone database, lives as long as the process
};

/// Milliseconds of the computer's clock, for the edge of the program only.
[[nodiscard]] Instant systemNow();

}  // namespace fengsui
