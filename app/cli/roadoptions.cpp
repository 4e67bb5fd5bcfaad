// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/roadoptions.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "dispatch/stationclosures.h"
#include "gis/district/towns.h"
#include "gis/knownplaces.h"
#include "gis/places.h"
#include "gis/roads/closuretable.h"
#include "gis/roads/openroads.h"
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

// Those of the map do not carry their town; it is looked up where it is wanted.
void nameTowns(std::vector<Spot>& spots, const std::string& baseMap) {
  std::vector<Position> places;
  for (const Spot& spot : spots) places.push_back(spot.at);
  const auto towns = townsOf(places, baseMap);
  for (std::size_t i = 0; i < spots.size(); ++i)
    if (spots[i].town.empty()) spots[i].town = towns[i];
}

// "怀北镇 大水峪村", "怀北镇大水峪村", "大水峪村 (怀北镇)": a name with the town in front of it or behind.
std::vector<Spot> inTheirTown(const std::string& written, const std::vector<Spot>& spots, std::size_t ofStation,
                              const std::string& baseMap) {
  std::vector<Spot> out;
  std::vector<std::string> rest;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const Spot& spot = spots[i];
    if (spot.name.size() >= written.size()) continue;
    const bool behind = written.ends_with(spot.name);
    if (!behind && !written.starts_with(spot.name)) continue;
    std::string town = behind ? written.substr(0, written.size() - spot.name.size()) : written.substr(spot.name.size());
    for (const std::string_view mark : {" ", ",", "(", ")", "（", "）", "，"})
      for (std::size_t at = 0; (at = town.find(mark)) != std::string::npos;) town.erase(at, mark.size());
    if (town.empty() || (i < ofStation && spot.town != town)) continue;
    out.push_back(spot);
    rest.push_back(std::move(town));
  }
  nameTowns(out, baseMap);
  std::vector<Spot> fit;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool known = std::any_of(fit.begin(), fit.end(), [&](const Spot& other) {
      return other.name == out[i].name && distanceM(other.at, out[i].at) < 300;
    });
    if (out[i].town == rest[i] && !known) fit.push_back(out[i]);
  }
  return fit;
}

Result<RoadNetwork> networkFrom(const RoadOptions& o, const std::string& file, std::vector<Text>& notes) {
  RoadLayerOptions options;
  options.layer = o.layer;
  options.crs = o.crs;
  options.columns.roadClass = o.classColumn;
  options.columns.oneway = o.onewayColumn;
  auto roads = openRoads(file, options);
  if (!roads) return failure(roads.error());
  notes = std::move(roads->notes);
  return std::move(roads->network);
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
  text("--closures", closures, "more closures beside the station's: a file with geometry, name, from, to, vehicles",
       "站点封闭之外的封闭文件：几何、名称、开始、结束、车型");
  command.add_flag("--all-open", allOpen,
                   told(session, "as if the station had closed no road", "不考虑站点的道路封闭"));
  text("--depart", depart, "when: 21:40, -15m, 2026-07-20 21:40; else now", "出发时间，缺省为现在");
  text("--at", at, "with what the station knew at a moment: 21:40, -2h", "按该时刻站点的情况：21:40、-2h");
  text("--vehicle", vehicle, "car, heavy, crawler or foot", "car 小型车、heavy 大型车、crawler 履带车、foot 步行");
  command.add_flag("--night", night, told(session, "it is dark; else as the sun says", "夜间；缺省按日出日落"));
  command.add_flag("--day", day, told(session, "it is light", "白天"));
  command.add_flag("--rain", rain, told(session, "it rains", "降雨"));
  command.add_flag("--wait", wait, told(session, "may wait for a road that opens again", "可等待道路恢复通行"));
}

Result<std::vector<RoadClosure>> readClosures(const std::string& file, const TimeZone& zone) {
  const auto table = readTable(file).and_then([](Table read) { return withPlaces(std::move(read), {}); });
  if (!table) return failure(table.error());
  return closuresOfTable(*table, file, zone);
}

