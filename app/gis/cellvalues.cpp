// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cellvalues.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gis/celltext.h"

namespace fengsui {
namespace {

tl::unexpected<Error> notThis(std::string_view cell, Text what, Text remedy) {
  const std::string shown(trimmed(cell));
  return failure(ErrorCode::invalid, {"\"" + shown + "\" is not " + what.en, "“" + shown + "”不是" + what.zh},
                 std::move(remedy));
}

bool eat(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool eatAny(std::string_view& text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return eat(text, word); });
}

void eatAll(std::string_view& text, std::initializer_list<std::string_view> words) {
  while (eatAny(text, words)) {
  }
}

int chineseDigit(std::string_view& text) {
  static constexpr std::array<std::string_view, 11> digits{"零", "一", "二", "三", "四", "五",
                                                           "六", "七", "八", "九", "两"};
  for (std::size_t i = 0; i < digits.size(); ++i)
    if (eat(text, digits[i])) return i == 10 ? 2 : static_cast<int>(i);
  return -1;
}

// 三十五, 一百二十, 两千: whole numbers below ten thousand.
std::optional<std::int64_t> chineseNumber(std::string_view& text) {
  std::string_view rest = text;
  std::int64_t sum = 0;
  std::int64_t digit = -1;
  bool any = false;
  while (true) {
    if (const int next = chineseDigit(rest); next >= 0) {
      if (digit > 0) return std::nullopt;
      digit = next;
      any = true;
      continue;
    }
    const std::int64_t unit = eat(rest, "千") ? 1000 : eat(rest, "百") ? 100 : eat(rest, "十") ? 10 : 0;
    if (unit == 0) break;
    if (digit < 0 && unit != 10) return std::nullopt;
    sum += (digit < 0 ? 1 : digit) * unit;
    digit = -1;
    any = true;
  }
  if (!any) return std::nullopt;
  text = rest;
  return sum + std::max<std::int64_t>(digit, 0);
}

// The digits at the front, with grouping commas and decimals.
std::string_view digitsAt(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) || text[end] == '.' ||
                               (text[end] == ',' && end > 0 && end + 3 < text.size() + 0 &&
                                std::isdigit(static_cast<unsigned char>(text[end + 1])))))
    ++end;
  if (end > 0 && end + 1 < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    std::size_t exponent = end + 1;
    if (text[exponent] == '+' || text[exponent] == '-') ++exponent;
    const std::size_t first = exponent;
    while (exponent < text.size() && std::isdigit(static_cast<unsigned char>(text[exponent]))) ++exponent;
    if (exponent > first) end = exponent;
  }
  return text.substr(0, end);
}

bool hasDigit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)); });
}

std::optional<WrittenAmount> parseAmount(std::string_view cell) {
  const std::string plain = compact(cell);
  std::string_view rest = plain;
  eatAll(rest, {"大约", "大概", "约", "近", "共计", "共", "总计", "计", "≈", "~", "about", "approx.", "approx", "ca."});
  const bool negative = eat(rest, "-");
  double value = 0;
  if (const auto digits = digitsAt(rest); !digits.empty()) {
    const auto number = numberIn(digits);
    if (!number) return std::nullopt;
    value = *number;
    rest.remove_prefix(digits.size());
  } else if (const auto chinese = chineseNumber(rest)) {
    value = static_cast<double>(*chinese);
  } else {
    return std::nullopt;
  }
  eatAll(rest, {"余", "多", "+", "几"});
  if (eat(rest, "亿")) value *= 1e8;
  if (eat(rest, "万")) value *= 1e4;
  eatAll(rest, {"余", "多", "+", "几"});
  std::string unit(rest);
  for (const auto about : {"左右", "以上", "上下", "余"})
    if (unit.ends_with(about)) unit.resize(unit.size() - std::string_view(about).size());
  // "120人/35户" and "100-120" say two things.
  if (hasDigit(unit) && unit != "m2" && unit != "km2") return std::nullopt;
  if (!(value < 9e12)) return std::nullopt;
  return WrittenAmount{{std::llround(value * 1000) * (negative ? -1 : 1)}, unit};
}

Text numberRemedy() {
  return {"write one number, such as 120", "请写一个数字，如 120"};
}

