// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/rowfields.h"

#include <algorithm>
#include <map>

#include "core/entities/incident.h"
#include "core/entities/person.h"
#include "gis/celltext.h"
#include "gis/cellterms.h"
#include "gis/cellvalues.h"
#include "gis/persontext.h"

namespace fengsui {
namespace {

std::string unitInHeading(std::string_view heading) {
  const std::string plain = folded(heading);
  const auto open = plain.rfind('(');
  const auto close = plain.rfind(')');
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  std::string unit = plain.substr(open + 1, close - open - 1);
  if (unit.starts_with("单位:")) unit.erase(0, std::string_view("单位:").size());
  return unit;
}

bool isInsidePath(std::string_view path) { return path.find('.') != std::string_view::npos; }

class RowReader {
 public:
  RowReader(Kind kind, const Table& table, const Row& row, const TimeZone& zone)
      : kind_(kind), table_(table), row_(row), zone_(zone) {
    out_.row = row.number;
  }

  RowFields read(const Mapping& mapping) {
    for (const FieldColumn& pair : mapping.fields) {
      const auto column = table_.columnNamed(pair.column);
      const TargetField* field = targetField(kind_, pair.field);
      if (!column || !field || isNotGiven(row_.cells[*column])) continue;
      set(*field, pair.column, row_.cells[*column]);
    }
    setAttributes(mapping);
    setPlace();
    setPeople();
    setCapacity();
    setStockLine();
    setFigures();
    finish();
    return std::move(out_);
  }

 private:
  template <class Value>
  void put(std::string_view path, const Result<Value>& value, const std::string& column, const std::string& cell) {
    if (!value) {
      fail(value.error(), column, cell);
      return;
    }
    out_.fields[std::string(path)] = encode(*value);
  }

  void fail(const Error& error, const std::string& field, const std::string& value) {
    out_.errors.push_back(error.at({{}, row_.number, 0, field, value}));
  }

  void warn(Text message, const std::string& field, const std::string& value) {
    out_.warnings.push_back({ErrorCode::invalid, std::move(message), {}, {{}, row_.number, 0, field, value}});
  }

