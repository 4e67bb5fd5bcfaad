// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/labelboxes.h"

#include <qgslabelingresults.h>
#include <qgsmaprendererjob.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <tuple>

namespace fengsui::engine {
namespace {

constexpr int kRimPx = 3;  // the halo of a name
constexpr int kFarthest = 16'384;

}  // namespace

std::vector<std::vector<int>> labelBoxesOf(QgsMapRendererJob& job) {
  const std::unique_ptr<QgsLabelingResults> results(job.takeLabelingResults());
  if (!results) return {};
  const QgsMapToPixel toPixel = job.mapSettings().mapToPixel();
  std::map<std::tuple<QString, QString, QgsFeatureId, QString>, std::vector<int>> names;
  for (const QgsLabelPosition& label : results->allLabels()) {
    if (label.isUnplaced) continue;
    double left = kFarthest;
    double top = kFarthest;
    double right = -kFarthest;
    double bottom = -kFarthest;
    for (const QgsPointXY& corner : label.cornerPoints) {
      const QgsPointXY at = toPixel.transform(corner);
      left = std::min(left, at.x());
      right = std::max(right, at.x());
      top = std::min(top, at.y());
      bottom = std::max(bottom, at.y());
    }
    if (!(right > left && bottom > top)) continue;
    const auto px = [](double v) { return static_cast<int>(std::clamp(v, -1.0 * kFarthest, 1.0 * kFarthest)); };
    auto& boxes = names[{label.layerID, label.providerID, label.featureId, label.labelText}];
    boxes.insert(boxes.end(), {px(std::floor(left)) - kRimPx, px(std::floor(top)) - kRimPx,
                               px(std::ceil(right - left)) + 2 * kRimPx, px(std::ceil(bottom - top)) + 2 * kRimPx});
  }
  std::vector<std::vector<int>> all;
  all.reserve(names.size());
  for (auto& [name, boxes] : names)
    if (std::all_of(boxes.begin(), boxes.end(), [](int v) { return std::abs(v) <= kFarthest; }))
      all.push_back(std::move(boxes));
  return all;
}

}  // namespace fengsui::engine
