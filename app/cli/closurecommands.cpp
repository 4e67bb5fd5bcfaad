// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>

#include "cli/choices.h"
#include "cli/lookup.h"
#include "cli/roadoptions.h"
#include "core/decide.h"
#include "core/derive.h"
#include "core/roadwords.h"
#include "dispatch/stationclosures.h"
#include "gis/roads/closuretable.h"
#include "gis/roads/namedroad.h"
#include "gis/shapes.h"

namespace fengsui {
namespace {

// ---- which closures there are

struct Listed {
  RoadClosure closure;
  std::optional<EdgeClosure> roads;  ///< nothing where no roads are known
};

void sayList(const Session& session, const TimeZone& zone, Instant now, const std::vector<Listed>& all,
             const RoadGraph* graph) {
  Json list = Json::array();
  TextTable table({session.console.say({"closure", "封闭"}), session.console.say({"state", "状态"}),
                   session.console.say({"because", "原因"}), session.console.say({"roads", "道路"}), "km",
                   session.console.say({"source", "来源"})});
  for (const auto& [closure, laid] : all) {
    double metres = 0;
    std::vector<std::string> names;
    if (laid)
      for (const EdgeId edge : laid->edges) {
        metres += graph->lengthM(edge);
        const std::string& name = graph->nameOf(edge);
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      }
    std::string roads;
    for (const std::string& name : names) roads += (roads.empty() ? "" : ", ") + name;
    if (laid && laid->edges.empty()) roads = session.console.say({"(no road)", "（不在道路上）"});
    char km[32];
    std::snprintf(km, sizeof km, "%.2f", metres / 1000);
    const Text whom = closedForInWords(closure);
    Text state = closure.spans.size() == 1 && closure.spans[0].from.ms == 0 && !closure.spans[0].to
                     ? Text{"closed", "封闭"}
                     : stateInWords(closure, now, zone);
    if (!whom.en.empty()) state = {state.en + ", " + whom.en, state.zh + "，" + whom.zh};
    table.add({closure.name, session.console.say(state), closure.words, roads, laid ? km : "",
               session.console.say(textOf(closure.source))});
    Json spans = Json::array();
    const auto moment = [&](const std::optional<Instant>& at) {
      return at && at->ms != 0 ? Json(zone.iso(*at)) : Json();
    };
    for (const ClosedSpan& span : closure.spans)
      spans.push_back({{"from", moment(span.from)}, {"to", moment(span.to)}});
    Json one{{"name", closure.name},
             {"state", session.console.say(state)},
             {"holds", closure.holdsAt(now)},
             {"because", closure.words},
             {"source", std::string(nameOf(closure.source).code)},
             {"vehicles", closure.vehicles},
             {"spans", spans}};
    if (!closure.spans.empty()) {
      one["from"] = moment(closure.spans.front().from);
      one["to"] = moment(closure.spans.front().to);
    }
    if (!closure.id.isNil()) one["id"] = closure.id.text();
    if (laid) {
      one["roads"] = names;
      one["edges"] = laid->edges.size();
      one["metres"] = metres;
    }
    list.push_back(std::move(one));
  }
  if (session.console.json)
    session.console.line(canonical(list));
  else if (table.empty())
    session.console.line(session.console.say({"no road is closed", "没有道路封闭"}));
  else
    std::cout << table.text();
}

// Those that hold or will hold; with @p past also what is open again. What holds now comes first.
std::vector<Listed> chosen(std::vector<RoadClosure> all, const RoadNetwork* network, Instant now, bool past) {
  std::vector<Listed> out;
  for (RoadClosure& closure : all) {
    if (!past && !closure.aheadOf(now)) continue;
    Listed one{std::move(closure), std::nullopt};
    if (network) one.roads = laidOver(one.closure, *network);
    out.push_back(std::move(one));
  }
  std::stable_sort(out.begin(), out.end(), [&](const Listed& a, const Listed& b) {
    return std::tuple(!a.closure.holdsAt(now), !a.closure.aheadOf(now)) <
           std::tuple(!b.closure.holdsAt(now), !b.closure.aheadOf(now));
  });
  return out;
}

std::vector<RoadClosure> ofStation(const std::optional<Situation>& situation) {
  std::vector<RoadClosure> out;
  if (situation) situation->roadClosures.forEach([&](const Uuid&, const RoadClosure& one) { out.push_back(one); });
  return out;
}

// The roads, or none where the station's map has none: closures are kept all the same.
Result<std::optional<RoadDesk>> roadsIfAny(const Session& session, const RoadOptions& o) {
  if (!hasRoads(session, o)) return std::optional<RoadDesk>();
  auto desk = roadDeskFor(session, o);
  if (desk) {
    sayNotes(session, desk->notes);
    return std::optional<RoadDesk>(std::move(*desk));
  }
  const Error& error = desk.error();
  if (!o.roads.empty() || error.code != ErrorCode::invalid || !error.place.file.ends_with("base.gpkg"))
    return failure(error);
  sayNotes(session, {error.message});
  return std::optional<RoadDesk>();
}

void runList(Session& session, const RoadOptions& o, bool past) {
  const auto found = roadsIfAny(session, o);
  if (!found) return session.console.refuse(found.error());
  if (const std::optional<RoadDesk>& desk = *found) {
    auto all = ofStation(o.allOpen ? std::nullopt : desk->situation);
    all.insert(all.end(), desk->more.begin(), desk->more.end());
    const RoadNetwork& network = desk->picture.network();
    sayList(session, desk->zone, desk->depart, chosen(std::move(all), &network, desk->depart, past),
            network.graph.get());
    return;
  }
  // Without roads there is still what is written.
  const auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const TimeZone zone = (*station)->timeZone();
  Instant now = systemNow();
  Situation situation = (*station)->situation();
  if (!o.at.empty()) {
    const auto moment = momentFrom(o.at, zone, now);
    if (!moment) return session.console.refuse(moment.error());
    auto then = (*station)->at(*moment);
    if (!then) return session.console.refuse(then.error());
    situation = std::move(*then);
    now = *moment;
  }
  auto all = ofStation(situation);
  if (!o.closures.empty()) {
    const auto more = readClosures(o.closures, zone);
    if (!more) return session.console.refuse(more.error());
    all.insert(all.end(), more->begin(), more->end());
  }
  sayList(session, zone, now, chosen(std::move(all), nullptr, now, past), nullptr);
}

// ---- closing and opening

struct AddOptions {
  std::string name, where, road, near, from, to, reason, source = "hand", vehicles, incident;
  double withinM = 1000;
  bool sparesBridges = false;
};

// "116.6,40.3" a point, several a line, one that ends where it began an area; or well-known text.
Result<Shape> shapeFrom(const std::string& written, const Situation& s, const std::string& baseMap) {
  const std::string start = written.substr(0, written.find_first_of(" ("));
  for (const char* word : {"POINT", "MULTIPOINT", "LINESTRING", "MULTILINESTRING", "POLYGON", "MULTIPOLYGON"}) {
    if (start != word) continue;
    const auto projection = Projection::from(NamedCrs{"EPSG:4326", 4326, Datum::wgs84});
    if (!projection) return failure(projection.error());
    const auto shape = shapeOfWkt(written, *projection);
    if (!shape) return failure(shape.error());
    if (!shape->shape)
      return failure(ErrorCode::invalid, {"the geometry is empty", "几何为空"},
                     {"draw a point, a line or an area", "请给出点、线或面"});
    return *shape->shape;
  }
  Line line;
  for (std::size_t from = 0; from < written.size();) {
    const std::size_t end = std::min(written.find_first_of("; ", from), written.size());
    if (end > from) {
      const auto at = Position::parse(written.substr(from, end - from));
      if (!at) {
        // A name may have blanks in it.
        const auto named = placeNamed(written, &s, baseMap);
        if (!named) return failure(named.error());
        return Shape::at(*named);
      }
      line.push_back(*at);
    }
    from = end + 1;
  }
  if (line.empty()) return failure(ErrorCode::invalid, {"no place is given", "未给出位置"});
  if (line.size() == 1) return Shape::at(line.front());
  if (line.size() > 3 && line.front() == line.back()) {
    line.pop_back();
    return Shape{ShapeKind::area, {}, {}, {{line}}};
  }
  return Shape{ShapeKind::line, {}, {line}, {}};
}

Result<std::vector<ClosedSpan>> spansFrom(const AddOptions& o, const TimeZone& zone, Instant now) {
  if (o.from.empty() && o.to.empty()) return std::vector<ClosedSpan>{};
  ClosedSpan span{now, std::nullopt};
  if (!o.from.empty()) {
    const auto at = momentFrom(o.from, zone, now);
    if (!at) return failure(at.error());
    span.from = *at;
  }
  if (!o.to.empty()) {
    const auto at = momentFrom(o.to, zone, now);
    if (!at) return failure(at.error());
    span.to = *at;
  }
  return std::vector<ClosedSpan>{span};
}

// The closure that is wanted, and where it lies. With roads a point is put on the nearest one.
Result<RoadClosure> closureFrom(const AddOptions& o, const Situation& s, const RoadDesk* desk, Instant now) {
  RoadClosure out;
  out.id.uuid = Uuid::v7(systemNow());
  out.name = o.name;
  out.words = o.reason;
  out.sparesBridges = o.sparesBridges;
  const auto source = choose<ClosureSource>(o.source);
  if (!source) return failure(source.error());
  out.source = *source;
  const auto vehicles = vehicleCodes(o.vehicles);
  if (!vehicles) return failure(vehicles.error());
  out.vehicles = *vehicles;
  if (!o.incident.empty()) {
    const auto incident = lookUp<Incident>(s, o.incident);
    if (!incident) return failure(incident.error());
    out.incident = *incident;
  }
  const auto spans = spansFrom(o, zoneOf(s), now);
  if (!spans) return failure(spans.error());
  out.spans = *spans;
  const std::string baseMap = desk ? desk->baseMap : "";
  if (!o.road.empty()) {
    if (!desk)
      return failure(ErrorCode::invalid,
                     {"a road is found by its name where the station has roads", "按名称封闭道路需要站点有道路数据"},
                     {"draw it with --where, or give --roads FILE", "请用 --where 标绘，或用 --roads 指定道路"});
    const auto near = placeNamed(o.near.empty() ? o.where : o.near, &s, baseMap);
    if (!near) return failure(near.error());
    auto shape = shapeOfRoad(desk->picture.network(), o.road, *near, o.withinM);
    if (!shape) return failure(shape.error());
    out.shape = std::move(*shape);
    if (out.name.empty()) out.name = o.road;
    return out;
  }
  auto shape = shapeFrom(o.where, s, baseMap);
  if (!shape) return failure(shape.error());
  out.shape = std::move(*shape);
  if (desk && out.shape->kind == ShapeKind::point)
    for (Position& at : out.shape->points) {
      const auto on = nearestRoad(desk->picture.network(), at);
      if (!on) return failure(on.error());
      at = on->on;
    }
  if (out.name.empty() && desk)
    for (const EdgeId edge : laidOver(out, desk->picture.network()).edges)
      if (out.name.empty()) out.name = desk->picture.network().graph->nameOf(edge);
  return out;
}

void runAdd(Session& session, const RoadOptions& roads, const AddOptions& o) {
  const auto found = roadsIfAny(session, roads);
  if (!found) return session.console.refuse(found.error());
  const std::optional<RoadDesk>& desk = *found;
  const Instant now = systemNow();
  session.execute(
      [&](const Situation& s) -> Result<Command> {
        auto closure = closureFrom(o, s, desk ? &*desk : nullptr, now);
        if (!closure) return failure(closure.error());
        if (desk && laidOver(*closure, desk->picture.network()).edges.empty())
          sayNotes(session, {{"it touches no road of the map", "该封闭不在底图的任何道路上"}});
        return Register<RoadClosure>{std::move(*closure)};
      },
      {"closed", "已封闭"});
}

struct ImportOptions {
  std::string file;
  bool skipRefused = false;
};

void sayRefused(Session& session, const ImportOptions& o, const std::vector<Error>& refused) {
  Console& console = session.console;
  if (!o.skipRefused) console.exitCode = 1;
  if (console.json) {
    if (o.skipRefused) return;  // they are in the report
    Json errors = Json::array();
    for (const Error& error : refused) errors.push_back(rowErrorJson(error, console.language));
    std::cerr << canonical(Json{{"error", "invalid"}, {"file", o.file}, {"errors", errors}, {"entered", 0}}) << '\n';
    return;
  }
  for (const Error& error : refused) std::cerr << error.sentence(console.language) << '\n';
  const std::string count = std::to_string(refused.size());
  std::cerr << o.file
            << console.say(o.skipRefused ? Text{": " + count + " rows refused, the others are taken",
                                                "：" + count + " 行有错误，其余照常登记"}
                                         : Text{": " + count +
                                                    " rows refused; nothing was entered\n"
                                                    "  mend the table, or leave those rows out with --skip-refused",
                                                "：" + count +
                                                    " 行有错误，未登记任何封闭\n"
                                                    "  请修正表格，或用 --skip-refused 跳过这些行"})
            << '\n';
}

// What the station would take now; the rest joins the refused, so that all rows are told at once.
std::vector<RoadClosure> acceptable(const Station& station, const Author& author, ClosureRows& rows,
                                    const std::string& file, std::size_t& known) {
  const Instant now = author.occurred.value_or(systemNow());
  std::vector<RoadClosure> out;
  for (std::size_t i = 0; i < rows.closures.size(); ++i) {
    RoadClosure& closure = rows.closures[i];
    if (!closure.id.isNil() && station.situation().find(closure.id)) {
      ++known;
      continue;
    }
    if (closure.id.isNil()) closure.id.uuid = Uuid::v7(systemNow());
    for (ClosedSpan& span : closure.spans)
      if (span.from.ms == 0) span.from = std::min(now, span.to ? span.to->plusMs(-1) : now);
    closure.openedBecause.clear();
    const auto decided = decide(station.situation(), Register<RoadClosure>{closure}, {systemNow(), now, author.actor});
    if (decided)
      out.push_back(std::move(closure));
    else
      rows.refused.push_back(decided.error().at({file, rows.rows[i], 0, {}, {}}));
  }
  std::stable_sort(rows.refused.begin(), rows.refused.end(),
                   [](const Error& a, const Error& b) { return a.place.line < b.place.line; });
  return out;
}

void runImport(Session& session, const ImportOptions& o) {
  auto station = session.open();
  if (!station) return session.console.refuse(station.error());
  const auto author = session.author(**station);
  if (!author) return session.console.refuse(author.error());
  auto rows = readClosureRows(o.file, (*station)->timeZone());
  if (!rows) return session.console.refuse(rows.error());
  std::size_t taken = 0, known = 0;
  const auto closures = acceptable(**station, *author, *rows, o.file, known);
  if (!rows->refused.empty()) {
    sayRefused(session, o, rows->refused);
    if (!o.skipRefused) return;
  }
  for (const RoadClosure& closure : closures) {
    if (const auto done = (*station)->execute(Register<RoadClosure>{closure}, *author); !done) {
      session.console.refuse(done.error().at({o.file, 0, 0, "name", closure.name}));
      break;
    }
    ++taken;
  }
  const std::string count = std::to_string(taken), old = std::to_string(known);
  Text words{count + " closures entered", "已登记 " + count + " 处封闭"};
  if (known > 0) words = {words.en + ", " + old + " were known", words.zh + "，" + old + " 处已有"};
  Json refused = Json::array();
  for (const Error& error : rows->refused) refused.push_back(rowErrorJson(error, session.console.language));
  session.console.report(words, Json{{"entered", taken}, {"known", known}, {"refused", refused}});
  publish(session, **station);
}

}  // namespace

void addClosureCommands(CLI::App& app, Session& session) {
  auto roads = std::make_shared<RoadOptions>();
  auto past = std::make_shared<bool>(false);
  auto* closures = app.add_subcommand(
      "closures", told(session, "roads that are closed: which, close, open again", "道路封闭：查看、封闭、解除"));
  closures->require_subcommand(0, 1);
  roads->addTo(*closures, session);
  closures->add_flag("--past", *past, told(session, "also what is open again", "包括已恢复通行的"));
  closures->callback([=, &session] {
    if (closures->get_subcommands().empty()) runList(session, *roads, *past);
  });
  auto* list = closures->add_subcommand("list", told(session, "which roads are closed, and when", "查看道路封闭"));
  list->callback([=, &session] { runList(session, *roads, *past); });

  auto o = std::make_shared<AddOptions>();
  auto* add = closures->add_subcommand("add", told(session, "a road is closed", "封闭道路"));
  const auto text = [&](const char* name, std::string& into, const char* en, const char* zh) {
    return add->add_option(name, into, told(session, en, zh));
  };
  text("NAME", o->name, "what it is called; else as the road", "名称，缺省同道路名");
  text("--where", o->where, "longitude,latitude (several: a line, an area where it ends as it began), WKT, or a name",
       "“经度,纬度”（多个为线，首尾相同为面）、WKT 或地名");
  text("--road", o->road, "the road of this name or number near the place", "该位置附近此名称或编号的道路");
  text("--near", o->near, "near which place", "附近的位置");
  add->add_option("--within", o->withinM, told(session, "how far from the place, in metres", "距该位置的米数"))
      ->check(CLI::Range(1.0, 50'000.0));
  text("--from", o->from, "from when; else now", "开始时间，缺省为现在");
  text("--to", o->to, "until when; else until further notice", "结束时间，缺省为待定");
  text("--reason", o->reason, "why", "原因");
  add->add_option("--source", o->source, choicesOf<ClosureSource>(session.console.language))->capture_default_str();
  text("--for", o->vehicles, "for which vehicles only: car,heavy,crawler,foot", "仅限车型：car、heavy、crawler、foot");
  add->add_flag("--spares-bridges", o->sparesBridges, told(session, "bridges over it can be used", "桥梁仍可通行"));
  text("--incident", o->incident, "because of this incident", "所属事件");
  add->callback([=, &session] {
    if (o->where.empty() && (o->road.empty() || o->near.empty()))
      throw CLI::RequiredError("--where, or --road with --near");
    runAdd(session, *roads, *o);
  });

  auto which = std::make_shared<std::pair<std::string, std::string>>();
  auto* open = closures->add_subcommand("open", told(session, "it can be passed again", "恢复通行"));
  open->add_option("CLOSURE", which->first, told(session, "name or id", "名称或标识"))->required();
  open->add_option("--reason", which->second, told(session, "why, or how that is known", "原因或核实情况"));
  open->callback([which, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          // Of two with one name the one that still holds is meant.
          std::vector<Id<RoadClosure>> closed;
          s.roadClosures.forEach([&](const Uuid&, const RoadClosure& one) {
            if (one.name == which->first && one.aheadOf(systemNow())) closed.push_back(one.id);
          });
          const auto id =
              closed.size() == 1 ? Result<Id<RoadClosure>>(closed.front()) : lookUp<RoadClosure>(s, which->first);
          if (!id) return failure(id.error());
          return OpenRoad{*id, which->second};
        },
        {"open again", "已恢复通行"});
  });

  auto file = std::make_shared<ImportOptions>();
  auto* import = closures->add_subcommand("import", told(session, "closures of a table or map layer: all rows or none",
                                                         "导入封闭表或图层：有一行错误则全部不登记"));
  import->add_option("FILE", file->file, ".csv .xlsx .geojson .gpkg .shp")->required();
  import->add_flag("--skip-refused", file->skipRefused,
                   told(session, "enter the others where rows are refused", "跳过有错误的行"));
  import->callback([file, &session] { runImport(session, *file);
});
}  // namespace fengsui

}  // namespace fengsui
