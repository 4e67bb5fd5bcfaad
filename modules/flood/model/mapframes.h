// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "flood/model/scenario.h"
#include "gis/webgrid.h"
#include "sdk/hazardframes.h"

namespace fengsui::flood {

/// Water depth as the map paints it: classes by what they mean for people and cars.
///
/// Source: 15 and 27 cm are the lines of Beijing's underpasses (turn back, closed); 0.5 m: people lose their footing, 1
/// m and 2 m: storeys.
[[nodiscard]] HazardLayer depthLayer();

/// The frames of a run for the map: depth.frames and, at the end, depth_max.frames in the folder of the results.
///
/// Thread: one at a time; slow (disk). Errors: io, full.
class MapFrames {
 public:
  /// Nothing for terrain that does not say where on Earth it lies. @p start: the moment that is 0 s.
  [[nodiscard]] static Result<std::optional<MapFrames>> begin(const Raster& ground, const std::filesystem::path& folder,
                                                              const FramesHeader& header);

  template <class Real>
  [[nodiscard]] Outcome add(double timeS, const Field<Real>& depth) {
    return writer_.append(std::llround(timeS * 1000), counts(depth));
  }
  /// Depths cell by cell, row by row.
  [[nodiscard]] Outcome addCells(double timeS, const std::vector<float>& depth) {
    return writer_.append(std::llround(timeS * 1000), countsOf([&](int cell) {
                            return static_cast<double>(depth[static_cast<std::size_t>(cell)]);
                          }));
  }
  template <class Real>
  [[nodiscard]] Outcome end(double timeS, const Field<Real>& maximum) const {
    auto last = FramesWriter::create(folder_ / "depth_max.frames", header_);
    return last ? last->append(std::llround(timeS * 1000), counts(maximum)) : failure(last.error());
  }

 private:
  template <class Real>
  [[nodiscard]] FrameCounts counts(const Field<Real>& depth) const {
    return countsOf([&](int cell) { return static_cast<double>(depth.at(cell % columns_, cell / columns_)); });
  }
  template <class DepthOf>
  [[nodiscard]] FrameCounts countsOf(DepthOf depthOf) const {
    FrameCounts out(grid_->under.size());
    for (std::size_t i = 0; i < out.size(); ++i)
      if (const int cell = grid_->under[i]; cell >= 0)
        out[i] = static_cast<std::uint16_t>(std::clamp(depthOf(cell) / header_.layer.step + 0.5, 0.0, 65535.0));
    return out;
  }

  MapFrames(FramesWriter writer, FramesHeader header, std::shared_ptr<const WebGrid> grid, int columns,
            std::filesystem::path folder)
      : writer_(std::move(writer)),
        header_(std::move(header)),
        grid_(std::move(grid)),
        columns_(columns),
        folder_(std::move(folder)) {}

  FramesWriter writer_;
  FramesHeader header_;
  std::shared_ptr<const WebGrid> grid_;
  int columns_ = 0;
  std::filesystem::path folder_;
};

}  // namespace fengsui::flood
