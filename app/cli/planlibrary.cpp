// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/planlibrary.h"

#include "journal/series.h"

namespace fengsui {

PlanLibrary libraryOf(const Session& session) {
  std::string station;
  if (const auto path = session.path()) station = *path;
  return PlanLibrary::read(planFoldersHere(station));
}

Observations observationsOf(const Situation& s, const StationFiles& files, Instant now) {
  std::vector<NamedReading> readings;
  for (const SeriesReading& one : SeriesStore::newest(files, now))
    readings.push_back({one.series, one.unit, *one.reading.value, one.reading.at});
  return observationsFrom(s, readings, now);
}

}  // namespace fengsui
