// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <iostream>
#include <thread>

#include "cli/choices.h"
#include "cli/roadoptions.h"
#include "core/roadwords.h"
#include "dispatch/arrival.h"
#include "dispatch/closureeffects.h"
#include "dispatch/coverage.h"
#include "dispatch/replanning.h"
#include "dispatch/stationclosures.h"

namespace fengsui {
namespace {

Outcome needsStation(const RoadDesk& desk) {
  if (desk.situation) return {};
  return failure(ErrorCode::invalid, {"this is about the teams of a station", "本命令针对站点的队伍"},
                 {"name the station with --station", "请用 --station 指定站点"});
}

Json namesJson(const RoadClosures& closures, const std::vector<std::uint32_t>& which) {
  Json out = Json::array();
  for (const std::uint32_t i : which) out.push_back(closures.all()[i].name);
  return out;
}

const TerrainHeights* heightsOf(const RoadDesk& desk) {
  return desk.heights ? &*desk.heights : nullptr;
}

Result<std::vector<std::string>> capabilitiesFrom(const std::vector<std::string>& written) {
  std::vector<std::string> out;
  for (const std::string& one : written) {
    const auto code = choose(Vocabulary::capability, one);
    if (!code) return failure(code.error());
    out.push_back(*code);
  }
  return out;
}

// ---- who can be there first

struct FirstOptions {
  std::string to;
  std::vector<std::string> capabilities;
  std::size_t most = 15;
};

Outcome runFirst(const Session& session, const RoadDesk& desk, const FirstOptions& o) {
  if (const auto there = needsStation(desk); !there) return there;
  const auto to = desk.placeNamed(o.to);
  if (!to) return failure(to.error());
  const auto capabilities = capabilitiesFrom(o.capabilities);
  if (!capabilities) return failure(capabilities.error());
  const auto all =
      whoCanBeThere(*desk.situation, desk.picture, *to, desk.depart, desk.zone, *capabilities, heightsOf(desk));
  const RoadClosures& closures = desk.picture.closures();
  if (session.console.json) {
    Json list = Json::array();
    for (const Candidate& one : all) {
      Json json{{"team", one.team.text()},
                {"name", one.name},
                {"free", one.free},
                {"state", session.console.say(one.state)},
                {"seen", session.console.say(one.seen)},
                {"stale", one.stale},
                {"reachable", one.arrival && one.arrival->route},
                {"words", session.console.say(one.arrival ? one.arrival->words : one.whyNot)}};
      if (one.arrival && one.arrival->route) {
        json["arrive"] = desk.zone.iso(one.arrival->at);
        json["seconds"] = static_cast<double>(one.arrival->at.ms - desk.depart.ms) / 1000;
        json["avoided"] = namesJson(closures, one.arrival->route->avoided);
      }
      if (one.arrival) {
        json["vehicle"] = std::string(nameOf(one.arrival->vehicle).code);
        json["toOpen"] = namesJson(closures, one.arrival->toOpen);
      }
      list.push_back(std::move(json));
    }
    session.console.line(canonical(list));
    return {};
  }
  if (all.empty()) {
    session.console.line(session.console.say(capabilities->empty()
                                                 ? Text{"the station has no team", "本站没有队伍"}
                                                 : Text{"no team has what is asked for", "没有具备所需能力的队伍"}));
    return {};
  }
  TextTable table({session.console.say({"team", "队伍"}), session.console.say({"minutes", "分钟"}),
                   session.console.say({"state", "状态"}), session.console.say({"where", "位置"}),
                   session.console.say({"way", "路线"})});
  for (std::size_t i = 0; i < all.size() && i < o.most; ++i) {
    const Candidate& one = all[i];
    const bool comes = one.arrival && one.arrival->route;
    table.add({one.name, comes ? minutesOf(one.arrival->at.ms - desk.depart.ms) : "–", session.console.say(one.state),
               session.console.say(one.seen), session.console.say(comes ? one.arrival->words : one.whyNot)});
  }
  std::cout << table.text();
  if (all.size() > o.most) {
    const std::string more = std::to_string(all.size() - o.most);
    session.console.line(session.console.say({more + " more with --most", "另有 " + more + " 支，可用 --most 显示"}));
  }
  return {};
}

// ---- what closures have changed for those on the way

struct WatchOptions {
  std::string since = "-30m";
  bool all = false, follow = false;
  double seconds = 0;
};

/// What other closures make of the ways of those who drive now, in words and as JSON.
struct Watched {
  std::vector<std::string> lines;
  Json ways = Json::array();
  std::size_t teams = 0, same = 0;
};

Watched watched(const Session& session, const RoadDesk& desk, const Situation& situation, const RoadPicture& before,
                const RoadPicture& after, Instant now, bool all) {
  Watched out;
  const auto teams = teamsOnTheWay(situation);
  out.teams = teams.size();
  const RoadClosures& closures = after.closures();
  for (const Replanned& one : replanned(teams, before, after, now, desk.zone, heightsOf(desk))) {
    if (!one.changed && !all) {
      ++out.same;
      continue;
    }
    Json json{{"team", one.who.team.text()},
              {"name", one.who.name},
              {"changed", one.changed},
              {"reachable", one.after && one.after->route},
              {"words", session.console.say(one.words)}};
    if (one.after && one.after->route) {
      json["arrive"] = desk.zone.iso(one.after->at);
      json["avoided"] = namesJson(closures, one.after->route->avoided);
      if (one.before && one.before->route)
        json["laterSeconds"] = static_cast<double>(one.after->at.ms - one.before->at.ms) / 1000;
    }
    if (one.after) json["toOpen"] = namesJson(closures, one.after->toOpen);
    out.ways.push_back(std::move(json));
    out.lines.push_back(session.console.say(one.words));
  }
  return out;
}

void sayWatched(const Session& session, const Watched& watched) {
  for (const std::string& line : watched.lines) session.console.line(line);
  const std::string n = std::to_string(watched.same);
  if (watched.teams == 0)
    session.console.line(session.console.say({"no team is on the way", "没有途中的队伍"}));
  else if (watched.same > 0)
    session.console.line(session.console.say({n + " on the way as before", n + " 支途中队伍路线不变"}));
}

// "closed: 大桥 (积水)", "open again: 大桥", "changed: 绕行路"; nothing where no closure moved.
std::vector<Text> closuresMoved(const Situation& before, const Situation& after, Instant now, const TimeZone& zone) {
  std::vector<Text> out;
  after.roadClosures.forEachChange(before.roadClosures,
                                   [&](const Uuid&, const RoadClosure* was, const RoadClosure* is) {
                                     if (was && is && *was == *is) return;
                                     if (!is) {
                                       out.push_back({"taken off: " + was->name, "撤销：" + was->name});
                                       return;
                                     }
                                     const Text state = stateInWords(*is, now, zone);
                                     if (was && was->aheadOf(now) && !is->aheadOf(now))
                                       out.push_back({"open again: " + is->name, "恢复通行：" + is->name});
                                     else
                                       out.push_back({(was ? "changed: " : "closed: ") + is->name + ", " + state.en +
                                                          (is->words.empty() ? "" : " (" + is->words + ")"),
                                                      (was ? "变更：" : "封闭：") + is->name + "，" + state.zh +
                                                          (is->words.empty() ? "" : "（" + is->words + "）")});
                                   });
  return out;
}

// Says it anew each time that closures move, until the time is over or somebody stops it.
Outcome followClosures(const Session& session, const RoadDesk& desk, const RoadOptions& roads, const WatchOptions& o,
                       Station& station, RoadPicture picture) {
  const auto begin = std::chrono::steady_clock::now();
  Situation last = station.situation();
  for (;;) {
    std::cout.flush();
    if (o.seconds > 0 && std::chrono::steady_clock::now() - begin >= std::chrono::duration<double>(o.seconds))
      return {};
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const auto moved = station.refresh();
    if (!moved) return failure(moved.error());
    if (!*moved) continue;
    const Instant now = systemNow();
    const auto changes = closuresMoved(last, station.situation(), now, desk.zone);
    last = station.situation();
    if (changes.empty()) continue;
    const RoadPicture after =
        picture.with(roads.allOpen ? RoadClosures() : closuresOf(station.situation(), desk.more, picture.network()));
    const Watched ways = watched(session, desk, station.situation(), picture, after, now, o.all);
    if (session.console.json) {
      Json list = Json::array();
      for (const Text& change : changes) list.push_back(session.console.say(change));
      session.console.line(canonical(Json{{"at", desk.zone.iso(now)}, {"closures", list}, {"ways", ways.ways}}));
    } else {
      for (const Text& change : changes)
        session.console.line(desk.zone.clock(now) + "  " + session.console.say(change));
      sayWatched(session, ways);
    }
    picture = after;
  }
}

Outcome runWatch(const Session& session, const RoadDesk& desk, const RoadOptions& roads, const WatchOptions& o) {
  if (const auto there = needsStation(desk); !there) return there;
  const Instant now = desk.depart;
  const auto since = momentFrom(o.since, desk.zone, now);
  if (!since) return failure(since.error());
  const bool follows = o.follow || o.seconds > 0;
  if (follows && !roads.at.empty())
    return failure(ErrorCode::invalid, {"what is past does not move: --at and --follow do not go together",
                                        "过去的情况不会变化，--at 与 --follow 不能同用"});
  const auto station = session.open(true);
  if (!station) return failure(station.error());
  const auto then = (*station)->at(*since);
  if (!then) return failure(then.error());
  const RoadPicture before =
      desk.picture.with(roads.allOpen ? RoadClosures() : closuresOf(*then, desk.picture.network()));
  const Watched ways = watched(session, desk, *desk.situation, before, desk.picture, now, o.all);
  if (session.console.json)
    session.console.line(canonical(ways.ways));
  else
    sayWatched(session, ways);
  return follows ? followClosures(session, desk, roads, o, **station, desk.picture) : Outcome();
}

// ---- which places are reached in time

struct CoverageOptions {
  double within = 0;
  std::string of = "riskZone", kind;
  std::vector<std::string> capabilities, from;
  bool busy = false;
};

struct Covered {
  CoveredPlace place;
  std::string town;
};

template <class Entity>
void collect(const Situation& s, const std::string& kind, std::vector<Covered>& out, std::size_t& unplaced) {
  s.all<Entity>().forEach([&](const Uuid& id, const Entity& entity) {
    if constexpr (requires { entity.kind; })
      if (!kind.empty() && entity.kind != kind) return;
    std::optional<Position> at;
    std::int64_t people = 0;
    if constexpr (requires { entity.shape; })
      at = entity.shape ? anchorOf(*entity.shape) : std::nullopt;
    else
      at = entity.location;
    if constexpr (requires { entity.population; }) people = entity.population.value_or(0);
    if (at)
      out.push_back({{id.text(), entity.name, *at, people}, entity.town});
    else
      ++unplaced;
  });
}

Result<std::vector<Covered>> placesFor(const Situation& s, const CoverageOptions& o, std::size_t& unplaced) {
  const auto kind = kindNamed(o.of);
  if (!kind) return failure(kind.error());
  std::vector<Covered> out;
  const auto code = [&](Vocabulary words) { return o.kind.empty() ? std::string() : codeFor(words, o.kind); };
  if (*kind == Kind::riskZone)
    collect<RiskZone>(s, code(Vocabulary::riskZoneKind), out, unplaced);
  else if (*kind == Kind::place)
    collect<Place>(s, code(Vocabulary::placeKind), out, unplaced);
  else if (*kind == Kind::facility)
    collect<Facility>(s, code(Vocabulary::facilityKind), out, unplaced);
  else if (*kind == Kind::shelter)
    collect<Shelter>(s, {}, out, unplaced);
  else
    return failure(ErrorCode::invalid, {"coverage is of risk zones, places, facilities or shelters",
                                        "覆盖对象须为风险区、地名、重点设施或避难场所"});
  if (out.empty())
    return failure(ErrorCode::notFound, {"the station has none of these on the map", "站点没有标绘此类对象"});
  return out;
}

Result<std::vector<CoverageOrigin>> originsFor(const RoadDesk& desk, const CoverageOptions& o) {
  std::vector<CoverageOrigin> out;
  for (const std::string& written : o.from) {
    const auto at = desk.placeNamed(written);
    if (!at) return failure(at.error());
    out.push_back({written, *at, desk.vehicle});
  }
  if (!out.empty()) return out;
  const auto capabilities = capabilitiesFrom(o.capabilities);
  if (!capabilities) return failure(capabilities.error());
  desk.situation->teams.forEach([&](const Uuid&, const Team& team) {
    const bool free = team.status == TeamStatus::available && team.authority == DispatchAuthority::own && !team.request;
    const bool able = std::all_of(capabilities->begin(), capabilities->end(), [&](const std::string& wanted) {
      return std::find(team.capabilities.begin(), team.capabilities.end(), wanted) != team.capabilities.end();
    });
    if (const auto at = team.position(); at && able && (free || o.busy))
      out.push_back({team.name, *at, vehicleOf(team)});
  });
  return out;
}

Outcome runCoverage(const Session& session, const RoadDesk& desk, const CoverageOptions& o) {
  if (const auto there = needsStation(desk); !there) return there;
  if (!(o.within > 0) || o.within > 24 * 60)
    return failure(ErrorCode::invalid,
                   {"more than 0 and at most 1440 minutes are wanted", "时限应大于 0、不超过 1440 分钟"});
  std::size_t unplaced = 0;
  const auto covered = placesFor(*desk.situation, o, unplaced);
  if (!covered) return failure(covered.error());
  const auto origins = originsFor(desk, o);
  if (!origins) return failure(origins.error());
  std::vector<CoveredPlace> places;
  for (const Covered& one : *covered) places.push_back(one.place);
  const auto limit = static_cast<std::int64_t>(o.within * 60'000);
  const auto coverage = coverageWithin(desk.picture, *origins, places, desk.depart, limit);
  if (!coverage) return failure(coverage.error());
  // What would be reached if nothing were closed says which places closures take away.
  const auto open = coverageWithin(desk.picture.with({}), *origins, places, desk.depart, limit);
  if (!open) return failure(open.error());
  const auto reached = [&](const Coverage& c, std::size_t i) { return c.places[i].ms && *c.places[i].ms <= limit; };
  std::vector<std::size_t> order(places.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  // First what is not reached, most people first.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(reached(*coverage, a), -places[a].people) < std::tuple(reached(*coverage, b), -places[b].people);
  });
  Json list = Json::array();
  TextTable table({session.console.say({"place", "地点"}), session.console.say({"town", "镇街"}),
                   session.console.say({"people", "人口"}), session.console.say({"minutes", "分钟"}),
                   session.console.say({"by", "最先到达"}), session.console.say({"in time", "时限内"})});
  for (const std::size_t i : order) {
    const PlaceCoverage& one = coverage->places[i];
    const bool in = reached(*coverage, i), byClosure = !in && reached(*open, i);
    const std::string by = one.by ? (*origins)[*one.by].name : "";
    const Text says = in          ? Text{"yes", "是"}
                      : byClosure ? Text{"no: closed roads", "否：道路封闭"}
                      : one.ms    ? Text{"no", "否"}
                                  : Text{"no way", "无路可达"};
    table.add({places[i].name, (*covered)[i].town, std::to_string(places[i].people), one.ms ? minutesOf(*one.ms) : "–",
               by, session.console.say(says)});
    list.push_back({{"id", places[i].id},
                    {"name", places[i].name},
                    {"town", (*covered)[i].town},
                    {"people", places[i].people},
                    {"seconds", one.ms ? Json(static_cast<double>(*one.ms) / 1000) : Json()},
                    {"by", by},
                    {"covered", in},
                    {"lostToClosures", byClosure}});
  }
  if (session.console.json) {
    session.console.line(canonical(Json{{"covered", coverage->covered},
                                        {"of", places.size()},
                                        {"people", coverage->people},
                                        {"peopleCovered", coverage->peopleCovered},
                                        {"notOnMap", unplaced},
                                        {"places", list}}));
    return {};
  }
  std::cout << table.text();
  const auto n = [](auto number) { return std::to_string(number); };
  Text sum{n(coverage->covered) + " of " + n(places.size()) + " in time, " + n(coverage->peopleCovered) + " of " +
               n(coverage->people) + " people",
           "时限内可达 " + n(coverage->covered) + "/" + n(places.size()) + "，人口 " + n(coverage->peopleCovered) +
               "/" + n(coverage->people)};
  if (unplaced > 0) {
    sum.en += "; " + n(unplaced) + " not on the map";
    sum.zh += "；" + n(unplaced) + " 处未标绘";
  }
  session.console.line(session.console.say(sum));
  return {};
}

}  // namespace

void addTeamRouteCommands(CLI::App& app, CLI::App& route, Session& session,
                          const std::shared_ptr<RoadOptions>& options) {
  auto f = std::make_shared<FirstOptions>();
  auto* first = addUnderRoadCommand(
      route, session, "first", told(session, "who can be at a place first, and why", "谁能最先到达及理由"), options,
      [f, &session](const RoadDesk& desk, const RoadOptions&) { return runFirst(session, desk, *f); });
  first->add_option("--to", f->to, told(session, "longitude,latitude or a name", "“经度,纬度”或名称"))->required();
  first->add_option("--capability", f->capabilities, choicesOf(Vocabulary::capability, session.console.language))
      ->delimiter(',');
  first->add_option("--most", f->most, told(session, "how many lines", "最多行数"))->check(CLI::PositiveNumber);
  auto w = std::make_shared<WatchOptions>();
  auto* watch = addUnderRoadCommand(
      route, session, "watch",
      told(session, "what closures have changed for teams on the way", "道路封闭变化对途中队伍的影响"), options,
      [w, &session](const RoadDesk& desk, const RoadOptions& o) { return runWatch(session, desk, o, *w); });
  watch->add_option(
      "--since", w->since,
      told(session, "compared with the closures of then: 21:40, -30m", "与该时刻的封闭比较：21:40、-30m"));
  watch->add_flag(
      "-f,--follow", w->follow,
      told(session, "go on, and say what changes when closures move, until Ctrl+C", "持续监视，封闭变化时重新报告"));
  watch->add_option("--for", w->seconds, told(session, "go on for so many seconds", "持续监视的秒数"))
      ->check(CLI::PositiveNumber);
  watch->add_flag("--all", w->all, told(session, "also those that go as before", "包括路线不变的队伍"));
  auto c = std::make_shared<CoverageOptions>();
  addRoadCommand(
      app, session, "coverage", told(session, "which places somebody reaches in time", "时限内可达的地点"),
      [c, &session](CLI::App& command, RoadOptions&) {
        command.add_option("--within", c->within, told(session, "minutes", "分钟"))->required();
        command.add_option("--of", c->of,
                           told(session, "riskZone, place, facility or shelter",
                                "riskZone 风险区、place 地名、facility 设施、shelter 场所"));
        command.add_option("--kind", c->kind,
                           told(session, "only of this kind: village, hospital …", "只计该类：村、医院……"));
        command
            .add_option("--capability", c->capabilities, told(session, "teams that can do this", "具备该能力的队伍"))
            ->delimiter(',');
        command.add_option("--from", c->from, told(session, "set out from these places instead", "改由这些地点出发"))
            ->take_all();
        command.add_flag("--busy", c->busy,
                         told(session, "also teams that are busy or have to be asked", "包括有任务或须商请的队伍"));
      },
      [c, &session](const RoadDesk& desk, const RoadOptions&) { return runCoverage(session, desk, *c); });
}

}  // namespace fengsui