// Units in a heading: "人口（万人）" counts in ten thousands.
double headingFactor(std::string_view headingUnit) {
  return compact(headingUnit).starts_with("万") ? 1e4 : 1;
}

std::optional<double> squareMetresPer(std::string_view unit) {
  std::string word = compact(unit);
  double factor = 1;
  if (word.starts_with("万")) word.erase(0, std::string_view("万").size()), factor = 1e4;
  if (word == "亩") return factor * 2000.0 / 3;
  if (word == "公顷" || word == "ha" || word == "hm2" || word == "hm²") return factor * 1e4;
  if (word == "平方公里" || word == "平方千米" || word == "km2" || word == "km²" || word == "㎢") return factor * 1e6;
  for (const auto metre : {"平方米", "㎡", "m2", "m²", "平米", "平", "平方"})
    if (word == metre) return factor;
  return std::nullopt;
}

std::string digitsOf(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (std::isdigit(static_cast<unsigned char>(c))) digits += c;
  return digits;
}

// Pieces between the given separators, trimmed, empty ones left out.
std::vector<std::string> splitAt(std::string_view text, std::initializer_list<std::string_view> separators) {
  std::vector<std::string> parts(1);
  while (!text.empty()) {
    if (eatAny(text, separators)) {
      parts.emplace_back();
    } else {
      parts.back() += text[0];
      text.remove_prefix(1);
    }
  }
  for (std::string& part : parts) part = std::string(trimmed(part));
  std::erase(parts, "");
  return parts;
}

bool isPhone(std::string_view text) {
  const std::size_t digits = digitsOf(text).size();
  return digits >= 3 && digits <= 20 && text.find_first_not_of("0123456789-+() *#.") == std::string_view::npos;
}

// As it is dialled: without the brackets and blanks people put in.
std::string dialled(std::string_view written) {
  std::string out;
  for (const char c : written) {
    if (c == '(' || c == ' ') continue;
    if (c == ')') {
      if (!out.empty() && out.back() != '-') out += '-';
      continue;
    }
    out += c;
  }
  while (out.ends_with('-')) out.pop_back();
  if (out.starts_with("+86-")) out.erase(3, 1);
  return out;
}

Result<std::string> phoneOf(const std::string& piece) {
  const Text remedy{"write the number as text, such as 13800000001 or 010-60000001",
                    "请按文本填写号码，如 13800000001 或 010-60000001"};
  std::string number = piece;
  if (number.ends_with(".0")) number.resize(number.size() - 2);
  if (number.find_first_of("eE") != std::string::npos) {
    const auto value = numberIn(number);
    const std::string mantissa = digitsOf(number.substr(0, number.find_first_of("eE")));
    if (!value) return notThis(piece, {"a telephone number", "电话号码"}, remedy);
    number = numberText(*value);
    if (mantissa.size() + 1 < number.size())
      return failure(ErrorCode::invalid,
                     {"the spreadsheet has lost digits of the telephone number \"" + piece + "\"",
                      "电话号码“" + piece + "”被表格软件截去了数字"},
                     remedy);
  }
  // 转 and ext. lead to an extension.
  std::string extension;
  for (const auto word : {"转", "分机", "ext.", "ext"}) {
    const auto at = number.find(word);
    if (at == std::string::npos) continue;
    extension = "转" + digitsOf(number.substr(at));
    number = std::string(trimmed(number.substr(0, at)));
    break;
  }
  if (!isPhone(number)) return notThis(piece, {"a telephone number", "电话号码"}, remedy);
  return dialled(number) + extension;
}

