// SPDX-License-Identifier: GPL-3.0-or-later
#include "damproposals.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "gauges.h"
#include "gis/rasterwindow.h"
#include "placestages.h"

namespace fengsui::flood {
namespace {

struct Reservoir {
  Uuid id;
  std::string name;
  Attributes columns;
  std::optional<Position> where;
};

// Listed as a zone and as a facility it is still one.
std::vector<Reservoir> reservoirsOf(const Situation& situation) {
  std::vector<Reservoir> out;
  std::set<std::string> names;
  const auto take = [&](const Uuid& id, const auto& one, std::optional<Position> where) {
    if (one.kind != "reservoir" || !names.insert(one.name).second) return;
    for (const char* column : {"damAt", "坝址"})
      if (const auto at = one.attributes.find(column); at != one.attributes.end())
        if (const auto said = Position::parse(at->second)) where = *said;
    out.push_back({id, one.name, one.attributes, where});
  };
  situation.riskZones.forEach(
      [&](const Uuid& id, const RiskZone& zone) { take(id, zone, zone.shape ? anchorOf(*zone.shape) : std::nullopt); });
  situation.facilities.forEach([&](const Uuid& id, const Facility& one) { take(id, one, one.location); });
  std::sort(out.begin(), out.end(), [](const Reservoir& a, const Reservoir& b) { return a.name < b.name; });
  return out;
}

std::string metres(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

std::string placeText(Position at) {
  char text[48];
  std::snprintf(text, sizeof text, "%.6f,%.6f", at.lonDeg(), at.latDeg());
  return text;
}

ScenarioProposal begun(Text title, Text because) {
  ScenarioProposal out;
  out.module = "flood";
  out.title = std::move(title);
  out.because.push_back(std::move(because));
  out.settings = {{"duration", "21600"}, {"rasters", "end"}, {"coarse", "6"}};
  return out;
}

ScenarioProposal breakOf(const Reservoir& reservoir, Text because) {
  ScenarioProposal out = begun({"dam break of " + reservoir.name, reservoir.name + "溃坝"}, std::move(because));
  auto volume = columnOf(reservoir.columns, {"volumeM3", "库容立方米"});
  if (!volume)
    if (const auto tenThousands = columnOf(reservoir.columns, {"库容万立方米", "总库容万立方米"}))
      volume = *tenThousands * 10000;
  const auto height = columnOf(reservoir.columns, {"damHeightM", "坝高"});
  if (volume) out.settings["dambreak.volume"] = std::to_string(std::llround(*volume));
  if (height) out.settings["dambreak.height"] = shortNumber(*height);
  if (reservoir.where) out.settings["dambreak.at"] = placeText(*reservoir.where);
  if (!volume)
    out.because.push_back({"its storage is not known: enter the water in the reservoir", "库容未登记，请填写溃坝水量"});
  if (!height)
    out.because.push_back(
        {"the height of its dam is not known: enter the height of the water", "坝高未登记，请填写溃坝水头"});
  if (!reservoir.where)
    out.because.push_back({"its place is not known: enter where the dam fails", "位置未登记，请填写溃坝位置"});
  return out;
}

}  // namespace

std::vector<ScenarioProposal> damProposals(const Surroundings& around, const FloodRules& rules) {
  const Observations seen = around.observations();
  std::vector<ScenarioProposal> breaks, releases;
  for (const Reservoir& one : reservoirsOf(*around.situation)) {
    const WaterMarks water = waterMarks(*around.situation, seen, rules, one.id, one.name, one.columns, around.now);
    const auto because = [&](const std::string& mark, const std::string& moreEn, const std::string& moreZh) {
      const Text name = textOf(Vocabulary::thresholdLevel, mark);
      const std::string level = metres(water.levelM), limit = metres(water.marks.at(mark));
      return Text{one.name + " stands at " + level + " m, " + name.en + " " + limit + " m" + moreEn,
                  one.name + "水位 " + level + " 米，" + name.zh + " " + limit + " 米" + moreZh};
    };
    const bool check = water.reaches("checkLevel");
    if (check || water.reaches("designLevel"))
      breaks.push_back(breakOf(one, because(check ? "checkLevel" : "designLevel", {}, {})));
    const Observation* release = nullptr;
    for (const char* name : {"release", "outflow"})
      if (!release) release = newestReading(seen, name, one.name, around.now, rules.oldestMinutes);
    if (!water.reaches("limitLevel") || !release || *release->value <= 0) continue;
    const std::string flow = shortNumber(*release->value);
    ScenarioProposal let =
        begun({"release of " + one.name + ": " + flow + " m3/s", one.name + "泄洪：" + flow + " 立方米/秒"},
              because("limitLevel", ", and lets out " + flow + " m3/s", "，正在下泄 " + flow + " 立方米/秒"));
    let.settings["release"] = flow;
    if (one.where)
      let.settings["release.at"] = placeText(*one.where);
    else
      let.because.push_back(
          {"its place is not known: enter where the water is released", "位置未登记，请填写泄流位置"});
    releases.push_back(std::move(let));
  }
  breaks.insert(breaks.end(), std::make_move_iterator(releases.begin()), std::make_move_iterator(releases.end()));
  return breaks;
}

std::vector<ScenarioProposal> damCauses(const Surroundings& around, const std::filesystem::path& ground,
                                        const std::filesystem::path& results) {
  std::vector<std::pair<Reservoir, double>> dams;
  for (Reservoir& one : reservoirsOf(*around.situation))
    if (const auto crest = columnOf(one.columns, {"crestLevel", "坝顶高程"}); crest && one.where)
      dams.emplace_back(std::move(one), *crest);
  if (dams.empty()) return {};
  const auto bed = readRaster(ground), depth = readRaster(results / "depth_max.tif");
  if (!bed || !depth) return {};
  std::vector<ScenarioProposal> out;
  for (const auto& [dam, crest] : dams) {
    // Ground in degrees was brought to metres for the run: each raster is asked in its own cells.
    const auto below = cellAt(*bed, *dam.where), above = cellAt(*depth, *dam.where);
    if (!below || !above) continue;
    const double water = depth->values[static_cast<std::size_t>(*above)];
    const double reached = bed->values[static_cast<std::size_t>(*below)] + water;
    // A comparison with not-a-number is false.
    if (!(water > 0 && reached >= crest)) continue;
    const std::string level = metres(reached), limit = metres(crest);
    out.push_back(
        breakOf(dam, {"the forecast reaches " + level + " m at " + dam.name + ", above its crest of " + limit + " m",
                      "推演水位在" + dam.name + "达 " + level + " 米，高于坝顶 " + limit + " 米"}));
  }
  return out;
}

}  // namespace fengsui::flood
