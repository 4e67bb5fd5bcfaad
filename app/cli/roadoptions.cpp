// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/roadoptions.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "gis/knownplaces.h"
#include "gis/places.h"
#include "gis/roads/roadlayer.h"
#include "gis/table.h"
#include "plans/sun.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

struct Spot {
  std::string name;
  std::string town;
  Position at;
};

std::vector<Spot> spotsOf(const Situation& s) {
  std::vector<Spot> out;
  const auto add = [&](const std::string& name, const std::string& town, const std::optional<Position>& at) {
    if (at && !name.empty()) out.push_back({name, town, *at});
  };
  s.incidents.forEach([&](const Uuid&, const Incident& one) { add(one.title, one.locality, one.location); });
  s.teams.forEach([&](const Uuid&, const Team& one) { add(one.name, one.town, one.position()); });
  s.depots.forEach([&](const Uuid&, const Depot& one) { add(one.name, one.town, one.location); });
  s.shelters.forEach([&](const Uuid&, const Shelter& one) { add(one.name, one.town, one.location); });
  s.facilities.forEach([&](const Uuid&, const Facility& one) { add(one.name, one.town, one.location); });
  s.places.forEach([&](const Uuid&, const Place& one) { add(one.name, one.town, one.location); });
  s.riskZones.forEach([&](const Uuid&, const RiskZone& one) {
    add(one.name, one.town, one.shape ? anchorOf(*one.shape) : std::nullopt);
  });
  return out;
}

std::string cellOf(const Table& table, const Row& row, std::initializer_list<const char*> names) {
  for (const char* name : names)
    for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i)
      if (table.columns[i].name == name) return row.cells[i];
  return {};
}

Result<std::vector<Vehicle>> vehiclesIn(const std::string& text) {
  std::vector<Vehicle> out;
  std::string word;
  const auto take = [&]() -> Outcome {
    if (word.empty()) return {};
    for (const auto& name : namesOf<Vehicle>)
      if (word == name.code || word == name.zh) {
        out.push_back(name.value);
        word.clear();
        return {};
      }
    return failure(ErrorCode::invalid, {"\"" + word + "\" is no kind of vehicle: car, heavy, crawler or foot",
                                        "“" + word + "”不是车型：car、heavy、crawler 或 foot"});
  };
  for (const char c : text) {
    if (c != ',' && c != ' ' && c != ';') {
      word += c;
    } else if (const auto taken = take(); !taken) {
      return failure(taken.error());
    }
  }
  if (const auto taken = take(); !taken) return failure(taken.error());
  return out;
}

Result<RoadNetwork> networkFrom(const RoadOptions& o, const std::string& file, std::vector<Text>& notes) {
  RoadLayerOptions options;
  options.layer = o.layer;
  options.crs = o.crs;
  options.columns.roadClass = o.classColumn;
  options.columns.oneway = o.onewayColumn;
  auto layer = readRoadLayer(file, options);
  if (!layer) return failure(layer.error());
  notes = layer->notes;
  auto network = RoadNetwork::of(layer->graph);
  if (!network) return failure(network.error().at({file, 0, 0, {}, {}}));
  return network;
}

}  // namespace

void RoadOptions::addTo(CLI::App& command, const Session& session) {
  const auto text = [&](const char* name, std::string& into, const char* en, const char* zh) {
    return command.add_option(name, into, told(session, en, zh));
  };
  text("--roads", roads, "a layer of roads; else the map of the station", "道路图层；缺省用站点底图");
  text("--layer", layer, "which layer of the file", "文件中的图层");
  text("--crs", crs, "its coordinate system, where the file does not say: EPSG:4549",
       "文件未注明时的坐标系，如 EPSG:4549");
  text("--class-column", classColumn, "the column with the class of a road", "道路等级所在列");
  text("--oneway-column", onewayColumn, "the column that says one-way", "单行所在列");
  text("--speeds", speeds, "a speed table of the district", "本区速度表");
  text("--closures", closures, "a file of closures: geometry, name, from, to, vehicles",
       "道路封闭文件：几何、名称、开始、结束、车型");
  text("--depart", depart, "when: 21:40, -15m, 2026-07-20 21:40; else now", "出发时间，缺省为现在");
  text("--vehicle", vehicle, "car, heavy, crawler or foot", "car 小型车、heavy 大型车、crawler 履带车、foot 步行");
  command.add_flag("--night", night, told(session, "it is dark; else as the sun says", "夜间；缺省按日出日落"));
  command.add_flag("--day", day, told(session, "it is light", "白天"));
  command.add_flag("--rain", rain, told(session, "it rains", "降雨"));
  command.add_flag("--wait", wait, told(session, "may wait for a road that opens again", "可等待道路恢复通行"));
}

