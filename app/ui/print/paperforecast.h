// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "sdk/hazardframes.h"
#include "ui/canvas/hazarddrawing.h"
#include "ui/print/papermap.h"

namespace fengsui {

/// A forecast looked through for paper: which of its moments tell the story, and the largest value of each cell.
///
/// Thread: any; slow (disk).
struct PaperForecast {
  FramesHeader header;
  std::vector<std::int64_t> afterMs;
  std::vector<std::size_t> painted;  ///< how many cells each frame paints
  FrameCounts most;

  /// @p maximum: the file with the largest values, which see what lies between frames; may be empty.
  /// Errors: those of FramesFile; of FrameColours.
  [[nodiscard]] static Result<PaperForecast> read(const FramesFile& frames, const std::filesystem::path& maximum);

  /// The last frame that is not later; the first one where all are.
  [[nodiscard]] std::size_t frameOf(Instant moment) const;
  /// The first one that paints anything; nothing where none does.
  [[nodiscard]] std::optional<std::size_t> firstWet() const;
  /// The one that paints most.
  [[nodiscard]] std::size_t widest() const;
};

/// Which frames tell the story in so many pictures: these, and between them those that leave the smallest gaps.
/// Ascending; fewer where there are fewer.
[[nodiscard]] std::vector<std::size_t> storyOf(const std::vector<std::int64_t>& afterMs,
                                               const std::vector<std::size_t>& these, std::size_t wanted);

/// Paints counts for a map on paper: in the colours of their classes, or in greys with a border around each class and
/// hatching that survives a copier. @p legend: HazardWords::legend of the same header.
/// Errors: those of FrameColours.
[[nodiscard]] Result<HazardDrawing> paintedFor(const PaperView& on, const FramesHeader& header,
                                               const FrameCounts& counts, HazardDrawing legend, bool grey);

/// What a class looks like in the legend.
void paintClassSwatch(QPainter& painter, const QRectF& box, const HazardDrawing& drawing, std::size_t index, bool grey);

}  // namespace fengsui
