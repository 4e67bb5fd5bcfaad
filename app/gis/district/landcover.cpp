// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/landcover.h"

#include <gdal_rat.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/shippedrules.h"
#include "gis/district/basemapfile.h"
#include "gis/district/rastercut.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

constexpr double kMarginShare = 0.12;  // as the heights
constexpr double kMostCells = 400e6;
constexpr std::size_t kMostClasses = 256;

using Names = std::map<int, Text>;

struct Scheme {
  std::string code;
  Text name;
  bool fuels = false;
  Names classes;
};

const std::vector<Scheme>& schemes() {
  static const std::vector<Scheme> all = [] {
    std::vector<Scheme> out;
    const auto rules = nlohmann::json::parse(landcoverRulesText());
    for (const auto& json : rules["schemes"]) {
      Scheme one{json["code"], {json["en"], json["zh"]}, json["fuels"], {}};
      for (const auto& of : json["classes"]) one.classes[of["value"]] = {of["en"], of["zh"]};
      out.push_back(std::move(one));
    }
    return out;
  }();
  return all;
}

tl::unexpected<Error> wrong(ErrorCode code, const fs::path& file, Text words, Text remedy = {}) {
  return failure(Error{code, std::move(words), std::move(remedy), {file.string(), 0, 0, {}, {}}});
}

std::string codes() {
  std::string out;
  for (const Scheme& scheme : schemes()) out += (out.empty() ? "" : ", ") + scheme.code;
  return out;
}

// Category names and attribute tables are where files say what their numbers stand for.
Names namesInFile(GDALRasterBand& band) {
  Names out;
  if (char** names = band.GetCategoryNames())
    for (int i = 0; names[i] != nullptr; ++i)
      if (*names[i] != '\0') out[i] = {names[i], names[i]};
  if (const GDALRasterAttributeTable* table = band.GetDefaultRAT()) {
    const int value = table->GetColOfUsage(GFU_MinMax), name = table->GetColOfUsage(GFU_Name);
    for (int row = 0; value >= 0 && name >= 0 && row < table->GetRowCount(); ++row) {
      const std::string word = table->GetValueAsString(row, name);
      if (!word.empty()) out[table->GetValueAsInt(row, value)] = {word, word};
    }
  }
  return out;
}

