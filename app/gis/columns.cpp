// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/columns.h"

#include <algorithm>

#include "gis/celltext.h"
#include "gis/targetfields.h"

namespace fengsui {
namespace {

constexpr double acceptedFrom = 0.6;

// What a heading is about, by its last word: a telephone number never names a person.
enum class Sense { any, phone, title, code, count };

bool endsWithAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

Sense senseOf(std::string_view word) {
  if (endsWithAny(word,
                  {"电话", "手机", "手机号", "手机号码", "号码", "联系方式", "phone", "mobile", "tel", "telephone"}))
    return Sense::phone;
  if (endsWithAny(word, {"职务", "职称", "职位"})) return Sense::title;
  if (endsWithAny(word, {"编码", "编号", "代码", "证号", "code", "_id", "uuid"})) return Sense::code;
  if (endsWithAny(word, {"人数", "数量", "户数", "面积", "人口", "总数", "床位数", "count", "quantity"}))
    return Sense::count;
  return Sense::any;
}

bool accepts(const TargetField& field, Sense sense) {
  switch (sense) {
    case Sense::any:
      return field.value != FieldValue::phones;
    case Sense::phone:
      return field.value == FieldValue::phones;
    case Sense::title:
      return field.path.ends_with("title");
    case Sense::code:
      return field.value == FieldValue::code;
    case Sense::count:
      return field.value == FieldValue::whole || field.value == FieldValue::amount || field.value == FieldValue::area;
  }
  return true;
}

// "面积（㎡）" and "*面积" are asked for as "面积".
std::string plainHeading(std::string_view heading) {
  std::string plain = compact(heading);
  std::erase(plain, '*');
  if (const auto open = plain.find('('); open != std::string::npos && open > 0) {
    const auto close = plain.find(')', open);
    plain.erase(open, close == std::string::npos ? std::string::npos : close - open + 1);
  }
  while (plain.ends_with(':')) plain.pop_back();
  return plain;
}

struct Heading {
  std::string whole;               // "联系人/电话"
  std::string last;                // "电话"
  std::string inContext;           // "b角/电话", where the column before is "B角"
  std::vector<std::string> words;  // of a Latin heading
};

std::vector<std::string> latinWords(std::string_view heading) {
  std::vector<std::string> words(1);
  for (const char c : folded(heading)) {
    if (std::isalnum(static_cast<unsigned char>(c))) {
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      return {};
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::vector<Heading> headingsOf(const std::vector<Column>& columns) {
  std::vector<Heading> headings;
  std::string person;  // the heading that the following telephone belongs to
  for (const Column& column : columns) {
    Heading heading;
    heading.whole = plainHeading(column.name);
    const auto slash = heading.whole.rfind('/');
    heading.last = slash == std::string::npos ? heading.whole : heading.whole.substr(slash + 1);
    heading.words = latinWords(column.name);
    const Sense sense = senseOf(heading.last);
    if (slash == std::string::npos && (sense == Sense::phone || sense == Sense::title)) {
      if (!person.empty()) heading.inContext = person + "/" + heading.last;
    } else {
      person = slash == std::string::npos ? heading.whole : std::string();
    }
    headings.push_back(std::move(heading));
  }
  return headings;
}

double lengthShare(std::string_view part, std::string_view whole) {
  return static_cast<double>(part.size()) / static_cast<double>(whole.size());
}

bool isLatin(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool containsWords(const std::vector<std::string>& all, const std::vector<std::string>& part) {
  return !part.empty() && std::search(all.begin(), all.end(), part.begin(), part.end()) != all.end();
}

double scoreOf(const Heading& heading, std::string_view synonym) {
  const std::string wanted = plainHeading(synonym);
  if (wanted.empty() || heading.whole.empty()) return 0;
  if (heading.whole == wanted) return 1;
  if (heading.inContext == wanted) return 0.97;
  if (wanted.find('/') != std::string::npos && heading.whole.ends_with("/" + wanted)) return 0.95;
  if (isLatin(wanted)) {
    const auto words = latinWords(synonym);
    if (words == heading.words) return 0.99;
    if (containsWords(heading.words, words))
      return 0.6 + 0.25 * static_cast<double>(words.size()) / static_cast<double>(heading.words.size());
    return 0;
  }
  if (heading.last == wanted) return heading.whole == heading.last ? 1 : 0.9;
  if (wanted.size() >= 6 && heading.last.find(wanted) != std::string::npos)
    return 0.6 + 0.25 * lengthShare(wanted, heading.last);
  if (heading.last.size() >= 6 && wanted.find(heading.last) != std::string::npos)
    return 0.45 + 0.25 * lengthShare(heading.last, wanted);
  return 0;
}

double scoreOf(const Heading& heading, const TargetField& field) {
  const Sense sense = senseOf(heading.last);
  if (!accepts(field, sense)) return 0;
  double best = std::max(
      {scoreOf(heading, field.zh), scoreOf(heading, field.en), heading.whole == compact(field.path) ? 1.0 : 0.0});
  std::string_view rest = field.synonyms;
  double wear = 0.001;  // the first synonyms say it best
  while (!rest.empty()) {
    const auto bar = rest.find('|');
    best = std::max(best, scoreOf(heading, rest.substr(0, bar)) - wear);
    wear += 0.001;
    rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  }
  return best;
}

std::string listOf(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

void sortByField(Mapping& mapping, Kind kind) {
  const auto fields = targetFieldsOf(kind);
  const auto rank = [&](const FieldColumn& pair) {
    return std::find_if(fields.begin(), fields.end(), [&](const TargetField& f) { return f.path == pair.field; }) -
           fields.begin();
  };
  std::stable_sort(mapping.fields.begin(), mapping.fields.end(),
                   [&](const FieldColumn& a, const FieldColumn& b) { return rank(a) < rank(b); });
}

void listUnmapped(Mapping& mapping, const std::vector<Column>& columns) {
  mapping.unmapped.clear();
  for (const Column& column : columns) {
    const bool used = std::any_of(mapping.fields.begin(), mapping.fields.end(),
                                  [&](const FieldColumn& pair) { return pair.column == column.name; });
    if (!used && column.role == ColumnRole::data) mapping.unmapped.push_back(column.name);
  }
}

}  // namespace

const FieldColumn* Mapping::columnFor(std::string_view field) const {
  for (const FieldColumn& pair : fields)
    if (pair.field == field) return &pair;
  return nullptr;
}

Mapping proposeMapping(Kind kind, const std::vector<Column>& columns) {
  struct Candidate {
    double score;
    std::size_t field, column;
  };
  const auto fields = targetFieldsOf(kind);
  const auto headings = headingsOf(columns);
  std::vector<Candidate> candidates;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (columns[column].role != ColumnRole::data) continue;
    for (std::size_t field = 0; field < fields.size(); ++field)
      if (const double score = scoreOf(headings[column], fields[field]); score >= acceptedFrom)
        candidates.push_back({score, field, column});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  std::vector<bool> fieldTaken(fields.size());
  std::vector<bool> columnTaken(columns.size());
  Mapping mapping;
  // A table that counts one item per row has no cell with all of them.
  for (const Candidate& c : candidates) {
    if (fieldTaken[c.field] || columnTaken[c.column]) continue;
    fieldTaken[c.field] = columnTaken[c.column] = true;
    mapping.fields.push_back({std::string(fields[c.field].path), columns[c.column].name, c.score});
  }
  if (mapping.columnFor("stocks") && mapping.columnFor("stocks.quantity") && !mapping.columnFor("stocks.item"))
    for (FieldColumn& pair : mapping.fields)
      if (pair.field == "stocks") pair.field = "stocks.item";
  sortByField(mapping, kind);
  listUnmapped(mapping, columns);
  return mapping;
}

Result<Mapping> remapped(Mapping mapping, Kind kind, const std::vector<Column>& columns,
                         const std::vector<std::pair<std::string, std::string>>& wishes) {
  for (const auto& wish : wishes) {
    const std::string& field = wish.first;
    const std::string& column = wish.second;
    if (!targetField(kind, field)) {
      std::vector<std::string> known;
      for (const TargetField& target : targetFieldsOf(kind)) known.emplace_back(target.path);
      return failure(ErrorCode::notFound, {"there is no field \"" + field + "\"", "没有字段“" + field + "”"},
                     {"the fields are: " + listOf(known), "字段有：" + listOf(known)});
    }
    const bool there = column.empty() || std::any_of(columns.begin(), columns.end(),
                                                     [&](const Column& one) { return one.name == column; });
    if (!there) {
      std::vector<std::string> known;
      for (const Column& one : columns) known.push_back(one.name);
      return failure(ErrorCode::notFound, {"there is no column \"" + column + "\"", "没有列“" + column + "”"},
                     {"the columns are: " + listOf(known), "列有：" + listOf(known)});
    }
    std::erase_if(mapping.fields, [&](const FieldColumn& pair) {
      return pair.field == field || (!column.empty() && pair.column == column);
    });
    if (!column.empty()) mapping.fields.push_back({field, column, 1});
  }
  sortByField(mapping, kind);
  listUnmapped(mapping, columns);
  return mapping;
}

}  // namespace fengsui
