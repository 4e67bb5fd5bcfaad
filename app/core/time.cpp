// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time.h"

#include <date/tz.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>

namespace fengsui {
namespace {

using Milliseconds = std::chrono::milliseconds;
using SysMs = date::sys_time<Milliseconds>;

const date::time_zone* zoneOf(const void* zone) {
  return static_cast<const date::time_zone*>(zone);
}

struct Civil {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0;
};

Civil civilOf(std::int64_t localMs) {
  const date::local_time<Milliseconds> at{Milliseconds{localMs}};
  const auto day = date::floor<date::days>(at);
  const date::year_month_day ymd{day};
  const date::hh_mm_ss<Milliseconds> time{at - day};
  return {static_cast<int>(ymd.year()),
          static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day())),
          static_cast<int>(time.hours().count()),
          static_cast<int>(time.minutes().count()),
          static_cast<int>(time.seconds().count()),
          static_cast<int>(time.subseconds().count())};
}

// Reads numbers and the separators between them, so that one small grammar serves all the ways to write a time.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) { skipSpace(); }

  std::optional<int> number(int maxDigits) {
    int value = 0;
    int digits = 0;
    while (digits < maxDigits && !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
      value = value * 10 + (rest_[0] - '0');
      rest_.remove_prefix(1);
      ++digits;
    }
    if (digits == 0) return std::nullopt;
    return value;
  }

  bool eat(std::string_view word) {
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  bool eatAny(std::initializer_list<std::string_view> words) {
    for (const auto word : words)
      if (eat(word)) return true;
    return false;
  }
  void skipSpace() {
    while (eatAny({" ", "\t", "　", "\r", "\n"})) {
    }
  }
  [[nodiscard]] bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

struct Written {
  Civil civil;
  std::optional<int> offsetMinutes;
};

std::optional<Written> scan(std::string_view text) {
  Scanner in(text);
  Written out;
  Civil& c = out.civil;
  const auto year = in.number(4);
  if (!year || *year < 1000 || !in.eatAny({"-", "/", ".", "年"})) return std::nullopt;
  const auto month = in.number(2);
  if (!month || !in.eatAny({"-", "/", ".", "月"})) return std::nullopt;
  const auto day = in.number(2);
  if (!day) return std::nullopt;
  in.eatAny({"日", "号"});
  c.year = *year, c.month = *month, c.day = *day;
  if (!in.eatAny({"T", "t"})) in.skipSpace();
  if (in.done()) return out;

  const auto hour = in.number(2);
  if (!hour) return std::nullopt;
  c.hour = *hour;
  if (in.eatAny({":", "：", "时", "点"})) {
    if (const auto minute = in.number(2)) {
      c.minute = *minute;
      if (in.eatAny({":", "："}) || in.eat("分")) {
        if (const auto second = in.number(2)) c.second = *second;
        in.eat("秒");
        if (in.eatAny({".", ","})) {
          int scale = 100;
          while (const auto digit = in.number(1)) {
            c.ms += *digit * scale;
            scale /= 10;
          }
        }
      }
    }
  } else {
    return std::nullopt;
  }
  in.skipSpace();
  if (in.eatAny({"Z", "z"})) {
    out.offsetMinutes = 0;
  } else if (const bool plus = in.eat("+"); plus || in.eatAny({"-", "−"})) {
    const auto hours = in.number(2);
    if (!hours) return std::nullopt;
    in.eat(":");
    const int minutes = in.number(2).value_or(0);
    if (*hours > 14 || minutes > 59) return std::nullopt;
    out.offsetMinutes = (plus ? 1 : -1) * (*hours * 60 + minutes);
  }
  in.skipSpace();
  if (!in.done()) return std::nullopt;
  return out;
}

}  // namespace

Result<TimeZone> TimeZone::named(std::string_view ianaName) {
  TimeZone zone;
  zone.name_ = ianaName;
  try {
    zone.zone_ = date::locate_zone(zone.name_);
  } catch (const std::exception&) {
    return failure(
        ErrorCode::notFound,
        {"there is no time zone \"" + zone.name_ + "\" on this computer", "本机没有时区“" + zone.name_ + "”"},
        {"use a name such as Asia/Shanghai; the package tzdata brings them",
         "请用 Asia/Shanghai 这样的名称；时区由 tzdata 软件包提供"});
  }
  return zone;
}

TimeZone TimeZone::utc() {
  TimeZone zone;
  zone.name_ = "UTC";
  return zone;
}

std::int64_t TimeZone::offsetMsAt(Instant at) const {
  if (!zone_) return 0;
  return std::chrono::duration_cast<Milliseconds>(zoneOf(zone_)->get_info(SysMs{Milliseconds{at.ms}}).offset).count();
}

std::string TimeZone::iso(Instant at) const {
  const auto offset = offsetMsAt(at);
  const Civil c = civilOf(at.ms + offset);
  std::array<char, 96> text{};
  int n = std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d", c.year, c.month, c.day, c.hour,
                        c.minute, c.second);
  std::string out(text.data(), static_cast<std::size_t>(n));
  if (c.ms != 0) {
    n = std::snprintf(text.data(), text.size(), ".%03d", c.ms);
    out.append(text.data(), static_cast<std::size_t>(n));
  }
  const auto minutes = (offset < 0 ? -offset : offset) / 60000;
  n = std::snprintf(text.data(), text.size(), "%c%02d:%02d", offset < 0 ? '-' : '+', static_cast<int>(minutes / 60),
                    static_cast<int>(minutes % 60));
  return out.append(text.data(), static_cast<std::size_t>(n));
}

std::string TimeZone::local(Instant at) const {
  const Civil c = civilOf(at.ms + offsetMsAt(at));
  std::array<char, 96> text{};
  const int n = std::snprintf(text.data(), text.size(), "%04d-%02d-%02d %02d:%02d:%02d", c.year, c.month, c.day, c.hour,
                              c.minute, c.second);
  return {text.data(), static_cast<std::size_t>(n)};
}

std::string TimeZone::clock(Instant at) const {
  return local(at).substr(11, 5);
}

Result<Instant> TimeZone::parse(std::string_view text) const {
  const auto written = scan(text);
  const auto wrong = [&] {
    return failure(ErrorCode::invalid,
                   {"\"" + std::string(text) + "\" is not a time", "“" + std::string(text) + "”不是时间"},
                   {"write 2026-07-20 21:40, 2026-07-20T21:40:00+08:00 or 2026年7月20日 21时40分",
                    "请写 2026-07-20 21:40、2026-07-20T21:40:00+08:00 或 2026年7月20日 21时40分"});
  };
  if (!written) return wrong();
  const Civil& c = written->civil;
  const date::year_month_day ymd{date::year{c.year}, date::month{static_cast<unsigned>(c.month)},
                                 date::day{static_cast<unsigned>(c.day)}};
  if (!ymd.ok() || c.hour > 24 || c.minute > 59 || c.second > 60) return wrong();
  const date::local_time<Milliseconds> local =
      date::local_days{ymd} + Milliseconds{((c.hour * 60 + c.minute) * 60 + c.second) * 1000LL + c.ms};
  if (written->offsetMinutes) return Instant{local.time_since_epoch().count() - *written->offsetMinutes * 60000LL};
  if (!zone_) return Instant{local.time_since_epoch().count()};
  // An hour that a clock change skips or repeats is read as the earlier of its two meanings.
  return Instant{
      std::chrono::duration_cast<Milliseconds>(zoneOf(zone_)->to_sys(local, date::choose::earliest).time_since_epoch())
          .count()};
}

Instant systemNow() {
  return {std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

}  // namespace fengsui
