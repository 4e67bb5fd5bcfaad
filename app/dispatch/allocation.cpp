// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/allocation.h"

#include <algorithm>
#include <numeric>

#include "dispatch/mincostflow.h"

namespace fengsui {
namespace {

/// Larger than any way: a week in seconds. A person without a place costs more than all ways.
constexpr std::int64_t week = 7 * 86'400;

tl::unexpected<Error> wrong(Text words) {
  return failure(ErrorCode::invalid, std::move(words));
}

bool inTime(const AllocationRequest& r, std::size_t zone, std::int64_t seconds) {
  return !r.zones[zone].hazardAt || r.depart.plusMs(seconds * 1000) <= *r.zones[zone].hazardAt;
}

Outcome check(const AllocationRequest& r) {
  if (r.seconds.size() != r.zones.size() * r.shelters.size())
    return wrong({"there is not one time for every zone and shelter", "时间矩阵与转移点、避难场所数量不符"});
  for (const auto& zone : r.zones)
    if (zone.people < 0)
      return wrong({zone.name + ": a number of people cannot be negative", zone.name + "：人数不能为负"});
  for (const auto& shelter : r.shelters)
    if (shelter.places < 0)
      return wrong({shelter.name + ": a number of places cannot be negative", shelter.name + "：容量不能为负"});
  for (const auto& seconds : r.seconds)
    if (seconds && *seconds < 0) return wrong({"a way cannot take less than no time", "路程时间不能为负"});
  std::vector<std::int64_t> from(r.zones.size()), into(r.shelters.size());
  for (const Fixed& fixed : r.fixed) {
    if (fixed.zone >= r.zones.size() || fixed.shelter >= r.shelters.size() || fixed.people < 0)
      return wrong({"a decision names a zone or a shelter that is not there", "已定安排中的转移点或避难场所不存在"});
    if ((from[fixed.zone] += fixed.people) > r.zones[fixed.zone].people)
      return wrong({r.zones[fixed.zone].name + ": more people are placed by decision than there are",
                    r.zones[fixed.zone].name + "：已定安排超过总人数"});
    if ((into[fixed.shelter] += fixed.people) > r.shelters[fixed.shelter].places)
      return wrong({r.shelters[fixed.shelter].name + ": more people are placed by decision than it has places",
                    r.shelters[fixed.shelter].name + "：已定安排超过容量"});
  }
  return {};
}

// Why there is nothing for people of a zone: the last thing that would have to be different.
Text because(const AllocationRequest& r, std::size_t zone) {
  bool any = false, outside = false, reached = false;
  for (std::size_t s = 0; s < r.shelters.size(); ++s) {
    if (r.shelters[s].places == 0) continue;
    any = true;
    if (r.shelters[s].inHazard) continue;
    outside = true;
    const auto& seconds = r.seconds[zone * r.shelters.size() + s];
    if (!seconds) continue;
    reached = true;
    if (inTime(r, zone, *seconds)) return {"every shelter within reach is full", "可到达的避难场所均已满"};
  }
  if (!any) return {"no shelter has a place", "没有可用的避难场所容量"};
  if (!outside) return {"every shelter with places lies inside the hazard", "有容量的避难场所均在危险区内"};
  if (!reached) return {"no road is open to a shelter", "没有通往避难场所的道路"};
  return {"no shelter can be reached before the hazard is there", "险情到达前无法抵达任何避难场所"};
}

}  // namespace

Result<Allocation> allocate(const AllocationRequest& r) {
  if (const auto fits = check(r); !fits) return failure(fits.error());
  const std::size_t zones = r.zones.size(), shelters = r.shelters.size();
  Allocation out;
  std::vector<std::int64_t> people(zones), places(shelters);
  for (std::size_t z = 0; z < zones; ++z) people[z] = r.zones[z].people;
  for (std::size_t s = 0; s < shelters; ++s) places[s] = r.shelters[s].places;
  for (const Fixed& fixed : r.fixed) {
    if (fixed.people == 0) continue;
    people[fixed.zone] -= fixed.people;
    places[fixed.shelter] -= fixed.people;
    const auto seconds = r.seconds[fixed.zone * shelters + fixed.shelter].value_or(0);
    out.allotments.push_back({fixed.zone, fixed.shelter, fixed.people, seconds, true});
  }
  // Zones, shelters, then one node that takes everybody, those without a place at a price.
  const auto sink = static_cast<int>(zones + shelters);
  std::vector<std::int64_t> supplies(zones + shelters + 1, 0);
  std::vector<FlowArc> arcs;
  for (std::size_t z = 0; z < zones; ++z) {
    supplies[z] = people[z];
    supplies.back() -= people[z];
    arcs.push_back({static_cast<int>(z), sink, people[z], 2 * week});
  }
  for (std::size_t s = 0; s < shelters; ++s) {
    if (!r.shelters[s].inHazard) arcs.push_back({static_cast<int>(zones + s), sink, places[s], 0});
  }
  const std::size_t ways = arcs.size();
  for (std::size_t z = 0; z < zones; ++z)
    for (std::size_t s = 0; s < shelters; ++s) {
      const auto& seconds = r.seconds[z * shelters + s];
      if (!seconds || *seconds >= week || r.shelters[s].inHazard || !inTime(r, z, *seconds)) continue;
      arcs.push_back({static_cast<int>(z), static_cast<int>(zones + s), people[z], *seconds});
    }
  const auto flow = cheapestFlow(supplies, arcs);
  if (flow.empty() && !arcs.empty()) return wrong({"the people could not be distributed", "无法完成分配"});
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (flow[i] == 0) continue;
    const auto zone = static_cast<std::size_t>(arcs[i].from);
    if (i < zones)
      out.unplaced.push_back({zone, flow[i], because(r, zone)});
    else if (i >= ways)
      out.allotments.push_back({zone, static_cast<std::size_t>(arcs[i].to) - zones, flow[i], arcs[i].cost, false});
  }
  std::stable_sort(out.allotments.begin(), out.allotments.end(), [](const Allotment& a, const Allotment& b) {
    return std::pair(a.zone, a.shelter) < std::pair(b.zone, b.shelter);
  });
  for (const Allotment& one : out.allotments) {
    out.placed += one.people;
    out.personSeconds += one.people * one.seconds;
  }
  return out;
}

}  // namespace fengsui
