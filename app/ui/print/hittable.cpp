// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/hittable.h"

#include <QLocale>
#include <algorithm>

#include "ui/look/language.h"
#include "ui/look/wording.h"
#include "ui/models/hitwords.h"

namespace fengsui {
namespace {

constexpr double kSquareKilometre = 1e6;

}  // namespace

MapTable HitTable::of(const ModelOutcome& outcome, const TimeZone& zone) {
  const Exposure& exposure = outcome.exposure;
  const auto clock = [&](std::int64_t afterMs) {
    return Wording::moment(exposure.start.plusMs(afterMs), exposure.start, zone);
  };
  const QString dash = QStringLiteral("—");
  MapTable out;
  out.title = tr("Who is hit, and when");
  out.notes << tr("Forecast of %1 until %2: about %3 people in %4 buildings, %5 km².")
                   .arg(qs(zone.local(exposure.start)).left(16), clock(exposure.endMs), Wording::count(exposure.people),
                        Wording::count(exposure.buildings),
                        QLocale().toString(exposure.areaM2 / kSquareKilometre, 'f', 1));
  QStringList trust;
  for (const Text& one : outcome.forecast.confidence) trust += inSentence(one);
  out.notes << tr("Computed, not measured. %1")
                   .arg(trust.join(DeskLanguage::current() == Language::chinese ? QStringLiteral("；")
                                                                                : QStringLiteral("; ")));
  out.percents = {9, 30, 17, 11, 17, 16};
  out.rows.push_back({tr("First hit"), tr("Place"), tr("Kind"), tr("People"), tr("Most, when"), tr("Last way out")});
  std::int64_t roads = 0;
  for (const Hit& hit : exposure.hits) {
    if (hit.stages.empty()) continue;
    if (hit.what == "road") {
      ++roads;
      continue;
    }
    const std::int64_t people = hit.people > 0 ? hit.people : hit.registered;
    QString most = QString::number(hit.most, 'f', hit.most < 10 ? 1 : 0);
    if (!exposure.unit.empty()) most += u' ' + qs(exposure.unit);
    const QString wayOut = !hit.lastWayMs ? dash : *hit.lastWayMs < 0 ? tr("none") : clock(*hit.lastWayMs);
    out.rows.push_back({clock(hit.stages.front().firstMs), titleOfHit(hit), kindOfHit(hit),
                        people > 0 ? Wording::count(people) : dash, most + QStringLiteral(", ") + clock(hit.mostMs),
                        wayOut});
  }
  if (roads > 0)
    out.notes << tr("%1 stretches of road are reached as well; the desk lists them.").arg(Wording::count(roads));
  if (out.rows.size() == 1) out.notes << tr("Nobody and nothing on the lists is reached.");
  return out;
}

}  // namespace fengsui
