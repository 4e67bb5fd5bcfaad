// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/groundwords.h"

#include "ui/canvas/basemap.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {

QString GroundWords::troubleOf(const BaseMap& base, const TimeZone& zone) {
  if (const auto since = base.silentSince()) {
    const QString clock = Wording::clockWithSeconds(*since, zone);
    return base.state() == BaseMap::State::broken
               ? tr("the map has not answered since %1 and is being started again").arg(clock)
               : tr("the map has not answered since %1; it is started again if it stays silent").arg(clock);
  }
  return base.trouble() ? shown(*base.trouble()) : QString();
}

}  // namespace fengsui
