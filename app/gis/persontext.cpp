// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/persontext.h"

#include <charconv>

#include "gis/celltext.h"

namespace fengsui {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto at = text.find(separator);
    parts.emplace_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

// The separators cannot stand inside a part.
std::string part(std::string_view text) {
  std::string out;
  for (const auto character : characters(text)) {
    if (character == "|") {
      out += "/";
    } else if (character == "；") {
      out += "，";
    } else {
      out += character;
    }
  }
  return out;
}

template <class E>
std::optional<E> named(std::string_view word) {
  for (const auto& name : namesOf<E>)
    if (name.code == word || name.zh == word || name.en == word) return name.value;
  return std::nullopt;
}

}  // namespace

std::string peopleText(const std::vector<Responsible>& people) {
  std::string out;
  for (const Responsible& person : people) {
    std::string phones;
    for (const auto& phone : person.phones) phones += (phones.empty() ? "" : " ") + phone;
    out += (out.empty() ? "" : "；") + part(person.role) + "|" + part(person.name) + "|" + part(person.title) + "|" + part(phones);
  }
  return out;
}

std::vector<Responsible> peopleIn(std::string_view cell) {
  std::vector<Responsible> people;
  for (const auto& entry : split(cell, "；")) {
    auto parts = split(entry, "|");
    if (parts.size() == 1) parts.insert(parts.begin(), "");  // a plain list of names
    parts.resize(4);
    Responsible person{parts[0], parts[1], parts[2], {}};
    for (auto& phone : split(parts[3], " "))
      if (!phone.empty()) person.phones.push_back(std::move(phone));
    if (!person.name.empty() || !person.phones.empty() || !person.title.empty()) people.push_back(std::move(person));
  }
  return people;
}

std::string figuresText(const std::vector<Figure>& figures, const TimeZone& zone) {
  std::string out;
  for (const Figure& figure : figures) {
    out += (out.empty() ? "" : "；") + std::string(nameOf(figure.kind).zh) + "|" + std::to_string(figure.count) + "|" +
           part(figure.source) + "|" + zone.iso(figure.cutOff) + "|" + std::string(nameOf(figure.verification).zh);
    if (figure.decided) out += "|采用";
  }
  return out;
}

Result<std::vector<Figure>> figuresIn(std::string_view cell, const TimeZone& zone) {
  std::vector<Figure> figures;
  for (const auto& entry : split(cell, "；")) {
    if (entry.empty()) continue;
    auto parts = split(entry, "|");
    parts.resize(6);
    Figure figure;
    const auto kind = named<FigureKind>(parts[0]);
    const auto verification = named<Verification>(parts[4]);
    const auto [end, status] = std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), figure.count);
    const auto cutOff = zone.parse(parts[3]);
    if (!kind || !verification || !cutOff || status != std::errc{} || end != parts[1].data() + parts[1].size())
      return failure(ErrorCode::invalid, {"\"" + entry + "\" is not a figure", "“" + entry + "”不是统计数据"},
                     {"write kind|count|source|time|verification: 死亡|2|公安|2026-07-20 21:40|已核",
                      "请写 类别|数量|口径|截止时间|核实情况：死亡|2|公安|2026-07-20 21:40|已核"});
    figure.kind = *kind;
    figure.source = parts[2];
    figure.cutOff = *cutOff;
    figure.verification = *verification;
    figure.decided = parts[5] == "采用";
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace fengsui
