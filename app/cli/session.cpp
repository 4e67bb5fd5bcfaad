// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iostream>

namespace fengsui {
namespace {

namespace fs = std::filesystem;

Result<std::string> onlyStationHere() {
  std::vector<std::string> found;
  std::error_code ignored;
  for (const auto& file : fs::directory_iterator(".", ignored))
    if (file.path().extension() == ".fengsui") found.push_back(file.path().filename().string());
  if (found.size() == 1) return found.front();
  return failure(found.empty() ? ErrorCode::notFound : ErrorCode::ambiguous,
                 found.empty() ? Text{"there is no station in this folder", "当前文件夹没有站点文件"}
                               : Text{"there are several stations in this folder", "当前文件夹有多个站点文件"},
                 {"name one with --station NAME.fengsui", "请用 --station NAME.fengsui 指定"});
}

}  // namespace

Result<std::string> Session::path() const {
  return stationPath.empty() ? onlyStationHere() : Result<std::string>(StationFiles::of(stationPath).journal);
}

Result<std::unique_ptr<Station>> Session::open(bool readOnly) const {
  const auto file = path();
  if (!file) return failure(file.error());
  return Station::open(*file, readOnly);
}

Result<Instant> momentFrom(const std::string& text, const TimeZone& zone, Instant now) {
  if (text.size() > 2 && (text.front() == '-' || text.front() == '+')) {
    std::int64_t amount = 0;
    const auto [end, status] = std::from_chars(text.data() + 1, text.data() + text.size() - 1, amount);
    const char unit = text.back();
    const std::int64_t factor = unit == 's'   ? 1000
                                : unit == 'm' ? 60'000
                                : unit == 'h' ? 3'600'000
                                : unit == 'd' ? 86'400'000
                                              : 0;
    if (status == std::errc{} && end == text.data() + text.size() - 1 && factor != 0)
      return now.plusMs((text.front() == '-' ? -amount : amount) * factor);
  }
  if (text.size() <= 8 && (text.find(':') == 1 || text.find(':') == 2))
    return zone.parse(zone.local(now).substr(0, 11) + text);
  return zone.parse(text);
}

Result<Author> Session::author(const Station& station) const {
  Author author{actor, std::nullopt};
  if (occurredText.empty()) return author;
  const auto at = momentFrom(occurredText, station.timeZone(), systemNow());
  if (!at) return failure(at.error());
  if (*at > systemNow())
    return failure(ErrorCode::invalid,
                   {"it cannot have happened in the future: " + occurredText, "发生时间不能在未来：" + occurredText});
  author.occurred = *at;
  return author;
}

void Session::execute(const Make& make, const Text& done) {
  auto station = open();
  if (!station) return console.refuse(station.error());
  const auto by = author(**station);
  if (!by) return console.refuse(by.error());
  const auto command = make((*station)->situation());
  if (!command) return console.refuse(command.error());
  const auto receipt = (*station)->execute(*command, *by);
  if (!receipt) return console.refuse(receipt.error());
  Json events = Json::array();
  for (const EventRef& ref : receipt->events) events.push_back(ref.origin.text() + ":" + std::to_string(ref.sequence));
  Text line = done;
  if (receipt->events.empty()) line = {"nothing changes by that", "没有变化"};
  console.report(line,
                 Json{{"done", line.in(console.language)}, {"command", receipt->command.text()}, {"events", events}});
  publish(*this, **station);
}

}  // namespace fengsui
