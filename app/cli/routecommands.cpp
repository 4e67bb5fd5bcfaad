// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iostream>

#include "cli/roadoptions.h"
#include "dispatch/allocation.h"
#include "dispatch/arrival.h"
#include "gis/roads/isochrone.h"
#include "gis/roads/timematrix.h"

namespace fengsui {
namespace {

Json jsonOf(const Line& line) {
  Json out = Json::array();
  for (const Position at : line) out.push_back(Json::array({at.lonDeg(), at.latDeg()}));
  return out;
}

Json jsonOf(const RoadDesk& desk, const Route& route) {
  const RoadGraph& graph = *desk.picture.network().graph;
  Json roads = Json::array();
  for (const RoadOnRoute& road : roadsOn(graph, route))
    roads.push_back(
        {{"name", road.name}, {"class", std::string(nameOf(road.roadClass).code)}, {"metres", road.distanceM}});
  Json avoided = Json::array();
  for (const std::uint32_t i : route.avoided) avoided.push_back(desk.picture.closures().all()[i].name);
  return {{"depart", desk.zone.iso(route.depart)},
          {"arrive", desk.zone.iso(route.arrive)},
          {"seconds", static_cast<double>(route.takesMs()) / 1000},
          {"metres", route.distanceM},
          {"waitedSeconds", static_cast<double>(route.waitedMs) / 1000},
          {"proven", route.proven},
          {"avoided", avoided},
          {"roads", roads},
          {"line", jsonOf(lineOf(graph, route))}};
}

std::string minutesOf(std::uint32_t ms) {
  if (ms >= neverMs) return "–";
  char out[32];
  std::snprintf(out, sizeof out, "%.1f", ms / 60'000.0);
  return out;
}

template <class Run>
void addRoadCommand(CLI::App& app, Session& session, const char* name, const std::string& help,
                    const std::function<void(CLI::App&, RoadOptions&)>& more, Run run) {
  auto options = std::make_shared<RoadOptions>();
  auto* command = app.add_subcommand(name, help);
  options->addTo(*command, session);
  if (more) more(*command, *options);
  command->callback([options, &session, run] {
    const auto desk = roadDeskFor(session, *options);
    if (!desk) return session.console.refuse(desk.error());
    sayNotes(session, desk->notes);
    if (const auto done = run(*desk, *options); !done) session.console.refuse(done.error());
  });
}

struct Ends {
  std::vector<std::string> from, to;
  std::size_t ways = 1;
};

Outcome runRoute(const Session& session, const RoadDesk& desk, const RoadOptions& o, const Ends& ends) {
  const auto a = desk.placeNamed(ends.from.front()), b = desk.placeNamed(ends.to.front());
  if (!a) return failure(a.error());
  if (!b) return failure(b.error());
  RoadSearch search(desk.picture.network());
  auto arrival = arrivalAt(search, desk.picture, desk.vehicle, *a, *b, desk.depart, desk.zone,
                           desk.heights ? &*desk.heights : nullptr);
  if (!arrival) return failure(arrival.error());
  const RoadTimes& times = desk.picture.times(desk.vehicle);
  const RouteRequest request{*times.snap(*a), *times.snap(*b), desk.depart, o.wait};
  std::vector<Route> ways;
  if (arrival->route && ends.ways > 1)
    ways = search.alternatives(times, desk.picture.closures(), request, ends.ways);
  else if (arrival->route || o.wait)
    if (auto one = search.earliest(times, desk.picture.closures(), request)) ways.push_back(std::move(*one));
  if (session.console.json) {
    Json out{{"words", session.console.say(arrival->words)},
             {"reachable", !ways.empty()},
             {"vehicle", std::string(nameOf(desk.vehicle).code)},
             {"onFootSeconds", static_cast<double>(arrival->lastLeg.ms) / 1000}};
    Json list = Json::array();
    for (const Route& way : ways) list.push_back(jsonOf(desk, way));
    out["ways"] = list;
    Json open = Json::array();
    for (const std::uint32_t i : arrival->toOpen) open.push_back(desk.picture.closures().all()[i].name);
    out["toOpen"] = open;
    if (arrival->ifOpened) out["ifOpened"] = desk.zone.iso(*arrival->ifOpened);
    session.console.line(canonical(out));
    return {};
  }
  session.console.line(session.console.say(arrival->words));
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const Text takes = durationText(ways[i].takesMs());
    if (ways.size() > 1)
      session.console.line(std::to_string(i + 1) + ". " + desk.zone.clock(ways[i].arrive) + "  " +
                           session.console.say(takes));
    if (ways[i].waitedMs > 0)
      session.console.line(
          session.console.say({"  waits " + durationText(ways[i].waitedMs).en + " for a road that opens",
                               "  途中等待道路恢复 " + durationText(ways[i].waitedMs).zh}));
    TextTable table({session.console.say({"road", "道路"}), "km"});
    for (const RoadOnRoute& road : roadsOn(*desk.picture.network().graph, ways[i])) {
      char km[32];
      std::snprintf(km, sizeof km, "%.2f", road.distanceM / 1000);
      table.add({road.name.empty() ? "(" + session.console.say(textOf(road.roadClass)) + ")" : road.name, km});
    }
    std::cout << table.text();
  }
  return {};
}

Outcome runMatrix(const Session& session, const RoadDesk& desk, const Ends& ends) {
  std::vector<RoadPoint> from, to;
  for (const auto& [names, points] : {std::pair(&ends.from, &from), std::pair(&ends.to, &to)})
    for (const std::string& name : *names) {
      const auto at = desk.roadAt(name);
      if (!at) return failure(at.error());
      points->push_back(*at);
    }
  const auto matrix = timeMatrix(desk.picture.times(desk.vehicle), desk.picture.closures(), from, to, desk.depart);
  if (!matrix) return failure(matrix.error());
  if (session.console.json) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < matrix->rows; ++i) {
      Json row = Json::array();
      for (std::size_t j = 0; j < matrix->columns; ++j)
        row.push_back(matrix->at(i, j) >= neverMs ? Json() : Json(matrix->at(i, j) / 1000.0));
      rows.push_back(row);
    }
    session.console.line(canonical(Json{{"from", ends.from}, {"to", ends.to}, {"seconds", rows}}));
    return {};
  }
  std::vector<std::string> header{session.console.say({"minutes", "分钟"})};
  header.insert(header.end(), ends.to.begin(), ends.to.end());
  TextTable table(header);
  for (std::size_t i = 0; i < matrix->rows; ++i) {
    std::vector<std::string> row{ends.from[i]};
    for (std::size_t j = 0; j < matrix->columns; ++j) row.push_back(minutesOf(matrix->at(i, j)));
    table.add(row);
  }
  std::cout << table.text();
  return {};
}

