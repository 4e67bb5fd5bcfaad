// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/arrival.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/derive.h"
#include "core/names.h"
#include "dispatch/cutoff.h"

namespace fengsui {
namespace {

/// What is nearer to the road than this stands at it.
constexpr double atTheRoadM = 30;

std::string kilometres(double metres) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.1f km", metres / 1000);
  return out.data();
}

std::optional<Vehicle> vehicleNamed(std::string_view written) {
  for (const auto& name : namesOf<Vehicle>)
    if (written == name.code || written == name.en || written == name.zh) return name.value;
  return std::nullopt;
}

// The longest named roads of the way, in its order.
std::string mainRoads(const RoadGraph& graph, const Route& route, const char* between) {
  auto roads = roadsOn(graph, route);
  std::erase_if(roads, [](const RoadOnRoute& road) { return road.name.empty(); });
  std::vector<double> lengths;
  for (const auto& road : roads) lengths.push_back(road.distanceM);
  std::sort(lengths.rbegin(), lengths.rend());
  const double least = lengths.size() > 2 ? lengths[2] : 0;
  std::string out, last;
  int said = 0;
  for (const auto& road : roads) {
    if (road.distanceM < least || road.name == last || said++ >= 3) continue;
    out += (out.empty() ? "" : between) + road.name;
    last = road.name;
  }
  return out;
}

Text closureNames(const RoadClosures& closures, const std::vector<std::uint32_t>& which) {
  Text out;
  for (const std::uint32_t i : which) {
    out.en += (out.en.empty() ? "" : ", ") + closures.all()[i].name;
    out.zh += (out.zh.empty() ? "" : "、") + closures.all()[i].name;
  }
  return out;
}

void tell(RoadArrival& arrival, const RoadPicture& roads, const RouteRequest& request, const TimeZone& zone) {
  const RoadGraph& graph = *roads.network().graph;
  if (!arrival.route) {
    if (arrival.toOpen.empty()) {
      arrival.words = inWords(cutOffBetween(roads.times(arrival.vehicle), request.from, request.to));
      return;
    }
    const Text names = closureNames(roads.closures(), arrival.toOpen);
    arrival.words = {"cut off; to be opened: " + names.en, "道路中断，需打通：" + names.zh};
    if (arrival.ifOpened) {
      arrival.words.en += "; then by " + zone.clock(*arrival.ifOpened);
      arrival.words.zh += "；打通后 " + zone.clock(*arrival.ifOpened) + " 可到";
    }
    return;
  }
  const Route& route = *arrival.route;
  const Text takes = durationText(arrival.at.ms - route.depart.ms);
  const std::string by = mainRoads(graph, route, ", "), byZh = mainRoads(graph, route, "、");
  arrival.words = {
      zone.clock(arrival.at) + ": " + takes.en + ", " + kilometres(route.distanceM) + (by.empty() ? "" : " by " + by),
      zone.clock(arrival.at) + " 到，" + takes.zh + "，" + kilometres(route.distanceM) +
          (byZh.empty() ? "" : "，经" + byZh)};
  if (arrival.lastLeg.ms > 0) {
    const Text onFoot = durationText(arrival.lastLeg.ms);
    arrival.words.en += "; the last " + onFoot.en + " on foot";
    arrival.words.zh += "；末段步行 " + onFoot.zh;
  }
  if (!route.avoided.empty()) {
    const Text names = closureNames(roads.closures(), route.avoided);
    const Text longer = durationText(std::max<std::int64_t>(0, route.takesMs() - route.freeMs));
    arrival.words.en += "; avoids " + names.en + " (+" + longer.en + ")";
    arrival.words.zh += "；避开" + names.zh + "（多 " + longer.zh + "）";
  }
}

}  // namespace

Vehicle vehicleOf(const Team& team) {
  for (const char* name : {"vehicle", "车型"})
    if (const auto at = team.attributes.find(name); at != team.attributes.end())
      if (const auto vehicle = vehicleNamed(at->second)) return *vehicle;
  for (const std::string_view heavy :
       {"comprehensive", "fireRescue", "forestFire", "flood", "engineering", "hazmat", "power", "gas", "logistics"})
    if (team.kind == heavy) return Vehicle::heavy;
  return Vehicle::car;
}

