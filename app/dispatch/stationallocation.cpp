// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/stationallocation.h"

#include <algorithm>

#include "dispatch/closureeffects.h"
#include "gis/roads/timematrix.h"
#include "gis/roads/within.h"

namespace fengsui {
namespace {

Text join(Text a, const Text& b) {
  if (b.en.empty()) return a;
  if (a.en.empty()) return b;
  return {a.en + "; " + b.en, a.zh + "；" + b.zh};
}

RoadPicture underHazard(const RoadPicture& roads, const std::vector<HazardArea>& hazard) {
  if (hazard.empty()) return roads;
  std::vector<EdgeClosure> all = roads.closures().all();
  for (const HazardArea& area : hazard)
    all.push_back({"",
                   area.name,
                   edgesClosedBy(*roads.network().graph, *roads.network().index, area.areas),
                   {{area.from, area.to}},
                   {}});
  return roads.with(RoadClosures(std::move(all)));
}

class StationTable {
 public:
  StationTable(const Situation& s, const RoadPicture& roads, const StationAllocationWish& wish)
      : s_(s), roads_(underHazard(roads, wish.hazard)), wish_(wish), times_(roads_.times(wish.vehicle)) {
    out_.request.depart = wish.depart;
  }

  Result<StationAllocation> run(const std::stop_token& stop) {
    s_.riskZones.forEach([&](const Uuid&, const RiskZone& zone) { take(zone); });
    s_.shelters.forEach([&](const Uuid&, const Shelter& shelter) { take(shelter); });
    AllocationRequest& request = out_.request;
    if (request.zones.empty()) {
      if (out_.untouched > 0)
        return failure(ErrorCode::notFound, {"the hazard touches no risk zone with people", "险情未涉及有人口的风险区"},
                       {"to move every zone: --all-zones", "如需全部转移，请加 --all-zones"});
      return failure(ErrorCode::notFound, {"no risk zone with people is on the map", "没有标绘且有人口的风险区"});
    }
    if (const auto kept = keep(); !kept) return failure(kept.error());
    const auto matrix = timeMatrix(times_, roads_.closures(), from_, to_, wish_.depart, stop);
    if (!matrix) return failure(matrix.error());
    for (const std::uint32_t ms : matrix->ms)
      request.seconds.push_back(ms >= neverMs ? std::nullopt : std::optional<std::int64_t>((ms + 999) / 1000));
    auto made = allocate(request);
    if (!made) return failure(made.error());
    out_.made = std::move(*made);
    tell();
    return std::move(out_);
  }

 private:
  void leaveOut(Text words) { out_.leftOut.push_back(std::move(words)); }

  void take(const RiskZone& zone) {
    if (zone.population.value_or(0) <= 0) return;
    std::optional<Instant> comes = wish_.hazardAt;
    if (!wish_.hazard.empty()) {
      comes.reset();
      for (const HazardArea& area : wish_.hazard)
        if (zone.shape && touches(*zone.shape, area.areas) && (!comes || area.from < *comes)) comes = area.from;
      if (!comes && zone.shape && !wish_.allZones) {
        ++out_.untouched;
        return;
      }
    }
    const auto at = zone.shape ? anchorOf(*zone.shape) : std::nullopt;
    const auto on = at ? times_.snap(*at) : std::nullopt;
    if (!on) {
      const std::string people = std::to_string(*zone.population);
      leaveOut(at ? Text{zone.name + " (" + people + " people): farther than 3 km from any road of this vehicle",
                         zone.name + "（" + people + " 人）：距该车型可用道路超过 3 公里"}
                  : Text{zone.name + " (" + people + " people): not on the map",
                         zone.name + "（" + people + " 人）：未标绘"});
      return;
    }
    zoneOf_.push_back(zone.id);
    out_.request.zones.push_back({zone.id.text(), zone.name, *at, *zone.population, comes});
    from_.push_back(*on);
  }

  void take(const Shelter& shelter) {
    const auto places = freePlaces(shelter, wish_.stay);
    const auto on = shelter.location ? times_.snap(*shelter.location) : std::nullopt;
    if (!places) return leaveOut({shelter.name + ": its capacity is not known", shelter.name + "：容量不明"});
    if (!shelter.location) return leaveOut({shelter.name + ": not on the map", shelter.name + "：未标绘"});
    if (!on)
      return leaveOut({shelter.name + ": farther than 3 km from any road of this vehicle",
                       shelter.name + "：距该车型可用道路超过 3 公里"});
    bool in = false;
    for (const HazardArea& area : wish_.hazard) in = in || inside(area.areas, *shelter.location);
    if (in)
      leaveOut({shelter.name + ": lies inside the hazard, takes nobody", shelter.name + "：位于危险区内，不安置"});
    shelterOf_.push_back(shelter.id);
    out_.request.shelters.push_back({shelter.id.text(), shelter.name, *shelter.location, *places, in});
    to_.push_back(*on);
  }

