// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/exportrows.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/entities/depot.h"
#include "core/entities/incident.h"
#include "core/entities/person.h"
#include "core/quantity.h"
#include "gis/celltext.h"
#include "gis/cellterms.h"
#include "gis/persontext.h"
#include "gis/targetfields.h"

namespace fengsui {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

bool isPrivate(std::string_view attribute) {
  const std::string name = compact(attribute);
  for (const auto word : {"电话", "手机", "联系方式", "身份证", "证件", "phone", "mobile", "tel.", "telephone", "idcard"})
    if (name.find(word) != std::string::npos) return true;
  return false;
}

std::string quantityText(const Json& milli) { return Quantity{milli.get<std::int64_t>()}.text(); }

// The people of a thing: the first A, the first B, and whoever else there is.
struct People {
  Responsible a, b;
  std::vector<Responsible> others;
};

People peopleOf(const Json& thing, Kind kind) {
  People people;
  const std::string list(peopleFieldOf(kind));
  if (list.empty() || !thing.contains(list)) return people;
  const auto all = decode<std::vector<Responsible>>(thing[list]).value_or(std::vector<Responsible>{});
  // Only A before B, each with something said, comes back from the two sets of columns in the same order.
  std::size_t next = 0;
  const auto said = [](const Responsible& one) { return !one.name.empty() || !one.title.empty() || !one.phones.empty(); };
  if (next < all.size() && all[next].role == "A" && said(all[next])) people.a = all[next++];
  if (next < all.size() && all[next].role == "B" && said(all[next])) people.b = all[next++];
  people.others.assign(all.begin() + static_cast<std::ptrdiff_t>(next), all.end());
  return people;
}

class Exporter {
 public:
  Exporter(Kind kind, const TimeZone& zone, const ExportOptions& options)
      : kind_(kind), zone_(zone), options_(options) {
    for (const TargetField& field : targetFieldsOf(kind))
      if (options.restricted || !field.restricted) fields_.push_back(&field);
  }

  Table write(const std::vector<Json>& things) {
    table_.layer = options_.language == Language::chinese ? nameOf(kind_).zh : nameOf(kind_).code;
    for (const TargetField* field : fields_)
      table_.columns.push_back({std::string(options_.language == Language::chinese ? field->zh : field->en), ColumnRole::data});
    nameAttributes(things);
    for (const Json& thing : things) add(thing);
    dropEmptyColumns();
    return std::move(table_);
  }

 private:
  void nameAttributes(const std::vector<Json>& things) {
    std::set<std::string> names;
    for (const Json& thing : things)
      if (const auto attributes = thing.find("attributes"); attributes != thing.end())
        for (const auto& [name, value] : attributes->items())
          if (options_.restricted || !isPrivate(name)) names.insert(name);
    for (const auto& name : names) {
      std::string heading = name;
      while (table_.columnNamed(heading)) heading += " (2)";
      attributeColumns_.emplace(name, table_.columns.size());
      table_.columns.push_back({std::move(heading), ColumnRole::data});
    }
  }

  void add(const Json& thing) {
    const bool perLine = kind_ == Kind::depot && options_.oneRowPerStockLine && thing.contains("stocks");
    if (!perLine) {
      addRow(thing, nullptr);
      return;
    }
    for (const Json& line : thing["stocks"]) addRow(thing, &line);
  }

  void addRow(const Json& thing, const Json* stockLine) {
    Row row;
    row.number = static_cast<int>(table_.rows.size()) + 2;  // under the header
    row.cells.resize(table_.columns.size());
    const People people = peopleOf(thing, kind_);
    for (std::size_t i = 0; i < fields_.size(); ++i) row.cells[i] = cellOf(*fields_[i], thing, people, stockLine);
    if (const auto attributes = thing.find("attributes"); attributes != thing.end())
      for (const auto& [name, column] : attributeColumns_)
        if (attributes->contains(name)) row.cells[column] = (*attributes)[name].get<std::string>();
    row.shape = placeOf(thing);
    table_.rows.push_back(std::move(row));
  }

