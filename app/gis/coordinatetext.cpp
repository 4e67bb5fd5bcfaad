// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coordinatetext.h"

#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "gis/celltext.h"

namespace fengsui {
namespace {

using Axis = WrittenOrdinate::Axis;

// One spelling for each sign: d, m and s for the parts of a degree, E W N S for the directions.
std::string plainSigns(std::string_view text) {
  static const std::vector<std::pair<std::string_view, char>> signs{
      {"东经", 'E'}, {"西经", 'W'}, {"北纬", 'N'}, {"南纬", 'S'}, {"经度", 'L'}, {"纬度", 'B'}, {"°", 'd'},
      {"º", 'd'},    {"度", 'd'},   {"′", 'm'},    {"’", 'm'},    {"‘", 'm'},    {"分", 'm'},   {"″", 's'},
      {"”", 's'},    {"“", 's'},    {"秒", 's'},   {"，", ','},   {"；", ';'},   {"、", ','},   {"东", 'E'},
      {"北", 'N'},   {"西", 'W'},   {"南", 'S'},   {"˚", 'd'}};
  std::string out;
  std::string rest = folded(text);
  std::string_view left = rest;
  while (!left.empty()) {
    bool replaced = false;
    for (const auto& [sign, letter] : signs) {
      if (!left.starts_with(sign)) continue;
      out += letter;
      left.remove_prefix(sign.size());
      replaced = true;
      break;
    }
    if (replaced) continue;
    char c = left[0];
    left.remove_prefix(1);
    if (c == '\'') c = out.ends_with('m') ? (out.pop_back(), 's') : 'm';  // '' is a way to write seconds
    if (c == '"') c = 's';
    if (c == 'm' && out.ends_with('m')) out.pop_back(), c = 's';
    if (c == 'e' || c == 'n' || c == 'w') c = static_cast<char>(std::toupper(c));
    out += c;
  }
  return out;
}

class OrdinateReader {
 public:
  explicit OrdinateReader(std::string_view text) : rest_(text) {}

  std::optional<WrittenOrdinate> next() {
    skip(" ()[]{}:\t\r\n");
    Axis axis = letter();
    skip(" :=");
    const bool negative = eat('-');
    if (!negative) eat('+');
    const auto whole = number();
    if (!whole) return std::nullopt;
    double value = *whole;
    const bool degrees = eat('d') || colonThenDigit();
    if (degrees) {
      skip(" ");
      if (const auto minutes = number()) {
        if (*minutes >= 60) return std::nullopt;
        value += *minutes / 60;
        if (eat('m') || colonThenDigit()) {
          skip(" ");
          if (const auto seconds = number()) {
            if (*seconds >= 60.0001) return std::nullopt;
            value += *seconds / 3600;
            eat('s');
          }
        }
      }
    }
    skip(" ");
    if (axis == Axis::unsaid) axis = letter();
    if (negative || western_) value = -value;
    western_ = false;
    return WrittenOrdinate{value, axis};
  }

  void skip(std::string_view characters) {
    while (!rest_.empty() && characters.find(rest_[0]) != std::string_view::npos) rest_.remove_prefix(1);
  }
  [[nodiscard]] bool done() const { return rest_.empty(); }

 private:
  Axis letter() {
    if (eat('E') || eat('L')) return Axis::longitude;
    if (eat('W')) return western_ = true, Axis::longitude;
    if (eat('N') || eat('B')) return Axis::latitude;
    if (eat('S')) return western_ = true, Axis::latitude;
    return Axis::unsaid;
  }
  bool eat(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool colonThenDigit() {
    if (rest_.size() < 2 || rest_[0] != ':' || rest_[1] < '0' || rest_[1] > '9') return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::optional<double> number() {
    std::size_t length = 0;
    bool digit = false;
    while (length < rest_.size() && ((rest_[length] >= '0' && rest_[length] <= '9') || rest_[length] == '.')) {
      digit = digit || rest_[length] != '.';
      ++length;
    }
    double value = 0;
    if (!digit) return std::nullopt;
    const auto [end, status] = std::from_chars(rest_.data(), rest_.data() + length, value);
    if (status != std::errc{} || end != rest_.data() + length) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }

  std::string_view rest_;
  bool western_ = false;  // the letter just read points west or south
};

}  // namespace

std::optional<WrittenOrdinate> ordinateIn(std::string_view text) {
  if (const auto number = numberIn(text)) return WrittenOrdinate{*number, Axis::unsaid};
  const std::string plain = plainSigns(trimmed(text));
  OrdinateReader in(plain);
  const auto ordinate = in.next();
  in.skip(" ()");
  if (!ordinate || !in.done()) return std::nullopt;
  return ordinate;
}

std::optional<WrittenPair> pairIn(std::string_view text) {
  const std::string plain = plainSigns(trimmed(text));
  OrdinateReader in(plain);
  const auto first = in.next();
  if (!first) return std::nullopt;
  in.skip(" ,;/|\t\r\n");
  const auto second = in.next();
  in.skip(" ()[]{}");
  if (!second || !in.done()) return std::nullopt;
  const bool latitudeFirst = first->axis == Axis::latitude || second->axis == Axis::longitude;
  const bool longitudeFirst = first->axis == Axis::longitude || second->axis == Axis::latitude;
  if (latitudeFirst && longitudeFirst) return std::nullopt;
  if (latitudeFirst) return WrittenPair{second->value, first->value, true};
  return WrittenPair{first->value, second->value, longitudeFirst};
}

}  // namespace fengsui
