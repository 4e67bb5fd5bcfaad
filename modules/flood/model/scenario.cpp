// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "csvrows.h"
#include "damwater.h"
#include "inputs.h"
#include "structuresfile.h"

namespace fengsui::flood {
namespace {

constexpr double perMmPerHour = 1 / 3.6e6;

Outcome readStart(Inputs& reader, Scenario& out) {
  const auto& values = reader.values();
  if (values.said("initial.depth") && values.said("initial.level"))
    return settingFailure("initial.level", values.text("initial.level"),
                          {"the start is given twice, as depth and as level", "初始水深与初始水位重复给定"});
  auto depth = reader.numbers("initial.depth", values.text("initial.depth"));
  if (!depth) return failure(depth.error());
  out.depth = std::move(*depth);
  auto level = reader.numbers("initial.level", values.text("initial.level"));
  if (!level) return failure(level.error());
  for (std::size_t k = 0; k < level->size(); ++k) out.depth.push_back(std::max(0.0, (*level)[k] - out.terrain.bed[k]));
  for (double& h : out.depth)
    if (std::isnan(h)) h = 0;
  const std::string& velocity = values.text("initial.velocity");
  if (velocity.empty()) return {};
  const CsvRow parts = partsOf(velocity);
  if (parts.size() != 2)
    return settingFailure("initial.velocity", velocity,
                          {"two values with a comma are wanted: U,V", "应为以逗号分隔的两个值：U,V"});
  auto u = reader.numbers("initial.velocity", parts[0]);
  if (!u) return failure(u.error());
  auto v = reader.numbers("initial.velocity", parts[1]);
  if (!v) return failure(v.error());
  out.u = std::move(*u);
  out.v = std::move(*v);
  for (double& one : out.u)
    if (std::isnan(one)) one = 0;
  for (double& one : out.v) one = std::isnan(one) ? 0 : -one;
  return {};
}

Outcome readForcing(Inputs& reader, Scenario& out) {
  const auto& values = reader.values();
  static const char* sides[] = {"boundary.west", "boundary.east", "boundary.north", "boundary.south"};
  for (std::size_t k = 0; k < 4; ++k) {
    auto boundary = reader.boundary(sides[k]);
    if (!boundary) return failure(boundary.error());
    out.forcing.boundaries[k] = std::move(*boundary);
  }
  out.forcing.openHoles = values.text("holes") == "open";
  auto rain = reader.series("rain", values.text("rain"), perMmPerHour);
  if (!rain) return failure(rain.error());
  out.forcing.rain.rate = std::move(*rain);
  if (values.said("rain.rasters")) {
    const auto rows = csvRows("rain.rasters", values.text("rain.rasters"), 2);
    if (!rows) return failure(rows.error());
    for (const CsvRow& row : *rows) {
      const double from = *plainNumber(row[0]);
      if (!out.forcing.rain.frames.empty() && from <= out.forcing.rain.frames.back().fromS)
        return settingFailure("rain.rasters", row[0], {"the times do not ascend", "时间未递增"});
      const auto cells = reader.whole("rain.rasters", reader.beside(values.text("rain.rasters"), row[1]));
      if (!cells) return failure(cells.error());
      Rain::Frame frame{from, {}};
      frame.rate.reserve(cells->size());
      for (const double value : *cells)
        frame.rate.push_back(std::isnan(value) ? 0.0F : static_cast<float>(value * perMmPerHour));
      out.forcing.rain.frames.push_back(std::move(frame));
    }
  }
  auto& soil = out.forcing.infiltration;
  const std::string& kind = values.text("infiltration");
  using Kind = Infiltration::Kind;
  soil.kind = kind == "constant"       ? Kind::constant
              : kind == "curve-number" ? Kind::curveNumber
              : kind == "green-ampt"   ? Kind::greenAmpt
                                       : Kind::none;
  soil.initialShare = values.number("infiltration.initial");
  soil.suctionHeadM = values.number("infiltration.suction");
  soil.moistureDeficit = values.number("infiltration.deficit");
  const auto take = [&](std::string_view setting, double factor, Property& into) -> Outcome {
    auto property = reader.property(setting, factor);
    if (!property) return failure(property.error());
    into = std::move(*property);
    return {};
  };
  if (auto fine = take("infiltration.rate", perMmPerHour, soil.rate); !fine) return fine;
  if (auto fine = take("infiltration.curve", 1, soil.curveNumber); !fine) return fine;
  if (auto fine = take("drainage", perMmPerHour, out.forcing.drainage); !fine) return fine;
  if (auto fine = take("friction", 1, out.forcing.manning); !fine) return fine;
  if (values.said("structures")) {
    auto structures = readStructures(reader, "structures", out.ground);
    if (!structures) return failure(structures.error());
    out.forcing.structures = std::move(*structures);
  }
  auto springs = damWater(reader, out.ground);
  if (!springs) return failure(springs.error());
  out.forcing.inflows = std::move(*springs);
  if (!values.said("inflows")) return {};
  const auto rows = csvRows("inflows", values.text("inflows"), 3);
  if (!rows) return failure(rows.error());
  for (const CsvRow& row : *rows) {
    auto series = reader.series("inflows", reader.beside(values.text("inflows"), row[2]), 1);
    if (!series) return failure(series.error());
    const auto cell = reader.cellAt("inflows", row[0], row[1]);
    if (!cell) return failure(cell.error());
    out.forcing.inflows.push_back({row[0] + "," + row[1], {*cell}, std::move(*series)});
  }
  return {};
}

void readNumerics(const SettingValues& values, Scenario& out) {
  out.numerics.order = static_cast<int>(values.number("order"));
  out.numerics.threads = static_cast<int>(values.number("threads"));
  out.numerics.localSteps = values.text("steps") == "local";
  out.numerics.courant = values.number("courant");
  out.numerics.longestStepS = values.number("step.most");
  out.numerics.dryDepthM = values.number("depth.dry");
  out.numerics.steepestSlope = values.number("slope.most");
  out.numerics.thresholdM = values.number("threshold");
  out.numerics.debrisFactor = values.number("debris");
  out.single = values.text("precision") == "float";
  out.durationS = values.number("duration");
  out.coarseFactor = static_cast<int>(values.number("coarse"));
  out.saveEveryS = values.number("save.every");
  out.gaugesEveryS = values.number("gauges.every");
  if (out.gaugesEveryS <= 0) out.gaugesEveryS = out.saveEveryS > 0 ? out.saveEveryS : out.durationS / 200;
  out.framesEveryS = values.number("frames.every");
  if (out.framesEveryS <= 0) out.framesEveryS = std::max(60.0, out.durationS / 72);
  out.rastersOverTime = values.text("rasters") == "all";
}

Outcome readDurations(const SettingValues& values, Scenario& out) {
  const std::string& written = values.text("durations");
  if (written.empty()) return {};
  constexpr std::size_t most = 8;
  std::istringstream parts(written);
  for (std::string part; std::getline(parts, part, ',');) {
    const auto depth = plainNumber(part);
    if (!depth || *depth < 0.001 || *depth > 100 || out.numerics.durationsM.size() == most)
      return settingFailure("durations", written,
                            {"depths are up to 8 numbers from 0.001 to 100 m with commas between, as in 0.27,0.6,1",
                             "水深应为至多 8 个 0.001 至 100 米之间的数，以英文逗号分隔，如 0.27,0.6,1"});
    out.numerics.durationsM.push_back(*depth);
  }
  return {};
}

Outcome readPlaces(Inputs& reader, Scenario& out) {
  const auto& values = reader.values();
  if (values.said("gauges")) {
    const auto rows = csvRows("gauges", values.text("gauges"), 2);
    if (!rows) return failure(rows.error());
    for (const CsvRow& row : *rows) {
      const auto cell = reader.cellAt("gauges", row[0], row[1]);
      if (!cell) return failure(cell.error());
      out.gauges.push_back({*plainNumber(row[0]), *plainNumber(row[1]), cell->first, cell->second});
    }
  }
  if (!values.said("sections")) return {};
  const auto rows = csvRows("sections", values.text("sections"), 4);
  if (!rows) return failure(rows.error());
  for (const CsvRow& row : *rows) {
    const auto from = reader.cellAt("sections", row[0], row[1]), to = reader.cellAt("sections", row[2], row[3]);
    if (!from) return failure(from.error());
    if (!to) return failure(to.error());
    const Raster& g = out.ground;
    const std::string name = row.size() > 4 && !row[4].empty() ? row[4] : std::to_string(out.sections.size() + 1);
    const auto column = [&](const std::string& x) { return (*plainNumber(x) - g.west) / g.cellWidth; };
    const auto line = [&](const std::string& y) { return (g.north - *plainNumber(y)) / g.cellHeight; };
    out.sections.push_back(
        {name, facesAlong(out.terrain.shape, {column(row[0]), line(row[1])}, {column(row[2]), line(row[3])})});
    if (out.sections.back().faces.empty())
      return settingFailure("sections", name, {"the section is shorter than a cell", "断面短于一个网格"});
  }
  return {};
}

// Elevations over a terrain that is narrower than it is high: the cells are in degrees and nobody said so.
Outcome checkSize(const Raster& ground) {
  if (!ground.crs.empty() || ground.cellWidth >= 0.01) return {};
  double lowest = 1e300, highest = -1e300;
  for (const double z : ground.values) {
    if (std::isnan(z)) continue;
    lowest = std::min(lowest, z);
    highest = std::max(highest, z);
  }
  if (highest - lowest <= ground.cellWidth * ground.columns) return {};
  return settingFailure("dem", {},
                        {"the terrain is higher than it is wide; its cells seem to be in degrees and the file does not "
                         "name a coordinate system",
                         "地形高差大于其宽度，网格似以度为单位而文件未注明坐标系"},
                        {"assign the coordinate system, for example gdal_translate -a_srs EPSG:4326",
                         "请先注明坐标系，例如 gdal_translate -a_srs EPSG:4326"});
}

}  // namespace

Result<Scenario> scenarioFrom(const SettingValues& values) {
  if (!values.said("dem"))
    return settingFailure("dem", {}, {"the terrain is missing", "缺少地形"}, {"dem=FILE.tif", "dem=文件.tif"});
  auto ground = readRaster(values.text("dem"));
  if (!ground) {
    Error error = ground.error();
    error.place.field = "dem";
    return failure(error);
  }
  Scenario out;
  out.ground = std::move(*ground);
  if (auto fine = checkSize(out.ground); !fine) return failure(fine.error());
  out.terrain = {{out.ground.columns, out.ground.rows}, out.ground.cellWidth, out.ground.cellHeight, out.ground.values};
  Inputs reader(floodSettings(), values, out.ground);
  reader.used("dem", values.text("dem"));
  if (auto fine = readStart(reader, out); !fine) return failure(fine.error());
  if (auto fine = readForcing(reader, out); !fine) return failure(fine.error());
  readNumerics(values, out);
  if (auto fine = readDurations(values, out); !fine) return failure(fine.error());
  if (auto fine = readPlaces(reader, out); !fine) return failure(fine.error());
  out.files = reader.files();
  return out;
}

}  // namespace fengsui::flood
