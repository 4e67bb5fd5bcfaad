// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/mapprint.h"

#include <algorithm>

#include "ui/hazard/hazardwords.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"
#include "ui/print/hittable.h"
#include "ui/print/paperforecast.h"
#include "ui/print/papersymbols.h"

namespace fengsui {
namespace {

constexpr double kScreenPixelsPerMm = 96 / 25.4;
constexpr double kSmaller = 1.8;  // symbols of small maps

Error noForecast() {
  return {ErrorCode::refused,
          {"the map shows no forecast: run a model first, or print the map as it stands",
           "地图上没有预报：请先推演，或按当前画面打印"},
          {},
          {}};
}

/// What happens and what is closed, and nothing else.
Situation incidentsOf(const Situation& s) {
  Situation out;
  out.station = s.station;
  out.incidents = s.incidents;
  out.roadClosures = s.roadClosures;
  return out;
}

// Pale enough for what stands on it to be seen.
QImage paleGrey(const QImage& image) {
  constexpr int kPaler = 40;  // percent of the way to white
  QImage out = image.convertToFormat(QImage::Format_Grayscale8);
  for (int y = 0; y < out.height(); ++y) {
    uchar* line = out.scanLine(y);
    for (int x = 0; x < out.width(); ++x) line[x] = static_cast<uchar>(line[x] + (255 - line[x]) * kPaler / 100);
  }
  return out;
}

}  // namespace

Paper MapPrintWish::paper() const {
  return {a3 ? QPageSize::A3 : QPageSize::A4, landscape, 12};
}

PaperView MapPrintWish::view(const QRectF& extent) const {
  return PaperView::of(extent, mapRoom(paper(), panels()), kScreenPixelsPerMm * (panels() > 1 ? kSmaller : 1));
}

struct MapPrint::Making {
  const MapPrintMatter& from;
  TimeZone zone;
  MapSheet sheet;
  PaperMap map;