Result<RoadArrival> arrivalAt(RoadSearch& search, const RoadPicture& roads, Vehicle vehicle, Position from, Position to,
                              Instant depart, const TimeZone& zone, const TerrainHeights* heights) {
  const RoadTimes& times = roads.times(vehicle);
  const auto start = times.snap(from), end = times.snap(to);
  if (!start || !end)
    return failure(ErrorCode::notFound, {std::string(start ? "the destination" : "the start") +
                                             " is farther than 3 km from any road that this vehicle can use",
                                         std::string(start ? "目的地" : "起点") + "距该车型可用道路超过 3 公里"});
  RoadArrival out;
  out.vehicle = vehicle;
  // Who stands beside the road drives there; only the end of the way is walked.
  if (end->offRoadM > atTheRoadM) out.lastLeg = walk(end->on, to, heights, Footing::openGround);
  const RouteRequest request{*start, *end, depart, false};
  out.route = search.earliest(times, roads.closures(), request);
  if (out.route) {
    out.at = out.route->arrive.plusMs(out.lastLeg.ms);
  } else {
    auto why = search.whyNot(times, roads.closures(), request);
    out.toOpen = std::move(why.open);
    if (why.thenBy) out.ifOpened = why.thenBy->arrive.plusMs(out.lastLeg.ms);
  }
  tell(out, roads, request, zone);
  return out;
}

namespace {

Text stateOf(const Situation& situation, const Team& team) {
  Text out = textOf(team.status);
  if (team.status == TeamStatus::unavailable && !team.unavailableBecause.empty()) {
    out.en += ": " + team.unavailableBecause;
    out.zh += "：" + team.unavailableBecause;
  }
  if (team.assignment)
    if (const Incident* incident = situation.find(team.assignment->incident)) {
      out.en += ": " + incident->title;
      out.zh += "：" + incident->title;
    }
  if (team.authority == DispatchAuthority::asked) {
    out.en += "; to be asked" + (team.askedThrough.empty() ? "" : " through " + team.askedThrough);
    out.zh += "；须商请" + team.askedThrough;
  }
  return out;
}

// Where it is taken to set out from, and how old that is.
void tellWhere(Candidate& one, const Team& team, Instant now, const TimeZone& zone) {
  one.stale = staleMs(team, now).has_value();
  if (!team.lastFix) {
    one.seen = {"from its base", "驻地出发"};
    if (one.stale) one.seen = {"on the move, not seen since it left", "行进中，出发后无位置报告"};
    return;
  }
  const Fix& fix = *team.lastFix;
  const std::string at = zone.clock(fix.at);
  if (!one.stale) {
    one.seen = {"seen " + at + (fix.source.empty() ? "" : " by " + fix.source),
                at + (fix.source.empty() ? "" : " " + fix.source) + "报位置"};
    return;
  }
  const Text ago = durationText(now.ms - fix.at.ms);
  one.seen = {"last seen " + at + ", " + ago.en + " ago", "最后位置 " + at + "，已过 " + ago.zh};
}

}  // namespace

std::vector<Candidate> whoCanBeThere(const Situation& situation, const RoadPicture& roads, Position to, Instant depart,
                                     const TimeZone& zone, const std::vector<std::string>& capabilities,
                                     const TerrainHeights* heights) {
  std::vector<Candidate> out;
  RoadSearch search(roads.network());
  situation.teams.forEach([&](const Uuid&, const Team& team) {
    for (const std::string& wanted : capabilities)
      if (std::find(team.capabilities.begin(), team.capabilities.end(), wanted) == team.capabilities.end()) return;
    Candidate one{team.id, team.name, false, stateOf(situation, team), std::nullopt, {}, {}, false};
    tellWhere(one, team, depart, zone);
    one.free = team.status == TeamStatus::available && team.authority == DispatchAuthority::own && !team.request;
    if (const auto from = team.position(); !from) {
      one.whyNot = {"nobody knows where it is", "位置不明"};
    } else if (auto arrival = arrivalAt(search, roads, vehicleOf(team), *from, to, depart, zone, heights); arrival) {
      if (!arrival->route) one.whyNot = arrival->words;
      one.arrival = std::move(*arrival);
    } else {
      one.whyNot = arrival.error().message;
    }
    out.push_back(std::move(one));
  });
  const auto rank = [](const Candidate& one) {
    const bool comes = one.arrival && one.arrival->route;
    return std::tuple(!comes, !one.free, comes ? one.arrival->at.ms : 0);
  };
  std::stable_sort(out.begin(), out.end(), [&](const Candidate& a, const Candidate& b) { return rank(a) < rank(b); });
  return out;
}

}  // namespace fengsui
