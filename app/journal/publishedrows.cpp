// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/publishedrows.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <optional>

#include "core/digest.h"
#include "core/hlc.h"
#include "core/names.h"
#include "core/sensorlevels.h"
#include "journal/withheld.h"

namespace fengsui::published {
namespace {

using geopackage::Column;
using geopackage::Table;

template <class E>
constexpr std::optional<Vocabulary> kindWords() {
  if constexpr (std::same_as<E, Incident>)
    return Vocabulary::incidentKind;
  else if constexpr (std::same_as<E, Team>)
    return Vocabulary::teamKind;
  else if constexpr (std::same_as<E, RiskZone>)
    return Vocabulary::riskZoneKind;
  else if constexpr (std::same_as<E, Facility>)
    return Vocabulary::facilityKind;
  else if constexpr (std::same_as<E, Place>)
    return Vocabulary::placeKind;
  else if constexpr (std::same_as<E, Sensor>)
    return Vocabulary::sensorKind;
  else
    return std::nullopt;
}

std::string snake(std::string_view camel) {
  std::string out;
  for (const char c : camel)
    if (std::isupper(static_cast<unsigned char>(c)))
      (out += '_') += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else
      out += c;
  return out;
}

template <class T>
inline constexpr bool isPlainStruct = false;
template <>
inline constexpr bool isPlainStruct<Fix> = true;
template <>
inline constexpr bool isPlainStruct<Assignment> = true;
template <>
inline constexpr bool isPlainStruct<Request> = true;

std::string figuresText(const std::vector<Figure>& figures, Language language) {
  std::string out;
  for (const Figure& f : figures) {
    if (!out.empty()) out += language == Language::chinese ? "；" : "; ";
    out += textOf(f.kind).in(language) + ' ' + std::to_string(f.count);
    out += (language == Language::chinese ? "（" : " (") + f.source + (language == Language::chinese ? "，" : ", ") +
           textOf(f.verification).in(language) + (language == Language::chinese ? "）" : ")");
  }
  return out;
}

// In the unit of the sensor.
Text thresholdsText(const std::vector<Threshold>& thresholds, const std::string& unit) {
  Text out;
  for (const Threshold& one : thresholds) {
    const Text words = inWords(one, unit);
    out.en += (out.en.empty() ? "" : "; ") + words.en;
    out.zh += (out.zh.empty() ? "" : "；") + words.zh;
  }
  return out;
}

// Walks an entity's fields and lays them side by side. The columns do not depend on the values: what is absent gives
// its columns all the same.
template <class E>
class Flattener {
 public:
  Flattener(std::vector<Column>* columns, std::vector<Value>* values, const Situation* situation)
      : columns_(columns), values_(values), situation_(situation) {}

  template <class T>
  void operator()(const char* name, const T& value, Shown shown = Shown::everywhere) {
    if (shown == Shown::restricted) return;
    put(prefix_ + snake(name), value);
  }

  void text(std::string name, std::string_view value) {
    add(std::move(name), "TEXT", value.empty() ? Value() : Value(withheld::numbers(value)));
  }
  void integer(std::string name, std::optional<std::int64_t> value) {
    add(std::move(name), "INTEGER", value ? Value(*value) : Value());
  }