Result<Names> namesInTable(const fs::path& file) {
  const QuietGdal quiet;
  const GDALDatasetUniquePtr data(
      GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
  OGRLayer* layer = data ? data->GetLayer(0) : nullptr;
  if (!layer) return wrong(ErrorCode::unreadable, file, {"the table of classes cannot be read", "分类表无法读取"});
  const auto column = [&](std::initializer_list<const char*> names) {
    for (const char* name : names)
      if (const int at = layer->GetLayerDefn()->GetFieldIndex(name); at >= 0) return at;
    return -1;
  };
  const int value = column({"value", "code", "值", "代码"}), zh = column({"name_zh", "名称", "类别", "name"}),
            en = column({"name_en", "name", "名称", "类别"});
  if (value < 0 || zh < 0 || en < 0)
    return wrong(ErrorCode::invalid, file, {"it has no columns value and name", "没有“值”和“名称”两列"},
                 {"name the columns value and name", "请将列命名为 值、名称"});
  Names out;
  for (const auto& row : *layer) {
    const std::string number = row->GetFieldAsString(value);
    char* end = nullptr;
    const long of = std::strtol(number.c_str(), &end, 10);
    if (number.empty() || *end != '\0')
      return wrong(ErrorCode::invalid, file,
                   {"\"" + number + "\" is no value of a class", "“" + number + "”不是类别值"},
                   {"write whole numbers", "请写整数"});
    out[static_cast<int>(of)] = {row->GetFieldAsString(en), row->GetFieldAsString(zh)};
  }
  return out;
}

// How many cells have which value, block row by block row.
Result<std::map<int, double>> countClasses(GDALDataset& cut, const fs::path& file, const std::stop_token& stop) {
  GDALRasterBand& band = *cut.GetRasterBand(1);
  int hasVoid = FALSE;
  const double empty = band.GetNoDataValue(&hasVoid);
  std::map<int, double> cells;
  std::vector<double> row(static_cast<std::size_t>(cut.GetRasterXSize()));
  for (int y = 0; y < cut.GetRasterYSize(); ++y) {
    if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped", "已停止"});
    if (band.RasterIO(GF_Read, 0, y, cut.GetRasterXSize(), 1, row.data(), cut.GetRasterXSize(), 1, GDT_Float64, 0, 0,
                      nullptr) != CE_None)
      return wrong(ErrorCode::unreadable, file,
                   {"the land cover cannot be read to its end", "土地覆盖栅格无法完整读取"});
    for (const double value : row) {
      if (!std::isfinite(value) || (hasVoid && value == empty) || (!hasVoid && value == 0)) continue;
      if (value != std::floor(value) || std::abs(value) > 1e6)
        return wrong(ErrorCode::invalid, file,
                     {"its values are no classes: " + numberText(value) + " is among them",
                      "栅格值不是类别：含有 " + numberText(value)},
                     {"give a raster of whole numbers, one for each kind of ground or fuel",
                      "请提供以整数表示土地覆盖或可燃物类别的栅格"});
      ++cells[static_cast<int>(value)];
      if (cells.size() > kMostClasses)
        return wrong(ErrorCode::invalid, file,
                     {"it has more than 256 different values: no land cover has so many classes",
                      "不同的值超过 256 个，不像土地覆盖类别"},
                     {"give a raster of classes", "请提供分类栅格"});
    }
  }
  return cells;
}

Outcome nameClasses(LandCoverSummary& out, const std::string& asked, GDALRasterBand& band) {
  Names names;
  const auto take = [&](const Scheme& scheme) {
    names = scheme.classes;
    out.scheme = scheme.name;
    out.schemeCode = scheme.code;
    out.fuels = scheme.fuels;
  };
  std::error_code unread;
  if (!asked.empty()) {
    const auto known =
        std::find_if(schemes().begin(), schemes().end(), [&](const Scheme& one) { return one.code == asked; });
    if (known != schemes().end()) {
      take(*known);
    } else if (fs::exists(asked, unread)) {
      auto read = namesInTable(asked);
      if (!read) return failure(read.error());
      names = std::move(*read);
    } else {
      return failure(
          ErrorCode::notFound,
          {"\"" + asked + "\" is neither a scheme of classes nor a file", "“" + asked + "”不是分类体系或文件"},
          {"the schemes are: " + codes(), "分类体系有：" + codes()});
    }
  } else if (names = namesInFile(band); names.empty()) {
    std::vector<const Scheme*> fit;
    for (const Scheme& scheme : schemes())
      if (std::all_of(out.classes.begin(), out.classes.end(),
                      [&](const LandCoverClass& one) { return scheme.classes.contains(one.value); }))
        fit.push_back(&scheme);
    if (fit.size() == 1) {
      take(*fit.front());
      out.guessed = true;
    }
    for (const Scheme* scheme : fit)
      if (fit.size() > 1) out.couldBe.push_back(scheme->code);
  }
  for (LandCoverClass& one : out.classes)
    if (const auto name = names.find(one.value); name != names.end()) one.name = name->second;
  return {};
}

}  // namespace

bool LandCoverSummary::named() const {
  return std::all_of(classes.begin(), classes.end(), [](const LandCoverClass& one) { return !one.name.en.empty(); });
}

