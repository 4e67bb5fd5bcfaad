// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <optional>

namespace fengsui::flood {
namespace {

constexpr double perMmPerHour = 1 / 3.6e6;

using Row = std::vector<std::string>;

std::string trimmed(std::string text) {
  const auto blank = " \t\r\n\"";
  text.erase(0, std::min(text.find_first_not_of(blank), text.size()));
  const auto last = text.find_last_not_of(blank);
  text.erase(last == std::string::npos ? 0 : last + 1);
  return text;
}

Row cellsOf(const std::string& line) {
  Row out;
  std::size_t from = 0;
  while (from <= line.size()) {
    const auto comma = std::min(line.find(',', from), line.size());
    out.push_back(trimmed(line.substr(from, comma - from)));
    from = comma + 1;
  }
  return out;
}

// The rows of a CSV whose first two cells are numbers, or whose first is; a heading and comments are passed over.
Result<std::vector<Row>> csvRows(std::string_view setting, const std::string& file, std::size_t cells) {
  std::ifstream stream(file);
  if (!stream) return settingFailure(setting, file, {"the file cannot be opened", "无法打开文件"});
  std::vector<Row> out;
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (trimmed(line).empty() || line[0] == '#') continue;
    Row row = cellsOf(line);
    const bool heading = !plainNumber(row[0]);
    if (heading && out.empty()) continue;
    if (heading || row.size() < cells) {
      Error error =
          settingFailure(setting, file,
                         {"a line does not have " + std::to_string(cells) + " values that begin with a number",
                          "某行不是以数字开头的 " + std::to_string(cells) + " 个值"})
              .value();
      error.place.file = file;
      error.place.line = number;
      return failure(error);
    }
    out.push_back(std::move(row));
  }
  if (out.empty()) return settingFailure(setting, file, {"the file has no rows of numbers", "文件中没有数值行"});
  return out;
}

Result<Series> seriesFrom(std::string_view setting, const std::string& text, double factor) {
  if (const auto number = plainNumber(text)) return Series(*number * factor);
  const auto rows = csvRows(setting, text, 2);
  if (!rows) return failure(rows.error());
  std::vector<std::pair<double, double>> points;
  for (const Row& row : *rows) {
    const auto value = plainNumber(row[1]);
    if (!value) return settingFailure(setting, row[1], {"this is not a number", "不是数字"});
    points.emplace_back(*plainNumber(row[0]), *value * factor);
  }
  return Series(std::move(points));
}

struct Reader {
  const SettingValues& values;
  const Raster& ground;

  Result<std::vector<double>> rasterAt(std::string_view setting, const std::string& file) const {
    auto raster = readRaster(file);
    if (!raster) {
      Error error = raster.error();
      error.place.field = setting;
      return failure(error);
    }
    if (!raster->coincidesWith(ground))
      return settingFailure(setting, file,
                            {"the raster does not lie on the cells of the terrain", "栅格与地形网格不重合"},
                            {"warp it to the terrain's extent and cell size", "请重采样到地形的范围与网格"});
    return std::move(raster->values);
  }

  Result<std::vector<double>> numbers(std::string_view setting, const std::string& text) const {
    if (text.empty()) return std::vector<double>{};
    if (const auto number = plainNumber(text)) return std::vector<double>(ground.values.size(), *number);
    return rasterAt(setting, text);
  }

  Result<Property> property(std::string_view setting, double factor) const {
    const std::string& text = values.text(setting);
    Property out;
    if (const auto number = plainNumber(text)) {
      out.uniform = *number * factor;
      return out;
    }
    if (text.empty()) return out;
    const auto cells = rasterAt(setting, text);
    if (!cells) return failure(cells.error());
    out.cells.reserve(cells->size());
    for (std::size_t k = 0; k < cells->size(); ++k) {
      const double value = (*cells)[k];
      if (std::isnan(value) && !std::isnan(ground.values[k]))
        return settingFailure(setting, text, {"the raster has no value where there is terrain", "栅格在有地形处缺值"});
      out.cells.push_back(std::isnan(value) ? (factor == 1 ? 1.0F : 0.0F) : static_cast<float>(value * factor));
    }
    return out;
  }

