// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <span>
#include <vector>

#include "core/result.h"
#include "sdk/hazardframes.h"

namespace fengsui {

/// The colour of every count that a frame can hold, by the classes of its layer: below the first class nothing is
/// painted.
///
/// Thread: any. Errors: invalid, naming the class, where the colours of a layer are none or its classes do not rise.
class FrameColours {
 public:
  [[nodiscard]] static Result<FrameColours> of(const HazardLayer& layer);

  /// The least count that is painted.
  [[nodiscard]] std::uint32_t firstCount() const { return firstCount_; }
  [[nodiscard]] QRgb of(std::uint16_t count) const { return table_[count]; }  ///< premultiplied
  /// One pixel a cell, the first row at the top. @return a null image where there is no memory for it.
  [[nodiscard]] QImage paint(const FrameGrid& grid, std::span<const std::uint16_t> counts) const;

 private:
  std::vector<QRgb> table_;
  std::uint32_t firstCount_ = 0;
};

/// "#RRGGBBAA" or "#RRGGBB"; an invalid colour for anything else.
[[nodiscard]] QColor rampColour(const std::string& text);

/// The image and its halves, each pixel the mean of four, as long as that is worth while: what is drawn smaller is
/// drawn from the one that fits. A cell without a partner is averaged with nothing.
[[nodiscard]] std::vector<QImage> withHalves(QImage image);

}  // namespace fengsui
