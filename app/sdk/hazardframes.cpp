// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/hazardframes.h"

#include <zstd.h>

#include <array>
#include <bit>
#include <cmath>
#include <memory>

#include "sdk/resultfiles.h"

namespace fengsui {
namespace {

static_assert(std::endian::native == std::endian::little, "frames are written with the little end first");

constexpr std::string_view kMagic = "FSFRAME1";
constexpr std::uint32_t kHeaderAtMost = 1 << 20;
constexpr std::size_t kCellsAtMost = std::size_t{1} << 28;
constexpr double kMapAtMostM = 1e8;  // twice around the web map: beyond lies no place, and no pixel can be counted

Error about(const std::filesystem::path& file, ErrorCode code, Text message) {
  Error error{code, std::move(message), {}, {}};
  error.place.file = file.string();
  return error;
}

template <class Number>
void put(std::string& out, Number number) {
  std::array<char, sizeof number> bytes = std::bit_cast<std::array<char, sizeof number>>(number);
  out.append(bytes.data(), bytes.size());
}

template <class Number>
bool get(std::istream& in, Number& number) {
  std::array<char, sizeof number> bytes{};
  if (!in.read(bytes.data(), bytes.size())) return false;
  number = std::bit_cast<Number>(bytes);
  return true;
}

bool fits(const FramesHeader& header) {
  const FrameGrid& grid = header.grid;
  return grid.columns > 0 && grid.rows > 0 && grid.cells() <= kCellsAtMost && std::abs(grid.west) <= kMapAtMostM &&
         std::abs(grid.north) <= kMapAtMostM && grid.cell > 0 && grid.cell <= kMapAtMostM && header.layer.step > 0 &&
         std::isfinite(header.layer.step) && canBeTold(header.start);
}

}  // namespace

Result<FramesWriter> FramesWriter::create(const std::filesystem::path& file, const FramesHeader& header) {
  if (!fits(header))
    return failure(about(file, ErrorCode::invalid,
                         {"no map can show such a layer: " + std::to_string(header.grid.columns) + " × " +
                              std::to_string(header.grid.rows) + " cells, or numbers that are none",
                          "图层无法显示：" + std::to_string(header.grid.columns) + " × " +
                              std::to_string(header.grid.rows) + " 格，或数值无效"}));
  FramesWriter writer;
  writer.file_ = file;
  writer.stream_.open(file, std::ios::binary | std::ios::trunc);
  const std::string json = canonical(codec::write(header));
  std::string begin(kMagic);
  put(begin, static_cast<std::uint32_t>(json.size()));
  begin += json;
  writer.stream_ << begin << std::flush;
  if (!writer.stream_) return failure(about(file, ErrorCode::io, {"the frames cannot be written", "无法写入帧文件"}));
  return writer;
}

Outcome FramesWriter::append(std::int64_t afterMs, std::span<const std::uint16_t> counts) {
  const std::size_t plain = counts.size_bytes();
  std::string small(ZSTD_compressBound(plain), '\0');
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  const std::size_t size = ZSTD_compress2(context.get(), small.data(), small.size(), counts.data(), plain);
  if (ZSTD_isError(size) != 0)
    return failure(about(file_, ErrorCode::io, {"a frame cannot be compressed", "帧无法压缩"}));
  std::string record;
  record.reserve(size + 12);
  put(record, afterMs);
  put(record, static_cast<std::uint32_t>(size));
  record.append(small, 0, size);
  stream_.write(record.data(), static_cast<std::streamsize>(record.size()));
  if (!stream_.flush())
    return failure(about(file_, ErrorCode::full,
                         {"the frames cannot be written: is the disk full?", "无法写入帧文件：磁盘是否已满？"}));
  return {};
}

Result<FramesFile> FramesFile::open(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return failure(about(file, ErrorCode::notFound, {"there are no frames", "没有帧文件"}));
  const auto strange = [&] {
    return failure(about(file, ErrorCode::unreadable, {"this is not a file of hazard frames", "不是灾害帧文件"}));
  };
  std::string magic(kMagic.size(), '\0');
  std::uint32_t size = 0;
  if (!stream.read(magic.data(), static_cast<std::streamsize>(magic.size())) || magic != kMagic) return strange();
  if (!get(stream, size) || size > kHeaderAtMost) return strange();
  std::string json(size, '\0');
  if (!stream.read(json.data(), size)) return strange();
  const auto parsed = parseJson(json);
  FramesFile frames;
  codec::Fault fault;
  if (!parsed || !codec::read(*parsed, frames.header_, fault) || !fits(frames.header_)) return strange();
  frames.file_ = file;
  frames.end_ = kMagic.size() + 4 + size;
  if (auto more = frames.refresh(); !more) return failure(more.error());
  return frames;
}

Result<bool> FramesFile::refresh() {
  std::ifstream stream(file_, std::ios::binary);
  if (!stream) return failure(about(file_, ErrorCode::notFound, {"the frames are gone", "帧文件已不在"}));
  std::error_code fault;
  const std::uint64_t length = std::filesystem::file_size(file_, fault);
  bool more = false;
  while (!fault && end_ + 12 <= length) {
    std::int64_t after = 0;
    std::uint32_t size = 0;
    stream.seekg(static_cast<std::streamoff>(end_));
    if (!get(stream, after) || !get(stream, size) || end_ + 12 + size > length) break;
    if (!afterMs_.empty() && after <= afterMs_.back())
      return failure(
          about(file_, ErrorCode::damaged, {"a frame is not later than the one before", "帧的时刻没有递增"}));
    if (after < 0 || !canBeTold(after))
      return failure(about(file_, ErrorCode::damaged, {"a frame is of no moment after the start", "帧的时刻无效"}));
    afterMs_.push_back(after);
    stored_.push_back({end_ + 12, size});
    end_ += 12 + size;
    more = true;
  }
  return more;
}

Result<FrameCounts> FramesFile::read(std::size_t frame) const {
  const auto damaged = [&] {
    return failure(about(file_, ErrorCode::damaged,
                         {"frame " + std::to_string(frame + 1) + " is not what was written",
                          "第 " + std::to_string(frame + 1) + " 帧与写入时不符"}));
  };
  if (frame >= stored_.size()) return damaged();
  std::ifstream stream(file_, std::ios::binary);
  std::string small(stored_[frame].size, '\0');
  if (!stream.seekg(static_cast<std::streamoff>(stored_[frame].offset)) ||
      !stream.read(small.data(), static_cast<std::streamsize>(small.size())))
    return damaged();
  // Asked first: a frame of another size takes no memory.
  const std::size_t plain = header_.grid.cells() * sizeof(std::uint16_t);
  if (ZSTD_getFrameContentSize(small.data(), small.size()) != plain) return damaged();
  FrameCounts counts(header_.grid.cells());
  if (ZSTD_decompress(counts.data(), plain, small.data(), small.size()) != plain) return damaged();
  return counts;
}

}  // namespace fengsui
