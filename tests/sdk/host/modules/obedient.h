// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sdk/hazardmodule.h"

namespace fengsui {

/// The least that a module says, and a run that leaves one frame of nine cells: modules for tests start from it.
class ObedientModule : public HazardModule {
 public:
  explicit ObedientModule(std::string_view name) : name_(name) {}

  [[nodiscard]] std::string_view name() const override { return name_; }
  [[nodiscard]] Text title() const override { return {"a module for tests", "测试模块"}; }
  [[nodiscard]] std::string_view version() const override { return "1.0"; }
  [[nodiscard]] std::vector<std::string> hazards() const override { return {"flood"}; }
  [[nodiscard]] std::span<const Setting> settings() const override {
    static constexpr Setting table[] = {
        {"duration", Setting::Form::number, "s", 1, 100'000, "600", {}, "how long", "时长"},
        {"how", Setting::Form::choice, {}, 0, 0, "well", kHows, "how it behaves", "行为"},
    };
    return table;
  }
  [[nodiscard]] Result<std::vector<ScenarioProposal>> propose(const Surroundings&) const override {
    return std::vector<ScenarioProposal>{};
  }
  [[nodiscard]] std::vector<Observation> thresholds(const Surroundings&) const override { return {}; }
  [[nodiscard]] Result<Forecast> run(const RunRequest& request, const std::stop_token&,
                                     const TellProgress& tell) const override {
    return leave(request, tell, 30);
  }
  [[nodiscard]] ExposureRules exposureRules() const override { return {{{"", {{"wet", 0.15, {"wet", "湿"}}}}}}; }
  [[nodiscard]] std::vector<Observation> inPlanWords(const Exposure&, const Surroundings&) const override { return {}; }

 protected:
  static constexpr const char* kHows = "well|throw|throw-text|memory|crash|hang|outside|chat|random|slow-stop";

  /// Two frames of which the middle cell has so many counts.
  [[nodiscard]] Result<Forecast> leave(const RunRequest& request, const TellProgress& tell, std::uint16_t depth) const {
    FramesHeader header;
    header.layer = {"depth", "water depth", "水深", "m", 0.01, "water", {}};
    header.grid = {3, 3, 12'980'000, 4'910'000, 100};
    header.start = request.around.now;
    header.made = std::string(name_);
    auto writer = FramesWriter::create(request.out / "depth.frames", header);
    if (!writer) return failure(writer.error());
    FrameCounts counts(9);
    for (const std::int64_t ms : {0, 60'000}) {
      if (auto fine = writer->append(ms, counts); !fine) return failure(fine.error());
      counts[4] = depth;
      if (tell) tell({ms / 60'000.0, {"computing", "计算中"}});
    }
    Forecast out;
    out.module = name_;
    out.version = "1.0";
    out.start = request.around.now;
    out.durationMs = 60'000;
    out.frames = "depth.frames";
    out.confidence = {{"made up for a test", "测试数据"}};
    return out;
  }

 private:
  std::string_view name_;
};

}  // namespace fengsui
