// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/papersymbols.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/names.h"
#include "ui/canvas/symbols.h"
#include "ui/look/language.h"

namespace fengsui {
namespace {

constexpr double kSymbolPx = 34;  // the widest with the ring of an exercise

auto painted(const Symbol& symbol, const Tokens& tokens) {
  return [symbol, tokens](QPainter& p, const QRectF& box) {
    const double scale = box.height() / kSymbolPx * (symbol.far ? 2 : 1.15);
    p.translate(box.left() + box.height() * 0.75, box.center().y());
    p.scale(scale, scale);
    paintSymbol(p, symbol, tokens);
  };
}

auto line(const QPen& pen, const QColor& fill) {
  return [pen, fill](QPainter& p, const QRectF& box) {
    p.setRenderHint(QPainter::Antialiasing);
    const double scale = box.height() / kSymbolPx * 1.15;
    p.translate(box.left() + box.height() * 0.2, box.center().y());
    p.scale(scale, scale);
    p.setPen(pen);
    p.setBrush(fill);
    const double wide = box.height() * 1.1 / scale;
    fill.alpha() > 0 ? p.drawRect(QRectF(0, -8, wide, 16)) : p.drawLine(QPointF(0, 0), QPointF(wide, 0));
  };
}

}  // namespace

QString PaperSymbols::wordsOf(const Symbol& symbol) {
  const auto joined = [](const Text& kind, const QString& state) {
    return shown(kind) + QStringLiteral(" · ") + state;
  };
  const Text kind = textOf(symbol.kind);
  if (symbol.far && symbol.kind == Kind::shelter) return shown(kind);
  if (symbol.far && symbol.kind != Kind::riskZone) return tr("Depot, facility and others");
  switch (symbol.kind) {
    case Kind::incident: {
      const Text what = textOf(Vocabulary::incidentKind, symbol.picture);
      return joined(
          what, symbol.tone < 0 ? tr("level not set") : inSentence(textOf(static_cast<IncidentLevel>(symbol.tone))));
    }
    case Kind::team:
      return joined(kind, inSentence(textOf(static_cast<TeamStatus>(symbol.state)))) +
             (symbol.asked ? tr(", commanded by others") : QString());
    case Kind::shelter:
      return joined(kind, inSentence(textOf(static_cast<ShelterStatus>(symbol.state))));
    case Kind::riskZone:
      return symbol.tone < 0 ? shown(kind) : joined(kind, inSentence(textOf(static_cast<RiskColour>(symbol.tone))));
    case Kind::roadClosure:
      return static_cast<ClosureState>(symbol.state) == ClosureState::now ? tr("Road closed now")
                                                                          : tr("Road that will be closed");
    default:
      return shown(kind);
  }
}

MapLegendBlock PaperSymbols::of(const PaperMap& map) {
  MapLegendBlock out{tr("Symbols"), {}};
  const QRectF sheet(QPointF(), map.on.view.size());
  // In the order of what matters: what happens, who is there, where to go, what is in danger, what is closed.
  static const std::vector<Kind> order{Kind::incident, Kind::team,     Kind::roadClosure, Kind::shelter,
                                       Kind::depot,    Kind::riskZone, Kind::facility};
  using Key = std::tuple<bool, std::ptrdiff_t, int, QString>;
  std::map<Key, Symbol> found;
  bool estimated = false, stale = false, exercise = false, counted = false;
  for (const SymbolLayout::Placed& placed : map.layout.placed()) {
    const auto& point = map.scene->points()[placed.point];
    if (!sheet.contains(map.on.view.toScreen(point.at) + placed.shift)) continue;
    Symbol symbol = SymbolLayout::symbolOf(*map.scene, placed);
    counted = counted || (placed.underCount > 0 && !placed.far);
    if (!symbol.far) {
      estimated = estimated || symbol.estimated;
      stale = stale || symbol.stale;
      exercise = exercise || symbol.exercise;
    }
    symbol.estimated = symbol.stale = symbol.exercise = false;
    symbol.heading = symbol.kind == Kind::team && symbol.heading >= 0 ? 2 : -1;
    const auto rank = std::find(order.begin(), order.end(), symbol.kind) - order.begin();
    const bool graded = symbol.kind == Kind::incident || symbol.kind == Kind::riskZone;
    const bool other = symbol.far && symbol.kind != Kind::riskZone && symbol.kind != Kind::shelter;
    found.emplace(Key{symbol.far, other ? 0 : rank,
                      graded       ? -symbol.tone
                      : symbol.far ? 0
                                   : symbol.state,
                      wordsOf(symbol)},
                  symbol);
  }
  for (const auto& [key, symbol] : found) out.lines.push_back({painted(symbol, map.tokens), std::get<QString>(key)});
  Symbol team;
  team.kind = Kind::team;
  team.picture = "comprehensiveRescue";
  team.state = static_cast<int>(TeamStatus::enRoute);
  const auto marked = [&](bool Symbol::*mark, const QString& words) {
    Symbol symbol = team;
    symbol.*mark = true;
    out.lines.push_back({painted(symbol, map.tokens), words});
  };
  if (estimated) marked(&Symbol::estimated, tr("Dashed: estimated, not observed"));
  if (stale) marked(&Symbol::stale, tr("Faint with a clock: not heard of for long"));
  if (exercise) marked(&Symbol::exercise, tr("Hatched ring: exercise, not real"));
  if (counted) out.lines.push_back({{}, tr("+3: so many more at that place")});
  const bool areas = std::any_of(map.scene->areas().begin(), map.scene->areas().end(), [&](const auto& area) {
    return area.closed != OverlayScene::Area::Closed::no && area.bounds.intersects(map.on.view.extent());
  });
  if (areas) {
    QPen bars(map.tokens.danger, 5, Qt::CustomDashLine, Qt::FlatCap);
    bars.setDashPattern({2.4, 1.2});
    out.lines.push_back({line(bars, QColor(0, 0, 0, 0)), tr("Closed stretch of road")});
  }
  return out;
}

MapLegendBlock PaperSymbols::reachOf(const PaperMap& map) {
  MapLegendBlock out;
  if (!map.roads || map.roads->bands.empty()) return out;
  out.title = map.roads->legend;
  const auto& bands = map.roads->bands;
  for (std::size_t i = bands.size(); i-- > 0;)
    out.lines.push_back(
        {line(QPen(map.tokens.dim, 1), mixed(map.tokens.ground, bandColour(i, bands.size(), map.tokens), 0.5)),
         bands[i].words});
  return out;
}

}  // namespace fengsui
