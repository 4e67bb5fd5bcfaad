// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hitwords.h"

#include <QCoreApplication>

#include "core/names.h"
#include "sdk/atrisk.h"
#include "sdk/lifelines.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {

QString kindOfHit(const Hit& hit) {
  if (hit.what == "road") return QCoreApplication::translate("HitWords", "road");
  if (hit.what == "team") return QCoreApplication::translate("HitWords", "team's base");
  if (hit.what == "depot") return QCoreApplication::translate("HitWords", "depot");
  if (hit.what == "shelter") return QCoreApplication::translate("HitWords", "shelter");
  if (hit.kind.empty())
    if (const LifelineKind* kind = lifelineKindOf(hit.what)) return inSentence(kind->words);
  const std::string code = hit.what == "riskVillage"      ? "village"
                           : hit.what == "geohazardPoint" ? "geological"
                                                          : hit.what;
  return inSentence(
      textOf(hit.kind == nameOf(Kind::facility).code ? Vocabulary::facilityKind : Vocabulary::riskZoneKind, code));
}

QString titleOfHit(const Hit& hit) {
  const QString name = hit.name.empty() ? kindOfHit(hit) : qs(hit.name);
  return hit.town.empty() || hit.town == hit.name ? name : name + QStringLiteral(" · ") + qs(hit.town);
}

BoardRow hitRow(const Hit& hit, const Exposure& exposure, const ExposureRules& rules, const TimeZone& zone) {
  BoardRow row;
  row.lead = qs(zone.clock(exposure.start.plusMs(hit.stages.front().firstMs)));
  row.title = titleOfHit(hit);
  const std::int64_t people = hit.people > 0 ? hit.people : hit.registered;
  if (hit.what == "road")
    row.corner = Wording::distance(static_cast<double>(hit.lengthM));
  else if (people > 0)
    row.corner = (hit.people > 0 ? QCoreApplication::translate("HitWords", "about %1 people")
                                 : QCoreApplication::translate("HitWords", "%1 people"))
                     .arg(Wording::count(people));
  row.line = kindOfHit(hit) + QStringLiteral(" · ") + inSentence(reasonOf(hit, exposure, rules, zone));
  if (const Text stock = stockWords(hit.stock, 4); !stock.empty()) row.line += QStringLiteral(" · ") + shown(stock);
  // The last of several stages is the grave one.
  const auto& stages = rules.of(hit.what);
  if (stages.size() > 1 && hit.stage(stages.back().code)) row.lineTone = BoardRow::Tone::bad;
  return row;
}

}  // namespace fengsui
