// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/datumguess.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "gis/celltext.h"

namespace fengsui {
namespace {

constexpr double kReachM = 3'000;  // a place of the same name farther away is another one
constexpr std::size_t kLeastKnown = 3;
constexpr double kLeastOffsetM = 90;  // the shift is 100–700 m everywhere in China, twice that for BD-09
constexpr double kMostOffsetM = 1'800;
constexpr std::size_t kMostNamesakes = 4;  // "村委会" names everything and nothing

// Counter-clockwise from the far west; deliberately a little inside the border, without the islands.
constexpr std::array<LonLat, 41> kOutline{{
    {73.9, 39.4},  {75.2, 37.2},  {77.9, 35.5},  {79.0, 32.8},  {79.0, 31.3},  {81.5, 30.4},  {84.2, 28.9},
    {86.8, 28.2},  {88.9, 28.0},  {92.0, 28.1},  {95.5, 29.2},  {97.3, 28.4},  {98.6, 27.4},  {98.8, 25.3},
    {97.9, 24.0},  {99.6, 22.3},  {101.2, 21.5}, {102.4, 22.7}, {105.0, 23.2}, {106.7, 22.2}, {108.0, 21.7},
    {108.5, 18.6}, {110.4, 18.2}, {111.2, 20.1}, {114.0, 22.6}, {117.0, 23.4}, {120.0, 26.3}, {122.3, 29.9},
    {121.9, 31.9}, {120.4, 34.2}, {122.7, 37.2}, {120.9, 39.6}, {124.2, 40.1}, {126.4, 41.7}, {129.9, 42.6},
    {131.0, 44.8}, {134.3, 48.1}, {126.9, 50.5}, {121.0, 53.2}, {117.0, 49.6}, {111.8, 45.1},
}};
constexpr std::array<LonLat, 8> kNorthWest{{
    {111.8, 43.8},
    {104.8, 41.8},
    {97.0, 42.7},
    {91.0, 45.2},
    {87.5, 49.0},
    {82.6, 45.4},
    {80.3, 42.1},
    {75.6, 40.6},
}};

std::vector<LonLat> outline() {
  std::vector<LonLat> ring(kOutline.begin(), kOutline.end());
  ring.insert(ring.end(), kNorthWest.begin(), kNorthWest.end());
  return ring;
}

LonLat lonLatOf(Position at) {
  return {at.lonDeg(), at.latDeg()};
}

Position moved(Position at, Datum from) {
  const LonLat there = toWgs84(lonLatOf(at), from);
  return Position::ofDegrees(there.lonDeg, there.latDeg).value_or(at);
}

std::string withoutKindOfPlace(std::string name) {
  for (const std::string_view tail : {"村委会", "居委会", "街道办事处", "街道", "社区", "村", "镇", "乡", "village"})
    if (name.size() > tail.size() + 5 && name.ends_with(tail)) {
      name.resize(name.size() - tail.size());
      break;
    }
  return name;
}

class Gazetteer {
 public:
  explicit Gazetteer(const std::vector<NamedPosition>& known) {
    for (const NamedPosition& place : known) {
      const std::string whole = compact(place.name);
      if (whole.empty()) continue;
      byName_.emplace(whole, place.at);
      if (const std::string shorter = withoutKindOfPlace(whole); shorter != whole) byName_.emplace(shorter, place.at);
    }
  }

  // The one of that name that the point can be meant for.
  [[nodiscard]] std::optional<Position> find(const NamedPosition& point) const {
    const std::string whole = compact(point.name);
    if (whole.empty()) return std::nullopt;
    if (const auto exact = near(whole, point.at)) return exact;
    const std::string shorter = withoutKindOfPlace(whole);
    return shorter == whole ? std::nullopt : near(shorter, point.at);
  }

 private:
  [[nodiscard]] std::optional<Position> near(const std::string& name, Position at) const {
    const auto [first, last] = byName_.equal_range(name);
    if (static_cast<std::size_t>(std::distance(first, last)) > kMostNamesakes) return std::nullopt;
    double best = kReachM;
    std::optional<Position> found;
    for (auto one = first; one != last; ++one)
      if (const double away = distanceM(one->second, at); away < best) {
        best = away;
        found = one->second;
      }
    return found;
  }

