// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadwords.h"

#include <algorithm>

namespace fengsui {
namespace {

// "21:40", of another day "07-21 02:10", of another year with it.
std::string moment(Instant at, Instant now, const TimeZone& zone) {
  const std::string local = zone.local(at), today = zone.local(now);  // 2026-07-20 21:40:00
  const std::size_t from = local.substr(0, 10) == today.substr(0, 10) ? 11
                           : local.substr(0, 4) == today.substr(0, 4) ? 5
                                                                      : 0;
  return local.substr(from, 16 - from);
}

struct VehicleWord {
  std::string_view code;
  Text words;
};
const VehicleWord vehicleWords[] = {{"car", {"cars", "小型车"}},
                                    {"heavy", {"heavy vehicles", "大型车"}},
                                    {"crawler", {"crawlers", "履带车"}},
                                    {"foot", {"people on foot", "行人"}}};

}  // namespace

Text stateInWords(const RoadClosure& closure, Instant now, const TimeZone& zone) {
  const auto at = [&](Instant when) { return moment(when, now, zone); };
  // What holds is said first, then what comes next, then what was last.
  const ClosedSpan* next = nullptr;
  const ClosedSpan* last = nullptr;
  for (const ClosedSpan& span : closure.spans) {
    if (span.holdsAt(now)) {
      if (!span.to)
        return {"closed since " + at(span.from) + " until further notice", at(span.from) + "起封闭，解除时间待定"};
      return {"closed from " + at(span.from) + " to " + at(*span.to), at(span.from) + "至" + at(*span.to) + "封闭"};
    }
    if (span.from > now && (!next || span.from < next->from)) next = &span;
    if (span.to && *span.to <= now && (!last || *span.to > *last->to)) last = &span;
  }
  if (next) {
    const std::string to = next->to ? at(*next->to) : std::string();
    return {"will be closed from " + at(next->from) + (to.empty() ? "" : " to " + to),
            at(next->from) + (to.empty() ? "起" : "至" + to) + "将封闭"};
  }
  const std::string& why = closure.openedBecause;
  const std::string since = last ? at(*last->to) : std::string();
  return {"open again" + (since.empty() ? "" : " since " + since) + (why.empty() ? "" : ": " + why),
          (since.empty() ? "" : since) + "已恢复通行" + (why.empty() ? "" : "：" + why)};
}

Text closedForInWords(const RoadClosure& closure) {
  Text out;
  for (const std::string& code : closure.vehicles) {
    const auto* word = std::find_if(std::begin(vehicleWords), std::end(vehicleWords),
                                    [&](const VehicleWord& one) { return one.code == code; });
    if (word == std::end(vehicleWords)) continue;
    out.en += (out.en.empty() ? "for " : ", ") + word->words.en;
    out.zh += (out.zh.empty() ? "" : "、") + word->words.zh;
  }
  if (!out.zh.empty()) out.zh = "限" + out.zh;
  return out;
}

}  // namespace fengsui
