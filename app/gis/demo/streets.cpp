// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/streets.h"

#include <cmath>
#include <queue>

namespace fengsui::demo {
namespace {

constexpr std::array kAcross{"河湾路", "中心路", "友谊路", "育才路", "光明路", "朝阳路", "滨河路", "永安路", "平安路"};
constexpr std::array kAlong{"中心大街", "北苑大街", "南关街", "建设街", "文化街",
                            "振兴街",   "康宁街",   "迎春街", "公园街"};

class Plan {
 public:
  Plan(const Ground& ground, Point centre, double radiusM, bool city, std::uint64_t seed)
      : ground_(ground), centre_(centre), radiusM_(radiusM), city_(city), chance_(seed, 60), seed_(seed) {
    // A turn by some degrees, as the ratio of whole numbers, so that it is exact.
    const double t = chance_.between(-0.09, 0.09) + (city ? 0 : chance_.between(-0.4, 0.4));
    cos_ = (1 - t * t) / (1 + t * t);
    sin_ = 2 * t / (1 + t * t);
    east_ = city ? 330 : 190;
    north_ = city ? 270 : 150;
    reach_ = static_cast<int>(radiusM * 1.35 / std::min(east_, north_)) + 1;
    side_ = 2 * reach_ + 1;
    nodes_.resize(static_cast<std::size_t>(side_ * side_));
    every_ = city ? 3 : 4;
  }

  StreetPlan make() {
    placeNodes();
    connect();
    keepConnected();
    StreetPlan out;
    lines(out, true);
    lines(out, false);
    blocks(out);
    gates(out);
    return out;
  }

 private:
  struct Node {
    Point at;
    bool there = false;
    bool east = false, north = false;  // a street leads on to the next node
    bool reached = false;
  };
  Node& node(int i, int j) { return nodes_[static_cast<std::size_t>((j + reach_) * side_ + i + reach_)]; }
  [[nodiscard]] bool holds(int i, int j) const { return std::abs(i) <= reach_ && std::abs(j) <= reach_; }
  [[nodiscard]] bool wide(int line) const { return line % every_ == 0; }

  void placeNodes() {
    for (int j = -reach_; j <= reach_; ++j)
      for (int i = -reach_; i <= reach_; ++i) {
        const double x = i * east_, y = j * north_;
        const double warpX = noise(seed_ + 1, x / 900, y / 900), warpY = noise(seed_ + 2, x / 900, y / 900);
        const double bend = city_ ? 85 : 45;
        const double u = x + bend * warpX, v = y + bend * warpY;
        Node& one = node(i, j);
        one.at = {centre_.x + u * cos_ - v * sin_, centre_.y + u * sin_ + v * cos_};
        const double limit =
            radiusM_ * (1 + 0.3 * noise(seed_ + 3, one.at.x / radiusM_ * 1.3, one.at.y / radiusM_ * 1.3));
        one.there = distance(one.at, centre_) < limit && !ground_.isWet(one.at) && ground_.slope(one.at) < 0.16;
      }
  }

  [[nodiscard]] bool crossesWater(Point a, Point b) const {
    for (int k = 1; k < 12; ++k) {
      const double t = k / 12.0;
      if (ground_.isWet({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t})) return true;
    }
    return false;
  }

  void connect() {
    for (int j = -reach_; j <= reach_; ++j)
      for (int i = -reach_; i <= reach_; ++i) {
        Node& one = node(i, j);
        const auto leads = [&](int k, int l, bool onWide) {
          const bool luck = onWide || chance_.share() > 0.13;
          if (!one.there || !holds(k, l) || !node(k, l).there) return false;
          return luck && (onWide || !crossesWater(one.at, node(k, l).at));
        };
        one.east = leads(i + 1, j, wide(j));
        one.north = leads(i, j + 1, wide(i));
      }
  }

  void keepConnected() {
    // From the node nearest to the middle that is there.
    int startI = 0, startJ = 0;
    double nearest = 1e18;
    for (int j = -reach_; j <= reach_; ++j)
      for (int i = -reach_; i <= reach_; ++i)
        if (node(i, j).there && distance(node(i, j).at, centre_) < nearest) {
          nearest = distance(node(i, j).at, centre_);
          startI = i;
          startJ = j;
        }
    std::queue<std::pair<int, int>> open;
    open.emplace(startI, startJ);
    node(startI, startJ).reached = node(startI, startJ).there;
    while (!open.empty()) {
      const auto [i, j] = open.front();
      open.pop();
      const auto visit = [&](int k, int l, bool way) {
        if (!way || !holds(k, l) || node(k, l).reached) return;
        node(k, l).reached = true;
        open.emplace(k, l);
      };
      visit(i + 1, j, node(i, j).east);
      visit(i, j + 1, node(i, j).north);
      if (holds(i - 1, j)) visit(i - 1, j, node(i - 1, j).east);
      if (holds(i, j - 1)) visit(i, j - 1, node(i, j - 1).north);
    }
  }

