// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>

#include "cli/roadoptions.h"
#include "dispatch/arrival.h"
#include "dispatch/closureeffects.h"
#include "dispatch/cutoff.h"
#include "gis/roads/isochrone.h"
#include "gis/roads/timematrix.h"

namespace fengsui {
namespace {

Json jsonOf(const Line& line) {
  Json out = Json::array();
  for (const Position at : line) out.push_back(Json::array({at.lonDeg(), at.latDeg()}));
  return out;
}

Json jsonOf(const RoadClosures& closures, const std::vector<std::uint32_t>& which) {
  Json out = Json::array();
  for (const std::uint32_t i : which) out.push_back(closures.all()[i].name);
  return out;
}

Json jsonOf(const RoadDesk& desk, const Route& route) {
  const RoadGraph& graph = *desk.picture.network().graph;
  Json roads = Json::array();
  for (const RoadOnRoute& road : roadsOn(graph, route))
    roads.push_back(
        {{"name", road.name}, {"class", std::string(nameOf(road.roadClass).code)}, {"metres", road.distanceM}});
  const Json avoided = jsonOf(desk.picture.closures(), route.avoided);
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
    out["toOpen"] = jsonOf(desk.picture.closures(), arrival->toOpen);
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

struct Apart {
  std::size_t row, column;
  Text why;
};

// Pairs that no road joins, whatever is closed; what cuts off a whole row or column is said of its first pair.
std::vector<Apart> withoutRoads(const RoadDesk& desk, const std::vector<RoadPoint>& from,
                                const std::vector<RoadPoint>& to, const TimeMatrix& matrix,
                                const ClosureEffects& effects) {
  std::vector<Apart> out;
  std::set<std::string> said;
  for (std::size_t i = 0; i < matrix.rows; ++i)
    for (std::size_t j = 0; j < matrix.columns; ++j) {
      const bool byClosure = std::any_of(effects.pairs.begin(), effects.pairs.end(), [&](const ClosureEffect& effect) {
        return effect.row == i && effect.column == j;
      });
      if (matrix.at(i, j) < neverMs || byClosure || effects.unexplained > 0) continue;
      Text why = inWords(cutOffBetween(desk.picture.times(desk.vehicle), from[i], to[j]));
      if (said.insert(why.en).second) out.push_back({i, j, std::move(why)});
    }
  return out;
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
  const auto effects = effectsOfClosures(desk.picture, desk.vehicle, from, to, *matrix, desk.depart);
  if (!effects) return failure(effects.error());
  const RoadClosures& closures = desk.picture.closures();
  const auto apart = withoutRoads(desk, from, to, *matrix, *effects);
  if (session.console.json) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < matrix->rows; ++i) {
      Json row = Json::array();
      for (std::size_t j = 0; j < matrix->columns; ++j)
        row.push_back(matrix->at(i, j) >= neverMs ? Json() : Json(matrix->at(i, j) / 1000.0));
      rows.push_back(row);
    }
    Json changed = Json::array();
    for (const ClosureEffect& effect : effects->pairs)
      changed.push_back({{"from", ends.from[effect.row]},
                         {"to", ends.to[effect.column]},
                         {"laterSeconds", static_cast<double>(effect.laterMs) / 1000},
                         {"cutOff", effect.cutOff},
                         {"avoided", jsonOf(closures, effect.avoided)},
                         {"toOpen", jsonOf(closures, effect.toOpen)}});
    Json noRoad = Json::array();
    for (const auto& [i, j, why] : apart)
      noRoad.push_back({{"from", ends.from[i]}, {"to", ends.to[j]}, {"words", session.console.say(why)}});
    session.console.line(canonical(
        Json{{"from", ends.from}, {"to", ends.to}, {"seconds", rows}, {"closures", changed}, {"noRoad", noRoad}}));
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
  for (const auto& [i, j, why] : apart)
    session.console.line(ends.from[i] + " – " + ends.to[j] + ": " + session.console.say(why));
  for (const ClosureEffect& effect : effects->pairs)
    session.console.line(ends.from[effect.row] + " – " + ends.to[effect.column] + ": " +
                         session.console.say(effectInWords(closures, effect)));
  if (effects->unexplained > 0) {
    const std::string more = std::to_string(effects->unexplained);
    session.console.line(
        session.console.say({more + " more pairs are changed by closures", "另有 " + more + " 对受封闭影响"}));
  }
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
  std::vector<RoadPoint> from;
  for (const IsochroneOrigin& origin : request.origins) from.push_back(origin.at);
  const auto avoided = closuresWithin(desk.picture, desk.vehicle, from, desk.depart,
                                      *std::max_element(request.limitsMs.begin(), request.limitsMs.end()));
  const Json collection{
      {"type", "FeatureCollection"}, {"avoided", jsonOf(desk.picture.closures(), avoided)}, {"features", features}};
  if (!avoided.empty()) {
    const Text names = namesOfClosures(desk.picture.closures(), avoided);
    sayNotes(session, {{"closures that hold in what could be reached: " + names.en, "可达范围内的封闭：" + names.zh}});
  }
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

}  // namespace

void addRouteCommands(CLI::App& app, Session& session) {
  auto ends = std::make_shared<Ends>();
  const auto from = [&session, ends](CLI::App& command) {
    return command.add_option("--from", ends->from, told(session, "longitude,latitude or a name", "“经度,纬度”或名称"))
        ->take_all();
  };
  const auto to = [&session, ends](CLI::App& command) {
    return command.add_option("--to", ends->to, told(session, "longitude,latitude or a name", "“经度,纬度”或名称"))
        ->take_all();
  };
  auto options = std::make_shared<RoadOptions>();
  auto* route = app.add_subcommand(
      "route", told(session, "the way by road, its time, and what it avoids", "行车路线、用时与避开的封闭"));
  route->require_subcommand(0, 1);
  options->addTo(*route, session);
  from(*route);
  to(*route);
  route->add_option("--ways", ends->ways, told(session, "how many ways that differ", "备选路线条数"))
      ->check(CLI::Range(1, 10));
  route->callback([route, options, ends, &session] {
    if (!route->get_subcommands().empty()) return;
    if (ends->from.size() != 1 || ends->to.size() != 1) throw CLI::RequiredError("--from, --to");
    const auto desk = roadDeskFor(session, *options);
    if (!desk) return session.console.refuse(desk.error());
    sayNotes(session, desk->notes);
    if (const auto done = runRoute(session, *desk, *options, *ends); !done) session.console.refuse(done.error());
  });
  addTeamRouteCommands(app, *route, session, options);
  addRoadCommand(
      app, session, "matrix", told(session, "travel times from many places to many", "多点到多点行车时间"),
      [=](CLI::App& command, RoadOptions&) {
        from(command)->required();
        to(command)->required();
      },
      [&session, ends](const RoadDesk& desk, const RoadOptions&) { return runMatrix(session, desk, *ends); });
  auto minutes = std::make_shared<std::vector<double>>(std::vector<double>{10, 20, 30});
  auto outFile = std::make_shared<std::string>();
  addRoadCommand(
      app, session, "isochrone", told(session, "what can be reached in time, as GeoJSON", "等时圈（GeoJSON）"),
      [=, &session](CLI::App& command, RoadOptions&) {
        from(command)->required();
        command.add_option("--minutes", *minutes, told(session, "limits: 10,20,30", "时限：10,20,30"))->delimiter(',');
        command.add_option("--out", *outFile, told(session, "a file, else stdout", "输出文件，缺省为标准输出"));
      },
      [&session, ends, minutes, outFile](const RoadDesk& desk, const RoadOptions&) {
        return runIsochrone(session, desk, *ends, *minutes, *outFile);
      });
  addClosureCommands(app, session);
  addAllocateCommand(app, session);
}

}  // namespace fengsui
