// SPDX-License-Identifier: GPL-3.0-or-later
// A flood run from settings to files.

#include <chrono>
#include <cmath>
#include <fstream>
#include <limits>
#include <system_error>

#include "scenario.h"
#include "sdk/modelprogram.h"

namespace fengsui {
namespace flood {
namespace {

template <class Real>
class Run {
 public:
  Run(const Scenario& scenario, Solver<Real> solver, std::filesystem::path out)
      : scenario_(scenario), solver_(std::move(solver)), out_(std::move(out)) {}

  Result<Json> toTheEnd(const std::stop_token& stop, const ModelProgram::Progress& progress) {
    if (auto begun = solver_.start(scenario_.depth, scenario_.u, scenario_.v); !begun) return failure(begun.error());
    std::ofstream gauges;
    if (!scenario_.gauges.empty()) {
      gauges.open(out_ / "gauges.csv");
      gauges << "time,x,y,depth,u,v,level\n";
      gauges.precision(9);
    }
    const auto begin = std::chrono::steady_clock::now();
    const double end = scenario_.durationS;
    const double often = scenario_.gauges.empty() ? std::numeric_limits<double>::infinity() : scenario_.gaugesEveryS;
    const double rarely = scenario_.saveEveryS > 0 ? scenario_.saveEveryS : std::numeric_limits<double>::infinity();
    long gauged = 0, saved = 0;
    while (true) {
      const double time = solver_.time();
      if (!scenario_.gauges.empty() && (time >= static_cast<double>(gauged) * often || time >= end)) {
        write(gauges);
        ++gauged;
      }
      if (time >= static_cast<double>(saved) * rarely || time >= end) {
        if (saved > 0 || rarely < end || time >= end)
          if (auto fine = save(); !fine) return failure(fine.error());
        ++saved;
      }
      if (progress) progress(time / end);
      if (time >= end) break;
      const auto following = [&](long count, double every) {
        return std::isfinite(every) ? static_cast<double>(count) * every : end;
      };
      // Never longer than a hundredth, so that progress and a wish to stop are heard.
      const double next = std::min({end, following(gauged, often), following(saved, rarely), time + end / 100});
      if (!solver_.advance(next, stop)) return failure(ErrorCode::refused, {"the run was stopped", "运行已停止"});
    }
    if (gauges.is_open() && !gauges.flush())
      return failure(ErrorCode::io, {"the gauges cannot be written", "无法写入测点记录"});
    if (auto fine = saveRecords(); !fine) return failure(fine.error());
    return summary(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }

 private:
  void write(std::ofstream& gauges) const {
    for (const Gauge& gauge : scenario_.gauges) {
      const int i = gauge.column, j = gauge.row;
      const double depth = static_cast<double>(solver_.depth().at(i, j));
      gauges << solver_.time() << ',' << gauge.x << ',' << gauge.y << ',' << depth << ','
             << static_cast<double>(solver_.u().at(i, j)) << ',' << -static_cast<double>(solver_.v().at(i, j)) << ','
             << scenario_.terrain.bed[index(i, j)] + depth << '\n';
    }
  }

  [[nodiscard]] std::size_t index(int i, int j) const {
    return static_cast<std::size_t>(j) * static_cast<std::size_t>(scenario_.ground.columns) +
           static_cast<std::size_t>(i);
  }

  template <class Value>
  [[nodiscard]] Outcome raster(const std::string& name, const std::string& unit, const Value& value) const {
    Raster out = scenario_.ground;
    for (int j = 0; j < out.rows; ++j)
      for (int i = 0; i < out.columns; ++i)
        out.values[index(i, j)] =
            solver_.isTerrain(i, j) ? static_cast<double>(value(i, j)) : std::numeric_limits<double>::quiet_NaN();
    return writeRaster(out, out_ / (name + ".tif"), unit);
  }

  [[nodiscard]] Outcome save() const {
    std::string when = std::to_string(std::llround(solver_.time()));
    when.insert(0, when.size() < 7 ? 7 - when.size() : 0, '0');
    if (auto fine = raster("depth_" + when, "m", [&](int i, int j) { return solver_.depth().at(i, j); }); !fine)
      return fine;
    if (auto fine = raster("u_" + when, "m/s", [&](int i, int j) { return solver_.u().at(i, j); }); !fine) return fine;
    if (auto fine = raster("v_" + when, "m/s", [&](int i, int j) { return -solver_.v().at(i, j); }); !fine) return fine;
    return raster("level_" + when, "m", [&](int i, int j) {
      const double h = static_cast<double>(solver_.depth().at(i, j));
      return h > 0 ? scenario_.terrain.bed[index(i, j)] + h : std::numeric_limits<double>::quiet_NaN();
    });
  }

  [[nodiscard]] Outcome saveRecords() const {
    const Records<Real>& r = solver_.records();
    const std::pair<const char*, const Field<Real>*> parts[] = {{"depth_max", &r.maximumDepth},
                                                                {"depth_max_time", &r.maximumTime},
                                                                {"duration", &r.duration},
                                                                {"speed_max", &r.maximumSpeed},
                                                                {"hazard_max", &r.maximumHazard}};
    const char* units[] = {"m", "s", "s", "m/s", ""};
    for (std::size_t k = 0; k < std::size(parts); ++k)
      if (auto fine = raster(parts[k].first, units[k], [&](int i, int j) { return parts[k].second->at(i, j); }); !fine)
        return fine;
    return raster("arrival", "s", [&](int i, int j) {
      const double at = static_cast<double>(r.arrival.at(i, j));
      return at < 0 ? std::numeric_limits<double>::quiet_NaN() : at;
    });
  }

  [[nodiscard]] Json summary(double seconds) const {
    const Volumes v = solver_.volumes();
    const double cell = scenario_.terrain.dx * scenario_.terrain.dy;
    long flooded = 0;
    double deepest = 0;
    for (int j = 0; j < scenario_.ground.rows; ++j)
      for (int i = 0; i < scenario_.ground.columns; ++i) {
        const double most = static_cast<double>(solver_.records().maximumDepth.at(i, j));
        flooded += most >= scenario_.numerics.thresholdM ? 1 : 0;
        deepest = std::max(deepest, most);
      }
    return {{"time_s", solver_.time()},
            {"steps", solver_.steps()},
            {"wall_s", seconds},
            {"cell_updates", solver_.cellUpdates()},
            {"cells", scenario_.ground.columns * static_cast<long>(scenario_.ground.rows)},
            {"memory_bytes", solver_.bytes()},
            {"flooded_area_m2", static_cast<double>(flooded) * cell},
            {"deepest_m", deepest},
            {"volume_m3",
             {{"initial", v.initial},
              {"stored", v.stored},
              {"rained", v.rained},
              {"sprung", v.sprung},
              {"entered", v.entered},
              {"left", v.left},
              {"infiltrated", v.infiltrated},
              {"drained", v.drained},
              {"error", v.error()}}},
            {"mass_error", v.received() > 0 ? std::abs(v.error()) / v.received() : 0.0}};
  }

  const Scenario& scenario_;
  Solver<Real> solver_;
  std::filesystem::path out_;
};

template <class Real>
Result<Json> runWith(const Scenario& scenario, const std::filesystem::path& out, const std::stop_token& stop,
                     const ModelProgram::Progress& progress) {
  auto solver = Solver<Real>::make(scenario.terrain, scenario.forcing, scenario.numerics);
  if (!solver) return failure(solver.error());
  return Run<Real>(scenario, std::move(*solver), out).toTheEnd(stop, progress);
}

Result<Json> run(const SettingValues& values, const std::filesystem::path& out, const std::stop_token& stop,
                 const ModelProgram::Progress& progress) {
  const auto scenario = scenarioFrom(values);
  if (!scenario) return failure(scenario.error());
  std::error_code fault;
  std::filesystem::create_directories(out, fault);
  if (fault)
    return failure(ErrorCode::io, {"the folder " + out.string() + " cannot be made: " + fault.message(),
                                   "无法创建文件夹 " + out.string() + "：" + fault.message()});
  auto summary = scenario->single ? runWith<float>(*scenario, out, stop, progress)
                                  : runWith<double>(*scenario, out, stop, progress);
  if (!summary) return summary;
  (*summary)["settings"] = values.json();
  std::ofstream file(out / "summary.json");
  file << summary->dump(2) << '\n';
  if (!file.flush()) return failure(ErrorCode::io, {"the summary cannot be written", "无法写入结果摘要"});
  return summary;
}

}  // namespace
}  // namespace flood

const ModelProgram& floodProgram() {
  static const ModelProgram program{
      "flood", {"flood: shallow water over terrain", "洪水：二维浅水模型"}, flood::floodSettings(), flood::run};
  return program;
}

}  // namespace fengsui
