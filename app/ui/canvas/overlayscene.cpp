// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlayscene.h"

#include <algorithm>

#include "core/derive.h"
#include "ui/canvas/roaddrawing.h"

namespace fengsui {
namespace {

QRectF around(const QRectF& bounds, QPointF at) {
  constexpr double kTouch = 1e-3;  // a point has an extent, or united() would ignore it
  const QRectF here(at, QSizeF(kTouch, kTouch));
  return bounds.isNull() ? here : bounds.united(here);
}

bool near(const QPainterPath& line, QPointF at, double reach) {
  return line.intersects(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach));
}

}  // namespace

void OverlayScene::add(QPointF at, Selected ref, Symbol symbol, const std::string& name, int rank) {
  points_.push_back({at, ref, std::move(symbol), QString::fromStdString(name), std::nullopt, rank});
  bounds_ = around(bounds_, at);
}

OverlayScene::Area& OverlayScene::addArea(const Selected& ref, const Shape& shape, const std::string& name) {
  Area area;
  area.ref = ref;
  area.line = shape.kind == ShapeKind::line;
  area.name = QString::fromStdString(name);
  area.path = pathOf(shape);
  area.bounds = area.path.boundingRect();
  const auto anchor = anchorOf(shape);
  area.label = anchor ? mercatorOf(*anchor) : area.bounds.center();
  bounds_ = bounds_.isNull() ? area.bounds : bounds_.united(area.bounds);
  areas_.push_back(std::move(area));
  return areas_.back();
}

void OverlayScene::add(const RiskZone& zone) {
  if (!zone.shape || zone.shape->empty()) return;
  const Selected ref{Kind::riskZone, zone.id.uuid};
  const auto anchor = anchorOf(*zone.shape);
  const int rank = zone.colour ? 1 + static_cast<int>(*zone.colour) : 1;
  if (zone.shape->kind != ShapeKind::point) {
    Area& area = addArea(ref, *zone.shape, zone.name);
    area.colour = riskColour(zone.colour, tokensOf(Theme::dark));
    area.risk = zone.colour;
  }
  // The badge stands at the label point of an area as well.
  if (zone.shape->kind == ShapeKind::point) {
    for (const Position& position : zone.shape->points) add(mercatorOf(position), ref, symbolOf(zone), zone.name, rank);
  } else if (anchor) {
    add(mercatorOf(*anchor), ref, symbolOf(zone), zone.name, rank);
  }
}

// What is over is in the list and in the records, not on the map.
void OverlayScene::add(const RoadClosure& closure, Instant now) {
  if (!closure.shape || closure.shape->empty() || !closure.aheadOf(now)) return;
  const Selected ref{Kind::roadClosure, closure.id.uuid};
  if (closure.shape->kind != ShapeKind::point)
    addArea(ref, *closure.shape, closure.name).closed = closure.holdsAt(now) ? Area::Closed::now : Area::Closed::coming;
  const Symbol symbol = symbolOf(closure, now);
  if (closure.shape->kind == ShapeKind::point)
    for (const Position& position : closure.shape->points) add(mercatorOf(position), ref, symbol, closure.name, 15);
  else if (const auto anchor = anchorOf(*closure.shape))
    add(mercatorOf(*anchor), ref, symbol, closure.name, 15);
}