Result<ClosureRows> readClosureRows(const std::string& file, const TimeZone& zone) {
  const auto table = readTable(file).and_then([](Table read) { return withPlaces(std::move(read), {}); });
  if (!table) return failure(table.error());
  return closureRows(*table, file, zone);
}

Result<Vehicle> vehicleNamed(const std::string& written) {
  const auto codes = vehicleCodes(written);
  if (!codes) return failure(codes.error());
  if (codes->size() != 1) return failure(ErrorCode::invalid, {"one kind of vehicle is wanted", "须指定一种车型"});
  return *fromCode<Vehicle>(codes->front());
}

std::string minutesOf(std::int64_t ms) {
  if (ms >= neverMs) return "–";
  char out[32];
  std::snprintf(out, sizeof out, "%.1f", static_cast<double>(ms) / 60'000);
  return out;
}

CLI::App* addUnderRoadCommand(CLI::App& parent, Session& session, const char* name, const std::string& help,
                              const std::shared_ptr<RoadOptions>& options, RoadRun run) {
  auto* command = parent.add_subcommand(name, help);
  command->callback([options, &session, run = std::move(run)] {
    const auto desk = roadDeskFor(session, *options);
    if (!desk) return session.console.refuse(desk.error());
    sayNotes(session, desk->notes);
    if (const auto done = run(*desk, *options); !done) session.console.refuse(done.error());
  });
  return command;
}

CLI::App* addRoadCommand(CLI::App& app, Session& session, const char* name, const std::string& help,
                         const std::function<void(CLI::App&, RoadOptions&)>& more, RoadRun run) {
  auto options = std::make_shared<RoadOptions>();
  auto* command = addUnderRoadCommand(app, session, name, help, options, std::move(run));
  options->addTo(*command, session);
  if (more) more(*command, *options);
  return command;
}

Result<Position> RoadDesk::placeNamed(const std::string& written) const {
  return fengsui::placeNamed(written, situation ? &*situation : nullptr, baseMap);
}

Result<Position> placeNamed(const std::string& written, const Situation* situation, const std::string& baseMap) {
  if (auto at = Position::parse(written)) return at;
  std::vector<Spot> spots;
  if (situation) spots = spotsOf(*situation);
  const std::size_t ofStation = spots.size();
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
  if (found.empty()) found = inTheirTown(written, spots, ofStation, baseMap);
  if (found.size() == 1) return found.front().at;
  if (found.empty())
    return failure(
        ErrorCode::notFound, {"no place is called \"" + written + "\"", "没有名为“" + written + "”的地点"},
        {"write a name of the station or the map, or longitude,latitude", "请写站点或底图中的名称，或“经度,纬度”"});
  nameTowns(found, baseMap);
  std::string list;
  for (std::size_t i = 0; i < found.size() && i < 8; ++i)
    list += (i == 0 ? "" : "; ") + found[i].name + (found[i].town.empty() ? "" : " (" + found[i].town + ")") + " " +
            found[i].at.text();
  return failure(ErrorCode::ambiguous,
                 {"\"" + written + "\" could be several: " + list, "“" + written + "”不唯一：" + list},
                 {"write the town and the name (town name), or longitude,latitude", "请写“镇名 地名”，或“经度,纬度”"});
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

namespace {

/// The station as it is asked for, and where its map is.
struct FromStation {
  std::optional<Situation> situation;
  TimeZone zone = TimeZone::named("Asia/Shanghai").value_or(TimeZone::utc());
  std::string map;
  std::optional<Instant> at;
};

// With a road layer of its own a command needs no station; one that was named has to be there all the same.
Result<FromStation> stationFor(const Session& session, const RoadOptions& o) {
  FromStation out;
  if (!o.roads.empty() && session.stationPath.empty()) {
    if (!o.at.empty())
      return failure(ErrorCode::invalid, {"--at looks back at a station, and none is named", "--at 需要指定站点"},
                     {"name it with --station", "请用 --station 指定"});
    return out;
  }
  const auto station = session.open(true);
  if (!station) return failure(station.error());
  out.zone = (*station)->timeZone();
  if (o.at.empty()) {
    out.situation = (*station)->situation();
  } else {
    const auto moment = momentFrom(o.at, out.zone, systemNow());
    if (!moment) return failure(moment.error());
    auto then = (*station)->at(*moment);
    if (!then) return failure(then.error());
    out.situation = std::move(*then);
    out.at = *moment;
  }
  const fs::path journal(session.path().value());
  out.map = (journal.parent_path() / (journal.stem().string() + ".map")).string();
  return out;
}

}  // namespace

bool hasRoads(const Session& session, const RoadOptions& options) {
  if (!options.roads.empty()) return true;
  const auto path = session.path();
  if (!path) return false;
  const fs::path journal(*path);
  return fs::exists(journal.parent_path() / (journal.stem().string() + ".map") / "base.gpkg");
}

Result<RoadDesk> roadDeskFor(const Session& session, const RoadOptions& o) {
  const auto vehicle = vehicleNamed(o.vehicle);
  if (!vehicle) return failure(vehicle.error());
  auto station = stationFor(session, o);
  if (!station) return failure(station.error());
  const TimeZone zone = station->zone;
  const std::string base = station->map.empty() ? "" : (fs::path(station->map) / "base.gpkg").string();
  const std::string file = o.roads.empty() ? base : o.roads;
  if (o.roads.empty() && !fs::exists(file))
    return failure(
        Error{ErrorCode::notFound,
              {"the station has no map with roads yet", "站点还没有含道路的底图"},
              {"build it: fengsuictl district build --osm FILE --out " + station->map + ", or give --roads FILE",
               "请用 fengsuictl district build --osm FILE --out " + station->map + " 生成，或用 --roads FILE 指定"},
              {file, 0, 0, {}, {}}});
  std::vector<Text> notes;
  auto network = networkFrom(o, file, notes);
  if (!network) return failure(network.error());
  auto speeds = o.speeds.empty() ? Result<SpeedTable>(shippedSpeedTable()) : readSpeedTableFile(o.speeds);
  if (!speeds) return failure(speeds.error());
  const Instant now = station->at.value_or(systemNow());
  const auto depart = o.depart.empty() ? Result<Instant>(now) : momentFrom(o.depart, zone, now);
  if (!depart) return failure(depart.error());
  std::vector<RoadClosure> more;
  if (!o.closures.empty()) {
    auto read = readClosures(o.closures, zone);
    if (!read) return failure(read.error());
    more = std::move(*read);
  }
  const Situation none;
  RoadClosures closures = closuresOf(o.allOpen || !station->situation ? none : *station->situation, more, *network);
  for (const EdgeClosure& closure : closures.all())
    if (closure.edges.empty())
      notes.push_back({"closure \"" + closure.name + "\" touches no road", "封闭“" + closure.name + "”不在任何道路上"});
  const bool dark = o.night || (!o.day && isDark(*depart, network->graph->at(0)));
  RoadDesk desk{RoadPicture(*network, *speeds, {dark, o.rain}, std::move(closures)),
                *vehicle,
                *depart,
                zone,
                std::move(station->situation),
                base.empty() ? file : base,
                std::nullopt,
                std::move(notes),
                std::move(more),
                std::move(*speeds)};
  if (const fs::path terrain = fs::path(station->map) / "terrain.tif"; !station->map.empty() && fs::exists(terrain)) {
    auto heights = TerrainHeights::open(terrain);
    if (!heights) return failure(heights.error());
    desk.heights = std::move(*heights);
  }
  return desk;
}

}  // namespace fengsui
