// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/roadpicture.h"

#include <algorithm>
#include <map>
#include <set>

namespace fengsui {
namespace {

using Spans = std::vector<std::tuple<std::int64_t, std::int64_t, std::uint8_t>>;

std::map<EdgeId, Spans> spansByEdge(const RoadClosures& closures) {
  std::map<EdgeId, Spans> out;
  for (const EdgeClosure& closure : closures.all())
    for (const EdgeId edge : closure.edges) {
      if (out.contains(edge)) continue;
      Spans spans;
      for (const auto& held : closures.on(edge)) spans.emplace_back(held.fromMs, held.toMs, held.vehicles);
      std::sort(spans.begin(), spans.end());
      spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
      if (!spans.empty()) out.emplace(edge, std::move(spans));
    }
  return out;
}

std::vector<std::string> namesOn(const RoadGraph& graph, const Route& route) {
  std::vector<std::string> out;
  for (const RoadOnRoute& road : roadsOn(graph, route))
    if (!road.name.empty() && std::find(out.begin(), out.end(), road.name) == out.end()) out.push_back(road.name);
  return out;
}

// Names of one list that the other does not have; three say enough.
std::string only(const std::vector<std::string>& of, const std::vector<std::string>& other, const char* between) {
  std::string out;
  int count = 0;
  for (const std::string& name : of) {
    if (std::find(other.begin(), other.end(), name) != other.end() || count++ >= 3) continue;
    out += (out.empty() ? "" : between) + name;
  }
  return out;
}

Text closureNames(const RoadClosures& closures, const std::vector<std::uint32_t>& which) {
  Text out;
  for (std::size_t i = 0; i < which.size() && i < 3; ++i) {
    const std::string& name = closures.all()[which[i]].name;
    out.en += (i == 0 ? "" : ", ") + name;
    out.zh += (i == 0 ? "" : "、") + name;
  }
  return out;
}

}  // namespace

RoadPicture::RoadPicture(RoadNetwork network, const SpeedTable& speeds, RoadConditions conditions,
                         RoadClosures closures)
    : network_(std::move(network)),
      closures_(std::make_shared<const RoadClosures>(std::move(closures))),
      conditions_(conditions) {
  std::vector<RoadTimes> times;
  for (const auto& vehicle : namesOf<Vehicle>) times.emplace_back(network_, vehicle.value, speeds, conditions);
  times_ = std::make_shared<const std::vector<RoadTimes>>(std::move(times));
}

RoadPicture RoadPicture::with(RoadClosures closures) const {
  RoadPicture out = *this;
  out.closures_ = std::make_shared<const RoadClosures>(std::move(closures));
  return out;
}

std::vector<EdgeId> changedEdges(const RoadClosures& before, const RoadClosures& after) {
  const auto was = spansByEdge(before);
  const auto is = spansByEdge(after);
  std::vector<EdgeId> out;
  for (const auto& [edge, spans] : was)
    if (const auto now = is.find(edge); now == is.end() || now->second != spans) out.push_back(edge);
  for (const auto& [edge, spans] : is)
    if (!was.contains(edge)) out.push_back(edge);
  std::sort(out.begin(), out.end());
  return out;
}

bool concerns(const Route& route, std::span<const EdgeId> changed) {
  // One that had to go round may be shorter as soon as anything opens.
  if (!route.avoided.empty() && !changed.empty()) return true;
  return std::any_of(route.steps.begin(), route.steps.end(), [&](const RouteStep& step) {
    return std::binary_search(changed.begin(), changed.end(), edgeOf(step.arc));
  });
}

Text durationText(std::int64_t ms) {
  const std::int64_t minutes = (ms + 59'999) / 60'000;
  if (minutes < 60) return {std::to_string(minutes) + " min", std::to_string(minutes) + " 分钟"};
  const std::string rest = (minutes % 60 < 10 ? "0" : "") + std::to_string(minutes % 60);
  return {std::to_string(minutes / 60) + " h " + rest + " min", std::to_string(minutes / 60) + " 小时 " + rest + " 分"};
}

Text whatChanged(const RoadGraph& graph, const RoadClosures& closures, const std::optional<Route>& before,
                 const std::optional<Route>& after) {
  if (!before && !after) return {"still no way is open", "仍无路可通"};
  if (!after) return {"no way is open any more", "已无路可通"};
  if (!before) {
    const Text takes = durationText(after->takesMs());
    return {"a way is open again: " + takes.en, "道路恢复通行：" + takes.zh};
  }
  const auto was = namesOn(graph, *before), is = namesOn(graph, *after);
  const std::int64_t later = after->arrive.ms - before->arrive.ms;
  Text out;
  if (std::abs(later) < 60'000) {
    out = {"same arrival", "到达时间不变"};
  } else {
    const Text by = durationText(std::abs(later));
    out = later > 0 ? Text{by.en + " later", "晚 " + by.zh} : Text{by.en + " earlier", "早 " + by.zh};
  }
  const std::string nowEn = only(is, was, ", "), nowZh = only(is, was, "、");
  const std::string notEn = only(was, is, ", "), notZh = only(was, is, "、");
  if (!nowEn.empty()) out.en += ", by " + nowEn, out.zh += "，改走" + nowZh;
  if (!notEn.empty()) out.en += (nowEn.empty() ? ", not by " : " instead of ") + notEn, out.zh += "，不走" + notZh;
  if (!after->avoided.empty()) {
    const Text names = closureNames(closures, after->avoided);
    out.en += "; avoids " + names.en;
    out.zh += "；避开" + names.zh;
  }
  return out;
}

}  // namespace fengsui
