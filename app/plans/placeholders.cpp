// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/placeholders.h"

#include <algorithm>
#include <array>

#include "plans/nearest.h"

namespace fengsui {
namespace {

constexpr auto kFixed = std::to_array<std::string_view>(
    {"incident.title", "incident.location", "incident.address", "incident.kind", "incident.locality", "incident.time",
     "response.level", "response.documentNumber", "response.title", "zone.name", "zone.population", "zone.households",
     "zone.vulnerable", "zone.town", "shelter.name", "shelter.address", "shelter.capacity", "shelter.occupants",
     "time"});

}  // namespace

Result<std::vector<Placeholder>> placeholdersIn(std::string_view text) {
  std::vector<Placeholder> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '}') return failure(ErrorCode::invalid, {"a } without {", "有“}”没有“{”"});
    if (text[i] != '{') continue;
    const std::size_t end = text.find_first_of("{}", i + 1);
    if (end == std::string_view::npos || text[end] == '{')
      return failure(ErrorCode::invalid, {"a { without }", "有“{”没有“}”"});
    out.push_back({std::string(text.substr(i + 1, end - i - 1)), i, end + 1});
    i = end;
  }
  return out;
}

std::optional<Error> faultOfPlaceholder(const std::string& name, const PlaceholderScope& scope) {
  const auto wrong = [&](Text message, Text remedy) {
    return Error{ErrorCode::invalid, std::move(message), std::move(remedy), {}};
  };
  const Text unknown{"unknown placeholder {" + name + "}", "未知占位符 {" + name + "}"};
  if (std::find(kFixed.begin(), kFixed.end(), name) != kFixed.end()) return std::nullopt;
  if (name.starts_with("post.") && name.size() > 5) return std::nullopt;
  if (name.starts_with("each.") && name.size() > 5) {
    if (scope.each) return std::nullopt;
    return wrong(unknown, {"{each.…} is known only in an item with the key each", "{each.…} 只能用在有 each 的条目里"});
  }
  if (name.starts_with("row.")) {
    if (!scope.columns)
      return wrong(unknown,
                   {"{row.…} is known only in a plan with a template", "{row.…} 只能用在带 template 的预案里"});
    const std::string column = name.substr(4);
    if (std::find(scope.columns->begin(), scope.columns->end(), column) != scope.columns->end()) return std::nullopt;
    const std::string close = nearest(column, *scope.columns);
    return wrong(unknown, close.empty() ? Text{"columns: " + listed(*scope.columns), "列：" + listed(*scope.columns)}
                                        : Text{"did you mean {row." + close + "}? columns: " + listed(*scope.columns),
                                               "是否应为 {row." + close + "}？列：" + listed(*scope.columns)});
  }
  std::vector<std::string> known(kFixed.begin(), kFixed.end());
  for (const char* more : {"post.NAME", "each.NAME", "row.COLUMN"}) known.emplace_back(more);
  const std::string close = nearest(name, known);
  return wrong(unknown, close.empty() ? Text{"known: " + listed(known), "可用：" + listed(known)}
                                      : Text{"did you mean {" + close + "}? known: " + listed(known),
                                             "是否应为 {" + close + "}？可用：" + listed(known)});
}

std::string filled(std::string_view text, const std::function<std::optional<std::string>(const std::string&)>& value) {
  const auto found = placeholdersIn(text);
  if (!found) return std::string(text);
  std::string out;
  std::size_t at = 0;
  for (const Placeholder& one : *found) {
    out += text.substr(at, one.begin - at);
    const auto known = value(one.name);
    out += known ? *known : std::string(text.substr(one.begin, one.end - one.begin));
    at = one.end;
  }
  out += text.substr(at);
  return out;
}

}  // namespace fengsui