  Outcome keep() {
    for (const KeptAllotment& kept : wish_.keep) {
      const auto zone = std::find(zoneOf_.begin(), zoneOf_.end(), kept.zone);
      const auto shelter = std::find(shelterOf_.begin(), shelterOf_.end(), kept.shelter);
      const RiskZone* z = s_.find(kept.zone);
      const Shelter* s = s_.find(kept.shelter);
      if (zone == zoneOf_.end() || shelter == shelterOf_.end()) {
        const std::string name = zone == zoneOf_.end() ? (z ? z->name : "") : (s ? s->name : "");
        return failure(ErrorCode::notFound, {"a decision is about " + name + ", which takes no part here",
                                             "已定安排涉及的“" + name + "”未参与本次分配"});
      }
      Fixed fixed{static_cast<std::size_t>(zone - zoneOf_.begin()),
                  static_cast<std::size_t>(shelter - shelterOf_.begin()), 0};
      fixed.people = kept.people.value_or(out_.request.zones[fixed.zone].people);
      out_.request.fixed.push_back(fixed);
    }
    return {};
  }

  void tell() {
    RoadSearch search(roads_.network());
    const AllocationRequest& request = out_.request;
    const RoadClosures& closures = roads_.closures();
    for (const Allotment& one : out_.made.allotments) {
      Text words;
      if (one.fixed) words = {"kept as decided", "按已定安排"};
      if (one.fixed && request.shelters[one.shelter].inHazard)
        words = join(words, {"but the shelter lies inside the hazard", "但该场所位于危险区内"});
      const auto way = search.earliest(times_, closures, {from_[one.zone], to_[one.shelter], wish_.depart, false});
      if (!way) {
        words = join(words, {"but no road is open", "但没有可通行的道路"});
      } else {
        const auto& comes = request.zones[one.zone].hazardAt;
        if (one.fixed && comes && way->arrive > *comes)
          words = join(words, {"but the hazard is there before they arrive", "但险情先于到达"});
        if (!way->avoided.empty()) {
          const Text names = namesOfClosures(closures, way->avoided);
          words = join(words, {"avoids " + names.en, "避开" + names.zh});
        }
      }
      out_.ways.push_back(std::move(words));
    }
    for (const Unplaced& one : out_.made.unplaced) out_.because.push_back(join(one.because, toOpen(search, one.zone)));
  }

  // What would have to be opened for a zone that no open road joins to any shelter; for the nearest one without
  // closures.
  Text toOpen(RoadSearch& search, std::size_t zone) {
    const AllocationRequest& request = out_.request;
    std::optional<RoadSearch::CutOff> best;
    std::size_t nearest = 0;
    for (std::size_t s = 0; s < request.shelters.size(); ++s) {
      if (request.shelters[s].inHazard || request.shelters[s].places == 0) continue;
      if (request.seconds[zone * request.shelters.size() + s]) return {};
      auto why = search.whyNot(times_, roads_.closures(), {from_[zone], to_[s], wish_.depart, false});
      if (why.open.empty() || !why.thenBy) continue;
      if (!best || why.thenBy->arrive < best->thenBy->arrive) best = std::move(why), nearest = s;
    }
    if (!best) return {};
    const Text names = namesOfClosures(roads_.closures(), best->open);
    const std::string& shelter = request.shelters[nearest].name;
    return {"to be opened: " + names.en + ", then to " + shelter, "需打通：" + names.zh + "，打通后可至" + shelter};
  }

  const Situation& s_;
  const RoadPicture roads_;
  const StationAllocationWish& wish_;
  const RoadTimes& times_;
  StationAllocation out_;
  std::vector<RoadPoint> from_, to_;
  std::vector<Id<RiskZone>> zoneOf_;
  std::vector<Id<Shelter>> shelterOf_;
};

}  // namespace

std::optional<std::int64_t> freePlaces(const Shelter& shelter, std::optional<ShelterClass> stay) {
  std::optional<std::int64_t> places = shelter.places();
  if (stay) {
    if (const auto own = shelter.capacity.find(std::string(nameOf(*stay).code)); own != shelter.capacity.end())
      places = own->second;
    else if (shelter.shelterClass && *shelter.shelterClass < *stay)
      places = 0;
  }
  if (!places) return std::nullopt;
  return std::max<std::int64_t>(0, *places - shelter.occupants);
}

Result<StationAllocation> allocateStation(const Situation& situation, const RoadPicture& roads,
                                          const StationAllocationWish& wish, const std::stop_token& stop) {
  return StationTable(situation, roads, wish).run(stop);
}

}  // namespace fengsui
