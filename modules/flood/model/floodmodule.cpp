// SPDX-License-Identifier: GPL-3.0-or-later
#include "floodmodule.h"

#include <algorithm>
#include <cmath>

#include "carve.h"
#include "damproposals.h"
#include "firstrun.h"
#include "gauges.h"
#include "gis/rasterwindow.h"
#include "mapframes.h"
#include "program.h"
#include "scenario.h"
#include "thresholds.h"

namespace fengsui {
namespace flood {
namespace {

constexpr const char* kVersion = "1.0";
constexpr std::int64_t kCellsAtMost = 4'000'000;
constexpr int kCarveAtMostCells = 20;
constexpr double kCellsWanted = 1'000'000;  // where nobody says how large the cells shall be

Error inSetting(Error error, const char* field) {
  error.place.field = field;
  return error;
}

// A storm that rises and falls, as a series of time in s and mm/h: its total over its time.
std::string stormOf(double totalMm, double hours) {
  constexpr double shares[] = {0.4, 0.8, 1.4, 1.8, 1.2, 0.4};  // of the mean; their mean is 1
  std::string out;
  const double mean = totalMm / hours;
  for (std::size_t k = 0; k < std::size(shares); ++k)
    out +=
        std::to_string(std::llround(static_cast<double>(k) * hours * 600)) + ':' + shortNumber(mean * shares[k]) + ' ';
  return out + std::to_string(std::llround(hours * 3600)) + ":0";
}

// rain.total as the series that it stands for.
Result<SettingValues> withStorm(const SettingValues& values) {
  const double total = values.number("rain.total");
  if (total <= 0) return values;
  if (values.text("rain") != "0")
    return settingFailure("rain.total", values.text("rain.total"),
                          {"rain and rain.total say two things", "rain 与 rain.total 不能同时给出"},
                          {"say one of them", "只给其一"});
  return SettingValues::from(floodSettings(), values.json(),
                             {"rain.total=0", "rain=" + stormOf(total, values.number("rain.hours"))});
}

// The terrain of the district, or a part of it, in metres: a file of the results, so that a run can be looked into.
Result<SettingValues> withGround(const RunRequest& request, const SettingValues& values, Carved& carved,
                                 const std::stop_token& stop) {
  const bool part = values.said("area") || values.number("cell") > 0;
  if (values.said("dem") && !part) return values;
  std::filesystem::path terrain = values.text("dem");
  if (terrain.empty()) {
    terrain = request.around.district / "terrain.tif";
    std::error_code ignored;
    if (request.around.district.empty() || !std::filesystem::exists(terrain, ignored))
      return settingFailure(
          "dem", {}, {"the terrain is missing: this district has none", "缺少地形：本区没有地形数据"},
          {"dem=FILE.tif, or build the district with --terrain", "用 dem=文件.tif 指定，或以 --terrain 重建底图"});
  }
  std::optional<DegreeBox> box;
  if (values.said("area")) {
    auto said = DegreeBox::parse(values.text("area"));
    if (!said) return failure(inSetting(said.error(), "area"));
    box = *said;
  }
  auto ground = readRasterWindow(terrain, box, values.number("cell"), kCellsAtMost * 4, stop);
  if (!ground) return failure(inSetting(ground.error(), values.number("cell") > 0 ? "cell" : "dem"));
  const double cells = static_cast<double>(ground->columns) * ground->rows;
  if (values.number("cell") <= 0 && cells > kCellsWanted) {
    const double coarser = std::ceil(ground->cellWidth * std::sqrt(cells / kCellsWanted));
    ground = readRasterWindow(terrain, box, coarser, kCellsAtMost, stop);
    if (!ground) return failure(inSetting(ground.error(), "dem"));
  } else if (cells > static_cast<double>(kCellsAtMost)) {
    return settingFailure(
        "cell", values.text("cell"),
        {"that makes " + std::to_string(std::llround(cells)) + " cells; " + std::to_string(kCellsAtMost) + " at most",
         "共 " + std::to_string(std::llround(cells)) + " 个网格，上限 " + std::to_string(kCellsAtMost)},
        {"larger cells or a smaller area", "请用更大的网格或更小的范围"});
  }
  carved = carvePits(*ground, values.number("carve"), kCarveAtMostCells, stop);
  if (stop.stop_requested()) return failure(ErrorCode::refused, {"it was stopped", "已停止"});
  const std::filesystem::path file = request.out / "ground.tif";
  if (auto fine = writeRaster(*ground, file, "m"); !fine) return failure(fine.error());
  return SettingValues::from(floodSettings(), values.json(), {"dem=" + file.string(), "area=", "cell=0"});
}

void sayCarved(const Carved& carved, Forecast& out) {
  if (carved.pits > 0)
    out.confidence.push_back({std::to_string(carved.pits) +
                                  " pits of the terrain were opened so that valleys drain, by up to " +
                                  shortNumber(carved.deepestM) + " m",
                              "为使沟谷排水通畅，打通了地形洼地 " + std::to_string(carved.pits) + " 处，最深 " +
                                  shortNumber(carved.deepestM) + " 米"});
}

// What a run of the model says in its summary and leaves in its folder.
Forecast computed(const Json& summary, const std::filesystem::path& folder) {
  Forecast out;
  out.module = "flood";
  out.version = kVersion;
  std::error_code ignored;
  if (std::filesystem::exists(folder / "depth.frames", ignored)) {
    out.frames = "depth.frames";
    out.maximum = "depth_max.frames";
  }
  out.files = {{"depth_max.tif", {"maximum depth", "最大水深"}, "m"},
               {"depth_max_time.tif", {"time of the maximum", "最大水深时刻"}, "s"},
               {"arrival.tif", {"arrival", "到达时间"}, "s"},
               {"duration.tif", {"duration", "淹没历时"}, "s"},
               {"speed_max.tif", {"highest speed", "最大流速"}, "m/s"},
               {"hazard_max.tif", {"hazard rating", "危险度"}, ""}};
  for (const Json& one : summary.value("caveats", Json::array()))
    out.confidence.push_back({one.value("en", std::string()), one.value("zh", std::string())});
  out.summary = summary;
  out.provenance = summary.value("provenance", Json::object());
  out.summary.erase("provenance");
  out.summary.erase("caveats");
  return out;
}

class FloodModule final : public HazardModule {
 public:
  [[nodiscard]] std::string_view name() const override { return "flood"; }
  [[nodiscard]] Text title() const override { return {"flood control", "防汛"}; }
  [[nodiscard]] std::string_view version() const override { return kVersion; }
  [[nodiscard]] std::vector<std::string> hazards() const override {
    return {"flood", "flashFlood", "waterlogging", "damBreak", "rainstorm"};
  }
  [[nodiscard]] std::span<const Setting> settings() const override { return floodSettings(); }