Result<LandCoverSummary> importLandCover(const fs::path& raster, const std::string& classes, const DistrictBox& box,
                                         const fs::path& folder, const std::stop_token& stop) {
  const QuietGdal quiet;
  GDALAllRegister();
  const auto stopped = [] { return failure(ErrorCode::refused, {"stopped", "已停止"}); };
  std::error_code unread;
  if (!fs::exists(raster, unread)) return wrong(ErrorCode::notFound, raster, {"there is no such file", "文件不存在"});
  const RasterFile source(GDALDataset::Open(raster.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  if (!source || source->GetRasterCount() < 1)
    return wrong(ErrorCode::unreadable, raster, {"the land cover cannot be read as a raster", "土地覆盖栅格无法读取"});
  const OGRSpatialReference* system = source->GetSpatialRef();
  if (!system || system->IsLocal())
    return wrong(ErrorCode::invalid, raster,
                 {"the land cover does not say its coordinate system", "土地覆盖栅格没有注明坐标系"},
                 {"give it one, for instance with gdal_edit.py -a_srs EPSG:4490",
                  "请先赋予坐标系，例如 gdal_edit.py -a_srs EPSG:4490"});
  const DistrictBox wide = widened(box, kMarginShare);
  int hasVoid = FALSE;
  source->GetRasterBand(1)->GetNoDataValue(&hasVoid);
  const std::string cut = std::string(hasVoid ? "" : "-a_nodata 0 ") + "-b 1 " + windowOf(wide);
  RasterFile part = translateRaster(*source, "", "-of VRT " + cut, stop);
  if (stop.stop_requested()) return stopped();
  const auto elsewhere = [&] {
    return wrong(ErrorCode::invalid, raster,
                 {"the land cover does not lie over the district", "土地覆盖栅格不覆盖本区"},
                 {"give the land cover of this area", "请提供本区范围的土地覆盖"});
  };
  if (!part) return elsewhere();
  if (const double cells = double{1} * part->GetRasterXSize() * part->GetRasterYSize(); cells > kMostCells) {
    const double by = std::sqrt(cells / kMostCells);
    part = translateRaster(*source, "",
                           "-of VRT " + cut + " -r nearest -outsize " +
                               numberText(std::floor(part->GetRasterXSize() / by)) + " " +
                               numberText(std::floor(part->GetRasterYSize() / by)),
                           stop);
    if (!part) return elsewhere();
  }
  const std::string file = (folder / "landcover.tif").string();
  const std::string as = " -of GTiff -co TILED=YES -co COMPRESS=DEFLATE";
  const RasterFile terrain(fs::exists(folder / "terrain.tif", unread)
                               ? GDALDataset::Open((folder / "terrain.tif").c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY)
                               : nullptr);
  RasterFile made;
  if (terrain && terrain->GetSpatialRef() && !terrain->GetSpatialRef()->IsSame(system)) {
    // A file, for the words of a command line have blanks between them and a coordinate system has too.
    const fs::path crs = folder / "landcover.wkt";
    char* wkt = nullptr;
    terrain->GetSpatialRef()->exportToWkt(&wkt);
    if (VSILFILE* out = VSIFOpenL(crs.c_str(), "wb")) {
      VSIFWriteL(wkt, 1, std::string_view(wkt).size(), out);
      VSIFCloseL(out);
    }
    CPLFree(wkt);
    made = warpRaster(*part, file,
                      "-r near -t_srs " + crs.string() + " -te_srs EPSG:4326 -te " + numberText(wide.west) + " " +
                          numberText(wide.south) + " " + numberText(wide.east) + " " + numberText(wide.north) + as,
                      stop);
    fs::remove(crs, unread);
  } else {
    made = translateRaster(*part, file, as, stop);
  }
  if (stop.stop_requested()) return stopped();
  if (!made) {
    const std::string said = QuietGdal::lastMessage();
    return wrong(ErrorCode::io, raster,
                 {"cutting the land cover to the district failed: " + said, "裁剪土地覆盖失败：" + said});
  }
  const auto counted = countClasses(*made, raster, stop);
  if (!counted) return failure(counted.error());
  if (counted->empty()) return elsewhere();
  LandCoverSummary out;
  double all = 0;
  for (const auto& [value, cells] : *counted) all += cells;
  for (const auto& [value, cells] : *counted) out.classes.push_back({value, {}, cells / all});
  out.coveredShare = shareWithValues(*made, box);
  if (const auto done = nameClasses(out, classes, *source->GetRasterBand(1)); !done) return failure(done.error());
  return out;
}

}  // namespace fengsui
