// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/terrain.h"

#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <sstream>
#include <vector>

#include "gis/district/rastercut.h"

namespace fengsui {

namespace {

constexpr double voidM = -9999;
constexpr float lowestM = -1000, highestM = 9000;  // the Dead Sea is at -430 m
constexpr double mostCells = 100e6;                // of terrain.tif: 400 MB
constexpr double marginShare = 0.12;    // around the box, where the shade fades out instead of ending at an edge
constexpr double mostPixels = 64e6;     // of the shade: 64 MB
constexpr double farthestFillPx = 200;  // mountain voids of the shuttle mission are up to this wide

Error trouble(const std::filesystem::path& file, const std::string& doing, const std::string& doingZh) {
  const std::string said = QuietGdal::lastMessage();
  Error error{
      ErrorCode::unreadable,
      {doing + " failed" + (said.empty() ? "" : ": " + said), doingZh + "失败" + (said.empty() ? "" : "：" + said)},
      {"give a raster of heights in metres with a coordinate system", "请提供带坐标系、以米为单位的高程栅格"},
      {}};
  error.place.file = file.string();
  return error;
}

/// Metres of EPSG:3857 per metre on the ground.
double mercatorStretch(double latitudeDeg) {
  return 1 / std::cos(latitudeDeg * std::numbers::pi / 180);
}

/// The size of a pixel in metres of EPSG:3857 at which the shade looks smooth and still is small.
double shadePixelM(GDALDataset& terrain, const DistrictBox& box) {
  double transform[6] = {};
  terrain.GetGeoTransform(transform);
  const double degreeM = 111'320;
  const auto* crs = terrain.GetSpatialRef();
  const double nativeM = std::abs(transform[5]) * (crs && crs->IsGeographic() ? degreeM : 1);
  const double stretch = mercatorStretch((box.south + box.north) / 2);
  const double widthM = (box.east - box.west) * degreeM;
  const double heightM = (box.north - box.south) * degreeM * stretch;
  // Cubic splines between three pixels per height hide the grid of a coarse model.
  return std::max(nativeM * stretch / 3, std::sqrt(widthM * heightM / mostPixels));
}

/// How much steeper the relief is drawn than it is. Mountains at their true slope are half in the dark, plains show
/// nothing.
double exaggeration(GDALDataset& mercator, double stretch) {
  constexpr double wantedSlope = 0.33;
  const int width = mercator.GetRasterXSize();
  const int height = mercator.GetRasterYSize();
  double transform[6] = {};
  mercator.GetGeoTransform(transform);
  const double pixelM = std::abs(transform[1]) / stretch;
  std::vector<float> row(static_cast<std::size_t>(width));
  double sum = 0;
  long pairs = 0;
  for (int y = 0; y < height; y += std::max(1, height / 400)) {
    if (mercator.GetRasterBand(1)->RasterIO(GF_Read, 0, y, width, 1, row.data(), width, 1, GDT_Float32, 0, 0,
                                            nullptr) != CE_None) {
      return 1;
    }
    for (std::size_t x = 1; x < row.size(); ++x) {
      if (row[x] <= voidM || row[x - 1] <= voidM) continue;
      sum += std::abs(row[x] - row[x - 1]) / pixelM;
      ++pairs;
    }
  }
  // Along one direction only two thirds of a slope show.
  const double slope = pairs > 0 ? 1.5 * sum / static_cast<double>(pairs) : 0;
  return slope > 0 ? std::clamp(wantedSlope / slope, 0.4, 5.0) : 1;
}

/// Lets the shade run out to white within the margin and makes unknown ground white.
bool fadeEdges(GDALDataset& shade) {
  const int width = shade.GetRasterXSize();
  const int height = shade.GetRasterYSize();
  const double band = marginShare / (1 + 2 * marginShare) * std::min(width, height);
  std::vector<unsigned char> row(static_cast<std::size_t>(width));
  GDALRasterBand& pixels = *shade.GetRasterBand(1);
  for (int y = 0; y < height; ++y) {
    if (pixels.RasterIO(GF_Read, 0, y, width, 1, row.data(), width, 1, GDT_Byte, 0, 0, nullptr) != CE_None)
      return false;
    for (int x = 0; x < width; ++x) {
      unsigned char& pixel = row[static_cast<std::size_t>(x)];
      const double edge = std::min({x, y, width - 1 - x, height - 1 - y});
      const double share = pixel == 0 ? 0 : std::clamp(edge / band, 0.0, 1.0);
      pixel = static_cast<unsigned char>(std::lround(255 - (255 - pixel) * share));
    }
    if (pixels.RasterIO(GF_Write, 0, y, width, 1, row.data(), width, 1, GDT_Byte, 0, 0, nullptr) != CE_None)
      return false;
  }
  pixels.DeleteNoDataValue();
  return true;
}

bool writeHillshade(GDALDataset& mercator, const std::filesystem::path& file, double latitudeDeg,
                    const std::stop_token& stop) {
  // Heights are stretched like the plane they stand on, so that slopes keep their angle before they are exaggerated.
  const double stretch = mercatorStretch(latitudeDeg);
  CPLStringList arguments = rasterWords("-of MEM -multidirectional -compute_edges -alt 50 -z " +
                                        numberText(stretch * exaggeration(mercator, stretch)));
  const auto options = std::unique_ptr<GDALDEMProcessingOptions, decltype(&GDALDEMProcessingOptionsFree)>(
      GDALDEMProcessingOptionsNew(arguments.List(), nullptr), GDALDEMProcessingOptionsFree);
  GDALDEMProcessingOptionsSetProgress(options.get(), goOnUnlessStopped, stopArgument(stop));
  const RasterFile raw(GDALDataset::FromHandle(
      GDALDEMProcessing("", GDALDataset::ToHandle(&mercator), "hillshade", nullptr, options.get(), nullptr)));
  if (!raw || !fadeEdges(*raw)) return false;
  const RasterFile shade =
      translateRaster(*raw, file.string(), "-of GTiff -co TILED=YES -co COMPRESS=DEFLATE -co PREDICTOR=2", stop);
  if (!shade) return false;
  std::vector<int> levels;
  for (int level = 2; std::max(shade->GetRasterXSize(), shade->GetRasterYSize()) / level > 256; level *= 2) {
    levels.push_back(level);
  }
  return shade->BuildOverviews("AVERAGE", static_cast<int>(levels.size()), levels.data(), 0, nullptr, goOnUnlessStopped,
                               stopArgument(stop)) == CE_None;
}

bool writeContours(GDALDataset& mercator, double stepM, BaseMapFile& out, const std::stop_token& stop) {
  GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("Memory");
  const RasterFile scratch(memory->Create("", 0, 0, 0, GDT_Unknown, nullptr));
  OGRSpatialReference plane;
  plane.importFromEPSG(3857);
  OGRSpatialReference earth;
  earth.importFromEPSG(4326);
  earth.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  plane.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  OGRLayer* lines = scratch->CreateLayer("contour", &plane, wkbLineString, nullptr);
  OGRFieldDefn height("ele", OFTReal);
  lines->CreateField(&height);
  CPLStringList options =
      rasterWords("ELEV_FIELD=0 NODATA=" + numberText(voidM) + " LEVEL_INTERVAL=" + numberText(stepM));
  if (GDALContourGenerateEx(GDALRasterBand::ToHandle(mercator.GetRasterBand(1)), OGRLayer::ToHandle(lines),
                            options.List(), goOnUnlessStopped, stopArgument(stop)) != CE_None) {
    return false;
  }
  double transform[6] = {};
  mercator.GetGeoTransform(transform);
  const double pixelM = std::abs(transform[1]);
  const std::unique_ptr<OGRCoordinateTransformation> back(OGRCreateCoordinateTransformation(&plane, &earth));
  lines->ResetReading();
  for (const auto& feature : lines) {
    if (stop.stop_requested()) return false;
    const double heightM = feature->GetFieldAsDouble(0);
    std::unique_ptr<OGRGeometry> line(feature->StealGeometry());
    // A closed speck of a few pixels is noise of the model, not a hill.
    if (!line || line->toLineString()->get_Length() < 12 * pixelM) continue;
    std::unique_ptr<OGRGeometry> thin(line->Simplify(pixelM * 0.15));
    if (!thin || thin->transform(back.get()) != OGRERR_NONE) continue;
    const bool index = std::abs(std::remainder(heightM, 5 * stepM)) < stepM / 2;
    out.add(BaseLayer::contour, std::move(thin),
            {{"class", std::string(index ? "index" : "line")}, {"ele_m", heightM}});
  }
  return true;
}

/// The part of the box over which the source lies: beyond its edge, heights would be invented from the last row.
DistrictBox whereHeightsAre(GDALDataset& source, const DistrictBox& wanted) {
  double transform[6] = {};
  if (source.GetGeoTransform(transform) != CE_None || !source.GetSpatialRef()->IsGeographic()) return wanted;
  if (transform[2] != 0 || transform[4] != 0 || transform[5] >= 0) return wanted;
  return {std::max(wanted.west, transform[0]),
          std::max(wanted.south, transform[3] + transform[5] * source.GetRasterYSize()),
          std::min(wanted.east, transform[0] + transform[1] * source.GetRasterXSize()),
          std::min(wanted.north, transform[3])};
}

/// What no height can be becomes a void: old models do not always say which number stands for one.
bool declareVoids(GDALDataset& terrain, const std::stop_token& stop) {
  GDALRasterBand& band = *terrain.GetRasterBand(1);
  const auto empty = static_cast<float>(band.GetNoDataValue());
  const int width = terrain.GetRasterXSize(), height = terrain.GetRasterYSize();
  constexpr int atOnce = 256;  // a row of tiles
  std::vector<float> cells(static_cast<std::size_t>(width) * atOnce);
  for (int y = 0; y < height && !stop.stop_requested(); y += atOnce) {
    const int rows = std::min(atOnce, height - y);
    if (band.RasterIO(GF_Read, 0, y, width, rows, cells.data(), width, rows, GDT_Float32, 0, 0, nullptr) != CE_None)
      return false;
    bool changed = false;
    for (float& cell : cells) {
      if (cell == empty || (cell >= lowestM && cell <= highestM)) continue;
      changed = changed || !(std::isnan(cell) && std::isnan(empty));
      cell = empty;
    }
    if (changed &&
        band.RasterIO(GF_Write, 0, y, width, rows, cells.data(), width, rows, GDT_Float32, 0, 0, nullptr) != CE_None)
      return false;
  }
  return true;
}

}  // namespace

double contourStepM(double reliefM) {
  for (const double step : {2.0, 5.0, 10.0, 20.0}) {
    if (reliefM <= step * 40) return step;
  }
  return 20;
}

Result<TerrainSummary> importTerrain(const std::filesystem::path& dem, const DistrictBox& box,
                                     const std::filesystem::path& folder, BaseMapFile& out,
                                     const BaseMapProgress& progress, const std::stop_token& stop) {
  const QuietGdal quiet;
  const auto stopped = [] { return failure(ErrorCode::refused, {"stopped", "已停止"}); };
  const RasterFile source(GDALDataset::Open(dem.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  if (!source) return failure(trouble(dem, "opening the heights", "打开高程数据"));
  const auto wrong = [&](Text words, Text remedy) {
    return failure(Error{ErrorCode::invalid, std::move(words), std::move(remedy), {dem.string(), 0, 0, {}, {}}});
  };
  if (const auto* system = source->GetSpatialRef(); !system || system->IsLocal())
    return wrong({"the heights do not say their coordinate system", "高程栅格没有注明坐标系"},
                 {"give it one, for instance with gdal_edit.py -a_srs EPSG:4490",
                  "请先赋予坐标系，例如 gdal_edit.py -a_srs EPSG:4490"});

  const auto steps = [&](double fraction, const char* en, const char* zh) { progress(fraction, {en, zh}); };
  steps(0, "cutting and filling the heights", "裁剪并填补高程");
  const DistrictBox wide = whereHeightsAre(*source, widened(box, marginShare));
  const auto elsewhere = [&] {
    return wrong({"the heights do not lie over the district", "高程栅格不覆盖本区"},
                 {"give the heights of this area", "请提供本区范围的高程"});
  };
  if (wide.empty()) return elsewhere();
  int hasVoids = FALSE;
  source->GetRasterBand(1)->GetNoDataValue(&hasVoids);
  const std::string cut = std::string(hasVoids ? "" : "-a_nodata " + numberText(voidM)) + " " + windowOf(wide);
  TerrainSummary summary;
  // A model finer than the district needs is not taken whole.
  std::string coarser;
  const RasterFile as = translateRaster(*source, "", "-of VRT " + cut, stop);
  if (stop.stop_requested()) return stopped();
  if (!as) return elsewhere();
  const double cells = double{1} * as->GetRasterXSize() * as->GetRasterYSize();
  if (cells > mostCells) {
    summary.coarserBy = std::sqrt(cells / mostCells);
    coarser = " -r average -outsize " + numberText(std::floor(as->GetRasterXSize() / summary.coarserBy)) + " " +
              numberText(std::floor(as->GetRasterYSize() / summary.coarserBy));
  }
  RasterFile terrain = translateRaster(
      *source, (folder / "terrain.tif").string(),
      "-of GTiff -ot Float32 " + cut + coarser + " -co TILED=YES -co COMPRESS=DEFLATE -co PREDICTOR=3", stop);
  if (stop.stop_requested()) return stopped();
  if (!terrain) return failure(trouble(dem, "cutting the heights to the district", "按辖区裁剪高程"));
  if (!declareVoids(*terrain, stop)) return failure(trouble(dem, "reading the heights", "读取高程"));
  if (stop.stop_requested()) return stopped();
  summary.coveredShare = shareWithValues(*terrain, box);
  GDALRasterBandH band = GDALRasterBand::ToHandle(terrain->GetRasterBand(1));
  if (GDALFillNodata(band, nullptr, farthestFillPx, 0, 2, nullptr, goOnUnlessStopped, stopArgument(stop)) != CE_None) {
    return stop.stop_requested() ? stopped()
                                 : failure(trouble(dem, "filling the voids of the heights", "填补高程空洞"));
  }
  double range[2] = {};
  if (GDALComputeRasterMinMax(band, FALSE, range) != CE_None)
    return wrong({"there is not one height in the part that covers the district, only voids",
                  "本区范围内全是无数据，没有一个高程值"},
                 {"give the heights of this area, or build without them", "请提供本区范围的高程，或不带高程生成底图"});
  summary.filledShare = shareWithValues(*terrain, box);
  summary.minM = range[0];
  summary.maxM = range[1];

  steps(0.3, "shading the relief", "生成地形晕渲");
  const std::string pixel = numberText(shadePixelM(*terrain, box));
  const RasterFile mercator = warpRaster(
      *terrain, "",
      "-of MEM -t_srs EPSG:3857 -r cubicspline -multi -dstnodata " + numberText(voidM) + " -tr " + pixel + " " + pixel,
      stop);
  if (stop.stop_requested()) return stopped();
  if (!mercator) return failure(trouble(dem, "projecting the heights", "投影高程"));
  if (!writeHillshade(*mercator, folder / "hillshade.tif", (box.south + box.north) / 2, stop)) {
    return stop.stop_requested() ? stopped() : failure(trouble(dem, "shading the relief", "生成地形晕渲"));
  }

  steps(0.6, "drawing contour lines", "生成等高线");
  summary.contourStepM = contourStepM(summary.maxM - summary.minM);
  if (!writeContours(*mercator, summary.contourStepM, out, stop)) {
    return stop.stop_requested() ? stopped() : failure(trouble(dem, "drawing contour lines", "生成等高线"));
  }
  steps(1, "terrain done", "地形完成");
  return summary;
}

}  // namespace fengsui
