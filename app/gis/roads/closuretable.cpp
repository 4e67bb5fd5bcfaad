// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/closuretable.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "gis/roads/roadclass.h"

namespace fengsui {
namespace {

struct Heading {
  Text written;
  std::initializer_list<const char*> read;
};
const Heading nameHeading{{"name", "名称"}, {"name", "名称", "路段"}};
const Heading fromHeading{{"from", "开始"}, {"from", "开始", "开始时间", "closed_from"}};
const Heading toHeading{{"to", "结束"}, {"to", "结束", "结束时间", "closed_to"}};
const Heading reasonHeading{{"reason", "原因"}, {"reason", "原因", "words", "because", "事由"}};
const Heading sourceHeading{{"source", "来源"}, {"source", "来源"}};
const Heading vehiclesHeading{{"vehicles", "车型"}, {"vehicles", "车型"}};
const Heading bridgesHeading{{"spares_bridges", "桥梁可通行"}, {"spares_bridges", "桥梁可通行"}};
const Heading openedHeading{{"opened_because", "解除原因"}, {"opened_because", "解除原因"}};
const Heading idHeading{{"id", "标识"}, {"id", "标识"}};

std::optional<std::size_t> columnOf(const Table& table, const Row& row, const Heading& heading) {
  for (const char* name : heading.read)
    for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i)
      if (table.columns[i].name == name) return i;
  return std::nullopt;
}

std::string cellOf(const Table& table, const Row& row, const Heading& heading) {
  const auto column = columnOf(table, row, heading);
  return column ? row.cells[*column] : std::string();
}

// An error about a cell says which.
tl::unexpected<Error> inCell(const Error& error, const Table& table, const Row& row, const Heading& heading) {
  Error out = error;
  if (const auto column = columnOf(table, row, heading)) {
    out.place.column = static_cast<int>(*column) + 1;
    out.place.field = table.columns[*column].name;
    out.place.value = row.cells[*column];
  }
  return failure(out);
}

Error invalid(Text words, Text remedy = {}) {
  return {ErrorCode::invalid, std::move(words), std::move(remedy), {}};
}

Result<ClosedSpan> spanOf(const Table& table, const Row& row, const TimeZone& zone) {
  ClosedSpan span;
  if (const std::string from = cellOf(table, row, fromHeading); !from.empty()) {
    const auto at = zone.parse(from);
    if (!at) return inCell(at.error(), table, row, fromHeading);
    span.from = *at;
  }
  if (const std::string to = cellOf(table, row, toHeading); !to.empty()) {
    const auto at = zone.parse(to);
    if (!at) return inCell(at.error(), table, row, toHeading);
    span.to = *at;
    if (*at <= span.from)
      return inCell(invalid({"a closure ends after it begins", "封闭的结束时间须晚于开始时间"}), table, row, toHeading);
  }
  return span;
}

Result<RoadClosure> closureOf(const Table& table, const Row& row, const TimeZone& zone) {
  if (row.shapeFault) return failure(*row.shapeFault);
  if (!row.shape || row.shape->empty())
    return failure(invalid({"the closure is not drawn", "该封闭没有几何"},
                           {"give a point, a line or an area", "请给出点、线或面"}));
  RoadClosure out;
  out.name = cellOf(table, row, nameHeading);
  if (out.name.empty()) out.name = "#" + std::to_string(row.number);
  out.words = cellOf(table, row, reasonHeading);
  out.openedBecause = cellOf(table, row, openedHeading);
  out.shape = row.shape;
  const auto span = spanOf(table, row, zone);
  if (!span) return failure(span.error());
  out.spans.push_back(*span);
  const auto vehicles = vehicleCodes(cellOf(table, row, vehiclesHeading));
  if (!vehicles) return inCell(vehicles.error(), table, row, vehiclesHeading);
  out.vehicles = *vehicles;
  if (const std::string source = cellOf(table, row, sourceHeading); !source.empty()) {
    const auto* known = std::find_if(namesOf<ClosureSource>.begin(), namesOf<ClosureSource>.end(), [&](const auto& n) {
      return source == n.code || source == n.en || source == n.zh;
    });
    if (known == namesOf<ClosureSource>.end())
      return inCell(invalid({"\"" + source + "\" is no source of a closure: hand, report, sensor or forecast",
                             "“" + source + "”不是封闭来源：人工标绘、上报、监测或预报"}),
                    table, row, sourceHeading);
    out.source = known->value;
  }
  const std::string bridges = cellOf(table, row, bridgesHeading);
  out.sparesBridges = bridges == "1" || bridges == "true" || bridges == "是";
  return out;
}

}  // namespace

