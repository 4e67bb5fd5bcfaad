// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hazard/hazardwords.h"

#include <cmath>
#include <cstdlib>

#include "ui/hazard/hazardplayer.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

constexpr std::int64_t kNowMs = 30'000;  // this close to now is now

QString inLanguage(const std::string& en, const std::string& zh) {
  const bool chinese = DeskLanguage::current() == Language::chinese;
  return qs(chinese && !zh.empty() ? zh : en.empty() ? zh : en);
}

// "0.15", "3": as short as the number is.
QString plain(double value) {
  return QString::number(value, 'g', 6);
}

}  // namespace

QString HazardWords::layer(const HazardLayer& layer) {
  return inLanguage(layer.en, layer.zh);
}

QString HazardWords::value(double value, const HazardLayer& layer) {
  const int held = std::max(0, static_cast<int>(std::ceil(-std::log10(layer.step) - 1e-9)));
  const int decimals = std::min(held, std::abs(value) < 1 ? 2 : std::abs(value) < 100 ? 1 : 0);
  const QString number = QString::number(value, 'f', decimals);
  return layer.unit.empty() ? number : number + u' ' + qs(layer.unit);
}

QString HazardWords::lead(Instant at, Instant now) {
  const std::int64_t ms = at.ms - now.ms;
  if (std::llabs(ms) < kNowMs) return tr("now");
  const QString long_ = Wording::age((std::llabs(ms) + kNowMs) / 60'000 * 60'000);
  return (ms < 0 ? QStringLiteral("−") : QStringLiteral("+")) + long_;
}

QString HazardWords::brief(const HazardPlayer& player, Position where) {
  const auto value = player.valueAt(where);
  if (!value || *value <= 0) return {};
  const HazardLayer& of = player.header().layer;
  return layer(of) + u' ' + HazardWords::value(*value, of);
}

QString HazardWords::place(const HazardPlayer& player, Position where, Instant now, const TimeZone& zone) {
  const auto found = player.atPlace(where);
  if (!found) return {};
  const HazardLayer& of = player.header().layer;
  const auto clock = [&](Instant at) { return Wording::moment(at, now, zone); };
  QStringList lines;
  lines << (found->value > 0 ? tr("Forecast for %1: %2 %3").arg(clock(found->at), layer(of), value(found->value, of))
                             : tr("Forecast for %1: %2 none").arg(clock(found->at), layer(of)));
  if (const auto& course = found->course; course && !of.classes.empty()) {
    const QString least = plain(of.classes.front().from) + (of.unit.empty() ? QString() : u' ' + qs(of.unit));
    if (course->first && course->mostAt)
      lines << tr("%1 first reached at %2").arg(least, clock(*course->first))
            << tr("At most %1, at %2").arg(value(course->most, of), clock(*course->mostAt));
    else
      lines << tr("%1 not reached by %2, when the forecast ends").arg(least, clock(course->until));
  }
  return lines.join(u'\n');
}

HazardDrawing HazardWords::legend(const FramesHeader& header, Instant now, const TimeZone& zone) {
  const HazardLayer& of = header.layer;
  const FrameGrid& grid = header.grid;
  HazardDrawing out;
  out.northWest = {grid.west, grid.north};
  out.cell = grid.cell;
  out.extent = QRectF(grid.west, grid.north - grid.rows * grid.cell, grid.columns * grid.cell, grid.rows * grid.cell);
  out.title = tr("FORECAST · %1").arg(layer(of));
  for (std::size_t i = 0; i < of.classes.size(); ++i) {
    const RampClass& one = of.classes[i];
    const QString unit = of.unit.empty() ? QString() : u' ' + qs(of.unit);
    const QString values = i + 1 < of.classes.size()
                               ? plain(one.from) + QStringLiteral(" – ") + plain(of.classes[i + 1].from) + unit
                               : QStringLiteral("≥ ") + plain(one.from) + unit;
    out.classes.push_back({rampColour(one.colour), values, inLanguage(one.en, one.zh)});
  }
  QString made = tr("Begins %1").arg(Wording::moment(header.start, now, zone));
  if (!header.made.empty()) made = qs(header.made) + QStringLiteral(" · ") + made;
  out.notes << made;
  if (const QString trust = inLanguage(header.en, header.zh); !trust.isEmpty()) out.notes << trust;
  return out;
}

std::shared_ptr<const HazardDrawing> HazardWords::drawing(const HazardPlayer& player, Instant now,
                                                          const TimeZone& zone) {
  auto out = std::make_shared<HazardDrawing>(legend(player.header(), now, zone));
  // What is painted is named, not what is still being read.
  std::optional<Instant> at = player.moment();
  if (const auto& painted = player.painted()) {
    out->levels = painted->levels;
    at = player.momentOf(painted->index);
  }
  if (at) {
    out->moment = Wording::moment(*at, now, zone);
    out->lead = lead(*at, now);
  } else {
    out->moment = Wording::moment(now, now, zone);
    out->trouble = tr("The forecast is for %1 to %2 only")
                       .arg(Wording::moment(player.first(), now, zone), Wording::moment(player.last(), now, zone));
  }
  if (player.trouble()) out->trouble = tr("This moment cannot be shown: its frame is damaged");
  return out;
}

}  // namespace fengsui
