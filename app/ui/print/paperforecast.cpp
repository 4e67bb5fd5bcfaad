// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/paperforecast.h"

#include <algorithm>
#include <cmath>

#include "ui/hazard/framecolours.h"

namespace fengsui {
namespace {

constexpr int kBorderDots = 2;
constexpr QRgb kBorder = 0xff000000;

/// From which count on each class is painted.
std::vector<std::uint32_t> startsOf(const HazardLayer& layer) {
  std::vector<std::uint32_t> out;
  for (const RampClass& one : layer.classes)
    out.push_back(static_cast<std::uint32_t>(std::clamp(std::ceil(one.from / layer.step - 1e-6), 1.0, 65'536.0)));
  return out;
}

int classOf(std::uint16_t count, const std::vector<std::uint32_t>& starts) {
  return static_cast<int>(std::upper_bound(starts.begin(), starts.end(), count) - starts.begin()) - 1;
}

// The deeper the darker, and every class with strokes of its own: a copier keeps strokes where it loses greys.
QRgb greyDot(int index, int classes, int x, int y) {
  const double share = classes < 2 ? 1 : static_cast<double>(index) / (classes - 1);
  const int paper = static_cast<int>(std::lround(235 - 205 * share));
  const int every = index == 0 ? 14 : index == 1 ? 9 : 12;
  const auto onStroke = [&](int along) { return ((along % every) + every) % every < 2; };
  const bool stroke = index == 0  ? onStroke(x + y) && onStroke(x - y)  // dots
                      : index % 2 ? onStroke(x + y)
                                  : onStroke(x + y) || onStroke(x - y);
  // Strokes are seen, and yet a deeper class is darker as a whole.
  const int ink = share > 0.7 ? paper + 50 : std::max(0, paper - 70);
  const int value = stroke ? ink : paper;
  const int alpha = 215;
  return qPremultiply(qRgba(value, value, value, alpha));
}

Result<HazardDrawing> inGreys(const PaperView& on, const FramesHeader& header, const FrameCounts& counts,
                              HazardDrawing out) {
  const FrameGrid& grid = header.grid;
  const auto starts = startsOf(header.layer);
  const QRectF part = on.view.extent() & out.extent;
  if (part.isEmpty()) return out;
  const double dot = on.view.metresPerPixel() / on.ratio();
  const int wide = static_cast<int>(std::ceil(part.width() / dot)),
            high = static_cast<int>(std::ceil(part.height() / dot));
  const double west = part.left(), north = part.top() + part.height();
  std::vector<int> classes(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high), -1);
  const auto at = [&](int x, int y) -> int& {
    return classes[static_cast<std::size_t>(y) * static_cast<std::size_t>(wide) + static_cast<std::size_t>(x)];
  };
  for (int y = 0; y < high; ++y) {
    const int row = static_cast<int>(std::floor((grid.north - north + (y + 0.5) * dot) / grid.cell));
    if (row < 0 || row >= grid.rows) continue;
    for (int x = 0; x < wide; ++x) {
      const int column = static_cast<int>(std::floor((west + (x + 0.5) * dot - grid.west) / grid.cell));
      if (column < 0 || column >= grid.columns) continue;
      at(x, y) = classOf(counts[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                                static_cast<std::size_t>(column)],
                         starts);
    }
  }
  QImage image(wide, high, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull())
    return failure(ErrorCode::full, {"there is no memory for a map of this size", "内存不足，无法生成该幅面的地图"});
  for (int y = 0; y < high; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < wide; ++x) {
      const int here = at(x, y);
      // The border belongs to the side that is worse.
      bool border = false;
      for (int d = 1; d <= kBorderDots && here >= 0 && !border; ++d)
        border = (x >= d && at(x - d, y) < here) || (x + d < wide && at(x + d, y) < here) ||
                 (y >= d && at(x, y - d) < here) || (y + d < high && at(x, y + d) < here);
      line[x] = here < 0 ? 0 : border ? kBorder : greyDot(here, static_cast<int>(starts.size()), x, y);
    }
  }
  out.levels = {image};
  out.northWest = {west, north};
  out.cell = dot;
  return out;
}

}  // namespace

Result<PaperForecast> PaperForecast::read(const FramesFile& frames, const std::filesystem::path& maximum) {
  PaperForecast out{frames.header(), frames.afterMs(), {}, {}};
  const auto colours = FrameColours::of(out.header.layer);
  if (!colours) return failure(colours.error());
  out.most.assign(out.header.grid.cells(), 0);
  for (std::size_t i = 0; i < out.afterMs.size(); ++i) {
    const auto counts = frames.read(i);
    if (!counts) return failure(counts.error());
    std::size_t wet = 0;
    for (std::size_t cell = 0; cell < counts->size(); ++cell) {
      wet += (*counts)[cell] >= colours->firstCount();
      out.most[cell] = std::max(out.most[cell], (*counts)[cell]);
    }
    out.painted.push_back(wet);
  }
  if (!maximum.empty())
    if (const auto file = FramesFile::open(maximum); file && file->header().grid == out.header.grid)
      for (std::size_t i = 0; i < file->afterMs().size(); ++i)
        if (const auto counts = file->read(i))
          for (std::size_t cell = 0; cell < counts->size(); ++cell)
            out.most[cell] = std::max(out.most[cell], (*counts)[cell]);
  return out;
}

std::size_t PaperForecast::frameOf(Instant moment) const {
  const auto after = std::upper_bound(afterMs.begin(), afterMs.end(), moment.ms - header.start.ms);
  return after == afterMs.begin() ? 0 : static_cast<std::size_t>(after - afterMs.begin()) - 1;
}

std::optional<std::size_t> PaperForecast::firstWet() const {
  const auto found = std::find_if(painted.begin(), painted.end(), [](std::size_t cells) { return cells > 0; });
  if (found == painted.end()) return std::nullopt;
  return static_cast<std::size_t>(found - painted.begin());
}

std::size_t PaperForecast::widest() const {
  return static_cast<std::size_t>(std::max_element(painted.begin(), painted.end()) - painted.begin());
}

std::vector<std::size_t> storyOf(const std::vector<std::int64_t>& afterMs, const std::vector<std::size_t>& these,
                                 std::size_t wanted) {
  std::vector<std::size_t> out = these;
  if (afterMs.empty()) return {};
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (out.empty()) out.push_back(0);
  while (out.size() < std::min(wanted, afterMs.size() - out.front())) {
    std::size_t after = 0, best = 0;
    std::int64_t widest = -1;
    for (std::size_t i = 0; i < out.size(); ++i) {
      // After the last one the story goes on to the end of the forecast.
      const bool last = i + 1 == out.size();
      const std::size_t to = last ? afterMs.size() - 1 : out[i + 1];
      if (last ? to == out[i] : to == out[i] + 1) continue;
      const std::int64_t gap = afterMs[to] - afterMs[out[i]];
      if (gap <= widest) continue;
      widest = gap;
      after = i;
      const std::int64_t middle = afterMs[out[i]] + gap / 2;
      best = out[i] + 1;
      for (std::size_t k = best; k < (last ? to + 1 : to); ++k)
        if (std::llabs(afterMs[k] - middle) < std::llabs(afterMs[best] - middle)) best = k;
    }
    if (widest < 0) break;
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(after) + 1, best);
  }
  return out;
}

Result<HazardDrawing> paintedFor(const PaperView& on, const FramesHeader& header, const FrameCounts& counts,
                                 HazardDrawing legend, bool grey) {
  if (grey) return inGreys(on, header, counts, std::move(legend));
  const auto colours = FrameColours::of(header.layer);
  if (!colours) return failure(colours.error());
  legend.levels = withHalves(colours->paint(header.grid, counts));
  return legend;
}

void paintClassSwatch(QPainter& p, const QRectF& box, const HazardDrawing& drawing, std::size_t index, bool grey) {
  const QRectF inner = box.adjusted(0, box.height() * 0.14, 0, -box.height() * 0.14);
  p.fillRect(inner, Qt::white);
  if (grey) {
    constexpr double kDot = 720 / 200.0;  // units of a page
    const int wide = static_cast<int>(inner.width() / kDot), high = static_cast<int>(inner.height() / kDot);
    QImage image(wide, high, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < high; ++y)
      for (int x = 0; x < wide; ++x)
        reinterpret_cast<QRgb*>(image.scanLine(y))[x] =
            greyDot(static_cast<int>(index), static_cast<int>(drawing.classes.size()), x, y);
    p.setRenderHint(QPainter::LosslessImageRendering);
    p.drawImage(inner, image);
  } else {
    p.fillRect(inner, drawing.classes[index].colour);
  }
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(Qt::black, 3));
  p.drawRect(inner);
}

}  // namespace fengsui
