// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/replanning.h"

#include <algorithm>
#include <limits>

namespace fengsui {
namespace {

bool sameWay(const Route& one, const Route& other) {
  return std::equal(one.steps.begin(), one.steps.end(), other.steps.begin(), other.steps.end(),
                    [](const RouteStep& a, const RouteStep& b) { return a.arc == b.arc; });
}

// How bad a change is: no way any more, then by how much later.
std::int64_t harm(const Replanned& one) {
  if (!one.changed) return std::numeric_limits<std::int64_t>::min();
  const bool had = one.before && one.before->route, has = one.after && one.after->route;
  if (!has) return had ? std::numeric_limits<std::int64_t>::max() : 0;
  return had ? one.after->at.ms - one.before->at.ms : -1;
}

void tell(Replanned& one, const RoadPicture& after, const TimeZone& zone) {
  const std::string to = one.who.destination;
  const Text head{one.who.name + (to.empty() ? "" : " to " + to) + ": ",
                  one.who.name + (to.empty() ? "" : "赴" + to) + "："};
  if (!one.after) {
    one.words = {head.en + "far from any road, its way is not known", head.zh + "远离道路，无法计算路线"};
    return;
  }
  std::optional<Route> before, now;
  if (one.before) before = one.before->route;
  now = one.after->route;
  Text words = one.changed || !now ? whatChanged(*after.network().graph, after.closures(), before, now)
                                   : Text{"as before", "路线不变"};
  if (now) {
    words.en += "; there at " + zone.clock(one.after->at);
    words.zh += "；" + zone.clock(one.after->at) + " 到";
    if (const auto said = one.who.announcedAt; said && one.after->at.ms - said->ms >= 60'000) {
      const Text late = durationText(one.after->at.ms - said->ms);
      words.en += ", " + late.en + " after the " + zone.clock(*said) + " that was announced";
      words.zh += "，比原报 " + zone.clock(*said) + " 晚 " + late.zh;
    }
  } else {
    words.en += "; " + one.after->words.en;
    words.zh += "；" + one.after->words.zh;
  }
  one.words = {head.en + words.en, head.zh + words.zh};
}

}  // namespace

std::vector<TeamOnTheWay> teamsOnTheWay(const Situation& situation) {
  std::vector<TeamOnTheWay> out;
  situation.teams.forEach([&](const Uuid&, const Team& team) {
    if (team.status != TeamStatus::enRoute || !team.assignment) return;
    const Incident* incident = situation.find(team.assignment->incident);
    std::optional<Position> to = team.assignment->destination;
    if (!to && incident) to = incident->location;
    const auto from = team.position();
    if (!from || !to) return;
    out.push_back(
        {team.id, team.name, vehicleOf(team), *from, *to, incident ? incident->title : "", team.assignment->etaAt});
  });
  std::sort(out.begin(), out.end(), [](const TeamOnTheWay& one, const TeamOnTheWay& other) {
    return std::tie(one.name, one.team) < std::tie(other.name, other.team);
  });
  return out;
}

std::vector<Replanned> replanned(const std::vector<TeamOnTheWay>& teams, const RoadPicture& before,
                                 const RoadPicture& after, Instant now, const TimeZone& zone,
                                 const TerrainHeights* heights) {
  std::vector<Replanned> out;
  RoadSearch search(after.network());
  for (const TeamOnTheWay& team : teams) {
    Replanned one{team, std::nullopt, std::nullopt, false, {}};
    const auto way = [&](const RoadPicture& roads) -> std::optional<RoadArrival> {
      auto arrival = arrivalAt(search, roads, team.vehicle, team.from, team.to, now, zone, heights);
      if (!arrival) return std::nullopt;
      return std::move(*arrival);
    };
    one.before = way(before);
    one.after = way(after);
    if (one.before && one.after) {
      const auto& was = one.before->route;
      const auto& is = one.after->route;
      one.changed = was.has_value() != is.has_value() ||
                    (is && (!sameWay(*was, *is) || std::abs(one.after->at.ms - one.before->at.ms) >= 60'000));
    }
    tell(one, after, zone);
    out.push_back(std::move(one));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Replanned& one, const Replanned& other) { return harm(one) > harm(other); });
  return out;
}

}  // namespace fengsui
