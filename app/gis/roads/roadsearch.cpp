// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>
#include <queue>
#include <unordered_map>
#include <unordered_set>

#include "gis/roads/endpoints.h"
#include "gis/roads/route.h"

namespace fengsui {
namespace {

constexpr std::int64_t notReached = std::numeric_limits<std::int64_t>::max();
/// How many ways of a vehicle that may not wait are looked at one by one.
constexpr std::size_t mostTried = 5'000;

using Penalties = std::unordered_map<EdgeId, double>;

struct Way {
  Access start;
  std::vector<ArcId> arcs;
  std::optional<Access> goal;  // nothing: the start is the whole way
};

struct Question {
  const RoadTimes& times;
  const RoadClosures& closures;
  std::int64_t departMs;
  bool mayWait;
};

// As RoadClosures::entry; nothing holds where nothing is driven.
std::optional<std::int64_t> entryOf(const Question& ask, const Access& access, std::int64_t ms) {
  if (access.isNode()) return ms;
  return ask.closures.entry(edgeOf(access.arc), ask.times.vehicle(), ms, access.ms, ask.mayWait);
}

// Drives along a way. @return nothing where a closure stops it.
std::optional<Route> drive(const Question& ask, const Way& way) {
  Route out;
  out.depart = Instant{ask.departMs};
  std::int64_t now = ask.departMs;
  const auto pass = [&](ArcId arc, double fromShare, double toShare, std::uint32_t takesMs) {
    const auto at = ask.closures.entry(edgeOf(arc), ask.times.vehicle(), now, takesMs, ask.mayWait);
    if (!at) return false;
    out.waitedMs += *at - now;
    out.steps.push_back({arc, *at, *at + takesMs, fromShare, toShare});
    out.distanceM += ask.times.graph().lengthM(edgeOf(arc)) * (toShare - fromShare);
    now = *at + takesMs;
    return true;
  };
  const auto passAccess = [&](const Access& access) {
    return access.isNode() || pass(access.arc, access.fromShare, access.toShare, access.ms);
  };
  if (!passAccess(way.start)) return std::nullopt;
  for (const ArcId arc : way.arcs)
    if (!pass(arc, 0, 1, ask.times.ms(arc))) return std::nullopt;
  if (way.goal && !passAccess(*way.goal)) return std::nullopt;
  out.arrive = Instant{now};
  return out;
}

}  // namespace

struct RoadSearch::Work {
  explicit Work(RoadNetwork of)
      : network(std::move(of)),
        search(*network.hierarchy),
        timesTo(*network.hierarchy),
        reached(network.graph->nodeCount(), notReached),
        cost(network.graph->nodeCount(), notReached),
        byArc(network.graph->nodeCount(), noId),
        isStart(network.graph->nodeCount()) {}

  void aim(const RoadTimes& times, const std::vector<Access>& goals) { timesTo.aim(times.weights(), seedsOf(goals)); }

  // A lower bound may leave out what is shut all the time; the tighter it is, the less is searched.
  void aimUnder(const Question& ask, const std::vector<Access>& goals) {
    const bool fits = prepared && prepared->closures == ask.closures.identity() && ask.departMs >= prepared->fromMs &&
                      &prepared->times.weights() == &ask.times.weights();
    timesTo.aim(fits ? prepared->weights : ask.times.weights(), seedsOf(goals));
  }

  void forget() {
    for (const NodeId node : touched) reached[node] = cost[node] = notReached;
    touched.clear();
  }

  // The way without closures; nothing where there is none.
  std::optional<Way> freeWay(const RoadTimes& times, const std::vector<Access>& starts,
                             const std::vector<Access>& goals) {
    const auto from = seedsOf(starts);
    const auto to = seedsOf(goals);
    FoundWay found;
    if (search.fastest(times.weights(), from, to, &found) >= neverMs) return std::nullopt;
    const auto chosen = [](const std::vector<Access>& of, NodeId node) {
      const Access* best = nullptr;
      for (const Access& access : of)
        if (access.node == node && (!best || access.ms < best->ms)) best = &access;
      return *best;
    };
    return Way{chosen(starts, found.first), std::move(found.arcs), chosen(goals, found.last)};
  }

