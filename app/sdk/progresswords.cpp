// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/progresswords.h"

#include <algorithm>
#include <cmath>

namespace fengsui {
namespace {

constexpr std::int64_t kSecondMs = 1000, kMinuteMs = 60 * kSecondMs, kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kKnownAfterMs = 3 * kSecondMs;
constexpr double kKnownFrom = 0.01;

// Nobody waits by the minute when it takes an hour.
std::int64_t rounded(std::int64_t ms) {
  const std::int64_t step = ms < 10 * kMinuteMs ? kMinuteMs : ms < kHourMs ? 5 * kMinuteMs : 10 * kMinuteMs;
  return (ms + step - 1) / step * step;
}

}  // namespace

Text lastingWords(std::int64_t ms) {
  const std::int64_t hours = ms / kHourMs, minutes = ms % kHourMs / kMinuteMs, seconds = ms % kMinuteMs / kSecondMs;
  const auto both = [](std::int64_t a, const char* aEn, const char* aZh, std::int64_t b, const char* bEn,
                       const char* bZh) {
    Text out{std::to_string(a) + aEn, std::to_string(a) + aZh};
    if (b > 0) {
      out.en += ' ' + std::to_string(b) + bEn;
      out.zh += ' ' + std::to_string(b) + bZh;
    }
    return out;
  };
  if (hours > 0) return both(hours, " h", " 小时", minutes, " min", " 分");
  if (minutes > 0) return both(minutes, " min", " 分钟", 0, "", "");
  return both(seconds, " s", " 秒", 0, "", "");
}

void TimeLeft::see(double share, std::int64_t nowMs) {
  // What was before the computing says nothing about its pace; a share that falls is that of another computation.
  if (share <= 0 || (!seen_.empty() && share < seen_.back().share)) seen_.clear();
  seen_.push_back({share, nowMs});
}

std::optional<std::int64_t> TimeLeft::ms() const {
  if (seen_.size() < 2) return std::nullopt;
  const Seen &first = seen_.front(), &last = seen_.back();
  const std::int64_t taken = last.ms - first.ms;
  if (taken < kKnownAfterMs || last.share - first.share < kKnownFrom || last.share >= 1) return std::nullopt;
  const auto half = std::lower_bound(seen_.begin(), seen_.end() - 1, first.ms + taken / 2,
                                     [](const Seen& one, std::int64_t ms) { return one.ms < ms; });
  // The last that lies before the middle, so that there is always something in between.
  const Seen& from = half == seen_.begin() ? first : *(half - 1);
  const double pace = (last.share - from.share) / static_cast<double>(std::max<std::int64_t>(1, last.ms - from.ms));
  if (!(pace > 0)) return std::nullopt;
  return std::llround((1 - last.share) / pace);
}

Text ProgressWords::of(const RunProgress& progress, std::int64_t nowMs) {
  left_.see(progress.share, nowMs);
  Text out = progress.words;
  if (progress.wholeMs <= 0) return out;
  const Text computed = lastingWords(progress.computedMs), whole = lastingWords(progress.wholeMs);
  out.en += (out.en.empty() ? "" : ": ") + computed.en + " of " + whole.en + " computed";
  out.zh += (out.zh.empty() ? "" : "：") + std::string("已计算 ") + computed.zh + "（共 " + whole.zh + "）";
  if (const auto left = left_.ms()) {
    const bool soon = *left < kMinuteMs;
    const Text about = lastingWords(rounded(*left));
    out.en += soon ? ", less than a minute left" : ", about " + about.en + " left";
    out.zh += soon ? "，剩余不到 1 分钟" : "，约剩 " + about.zh;
  }
  return out;
}

}  // namespace fengsui