  [[nodiscard]] std::optional<Shape> placeOf(const Json& thing) const {
    const std::string field(placeFieldOf(kind_));
    if (field.empty() || !thing.contains(field)) return std::nullopt;
    if (field == "shape") {
      if (auto shape = decode<Shape>(thing[field])) return *shape;
    } else if (const auto position = decode<Position>(thing[field])) {
      return Shape::at(*position);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string cellOf(const TargetField& field, const Json& thing, const People& people,
                                   const Json* stockLine) const {
    const std::string_view path = field.path;
    if (path == peopleFieldOf(kind_)) return peopleText(people.others);
    if (path.find(".A.") != std::string_view::npos) return personPart(people.a, path);
    if (path.find(".B.") != std::string_view::npos) return personPart(people.b, path);
    if (path.starts_with("stocks.")) return stockLine ? stockPart(*stockLine, path.substr(7)) : std::string();
    if (path.starts_with("figures.")) return {};  // the cell with all figures says whose they are
    if (kind_ == Kind::shelter && path.starts_with("capacity")) return capacityPart(thing, path);
    const auto at = thing.find(std::string(path));
    if (at == thing.end()) return {};
    return valueText(field, *at);
  }

  static std::string personPart(const Responsible& person, std::string_view path) {
    if (path.ends_with(".name")) return person.name;
    if (path.ends_with(".title")) return person.title;
    return joined(person.phones, "、");
  }

  static std::string stockPart(const Json& line, std::string_view part) {
    const auto at = line.find(std::string(part));
    if (at == line.end()) return {};
    if (at->is_string()) return at->get<std::string>();
    return part == "reserved" && *at == 0 ? std::string() : quantityText(*at);
  }

  static std::string capacityPart(const Json& thing, std::string_view path) {
    const auto capacity = thing.find("capacity");
    if (capacity == thing.end()) return {};
    const std::string name = path == "capacity" ? "" : std::string(path.substr(std::string_view("capacity.").size()));
    const auto at = capacity->find(name);
    return at == capacity->end() ? std::string() : std::to_string(at->get<std::int64_t>());
  }

  [[nodiscard]] std::string valueText(const TargetField& field, const Json& value) const {
    switch (field.value) {
      case FieldValue::text:
      case FieldValue::name:
      case FieldValue::code: return value.get<std::string>();
      case FieldValue::whole: return std::to_string(value.get<std::int64_t>());
      case FieldValue::area:
      case FieldValue::amount: return quantityText(value);
      case FieldValue::yesNo:
        if (options_.language == Language::chinese) return value.get<bool>() ? "是" : "否";
        return value.get<bool>() ? "yes" : "no";
      case FieldValue::word: return textOf(field.vocabulary, value.get<std::string>()).in(options_.language);
      case FieldValue::words: {
        std::vector<std::string> words;
        for (const Json& code : value) words.push_back(textOf(field.vocabulary, code.get<std::string>()).in(options_.language));
        return joined(words, "、");
      }
      case FieldValue::term: return termText(kind_, field.path, value.get<std::string>()).in(options_.language);
      case FieldValue::phones: return joined(value.get<std::vector<std::string>>(), "、");
      case FieldValue::time: return zone_.iso({value.get<std::int64_t>()});
      case FieldValue::stocks: return options_.oneRowPerStockLine ? std::string() : stocksText(value);
      case FieldValue::figures:
        return figuresText(decode<std::vector<Figure>>(value).value_or(std::vector<Figure>{}), zone_);
      case FieldValue::people: break;
    }
    return {};
  }

  static std::string stocksText(const Json& lines) {
    std::vector<std::string> parts;
    for (const Json& line : lines)
      parts.push_back(line.value("item", std::string()) + quantityText(line.value("quantity", Json(0))) + line.value("unit", std::string()));
    return joined(parts, "；");
  }

  void dropEmptyColumns() {
    for (std::size_t column = table_.columns.size(); column-- > 0;) {
      const bool used = std::any_of(table_.rows.begin(), table_.rows.end(),
                                    [&](const Row& row) { return !row.cells[column].empty(); });
      if (used) continue;
      const auto at = static_cast<std::ptrdiff_t>(column);
      table_.columns.erase(table_.columns.begin() + at);
      for (Row& row : table_.rows) row.cells.erase(row.cells.begin() + at);
    }
  }

  Kind kind_;
  const TimeZone& zone_;
  const ExportOptions& options_;
  std::vector<const TargetField*> fields_;
  std::map<std::string, std::size_t> attributeColumns_;
  Table table_;
};

}  // namespace

Table tableOfThings(Kind kind, const std::vector<Json>& things, const TimeZone& zone, const ExportOptions& options) {
  return Exporter(kind, zone, options).write(things);
}

}  // namespace fengsui