  Way wayTo(NodeId node, const std::vector<Access>& starts, const Access& goal) const {
    Way way;
    while (!isStart[node]) {
      way.arcs.push_back(byArc[node]);
      node = network.graph->tail(byArc[node]);
    }
    std::reverse(way.arcs.begin(), way.arcs.end());
    for (const Access& start : starts)
      if (start.node == node && start.arc == byArc[node]) way.start = start;
    way.goal = goal;
    return way;
  }

  // A* with one label a node: exact wherever being earlier is never worse, which is always so for one who may wait.
  std::optional<Way> oneLabel(const Question& ask, const std::vector<Access>& starts, const std::vector<Access>& goals,
                              const Penalties* penalties) {
    forget();
    const RoadTimes& times = ask.times;
    struct Open {
      std::int64_t key, cost;
      NodeId node;
      bool operator<(const Open& other) const { return key > other.key; }
    };
    std::priority_queue<Open> open;
    const auto dearer = [&](EdgeId edge, std::int64_t ms) {
      if (!penalties) return ms;
      const auto at = penalties->find(edge);
      return at == penalties->end() ? ms : static_cast<std::int64_t>(static_cast<double>(ms) * at->second);
    };
    const auto offer = [&](NodeId node, std::int64_t at, std::int64_t price, ArcId arc, bool start) {
      if (price >= cost[node]) return;
      const std::uint32_t rest = timesTo.from(node);
      if (rest >= neverMs) return;
      if (cost[node] == notReached) touched.push_back(node);
      cost[node] = price;
      reached[node] = at;
      byArc[node] = arc;
      isStart[node] = start;
      open.push({price + rest, price, node});
    };
    for (const Access& start : starts)
      if (const auto at = entryOf(ask, start, ask.departMs))
        offer(start.node, *at + start.ms, *at - ask.departMs + dearer(edgeOf(start.arc), start.ms), start.arc, true);
    std::int64_t best = notReached;
    std::optional<Way> way;
    settled = 0;
    while (!open.empty() && open.top().key < best) {
      const Open top = open.top();
      open.pop();
      if (top.cost != cost[top.node]) continue;
      ++settled;
      const std::int64_t now = reached[top.node];
      for (const Access& goal : goals) {
        if (goal.node != top.node) continue;
        const auto at = entryOf(ask, goal, now);
        if (!at) continue;
        const std::int64_t price = top.cost + (*at - now) + dearer(edgeOf(goal.arc), goal.ms);
        if (price >= best) continue;
        best = price;
        way = wayTo(top.node, starts, goal);
      }
      for (const auto& [head, arc] : network.graph->out(top.node)) {
        const std::uint32_t takes = times.ms(arc);
        if (takes >= neverMs) continue;
        const auto at = ask.closures.entry(edgeOf(arc), times.vehicle(), now, takes, ask.mayWait);
        if (at) offer(head, *at + takes, top.cost + (*at - now) + dearer(edgeOf(arc), takes), arc, false);
      }
    }
    return way;
  }

