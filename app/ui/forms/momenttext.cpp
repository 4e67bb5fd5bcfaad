// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/momenttext.h"

#include <algorithm>

namespace fengsui {
namespace {

constexpr std::int64_t kDayMs = 24 * 3600 * 1000;
constexpr std::int64_t kAheadMs = 5 * 60 * 1000;  // clocks differ; what is a little ahead is meant for today

bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<Instant> momentFrom(std::string text, Instant now, const TimeZone& zone) {
  for (auto at = text.find("："); at != std::string::npos; at = text.find("："))
    text.replace(at, std::string_view("：").size(), ":");
  while (!text.empty() && text.front() == ' ') text.erase(text.begin());
  while (!text.empty() && text.back() == ' ') text.pop_back();
  if (text.empty()) return now;
  if (digits(text) && (text.size() == 3 || text.size() == 4)) text.insert(text.size() - 2, ":");
  const auto colon = text.find(':');
  const bool clockAlone = colon != std::string::npos && colon <= 2 && digits(text.substr(0, colon)) &&
                          digits(text.substr(colon + 1)) && text.size() - colon == 3;
  if (!clockAlone) return zone.parse(text);
  const std::string today = zone.local(now).substr(0, 10);
  const auto at = zone.parse(today + (colon == 1 ? " 0" : " ") + text);
  if (!at) return at;
  return at->ms > now.ms + kAheadMs ? at->plusMs(-kDayMs) : *at;
}

}  // namespace fengsui
