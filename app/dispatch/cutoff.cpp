// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/cutoff.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <unordered_set>

#include "gis/roads/endpoints.h"

namespace fengsui {
namespace {

constexpr std::size_t kMostNames = 3;

/// The nodes that can be driven to from a place, or from which it can be driven to, found one at a time.
class Piece {
 public:
  Piece(const RoadTimes& times, const std::vector<Access>& start, bool forward) : times_(times), forward_(forward) {
    for (const Access& access : start) add(access.node);
  }
  /// @return whether there was one more.
  bool grow() {
    if (next_ == nodes_.size()) return false;
    const NodeId node = nodes_[next_++];
    for (const auto& [head, arc] : times_.graph().out(node))
      if (times_.ms(forward_ ? arc : arc ^ 1U) < neverMs) add(head);
    return true;
  }
  [[nodiscard]] const std::vector<NodeId>& nodes() const { return nodes_; }
  [[nodiscard]] bool has(NodeId node) const { return known_.contains(node); }

 private:
  void add(NodeId node) {
    if (known_.insert(node).second) nodes_.push_back(node);
  }
  const RoadTimes& times_;
  bool forward_;
  std::vector<NodeId> nodes_;
  std::unordered_set<NodeId> known_;
  std::size_t next_ = 0;
};

std::string number(double value, const char* form) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), form, value);
  return out.data();
}

Text barOf(const RoadGraph& graph, EdgeId id) {
  const RoadEdge& edge = graph.edge(id);
  const std::string& name = graph.nameOf(id);
  const Text kind = textOf(edge.roadClass);
  Text out{name.empty() ? kind.en : name, name.empty() ? kind.zh : name};
  const auto add = [&](const std::string& en, const std::string& zh) {
    out.en += " (" + en + ")";
    out.zh += "（" + zh + "）";
  };
  if (edge.maxWeightDt > 0) {
    const std::string t = number(edge.maxWeightDt * 0.1, "%g");
    add("limit " + t + " t", "限重 " + t + " 吨");
  }
  if (edge.maxHeightCm > 0) {
    const std::string m = number(edge.maxHeightCm * 0.01, "%g");
    add("limit " + m + " m", "限高 " + m + " 米");
  }
  if (edge.barred) add("no motor vehicles", "禁止机动车通行");
  return out;
}

void nameRoads(CutOff& out, const RoadGraph& graph, const Piece& piece, EdgeId placeOn) {
  std::map<std::string, double> named;
  std::unordered_set<EdgeId> seen;
  const auto take = [&](EdgeId edge) {
    if (!seen.insert(edge).second) return;
    out.lengthM += graph.lengthM(edge);
    if (!graph.nameOf(edge).empty()) named[graph.nameOf(edge)] += graph.lengthM(edge);
  };
  take(placeOn);
  for (const NodeId node : piece.nodes())
    for (const auto& [head, arc] : graph.out(node))
      if (piece.has(head)) take(edgeOf(arc));
  for (const auto& [name, lengthM] : named) out.roads.push_back(name);
  std::stable_sort(out.roads.begin(), out.roads.end(),
                   [&](const std::string& a, const std::string& b) { return named[a] > named[b]; });
}

Text joined(const std::vector<Text>& words) {
  Text out;
  for (std::size_t i = 0; i < words.size() && i < kMostNames; ++i) {
    out.en += (i == 0 ? "" : ", ") + words[i].en;
    out.zh += (i == 0 ? "" : "、") + words[i].zh;
  }
  if (words.size() > kMostNames) out = {out.en + " …", out.zh + "等"};
  return out;
}

}  // namespace

CutOff cutOffBetween(const RoadTimes& times, const RoadPoint& from, const RoadPoint& to) {
  const RoadGraph& graph = times.graph();
  Piece ahead(times, leaving(times, from), true), behind(times, reaching(times, to), false);
  CutOff out;
  // In turns, so that an island costs an island and not the continent.
  while (behind.grow())
    if (!ahead.grow()) {
      out.destination = false;
      break;
    }
  const Piece& piece = out.destination ? behind : ahead;
  nameRoads(out, graph, piece, out.destination ? to.edge : from.edge);
  std::vector<EdgeId> bars;
  bool joinedAtAll = false;
  for (const NodeId node : piece.nodes())
    for (const auto& [head, arc] : graph.out(node)) {
      if (piece.has(head)) continue;
      joinedAtAll = true;
      // Nothing can be driven in the direction that is wanted; the other one tells a one-way from a bar.
      if (times.ms(out.destination ? arc : arc ^ 1U) < neverMs)
        out.why = CutOff::Why::oneWays;
      else
        bars.push_back(edgeOf(arc));
    }
  if (!joinedAtAll || out.why == CutOff::Why::oneWays) return out;
  out.why = CutOff::Why::barred;
  for (const EdgeId edge : bars)
    if (Text bar = barOf(graph, edge); std::find(out.bars.begin(), out.bars.end(), bar) == out.bars.end())
      out.bars.push_back(std::move(bar));
  return out;
}

Text inWords(const CutOff& cut) {
  const Text place = cut.destination ? Text{"the destination", "目的地"} : Text{"the start", "起点"};
  std::vector<Text> names;
  for (const std::string& name : cut.roads) names.push_back({name, name});
  if (names.empty()) names.push_back({"a road without a name", "无名道路"});
  const std::string km = number(cut.lengthM / 1000, cut.lengthM < 100 ? "%.2f" : "%.1f");
  const Text all = joined(names);
  const Text roads{all.en + " (" + km + " km)", all.zh + "（" + km + " 公里）"};
  switch (cut.why) {
    case CutOff::Why::apart:
      return {"no road leads there: " + place.en + " is cut off, " + roads.en + " is joined to no other road",
              "无路可达：" + place.zh + "孤立，" + roads.zh + "与其他道路不相连"};
    case CutOff::Why::oneWays:
      if (cut.destination)
        return {"no road leads there: one-ways lead only out of " + roads.en + ", none into it",
                "无路可达：目的地所在的" + roads.zh + "只有驶出的单行道，无法驶入"};
      return {"no road leads there: one-ways lead only into " + roads.en + " at the start, none out of it",
              "无路可达：起点所在的" + roads.zh + "只有驶入的单行道，无法驶出"};
    case CutOff::Why::barred:
      break;
  }
  const Text bars = joined(cut.bars);
  return {"no road leads there for this vehicle: " + place.en + " is cut off, " + roads.en + " is joined only by " +
              bars.en + ", which it may not use",
          "该车型无路可达：" + place.zh + "所在的" + roads.zh + "只与" + bars.zh + "相连，该车型不能通行"};
}

}  // namespace fengsui