  Result<Boundary> boundary(std::string_view setting) const {
    const std::string& text = values.text(setting);
    const auto colon = text.find(':');
    const std::string word = text.substr(0, colon);
    Boundary out;
    using Kind = Boundary::Kind;
    static const std::pair<const char*, Kind> words[] = {
        {"wall", Kind::wall},   {"open", Kind::open},           {"fall", Kind::fall},        {"level", Kind::level},
        {"depth", Kind::depth}, {"discharge", Kind::discharge}, {"unitflow", Kind::unitFlow}};
    const auto* found =
        std::find_if(std::begin(words), std::end(words), [&](const auto& w) { return word == w.first; });
    const bool bare = found != std::end(words) && found - words < 3;
    if (found == std::end(words) || bare != (colon == std::string::npos))
      return settingFailure(setting, text, {"this is no boundary", "不是边界条件"},
                            {"wall, open, fall, level:V, depth:V, discharge:V or unitflow:V",
                             "wall、open、fall、level:V、depth:V、discharge:V 或 unitflow:V"});
    out.kind = found->second;
    if (bare) return out;
    auto series = seriesFrom(setting, text.substr(colon + 1), 1);
    if (!series) return failure(series.error());
    out.value = std::move(*series);
    return out;
  }

  std::optional<std::pair<int, int>> cellAt(double x, double y) const {
    const double i = std::floor((x - ground.west) / ground.cellWidth),
                 j = std::floor((ground.north - y) / ground.cellHeight);
    if (!(i >= 0 && j >= 0 && i < ground.columns && j < ground.rows)) return std::nullopt;
    return std::pair{static_cast<int>(i), static_cast<int>(j)};
  }
};

Outcome readStart(const Reader& reader, Scenario& out) {
  const auto& values = reader.values;
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
  const Row parts = cellsOf(velocity);
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

Outcome readForcing(const Reader& reader, Scenario& out) {
  const auto& values = reader.values;
  static const char* sides[] = {"boundary.west", "boundary.east", "boundary.north", "boundary.south"};
  for (std::size_t k = 0; k < 4; ++k) {
    auto boundary = reader.boundary(sides[k]);
    if (!boundary) return failure(boundary.error());
    out.forcing.boundaries[k] = std::move(*boundary);
  }
  auto rain = seriesFrom("rain", values.text("rain"), perMmPerHour);
  if (!rain) return failure(rain.error());
  out.forcing.rain.rate = std::move(*rain);
  if (values.said("rain.rasters")) {
    const auto rows = csvRows("rain.rasters", values.text("rain.rasters"), 2);
    if (!rows) return failure(rows.error());
    for (const Row& row : *rows) {
      const auto cells = reader.rasterAt("rain.rasters", row[1]);
      if (!cells) return failure(cells.error());
      Rain::Frame frame{*plainNumber(row[0]), {}};
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
  if (!values.said("inflows")) return {};
  const auto rows = csvRows("inflows", values.text("inflows"), 3);
  if (!rows) return failure(rows.error());
  for (const Row& row : *rows) {
    auto series = seriesFrom("inflows", row[2], 1);
    if (!series) return failure(series.error());
    const auto y = plainNumber(row[1]);
    const auto cell = y ? reader.cellAt(*plainNumber(row[0]), *y) : std::nullopt;
    if (!cell)
      return settingFailure("inflows", row[0] + "," + row[1],
                            {"the point lies outside the terrain", "点位在地形范围之外"});
    out.forcing.inflows.push_back({row[0] + "," + row[1], {*cell}, std::move(*series)});
  }
  return {};
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
  out.terrain = {{out.ground.columns, out.ground.rows}, out.ground.cellWidth, out.ground.cellHeight, out.ground.values};
  const Reader reader{values, out.ground};
  if (auto fine = readStart(reader, out); !fine) return failure(fine.error());
  if (auto fine = readForcing(reader, out); !fine) return failure(fine.error());
  out.numerics.order = static_cast<int>(values.number("order"));
  out.numerics.threads = static_cast<int>(values.number("threads"));
  out.numerics.courant = values.number("courant");
  out.numerics.longestStepS = values.number("step.most");
  out.numerics.dryDepthM = values.number("depth.dry");
  out.numerics.steepestSlope = values.number("slope.most");
  out.numerics.thresholdM = values.number("threshold");
  out.numerics.debrisFactor = values.number("debris");
  out.single = values.text("precision") == "float";
  out.durationS = values.number("duration");
  out.saveEveryS = values.number("save.every");
  out.gaugesEveryS = values.number("gauges.every");
  if (out.gaugesEveryS <= 0) out.gaugesEveryS = out.saveEveryS > 0 ? out.saveEveryS : out.durationS / 200;
  if (values.said("gauges")) {
    const auto rows = csvRows("gauges", values.text("gauges"), 2);
    if (!rows) return failure(rows.error());
    for (const Row& row : *rows) {
      const auto x = plainNumber(row[0]), y = plainNumber(row[1]);
      const auto cell = y ? reader.cellAt(*x, *y) : std::nullopt;
      if (!cell)
        return settingFailure("gauges", row[0] + "," + row[1],
                              {"the gauge lies outside the terrain", "测点在地形范围之外"});
      out.gauges.push_back({*x, *y, cell->first, cell->second});
    }
  }
  return out;
}

}  // namespace fengsui::flood