std::shared_ptr<const OverlayScene> OverlayScene::of(const Situation& situation, Instant now) {
  auto scene = std::make_shared<OverlayScene>();
  situation.riskZones.forEach([&](const Uuid&, const RiskZone& zone) { scene->add(zone); });
  situation.roadClosures.forEach([&](const Uuid&, const RoadClosure& closure) { scene->add(closure, now); });
  situation.facilities.forEach([&](const Uuid& id, const Facility& facility) {
    if (facility.location)
      scene->add(mercatorOf(*facility.location), {Kind::facility, id}, symbolOf(facility), facility.name, 0);
  });
  situation.depots.forEach([&](const Uuid& id, const Depot& depot) {
    if (depot.location) scene->add(mercatorOf(*depot.location), {Kind::depot, id}, symbolOf(depot), depot.name, 6);
  });
  situation.shelters.forEach([&](const Uuid& id, const Shelter& shelter) {
    if (shelter.location)
      scene->add(mercatorOf(*shelter.location), {Kind::shelter, id}, symbolOf(shelter), shelter.name,
                 shelter.status == ShelterStatus::open ? 8 : 7);
  });
  situation.teams.forEach([&](const Uuid& id, const Team& team) {
    const auto here = team.position();
    if (!here) return;
    const bool busy = team.status == TeamStatus::enRoute || team.status == TeamStatus::onScene;
    Symbol symbol = symbolOf(team);
    const auto stale = staleMs(team, now);
    symbol.stale = stale.has_value();
    scene->add(mercatorOf(*here), {Kind::team, id}, std::move(symbol), team.name, busy ? 11 : 10);
    scene->points_.back().staleMs = stale;
    if (team.status == TeamStatus::enRoute && team.assignment && team.assignment->destination)
      scene->ways_.push_back({mercatorOf(*here), mercatorOf(*team.assignment->destination), id});
  });
  situation.incidents.forEach([&](const Uuid& id, const Incident& incident) {
    if (!incident.location || !incident.open()) return;
    const int level = incident.level ? 1 + static_cast<int>(*incident.level) : 0;
    scene->add(mercatorOf(*incident.location), {Kind::incident, id}, symbolOf(incident), incident.title, 20 + level);
  });
  if (situation.station.mode == Mode::exercise)
    for (Point& point : scene->points_) point.symbol.exercise = true;
  std::sort(scene->points_.begin(), scene->points_.end(),
            [](const Point& a, const Point& b) { return a.at.x() < b.at.x(); });
  scene->pointIndex_.reserve(scene->points_.size());
  for (std::size_t i = 0; i < scene->points_.size(); ++i)
    scene->pointIndex_.emplace(scene->points_[i].ref, static_cast<std::uint32_t>(i));
  for (std::size_t i = 0; i < scene->areas_.size(); ++i)
    scene->areaIndex_.emplace(scene->areas_[i].ref, static_cast<std::uint32_t>(i));
  return scene;
}

std::size_t OverlayScene::Hash::operator()(const Selected& ref) const noexcept {
  return std::hash<Uuid>{}(ref.id) ^ static_cast<std::size_t>(ref.kind);
}

std::pair<std::size_t, std::size_t> OverlayScene::between(double west, double east) const {
  const auto first = std::lower_bound(points_.begin(), points_.end(), west,
                                      [](const Point& point, double x) { return point.at.x() < x; });
  const auto last =
      std::upper_bound(first, points_.end(), east, [](double x, const Point& point) { return x < point.at.x(); });
  return {static_cast<std::size_t>(first - points_.begin()), static_cast<std::size_t>(last - points_.begin())};
}

std::vector<Selected> OverlayScene::areasAt(QPointF at, double metresPerPixel) const {
  std::vector<const Area*> inside;
  for (const Area& area : areas_) {
    const double touch = 5 * metresPerPixel;
    if (!area.bounds.adjusted(-touch, -touch, touch, touch).contains(at)) continue;
    if (area.line ? near(area.path, at, touch) : area.path.contains(at)) inside.push_back(&area);
  }
  std::stable_sort(inside.begin(), inside.end(), [](const Area* a, const Area* b) {
    return a->bounds.width() * a->bounds.height() < b->bounds.width() * b->bounds.height();
  });
  std::vector<Selected> result;
  for (const Area* area : inside)
    if (std::find(result.begin(), result.end(), area->ref) == result.end()) result.push_back(area->ref);
  return result;
}

const OverlayScene::Point* OverlayScene::pointOf(const Selected& ref) const {
  const auto at = pointIndex_.find(ref);
  return at == pointIndex_.end() ? nullptr : &points_[at->second];
}

const OverlayScene::Area* OverlayScene::areaOf(const Selected& ref) const {
  const auto at = areaIndex_.find(ref);
  return at == areaIndex_.end() ? nullptr : &areas_[at->second];
}

}  // namespace fengsui