  void lines(StreetPlan& out, bool eastward) {
    for (int line = -reach_; line <= reach_; ++line) {
      Line now;
      const auto finish = [&] {
        if (now.size() > 1) out.streets.push_back(street(line, eastward, now));
        now.clear();
      };
      for (int k = -reach_; k <= reach_; ++k) {
        Node& one = eastward ? node(k, line) : node(line, k);
        const bool on = one.reached && (eastward ? one.east : one.north);
        if (on && now.empty()) now.push_back(one.at);
        if (on) {
          now.push_back((eastward ? node(k + 1, line) : node(line, k + 1)).at);
        } else {
          finish();
        }
      }
      finish();
    }
  }

  [[nodiscard]] Road street(int line, bool eastward, const Line& course) const {
    Road road;
    road.line = course;
    road.kind = RoadClass::residential;
    if (wide(line))
      road.kind = city_ ? (line % (2 * every_) == 0 ? RoadClass::primary : RoadClass::secondary) : RoadClass::tertiary;
    if (city_ && wide(line)) {
      const auto& names = eastward ? kAlong : kAcross;
      const int index = line / every_;
      road.name.zh = names[static_cast<std::size_t>(((index % 9) + 9) % 9)];
      const bool avenue = road.name.zh.ends_with("大街");
      road.name.en = spelt(road.name.zh.substr(0, road.name.zh.size() - (avenue ? 6 : 3))) + (avenue     ? " Avenue"
                                                                                              : eastward ? " Street"
                                                                                                         : " Road");
    }
    return road;
  }

  void blocks(StreetPlan& out) {
    for (int j = -reach_; j < reach_; ++j)
      for (int i = -reach_; i < reach_; ++i) {
        const Node &a = node(i, j), &b = node(i + 1, j), &c = node(i + 1, j + 1), &d = node(i, j + 1);
        if (!a.reached || !b.reached || !c.reached || !d.reached) continue;
        if (crossesWater(a.at, c.at) || crossesWater(b.at, d.at)) continue;
        const Point middle{(a.at.x + c.at.x) / 2, (a.at.y + c.at.y) / 2};
        out.blocks.push_back({{a.at, b.at, c.at, d.at}, distance(middle, centre_) / radiusM_});
      }
  }

  void gates(StreetPlan& out) {
    const auto on = [&](int i, int j) { return holds(i, j) && node(i, j).reached; };
    for (int j = -reach_; j <= reach_; ++j)
      for (int i = -reach_; i <= reach_; ++i) {
        if (!on(i, j) || !(wide(i) || wide(j))) continue;
        // A wide street that ends here.
        const bool ends =
            (wide(j) && (!on(i + 1, j) || !on(i - 1, j))) || (wide(i) && (!on(i, j + 1) || !on(i, j - 1)));
        if (ends) out.gates.push_back(node(i, j).at);
      }
    if (out.gates.empty())
      for (const Node& one : nodes_)
        if (one.reached) out.gates.push_back(one.at);
  }

  const Ground& ground_;
  Point centre_;
  double radiusM_;
  bool city_;
  Chance chance_;
  std::uint64_t seed_;
  double cos_ = 1, sin_ = 0, east_ = 300, north_ = 300;
  int reach_ = 0, side_ = 0, every_ = 3;
  std::vector<Node> nodes_;
};

}  // namespace

const char* osmName(RoadClass kind) {
  switch (kind) {
    case RoadClass::motorway:
      return "motorway";
    case RoadClass::motorwayLink:
      return "motorway_link";
    case RoadClass::primary:
      return "primary";
    case RoadClass::secondary:
      return "secondary";
    case RoadClass::tertiary:
      return "tertiary";
    case RoadClass::unclassified:
      return "unclassified";
    case RoadClass::residential:
      return "residential";
    case RoadClass::service:
      return "service";
    case RoadClass::track:
      return "track";
    case RoadClass::path:
      return "path";
  }
  return "road";
}

StreetPlan planStreets(const Ground& ground, Point centre, double radiusM, bool city, std::uint64_t seed) {
  return Plan(ground, centre, radiusM, city, seed).make();
}

}  // namespace fengsui::demo