  [[nodiscard]] QString clock(Instant at) const { return Wording::moment(at, from.now, zone); }
  [[nodiscard]] QString full(Instant at) const { return qs(zone.local(at)).left(16); }
  void add(QString caption, std::shared_ptr<const HazardDrawing> hazard) {
    PaperMap one = map;
    one.hazard = std::move(hazard);
    sheet.panels.push_back({std::move(caption), [one](QPainter& p, const QRectF& box) { one.paint(p, box); }});
  }
};

void MapPrint::sayGround(Making& making) {
  if (making.from.groundTrouble.isEmpty()) return;
  making.sheet.legend.push_back({{}, {{{}, tr("Base map: %1").arg(making.from.groundTrouble), true, false}}});
}

void MapPrint::addHazardLegend(Making& making, const HazardDrawing& drawing) {
  MapLegendBlock block{drawing.title, {}};
  if (!drawing.moment.isEmpty())
    block.lines.push_back({{}, drawing.moment + QStringLiteral("  ") + drawing.lead, true, false});
  if (!drawing.trouble.isEmpty()) block.lines.push_back({{}, drawing.trouble, true, false});
  const bool grey = making.from.wish.grey;
  for (std::size_t i = 0; i < drawing.classes.size(); ++i)
    block.lines.push_back(
        {[drawing, i, grey](QPainter& p, const QRectF& box) { paintClassSwatch(p, box, drawing, i, grey); },
         drawing.classes[i].values + QStringLiteral("  ") + drawing.classes[i].words});
  for (const QString& note : drawing.notes) block.lines.push_back({{}, note});
  if (making.from.outcome)
    for (const Text& one : making.from.outcome->forecast.confidence)
      block.lines.push_back({{}, shown(one), false, true});
  block.lines.push_back({{}, tr("Nothing was computed beyond the dashed line."), false, true});
  making.sheet.legend.push_back(std::move(block));
}

// The map as it stands, with the frame that it shows.
Outcome MapPrint::addMoment(Making& making) {
  const MapPrintMatter& from = making.from;
  const QString asOf =
      from.live ? tr("as of %1").arg(making.full(from.moment)) : tr("as it was at %1").arg(making.full(from.moment));
  making.sheet.moment = asOf;
  making.sheet.title = tr("%1 · situation map").arg(making.sheet.title);
  if (from.frames.isEmpty()) {
    making.add({}, nullptr);
    return {};
  }
  const auto file = FramesFile::open(from.frames.toStdString());
  if (!file) return failure(file.error());
  HazardDrawing drawing = HazardWords::legend(file->header(), from.now, making.zone);
  if (from.frame && *from.frame < file->afterMs().size()) {
    const Instant at = file->header().start.plusMs(file->afterMs()[*from.frame]);
    const auto counts = file->read(*from.frame);
    if (!counts) return failure(counts.error());
    auto painted = paintedFor(making.map.on, file->header(), *counts, drawing, from.wish.grey);
    if (!painted) return failure(painted.error());
    drawing = std::move(*painted);
    drawing.moment = tr("for %1").arg(making.full(at));
    drawing.lead = HazardWords::lead(at, from.moment);
    making.sheet.moment = tr("forecast for %1 · situation %2").arg(making.clock(at), asOf);
    making.sheet.mark = tr("MODEL FORECAST, NOT MEASURED");
  } else {
    drawing.trouble = tr("The forecast says nothing of this moment.");
  }
  addHazardLegend(making, drawing);
  making.add({}, std::make_shared<const HazardDrawing>(std::move(drawing)));
  return {};
}

// The whole forecast: its story in small maps, or what it comes to.
Outcome MapPrint::addForecast(Making& making) {
  const MapPrintMatter& from = making.from;
  if (from.frames.isEmpty()) return failure(noForecast());
  const auto file = FramesFile::open(from.frames.toStdString());
  if (!file) return failure(file.error());
  if (file->afterMs().empty()) return failure(noForecast());
  std::filesystem::path maximum;
  if (from.outcome && !from.outcome->forecast.maximum.empty())
    maximum = std::filesystem::path(from.frames.toStdString()).parent_path() / from.outcome->forecast.maximum;
  const auto forecast = PaperForecast::read(*file, maximum);
  if (!forecast) return failure(forecast.error());
  const HazardDrawing legend = HazardWords::legend(forecast->header, from.now, making.zone);
  const QString layer = HazardWords::layer(forecast->header.layer);
  const auto at = [&](std::size_t frame) { return forecast->header.start.plusMs(forecast->afterMs[frame]); };
  const auto painted = [&](const FrameCounts& counts) {
    return paintedFor(making.map.on, forecast->header, counts, legend, from.wish.grey);
  };
  const QString span = tr("%1 to %2").arg(making.full(at(0)), making.clock(at(forecast->afterMs.size() - 1)));
  making.sheet.mark = tr("MODEL FORECAST, NOT MEASURED");
  making.sheet.moment = span;

  if (from.wish.what == MapPrintWish::What::series) {
    making.sheet.title = tr("%1 · %2 as forecast").arg(making.sheet.title, layer);
    const std::size_t begins = forecast->frameOf(from.moment);
    // Whoever is hit tells more than the first wet cell.
    std::optional<std::size_t> hit = forecast->firstWet();
    if (from.outcome && !from.outcome->exposure.hits.empty())
      hit = forecast->frameOf(
          from.outcome->exposure.start.plusMs(from.outcome->exposure.hits.front().stages.front().firstMs));
    const std::size_t widest = forecast->widest();
    std::vector<std::size_t> these{begins};
    for (const std::size_t one : {hit.value_or(begins), widest})
      if (one > begins) these.push_back(one);
    for (const std::size_t frame : storyOf(forecast->afterMs, these, from.wish.panels() - 1)) {
      const auto counts = file->read(frame);
      if (!counts) return failure(counts.error());
      auto drawing = painted(*counts);
      if (!drawing) return failure(drawing.error());
      QStringList caption{making.clock(at(frame)), HazardWords::lead(at(frame), from.moment)};
      if (hit == frame) caption << tr("first hit");
      if (widest == frame) caption << tr("widest");
      making.add(caption.join(QStringLiteral(" · ")), std::make_shared<const HazardDrawing>(std::move(*drawing)));
    }
  } else {
    making.sheet.title = tr("%1 · greatest %2 as forecast").arg(making.sheet.title, layer);
  }
  auto most = painted(forecast->most);
  if (!most) return failure(most.error());
  most->moment = span;
  HazardDrawing said = *most;
  said.title = from.wish.what == MapPrintWish::What::maximum ? tr("FORECAST · greatest %1").arg(layer) : legend.title;
  addHazardLegend(making, said);
  making.add(tr("Greatest at each place"), std::make_shared<const HazardDrawing>(std::move(*most)));
  if (from.outcome) making.sheet.table = HitTable::of(*from.outcome, making.zone);
  return {};
}

Result<Printed> MapPrint::of(const MapPrintMatter& from) {
  const Language language = DeskLanguage::current();
  const PrintWish wish = wishFor(*from.situation, language, from.now);
  Making making{from, wish.zone, {}, {}};
  const StationFacts& station = from.situation->station;
  MapSheet& sheet = making.sheet;
  sheet.paper = from.wish.paper();
  sheet.title = qs(station.district.empty() ? station.name : station.district);
  sheet.records = tr("%1 · records up to no. %2 of this station")
                      .arg(from.by, Wording::count(static_cast<std::int64_t>(from.situation->eventCount)));
  sheet.reference = tr("EPSG:3857, degrees WGS 84");
  PaperMap& map = making.map;
  map.on = from.wish.view(from.extent);
  map.ground = from.ground;
  // On small maps teams and places would hide what the series is about.
  const bool small = from.wish.panels() > 1;
  map.scene = OverlayScene::of(small ? incidentsOf(*from.situation) : *from.situation, from.moment);
  map.layout = SymbolLayout::of(*map.scene, map.on.view);
  if (!small) map.roads = from.roads;
  map.tokens = tokensOfPaper(from.wish.grey);
  if (from.wish.grey && !map.ground.empty()) map.ground.image = paleGrey(map.ground.image);
  sheet.scale = map.on.scale;

  sayGround(making);
  const Outcome done = from.wish.what == MapPrintWish::What::moment ? addMoment(making) : addForecast(making);
  if (!done) return failure(done.error());
  if (MapLegendBlock reach = PaperSymbols::reachOf(map); !reach.lines.empty()) sheet.legend.push_back(std::move(reach));
  if (MapLegendBlock symbols = PaperSymbols::of(map); !symbols.lines.empty())
    sheet.legend.push_back(std::move(symbols));
  return printMapSheet(sheet, wish);
}

}  // namespace fengsui
