// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <fstream>

#include "gis/celltext.h"
#include "gis/columntypes.h"
#include "gis/shapes.h"
#include "gis/writefeatures.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> diskFailure(const fs::path& file, int number) {
  Error error{number == ENOSPC ? ErrorCode::full : ErrorCode::io,
              number == ENOSPC ? Text{"the disk is full", "磁盘已满"} : Text{"the file cannot be written", "无法写入文件"},
              {"check the folder and whether you may write there", "请检查文件夹及写入权限"},
              {file.string(), 0, 0, {}, {}}};
  return failure(std::move(error));
}

// A folder of its own beside the file, so that a half-written file is never seen under its name.
class Beside {
 public:
  explicit Beside(const fs::path& file) {
    static std::atomic<unsigned> count{0};
    folder_ = fs::absolute(file).parent_path() /
              ("." + file.stem().string() + ".writing-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::error_code status;
    fs::create_directory(folder_, status);
    fault_ = status.value();
  }
  ~Beside() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  [[nodiscard]] const fs::path& folder() const { return folder_; }
  [[nodiscard]] int fault() const { return fault_; }

 private:
  fs::path folder_;
  int fault_ = 0;
};

// On the disk, not only in the cache: a power cut after the rename leaves a whole file.
int settle(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int fault = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  return fault;
}

// A Shapefile is several files; the .shp comes last, so that whoever sees it finds the others.
Outcome moveInto(const fs::path& made, const fs::path& file) {
  std::vector<fs::path> parts;
  std::error_code status;
  for (const auto& part : fs::directory_iterator(made.parent_path(), status)) parts.push_back(part.path());
  std::sort(parts.begin(), parts.end(), [&](const fs::path& a, const fs::path& b) { return (a == made) < (b == made); });
  if (parts.empty() || parts.back() != made) return diskFailure(file, 0);
  for (const fs::path& part : parts)
    if (const int fault = settle(part)) return diskFailure(file, fault);
  for (const fs::path& part : parts) {
    fs::path to = file;
    if (part != made) to.replace_extension(part.extension());
    fs::rename(part, to, status);
    if (status) return diskFailure(file, status.value());
  }
  return {};
}

// What a spreadsheet would take for a formula or spoil as a number gets a tab before it; readers trim it.
bool needsGuard(const std::string& cell) {
  if (cell.empty()) return false;
  if (std::string_view("=+-@").find(cell[0]) != std::string_view::npos) return !numberIn(cell);
  if (cell.find_first_not_of("0123456789") != std::string::npos) return false;
  return cell.size() > 11 || (cell.size() > 1 && cell[0] == '0');
}

std::string csvCell(const std::string& cell) {
  const bool guard = needsGuard(cell);
  if (!guard && cell.find_first_of(",;\t\"\r\n|") == std::string::npos) return cell;
  std::string out = guard ? "\"\t" : "\"";
  for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

// The columns that hold the places of a table without geometry.
struct PlaceCells {
  bool points = true;  // longitude and latitude; else well-known text
  bool any = false;
  std::string lon, lat, wkt;
};

std::string freeName(const Table& table, std::initializer_list<const char*> names) {
  for (const auto* name : names)
    if (!table.columnNamed(name) || table.columns[*table.columnNamed(name)].role != ColumnRole::data) return name;
  return std::string(*names.begin()) + " (2)";
}

PlaceCells placeCellsOf(const Table& table) {
  PlaceCells cells;
  for (const Row& row : table.rows) {
    if (!row.shape) continue;
    cells.any = true;
    if (row.shape->kind != ShapeKind::point || row.shape->points.size() != 1) cells.points = false;
  }
  const bool chinese = std::any_of(table.columns.begin(), table.columns.end(), [](const Column& column) {
    return std::any_of(column.name.begin(), column.name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  });
  cells.lon = chinese ? freeName(table, {"经度", "lon"}) : freeName(table, {"lon", "longitude"});
  cells.lat = chinese ? freeName(table, {"纬度", "lat"}) : freeName(table, {"lat", "latitude"});
  cells.wkt = freeName(table, {"WKT", "geometry"});
  return cells;
}

// The table with its places as cells, for formats that are nothing but cells.
Table withPlaceCells(const Table& table) {
  const PlaceCells cells = placeCellsOf(table);
  Table out;
  out.layer = table.layer;
  std::vector<std::size_t> kept;
  for (const PlannedColumn& column : planColumns(table, {}).columns) {
    kept.push_back(column.source);
    out.columns.push_back({table.columns[column.source].name, ColumnRole::data});
  }
  if (cells.any && cells.points) {
    out.columns.push_back({cells.lon, ColumnRole::data});
    out.columns.push_back({cells.lat, ColumnRole::data});
  } else if (cells.any) {
    out.columns.push_back({cells.wkt, ColumnRole::data});
  }
  for (const Row& row : table.rows) {
    Row copy;
    copy.number = row.number;
    for (const std::size_t source : kept) copy.cells.push_back(row.cells[source]);
    if (cells.any && cells.points) {
      const bool has = row.shape && !row.shape->points.empty();
      copy.cells.push_back(has ? numberText(row.shape->points[0].lonE7 / 1e7) : "");
      copy.cells.push_back(has ? numberText(row.shape->points[0].latE7 / 1e7) : "");
    } else if (cells.any) {
      copy.cells.push_back(row.shape ? wktOf(*row.shape) : "");
    }
    out.rows.push_back(std::move(copy));
  }
  return out;
}

Result<Written> writeCsv(const Table& table, const fs::path& made) {
  std::ofstream out(made, std::ios::binary);
  out << "\xef\xbb\xbf";
  const auto line = [&](const auto& cells, auto text) {
    bool first = true;
    for (const auto& cell : cells) {
      out << (first ? "" : ",") << csvCell(text(cell));
      first = false;
    }
    out << "\r\n";
  };
  line(table.columns, [](const Column& column) { return column.name; });
  for (const Row& row : table.rows) line(row.cells, [](const std::string& cell) { return cell; });
  out.flush();
  if (!out) return diskFailure(made, errno);
  return Written{};
}

Result<Written> writeAs(const std::string& ending, const Table& table, const fs::path& made, const std::string& layer) {
  if (ending == ".csv") return writeCsv(withPlaceCells(table), made);
  if (ending == ".xlsx") return writeFeatures(withPlaceCells(table), made, FeatureFormat::workbook, layer);
  if (ending == ".geojson" || ending == ".json") return writeFeatures(table, made, FeatureFormat::geoJson, layer);
  if (ending == ".shp") return writeFeatures(table, made, FeatureFormat::shapefile, layer);
  if (ending == ".kml") return writeFeatures(table, made, FeatureFormat::kml, layer);
  if (ending == ".gpx") return writeFeatures(table, made, FeatureFormat::gpx, layer);
  if (ending == ".gpkg") return writeFeatures(table, made, FeatureFormat::geoPackage, layer);
  return failure(ErrorCode::invalid, {"there is no format with the ending \"" + ending + "\"", "不支持扩展名“" + ending + "”"},
                 {"use .csv, .xlsx, .geojson, .shp, .kml, .gpx or .gpkg", "请用 .csv、.xlsx、.geojson、.shp、.kml、.gpx 或 .gpkg"});
}

}  // namespace

Result<Written> writeTable(const Table& table, const fs::path& file, const WriteOptions& options) {
  const auto inFile = [&](Error error) {
    error.place.file = file.filename().string();
    return error;
  };
  std::error_code status;
  const auto refuseExisting = [&]() -> Outcome {
    if (options.overwrite || !fs::exists(file, status)) return {};
    return failure(inFile({ErrorCode::refused, {"the file is there already", "文件已存在"},
                           {"choose another name, or say that it may be overwritten", "请换一个文件名，或允许覆盖"}, {}}));
  };
  if (auto free = refuseExisting(); !free) return failure(free.error());
  if (fs::is_directory(file, status))
    return failure(inFile({ErrorCode::refused, {"a folder has this name", "同名文件夹已存在"}, {}, {}}));
  const Beside beside(file);
  if (beside.fault()) return diskFailure(file, beside.fault());
  const fs::path made = beside.folder() / file.filename();
  std::string layer = options.layer.empty() ? table.layer : options.layer;
  if (layer.empty()) layer = file.stem().string();
  auto written = writeAs(compact(file.extension().string()), table, made, layer);
  if (!written) return failure(inFile(written.error()));
  if (auto free = refuseExisting(); !free) return failure(free.error());
  if (auto moved = moveInto(made, file); !moved) return failure(moved.error());
  return written;
}

}  // namespace fengsui
