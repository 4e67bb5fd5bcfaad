// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlaypainter.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "ui/look/wording.h"

namespace fengsui {
namespace {

// Names appear when there is room to tell the things apart: incidents always, what moves from mid zoom, the rest close
// up.
double labelledBelow(const OverlayScene::Point& point) {
  switch (point.ref.kind) {
    case Kind::incident:
      return 1e9;
    case Kind::team:
      return 85;
    case Kind::shelter:
    case Kind::depot:
      return 60;
    case Kind::riskZone:
    case Kind::roadClosure:
      return 90;
    default:
      return 30;
  }
}

// Remembers which parts of the image are taken, in cells, so that finding room does not depend on how many there are.
class Room {
 public:
  [[nodiscard]] const std::vector<QRectF>& taken() const { return all_; }
  void take(const QRectF& box) {
    all_.push_back(box);
    each(box, [&](std::int64_t cell) {
      taken_[cell].push_back(box);
      return true;
    });
  }
  /// How much of a box is taken, by others than @p own; what is taken twice counts twice.
  [[nodiscard]] double overlap(const QRectF& box, const QRectF& own) const {
    double sum = 0;
    std::vector<QRectF> seen;  // a box lies in several cells
    each(box, [&](std::int64_t cell) {
      if (const auto at = taken_.find(cell); at != taken_.end())
        for (const QRectF& other : at->second) {
          if (other == own || std::find(seen.begin(), seen.end(), other) != seen.end()) continue;
          const QRectF common = other & box;
          if (!common.isEmpty()) seen.push_back(other);
          sum += common.isEmpty() ? 0 : common.width() * common.height();
        }
      return true;
    });
    return sum;
  }
  [[nodiscard]] bool free(const QRectF& box) const {
    return each(box, [&](std::int64_t cell) {
      const auto at = taken_.find(cell);
      if (at == taken_.end()) return true;
      return std::none_of(at->second.begin(), at->second.end(),
                          [&](const QRectF& other) { return other.intersects(box); });
    });
  }

 private:
  template <class F>
  static bool each(const QRectF& box, F&& f) {
    constexpr double kCell = 64;
    for (auto y = std::floor(box.top() / kCell); y <= std::floor(box.bottom() / kCell); ++y)
      for (auto x = std::floor(box.left() / kCell); x <= std::floor(box.right() / kCell); ++x)
        if (!f((static_cast<std::int64_t>(y) << 24) + static_cast<std::int64_t>(x))) return false;
    return true;
  }