  // Every way of one who may not wait, the most promising first, until none can be better than the best.
  std::optional<Way> oneByOne(const Question& ask, const std::vector<Access>& starts, const std::vector<Access>& goals,
                              std::optional<Way> best, std::int64_t bestAt, bool& proven) {
    struct Label {
      NodeId node;
      std::int64_t at;
      ArcId arc;
      std::uint32_t before;
    };
    std::vector<Label> labels;
    std::priority_queue<std::pair<std::int64_t, std::uint32_t>, std::vector<std::pair<std::int64_t, std::uint32_t>>,
                        std::greater<>>
        open;
    const auto offer = [&](NodeId node, std::int64_t at, ArcId arc, std::uint32_t before) {
      const std::uint32_t rest = timesTo.from(node);
      if (rest >= neverMs || at + rest >= bestAt) return;
      for (std::uint32_t i = before; i != noId; i = labels[i].before)
        if (labels[i].node == node) return;
      labels.push_back({node, at, arc, before});
      open.emplace(at + rest, static_cast<std::uint32_t>(labels.size() - 1));
    };
    const RoadTimes& times = ask.times;
    for (const Access& start : starts)
      if (const auto at = entryOf(ask, start, ask.departMs)) offer(start.node, *at + start.ms, start.arc, noId);
    for (std::size_t tried = 0; !open.empty() && open.top().first < bestAt; ++tried) {
      if (tried == mostTried) {
        proven = false;
        break;
      }
      const std::uint32_t top = open.top().second;
      open.pop();
      const Label label = labels[top];
      for (const Access& goal : goals) {
        if (goal.node != label.node) continue;
        const auto at = entryOf(ask, goal, label.at);
        if (!at || *at + goal.ms >= bestAt) continue;
        bestAt = *at + goal.ms;
        Way way;
        std::uint32_t i = top;
        for (; labels[i].before != noId; i = labels[i].before) way.arcs.push_back(labels[i].arc);
        std::reverse(way.arcs.begin(), way.arcs.end());
        for (const Access& start : starts)
          if (start.arc == labels[i].arc) way.start = start;
        way.goal = goal;
        best = std::move(way);
      }
      for (const auto& [head, arc] : network.graph->out(label.node)) {
        const std::uint32_t takes = times.ms(arc);
        if (takes >= neverMs) continue;
        if (const auto at = ask.closures.entry(edgeOf(arc), times.vehicle(), label.at, takes, false))
          offer(head, *at + takes, arc, top);
      }
    }
    return best;
  }

  std::optional<Route> open(const Question& ask, const std::vector<Access>& starts, const std::vector<Access>& goals) {
    aimUnder(ask, goals);
    Question waiting = ask;
    waiting.mayWait = true;
    const auto patient = oneLabel(waiting, starts, goals, nullptr);
    if (!patient) return std::nullopt;
    auto route = drive(waiting, *patient);
    // Nobody can be earlier than who may wait; whoever did not have to is as early.
    if (ask.mayWait || !route || route->waitedMs == 0) return route;
    auto way = oneLabel(ask, starts, goals, nullptr);
    const auto quick = way ? drive(ask, *way) : std::nullopt;
    bool proven = true;
    way = oneByOne(ask, starts, goals, std::move(way), quick ? quick->arrive.ms : notReached, proven);
    if (!way) return std::nullopt;
    auto found = drive(ask, *way);
    if (found) found->proven = proven;
    return found;
  }