 private:
  template <class T>
  void put(const std::string& name, const T& value) {
    if constexpr (codec::isOptional<T>) {
      const bool before = absent_;
      absent_ = absent_ || !value;
      put(name, value ? *value : typename T::value_type{});
      absent_ = before;
    } else if constexpr (codec::isId<T>) {
      add(name, "TEXT", value.isNil() ? Value() : Value(value.text()));
      if constexpr (std::same_as<T, Id<Incident>> && !std::same_as<E, Incident>) {
        const Incident* incident = situation_ ? situation_->find(value) : nullptr;
        text(name + "_title", incident ? std::string_view(incident->title) : std::string_view());
      }
    } else if constexpr (std::same_as<T, std::string>) {
      text(name, value);
      if constexpr (kindWords<E>().has_value())
        if (name == "kind") label(name, value.empty() ? Text{} : textOf(*kindWords<E>(), value));
    } else if constexpr (std::same_as<T, bool>) {
      add(name, "BOOLEAN", std::int64_t{value});
    } else if constexpr (std::is_enum_v<T>) {
      add(name, "TEXT", std::string(nameOf(value).code));
      label(name, textOf(value));
    } else if constexpr (std::is_integral_v<T>) {
      integer(name, static_cast<std::int64_t>(value));
    } else if constexpr (std::same_as<T, Instant>) {
      add(name, "DATETIME", value.ms == 0 ? Value() : Value(isoUtc(value)));
    } else if constexpr (std::same_as<T, Quantity>) {
      add(name, "DOUBLE", static_cast<double>(value.milli) / 1000);
    } else if constexpr (std::same_as<T, Position>) {
      if (name == "location") return;  // the geometry
      add(name + "_lon", "DOUBLE", value.lonE7 / 1e7);
      add(name + "_lat", "DOUBLE", value.latE7 / 1e7);
    } else if constexpr (std::same_as<T, Stamp>) {
      add("changed_at", "DATETIME", isoUtc(hlc::instantOf(value.hlc)));
      integer("stamp_touches", static_cast<std::int64_t>(value.touches));
      integer("stamp_hlc", static_cast<std::int64_t>(value.hlc));
    } else if constexpr (std::same_as<T, Attributes>) {
      Json kept = Json::object();
      for (const auto& [column, content] : value)
        if (!withheld::column(column)) kept[column] = withheld::numbers(content);
      add(name, "TEXT", kept.empty() ? Value() : Value(canonical(kept)));
    } else if constexpr (codec::isMap<T>) {
      add(name, "TEXT", value.empty() ? Value() : Value(canonical(encode(value))));
    } else if constexpr (std::same_as<E, RoadClosure> && std::same_as<T, std::vector<std::string>>) {
      std::string codes;
      for (const std::string& code : value) codes += (codes.empty() ? "" : ",") + code;
      text(name, codes);
    } else if constexpr (std::same_as<T, std::vector<ClosedSpan>>) {
      // What a map can show at once: from the first beginning to the last end, and all of them as they are.
      std::optional<Instant> from, to;
      bool open = false;
      for (const ClosedSpan& span : value) {
        if (!from || span.from < *from) from = span.from;
        if (!span.to) open = true;
        if (span.to && (!to || *span.to > *to)) to = span.to;
      }
      add("closed_from", "DATETIME", from ? Value(isoUtc(*from)) : Value());
      add("closed_to", "DATETIME", to && !open ? Value(isoUtc(*to)) : Value());
      text(name, value.empty() ? std::string() : canonical(encode(value)));
    } else if constexpr (std::same_as<T, std::vector<std::string>>) {
      std::string codes;
      Text names;
      for (const std::string& code : value) {
        const Text word = textOf(Vocabulary::capability, code);
        codes += (codes.empty() ? "" : ",") + code;
        names.en += (names.en.empty() ? "" : ", ") + word.en;
        names.zh += (names.zh.empty() ? "" : "、") + word.zh;
      }
      text(name, codes);
      label(name, names);
    } else if constexpr (std::same_as<T, std::vector<Figure>>) {
      text(name, value.empty() ? std::string() : canonical(encode(value)));
      label(name, {figuresText(value, Language::english), figuresText(value, Language::chinese)});
    } else if constexpr (std::same_as<T, std::vector<Threshold>>) {
      text(name, value.empty() ? std::string() : canonical(encode(value)));
    } else if constexpr (std::same_as<T, std::vector<Uuid>>) {
      std::string ids;
      for (const Uuid& id : value) ids += (ids.empty() ? "" : ",") + id.text();
      add(name, "TEXT", ids.empty() ? Value() : Value(std::move(ids)));
    } else if constexpr (std::same_as<T, std::vector<StockLine>>) {
      integer("stock_lines", static_cast<std::int64_t>(value.size()));
    } else if constexpr (std::same_as<T, Shape>) {
      // the geometry
    } else if constexpr (std::same_as<T, std::vector<Responsible>>) {
      // people with their telephones: never
    } else {
      static_assert(isPlainStruct<T>, "say how this field is published");
      const std::string outer = std::exchange(prefix_, name + '_');
      T::describe(value, *this);
      prefix_ = outer;
    }
  }