Result<RoadClosures> readClosures(const std::string& file, const RoadNetwork& network, const TimeZone& zone) {
  const auto table = readTable(file).and_then([](Table read) { return withPlaces(std::move(read), {}); });
  if (!table) return failure(table.error());
  std::vector<EdgeClosure> out;
  for (const Row& row : table->rows) {
    const auto wrong = [&](const Error& error) { return failure(error.at({file, row.number, 0, {}, {}})); };
    if (row.shapeFault) return wrong(*row.shapeFault);
    if (!row.shape)
      return wrong({ErrorCode::invalid,
                    {"the closure is not drawn", "该封闭没有几何"},
                    {"give a point, a line or an area", "请给出点、线或面"},
                    {}});
    EdgeClosure closure;
    closure.name = cellOf(*table, row, {"name", "名称", "路段"});
    closure.id = std::to_string(row.number);
    if (closure.name.empty()) closure.name = "#" + closure.id;
    ClosedSpan span;
    if (const std::string from = cellOf(*table, row, {"from", "开始", "开始时间", "closed_from"}); !from.empty()) {
      const auto at = zone.parse(from);
      if (!at) return wrong(at.error());
      span.from = *at;
    }
    if (const std::string to = cellOf(*table, row, {"to", "结束", "结束时间", "closed_to"}); !to.empty()) {
      const auto at = zone.parse(to);
      if (!at) return wrong(at.error());
      span.to = *at;
      if (*at <= span.from)
        return wrong({ErrorCode::invalid, {"a closure ends after it begins", "封闭的结束时间须晚于开始时间"}, {}, {}});
    }
    closure.spans.push_back(span);
    const auto vehicles = vehiclesIn(cellOf(*table, row, {"vehicles", "车型"}));
    if (!vehicles) return wrong(vehicles.error());
    closure.vehicles = *vehicles;
    ClosedEdgeOptions options;
    const std::string bridges = cellOf(*table, row, {"spares_bridges", "桥梁可通行"});
    options.sparesBridges = bridges == "1" || bridges == "true" || bridges == "是";
    closure.edges = edgesClosedBy(*network.graph, *network.index, *row.shape, options);
    out.push_back(std::move(closure));
  }
  return RoadClosures(std::move(out));
}

Result<Position> RoadDesk::placeNamed(const std::string& written) const {
  if (auto at = Position::parse(written)) return at;
  std::vector<Spot> spots;
  if (situation) spots = spotsOf(*situation);
  for (const NamedPosition& place : placesOfBaseMap(baseMap)) spots.push_back({place.name, {}, place.at});
  std::vector<Spot> found;
  for (const bool whole : {true, false}) {
    for (const Spot& spot : spots) {
      if (whole ? spot.name != written : spot.name.find(written) == std::string::npos) continue;
      // The same thing in the station and on the map is one.
      const bool known = std::any_of(found.begin(), found.end(), [&](const Spot& other) {
        return other.name == spot.name && distanceM(other.at, spot.at) < 300;
      });
      if (!known) found.push_back(spot);
    }
    if (!found.empty()) break;
  }
  if (found.size() == 1) return found.front().at;
  if (found.empty())
    return failure(
        ErrorCode::notFound, {"no place is called \"" + written + "\"", "没有名为“" + written + "”的地点"},
        {"write a name of the station or the map, or longitude,latitude", "请写站点或底图中的名称，或“经度,纬度”"});
  std::string list;
  for (std::size_t i = 0; i < found.size() && i < 8; ++i)
    list += (i == 0 ? "" : "; ") + found[i].name + (found[i].town.empty() ? "" : " (" + found[i].town + ")") + " " +
            found[i].at.text();
  return failure(ErrorCode::ambiguous,
                 {"\"" + written + "\" could be several: " + list, "“" + written + "”不唯一：" + list},
                 {"write the whole name, or longitude,latitude", "请写全名，或“经度,纬度”"});
}

