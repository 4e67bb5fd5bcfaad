// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/planlibrary.h"

#include <charconv>
#include <filesystem>

#include "journal/series.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

/// The folder from which the program runs, or one above it, that holds plans: the prefix it is installed in, or the
/// source tree that it was built in.
fs::path productRoot() {
  std::error_code fault;
  fs::path at = fs::read_symlink("/proc/self/exe", fault).parent_path();
  for (int up = 0; up < 4 && !at.empty(); ++up, at = at.parent_path())
    if (!planFolders(at).empty()) return at;
  return {};
}

// A warning's colour on the scale that plans compare with.
RiskColour colourOf(WarningColour colour) {
  return namesOf<RiskColour>[static_cast<std::size_t>(colour)].value;
}

Observation observationFrom(const SeriesFacts& series, const fengsui::Reading& reading) {
  Observation one;
  const auto slash = series.name.find('/');
  one.name = series.name.substr(0, slash);
  if (slash != std::string::npos) one.place = series.name.substr(slash + 1);
  if (const auto gap = one.name.rfind(' '); gap != std::string::npos) {
    int minutes = 0;
    const char* end = one.name.data() + one.name.size();
    if (std::from_chars(one.name.data() + gap + 1, end, minutes).ptr == end) {
      one.minutes = minutes;
      one.name.resize(gap);
    }
  }
  one.value = reading.value;
  one.unit = series.unit;
  one.source = series.name;
  one.at = reading.at;
  return one;
}

}  // namespace

PlanLibrary libraryOf(const Session& session) {
  std::string station;
  if (const auto path = session.path()) station = *path;
  return PlanLibrary::read(planFolders(productRoot(), station));
}

Observations observationsOf(const Situation& s, const StationFiles& files, Instant now) {
  Observations seen;
  seen.warnings.emplace();
  s.warnings.forEach([&](const Uuid&, const Warning& warning) {
    if (warning.status == WarningStatus::inForce && (!warning.until || *warning.until > now))
      seen.warnings->push_back(
          {warning.kind, colourOf(warning.colour), warning.area, warning.issuer, warning.signedAt});
  });
  std::error_code ignored;
  if (!fs::exists(files.series, ignored)) return seen;
  auto store = SeriesStore::open(files);
  if (!store) return seen;
  const auto all = store->list();
  if (!all) return seen;
  for (const SeriesFacts& series : *all)
    if (const auto last = store->last(series.name, now); last && *last && (*last)->value)
      seen.readings.push_back(observationFrom(series, **last));
  return seen;
}

}  // namespace fengsui
