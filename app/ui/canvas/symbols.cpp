// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/symbols.h"

#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/canvas/pictograms.h"
#include "ui/canvas/viewport.h"

namespace fengsui {
namespace {

constexpr double kOutline = 1.6;

int headingOf(const Team& team) {
  const auto here = team.position();
  const bool out = team.status == TeamStatus::enRoute;
  const auto there = out && team.assignment ? team.assignment->destination : team.home;
  if (!here || !there || *here == *there) return -1;
  const QPointF way = mercatorOf(*there) - mercatorOf(*here);
  const double turn = std::atan2(way.x(), way.y()) / (2 * M_PI);
  return (static_cast<int>(std::lround(turn * 16)) + 16) % 16;
}

// A count that is estimated, of the newest ones.
bool estimates(const Incident& incident) {
  return std::any_of(incident.figures.begin(), incident.figures.end(),
                     [](const Figure& figure) { return figure.verification == Verification::estimated; });
}

// Out, and nobody has said where: it is drawn at its base, where it no longer is.
bool assumed(const Team& team) {
  const bool out =
      team.status == TeamStatus::enRoute || team.status == TeamStatus::onScene || team.status == TeamStatus::returning;
  return out && !team.lastFix;
}

const QList<qreal> kDashes{2.2, 1.5};

void picture(QPainter& p, const Symbol& symbol, double scale, const QColor& colour, QPointF at = {}) {
  p.save();
  p.translate(at);
  p.scale(scale, scale);
  p.setPen(Qt::NoPen);
  p.setBrush(colour);
  p.drawPath(pictogramOf(symbol.kind, symbol.picture));
  p.restore();
}

// A rim in the colour of the ground keeps the symbol apart from whatever map lies under it.
void body(QPainter& p, const QPainterPath& shape, const QColor& fill, const QPen& outline, const Tokens& t) {
  p.setBrush(Qt::NoBrush);
  QColor rim = t.dark ? QColor("#0B1014") : QColor(Qt::white);
  rim.setAlphaF(0.85F);
  p.setPen(QPen(rim, outline.widthF() + 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.drawPath(shape);
  p.setBrush(fill);
  p.setPen(outline);
  p.drawPath(shape);
}

void incident(QPainter& p, const Symbol& s, const Tokens& t) {
  const auto level = s.tone < 0 ? std::nullopt : std::optional(static_cast<IncidentLevel>(s.tone));
  const auto status = static_cast<IncidentStatus>(s.state);
  const bool over = status == IncidentStatus::closed || status == IncidentStatus::withdrawn;
  QColor fill = levelColour(level, t);
  if (over) fill = t.raised;
  QPainterPath shape;
  shape.addPolygon(QPolygonF({{0, -14}, {14, 0}, {0, 14}, {-14, 0}}));
  shape.closeSubpath();
  const QColor rim = over ? t.dim : t.dark ? QColor(Qt::white) : t.grey ? t.text : QColor("#1B242C");
  QPen outline(rim, s.estimated ? kOutline + 0.6 : kOutline, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
  if (s.estimated) outline.setDashPattern(kDashes);
  body(p, shape, fill, outline, t);
  picture(p, s, 0.72, over ? t.dim : readableOn(fill));
}

void team(QPainter& p, const Symbol& s, const Tokens& t) {
  const auto status = static_cast<TeamStatus>(s.state);
  const bool filled = status == TeamStatus::enRoute || status == TeamStatus::onScene;
  const bool gone = status == TeamStatus::unavailable;
  const QColor own = gone ? t.dim : s.asked ? mixed(t.text, t.action, 0.35) : t.text;
  const QColor hollow = t.panel;
  const double radius = 11;
  QPainterPath shape;
  shape.addEllipse(QPointF(0, 0), radius, radius);
  QPen outline(own, 2, Qt::SolidLine, Qt::FlatCap);
  if (status == TeamStatus::reserved) outline.setDashPattern({2.4, 1.6});
  if (s.heading >= 0 && (status == TeamStatus::enRoute || status == TeamStatus::returning)) {
    QPainterPath tick;
    tick.addPolygon(QPolygonF({{-4.5, -radius - 0.5}, {0, -radius - 6}, {4.5, -radius - 0.5}}));
    tick.closeSubpath();
    p.save();
    p.rotate(s.heading * 22.5);
    body(p, tick, own, QPen(own, 1, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin), t);
    p.restore();
  }
  // A filled one would hide its own dashes: its outline stands apart from it.
  if (s.estimated) {
    QPainterPath around;
    around.addEllipse(QPointF(0, 0), radius + 1, radius + 1);
    QPen dashes(own, 2.2, Qt::SolidLine, Qt::FlatCap);
    dashes.setDashPattern(kDashes);
    body(p, around, t.panel, dashes, t);
    p.setPen(Qt::NoPen);
    p.setBrush(filled ? own : hollow);
    p.drawEllipse(QPointF(0, 0), radius - 1.8, radius - 1.8);
  } else {
    body(p, shape, filled ? own : hollow, outline, t);
  }
  if (s.asked) {
    // An inner ring: somebody else commands it.
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(filled ? hollow : own, 0.9));
    p.drawEllipse(QPointF(0, 0), radius - 2.6, radius - 2.6);
  }
  picture(p, s, s.asked ? 0.52 : 0.62, filled ? hollow : own);
  if (status == TeamStatus::onScene) {
    p.setPen(QPen(hollow, 1.4));
    p.setBrush(t.good);
    p.drawEllipse(QPointF(8, 8), 4.2, 4.2);
  }
  if (gone) {
    p.setPen(QPen(hollow, 4.4, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(-8, 8), QPointF(8, -8));
    p.setPen(QPen(own, 2, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(-8, 8), QPointF(8, -8));
  }
}

void depot(QPainter& p, const Symbol& s, const Tokens& t) {
  QPainterPath shape;
  shape.addRect(-10, -10, 20, 20);
  body(p, shape, t.panel, QPen(t.text, kOutline, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin), t);
  picture(p, s, 0.66, t.text, {0, 0.5});
}

void shelter(QPainter& p, const Symbol& s, const Tokens& t) {
  const bool open = static_cast<ShelterStatus>(s.state) == ShelterStatus::open;
  const QColor own = open ? t.good : t.dim;
  QPainterPath shape;
  shape.addPolygon(QPolygonF({{0, -12}, {11, -3}, {11, 11}, {-11, 11}, {-11, -3}}));
  shape.closeSubpath();
  body(p, shape, t.panel, QPen(own, kOutline + 0.2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin), t);
  if (s.fill > 0) {
    p.save();
    const double level = 10 - 20.0 * s.fill / 8;
    p.setClipRect(QRectF(-12, level, 24, 24));
    p.setPen(Qt::NoPen);
    QColor full = own;
    full.setAlphaF(0.55F);
    p.setBrush(full);
    p.drawPath(shape);
    p.restore();
  }
  picture(p, s, 0.55, open ? t.text : t.dim, {0, 2.5});
}

void facility(QPainter& p, const Symbol& s, const Tokens& t) {
  QPainterPath shape;
  shape.addRoundedRect(QRectF(-8.5, -8.5, 17, 17), 4, 4);
  body(p, shape, t.panel, QPen(t.dim, 1.3), t);
  picture(p, s, 0.5, t.dim);
}

// Diagonal strokes in a ring around the symbol, as on the strip: this is not real.
void hatchRing(QPainter& p, double inner, const Tokens& t) {
  constexpr double kWidth = 4;
  constexpr double kEvery = 4.2;
  const double outer = inner + kWidth;
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  QPainterPath ring;
  ring.addEllipse(QPointF(0, 0), outer, outer);
  ring.addEllipse(QPointF(0, 0), inner, inner);
  QColor ground = t.dark ? QColor("#0B1014") : QColor(Qt::white);
  ground.setAlphaF(0.7F);
  p.setPen(Qt::NoPen);
  p.setBrush(ground);
  p.drawPath(ring);
  p.setClipPath(ring);
  p.setPen(QPen(t.text, 1.5));
  for (double at = -2 * outer; at <= 2 * outer; at += kEvery)
    p.drawLine(QPointF(at - outer, outer), QPointF(at + outer, -outer));
  p.restore();
}

// At the lower left of what was seen there some time ago.
void clock(QPainter& p, const Tokens& t) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  const QPointF at(-8, 8);
  p.setPen(QPen(t.text, 1.3));
  p.setBrush(t.panel);
  p.drawEllipse(at, 5.2, 5.2);
  p.drawPolyline(QPolygonF({at + QPointF(0, -3.2), at, at + QPointF(2.4, 1.2)}));
  p.restore();
}

void zone(QPainter& p, const Symbol& s, const Tokens& t) {
  const auto colour = riskColour(s.tone < 0 ? std::nullopt : std::optional(static_cast<RiskColour>(s.tone)), t);
  QPainterPath shape;
  shape.addPolygon(QPolygonF({{0, -8.5}, {9.5, 7.5}, {-9.5, 7.5}}));
  shape.closeSubpath();
  body(p, shape, colour,
       QPen(mixed(colour, t.dark ? Qt::black : t.text, 0.45), 1.2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin), t);
  picture(p, s, 0.36, readableOn(colour), {0, 2.6});
}

// The sign that every driver knows: a white bar on a red disc; hollow while it is still to come, grey when it is over.
void closure(QPainter& p, const Symbol& s, const Tokens& t) {
  const auto state = static_cast<ClosureState>(s.state);
  const QColor own = state == ClosureState::over ? t.dim : t.danger;
  QPainterPath disc;
  disc.addEllipse(QPointF(0, 0), 10, 10);
  const bool full = state == ClosureState::now;
  body(p, disc, full ? own : t.panel, QPen(full ? QColor(Qt::white) : own, full ? 1.2 : 2.2), t);
  p.setPen(Qt::NoPen);
  p.setBrush(full ? QColor(Qt::white) : own);
  p.drawRect(QRectF(-6.2, -2, 12.4, 4));
}

}  // namespace

ClosureState stateOf(const RoadClosure& closure, Instant now) {
  if (closure.holdsAt(now)) return ClosureState::now;
  return closure.aheadOf(now) ? ClosureState::coming : ClosureState::over;
}

Symbol symbolOf(const RoadClosure& c, Instant now) {
  return {Kind::roadClosure,
          {},
          static_cast<int>(stateOf(c, now)),
          -1,
          0,
          -1,
          false,
          false,
          c.source == ClosureSource::forecast,
          false};
}

Symbol symbolOf(const Incident& i) {
  return {Kind::incident,
          i.kind,
          static_cast<int>(i.status),
          i.level ? static_cast<int>(*i.level) : -1,
          0,
          -1,
          false,
          false,
          estimates(i),
          false};
}

Symbol symbolOf(const Team& team) {
  const bool moves = team.status == TeamStatus::enRoute || team.status == TeamStatus::returning;
  return {Kind::team,
          team.kind,
          static_cast<int>(team.status),
          -1,
          0,
          moves ? headingOf(team) : -1,
          team.authority == DispatchAuthority::asked,
          false,
          assumed(team),
          false};
}

Symbol symbolOf(const Depot&) {
  return {Kind::depot, {}, 0, -1, 0, -1, false, false, false, false};
}

Symbol symbolOf(const Shelter& s) {
  int eighths = 0;
  if (const auto places = s.places(); places && *places > 0 && s.occupants > 0)
    eighths = std::clamp(
        static_cast<int>(std::ceil(8.0 * static_cast<double>(s.occupants) / static_cast<double>(*places))), 1, 8);
  return {Kind::shelter, {}, static_cast<int>(s.status), -1, eighths, -1, false, false, false, false};
}

Symbol symbolOf(const RiskZone& z) {
  return {Kind::riskZone, z.kind, 0, z.colour ? static_cast<int>(*z.colour) : -1, 0, -1, false, false, false, false};
}

Symbol symbolOf(const Facility& f) {
  return {Kind::facility, f.kind, 0, -1, 0, -1, false, false, false, false};
}

namespace {

constexpr double kRing = 5;  // the ring of an exercise reaches so far beyond the symbol

double bodyWidth(const Symbol& symbol) {
  switch (symbol.kind) {
    case Kind::incident:
      return 28;
    case Kind::team:
      return 24;
    case Kind::depot:
      return 22;
    case Kind::shelter:
      return 24;
    case Kind::riskZone:
    case Kind::roadClosure:
      return 20;
    default:
      return 18;
  }
}

constexpr double kFarWidth = 8;

void dot(QPainter& p, const Symbol& symbol, const Tokens& t) {
  const bool zone = symbol.kind == Kind::riskZone && symbol.tone >= 0;
  p.setPen(QPen(t.dark ? QColor("#0E1317") : QColor(Qt::white), 1.2));
  p.setBrush(zone                           ? riskColour(static_cast<RiskColour>(symbol.tone), t)
             : symbol.kind == Kind::shelter ? t.good
                                            : mixed(t.text, t.panel, 0.35));
  p.drawEllipse(QPointF(), kFarWidth / 2 - 0.6, kFarWidth / 2 - 0.6);
}

}  // namespace

double widthOf(const Symbol& symbol) {
  if (symbol.far) return kFarWidth;
  return bodyWidth(symbol) + (symbol.exercise ? 2 * kRing : 0);
}

void paintSymbol(QPainter& painter, const Symbol& symbol, const Tokens& tokens) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  if (symbol.far) {
    dot(painter, symbol, tokens);
    painter.restore();
    return;
  }
  if (symbol.stale) painter.setOpacity(0.5 * painter.opacity());
  if (symbol.exercise) hatchRing(painter, bodyWidth(symbol) / 2 + 1, tokens);
  switch (symbol.kind) {
    case Kind::incident:
      incident(painter, symbol, tokens);
      break;
    case Kind::team:
      team(painter, symbol, tokens);
      break;
    case Kind::depot:
      depot(painter, symbol, tokens);
      break;
    case Kind::shelter:
      shelter(painter, symbol, tokens);
      break;
    case Kind::riskZone:
      zone(painter, symbol, tokens);
      break;
    case Kind::roadClosure:
      closure(painter, symbol, tokens);
      break;
    default:
      facility(painter, symbol, tokens);
      break;
  }
  painter.restore();
  if (symbol.stale) clock(painter, tokens);
}

void SymbolImages::use(const Tokens& tokens, double devicePixelRatio) {
  if (tokens == tokens_ && devicePixelRatio == ratio_) return;
  tokens_ = tokens;
  ratio_ = devicePixelRatio;
  images_.clear();
}

void SymbolImages::paint(QPainter& painter, QPointF at, const Symbol& symbol) {
  constexpr double kHalf = 24;
  auto known = images_.find(symbol);
  if (known == images_.end()) {
    const int side = static_cast<int>(std::ceil(2 * kHalf * ratio_));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio_);
    image.fill(Qt::transparent);
    QPainter p(&image);
    p.translate(kHalf, kHalf);
    paintSymbol(p, symbol, tokens_);
    p.end();
    known = images_.emplace(symbol, std::move(image)).first;
  }
  const QPointF corner = at - QPointF(kHalf, kHalf);
  painter.drawImage(QPointF(std::round(corner.x() * ratio_) / ratio_, std::round(corner.y() * ratio_) / ratio_),
                    known->second);
}

}  // namespace fengsui