Result<std::vector<std::string>> vehicleCodes(const std::string& written) {
  std::string rest = written;
  for (const char* between : {"、", "，", "；", ";", " "})
    for (std::size_t at = 0; (at = rest.find(between)) != std::string::npos;)
      rest.replace(at, std::string_view(between).size(), ",");
  std::vector<std::string> out;
  for (std::size_t from = 0; from <= rest.size();) {
    const std::size_t end = std::min(rest.find(',', from), rest.size());
    const std::string word = rest.substr(from, end - from);
    from = end + 1;
    if (word.empty()) continue;
    const auto* known = std::find_if(namesOf<Vehicle>.begin(), namesOf<Vehicle>.end(),
                                     [&](const auto& n) { return word == n.code || word == n.zh; });
    if (known == namesOf<Vehicle>.end())
      return failure(invalid({"\"" + word + "\" is no kind of vehicle: car, heavy, crawler or foot",
                              "“" + word + "”不是车型：car、heavy、crawler 或 foot"}));
    if (std::find(out.begin(), out.end(), known->code) == out.end()) out.emplace_back(known->code);
  }
  return out;
}

Table tableOfClosures(const std::vector<RoadClosure>& closures, const TimeZone& zone, Language language) {
  Table out;
  out.layer = nameOf(Kind::roadClosure).code;
  if (language == Language::chinese) out.layer = nameOf(Kind::roadClosure).zh;
  for (const Heading* heading : {&nameHeading, &fromHeading, &toHeading, &reasonHeading, &sourceHeading,
                                 &vehiclesHeading, &bridgesHeading, &openedHeading, &idHeading})
    out.columns.push_back({heading->written.in(language), ColumnRole::data});
  for (const RoadClosure& closure : closures) {
    std::string vehicles;
    for (const std::string& code : closure.vehicles) vehicles += (vehicles.empty() ? "" : ",") + code;
    const Text source = textOf(closure.source);
    for (const ClosedSpan& span : closure.spans) {
      Row row;
      row.number = static_cast<int>(out.rows.size()) + 2;
      row.cells = {closure.name,
                   span.from.ms == 0 ? "" : zone.iso(span.from),
                   span.to ? zone.iso(*span.to) : "",
                   closure.words,
                   source.in(language),
                   vehicles,
                   closure.sparesBridges ? "1" : "",
                   closure.openedBecause,
                   closure.id.text()};
      row.shape = closure.shape;
      out.rows.push_back(std::move(row));
    }
  }
  return out;
}

ClosureRows closureRows(const Table& table, const std::string& file, const TimeZone& zone) {
  ClosureRows out;
  std::map<Uuid, std::size_t> known;
  std::set<Uuid> halves;
  for (const Row& row : table.rows) {
    std::optional<Uuid> id;
    if (const std::string written = cellOf(table, row, idHeading); !written.empty())
      if (const auto uuid = Uuid::parse(written)) id = *uuid;
    auto closure = closureOf(table, row, zone);
    if (!closure) {
      const ErrorPlace& in = closure.error().place;
      out.refused.push_back(closure.error().at({file, row.number, in.column, in.field, in.value}));
      if (id) halves.insert(*id);
      continue;
    }
    if (id) {
      closure->id.uuid = *id;
      const auto [at, isNew] = known.emplace(*id, out.closures.size());
      if (!isNew) {
        out.closures[at->second].spans.push_back(closure->spans.front());
        continue;
      }
    }
    out.closures.push_back(std::move(*closure));
    out.rows.push_back(row.number);
  }
  // With one of its spans missing a closure would say that the road is open then.
  for (std::size_t i = out.closures.size(); i-- > 0;) {
    if (out.closures[i].id.isNil() || !halves.contains(out.closures[i].id.uuid)) continue;
    out.refused.push_back(Error{ErrorCode::invalid,
                                {"another row of the same closure is refused", "同一封闭的另一行有错误"},
                                {},
                                {file, out.rows[i], 0, {}, {}}});
    out.closures.erase(out.closures.begin() + static_cast<std::ptrdiff_t>(i));
    out.rows.erase(out.rows.begin() + static_cast<std::ptrdiff_t>(i));
  }
  std::stable_sort(out.refused.begin(), out.refused.end(),
                   [](const Error& a, const Error& b) { return a.place.line < b.place.line; });
  return out;
}

Result<std::vector<RoadClosure>> closuresOfTable(const Table& table, const std::string& file, const TimeZone& zone) {
  ClosureRows rows = closureRows(table, file, zone);
  if (!rows.refused.empty()) return failure(rows.refused.front());
  return std::move(rows.closures);
}

}  // namespace fengsui