Result<StockLine> stockOf(const std::string& piece) {
  const Text remedy{"write item, number and unit: 铁锹50把；编织袋2000条",
                    "请写品名、数量、单位：铁锹50把；编织袋2000条"};
  std::string plain = folded(piece);
  std::string aside;  // "(200m3/h)" says which kind, not how many
  for (auto open = plain.find('('); open != std::string::npos; open = plain.find('(')) {
    const auto close = plain.find(')', open);
    if (close == std::string::npos) break;
    aside += plain.substr(open, close - open + 1);
    plain.erase(open, close - open + 1);
  }
  // The amount is the last number: "2寸水泵3台" is three pumps.
  std::size_t end = plain.size();
  while (end > 0 && !std::isdigit(static_cast<unsigned char>(plain[end - 1]))) --end;
  std::size_t begin = end;
  while (begin > 0 && (std::isdigit(static_cast<unsigned char>(plain[begin - 1])) || plain[begin - 1] == '.' ||
                       plain[begin - 1] == ','))
    --begin;
  if (begin == end) return notThis(piece, {"an item with its number", "带数量的物资"}, remedy);
  auto amount = parseAmount(plain.substr(begin));
  if (!amount) return notThis(piece, {"an item with its number", "带数量的物资"}, remedy);
  std::string item(trimmed(std::string_view(plain).substr(0, begin)));
  while (item.ends_with(':') || item.ends_with('*') || item.ends_with('x') || item.ends_with("×") ||
         item.ends_with('-'))
    item = std::string(trimmed(std::string_view(item).substr(0, item.size() - (item.ends_with("×") ? 2 : 1))));
  StockLine line;
  if (item.empty()) {
    // "50把铁锹": one character of unit, then the item.
    const auto signs = characters(amount->unit);
    if (signs.size() < 2) return notThis(piece, {"an item with its number", "带数量的物资"}, remedy);
    line.unit = signs[0];
    item = amount->unit.substr(signs[0].size());
  } else {
    line.unit = amount->unit;
  }
  // "铁锹(把)50": a bracket behind an item without a unit is its unit.
  const auto signs = characters(aside);
  if (line.unit.empty() && signs.size() >= 3 && signs.size() <= 5 && !hasDigit(aside)) {
    line.unit = aside.substr(1, aside.size() - 2);
    aside.clear();
  }
  line.item = item + aside;
  line.quantity = amount->amount;
  return line;
}

}  // namespace

bool isNotGiven(std::string_view cell) {
  const std::string word = compact(cell);
  for (const auto nothing : {"",     "-",    "--",     "---",  "—",    "——",  "/",  "\\",   "无",   "暂无", "没有",
                             "待定", "待核", "待补充", "未知", "不详", "n/a", "na", "null", "none", "nil",  "#n/a"})
    if (word == nothing) return true;
  return false;
}

Result<WrittenAmount> amountIn(std::string_view cell) {
  if (auto amount = parseAmount(cell)) return *amount;
  return notThis(cell, {"a number", "数字"}, numberRemedy());
}

Result<std::int64_t> countIn(std::string_view cell, std::string_view headingUnit) {
  const auto amount = parseAmount(cell);
  if (!amount) return notThis(cell, {"a count", "数量"}, numberRemedy());
  // "1O" is no count of a unit O: somebody typed a letter for a digit.
  if (!amount->unit.empty() && amount->unit.find_first_not_of("oOlI") == std::string::npos)
    return notThis(cell, {"a count", "数量"}, numberRemedy());
  const double value =
      static_cast<double>(amount->amount.milli) / 1000 * (amount->unit.empty() ? headingFactor(headingUnit) : 1);
  if (value < 0 || value != std::floor(value))
    return notThis(cell, {"a whole number from 0 on", "不小于 0 的整数"}, numberRemedy());
  return static_cast<std::int64_t>(value);
}

Result<Quantity> areaM2In(std::string_view cell, std::string_view headingUnit) {
  const Text remedy{"write square metres, such as 1200 or 1.8公顷", "请写平方米数，如 1200 或 1.8公顷"};
  const auto amount = parseAmount(cell);
  if (!amount || amount->amount.milli < 0) return notThis(cell, {"an area", "面积"}, remedy);
  std::optional<double> factor = 1;
  if (!amount->unit.empty()) {
    factor = squareMetresPer(amount->unit);
  } else if (!headingUnit.empty()) {
    factor = squareMetresPer(headingUnit);
  }
  if (!factor) return notThis(cell, {"an area", "面积"}, remedy);
  return Quantity{std::llround(static_cast<double>(amount->amount.milli) * *factor)};
}