  struct Prepared {
    RoadTimes times;
    std::uint64_t closures = 0;
    std::int64_t fromMs = 0;
    HierarchyWeights weights;
  };
  RoadNetwork network;
  std::optional<Prepared> prepared;
  HierarchySearch search;
  TimesTo timesTo;
  std::vector<std::int64_t> reached, cost;
  std::vector<ArcId> byArc;
  std::vector<char> isStart;
  std::vector<NodeId> touched;
  std::size_t settled = 0;
};

RoadSearch::RoadSearch(RoadNetwork network) : work_(std::make_unique<Work>(std::move(network))) {}
RoadSearch::~RoadSearch() = default;
RoadSearch::RoadSearch(RoadSearch&&) noexcept = default;
RoadSearch& RoadSearch::operator=(RoadSearch&&) noexcept = default;

void RoadSearch::prepare(const RoadTimes& times, const RoadClosures& closures, Instant departFrom) {
  auto arcMs = times.arcMs();
  for (const EdgeClosure& closure : closures.all())
    for (const EdgeId edge : closure.edges)
      if (closures.shutFrom(edge, times.vehicle(), departFrom.ms))
        arcMs[arcOf(edge, true)] = arcMs[arcOf(edge, false)] = neverMs;
  work_->prepared.emplace(Work::Prepared{times, closures.identity(), departFrom.ms,
                                         weigh(*work_->network.hierarchy, times.graph(), arcMs)});
}

std::size_t RoadSearch::settledLast() const {
  return work_->settled;
}

namespace {

// Closures that hold an edge against a passage.
void collect(const RoadClosures& closures, const RoadTimes& times, const RouteStep& step,
             std::vector<std::uint32_t>& into) {
  const auto bit = 1U << static_cast<unsigned>(times.vehicle());
  for (const auto& held : closures.on(edgeOf(step.arc)))
    if ((held.vehicles & bit) && held.toMs > step.enterMs && held.fromMs < step.leaveMs &&
        std::find(into.begin(), into.end(), held.closure) == into.end())
      into.push_back(held.closure);
}

void keepEarlier(std::optional<Route>& best, std::optional<Route> other) {
  if (other && (!best || other->arrive < best->arrive)) best = std::move(other);
}

}  // namespace

std::optional<Route> RoadSearch::earliest(const RoadTimes& times, const RoadClosures& closures,
                                          const RouteRequest& request) {
  const auto starts = leaving(times, request.from);
  const auto goals = reaching(times, request.to);
  const auto direct = alongOneEdge(times, request.from, request.to);
  static const RoadClosures none;
  const Question free{times, none, request.depart.ms, false};
  const Question ask{times, closures, request.depart.ms, request.mayWait};
  work_->settled = 0;
  const auto freeWay = work_->freeWay(times, starts, goals);
  std::optional<Route> fastest = freeWay ? drive(free, *freeWay) : std::nullopt;
  if (direct) keepEarlier(fastest, drive(free, {*direct, {}, std::nullopt}));
  if (!fastest) return std::nullopt;
  fastest->freeMs = fastest->takesMs();
  if (closures.empty()) return fastest;
  std::vector<std::uint32_t> avoided;
  for (const RouteStep& step : fastest->steps) collect(closures, times, step, avoided);
  if (avoided.empty()) return fastest;
  auto found = work_->open(ask, starts, goals);
  if (direct) keepEarlier(found, drive(ask, {*direct, {}, std::nullopt}));
  if (!found) return std::nullopt;
  found->avoided = std::move(avoided);
  found->freeMs = fastest->takesMs();
  return found;
}

std::vector<Route> RoadSearch::alternatives(const RoadTimes& times, const RoadClosures& closures,
                                            const RouteRequest& request, std::size_t count) {
  constexpr double penalty = 1.4;
  constexpr double mostShared = 0.6;
  constexpr double mostLonger = 1.5;
  std::vector<Route> out;
  auto first = earliest(times, closures, request);
  if (!first || count == 0) return out;
  const auto starts = leaving(times, request.from);
  const auto goals = reaching(times, request.to);
  const Question ask{times, closures, request.depart.ms, request.mayWait};
  work_->aim(times, goals);
  Penalties penalties;
  std::unordered_set<EdgeId> taken;
  const auto take = [&](const Route& route) {
    for (const RouteStep& step : route.steps) {
      const auto [at, isNew] = penalties.try_emplace(edgeOf(step.arc), penalty);
      if (!isNew) at->second *= penalty;
    }
  };
  const auto accept = [&](Route route) {
    for (const RouteStep& step : route.steps) taken.insert(edgeOf(step.arc));
    out.push_back(std::move(route));
  };
  const std::int64_t longest = static_cast<std::int64_t>(static_cast<double>(first->takesMs()) * mostLonger);
  const auto freeMs = first->freeMs;
  take(*first);
  accept(std::move(*first));
  for (std::size_t tries = 0; tries < 4 * count && out.size() < count; ++tries) {
    const auto way = work_->oneLabel(ask, starts, goals, &penalties);
    auto route = way ? drive(ask, *way) : std::nullopt;
    if (!route) break;
    take(*route);
    if (route->takesMs() > longest) continue;
    std::int64_t shared = 0;
    for (const RouteStep& step : route->steps)
      if (taken.contains(edgeOf(step.arc))) shared += step.leaveMs - step.enterMs;
    if (static_cast<double>(shared) > mostShared * static_cast<double>(route->takesMs())) continue;
    route->freeMs = freeMs;
    accept(std::move(*route));
  }
  std::stable_sort(out.begin(), out.end(), [](const Route& a, const Route& b) { return a.arrive < b.arrive; });
  return out;
}

RoadSearch::CutOff RoadSearch::whyNot(const RoadTimes& times, const RoadClosures& closures,
                                      const RouteRequest& request) {
  CutOff out;
  static const RoadClosures none;
  const auto freely = earliest(times, none, request);
  if (!freely) return out;
  for (const RouteStep& step : freely->steps) collect(closures, times, step, out.inTheWay);
  // The way that meets fewest closures, then the quickest of those: every new closure costs more than any time.
  constexpr double asLongAsItTakes = 1e12;
  const auto starts = leaving(times, request.from);
  const auto goals = reaching(times, request.to);
  struct Open {
    double key, cost;
    NodeId node;
    bool operator<(const Open& other) const { return key > other.key; }
  };
  auto& work = *work_;
  work.aim(times, goals);
  work.forget();
  std::priority_queue<Open> open;
  std::unordered_map<NodeId, double> cost;
  const auto stops = [&](ArcId arc, std::int64_t at, std::uint32_t takes) {
    std::vector<std::uint32_t> held;
    collect(closures, times, {arc, at, at + takes, 0, 1}, held);
    return held;
  };
  // Going on within one closure does not meet it again.
  const auto met = [&](ArcId arc, std::int64_t at, std::uint32_t takes, ArcId before, std::int64_t beforeAt) {
    auto held = stops(arc, at, takes);
    if (held.empty() || before == noId) return held.size();
    const auto already = stops(before, beforeAt - times.ms(before), times.ms(before));
    std::erase_if(held, [&](std::uint32_t c) { return std::find(already.begin(), already.end(), c) != already.end(); });
    return held.size();
  };
  const auto offer = [&](NodeId node, double price, std::int64_t at, ArcId arc, bool start) {
    const auto known = cost.find(node);
    const std::uint32_t rest = work.timesTo.from(node);
    if (rest >= neverMs || (known != cost.end() && known->second <= price)) return;
    cost[node] = price;
    if (work.reached[node] == notReached) work.touched.push_back(node);
    work.reached[node] = at;
    work.byArc[node] = arc;
    work.isStart[node] = start;
    open.push({price + rest, price, node});
  };
  const std::int64_t depart = request.depart.ms;
  for (const Access& start : starts)
    offer(start.node,
          (start.isNode() ? 0 : static_cast<double>(met(start.arc, depart, start.ms, noId, 0)) * asLongAsItTakes) +
              start.ms,
          depart + start.ms, start.arc, true);
  double best = std::numeric_limits<double>::infinity();
  std::optional<Way> way;
  while (!open.empty() && open.top().key < best) {
    const Open top = open.top();
    open.pop();
    if (top.cost != cost[top.node]) continue;
    const std::int64_t now = work.reached[top.node];
    const ArcId before = work.isStart[top.node] && starts.front().isNode() ? noId : work.byArc[top.node];
    for (const Access& goal : goals) {
      if (goal.node != top.node) continue;
      const double price =
          top.cost + goal.ms +
          (goal.isNode() ? 0 : static_cast<double>(met(goal.arc, now, goal.ms, before, now)) * asLongAsItTakes);
      if (price >= best) continue;
      best = price;
      way = work.wayTo(top.node, starts, goal);
    }
    for (const auto& [head, arc] : work.network.graph->out(top.node)) {
      const std::uint32_t takes = times.ms(arc);
      if (takes < neverMs)
        offer(head, top.cost + static_cast<double>(met(arc, now, takes, before, now)) * asLongAsItTakes + takes,
              now + takes, arc, false);
    }
  }
  std::optional<Route> driven = way ? drive({times, none, depart, false}, *way) : freely;
  if (!driven) return out;
  for (const RouteStep& step : driven->steps) collect(closures, times, step, out.open);
  out.thenBy = earliest(times, closures.without(out.open), request);
  return out;
}

}  // namespace fengsui
