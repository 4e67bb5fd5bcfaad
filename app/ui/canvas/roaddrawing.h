// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/geo.h"
#include "core/uuid.h"
#include "ui/canvas/viewport.h"
#include "ui/look/tokens.h"

class QPainter;

namespace fengsui {

/// What was computed about roads, ready to be drawn under the live objects: ways, what can be reached in which time,
/// and what that means. Immutable once made.
///
/// Units: EPSG:3857.
struct RoadDrawing {
  struct Way {
    QPainterPath path;
    QPainterPath onFoot;       ///< from the road to the place
    std::optional<Uuid> team;  ///< whose straight line it stands for
    bool strong = false;       ///< the one that is looked at
    QString words;             ///< when it ends
  };
  /// The area within one limit.
  struct Band {
    std::vector<QPainterPath> areas;  ///< one for each kind of vehicle; they may overlap
    QString words;                    ///< "10 min"
  };
  std::vector<Way> ways;
  std::vector<QPointF> avoided;  ///< closures that made the strong way longer
  std::vector<QPointF> missed;   ///< places that nobody reaches in time
  std::vector<Band> bands;       ///< the widest first
  QString legend;                ///< from where, and when

  [[nodiscard]] bool hasWayOf(const Uuid& team) const;
};

/// A shape as a path: the rings of areas, or lines.
[[nodiscard]] QPainterPath pathOf(const Shape& shape);

/// The colour of a band, of so many; the narrowest is the strongest.
[[nodiscard]] QColor bandColour(std::size_t band, std::size_t count, const Tokens& tokens);

// Thread: any.
void paintBands(QPainter& painter, const RoadDrawing& drawing, const ViewPort& view, double ratio,
                const Tokens& tokens);
void paintRoadWays(QPainter& painter, const RoadDrawing& drawing, const ViewPort& view, const Tokens& tokens);
/// When ways end, over everything else.
void paintRoadWords(QPainter& painter, const RoadDrawing& drawing, const ViewPort& view, const Tokens& tokens);
/// What the bands mean, with its lower left corner there; long words give way at @p width. @return where it lies; empty
/// without bands.
QRectF paintLegend(QPainter& painter, const RoadDrawing& drawing, QPointF bottomLeft, double width,
                   const Tokens& tokens);

}  // namespace fengsui