Result<RoadPoint> RoadDesk::roadAt(const std::string& written) const {
  const auto at = placeNamed(written);
  if (!at) return failure(at.error());
  const auto on = picture.times(vehicle).snap(*at);
  if (on) return *on;
  return failure(ErrorCode::notFound, {written + " is farther than 3 km from any road that this vehicle can use",
                                       written + "距该车型可用道路超过 3 公里"});
}

void sayNotes(const Session& session, const std::vector<Text>& notes) {
  if (session.console.json) return;
  for (const Text& note : notes) std::cerr << session.console.say(note) << '\n';
}

Result<RoadDesk> roadDeskFor(const Session& session, const RoadOptions& o) {
  const auto vehicle = vehiclesIn(o.vehicle);
  if (!vehicle) return failure(vehicle.error());
  if (vehicle->size() != 1) return failure(ErrorCode::invalid, {"one kind of vehicle is wanted", "须指定一种车型"});
  std::optional<Situation> situation;
  TimeZone zone = TimeZone::named("Asia/Shanghai").value_or(TimeZone::utc());
  std::string file = o.roads, map;
  // With a road layer of its own a command needs no station; one that was named has to be there all the same.
  if (o.roads.empty() || !session.stationPath.empty()) {
    const auto station = session.open(true);
    if (!station) return failure(station.error());
    situation = (*station)->situation();
    zone = (*station)->timeZone();
    const fs::path journal(session.path().value());
    map = (journal.parent_path() / (journal.stem().string() + ".map")).string();
    if (file.empty()) {
      file = (fs::path(map) / "base.gpkg").string();
      if (!fs::exists(file))
        return failure(
            Error{ErrorCode::notFound,
                  {"the station has no map with roads yet", "站点还没有含道路的底图"},
                  {"build it: fengsuictl district build --osm FILE --out " + map + ", or give --roads FILE",
                   "请用 fengsuictl district build --osm FILE --out " + map + " 生成，或用 --roads FILE 指定"},
                  {file, 0, 0, {}, {}}});
    }
  }
  std::vector<Text> notes;
  auto network = networkFrom(o, file, notes);
  if (!network) return failure(network.error());
  auto speeds = o.speeds.empty() ? Result<SpeedTable>(shippedSpeedTable()) : readSpeedTableFile(o.speeds);
  if (!speeds) return failure(speeds.error());
  const auto depart = o.depart.empty() ? Result<Instant>(systemNow()) : momentFrom(o.depart, zone, systemNow());
  if (!depart) return failure(depart.error());
  RoadClosures closures;
  if (!o.closures.empty()) {
    auto read = readClosures(o.closures, *network, zone);
    if (!read) return failure(read.error());
    closures = std::move(*read);
    for (const EdgeClosure& closure : closures.all())
      if (closure.edges.empty())
        notes.push_back(
            {"closure \"" + closure.name + "\" touches no road", "封闭“" + closure.name + "”不在任何道路上"});
  }
  const bool dark = o.night || (!o.day && isDark(*depart, network->graph->at(0)));
  RoadDesk desk{RoadPicture(*network, *speeds, {dark, o.rain}, std::move(closures)),
                vehicle->front(),
                *depart,
                zone,
                std::move(situation),
                map.empty() ? file : (fs::path(map) / "base.gpkg").string(),
                std::nullopt,
                std::move(notes)};
  if (const fs::path terrain = fs::path(map) / "terrain.tif"; !map.empty() && fs::exists(terrain)) {
    auto heights = TerrainHeights::open(terrain);
    if (!heights) return failure(heights.error());
    desk.heights = std::move(*heights);
  }
  return desk;
}

}  // namespace fengsui