  std::unordered_map<std::int64_t, std::vector<QRectF>> taken_;
  std::vector<QRectF> all_;
};

// Red and white as a barrier; what is still to come in red dashes alone.
void paintClosed(QPainter& p, const QPainterPath& path, const OverlayScene::Area& area, const Tokens& t) {
  QColor fill = t.danger;
  fill.setAlphaF(t.dark ? 0.16F : 0.10F);
  p.setBrush(area.line ? QBrush(Qt::NoBrush) : QBrush(fill, Qt::BDiagPattern));
  const double width = area.line ? 5 : 3;
  p.setPen(QPen(t.dark ? QColor("#0B1014") : QColor(Qt::white), width + 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
  p.drawPath(path);
  const bool now = area.closed == OverlayScene::Area::Closed::now;
  if (now) {
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(QColor(Qt::white), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    p.drawPath(path);
  }
  QPen bars(t.danger, width, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
  bars.setDashPattern(now ? QList<qreal>{2.4, 1.2} : QList<qreal>{1.6, 2.4});
  p.setBrush(Qt::NoBrush);
  p.setPen(bars);
  p.drawPath(path);
}

void paintAreas(QPainter& p, const OverlayScene& scene, const ViewPort& view, const Tokens& t) {
  const QRectF extent = view.extent();
  p.setRenderHint(QPainter::Antialiasing);
  const QTransform toScreen = view.toScreen();
  for (const auto& area : scene.areas()) {
    if (!area.bounds.intersects(extent)) continue;
    const QPainterPath path = toScreen.map(area.path);
    if (area.closed != OverlayScene::Area::Closed::no) {
      paintClosed(p, path, area, t);
      continue;
    }
    const QColor own = t.grey ? riskColour(area.risk, t) : area.colour;
    QColor fill = own;
    fill.setAlphaF(t.dark ? 0.14F : 0.12F);
    p.setBrush(area.line ? QBrush(Qt::NoBrush) : QBrush(fill));
    // Yellow would vanish on a light map: the outline is a shade of it there.
    const QColor edge = t.dark ? own : mixed(own, t.text, t.grey ? 0.4 : 0.22);
    p.setPen(QPen(edge, area.line ? 3 : 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPath(path);
  }
}

// In a straight line, where the way by road is not known.
void paintWays(QPainter& p, const OverlayScene& scene, const RoadDrawing* roads, const ViewPort& view,
               const Tokens& t) {
  QPen pen(t.text, 1.6, Qt::CustomDashLine, Qt::RoundCap);
  pen.setDashPattern({1, 4});
  p.setPen(pen);
  for (const auto& way : scene.ways())
    if (!roads || !roads->hasWayOf(way.team)) p.drawLine(view.toScreen(way.from), view.toScreen(way.to));
}

// A name with a rim of the ground around it, readable on any map.
void paintName(QPainter& p, QPointF baseline, const QString& name, const QFont& font, const Tokens& t) {
  QPainterPath path;
  path.addText(baseline, font, name);
  QColor rim = t.dark ? QColor("#0E1317") : QColor(Qt::white);
  rim.setAlphaF(0.9F);
  p.setPen(QPen(rim, 3.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.setBrush(Qt::NoBrush);
  p.drawPath(path);
  p.setPen(t.text);
  p.setFont(font);
  p.drawText(baseline, name);
}

// How many more are counted under a symbol, at the corner where it covers least: the upper right, else another. Of a
// single one a dot tells as much.
void paintCount(QPainter& p, QPointF symbol, double half, std::uint32_t count, const Tokens& t, Room& room) {
  constexpr double kDot = 7;
  constexpr double kHeight = 15;
  const QString words = count > 1 ? QStringLiteral("+") + QString::number(count) : QString();
  const QFont font = typeOf(TypeSize::small, QFont::DemiBold);
  const QSizeF size =
      words.isEmpty() ? QSizeF(kDot, kDot) : QSizeF(QFontMetricsF(font).horizontalAdvance(words) + 8, kHeight);
  const QRectF own(symbol.x() - half, symbol.y() - half, 2 * half, 2 * half);
  const double out = 0.45 * half;  // from the middle; the rest of the symbol stays seen
  const double right = symbol.x() + out;
  const double left = symbol.x() - out - size.width();
  const double top = symbol.y() - half + kHeight / 2 - size.height() / 2 - 7;
  const double bottom = symbol.y() + half - kHeight / 2 - size.height() / 2 + 7;
  QRectF best;
  double least = -1;
  for (const QPointF& corner :
       {QPointF(right, top), QPointF(left, top), QPointF(right, bottom), QPointF(left, bottom)}) {
    const QRectF badge(corner, size);
    const double taken = room.overlap(badge, own);
    if (least >= 0 && taken >= least) continue;
    least = taken;
    best = badge;
  }
  room.take(best);
  p.setPen(QPen(t.panel, 1.4));
  p.setBrush(t.text);
  p.drawRoundedRect(best, size.height() / 2, size.height() / 2);
  p.setPen(t.panel);
  p.setFont(font);
  if (!words.isEmpty()) p.drawText(best, Qt::AlignCenter, words);
}

// From where a thing is to the symbol that stepped aside.
void paintLeader(QPainter& p, QPointF place, QPointF symbol, const Tokens& t) {
  p.setPen(QPen(t.dark ? QColor("#0B1014") : QColor(Qt::white), 3.6, Qt::SolidLine, Qt::RoundCap));
  p.drawLine(place, symbol);
  p.setPen(QPen(t.text, 1.2, Qt::SolidLine, Qt::RoundCap));
  p.drawLine(place, symbol);
}

// The names of those that are wanted, the most important first, where there is room.
template <class Wanted>
void paintNames(QPainter& p, const OverlayScene& scene, const SymbolLayout& layout, const ViewPort& view,
                const Tokens& tokens, Room& room, Wanted&& wanted) {
  const QFont plain = typeOf(TypeSize::small);
  const QFont strong = typeOf(TypeSize::small, QFont::DemiBold);
  const QFontMetricsF plainMetrics(plain);
  const QFontMetricsF strongMetrics(strong);
  for (auto each = layout.placed().rbegin(); each != layout.placed().rend(); ++each) {
    const auto& point = scene.points()[each->point];
    if (each->far || !wanted(point) || point.name.isEmpty() || view.metresPerPixel() > labelledBelow(point)) continue;
    QString name = point.name;
    if (point.staleMs) name += QStringLiteral(" · ") + Wording::age(*point.staleMs);
    const bool incident = point.ref.kind == Kind::incident;
    const QFontMetricsF& metrics = incident ? strongMetrics : plainMetrics;
    const QPointF middle = view.toScreen(point.at) + each->shift;
    const double half = widthOf(point.symbol) / 2 + (incident ? 9 : 6);  // clear of the ring of the selected one
    const double width = metrics.horizontalAdvance(name);
    const double height = metrics.height();
    // To the right, else to the left, else below, else above: else no name.
    const QPointF places[] = {{middle.x() + half, middle.y() - height / 2},
                              {middle.x() - half - width, middle.y() - height / 2},
                              {middle.x() - width / 2, middle.y() + half - 2},
                              {middle.x() - width / 2, middle.y() - half - height + 2}};
    for (const QPointF& corner : places) {
      const QRectF box(corner, QSizeF(width, height));
      if (!room.free(box)) continue;
      room.take(box);
      paintName(p, corner + QPointF(0, metrics.ascent()), name, incident ? strong : plain, tokens);
      break;
    }
  }
}

// @p symbol draws one with its middle there. @return which parts are taken.
template <class PaintSymbol>
std::vector<QRectF> paintAll(QPainter& p, const OverlayScene& scene, const SymbolLayout& layout,
                             const RoadDrawing* roads, const ViewPort& view, double ratio, const Tokens& tokens,
                             PaintSymbol&& symbolOn) {
  if (roads) paintBands(p, *roads, view, ratio, tokens);
  paintAreas(p, scene, view, tokens);
  paintWays(p, scene, roads, view, tokens);
  if (roads) paintRoadWays(p, *roads, view, tokens);

  const auto symbolAt = [&](const SymbolLayout::Placed& placed) {
    return view.toScreen(scene.points()[placed.point].at) + placed.shift;
  };
  for (const auto& placed : layout.placed())
    if (!placed.shift.isNull())
      paintLeader(p, view.toScreen(scene.points()[placed.point].at), symbolAt(placed), tokens);
  Room room;
  for (const bool far : {true, false})
    for (const auto& placed : layout.placed()) {
      if (placed.far != far) continue;
      const QPointF at = symbolAt(placed);
      const Symbol symbol = SymbolLayout::symbolOf(scene, placed);
      symbolOn(at, symbol);
      if (placed.far) continue;
      const double half = widthOf(symbol) / 2;
      room.take(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half));
    }
  // What happens is named first, then what is counted, then the names for which room is left.
  paintNames(p, scene, layout, view, tokens, room, [](const auto& point) { return point.ref.kind == Kind::incident; });
  for (const auto& placed : layout.placed())
    if (placed.underCount > 0 && !placed.far)
      paintCount(p, symbolAt(placed), widthOf(scene.points()[placed.point].symbol) / 2, placed.underCount, tokens,
                 room);

  paintNames(p, scene, layout, view, tokens, room, [](const auto& point) { return point.ref.kind != Kind::incident; });
  if (roads) paintRoadWords(p, *roads, view, tokens);
  return room.taken();
}

}  // namespace

PaintedScene OverlayPainter::paint(const OverlayScene& scene, const SymbolLayout& layout, const RoadDrawing* roads,
                                   const ViewPort& view, double ratio, const Tokens& tokens) {
  symbols_.use(tokens, ratio);
  const QSize pixels = (view.size() * ratio).toSize();
  QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(ratio);
  image.fill(Qt::transparent);
  QPainter p(&image);
  const auto taken = paintAll(p, scene, layout, roads, view, ratio, tokens,
                              [&](QPointF at, const Symbol& symbol) { symbols_.paint(p, at, symbol); });
  p.end();
  PaintedScene painted{{image, view.extent()}, {}};
  painted.occupied.reserve(taken.size());
  for (const QRectF& box : taken)
    painted.occupied.push_back(QRectF(view.toMap(box.bottomLeft()), view.toMap(box.topRight())));
  return painted;
}

void OverlayPainter::paintOn(QPainter& p, const OverlayScene& scene, const SymbolLayout& layout,
                             const RoadDrawing* roads, const ViewPort& view, double ratio, const Tokens& tokens) {
  paintAll(p, scene, layout, roads, view, ratio, tokens, [&](QPointF at, const Symbol& symbol) {
    p.save();
    p.translate(at);
    paintSymbol(p, symbol, tokens);
    p.restore();
  });
}

}  // namespace fengsui
