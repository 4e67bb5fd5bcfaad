// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/withheld.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace fengsui::withheld {
namespace {

constexpr std::string_view kColumns[] = {"电话", "手机", "联系方式", "座机",   "传真",    "热线",
                                         "号码", "微信", "qq",       "身份证", "证件",    "户主",
                                         "户号", "户籍", "家庭",     "phone",  "mobile",  "telephone",
                                         "tel",  "fax",  "wechat",   "idcard", "id card", "household"};
constexpr std::string_view kBeforeNumbers[] = {"电话", "手机",  "座机",   "值班室", "联系", "传真", "热线",
                                               "拨打", "phone", "mobile", "tel",    "fax",  "call"};
constexpr std::string_view kMask = "***";

bool digit(char c) {
  return c >= '0' && c <= '9';
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

// How far a number of `wanted` digits reaches from `at`, single separators allowed between digits; nothing where a
// digit is missing or one too many follows.
std::optional<std::size_t> digitsFrom(std::string_view text, std::size_t at, std::size_t wanted) {
  for (std::size_t found = 0; found < wanted; ++at) {
    if (at >= text.size()) return std::nullopt;
    if (digit(text[at])) {
      ++found;
      continue;
    }
    const bool separator = text[at] == ' ' || text[at] == '-' || text[at] == '.' || text[at] == ')';
    if (found == 0 || !separator || at + 1 >= text.size() || !digit(text[at + 1])) return std::nullopt;
  }
  if (at < text.size() && digit(text[at])) return std::nullopt;
  return at;
}

// The end of a telephone or identity number that starts at `at`.
std::optional<std::size_t> numberAt(std::string_view text, std::size_t at) {
  for (const std::string_view country : {"0086", "86"})
    if (text.substr(at).starts_with(country)) {
      std::size_t rest = at + country.size();
      while (rest < text.size() && (text[rest] == ' ' || text[rest] == '-')) ++rest;
      if (rest < text.size() && digit(text[rest]) && text[rest] != '8')
        if (const auto end = numberAt(text, rest)) return end;
    }
  if (at + 1 >= text.size()) return std::nullopt;
  if (text[at] == '1' && text[at + 1] >= '3' && digit(text[at + 1]))
    if (const auto end = digitsFrom(text, at, 11)) return end;
  if (text[at] == '0')
    for (const std::size_t length : {10u, 11u, 12u})  // 0xx or 0xxx, then 7 or 8
      if (const auto end = digitsFrom(text, at, length)) return end;
  std::size_t run = at;
  while (run < text.size() && digit(text[run])) ++run;
  if (run - at == 18) return run;
  if (run - at == 17 && run < text.size() && (text[run] == 'X' || text[run] == 'x')) return run + 1;
  return std::nullopt;
}

bool afterAWordForTelephone(std::string_view text, std::size_t at) {
  constexpr std::size_t kNear = 24;
  const std::string before = lower(text.substr(at < kNear ? 0 : at - kNear, std::min(at, kNear)));
  for (const std::string_view word : kBeforeNumbers)
    if (before.find(word) != std::string::npos) return true;
  return false;
}

}  // namespace

bool column(std::string_view name) {
  const std::string plain = lower(name);
  return std::any_of(std::begin(kColumns), std::end(kColumns),
                     [&](std::string_view word) { return plain.find(word) != std::string::npos; });
}

std::string numbers(std::string_view text) {
  if (std::count_if(text.begin(), text.end(), digit) < 7) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (!digit(text[at]) || (at > 0 && digit(text[at - 1]))) {
      out += text[at++];
      continue;
    }
    auto end = numberAt(text, at);
    if (!end && afterAWordForTelephone(text, at))
      for (const std::size_t length : {7u, 8u})
        if (!end) end = digitsFrom(text, at, length);
    if (!end) {
      out += text[at++];
      continue;
    }
    if (!out.empty() && out.back() == '+') out.pop_back();
    out += kMask;
    at = *end;
  }
  return out;
}

}  // namespace fengsui::withheld