Result<bool> yesNoIn(std::string_view cell) {
  const std::string word = compact(cell);
  for (const auto yes : {"是", "有", "√", "✓", "✔", "☑", "对", "y", "yes", "true", "1", "室内", "indoor"})
    if (word == yes) return true;
  for (const auto no :
       {"否", "无", "×", "✗", "✘", "x", "不是", "没有", "n", "no", "false", "0", "室外", "露天", "outdoor"})
    if (word == no) return false;
  return notThis(cell, {"yes or no", "“是”或“否”"}, {"write 是 or 否", "请写 是 或 否"});
}

Result<Instant> timeIn(std::string_view cell, const TimeZone& zone) {
  const std::string plain = folded(trimmed(cell));
  if (const auto days = numberIn(plain); days && *days >= 20000 && *days < 80000) {
    const auto ms = static_cast<std::int64_t>(std::llround((*days - 25569) * 86400)) * 1000;
    // The count is of civil days: read it as UTC, then as the same clock in the zone.
    return zone.parse(TimeZone::utc().local({ms}));
  }
  return zone.parse(plain);
}

Result<std::vector<std::string>> phonesIn(std::string_view cell) {
  std::vector<std::string> phones;
  const std::string plain = folded(cell);
  for (const auto& piece : splitAt(plain, {"、", ",", ";", "/", "\n", "\r", "或", "|"})) {
    if (isNotGiven(piece)) continue;
    std::vector<std::string> numbers{piece};
    // "138 0000 0001" is one number, "13800000001 13800000002" are two.
    if (piece.find(' ') != std::string::npos && digitsOf(piece).size() > 13) numbers = splitAt(piece, {" "});
    for (const auto& number : numbers) {
      auto phone = phoneOf(number);
      if (!phone) return failure(phone.error());
      phones.push_back(std::move(*phone));
    }
  }
  return phones;
}

NamedPhones nameIn(std::string_view cell) {
  NamedPhones out;
  const std::string plain(trimmed(cell));
  const std::string ascii = folded(plain);
  const auto digit = ascii.find_first_of("0123456789+");
  if (digit == std::string::npos || digit == 0) return {plain, {}};
  std::string behind = ascii.substr(digit);
  while (behind.ends_with(')')) behind.pop_back();
  const auto phones = phonesIn(behind);
  if (!phones || phones->empty() || digitsOf(phones->front()).size() < 7) return {plain, {}};
  std::string name = ascii.substr(0, digit);
  while (!name.empty() && std::string_view(" (:,-;/").find(name.back()) != std::string_view::npos) name.pop_back();
  for (const auto word : {"电话", "手机"})
    if (name.ends_with(word)) name.resize(name.size() - std::string_view(word).size());
  while (!name.empty() && std::string_view(" (:,-;/").find(name.back()) != std::string_view::npos) name.pop_back();
  return {name, *phones};
}

std::vector<std::string> partsIn(std::string_view cell) {
  return splitAt(cell, {"、", "，", "；", ",", ";", "\n", "\r", "|"});
}

Result<std::vector<StockLine>> stocksIn(std::string_view cell) {
  std::vector<StockLine> lines;
  // A comma between digits groups them; it does not separate items.
  std::string text(cell);
  for (std::size_t i = 1; i + 3 < text.size() + 0; ++i)
    if (text[i] == ',' && std::isdigit(static_cast<unsigned char>(text[i - 1])) &&
        std::isdigit(static_cast<unsigned char>(text[i + 1])) &&
        std::isdigit(static_cast<unsigned char>(text[i + 2])) && std::isdigit(static_cast<unsigned char>(text[i + 3])))
      text.erase(i, 1);
  for (const auto& piece : partsIn(text)) {
    if (isNotGiven(piece)) continue;
    auto line = stockOf(piece.ends_with("。") ? piece.substr(0, piece.size() - std::string_view("。").size()) : piece);
    if (!line) return failure(line.error());
    const bool twice = std::any_of(lines.begin(), lines.end(), [&](const StockLine& other) {
      return other.item == line->item && other.unit == line->unit;
    });
    if (twice)
      return failure(ErrorCode::invalid,
                     {"the item \"" + line->item + "\" stands twice", "物资“" + line->item + "”重复"},
                     {"add the numbers up", "请合并数量"});
    lines.push_back(std::move(*line));
  }
  return lines;
}

}  // namespace fengsui
