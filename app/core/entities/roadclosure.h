// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/kind.h"
#include "core/geo.h"
#include "core/time.h"
#include "core/uuid.h"

namespace fengsui {

struct Incident;

/// Who or what says that a road is closed.
enum class ClosureSource { hand, report, sensor, forecast };

template <>
inline constexpr auto namesOf<ClosureSource> = std::to_array<EnumName<ClosureSource>>({
    {ClosureSource::hand, "hand", "drawn by hand", "人工标绘"},
    {ClosureSource::report, "report", "reported", "上报"},
    {ClosureSource::sensor, "sensor", "sensor", "监测"},
    {ClosureSource::forecast, "forecast", "forecast", "预报"},
});

/// From when until when; without an end until further notice.
struct ClosedSpan {
  Instant from;
  std::optional<Instant> to;

  bool operator==(const ClosedSpan&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("from", self.from);
    field("to", self.to);
  }
  [[nodiscard]] bool holdsAt(Instant at) const { return from <= at && (!to || at < *to); }
};

/// A road that cannot be passed, or not by everybody, for a time.
struct RoadClosure {
  Id<RoadClosure> id;
  std::string name;   ///< where: the road, the bridge, the underpass
  std::string words;  ///< why
  ClosureSource source = ClosureSource::hand;
  std::optional<Shape>
      shape;  ///< an area closes the roads in it, a line those it crosses or follows, a point the nearest
  std::vector<ClosedSpan> spans;
  std::vector<std::string> vehicles;  ///< for whom: car, heavy, crawler, foot; none named: for all
  bool sparesBridges = false;         ///< water that runs below a bridge does not close it
  std::optional<Id<Incident>> incident;
  std::string openedBecause;
  Stamp stamp;

  bool operator==(const RoadClosure&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("name", self.name);
    field("words", self.words);
    field("source", self.source);
    field("shape", self.shape);
    field("spans", self.spans);
    field("vehicles", self.vehicles);
    field("sparesBridges", self.sparesBridges);
    field("incident", self.incident);
    field("openedBecause", self.openedBecause);
    field("stamp", self.stamp);
  }
  [[nodiscard]] bool holdsAt(Instant at) const {
    for (const ClosedSpan& span : spans)
      if (span.holdsAt(at)) return true;
    return false;
  }
  /// Whether it holds now or will hold.
  [[nodiscard]] bool aheadOf(Instant at) const {
    for (const ClosedSpan& span : spans)
      if (!span.to || *span.to > at) return true;
    return false;
  }
};
template <>
inline constexpr Kind kindOf<RoadClosure> = Kind::roadClosure;

}  // namespace fengsui