Outcome runIsochrone(const Session& session, const RoadDesk& desk, const Ends& ends, const std::vector<double>& minutes,
                     const std::string& outFile) {
  IsochroneRequest request;
  request.depart = desk.depart;
  for (const std::string& name : ends.from) {
    const auto at = desk.roadAt(name);
    if (!at) return failure(at.error());
    request.origins.push_back({*at, 0});
  }
  for (const double limit : minutes) {
    if (!(limit > 0) || limit > 24 * 60)
      return failure(ErrorCode::invalid,
                     {"more than 0 and at most 1440 minutes are wanted", "时限应大于 0、不超过 1440 分钟"});
    request.limitsMs.push_back(static_cast<std::int64_t>(limit * 60'000));
  }
  const auto shapes = isochrones(desk.picture.times(desk.vehicle), desk.picture.closures(), request);
  if (!shapes) return failure(shapes.error());
  Json features = Json::array();
  for (std::size_t i = 0; i < shapes->size(); ++i) {
    Json areas = Json::array();
    for (const Polygon& area : (*shapes)[i].areas) {
      Json rings = Json::array();
      for (Ring ring : area) {
        if (!ring.empty()) ring.push_back(ring.front());
        rings.push_back(jsonOf(ring));
      }
      areas.push_back(rings);
    }
    features.push_back({{"type", "Feature"},
                        {"properties", {{"minutes", minutes[i]}}},
                        {"geometry", {{"type", "MultiPolygon"}, {"coordinates", areas}}}});
  }
  const Json collection{{"type", "FeatureCollection"}, {"features", features}};
  if (outFile.empty()) {
    session.console.line(canonical(collection));
    return {};
  }
  std::ofstream out(outFile, std::ios::binary);
  out << canonical(collection) << '\n';
  out.close();
  if (!out)
    return failure(Error{ErrorCode::io, {"the file cannot be written", "文件无法写入"}, {}, {outFile, 0, 0, {}, {}}});
  session.console.report({"written to " + outFile, "已写入 " + outFile}, Json{{"file", outFile}});
  return {};
}

Outcome runClosures(const Session& session, const RoadDesk& desk) {
  Json list = Json::array();
  TextTable table({session.console.say({"closure", "封闭"}), session.console.say({"from", "开始"}),
                   session.console.say({"to", "结束"}), session.console.say({"roads", "道路"}), "km"});
  const RoadGraph& graph = *desk.picture.network().graph;
  for (const EdgeClosure& closure : desk.picture.closures().all()) {
    double metres = 0;
    std::vector<std::string> names;
    for (const EdgeId edge : closure.edges) {
      metres += graph.lengthM(edge);
      const std::string& name = graph.nameOf(edge);
      if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    std::string roads;
    for (const std::string& name : names) roads += (roads.empty() ? "" : ", ") + name;
    const ClosedSpan& span = closure.spans.front();
    char km[32];
    std::snprintf(km, sizeof km, "%.2f", metres / 1000);
    table.add({closure.name, span.from.ms == 0 ? "" : desk.zone.local(span.from),
               span.to ? desk.zone.local(*span.to) : "", roads, km});
    list.push_back({{"name", closure.name},
                    {"from", span.from.ms == 0 ? Json() : Json(desk.zone.iso(span.from))},
                    {"to", span.to ? Json(desk.zone.iso(*span.to)) : Json()},
                    {"roads", names},
                    {"edges", closure.edges.size()},
                    {"metres", metres}});
  }
  if (session.console.json)
    session.console.line(canonical(list));
  else if (table.empty())
    session.console.line(session.console.say({"no road is closed", "没有道路封闭"}));
  else
    std::cout << table.text();
  return {};
}

Outcome runAllocate(const Session& session, const RoadDesk& desk, double hoursToHazard) {
  if (!desk.situation)
    return failure(ErrorCode::invalid,
                   {"allocation is about the risk zones and shelters of a station", "分配针对站点的风险区和避难场所"},
                   {"name the station with --station", "请用 --station 指定站点"});
  AllocationRequest request;
  request.depart = desk.depart;
  std::vector<Text> left;
  std::vector<RoadPoint> from, to;
  const RoadTimes& times = desk.picture.times(desk.vehicle);
  desk.situation->riskZones.forEach([&](const Uuid& id, const RiskZone& zone) {
    if (zone.population.value_or(0) <= 0) return;
    const auto at = zone.shape ? anchorOf(*zone.shape) : std::nullopt;
    const auto on = at ? times.snap(*at) : std::nullopt;
    if (!on) {
      left.push_back({zone.name + ": not on the map, or far from any road", zone.name + "：未标绘，或远离道路"});
      return;
    }
    AllocationZone one{id.text(), zone.name, *at, *zone.population, std::nullopt};
    if (hoursToHazard > 0) one.hazardAt = desk.depart.plusMs(static_cast<std::int64_t>(hoursToHazard * 3'600'000));
    request.zones.push_back(std::move(one));
    from.push_back(*on);
  });
  desk.situation->shelters.forEach([&](const Uuid& id, const Shelter& shelter) {
    const auto on = shelter.location ? times.snap(*shelter.location) : std::nullopt;
    if (!on || !shelter.places()) {
      left.push_back(
          {shelter.name + ": no capacity is known, or not at a road", shelter.name + "：容量不明，或不在道路旁"});
      return;
    }
    request.shelters.push_back({id.text(), shelter.name, *shelter.location,
                                std::max<std::int64_t>(0, *shelter.places() - shelter.occupants), false});
    to.push_back(*on);
  });
  if (request.zones.empty())
    return failure(ErrorCode::notFound, {"no risk zone with people is on the map", "没有标绘且有人口的风险区"});
  const auto matrix = timeMatrix(times, desk.picture.closures(), from, to, desk.depart);
  if (!matrix) return failure(matrix.error());
  for (const std::uint32_t ms : matrix->ms)
    request.seconds.push_back(ms >= neverMs ? std::nullopt : std::optional<std::int64_t>((ms + 999) / 1000));
  const auto made = allocate(request);
  if (!made) return failure(made.error());
  Json allotments = Json::array(), unplaced = Json::array();
  TextTable table({session.console.say({"zone", "转移点"}), session.console.say({"people", "人数"}),
                   session.console.say({"shelter", "避难场所"}), session.console.say({"minutes", "分钟"})});
  for (const Allotment& one : made->allotments) {
    table.add({request.zones[one.zone].name, std::to_string(one.people), request.shelters[one.shelter].name,
               minutesOf(static_cast<std::uint32_t>(one.seconds * 1000))});
    allotments.push_back({{"zone", request.zones[one.zone].id},
                          {"zoneName", request.zones[one.zone].name},
                          {"shelter", request.shelters[one.shelter].id},
                          {"shelterName", request.shelters[one.shelter].name},
                          {"people", one.people},
                          {"seconds", one.seconds}});
  }
  for (const Unplaced& one : made->unplaced) {
    table.add({request.zones[one.zone].name, std::to_string(one.people), session.console.say(one.because), ""});
    unplaced.push_back({{"zone", request.zones[one.zone].id},
                        {"zoneName", request.zones[one.zone].name},
                        {"people", one.people},
                        {"because", session.console.say(one.because)}});
  }
  if (session.console.json) {
    session.console.line(canonical(Json{{"allotments", allotments}, {"unplaced", unplaced}, {"placed", made->placed}}));
    return {};
  }
  sayNotes(session, left);
  std::cout << table.text();
  return {};
}

}  // namespace

void addRouteCommands(CLI::App& app, Session& session) {
  auto ends = std::make_shared<Ends>();
  const auto needs = [&session, ends](bool to) {
    return [&session, ends, to](CLI::App& command, RoadOptions&) {
      command.add_option("--from", ends->from, told(session, "longitude,latitude or a name", "“经度,纬度”或名称"))
          ->required()
          ->take_all();
      if (to)
        command.add_option("--to", ends->to, told(session, "longitude,latitude or a name", "“经度,纬度”或名称"))
            ->required()
            ->take_all();
    };
  };
  addRoadCommand(
      app, session, "route",
      told(session, "the way by road, its time, and what it avoids", "行车路线、用时与避开的封闭"),
      [=, &session](CLI::App& command, RoadOptions& o) {
        needs(true)(command, o);
        command.add_option("--ways", ends->ways, told(session, "how many ways that differ", "备选路线条数"))
            ->check(CLI::Range(1, 10));
      },
      [&session, ends](const RoadDesk& desk, const RoadOptions& o) { return runRoute(session, desk, o, *ends); });
  addRoadCommand(
      app, session, "matrix", told(session, "travel times from many places to many", "多点到多点行车时间"), needs(true),
      [&session, ends](const RoadDesk& desk, const RoadOptions&) { return runMatrix(session, desk, *ends); });
  auto minutes = std::make_shared<std::vector<double>>(std::vector<double>{10, 20, 30});
  auto outFile = std::make_shared<std::string>();
  addRoadCommand(
      app, session, "isochrone", told(session, "what can be reached in time, as GeoJSON", "等时圈（GeoJSON）"),
      [=, &session](CLI::App& command, RoadOptions& o) {
        needs(false)(command, o);
        command.add_option("--minutes", *minutes, told(session, "limits: 10,20,30", "时限：10,20,30"))->delimiter(',');
        command.add_option("--out", *outFile, told(session, "a file, else stdout", "输出文件，缺省为标准输出"));
      },
      [&session, ends, minutes, outFile](const RoadDesk& desk, const RoadOptions&) {
        return runIsochrone(session, desk, *ends, *minutes, *outFile);
      });
  addRoadCommand(app, session, "closures", told(session, "which roads the closures hold", "各处封闭涉及的道路"),
                 nullptr, [&session](const RoadDesk& desk, const RoadOptions&) { return runClosures(session, desk); });
  auto hours = std::make_shared<double>(0);
  addRoadCommand(
      app, session, "allocate",
      told(session, "a first proposal: people of risk zones to shelters", "转移安置初步分配：风险区到避难场所"),
      [hours, &session](CLI::App& command, RoadOptions&) {
        command.add_option("--hours", *hours, told(session, "until the hazard is there", "距险情到达的小时数"))
            ->check(CLI::NonNegativeNumber);
      },
      [&session, hours](const RoadDesk& desk, const RoadOptions&) { return runAllocate(session, desk, *hours); });
}

}  // namespace fengsui
