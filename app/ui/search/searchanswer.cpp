// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/searchanswer.h"

#include <algorithm>
#include <array>

#include "gis/coordinatetext.h"

namespace fengsui {
namespace {

constexpr std::size_t kMostCompletions = 6;
constexpr double kTwinM = 3'000;

std::vector<Position> coordinatesIn(const std::string& text, const std::optional<Position>& centre) {
  // Two bare numbers are more often a house and a door than degrees.
  const bool said = text.find_first_of(".\xC2NSEWnsew") != std::string::npos || text.find("经") != std::string::npos;
  const auto pair = said ? pairIn(text) : std::nullopt;
  if (!pair) return {};
  std::vector<Position> found;
  if (const auto at = Position::ofDegrees(pair->first, pair->second)) found.push_back(*at);
  if (!pair->axesSaid)
    if (const auto at = Position::ofDegrees(pair->second, pair->first)) found.push_back(*at);
  // Of two readings the one near to what is worked on is meant.
  if (centre)
    std::stable_sort(found.begin(), found.end(), [&](const Position& a, const Position& b) {
      return distanceM(*centre, a) < distanceM(*centre, b);
    });
  return found;
}

bool isGround(const SearchHit& hit) {
  switch (hit.thing.sort) {
    case ThingSort::incident:
    case ThingSort::team:
    case ThingSort::order:
    case ThingSort::plan:
    case ThingSort::action:
    case ThingSort::closure:
    case ThingSort::person:
    case ThingSort::post:
      return false;
    default:
      return hit.rank < MatchRank::about;
  }
}

// What a report names first: 怀北镇 before the school that is called after it.
bool isSettlement(const SearchHit& hit) {
  return hit.thing.sort == ThingSort::place || (hit.thing.sort == ThingSort::mapName && hit.thing.tier == 0);
}

// A town of the station is on the map too; it is listed once.
void dropTwins(std::vector<SearchHit>& hits) {
  std::vector<SearchHit> kept;
  for (SearchHit& hit : hits) {
    const bool twin = hit.thing.sort == ThingSort::mapName && hit.thing.at &&
                      std::any_of(hits.begin(), hits.end(), [&](const SearchHit& other) {
                        return other.thing.sort == ThingSort::place && other.thing.at &&
                               other.thing.name == hit.thing.name && distanceM(*other.thing.at, *hit.thing.at) < kTwinM;
                      });
    if (!twin) kept.push_back(hit);
  }
  hits = std::move(kept);
}

}  // namespace

SearchAnswer answerTo(const SearchQuestion& question, const SearchSources& sources, const std::stop_token& stop) {
  SearchAnswer answer;
  answer.coordinates = coordinatesIn(question.text, question.centre);
  if (!answer.coordinates.empty()) return answer;
  ReportLine report = readReport(question.text, sources.places, question.centre);
  SearchQuestion asked = question;
  if (report.asked && report.unfinished) {
    answer.completes = report.unfinished;
    asked.text = question.text.substr(*report.unfinished);
  }
  if (!report.asked || answer.completes) {
    const std::array lists{sources.actions, sources.plans, sources.things, sources.map};
    answer.hits = search(lists, asked, stop);
    dropTwins(answer.hits);
  }
  if (answer.completes) {
    std::erase_if(answer.hits, [](const SearchHit& hit) { return !isGround(hit); });
    std::stable_sort(answer.hits.begin(), answer.hits.end(), [](const SearchHit& a, const SearchHit& b) {
      return std::pair(a.rank, !isSettlement(a)) < std::pair(b.rank, !isSettlement(b));
    });
    if (answer.hits.size() > kMostCompletions) answer.hits.resize(kMostCompletions);
  }
  if (report.asked || report.likely()) answer.report = std::move(report);
  return answer;
}

}  // namespace fengsui