  std::unordered_multimap<std::string, Position> byName_;
};

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

struct Pair {
  Position written, known;
};

std::vector<double> distances(const std::vector<Pair>& pairs, Datum datum) {
  std::vector<double> all;
  for (const Pair& pair : pairs)
    all.push_back(distanceM(datum == Datum::wgs84 ? pair.written : moved(pair.written, datum), pair.known));
  return all;
}

double medianBearingDeg(const std::vector<Pair>& pairs) {
  std::vector<double> east, north;
  for (const Pair& pair : pairs) {
    const double cosLat = std::cos(pair.known.latDeg() * M_PI / 180);
    east.push_back((pair.written.lonDeg() - pair.known.lonDeg()) * cosLat);
    north.push_back(pair.written.latDeg() - pair.known.latDeg());
  }
  const double bearing = std::atan2(median(east), median(north)) * 180 / M_PI;
  return bearing < 0 ? bearing + 360 : bearing;
}

Text directionOf(double bearingDeg) {
  static const std::array<Text, 8> names{
      Text{"north", "北"}, Text{"north-east", "东北"}, Text{"east", "东"}, Text{"south-east", "东南"},
      Text{"south", "南"}, Text{"south-west", "西南"}, Text{"west", "西"}, Text{"north-west", "西北"}};
  return names[static_cast<std::size_t>(std::lround(bearingDeg / 45)) % names.size()];
}

}  // namespace

bool inMainlandChina(LonLat at) {
  static const std::vector<LonLat> ring = outline();
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    if ((ring[i].latDeg > at.latDeg) != (ring[j].latDeg > at.latDeg) &&
        at.lonDeg <
            (ring[j].lonDeg - ring[i].lonDeg) * (at.latDeg - ring[i].latDeg) / (ring[j].latDeg - ring[i].latDeg) +
                ring[i].lonDeg)
      inside = !inside;
  return inside;
}

std::optional<DatumGuess> guessedDatum(const std::vector<NamedPosition>& points,
                                       const std::vector<NamedPosition>& known) {
  const Gazetteer gazetteer(known);
  std::vector<Pair> pairs;
  for (const NamedPosition& point : points)
    if (inMainlandChina(lonLatOf(point.at)))
      if (const auto there = gazetteer.find(point)) pairs.push_back({point.at, *there});
  if (pairs.size() < kLeastKnown) return std::nullopt;

  const std::vector<double> asWgs84 = distances(pairs, Datum::wgs84);
  const double offset = median(asWgs84);
  if (offset < kLeastOffsetM || offset > kMostOffsetM) return std::nullopt;
  std::optional<DatumGuess> best;
  for (const Datum datum : {Datum::gcj02, Datum::bd09}) {
    const std::vector<double> asGuessed = distances(pairs, datum);
    std::size_t fitting = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) fitting += asGuessed[i] < asWgs84[i] / 2;
    const double rest = median(asGuessed);
    // A village is a point on the map and a hundred metres wide, so the rest need not be nothing: but the shift must
    // explain most of the offset, for most of the places.
    if (rest > offset / 2 || fitting * 3 < pairs.size() * 2) continue;
    if (!best || rest < best->asGuessedM)
      best = DatumGuess{datum, pairs.size(), fitting, offset, medianBearingDeg(pairs), rest};
  }
  return best;
}

Text evidenceOf(const DatumGuess& guess) {
  const auto rounded = [](double metres) { return std::to_string(std::lround(metres / 10) * 10); };
  const std::string fitting = std::to_string(guess.fitting), known = std::to_string(guess.known);
  const Text way = directionOf(guess.bearingDeg);
  const std::string name = guess.datum == Datum::bd09 ? "BD-09" : "GCJ-02";
  const std::string offset = rounded(guess.offsetM), rest = rounded(std::max(10.0, guess.asGuessedM));
  return {fitting + " of " + known + " places of known name lie " + offset + " m to the " + way.en + "; as " + name +
              " they fit within " + rest + " m",
          known + " 个已知名称的位置中有 " + fitting + " 个向" + way.zh + "偏移约 " + offset + " 米；按 " + name +
              " 读取则相差约 " + rest + " 米"};
}

}  // namespace fengsui
