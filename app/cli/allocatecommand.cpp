// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <iostream>

#include "cli/choices.h"
#include "cli/lookup.h"
#include "cli/roadoptions.h"
#include "dispatch/stationallocation.h"

namespace fengsui {
namespace {

struct AllocateOptions {
  double hours = 0;
  std::string hazard, from, stay;
  std::vector<std::string> keep;
  bool allZones = false;
};

// "北沟村=怀北中学:120"
Result<KeptAllotment> keptFrom(const Situation& s, const std::string& written) {
  const auto wrong = [&](Text words) {
    return failure(ErrorCode::invalid, std::move(words),
                   {"write ZONE=SHELTER or ZONE=SHELTER:PEOPLE", "请写 风险区=避难场所 或 风险区=避难场所:人数"});
  };
  const auto equals = written.find('=');
  if (equals == std::string::npos)
    return wrong({"\"" + written + "\" is no decision", "“" + written + "”不是有效的安排"});
  std::string shelter = written.substr(equals + 1);
  KeptAllotment out;
  if (const auto colon = shelter.rfind(':'); colon != std::string::npos) {
    std::int64_t people = 0;
    const char* const end = shelter.data() + shelter.size();
    const auto [at, status] = std::from_chars(shelter.data() + colon + 1, end, people);
    if (status != std::errc{} || at != end || people <= 0)
      return wrong({"\"" + shelter.substr(colon + 1) + "\" is no number of people",
                    "“" + shelter.substr(colon + 1) + "”不是人数"});
    out.people = people;
    shelter.erase(colon);
  }
  const auto zone = lookUp<RiskZone>(s, written.substr(0, equals));
  if (!zone) return failure(zone.error());
  const auto to = lookUp<Shelter>(s, shelter);
  if (!to) return failure(to.error());
  out.zone = *zone;
  out.shelter = *to;
  return out;
}

Result<std::vector<HazardArea>> hazardFrom(const std::string& file, const std::string& from, const RoadDesk& desk) {
  const auto drawn = readClosures(file, desk.zone);
  if (!drawn) return failure(drawn.error());
  std::optional<Instant> comes;
  if (!from.empty()) {
    const auto at = momentFrom(from, desk.zone, desk.depart);
    if (!at) return failure(at.error());
    comes = *at;
  }
  std::vector<HazardArea> out;
  for (const RoadClosure& area : *drawn) {
    if (area.shape->areas.empty())
      return failure(Error{ErrorCode::invalid,
                           {area.name + ": a hazard is an area, not a point or a line", area.name + "：险情范围须为面"},
                           {},
                           {file, 0, 0, {}, {}}});
    // What the file says about an area comes before what is said for all of them.
    const ClosedSpan& span = area.spans.front();
    const Instant begins = span.from.ms != 0 ? span.from : comes.value_or(desk.depart);
    out.push_back({area.name, *area.shape, begins, span.to});
  }
  if (out.empty())
    return failure(Error{ErrorCode::invalid, {"no area is in the file", "文件中没有面"}, {}, {file, 0, 0, {}, {}}});
  return out;
}

Result<StationAllocationWish> wishFrom(const RoadDesk& desk, const AllocateOptions& o) {
  StationAllocationWish wish;
  wish.vehicle = desk.vehicle;
  wish.depart = desk.depart;
  wish.allZones = o.allZones;
  if (o.hours > 0) wish.hazardAt = desk.depart.plusMs(static_cast<std::int64_t>(o.hours * 3'600'000));
  if (!o.from.empty() && o.hazard.empty()) {
    const auto at = momentFrom(o.from, desk.zone, desk.depart);
    if (!at) return failure(at.error());
    wish.hazardAt = *at;
  }
  if (!o.hazard.empty()) {
    auto hazard = hazardFrom(o.hazard, o.from, desk);
    if (!hazard) return failure(hazard.error());
    wish.hazard = std::move(*hazard);
  }
  if (!o.stay.empty()) {
    const auto stay = choose<ShelterClass>(o.stay);
    if (!stay) return failure(stay.error());
    wish.stay = *stay;
  }
  for (const std::string& written : o.keep) {
    const auto kept = keptFrom(*desk.situation, written);
    if (!kept) return failure(kept.error());
    wish.keep.push_back(*kept);
  }
  return wish;
}

void say(const Session& session, const RoadDesk& desk, const StationAllocation& out) {
  const auto& [zones, shelters] = std::tie(out.request.zones, out.request.shelters);
  TextTable table({session.console.say({"zone", "转移点"}), session.console.say({"people", "人数"}),
                   session.console.say({"shelter", "避难场所"}), session.console.say({"minutes", "分钟"}),
                   session.console.say({"remarks", "说明"})});
  for (std::size_t i = 0; i < out.made.allotments.size(); ++i) {
    const Allotment& one = out.made.allotments[i];
    table.add({zones[one.zone].name, std::to_string(one.people), shelters[one.shelter].name,
               minutesOf(one.seconds * 1000), session.console.say(out.ways[i])});
  }
  std::cout << table.text();
  std::vector<Text> left = out.leftOut;
  std::int64_t unplaced = 0;
  for (std::size_t i = 0; i < out.made.unplaced.size(); ++i) {
    const Unplaced& one = out.made.unplaced[i];
    unplaced += one.people;
    const std::string people = std::to_string(one.people);
    const Text& because = out.because[i];
    session.console.line(
        session.console.say({zones[one.zone].name + ": " + people + " people not placed: " + because.en,
                             zones[one.zone].name + "：" + people + " 人无法安置，" + because.zh}));
  }
  if (out.untouched > 0) {
    const std::string n = std::to_string(out.untouched);
    left.push_back({n + " zones outside of the hazard stay where they are (--all-zones moves them)",
                    n + " 个风险区不在险情范围内，不转移（--all-zones 可全部转移）"});
  }
  const std::string placed = std::to_string(out.made.placed), not_ = std::to_string(unplaced);
  session.console.line(session.console.say(
      {placed + " people placed, " + not_ + " not; leaving at " + desk.zone.clock(out.request.depart),
       "已安置 " + placed + " 人，未安置 " + not_ + " 人；" + desk.zone.clock(out.request.depart) + " 出发"}));
  sayNotes(session, left);
}

Outcome runAllocate(const Session& session, const RoadDesk& desk, const AllocateOptions& o) {
  if (!desk.situation)
    return failure(ErrorCode::invalid,
                   {"allocation is about the risk zones and shelters of a station", "分配针对站点的风险区和避难场所"},
                   {"name the station with --station", "请用 --station 指定站点"});
  const auto wish = wishFrom(desk, o);
  if (!wish) return failure(wish.error());
  const auto out = allocateStation(*desk.situation, desk.picture, *wish);
  if (!out) return failure(out.error());
  if (!session.console.json) {
    say(session, desk, *out);
    return {};
  }
  Json allotments = Json::array(), unplaced = Json::array(), left = Json::array();
  for (std::size_t i = 0; i < out->made.allotments.size(); ++i) {
    const Allotment& one = out->made.allotments[i];
    allotments.push_back({{"zone", out->request.zones[one.zone].id},
                          {"zoneName", out->request.zones[one.zone].name},
                          {"shelter", out->request.shelters[one.shelter].id},
                          {"shelterName", out->request.shelters[one.shelter].name},
                          {"people", one.people},
                          {"seconds", one.seconds},
                          {"kept", one.fixed},
                          {"remarks", session.console.say(out->ways[i])}});
  }
  for (std::size_t i = 0; i < out->made.unplaced.size(); ++i) {
    const Unplaced& one = out->made.unplaced[i];
    unplaced.push_back({{"zone", out->request.zones[one.zone].id},
                        {"zoneName", out->request.zones[one.zone].name},
                        {"people", one.people},
                        {"because", session.console.say(out->because[i])}});
  }
  for (const Text& text : out->leftOut) left.push_back(session.console.say(text));
  session.console.line(canonical(Json{{"allotments", allotments},
                                      {"unplaced", unplaced},
                                      {"placed", out->made.placed},
                                      {"leftOut", left},
                                      {"zonesOutsideHazard", out->untouched}}));
  return {};
}

}  // namespace

void addAllocateCommand(CLI::App& app, Session& session) {
  auto o = std::make_shared<AllocateOptions>();
  addRoadCommand(
      app, session, "allocate",
      told(session, "a first proposal: people of risk zones to shelters", "转移安置初步分配：风险区到避难场所"),
      [o, &session](CLI::App& command, RoadOptions&) {
        command.add_option("--hours", o->hours, told(session, "until the hazard is there", "距险情到达的小时数"))
            ->check(CLI::NonNegativeNumber);
        command.add_option("--hazard", o->hazard,
                           told(session, "areas of the hazard, with from and to where they differ",
                                "险情范围（面，可含开始、结束时间）"));
        command.add_option("--from", o->from, told(session, "when the hazard is there: 21:40", "险情到达时间：21:40"));
        command.add_flag("--all-zones", o->allZones,
                         told(session, "zones outside of the hazard move too", "险情范围外的风险区也转移"));
        command.add_option("--stay", o->stay, choicesOf<ShelterClass>(session.console.language));
        command
            .add_option("--keep", o->keep,
                        told(session, "a decision that is kept: ZONE=SHELTER or ZONE=SHELTER:PEOPLE",
                             "保留的安排：风险区=避难场所 或 风险区=避难场所:人数"))
            ->take_all();
      },
      [o, &session](const RoadDesk& desk, const RoadOptions&) { return runAllocate(session, desk, *o); });
}

}  // namespace fengsui
