// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/openroads.h"

#include "gis/roads/nodeorder.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

Text noteOf(const Error& error) {
  return {error.place.file + ": " + error.message.en, error.place.file + "：" + error.message.zh};
}

bool asItIs(const RoadLayerOptions& options) {
  return options.layer.empty() && options.crs.empty() && options.columns == RoadColumns() && options.classes.empty();
}

}  // namespace

Result<OpenedRoads> openRoads(std::shared_ptr<const RoadGraph> graph, const fs::path& orderFile,
                              const std::stop_token& stop) {
  OpenedRoads out;
  std::vector<std::uint32_t> ranks;
  if (!orderFile.empty()) {
    if (auto kept = readNodeOrder(orderFile, *graph)) {
      ranks = std::move(*kept);
      out.orderWasKept = true;
    } else if (kept.error().code != ErrorCode::notFound) {
      Error said = kept.error();
      said.message.en += "; it was made again";
      said.message.zh += "，已重新计算";
      out.notes.push_back(noteOf(said));
    }
  }
  auto network = RoadNetwork::of(graph, std::move(ranks), stop);
  if (!network) return failure(network.error());
  out.network = std::move(*network);
  if (!orderFile.empty() && !out.orderWasKept)
    if (const auto written = writeNodeOrder(orderFile, *graph, out.network.hierarchy->ranks()); !written)
      out.notes.push_back(noteOf(written.error()));
  return out;
}

Result<OpenedRoads> openRoads(const fs::path& file, const RoadLayerOptions& options, const std::stop_token& stop) {
  auto layer = readRoadLayer(file, options, stop);
  if (!layer) return failure(layer.error());
  const bool ofDistrict = file.filename() == "base.gpkg" && asItIs(options);
  auto roads = openRoads(layer->graph, ofDistrict ? file.parent_path() / kNodeOrderFile : fs::path(), stop);
  if (!roads) {
    Error error = roads.error();
    if (error.place.file.empty()) error.place.file = file.string();
    return failure(error);
  }
  roads->notes.insert(roads->notes.begin(), layer->notes.begin(), layer->notes.end());
  return roads;
}

}  // namespace fengsui