  [[nodiscard]] Result<std::vector<ScenarioProposal>> propose(const Surroundings& around) const override;
  [[nodiscard]] std::vector<Observation> thresholds(const Surroundings& around) const override {
    return gaugeStages(around, rulesFor(around.plans));
  }
  [[nodiscard]] Result<Forecast> run(const RunRequest& request, const std::stop_token& stop,
                                     const TellProgress& tell) const override;
  [[nodiscard]] ExposureRules exposureRules() const override { return {shippedRules().stages}; }
  [[nodiscard]] std::vector<Observation> inPlanWords(const Exposure& exposure,
                                                     const Surroundings& around) const override;
};

ScenarioProposal proposalOf(double totalMm, double hours, Text title, Text because) {
  ScenarioProposal out;
  out.module = "flood";
  out.title = std::move(title);
  out.because.push_back(std::move(because));
  out.settings = {{"rain.total", shortNumber(totalMm)},
                  {"rain.hours", shortNumber(hours)},
                  {"duration", shortNumber((hours + 2) * 3600)}};
  return out;
}

Result<std::vector<ScenarioProposal>> FloodModule::propose(const Surroundings& around) const {
  std::vector<ScenarioProposal> out;
  const Observations seen = around.observations();
  for (const std::int64_t hours : {6, 3, 12, 24})
    if (const auto rain = rainOver(seen, "forecast.rain", hours * 60, {}, around.now); rain && rain->mm >= 10) {
      const std::string h = std::to_string(hours), mm = shortNumber(rain->mm);
      out.push_back(
          proposalOf(rain->mm, static_cast<double>(hours),
                     {"rain as forecast: " + mm + " mm in " + h + " h", "按降雨预报：" + h + " 小时 " + mm + " 毫米"},
                     {"forecast of " + mm + " mm in " + h + " h" + (rain->gauge.empty() ? "" : " for " + rain->gauge),
                      (rain->gauge.empty() ? "" : rain->gauge) + "预报 " + h + " 小时降雨 " + mm + " 毫米"}));
      break;
    }
  if (const auto rain = rainOver(seen, "rain", 60, {}, around.now); rain && rain->mm >= 15) {
    const std::string mm = shortNumber(rain->mm);
    out.push_back(proposalOf(
        rain->mm * 3, 3, {"it goes on raining: " + mm + " mm/h for 3 h", "雨势持续：" + mm + " 毫米/小时，3 小时"},
        {rain->gauge + " measured " + mm + " mm in the last hour", rain->gauge + "近 1 小时 " + mm + " 毫米"}));
  }
  for (ScenarioProposal& one : out) {
    one.settings["infiltration"] = "curve-number";
    one.settings["infiltration.curve"] = "85";
    one.settings["rasters"] = "end";
    one.settings["coarse"] = "6";
  }
  // A dam comes before any rain.
  auto dams = damProposals(around, rulesFor(around.plans));
  out.insert(out.begin(), std::make_move_iterator(dams.begin()), std::make_move_iterator(dams.end()));
  return out;
}

Result<Forecast> FloodModule::run(const RunRequest& request, const std::stop_token& stop,
                                  const TellProgress& tell) const {
  if (tell) tell({0, {"reading the terrain", "读取地形"}});
  const auto stormy = withStorm(request.settings);
  if (!stormy) return failure(stormy.error());
  Carved carved;
  const auto values = withGround(request, *stormy, carved, stop);
  if (!values) return failure(values.error());
  FramesHeader header;
  header.layer = depthLayer();
  header.start = request.around.now;
  header.made = std::string("flood ") + kVersion;
  header.en = "computed, not measured";
  header.zh = "推算结果，非实测";
  if (values->text("method") != "model") {
    header.en = "a first look: where water may get to, not when";
    header.zh = "快速估算：只示范围，不示时间";
    auto first = firstLook(*values, request, header);
    if (!first) return first;
    first->module = "flood";
    first->version = kVersion;
    first->start = request.around.now;
    sayCarved(carved, *first);
    return first;
  }
  const auto forecastOf = [&](const Json& summary, const std::filesystem::path& folder) {
    Forecast out = computed(summary, folder);
    out.start = request.around.now;
    out.durationMs = std::llround(values->number("duration") * 1000);
    sayCarved(carved, out);
    return out;
  };
  Text doing{"computing the water", "推演水流"};
  if (values->number("coarse") > 1) doing = {"computing a first answer", "先行粗算"};
  const auto summary = runFlood(
      *values, request.out, header, stop,
      [&](double share, double computedS) {
        if (tell)
          tell({share, doing, {}, std::llround(computedS * 1000), std::llround(values->number("duration") * 1000)});
      },
      [&](const Json& coarse) {
        doing = {"computing the water", "推演水流"};
        if (!tell) return;
        Forecast first = forecastOf(coarse, request.out / kCoarseFolder);
        const std::string wide = values->text("coarse");
        first.confidence.insert(first.confidence.begin(),
                                {"a first answer on cells " + wide + " times as wide; the fine one follows",
                                 "先行粗算（网格放大 " + wide + " 倍），精算结果随后更新"});
        tell({0,
              {"a first answer is there; computing the fine one", "粗算已出，正在精算"},
              FirstAnswer{first, kCoarseFolder}});
      });
  if (!summary) return failure(summary.error());
  Forecast out = forecastOf(*summary, request.out);
  if (!values->said("dambreak.at") && !stop.stop_requested())
    out.causes = damCauses(request.around, values->text("dem"), request.out);
  return out;
}

std::vector<Observation> FloodModule::inPlanWords(const Exposure& exposure, const Surroundings& around) const {
  const FloodRules rules = rulesFor(around.plans);
  const std::int64_t soon = rules.village.moveBeforeMinutes * 60'000;
  const auto zone = TimeZone::named(around.situation->station.timeZone);
  const TimeZone clock = zone ? *zone : TimeZone::utc();
  // A forecast is the newer word about a place; it must not soften what is measured there already.
  const Observations seen = around.observations();
  const std::vector<Observation> measured = thresholds(around);
  const auto isMovedAlready = [&](const std::string& village) {
    return std::any_of(measured.begin(), measured.end(),
                       [&](const Observation& one) { return one.place == village && one.word == "immediate"; });
  };
  const auto depthMeasured = [&](const std::string& place) {
    const Observation* newest = nullptr;
    for (const Observation& one : seen.readings)
      if (one.name == "depth" && one.place == place && one.value && one.unit == "m" && one.at <= around.now &&
          (!newest || newest->at < one.at))
        newest = &one;
    return newest ? *newest->value : 0;
  };
  std::vector<Observation> out;
  for (const Hit& hit : exposure.hits) {
    Observation one;
    one.place = hit.name;
    one.at = around.now;
    one.source = "洪水推演 " + clock.clock(exposure.start);
    if (hit.what == "riskVillage") {
      one.name = "stage";
      one.word = hit.stages.front().firstMs <= soon ? "immediate" : "prepare";
      if (one.word == "prepare" && isMovedAlready(hit.name)) continue;
    } else if (hit.what == "underpass" || hit.what == "ponding") {
      one.name = "depth";
      one.value = std::max(hit.most, depthMeasured(hit.name));
      one.unit = "m";
    } else {
      continue;
    }
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace
}  // namespace flood

const HazardModule& floodModule() {
  static const flood::FloodModule module;
  return module;
}

}  // namespace fengsui
