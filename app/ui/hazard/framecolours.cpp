// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hazard/framecolours.h"

#include <algorithm>
#include <cmath>

namespace fengsui {
namespace {

constexpr std::size_t kCounts = 65'536;
constexpr int kSmallest = 128;  // what is not larger is not halved

Error about(std::size_t number, const char* en, const char* zh) {
  const std::string which = std::to_string(number + 1);
  return {ErrorCode::invalid,
          {"class " + which + " of the hazard's colours " + en, "灾害配色第 " + which + " 级" + zh},
          {},
          {}};
}

/// The mean of four premultiplied pixels, two channels at a time.
QRgb meanOf(QRgb a, QRgb b, QRgb c, QRgb d) {
  constexpr QRgb kHalf = 0x00ff00ff;
  const QRgb low = (a & kHalf) + (b & kHalf) + (c & kHalf) + (d & kHalf) + 0x00020002;
  const QRgb high = ((a >> 8) & kHalf) + ((b >> 8) & kHalf) + ((c >> 8) & kHalf) + ((d >> 8) & kHalf) + 0x00020002;
  return ((low >> 2) & kHalf) | (((high >> 2) & kHalf) << 8);
}

const QRgb* lineOf(const QImage& image, int y) {
  return reinterpret_cast<const QRgb*>(image.constScanLine(y));
}

QImage half(const QImage& whole) {
  QImage out((whole.width() + 1) / 2, (whole.height() + 1) / 2, QImage::Format_ARGB32_Premultiplied);
  if (out.isNull()) return out;
  const std::vector<QRgb> nothing(static_cast<std::size_t>(whole.width()));
  const int pairs = whole.width() / 2;
  for (int y = 0; y < out.height(); ++y) {
    const QRgb* upper = lineOf(whole, 2 * y);
    const QRgb* lower = 2 * y + 1 < whole.height() ? lineOf(whole, 2 * y + 1) : nothing.data();
    auto* to = reinterpret_cast<QRgb*>(out.scanLine(y));
    for (int x = 0; x < pairs; ++x) to[x] = meanOf(upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]);
    if (pairs < out.width()) to[pairs] = meanOf(upper[2 * pairs], 0, lower[2 * pairs], 0);
  }
  return out;
}

}  // namespace

QColor rampColour(const std::string& text) {
  const bool long_ = text.size() == 9;
  if ((!long_ && text.size() != 7) || text.front() != '#') return {};
  bool good = false;
  const auto number = QByteArray::fromStdString(text.substr(1)).toUInt(&good, 16);
  if (!good) return {};
  const QRgb rgba = long_ ? number : (number << 8) | 0xffU;
  return QColor::fromRgba((rgba >> 8) | (rgba << 24));
}

Result<FrameColours> FrameColours::of(const HazardLayer& layer) {
  FrameColours out;
  out.table_.assign(kCounts, 0);
  out.firstCount_ = kCounts;
  for (std::size_t i = 0; i < layer.classes.size(); ++i) {
    const RampClass& one = layer.classes[i];
    const QColor colour = rampColour(one.colour);
    if (!colour.isValid()) return failure(about(i, "has no colour such as #2171B5C0", "没有 #2171B5C0 这样的颜色"));
    if (i > 0 && !(one.from > layer.classes[i - 1].from))
      return failure(about(i, "does not begin above the one before", "的起点不高于前一级"));
    // What lies on the border of a class belongs to it, whatever the division leaves behind the point. Nothing is never
    // painted.
    const double count = std::ceil(one.from / layer.step - 1e-6);
    const auto from = static_cast<std::size_t>(std::clamp(count, 1.0, static_cast<double>(kCounts)));
    if (i == 0) out.firstCount_ = static_cast<std::uint32_t>(from);
    std::fill(out.table_.begin() + static_cast<std::ptrdiff_t>(from), out.table_.end(), qPremultiply(colour.rgba()));
  }
  return out;
}

QImage FrameColours::paint(const FrameGrid& grid, std::span<const std::uint16_t> counts) const {
  QImage image(grid.columns, grid.rows, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull()) return image;
  const QRgb* table = table_.data();
  const auto columns = static_cast<std::size_t>(grid.columns);
  for (int row = 0; row < grid.rows; ++row) {
    const std::uint16_t* from = counts.data() + static_cast<std::size_t>(row) * columns;
    auto* to = reinterpret_cast<QRgb*>(image.scanLine(row));
    for (std::size_t i = 0; i < columns; ++i) to[i] = table[from[i]];
  }
  return image;
}

std::vector<QImage> withHalves(QImage image) {
  std::vector<QImage> out;
  while (!image.isNull()) {
    out.push_back(image);
    if (std::max(image.width(), image.height()) <= kSmallest) break;
    image = half(image);
  }
  return out;
}

}  // namespace fengsui
