// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roads/teamsunderway.h"

#include <cstdlib>

#include "ui/roads/roadsonmap.h"

namespace fengsui {
namespace {

constexpr std::int64_t kWorthSayingMs = 2 * 60'000;

// What a change of place alone says: its roads differ as soon as one of them lies behind it.
std::optional<Text> laterOrEarlier(const Route& before, const Route& after) {
  const std::int64_t later = after.arrive.ms - before.arrive.ms;
  if (std::abs(later) < kWorthSayingMs) return std::nullopt;
  const Text by = durationText(std::abs(later));
  return later > 0 ? Text{by.en + " later than planned", "比预计晚 " + by.zh}
                   : Text{by.en + " earlier than planned", "比预计早 " + by.zh};
}

}  // namespace

TeamsUnderWay::TeamsUnderWay(RoadDesk& roads, QObject* parent) : QObject(parent), desk_(roads) {
  connect(&desk_, &RoadDesk::pictureChanged, this, &TeamsUnderWay::want);
  connect(&desk_.desk(), &Desk::shownChanged, this, &TeamsUnderWay::want);
  // Another moment is another story, and not a change in this one.
  connect(&desk_.desk(), &Desk::liveChanged, this, [this] {
    desk_.forget(this);
    asking_ = again_ = false;
    ways_.clear();
    roads_.reset();
    emit changed();
  });
}

const UnderWay* TeamsUnderWay::of(const Uuid& team) const {
  const auto at = ways_.find(team);
  return at == ways_.end() ? nullptr : &at->second;
}

void TeamsUnderWay::want() {
  if (asking_)
    again_ = true;
  else
    ask();
}

void TeamsUnderWay::ask() {
  again_ = false;
  asking_ = desk_.ask<Found>(
      this, RoadDesk::Pace::quick,
      [before = ways_](const RoadView& view, const std::stop_token& stop) {
        Found found{{}, view.roads, view.at};
        RoadSearch search(view.roads.network());
        view.situation->teams.forEach([&](const Uuid& id, const Team& team) {
          if (team.status != TeamStatus::enRoute || !team.assignment || stop.stop_requested()) return;
          const Incident* incident = view.situation->find(team.assignment->incident);
          const auto to = team.assignment->destination ? team.assignment->destination
                          : incident                   ? incident->location
                                                       : std::nullopt;
          const auto from = team.position();
          if (!to || !from) return;
          // Its place counts from when it was there; at its base, from when it was sent.
          const bool reported = team.lastFix && team.lastFix->at >= team.assignment->since;
          const Instant depart = reported ? team.lastFix->at : team.assignment->since;
          UnderWay way{*from, *to, depart, {}, {}, {}, std::nullopt, {}};
          if (auto arrival =
                  arrivalAt(search, view.roads, vehicleOf(team), *from, *to, depart, view.zone, view.heights.get()))
            way.arrival = std::move(*arrival);
          else
            way.trouble = arrival.error().message;
          if (way.arrival.route) way.path = wayPath(*view.roads.network().graph, *way.arrival.route);
          found.ways.emplace(id, std::move(way));
        });
        return found;
      },
      [this](Found found) { take(std::move(found)); });
}

void TeamsUnderWay::take(Found found) {
  asking_ = false;
  const bool otherRoads = roads_ && !changedEdges(roads_->closures(), found.roads.closures()).empty();
  std::vector<std::pair<Uuid, Text>> said;
  for (auto& [team, way] : found.ways) {
    const auto was = ways_.find(team);
    if (was == ways_.end() || was->second.to != way.to) continue;
    const UnderWay& before = was->second;
    way.changed = before.changed;
    way.changedAt = before.changedAt;
    const auto& old = before.arrival.route;
    const auto& now = way.arrival.route;
    std::optional<Text> words;
    if (otherRoads && before.from == way.from) {
      const bool same =
          old.has_value() == now.has_value() &&
          (!old || (old->avoided.size() == now->avoided.size() && std::abs(old->arrive.ms - now->arrive.ms) < 60'000));
      if (!same) words = whatChanged(*found.roads.network().graph, found.roads.closures(), old, now);
      if (words) said.emplace_back(team, *words);
    } else if (old && now) {
      words = laterOrEarlier(*old, *now);
    }
    if (words) {
      way.changed = words;
      way.changedAt = found.at;
    }
  }
  ways_ = std::move(found.ways);
  roads_ = std::move(found.roads);
  emit changed();
  for (const auto& [team, words] : said) emit replanned(team, words);
  if (again_) ask();
}

}  // namespace fengsui
