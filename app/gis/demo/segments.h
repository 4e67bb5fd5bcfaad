// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "gis/demo/curve.h"

namespace fengsui::demo {

/// Where two pieces of lines meet: share of the first piece.
[[nodiscard]] std::optional<double> crossing(Point a, Point b, Point c, Point d);

/// Lines in pieces, to ask what is near a place or crosses a line.
class Segments {
 public:
  struct Segment {
    Point from, to;
    std::int32_t owner;
    double widthM;
  };
  struct Crossing {
    double alongM;  ///< from the begin of the line that was asked about
    Point at;
    std::int32_t owner;
    double widthM;
  };
  void add(const Line& line, std::int32_t owner, double widthM = 0);
  /// Metres to the nearest piece, its half width taken off; nothing within @p withinM.
  [[nodiscard]] std::optional<double> nearest(Point at, double withinM) const;
  [[nodiscard]] std::vector<Crossing> crossings(const Line& line) const;
  [[nodiscard]] const std::vector<Segment>& all() const { return segments_; }

 private:
  static constexpr double kCellM = 150;
  [[nodiscard]] static std::uint64_t key(int col, int row) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(col)) << 32 | static_cast<std::uint32_t>(row);
  }
  template <class Visit>
  void around(Point a, Point b, double marginM, Visit visit) const;

  std::vector<Segment> segments_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

}  // namespace fengsui::demo
