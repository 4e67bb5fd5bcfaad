// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputs.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iomanip>
#include <sstream>

#include "csvrows.h"

namespace fengsui::flood {
namespace {

// A coordinate as exactly as the cells are small: whole metres on a map, centimetres in a flume.
std::string coordinate(const Raster& ground, double value) {
  const double smaller = std::min(ground.cellWidth, ground.cellHeight);
  const int digits = std::clamp(static_cast<int>(std::ceil(1 - std::log10(smaller))), 0, 6);
  std::ostringstream text;
  text << std::fixed << std::setprecision(digits) << value;
  return text.str();
}

std::string placeAt(const Raster& ground, std::size_t cell) {
  const auto columns = static_cast<std::size_t>(ground.columns);
  return "x " + coordinate(ground, ground.xOf(static_cast<int>(cell % columns))) + ", y " +
         coordinate(ground, ground.yOf(static_cast<int>(cell / columns)));
}

// "0:20 3600:5" as rows; none where it is anything else, such as the name of a file.
std::vector<CsvRow> pairsIn(const std::string& text) {
  std::vector<CsvRow> out;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const auto colon = word.find(':');
    if (colon == std::string::npos) return {};
    CsvRow row{word.substr(0, colon), word.substr(colon + 1)};
    if (!plainNumber(row[0]) || !plainNumber(row[1])) return {};
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

// A series in a file is bounded as the setting is; the parts of a boundary and of a list are bounded by the solver.
Outcome Inputs::checked(std::string_view setting, double value, const std::string& where) const {
  const auto found = std::find_if(table_.begin(), table_.end(), [&](const Setting& s) { return s.name == setting; });
  if (found == table_.end() || found->least >= found->most) return {};
  return inRange(*found, value, where);
}

std::string Inputs::beside(const std::string& csv, const std::string& name) {
  if (plainNumber(name)) return name;
  const std::filesystem::path path(name);
  if (path.is_absolute()) return name;
  const auto near = std::filesystem::path(csv).parent_path() / path;
  std::error_code fault;
  return std::filesystem::exists(near, fault) ? near.string() : name;
}

Result<Series> Inputs::series(std::string_view setting, const std::string& text, double factor) {
  if (const auto number = plainNumber(text)) return Series(*number * factor);
  const std::vector<CsvRow> pairs = pairsIn(text);
  std::error_code ignored;
  if (pairs.empty() && !std::filesystem::exists(text, ignored))
    return settingFailure(setting, text,
                          {"this is neither a number nor a file that is there", "既不是数值，也不是存在的文件"},
                          {"a number, pairs of time in s and value as in 0:2 3600:5, or a CSV of them",
                           "数值、形如 0:2 3600:5 的时间（秒）与值、或 CSV 文件"});
  const auto rows = pairs.empty() ? csvRows(setting, text, 2) : Result<std::vector<CsvRow>>(pairs);
  if (!rows) return failure(rows.error());
  if (pairs.empty()) used(setting, text);
  std::vector<std::pair<double, double>> points;
  for (const CsvRow& row : *rows) {
    const auto value = plainNumber(row[1]);
    if (!value) return settingFailure(setting, row[1], {"this is not a number", "不是数字"});
    const double time = *plainNumber(row[0]);
    if (!points.empty() && time < points.back().first)
      return settingFailure(setting, row[0], {"the times do not ascend", "时间未递增"});
    if (auto fine = checked(setting, *value, row[0] + " s"); !fine) return failure(fine.error());
    points.emplace_back(time, *value * factor);
  }
  return Series(std::move(points));
}

Result<std::vector<double>> Inputs::raster(std::string_view setting, const std::string& file) {
  auto raster = readRasterOnto(ground_, file);
  if (!raster) {
    Error error = raster.error();
    error.place.field = setting;
    return failure(error);
  }
  used(setting, file);
  if (std::all_of(raster->values.begin(), raster->values.end(), [](double value) { return std::isnan(value); }))
    return settingFailure(setting, file,
                          {"the raster has no value anywhere on the terrain", "栅格在地形范围内没有任何值"},
                          {"a raster that lies on the terrain", "栅格应与地形重叠"});
  for (std::size_t k = 0; k < raster->values.size(); ++k)
    if (!std::isnan(raster->values[k]))
      if (auto fine = checked(setting, raster->values[k], placeAt(ground_, k)); !fine) return failure(fine.error());
  return std::move(raster->values);
}

Result<std::vector<double>> Inputs::whole(std::string_view setting, const std::string& file) {
  auto cells = raster(setting, file);
  if (!cells) return cells;
  for (std::size_t k = 0; k < cells->size(); ++k)
    if (std::isnan((*cells)[k]) && !std::isnan(ground_.values[k])) {
      const std::string place = placeAt(ground_, k);
      return settingFailure(
          setting, file,
          {"the raster has no value at " + place + ", where there is terrain", "栅格在有地形处（" + place + "）缺值"},
          {"a raster that covers the whole terrain, or a smaller terrain", "栅格应覆盖整个地形，或缩小地形范围"});
    }
  return cells;
}

Result<std::vector<double>> Inputs::numbers(std::string_view setting, const std::string& text) {
  if (text.empty()) return std::vector<double>{};
  if (const auto number = plainNumber(text)) return std::vector<double>(ground_.values.size(), *number);
  return raster(setting, text);
}

Result<Property> Inputs::property(std::string_view setting, double factor) {
  const std::string& text = values_.text(setting);
  Property out;
  if (const auto number = plainNumber(text)) {
    out.uniform = *number * factor;
    return out;
  }
  if (text.empty()) return out;
  const auto cells = whole(setting, text);
  if (!cells) return failure(cells.error());
  out.cells.reserve(cells->size());
  // Where there is no terrain anything goes that the setting allows.
  for (const double value : *cells)
    out.cells.push_back(std::isnan(value) ? (factor == 1 ? 1.0F : 0.0F) : static_cast<float>(value * factor));
  return out;
}

Result<Boundary> Inputs::boundary(std::string_view setting) {
  const std::string& text = values_.text(setting);
  const auto colon = text.find(':');
  const std::string word = text.substr(0, colon);
  Boundary out;
  using Kind = Boundary::Kind;
  static const std::pair<const char*, Kind> words[] = {
      {"wall", Kind::wall},   {"open", Kind::open},           {"fall", Kind::fall},        {"level", Kind::level},
      {"depth", Kind::depth}, {"discharge", Kind::discharge}, {"unitflow", Kind::unitFlow}};
  const auto* found = std::find_if(std::begin(words), std::end(words), [&](const auto& w) { return word == w.first; });
  const bool bare = found != std::end(words) && found - words < 3;
  if (found == std::end(words) || bare != (colon == std::string::npos))
    return settingFailure(setting, text, {"this is no boundary", "不是边界条件"},
                          {"wall, open, fall, level:V, depth:V, discharge:V or unitflow:V",
                           "wall、open、fall、level:V、depth:V、discharge:V 或 unitflow:V"});
  out.kind = found->second;
  if (bare) return out;
  auto value = series(setting, text.substr(colon + 1), 1);
  if (!value) return failure(value.error());
  const double least = out.kind == Kind::level ? -12000 : 0;
  for (const auto& [time, number] : value->points())
    if (!(number >= least && number <= 1e6))
      return settingFailure(setting, text, {"the value is out of range", "数值超出范围"},
                            out.kind == Kind::level
                                ? Text{"a level from -12000 to 12000 m", "水位应在 -12000 至 12000 米之间"}
                                : Text{"0 or more", "应不小于 0"});
  out.value = std::move(*value);
  return out;
}

Result<std::pair<int, int>> Inputs::cellAt(std::string_view setting, const std::string& x, const std::string& y) const {
  const auto px = plainNumber(x), py = plainNumber(y);
  if (!px || !py) return settingFailure(setting, x + "," + y, {"this is no point", "不是坐标点"}, {"x,y", "x,y"});
  // A point on an edge belongs to the terrain, also where its digits were rounded.
  constexpr double rounded = 1e-6;
  const auto place = [](double at, int count) {
    return at >= -rounded && at <= count + rounded ? std::clamp(std::floor(at), 0.0, count - 1.0) : -1.0;
  };
  const double i = place((*px - ground_.west) / ground_.cellWidth, ground_.columns);
  const double j = place((ground_.north - *py) / ground_.cellHeight, ground_.rows);
  if (i >= 0 && j >= 0) return std::pair{static_cast<int>(i), static_cast<int>(j)};
  const auto text = [&](double value) { return coordinate(ground_, value); };
  const std::string box = text(ground_.west) + " – " + text(ground_.west + ground_.cellWidth * ground_.columns) + ", " +
                          text(ground_.north - ground_.cellHeight * ground_.rows) + " – " + text(ground_.north);
  return settingFailure(setting, x + "," + y, {"the point lies outside the terrain", "点位在地形范围之外"},
                        {"the terrain covers " + box, "地形范围为 " + box});
}

}  // namespace fengsui::flood
