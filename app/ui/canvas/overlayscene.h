// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QString>
#include <memory>
#include <unordered_map>
#include <vector>

#include "ui/canvas/symbols.h"
#include "ui/canvas/viewport.h"
#include "ui/desk/desk.h"

namespace fengsui {

/// The live objects of a situation, ready to be drawn: projected, sorted and with their symbols. Immutable once made,
/// so a worker may paint it while the desk tests it for hits.
///
/// Units: EPSG:3857.
class OverlayScene {
 public:
  struct Point {
    QPointF at;
    Selected ref;
    Symbol symbol;
    QString name;
    std::optional<std::int64_t> staleMs;  ///< how long ago it was seen there, where that is too long
    int rank = 0;                         ///< what lies on top and keeps its label: the higher
  };
  struct Area {
    Selected ref;
    QPainterPath path;
    QRectF bounds;
    QColor colour;
    std::optional<RiskColour> risk;                             ///< of a zone: what its colour means
    bool line = false;                                          ///< a reach of a river or a road: no inside
    enum class Closed { no, coming, now } closed = Closed::no;  ///< where a road is closed
    QString name;
    QPointF label;
  };
  /// A team on its way.
  struct Way {
    QPointF from, to;
    Uuid team;
  };

  /// @p now: the moment by which ages are told.
  [[nodiscard]] static std::shared_ptr<const OverlayScene> of(const Situation& situation, Instant now);

  [[nodiscard]] const std::vector<Point>& points() const { return points_; }
  [[nodiscard]] const std::vector<Area>& areas() const { return areas_; }
  [[nodiscard]] const std::vector<Way>& ways() const { return ways_; }
  /// Points from west to east; those within [west, east].
  [[nodiscard]] std::pair<std::size_t, std::size_t> between(double west, double east) const;

  /// The areas at a place of the map, the smallest first: it is the one that could not be meant otherwise.
  [[nodiscard]] std::vector<Selected> areasAt(QPointF at, double metresPerPixel) const;
  [[nodiscard]] const Point* pointOf(const Selected& ref) const;
  [[nodiscard]] const Area* areaOf(const Selected& ref) const;
  /// Around everything; null where there is nothing.
  [[nodiscard]] QRectF bounds() const { return bounds_; }

 private:
  void add(QPointF at, Selected ref, Symbol symbol, const std::string& name, int rank);
  void add(const RiskZone& zone);
  void add(const RoadClosure& closure, Instant now);
  Area& addArea(const Selected& ref, const Shape& shape, const std::string& name);

  std::vector<Point> points_;
  std::vector<Area> areas_;
  std::vector<Way> ways_;
  struct Hash {
    [[nodiscard]] std::size_t operator()(const Selected& ref) const noexcept;
  };
  std::unordered_map<Selected, std::uint32_t, Hash> pointIndex_, areaIndex_;  ///< the first of each thing
  QRectF bounds_;
};

}  // namespace fengsui
