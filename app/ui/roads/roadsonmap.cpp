// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roads/roadsonmap.h"

#include "ui/desk/desk.h"
#include "ui/look/language.h"
#include "ui/roads/teamsunderway.h"

namespace fengsui {
namespace {

QPainterPath footPath(const RoadArrival& arrival, const RoadGraph& graph, Position to) {
  QPainterPath path;
  if (arrival.lastLeg.ms <= 0 || !arrival.route) return path;
  const Line line = lineOf(graph, *arrival.route);
  if (line.empty()) return path;
  path.moveTo(mercatorOf(line.back()));
  path.lineTo(mercatorOf(to));
  return path;
}

// Where the closures stand that were avoided.
void addAvoided(std::vector<QPointF>& out, const Situation& situation, const RoadClosures& closures,
                const std::vector<std::uint32_t>& which) {
  for (const std::uint32_t i : which) {
    const auto id = Uuid::parse(closures.all()[i].id);
    const RoadClosure* closure = id ? situation.roadClosures.find(*id) : nullptr;
    const auto at = closure && closure->shape ? anchorOf(*closure->shape) : std::nullopt;
    if (at) out.push_back(mercatorOf(*at));
  }
}

}  // namespace

QPainterPath wayPath(const RoadGraph& graph, const Route& route) {
  const Line line = lineOf(graph, route);
  return line.empty() ? QPainterPath() : pathOf(Shape{ShapeKind::line, {}, {line}, {}});
}

RoadsOnMap::RoadsOnMap(Desk& desk, TeamsUnderWay& underWay, QObject* parent)
    : QObject(parent), desk_(desk), underWay_(underWay) {
  connect(&underWay_, &TeamsUnderWay::changed, this, &RoadsOnMap::draw);
  connect(&desk_, &Desk::selectionChanged, this, &RoadsOnMap::draw);
}

void RoadsOnMap::preview(const RoadArrival& arrival, const RoadPicture& roads, Position to) {
  endPreview();
  const RoadGraph& graph = *roads.network().graph;
  if (arrival.route) {
    preview_ = RoadDrawing::Way{wayPath(graph, *arrival.route), footPath(arrival, graph, to), std::nullopt, true,
                                qs(desk_.session().timeZone().clock(arrival.at))};
    if (desk_.shown()) addAvoided(avoided_, *desk_.shown(), roads.closures(), arrival.route->avoided);
  } else if (desk_.shown()) {
    addAvoided(avoided_, *desk_.shown(), roads.closures(), arrival.toOpen);
  }
  draw();
}

void RoadsOnMap::endPreview() {
  const bool had = preview_ || !avoided_.empty();
  preview_.reset();
  avoided_.clear();
  if (had) draw();
}

void RoadsOnMap::setReach(std::optional<ReachDrawing> reach) {
  if (!reach && !reach_) return;
  reach_ = std::move(reach);
  draw();
}

void RoadsOnMap::draw() {
  auto drawing = std::make_shared<RoadDrawing>();
  const TimeZone& zone = desk_.session().timeZone();
  for (const auto& [team, way] : underWay_.all()) {
    if (!way.arrival.route) continue;
    const bool looked = desk_.selected() == Selected{Kind::team, team};
    const RoadGraph& graph = *underWay_.picture().network().graph;
    drawing->ways.push_back({way.path, footPath(way.arrival, graph, way.to), team, looked,
                             looked ? qs(zone.clock(way.arrival.at)) : QString()});
    if (looked && desk_.shown())
      addAvoided(drawing->avoided, *desk_.shown(), underWay_.picture().closures(), way.arrival.route->avoided);
  }
  if (preview_) drawing->ways.push_back(*preview_);
  drawing->avoided.insert(drawing->avoided.end(), avoided_.begin(), avoided_.end());
  if (reach_) {
    drawing->bands = reach_->bands;
    drawing->missed = reach_->missed;
    drawing->legend = reach_->legend;
  }
  emit drawn(drawing);
}

}  // namespace fengsui
