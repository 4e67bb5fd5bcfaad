// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/terrainfile.h"

#include <bit>
#include <fstream>
#include <iomanip>
#include <locale>
#include <sstream>

namespace fengsui::demo {

Outcome writeBytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (out.flush()) return {};
  Error error{ErrorCode::io, {"the file cannot be written", "文件无法写入"}, {}, {}};
  error.place.file = file.string();
  return failure(std::move(error));
}

Outcome writeTerrain(const Raster<std::int32_t>& heightsCm, const std::filesystem::path& file) {
  const Frame& frame = heightsCm.frame;
  const double east = frame.cellM / kMetresPerDegreeEast, north = frame.cellM / kMetresPerDegreeNorth;
  std::ostringstream header;
  header.imbue(std::locale::classic());
  header << std::setprecision(15) << "BYTEORDER I\nLAYOUT BIL\nNROWS " << frame.rows << "\nNCOLS " << frame.cols
         << "\nNBANDS 1\nNBITS 32\nPIXELTYPE FLOAT\nULXMAP " << kWestDeg + east / 2 << "\nULYMAP "
         << kSouthDeg + north * (frame.rows - 0.5) << "\nXDIM " << east << "\nYDIM " << north << "\n";
  std::string bytes;
  bytes.reserve(heightsCm.cells.size() * 4);
  for (int row = frame.rows - 1; row >= 0; --row)
    for (int col = 0; col < frame.cols; ++col) {
      const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(heightsCm.at(col, row)) / 100.0F);
      for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(bits >> shift & 0xff);
    }
  auto beside = file;
  if (const auto done = writeBytes(beside.replace_extension(".hdr"), header.str()); !done) return done;
  if (const auto done = writeBytes(beside.replace_extension(".prj"),
                                   "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                                   "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],"
                                   "AUTHORITY[\"EPSG\",\"4326\"]]");
      !done)
    return done;
  return writeBytes(file, bytes);
}

}  // namespace fengsui::demo
