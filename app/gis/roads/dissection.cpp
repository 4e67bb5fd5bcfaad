// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/dissection.h"

#include <algorithm>
#include <array>
#include <future>
#include <numeric>
#include <span>

namespace fengsui {
namespace {

constexpr std::size_t smallEnough = 6;
constexpr std::size_t worthAThread = 20'000;
constexpr double terminalShare = 0.3;  // of the nodes on either end of a direction that a cut may not divide

/// A part of the graph with its own numbering; parallel roads and loops are gone.
struct Piece {
  std::vector<NodeId> nodes;
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> head;
  std::vector<std::uint32_t> back;  // the index of the opposite arc
};

/// Most paths without a shared road from the first nodes of an order to its last ones.
class Cut {
 public:
  explicit Cut(const Piece& piece)
      : piece_(piece), flow_(piece.head.size()), level_(piece.nodes.size()), next_(piece.nodes.size()) {}

  /// @return the roads cut, or @p atMost when there are as many or more.
  std::size_t run(const std::vector<std::uint32_t>& order, std::size_t atMost) {
    const std::size_t ends = std::max<std::size_t>(1, static_cast<std::size_t>(terminalShare * order.size()));
    kind_.assign(order.size(), 0);
    for (std::size_t i = 0; i < ends; ++i) kind_[order[i]] = 1, kind_[order[order.size() - 1 - i]] = 2;
    std::fill(flow_.begin(), flow_.end(), std::int8_t{0});
    std::size_t found = 0;
    while (found < atMost && layers()) {
      std::copy(piece_.first.begin(), piece_.first.end() - 1, next_.begin());
      for (std::size_t i = 0; i < ends && found < atMost; ++i)
        while (found < atMost && augment(order[i])) ++found;
    }
    return found;
  }
  /// After a full run: the nodes that are still reached from the first ones.
  [[nodiscard]] std::vector<char> reached() const {
    std::vector<char> side(level_.size());
    for (std::size_t i = 0; i < level_.size(); ++i) side[i] = level_[i] != noId;
    return side;
  }

 private:
  bool layers() {
    std::fill(level_.begin(), level_.end(), noId);
    queue_.clear();
    for (std::uint32_t v = 0; v < kind_.size(); ++v)
      if (kind_[v] == 1) level_[v] = 0, queue_.push_back(v);
    bool any = false;
    for (std::size_t i = 0; i < queue_.size(); ++i) {
      const std::uint32_t v = queue_[i];
      for (std::uint32_t a = piece_.first[v]; a < piece_.first[v + 1]; ++a) {
        const std::uint32_t w = piece_.head[a];
        if (flow_[a] >= 1 || level_[w] != noId) continue;
        level_[w] = level_[v] + 1;
        if (kind_[w] == 2) any = true;
        queue_.push_back(w);
      }
    }
    return any;
  }
  bool augment(std::uint32_t start) {
    path_.clear();
    std::uint32_t v = start;
    for (;;) {
      if (kind_[v] == 2) {
        for (const std::uint32_t a : path_) ++flow_[a], --flow_[piece_.back[a]];
        return true;
      }
      bool deeper = false;
      for (std::uint32_t& a = next_[v]; a < piece_.first[v + 1]; ++a) {
        const std::uint32_t w = piece_.head[a];
        if (flow_[a] >= 1 || level_[w] != level_[v] + 1) continue;
        path_.push_back(a);
        v = w;
        deeper = true;
        break;
      }
      if (deeper) continue;
      if (path_.empty()) return false;
      v = piece_.head[piece_.back[path_.back()]];
      path_.pop_back();
      ++next_[v];
    }
  }

  const Piece& piece_;
  std::vector<std::int8_t> flow_;
  std::vector<std::uint32_t> level_, next_, queue_, path_;
  std::vector<char> kind_;
};

class Dissection {
 public:
  Dissection(const RoadGraph& graph, const std::stop_token& stop)
      : graph_(graph), stop_(stop), rank_(graph.nodeCount(), noId) {}

  std::vector<std::uint32_t> run() {
    Piece whole;
    whole.nodes.resize(graph_.nodeCount());
    std::iota(whole.nodes.begin(), whole.nodes.end(), 0U);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
    for (EdgeId e = 0; e < graph_.edgeCount(); ++e) {
      const auto& edge = graph_.edge(e);
      if (edge.from == edge.to) continue;
      arcs.emplace_back(edge.from, edge.to);
      arcs.emplace_back(edge.to, edge.from);
    }
    connect(whole, arcs);
    divide(whole, 0, true);
    if (stop_.stop_requested()) return {};
    return std::move(rank_);
  }

 private:
  static void connect(Piece& piece, std::vector<std::pair<std::uint32_t, std::uint32_t>>& arcs) {
    std::sort(arcs.begin(), arcs.end());
    arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
    piece.first.assign(piece.nodes.size() + 1, 0);
    piece.head.resize(arcs.size());
    piece.back.resize(arcs.size());
    for (const auto& [from, to] : arcs) ++piece.first[from + 1];
    std::partial_sum(piece.first.begin(), piece.first.end(), piece.first.begin());
    // Arcs are sorted by tail and head, so the opposite arcs of a head come up in the order of its own list.
    std::vector<std::uint32_t> next(piece.first.begin(), piece.first.end() - 1);
    for (std::uint32_t i = 0; i < arcs.size(); ++i) {
      piece.head[i] = arcs[i].second;
      piece.back[i] = next[arcs[i].second]++;
    }
  }