  void label(const std::string& name, const Text& words) {
    text(name + "_zh", words.zh);
    text(name + "_en", words.en);
  }

  void add(std::string name, const char* type, Value value) {
    if (columns_) columns_->push_back({std::move(name), type});
    if (values_) values_->push_back(absent_ ? Value() : std::move(value));
  }

  std::vector<Column>* columns_;
  std::vector<Value>* values_;
  const Situation* situation_;
  std::string prefix_;
  bool absent_ = false;
};

template <class E>
void flatten(const E& entity, Mode mode, std::vector<Column>* columns, std::vector<Value>* values, const Situation* s) {
  Flattener<E> flattener(columns, values, s);
  E::describe(entity, flattener);
  if constexpr (std::same_as<E, Shelter>) flattener.integer("places", entity.places());
  if constexpr (std::same_as<E, Sensor>) {
    const Text words = thresholdsText(entity.thresholds, entity.unit);
    flattener.text("thresholds_zh", words.zh);
    flattener.text("thresholds_en", words.en);
  }
  flattener.text("mode", nameOf(mode).code);
}

template <class E>
std::vector<Column> columnsOf() {
  std::vector<Column> columns;
  flatten(E{}, Mode::real, &columns, nullptr, nullptr);
  return columns;
}

enum TableIndex : std::size_t {
  kIncident,
  kTeam,
  kDepot,
  kShelter,
  kFacility,
  kPlace,
  kRiskPoint,
  kRiskLine,
  kRiskArea,
  kClosurePoint,
  kClosureLine,
  kClosureArea,
  kSensor,
  kStock,
  kPublication
};

template <class E>
constexpr TableIndex tableOf() {
  if constexpr (std::same_as<E, Incident>)
    return kIncident;
  else if constexpr (std::same_as<E, Team>)
    return kTeam;
  else if constexpr (std::same_as<E, Depot>)
    return kDepot;
  else if constexpr (std::same_as<E, Shelter>)
    return kShelter;
  else if constexpr (std::same_as<E, Facility>)
    return kFacility;
  else if constexpr (std::same_as<E, Sensor>)
    return kSensor;
  else
    return kPlace;
}

template <class F>
void forEachPublishedKind(F&& f) {
  f.template operator()<Incident>();
  f.template operator()<Team>();
  f.template operator()<Depot>();
  f.template operator()<Shelter>();
  f.template operator()<Facility>();
  f.template operator()<Place>();
  f.template operator()<RiskZone>();
  f.template operator()<RoadClosure>();
  f.template operator()<Sensor>();
}

Value pointOf(const std::optional<Position>& where) {
  return where ? Value(geopackage::pointGeometry(*where)) : Value();
}

template <class E>
void rowsOfEntity(const E& entity, const Situation& s, std::vector<Row>& all) {
  std::vector<Row> rows;
  Row row{0, entity.id.text(), {}};
  if constexpr (std::same_as<E, RiskZone> || std::same_as<E, RoadClosure>) {
    constexpr bool risk = std::same_as<E, RiskZone>;
    row.table = risk ? kRiskPoint : kClosurePoint;
    std::optional<geopackage::Bytes> shape;
    if (entity.shape) {
      shape = geopackage::geometry(*entity.shape);
      if (shape && entity.shape->kind == ShapeKind::line) row.table = risk ? kRiskLine : kClosureLine;
      if (shape && entity.shape->kind == ShapeKind::area) row.table = risk ? kRiskArea : kClosureArea;
    }
    row.values.push_back(shape ? Value(std::move(*shape)) : Value());
  } else {
    row.table = tableOf<E>();
    if constexpr (std::same_as<E, Team>)
      row.values.push_back(pointOf(entity.position()));
    else
      row.values.push_back(pointOf(entity.location));
  }
  flatten(entity, s.station.mode, nullptr, &row.values, &s);
  rows.push_back(std::move(row));
  if constexpr (std::same_as<E, Depot>)
    for (const StockLine& line : entity.stocks) {
      // A hash, so that the id holds nobody's words; numbered where a depot brought the same line twice.
      const Digest digest = blake2b(line.item + '\n' + line.unit);
      std::string id = entity.id.text() + '/' + hex(std::span(digest).first(8));
      const auto same = std::count_if(rows.begin(), rows.end(), [&](const Row& r) { return r.id.starts_with(id); });
      if (same > 0) id += '#' + std::to_string(same + 1);
      Row stock{kStock, std::move(id), {}};
      const auto amount = [](Quantity q) { return Value(static_cast<double>(q.milli) / 1000); };
      const auto word = [](std::string_view t) { return t.empty() ? Value() : Value(withheld::numbers(t)); };
      stock.values = {stock.id,
                      entity.id.text(),
                      word(entity.name),
                      word(line.item),
                      word(line.code),
                      word(line.unit),
                      amount(line.quantity),
                      amount(line.reserved),
                      amount(line.free()),
                      std::string(nameOf(s.station.mode).code)};
      rows.push_back(std::move(stock));
    }
  std::move(rows.begin(), rows.end(), std::back_inserter(all));
}

bool before(const Row& a, const Row& b) {
  return std::tie(a.table, a.id) < std::tie(b.table, b.id);
}

void compare(std::vector<Row> old, std::vector<Row> now, Difference& out) {
  std::sort(old.begin(), old.end(), before);
  std::sort(now.begin(), now.end(), before);
  auto was = old.begin();
  for (Row& row : now) {
    while (was != old.end() && before(*was, row)) out.remove.push_back(std::move(*was++));
    const bool known = was != old.end() && !before(row, *was);
    if (!known || !(*was == row)) out.write.push_back(std::move(row));
    if (known) ++was;
  }
  while (was != old.end()) out.remove.push_back(std::move(*was++));
}

}  // namespace

std::string isoUtc(Instant at) {
  using namespace std::chrono;
  const sys_time<milliseconds> time{milliseconds(at.ms)};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  std::array<char, 48> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
  return out.data();
}

const std::vector<Table>& tables() {
  static const std::vector<Table> all = {
      {"incident", "事件 incident", "事件：发生并需处置的事 / what happened and has to be dealt with", "POINT",
       columnsOf<Incident>()},
      {"team", "队伍 team", "救援队伍及其最近位置 / response teams where they were last seen", "POINT",
       columnsOf<Team>()},
      {"depot", "物资库 depot", "应急物资库 / supply depots", "POINT", columnsOf<Depot>()},
      {"shelter", "避难场所 shelter", "应急避难场所 / shelters", "POINT", columnsOf<Shelter>()},
      {"facility", "重点设施 facility", "重点设施 / facilities", "POINT", columnsOf<Facility>()},
      {"place", "地名 place", "镇街、村居 / towns and villages", "POINT", columnsOf<Place>()},
      {"risk_zone_point", "风险点 risk zone (points)", "风险区：点，及未标绘者 / points, and zones not drawn yet",
       "MULTIPOINT", columnsOf<RiskZone>()},
      {"risk_zone_line", "风险线 risk zone (lines)", "风险区：线 / lines", "MULTILINESTRING", columnsOf<RiskZone>()},
      {"risk_zone_area", "风险区 risk zone (areas)", "风险区：面 / areas", "MULTIPOLYGON", columnsOf<RiskZone>()},
      {"road_closure_point", "封路点 road closure (points)", "道路封闭：点 / points", "MULTIPOINT",
       columnsOf<RoadClosure>()},
      {"road_closure_line", "封路线 road closure (lines)", "道路封闭：线 / lines", "MULTILINESTRING",
       columnsOf<RoadClosure>()},
      {"road_closure_area", "封路面 road closure (areas)", "道路封闭：面 / areas", "MULTIPOLYGON",
       columnsOf<RoadClosure>()},
      {"sensor", "监测站点 sensor",
       "监测站点及其阈值，读数不在此 / sensors and their thresholds; the readings are not here", "POINT",
       columnsOf<Sensor>()},
      {"stock",
       "物资明细 stock",
       "各库物资 / what each depot holds",
       "",
       {{"id", "TEXT"},
        {"depot", "TEXT"},
        {"depot_name", "TEXT"},
        {"item", "TEXT"},
        {"code", "TEXT"},
        {"unit", "TEXT"},
        {"quantity", "DOUBLE"},
        {"reserved", "DOUBLE"},
        {"free", "DOUBLE"},
        {"mode", "TEXT"}}},
      {"publication",
       "发布信息 publication",
       "本文件由哪个站点发布、到何时 / whose publication this is and how far it has come",
       "",
       {{"id", "TEXT"},
        {"station", "TEXT"},
        {"district", "TEXT"},
        {"mode", "TEXT"},
        {"mode_zh", "TEXT"},
        {"mode_en", "TEXT"},
        {"time_zone", "TEXT"},
        {"position", "INTEGER"},
        {"events", "INTEGER"},
        {"as_of", "DATETIME"},
        {"published_at", "DATETIME"}}},
  };
  return all;
}

std::size_t publicationTable() {
  return kPublication;
}

std::vector<Row> rowsOf(const Situation& s) {
  std::vector<Row> rows;
  forEachPublishedKind(
      [&]<class E>() { s.all<E>().forEach([&](const Uuid&, const E& entity) { rowsOfEntity(entity, s, rows); }); });
  std::sort(rows.begin(), rows.end(), before);
  return rows;
}

Difference difference(const Situation& was, const Situation& now) {
  Difference out;
  std::vector<Row> oldRows;
  std::vector<Row> newRows;
  bool incidentsChanged = false;
  forEachPublishedKind([&]<class E>() {
    now.all<E>().forEachChange(was.all<E>(), [&](const Uuid&, const E* old, const E* fresh) {
      if constexpr (std::same_as<E, Incident>) incidentsChanged = true;
      if (old) rowsOfEntity(*old, was, oldRows);
      if (fresh) rowsOfEntity(*fresh, now, newRows);
    });
  });
  // A team's row names its incident.
  if (incidentsChanged)
    now.teams.forEach([&](const Uuid& id, const Team& team) {
      const Team* old = was.teams.find(id);
      if ((team.assignment || team.request) && old == &team) {
        rowsOfEntity(*old, was, oldRows);
        rowsOfEntity(team, now, newRows);
      }
    });
  compare(std::move(oldRows), std::move(newRows), out);
  return out;
}

Row publicationRow(const Situation& s, std::int64_t position, Instant at) {
  const auto& mode = nameOf(s.station.mode);
  return {kPublication,
          s.station.id.text(),
          {s.station.id.text(), s.station.name, s.station.district, std::string(mode.code), std::string(mode.zh),
           std::string(mode.en), s.station.timeZone, position, static_cast<std::int64_t>(s.eventCount),
           isoUtc(hlc::instantOf(s.lastHlc)), isoUtc(at)}};
}

}  // namespace fengsui::published
