// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <iostream>
#include <sstream>

#include "cli/choices.h"
#include "cli/lookup.h"
#include "cli/session.h"
#include "gis/table.h"
#include "journal/sensorreadings.h"

namespace fengsui {
namespace {

std::string shortNumber(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  std::string out = text;
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out == "-0" ? "0" : out;
}

// ---- how they stand

struct Standing {
  const Sensor* sensor = nullptr;
  std::vector<LevelState> levels;
  std::optional<Measured> newest;
};

Result<std::vector<Standing>> standings(SeriesStore& store, const std::vector<const Sensor*>& sensors, Instant now) {
  std::vector<Standing> out;
  for (const Sensor* sensor : sensors) {
    const auto readings = readingsOf(store, *sensor, now);
    if (!readings) return failure(readings.error());
    out.push_back({sensor, levelsOf(*sensor, *readings, now),
                   readings->empty() ? std::nullopt : std::optional(readings->back())});
  }
  return out;
}

// The severest threshold that holds: the last of them.
const Threshold* reached(const Standing& one) {
  for (std::size_t i = one.levels.size(); i-- > 0;)
    if (one.levels[i].holds) return &one.sensor->thresholds[i];
  return nullptr;
}

Json jsonOf(const Standing& one, const Situation& s, const TimeZone& zone) {
  const Sensor& sensor = *one.sensor;
  Json json{{"id", sensor.id.text()}, {"name", sensor.name}, {"kind", sensor.kind},        {"series", sensor.series},
            {"unit", sensor.unit},    {"town", sensor.town}, {"thresholds", Json::array()}};
  if (sensor.location) json["position"] = sensor.location->text();
  if (one.newest) json["newest"] = {{"at", zone.iso(one.newest->at)}, {"value", one.newest->value}};
  for (std::size_t i = 0; i < one.levels.size(); ++i) {
    const Threshold& threshold = sensor.thresholds[i];
    const LevelState& state = one.levels[i];
    Json line{{"level", threshold.level},
              {"value", static_cast<double>(threshold.value.milli) / 1000},
              {"overMinutes", threshold.overMinutes},
              {"holds", state.holds}};
    if (state.value) line["now"] = *state.value;
    if (state.since) line["since"] = zone.iso(*state.since);
    json["thresholds"].push_back(std::move(line));
  }
  Json watches = Json::array();
  for (const Uuid& id : sensor.watches) {
    if (const RiskZone* zoneAt = s.riskZones.find(id)) watches.push_back(zoneAt->name);
    if (const Place* place = s.places.find(id)) watches.push_back(place->name);
    if (const Facility* facility = s.facilities.find(id)) watches.push_back(facility->name);
  }
  json["watches"] = std::move(watches);
  return json;
}

struct ListOptions {
  std::string kind, at;
  bool onlyReached = false;
};

struct Moment {
  Situation situation;
  Instant now;
  TimeZone zone;
  StationFiles files;
};

Result<Moment> momentOf(Session& session, const std::string& at) {
  const auto station = session.open(true);
  if (!station) return failure(station.error());
  Moment out{(*station)->situation(), systemNow(), (*station)->timeZone(), (*station)->files()};
  if (at.empty()) return out;
  const auto moment = momentFrom(at, out.zone, out.now);
  if (!moment) return failure(moment.error());
  auto then = (*station)->at(*moment);
  if (!then) return failure(then.error());
  out.situation = std::move(*then);
  out.now = *moment;
  return out;
}

void runList(Session& session, const ListOptions& o) {
  const auto look = momentOf(session, o.at);
  if (!look) return session.console.refuse(look.error());
  std::string kind;
  if (!o.kind.empty()) {
    const auto code = choose(Vocabulary::sensorKind, o.kind);
    if (!code) return session.console.refuse(code.error());
    kind = *code;
  }
  std::vector<const Sensor*> sensors;
  look->situation.sensors.forEach([&](const Uuid&, const Sensor& one) {
    if (kind.empty() || one.kind == kind) sensors.push_back(&one);
  });
  std::stable_sort(sensors.begin(), sensors.end(), [](const Sensor* a, const Sensor* b) {
    return std::tie(a->kind, a->town, a->name) < std::tie(b->kind, b->town, b->name);
  });
  auto store = SeriesStore::open(look->files);
  if (!store) return session.console.refuse(store.error());
  const auto all = standings(*store, sensors, look->now);
  if (!all) return session.console.refuse(all.error());
  const auto word = [&](const Text& text) { return session.console.say(text); };
  TextTable table({word({"sensor", "监测站点"}), word({"kind", "类型"}), word({"town", "镇街"}),
                   word({"newest", "最新读数"}), word({"at", "时间"}), word({"reached", "已达阈值"}),
                   word({"since", "起始"})});
  Json list = Json::array();
  for (const Standing& one : *all) {
    const Threshold* threshold = reached(one);
    if (o.onlyReached && !threshold) continue;
    const Sensor& sensor = *one.sensor;
    std::string since;
    if (threshold)
      since = look->zone.clock(*one.levels[static_cast<std::size_t>(threshold - sensor.thresholds.data())].since);
    table.add({sensor.name, word(textOf(Vocabulary::sensorKind, sensor.kind)), sensor.town,
               one.newest ? shortNumber(one.newest->value) + ' ' + sensor.unit : "",
               one.newest ? look->zone.local(one.newest->at).substr(5, 11) : "",
               threshold ? word(inWords(*threshold, sensor.unit)) : "", since});
    list.push_back(jsonOf(one, look->situation, look->zone));
  }
  if (session.console.json)
    session.console.line(canonical(list));
  else if (table.empty())
    session.console.line(sensors.empty() ? word({"this station has no such sensor yet", "本站尚无此类监测站点"})
                                         : word({"no threshold is reached", "均未达到阈值"}));
  else
    std::cout << table.text();
}

void runShow(Session& session, const std::string& name, const std::string& at, std::size_t many) {
  const auto look = momentOf(session, at);
  if (!look) return session.console.refuse(look.error());
  const auto id = lookUp<Sensor>(look->situation, name);
  if (!id) return session.console.refuse(id.error());
  auto store = SeriesStore::open(look->files);
  if (!store) return session.console.refuse(store.error());
  const Sensor* sensor = look->situation.find(*id);
  const auto readings = readingsOf(*store, *sensor, look->now);
  if (!readings) return session.console.refuse(readings.error());
  const Standing one{sensor, levelsOf(*sensor, *readings, look->now),
                     readings->empty() ? std::nullopt : std::optional(readings->back())};
  const std::size_t first = readings->size() - std::min(many, readings->size());
  if (session.console.json) {
    Json json = jsonOf(one, look->situation, look->zone);
    json["readings"] = Json::array();
    for (std::size_t i = first; i < readings->size(); ++i)
      json["readings"].push_back({{"at", look->zone.iso((*readings)[i].at)}, {"value", (*readings)[i].value}});
    return session.console.line(canonical(json));
  }
  const auto word = [&](const Text& text) { return session.console.say(text); };
  std::cout << sensor->name << " · " << word(textOf(Vocabulary::sensorKind, sensor->kind))
            << (sensor->town.empty() ? "" : " · " + sensor->town)
            << (sensor->location ? " · " + sensor->location->text() : "") << " · " << sensor->series << '\n';
  const Json facts = jsonOf(one, look->situation, look->zone);
  std::string watched;
  for (const Json& watch : facts["watches"]) watched += (watched.empty() ? "" : ", ") + watch.get<std::string>();
  if (!watched.empty()) std::cout << word({"watches: ", "监测对象："}) << watched << '\n';
  for (std::size_t i = 0; i < one.levels.size(); ++i) {
    const LevelState& state = one.levels[i];
    std::cout << "  " << word(inWords(sensor->thresholds[i], sensor->unit));
    if (state.value) std::cout << word({" · now ", " · 当前 "}) << shortNumber(*state.value) << ' ' << sensor->unit;
    if (state.holds) std::cout << word({" · reached since ", " · 已达到，起于 "}) << look->zone.clock(*state.since);
    std::cout << '\n';
  }
  for (std::size_t i = first; i < readings->size(); ++i)
    std::cout << "  " << look->zone.local((*readings)[i].at) << "  " << shortNumber((*readings)[i].value) << ' '
              << sensor->unit << '\n';
  if (readings->empty()) std::cout << word({"nothing was reported yet", "尚无读数"}) << '\n';
}

// ---- a new one

struct AddOptions {
  std::string name, kind, unit, series, where, owner, town, key;
  std::vector<std::string> watches, thresholds;
};

// What is watched, by its name, and where it is; risk zones first, for a village may be both.
Result<std::pair<Uuid, std::optional<Position>>> watchedNamed(const Situation& s, const std::string& name) {
  using Found = std::pair<Uuid, std::optional<Position>>;
  if (const auto zone = lookUp<RiskZone>(s, name)) {
    const RiskZone& one = *s.find(*zone);
    return Found{zone->uuid, one.shape ? anchorOf(*one.shape) : std::nullopt};
  } else if (zone.error().code == ErrorCode::ambiguous) {
    return failure(zone.error());
  }
  if (const auto facility = lookUp<Facility>(s, name)) return Found{facility->uuid, s.find(*facility)->location};
  const auto place = lookUp<Place>(s, name);
  if (!place) return failure(place.error());
  return Found{place->uuid, s.find(*place)->location};
}

tl::unexpected<Error> unclear(const std::string& written) {
  return failure(ErrorCode::invalid, {"\"" + written + "\" is no threshold", "“" + written + "”不是阈值"},
                 {"write: \"immediate>=45 in 60\", \"closed>=27 until 5\" or \"limitLevel>=182.5\"",
                  "写法：“立即转移>=45 in 60”（分钟累计）、“断路>=27 until 5”、“汛限水位>=182.5”"});
}

// LEVEL>=VALUE, with "in MINUTES" for a sum and "until VALUE" for where it ends.
Result<Threshold> thresholdFrom(const std::string& written) {
  const auto sign = written.find_first_of("<>");
  if (sign == std::string::npos || sign == 0 || written.substr(sign + 1, 1) != "=") return unclear(written);
  Threshold out;
  out.level = codeFor(Vocabulary::thresholdLevel, written.substr(0, written.find_last_not_of(' ', sign - 1) + 1));
  out.crossing = written[sign] == '>' ? Crossing::above : Crossing::below;
  std::istringstream rest(written.substr(sign + 2));
  std::string word, number;
  rest >> number;
  const auto value = Quantity::parse(number);
  if (!value) return unclear(written);
  out.value = *value;
  while (rest >> word) {
    if (!(rest >> number)) return unclear(written);
    const auto amount = Quantity::parse(number);
    if (!amount) return unclear(written);
    if (word == "in" && amount->milli % 1000 == 0)
      out.overMinutes = amount->milli / 1000;
    else if (word == "until")
      out.until = *amount;
    else
      return unclear(written);
  }
  return out;
}

Result<Sensor> sensorFrom(const AddOptions& o, const Situation& s) {
  Sensor out;
  out.id.uuid = Uuid::v7(systemNow());
  out.key = o.key;
  out.name = o.name;
  out.unit = o.unit;
  out.series = o.series;
  out.owner = o.owner;
  out.town = o.town;
  const auto kind = choose(Vocabulary::sensorKind, o.kind);
  if (!kind) return failure(kind.error());
  out.kind = *kind;
  for (const std::string& name : o.watches) {
    const auto watched = watchedNamed(s, name);
    if (!watched) return failure(watched.error());
    out.watches.push_back(watched->first);
    if (!out.location) out.location = watched->second;
  }
  if (!o.where.empty()) {
    if (const auto at = Position::parse(o.where)) {
      out.location = *at;
    } else {
      const auto named = watchedNamed(s, o.where);
      if (!named) return failure(named.error());
      out.location = named->second;
    }
  }
  for (const std::string& written : o.thresholds) {
    auto threshold = thresholdFrom(written);
    if (!threshold) return failure(threshold.error());
    out.thresholds.push_back(std::move(*threshold));
  }
  return out;
}

// ---- what they report

Result<double> valueFrom(const std::string& text) {
  double value = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (status == std::errc{} && end == text.data() + text.size() && value > -1e9 && value < 1e9) return value;
  return failure(ErrorCode::invalid, {"\"" + text + "\" is no reading", "“" + text + "”不是读数"},
                 {"write a number in the sensor's unit", "请写数值，单位同该站点"});
}

Result<SeriesReading> readingFrom(const Sensor& sensor, const std::string& value, Instant at) {
  const auto number = valueFrom(value);
  if (!number) return failure(number.error());
  return SeriesReading{sensor.series, sensor.unit, {at, *number, std::nullopt}};
}

// A table with the columns time, sensor and value, in either language.
Result<std::vector<SeriesReading>> readingsOfTable(const std::string& file, const Situation& s, const TimeZone& zone,
                                                   Instant now) {
  const auto table = readTable(file);
  if (!table) return failure(table.error());
  const auto column = [&](std::initializer_list<const char*> names) -> std::optional<std::size_t> {
    for (const char* name : names)
      if (const auto at = table->columnNamed(name)) return at;
    return std::nullopt;
  };
  const auto time = column({"time", "时间"}), sensor = column({"sensor", "站点", "监测站点"}),
             value = column({"value", "读数"});
  if (!time || !sensor || !value) {
    Error error{ErrorCode::invalid,
                {"readings need the columns time, sensor and value", "读数表须有“时间”“站点”“读数”三列"},
                {},
                {}};
    error.place.file = file;
    return failure(std::move(error));
  }
  std::vector<SeriesReading> out;
  for (const Row& row : table->rows) {
    const auto at = [&](Error error, std::size_t which) {
      error.place = {file, row.number, 0, table->columns[which].name, row.cells[which]};
      return failure(std::move(error));
    };
    const auto moment = momentFrom(row.cells[*time], zone, now);
    if (!moment) return at(moment.error(), *time);
    if (*moment > now)
      return at({ErrorCode::invalid, {"a reading is not of the future", "读数时间不能在未来"}, {}, {}}, *time);
    const auto id = lookUp<Sensor>(s, row.cells[*sensor]);
    if (!id) return at(id.error(), *sensor);
    auto reading = readingFrom(*s.find(*id), row.cells[*value], *moment);
    if (!reading) return at(reading.error(), *value);
    out.push_back(std::move(*reading));
  }
  return out;
}

struct RecordOptions {
  std::string sensor, value, file;
};

void runRecord(Session& session, const RecordOptions& o) {
  const auto station = session.open(true);
  if (!station) return session.console.refuse(station.error());
  const auto author = session.author(**station);
  if (!author) return session.console.refuse(author.error());
  const Situation& s = (*station)->situation();
  const Instant now = systemNow();
  std::vector<SeriesReading> readings;
  if (!o.file.empty()) {
    auto all = readingsOfTable(o.file, s, (*station)->timeZone(), now);
    if (!all) return session.console.refuse(all.error());
    readings = std::move(*all);
  } else {
    const auto id = lookUp<Sensor>(s, o.sensor);
    if (!id) return session.console.refuse(id.error());
    auto one = readingFrom(*s.find(*id), o.value, author->occurred.value_or(now));
    if (!one) return session.console.refuse(one.error());
    readings.push_back(std::move(*one));
  }
  auto store = SeriesStore::open((*station)->files());
  if (!store) return session.console.refuse(store.error());
  if (const auto done = store->append(readings); !done) return session.console.refuse(done.error());
  const std::string many = std::to_string(readings.size());
  session.console.report(
      {many + (readings.size() == 1 ? " reading recorded" : " readings recorded"), "已记录 " + many + " 个读数"},
      Json{{"recorded", readings.size()}});
}

}  // namespace

void addSensorCommands(CLI::App& app, Session& session) {
  auto* sensors = app.add_subcommand(
      "sensors", told(session, "gauges, what they report, and which thresholds are reached", "监测站点、读数与阈值"));
  sensors->require_subcommand(1);

  auto l = std::make_shared<ListOptions>();
  auto* list = sensors->add_subcommand("list", told(session, "how they stand", "查看各站点状态"));
  list->add_option("--kind", l->kind, choicesOf(Vocabulary::sensorKind, session.console.language));
  list->add_option("--at", l->at, told(session, "the moment to look back to: 21:40, -2h", "回看时刻：21:40、-2h"));
  list->add_flag("--reached", l->onlyReached,
                 told(session, "only those with a threshold that is reached", "只列已达阈值的"));
  list->callback([l, &session] { runList(session, *l); });

  auto shown = std::make_shared<std::pair<std::string, std::string>>();
  auto many = std::make_shared<std::size_t>(12);
  auto* show = sensors->add_subcommand("show", told(session, "one of them with its readings", "查看一个站点及其读数"));
  show->add_option("SENSOR", shown->first, told(session, "name, key or id", "名称、编码或标识"))->required();
  show->add_option("--at", shown->second,
                   told(session, "the moment to look back to: 21:40, -2h", "回看时刻：21:40、-2h"));
  show->add_option("--last", *many, told(session, "how many readings", "读数个数"))->capture_default_str();
  show->callback([shown, many, &session] { runShow(session, shown->first, shown->second, *many); });

  auto o = std::make_shared<AddOptions>();
  auto* add = sensors->add_subcommand("add", told(session, "a new one", "登记监测站点"));
  const auto text = [&](const char* name, std::string& into, const char* en, const char* zh) {
    return add->add_option(name, into, told(session, en, zh));
  };
  text("NAME", o->name, "what it is called", "名称")->required();
  add->add_option("--kind", o->kind, choicesOf(Vocabulary::sensorKind, session.console.language))->required();
  text("--unit", o->unit, "of its readings: mm, m, cm", "读数单位：mm、m、cm")->required();
  text("--series", o->series,
       "where its readings are kept; as plans ask for them: \"rain 5/NAME\", level/NAME, depth/NAME",
       "读数序列名，按预案的叫法：“rain 5/站名”、level/河段、depth/桥名")
      ->required();
  text("--where", o->where, "longitude,latitude, or a place, risk zone or facility",
       "“经度,纬度”，或地名、风险区、设施");
  add->add_option(
      "--watches", o->watches,
      told(session, "risk zones, places or facilities that its levels are about", "监测对象：风险区、地名或设施"));
  add->add_option("--threshold", o->thresholds,
                  told(session, "\"immediate>=45 in 60\", \"closed>=27 until 5\"; the mildest first",
                       "阈值，由轻到重：“立即转移>=45 in 60”、“断路>=27 until 5”"));
  text("--owner", o->owner, "whose it is", "所属单位");
  text("--town", o->town, "in which town", "所在镇街");
  text("--key", o->key, "its code at the owner's", "站码");
  add->callback([o, &session] {
    session.execute(
        [&](const Situation& s) -> Result<Command> {
          auto sensor = sensorFrom(*o, s);
          if (!sensor) return failure(sensor.error());
          return Register<Sensor>{std::move(*sensor)};
        },
        {"registered", "已登记"});
  });

  auto r = std::make_shared<RecordOptions>();
  auto* record = sensors->add_subcommand(
      "record", told(session, "what one reports; --happened says when", "记录读数；时间用 --happened"));
  record->add_option("SENSOR", r->sensor, told(session, "name, key or id", "名称、编码或标识"));
  record->add_option("VALUE", r->value, told(session, "in its unit", "读数（单位同站点）"));
  record->add_option(
      "--file", r->file,
      told(session, "many at once: a table with the columns time, sensor, value", "读数表：时间、站点、读数"));
  record->callback([r, &session] {
    if (r->file.empty() && r->value.empty()) throw CLI::RequiredError("SENSOR and VALUE, or --file");
    runRecord(session, *r);
  });
}

}  // namespace fengsui