  /// The nodes of @p which, renumbered.
  Piece part(const Piece& of, const std::vector<std::uint32_t>& which) {
    Piece out;
    std::vector<std::uint32_t> now(of.nodes.size(), noId);
    for (std::uint32_t i = 0; i < which.size(); ++i) now[which[i]] = i;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
    for (std::uint32_t i = 0; i < which.size(); ++i) {
      out.nodes.push_back(of.nodes[which[i]]);
      for (std::uint32_t a = of.first[which[i]]; a < of.first[which[i] + 1]; ++a)
        if (now[of.head[a]] != noId) arcs.emplace_back(i, now[of.head[a]]);
    }
    connect(out, arcs);
    return out;
  }

  // Gives the nodes of the piece the ranks from @p lowest on.
  void divide(const Piece& piece, std::uint32_t lowest, bool mayBeSplit) {
    if (stop_.stop_requested()) return;
    const auto size = static_cast<std::uint32_t>(piece.nodes.size());
    if (size <= smallEnough) {
      for (const NodeId node : piece.nodes) rank_[node] = lowest++;
      return;
    }
    if (mayBeSplit && divideComponents(piece, lowest)) return;
    auto side = bestSide(piece);
    // The separator is the ends of the cut roads on the side that has fewer of them.
    std::array<std::vector<std::uint32_t>, 2> border;
    for (std::uint32_t v = 0; v < size; ++v)
      for (std::uint32_t a = piece.first[v]; a < piece.first[v + 1]; ++a)
        if (side[v] != side[piece.head[a]]) {
          border[static_cast<std::size_t>(side[v])].push_back(v);
          break;
        }
    const auto& separator = border[0].size() < border[1].size() ? border[0] : border[1];
    std::uint32_t top = lowest + size;
    for (const std::uint32_t v : separator) rank_[piece.nodes[v]] = --top, side[v] = 2;
    std::array<std::vector<std::uint32_t>, 2> rest;
    for (std::uint32_t v = 0; v < size; ++v)
      if (side[v] != 2) rest[static_cast<std::size_t>(side[v])].push_back(v);
    both(piece, rest, lowest);
  }

  void both(const Piece& piece, const std::array<std::vector<std::uint32_t>, 2>& rest, std::uint32_t lowest) {
    const auto second = lowest + static_cast<std::uint32_t>(rest[0].size());
    const auto run = [&](std::size_t which, std::uint32_t from) { divide(part(piece, rest[which]), from, true); };
    if (piece.nodes.size() >= worthAThread) {
      auto other = std::async(std::launch::async, [&] { run(1, second); });
      run(0, lowest);
      other.get();
    } else {
      run(0, lowest);
      run(1, second);
    }
  }

  bool divideComponents(const Piece& piece, std::uint32_t lowest) {
    std::vector<std::uint32_t> label(piece.nodes.size(), noId);
    std::vector<std::vector<std::uint32_t>> components;
    for (std::uint32_t start = 0; start < piece.nodes.size(); ++start) {
      if (label[start] != noId) continue;
      auto& component = components.emplace_back();
      component.push_back(start);
      label[start] = 0;
      for (std::size_t i = 0; i < component.size(); ++i)
        for (std::uint32_t a = piece.first[component[i]]; a < piece.first[component[i] + 1]; ++a)
          if (label[piece.head[a]] == noId) label[piece.head[a]] = 0, component.push_back(piece.head[a]);
      if (components.size() == 1 && component.size() == piece.nodes.size()) return false;
    }
    for (const auto& component : components) {
      divide(part(piece, component), lowest, false);
      lowest += static_cast<std::uint32_t>(component.size());
    }
    return true;
  }

  std::vector<char> bestSide(const Piece& piece) const {
    constexpr std::array<std::array<int, 2>, 4> directions{{{1, 0}, {0, 1}, {1, 1}, {1, -1}}};
    std::vector<std::uint32_t> order(piece.nodes.size());
    Cut cut(piece);
    std::size_t fewest = noId;
    std::vector<char> side;
    for (const auto& [x, y] : directions) {
      std::iota(order.begin(), order.end(), 0U);
      std::vector<std::int64_t> key(order.size());
      for (std::size_t i = 0; i < key.size(); ++i) {
        const Position at = graph_.at(piece.nodes[i]);
        key[i] = std::int64_t{x} * at.lonE7 + std::int64_t{y} * at.latE7;
      }
      std::sort(order.begin(), order.end(),
                [&](std::uint32_t a, std::uint32_t b) { return key[a] != key[b] ? key[a] < key[b] : a < b; });
      const std::size_t found = cut.run(order, fewest);
      if (found >= fewest) continue;
      fewest = found;
      side = cut.reached();
    }
    return side;
  }

  const RoadGraph& graph_;
  const std::stop_token& stop_;
  std::vector<std::uint32_t> rank_;
};

}  // namespace

std::vector<std::uint32_t> dissectionRanks(const RoadGraph& graph, const std::stop_token& stop) {
  return Dissection(graph, stop).run();
}

}  // namespace fengsui