  void set(const TargetField& field, const std::string& column, const std::string& cell) {
    const std::string path(field.path);
    if (isInsidePath(path) || field.value == FieldValue::people) {
      inside_.emplace(path, std::pair(column, cell));
      return;
    }
    switch (field.value) {
      case FieldValue::text: out_.fields[path] = std::string(trimmed(cell)); break;
      case FieldValue::code: out_.fields[path] = codeOf(cell); break;
      case FieldValue::name: {
        const NamedPhones named = nameIn(cell);
        out_.fields[path] = named.name;
        if (!named.phones.empty() && !out_.fields.contains("phones")) out_.fields["phones"] = encode(named.phones);
        break;
      }
      case FieldValue::whole: put(path, countIn(cell, unitInHeading(column)), column, cell); break;
      case FieldValue::area: put(path, areaM2In(cell, unitInHeading(column)), column, cell); break;
      case FieldValue::amount: put(path, amountIn(cell).map([](const auto& a) { return a.amount; }), column, cell); break;
      case FieldValue::yesNo: put(path, yesNoIn(cell), column, cell); break;
      case FieldValue::word: out_.fields[path] = wordIn(field.vocabulary, cell); break;
      case FieldValue::words: {
        Json words = Json::array();
        for (const auto& part : partsIn(cell))
          if (const auto word = wordIn(field.vocabulary, part); std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(word);
        out_.fields[path] = std::move(words);
        break;
      }
      case FieldValue::term: put(path, termIn(kind_, path, cell), column, cell); break;
      case FieldValue::phones: put(path, phonesIn(cell), column, cell); break;
      case FieldValue::time: put(path, timeIn(cell, zone_), column, cell); break;
      case FieldValue::stocks: put(path, stocksIn(cell), column, cell); break;
      case FieldValue::figures: put(path, figuresIn(cell, zone_), column, cell); break;
      case FieldValue::people: break;
    }
  }

  // Numbers that a spreadsheet turned into numbers: "1.0" is code 1.
  static std::string codeOf(const std::string& cell) {
    std::string code(trimmed(cell));
    if (code.ends_with(".0") && code.find_first_not_of("0123456789.") == std::string::npos) code.resize(code.size() - 2);
    return code;
  }

  void setAttributes(const Mapping& mapping) {
    Attributes attributes;
    for (const auto& name : mapping.unmapped)
      if (const auto column = table_.columnNamed(name); column && !row_.cells[*column].empty())
        attributes[name] = row_.cells[*column];
    if (!attributes.empty()) out_.fields["attributes"] = encode(attributes);
  }

  void setPlace() {
    const std::string path(placeFieldOf(kind_));
    if (path.empty()) return;
    if (row_.shapeFault) out_.errors.push_back(*row_.shapeFault);
    if (!row_.shape) return;
    if (path == "shape") {
      out_.fields[path] = encode(*row_.shape);
    } else if (const auto anchor = anchorOf(*row_.shape)) {
      out_.fields[path] = encode(*anchor);
    }
  }

  [[nodiscard]] const std::pair<std::string, std::string>* inside(const std::string& path) const {
    const auto at = inside_.find(path);
    return at == inside_.end() ? nullptr : &at->second;
  }

  void setPeople() {
    const std::string list(peopleFieldOf(kind_));
    if (list.empty()) return;
    std::vector<Responsible> people;
    for (const char* role : {"A", "B"}) {
      const std::string path = list + "." + role + ".";
      Responsible person;
      person.role = role;
      if (const auto* cell = inside(path + "name")) {
        NamedPhones named = nameIn(cell->second);
        person.name = std::move(named.name);
        person.phones = std::move(named.phones);
      }
      if (const auto* cell = inside(path + "title")) person.title = std::string(trimmed(cell->second));
      if (const auto* cell = inside(path + "phones")) {
        auto phones = phonesIn(cell->second);
        if (!phones) {
          fail(phones.error(), cell->first, cell->second);
        } else if (!phones->empty()) {
          person.phones = std::move(*phones);
        }
      }
      if (!person.name.empty() || !person.phones.empty() || !person.title.empty()) people.push_back(std::move(person));
    }
    if (const auto* cell = inside(list))
      for (Responsible& person : peopleIn(cell->second)) people.push_back(std::move(person));
    if (!people.empty()) out_.fields[list] = encode(people);
  }

  // Persons by class, under "" where there is one number only.
  void setCapacity() {
    if (kind_ != Kind::shelter) return;
    Json byClass = Json::object();
    if (const auto plain = out_.fields.find("capacity"); plain != out_.fields.end()) byClass[""] = *plain;
    for (const auto& [path, cell] : inside_) {
      constexpr std::string_view before = "capacity.";
      if (!path.starts_with(before)) continue;
      if (const auto count = countIn(cell.second, unitInHeading(cell.first))) {
        byClass[path.substr(before.size())] = *count;
      } else {
        fail(count.error(), cell.first, cell.second);
      }
    }
    if (!byClass.empty()) out_.fields["capacity"] = std::move(byClass);
  }

  void setStockLine() {
    if (kind_ != Kind::depot) return;
    const auto* item = inside("stocks.item");
    const auto* number = inside("stocks.quantity");
    if (!item) {
      if (number) fail({ErrorCode::invalid, {"a quantity without an item", "有数量但没有物资名称"}, {}, {}}, number->first, number->second);
      return;
    }
    StockLine line;
    line.item = std::string(trimmed(item->second));
    if (const auto* code = inside("stocks.code")) line.code = codeOf(code->second);
    if (const auto* unit = inside("stocks.unit")) line.unit = std::string(trimmed(unit->second));
    const auto amount = [&](const char* path) -> std::optional<Quantity> {
      const auto* cell = inside(path);
      if (!cell) return Quantity{};
      const auto written = amountIn(cell->second);
      if (!written || written->amount.milli < 0) {
        fail(written ? Error{ErrorCode::invalid, {"stock never goes below zero", "库存不能为负"}, {}, {}} : written.error(), cell->first, cell->second);
        return std::nullopt;
      }
      if (line.unit.empty()) line.unit = written->unit;
      return written->amount;
    };
    const auto quantity = amount("stocks.quantity");
    const auto reserved = amount("stocks.reserved");
    if (!quantity || !reserved) return;
    if (!number)
      warn({"no quantity for " + line.item + "; taken as 0", line.item + "没有数量，按 0 处理"}, item->first, item->second);
    line.quantity = *quantity;
    line.reserved = *reserved;
    Json lines = out_.fields.contains("stocks") ? out_.fields["stocks"] : Json::array();
    lines.push_back(encode(line));
    out_.fields["stocks"] = std::move(lines);
  }

  // A plain column of deaths says neither whose count it is nor until when: the reporter's, until the report.
  void setFigures() {
    if (kind_ != Kind::incident) return;
    std::vector<Figure> figures;
    for (const auto& name : namesOf<FigureKind>) {
      const auto* cell = inside("figures." + std::string(name.code));
      if (!cell) continue;
      const auto count = countIn(cell->second, unitInHeading(cell->first));
      if (!count) {
        fail(count.error(), cell->first, cell->second);
        continue;
      }
      Figure figure;
      figure.kind = name.value;
      figure.count = *count;
      figure.source = out_.fields.value("source", std::string());
      figure.cutOff = {out_.fields.value("reportedAt", out_.fields.value("happenedAt", std::int64_t{0}))};
      figures.push_back(std::move(figure));
    }
    if (figures.empty()) return;
    Json all = out_.fields.contains("figures") ? out_.fields["figures"] : Json::array();
    for (const Figure& figure : figures) all.push_back(encode(figure));
    out_.fields["figures"] = std::move(all);
  }

  void finish() {
    if (kind_ == Kind::place && !out_.fields.contains("key") && out_.fields.contains("code"))
      out_.fields["key"] = out_.fields["code"];
    if (kind_ == Kind::team) settleTeamStatus();
    const std::string name(nameFieldOf(kind_));
    if (out_.fields.value(name, std::string()).empty()) {
      Error error{ErrorCode::invalid, {"the row has no name", "该行没有名称"},
                  {"fill in the name, or say which column holds it", "请填写名称，或指明名称在哪一列"},
                  {{}, row_.number, 0, name, {}}};
      out_.errors.push_back(std::move(error));
    }
  }

  // A list of teams cannot send one out: what is on its way elsewhere is not available here.
  void settleTeamStatus() {
    const std::string status = out_.fields.value("status", std::string("available"));
    if (status == "available" || status == "unavailable") return;
    const Text label = termText(kind_, "status", status);
    warn({"the team is " + label.en + "; entered as unavailable", "队伍处于“" + label.zh + "”，登记为不可用"}, "status", label.zh);
    out_.fields["status"] = "unavailable";
    if (!out_.fields.contains("unavailableBecause")) out_.fields["unavailableBecause"] = label.zh;
  }

  Kind kind_;
  const Table& table_;
  const Row& row_;
  const TimeZone& zone_;
  RowFields out_;
  std::map<std::string, std::pair<std::string, std::string>> inside_;  // path → column, cell
};

}  // namespace

RowFields fieldsOfRow(Kind kind, const Table& table, const Row& row, const Mapping& mapping, const TimeZone& zone) {
  return RowReader(kind, table, row, zone).read(mapping);
}

}  // namespace fengsui
