// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/plantext.h"

#include <algorithm>

namespace fengsui {
namespace {

// Where the scalar that begins at the head of @p rest ends: at its closing quote, else before a comment.
std::size_t lengthOfScalar(std::string_view rest) {
  if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
    const char quote = rest.front();
    for (std::size_t i = 1; i < rest.size(); ++i) {
      if (quote == '"' && rest[i] == '\\')
        ++i;
      else if (rest[i] == quote)
        return i + 1;
    }
    return rest.size();
  }
  std::size_t end = std::min(rest.find(" #"), rest.size());
  while (end > 0 && (rest[end - 1] == ' ' || rest[end - 1] == '\t' || rest[end - 1] == '\r')) --end;
  return end;
}

}  // namespace

std::optional<TextSpan> headSpan(std::string_view text, std::string_view key) {
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    std::string_view rest = text.substr(line, end - line);
    if (rest.starts_with(key) && rest.substr(key.size()).starts_with(':')) {
      const std::size_t value = rest.find_first_not_of(" \t", key.size() + 1);
      const bool spaced = key.size() + 1 >= rest.size() || rest[key.size() + 1] == ' ' || rest[key.size() + 1] == '\t';
      if (spaced && value != std::string_view::npos && rest[value] != '#')
        return TextSpan{line + value, lengthOfScalar(rest.substr(value))};
    }
    line = end + 1;
  }
  return std::nullopt;
}

std::optional<std::string> headValue(std::string_view text, std::string_view key) {
  const auto span = headSpan(text, key);
  if (!span) return std::nullopt;
  std::string_view value = text.substr(span->at, span->length);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  return std::string(value);
}

std::optional<std::string> withHeadValue(std::string_view text, std::string_view key, std::string_view value) {
  const auto span = headSpan(text, key);
  if (!span) return std::nullopt;
  std::string out(text.substr(0, span->at));
  const bool quoted = span->length > 0 && (text[span->at] == '"' || text[span->at] == '\'');
  const std::string quote = quoted ? std::string(1, text[span->at]) : std::string();
  return out + quote + std::string(value) + quote + std::string(text.substr(span->at + span->length));
}

std::string nextEdition(const std::string& edition, const std::set<std::string>& taken) {
  const std::size_t digits = edition.find_last_not_of("0123456789");
  std::string stem = edition.substr(0, digits == std::string::npos ? 0 : digits + 1);
  std::string last = edition.substr(stem.size());
  if (last.size() > 9) {  // a number of somebody else, not one to count on
    stem = edition;
    last.clear();
  }
  if (last.empty()) stem += '-';
  for (unsigned long number = last.empty() ? 2 : std::stoul(last) + 1;; ++number) {
    std::string shown = std::to_string(number);
    shown.insert(0, last.size() > shown.size() ? last.size() - shown.size() : 0, '0');
    if (!taken.contains(stem + shown)) return stem + shown;
  }
}

std::string idOfCopy(const std::string& id, const std::set<std::string>& taken) {
  const std::string first = id + ".copy";
  return taken.contains(first) ? nextEdition(first, taken) : first;
}

std::string planFileName(const std::string& id, const std::string& edition) {
  std::string name = id + '-' + edition;
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>| ").find(c) != std::string_view::npos)
      c = '_';
  constexpr std::size_t kBytesAtMost = 200;
  if (name.size() > kBytesAtMost) {
    std::size_t end = kBytesAtMost;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) --end;
    name.resize(end);
  }
  return name + ".yaml";
}

}  // namespace fengsui
