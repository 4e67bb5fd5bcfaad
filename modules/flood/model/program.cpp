// SPDX-License-Identifier: GPL-3.0-or-later
// A flood run from settings to files.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <limits>
#include <system_error>

#include "coarsen.h"
#include "mapframes.h"
#include "program.h"
#include "provenance.h"
#include "resultfolder.h"
#include "results.h"

namespace fengsui::flood {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

tl::unexpected<Error> stopped() {
  return failure(ErrorCode::refused, {"the run was stopped; its results are not complete", "运行已停止，结果不完整"});
}

template <class Real>
Result<Json> toTheEnd(const Scenario& scenario, const std::filesystem::path& folder, const std::stop_token& stop,
                      const FramesHeader& header, const TellShare& progress) {
  auto made = Solver<Real>::make(scenario.terrain, scenario.forcing, scenario.numerics);
  if (!made) return failure(made.error());
  Solver<Real> solver = std::move(*made);
  if (auto begun = solver.start(scenario.depth, scenario.u, scenario.v); !begun) return failure(begun.error());
  Results<Real> results(scenario, solver, folder);
  auto frames = MapFrames::begin(scenario.ground, folder, header);
  if (!frames) return failure(frames.error());
  const double end = scenario.durationS;
  const double often = scenario.gaugesEveryS;
  const double rarely = scenario.rastersOverTime && scenario.saveEveryS > 0 ? scenario.saveEveryS : never;
  // Without a place on the map there are no frames to stop for.
  const double shown = *frames ? scenario.framesEveryS : never;
  long told = 0, saved = 0, painted = 0;
  const auto following = [&](long count, double every) {
    return std::isfinite(every) ? static_cast<double>(count) * every : end;
  };
  while (true) {
    if (stop.stop_requested()) return stopped();
    const double time = solver.time();
    const bool over = time >= end;
    if (time >= following(told, often) || over) {
      results.writeRows();
      ++told;
    }
    if (over || (std::isfinite(rarely) && time >= following(saved, rarely))) {
      if (auto fine = results.saveFrame(stop); !fine) return failure(fine.error());
      ++saved;
    }
    if (*frames && (time >= following(painted, shown) || over)) {
      if (auto fine = (*frames)->add(time, solver.depth()); !fine) return failure(fine.error());
      ++painted;
    }
    if (progress) progress(time / end, time);
    if (over) break;
    // Never longer than a hundredth, so that progress is heard of.
    const double next =
        std::min({end, following(told, often), following(saved, rarely), following(painted, shown), time + end / 100});
    if (!solver.advance(next, stop)) return stopped();
  }
  if (auto fine = results.closeRows(); !fine) return failure(fine.error());
  if (auto fine = results.saveRecords(stop); !fine) return failure(fine.error());
  if (stop.stop_requested()) return stopped();
  if (*frames)
    if (auto fine = (*frames)->end(end, solver.records().maximumDepth); !fine) return failure(fine.error());
  return results.summary();
}

// One run with its folder and its summary.
Result<Json> leaveIn(const std::filesystem::path& folder, const Scenario& scenario, const SettingValues& values,
                     const FramesHeader& header, const std::stop_token& stop, const TellShare& progress) {
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  if (fault)
    return failure(ErrorCode::io, {"the folder " + folder.string() + " cannot be made: " + fault.message(),
                                   "无法创建文件夹 " + folder.string() + "：" + fault.message()});
  const auto begin = std::chrono::steady_clock::now();
  auto summary = scenario.single ? toTheEnd<float>(scenario, folder, stop, header, progress)
                                 : toTheEnd<double>(scenario, folder, stop, header, progress);
  if (!summary) return summary;
  (*summary)["wall_s"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  (*summary)["provenance"] = provenanceOf(scenario, values);
  (*summary)["caveats"] = caveatsOf(scenario, (*summary)["mass_error"].get<double>());
  std::ofstream file(folder / "summary.json");
  file << summary->dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  if (!file.flush())
    return failure(ErrorCode::io, {"the summary cannot be written in " + folder.string(),
                                   "无法在 " + folder.string() + " 写入结果摘要"});
  return summary;
}

// Everything that the run reads, also what does not change what it computes.
std::vector<InputFile> filesOf(const Scenario& scenario, const SettingValues& values) {
  std::vector<InputFile> out = scenario.files;
  for (const char* setting : {"gauges", "sections", "inflows", "rain.rasters"})
    if (values.said(setting)) out.push_back({setting, values.text(setting)});
  return out;
}

}  // namespace

Result<Json> runFlood(const SettingValues& values, const std::filesystem::path& folder, const FramesHeader& header,
                      const std::stop_token& stop, const TellShare& progress, const TellCoarse& coarse) {
  const auto scenario = scenarioFrom(values);
  if (!scenario) return failure(scenario.error());
  // The summary is written last: results without one are those of a run that did not end.
  const auto inputs = filesOf(*scenario, values);
  for (const auto& place : {folder, folder / kCoarseFolder})
    if (auto clear = clearForResults(place, inputs); !clear) return failure(clear.error());
  double done = 0;
  if (const int factor = scenario->coarseFactor; factor > 1) {
    // Cells and steps are fewer by that factor in each direction.
    done = 1.0 / (1 + static_cast<double>(factor) * factor * factor);
    const auto first = leaveIn(folder / kCoarseFolder, coarsened(*scenario, factor), values, header, stop,
                               [&](double share, double computedS) {
                                 if (progress) progress(done * share, computedS);
                               });
    if (!first) return first;
    if (coarse) coarse(*first);
  }
  return leaveIn(folder, *scenario, values, header, stop, [&](double share, double computedS) {
    if (progress) progress(done + (1 - done) * share, computedS);
  });
}

}  // namespace fengsui::flood
