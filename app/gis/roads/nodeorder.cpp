// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/nodeorder.h"

#include <unistd.h>
#include <zstd.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace fengsui {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kForm = "FRDO";
constexpr std::string_view kHead = "FRDO1\n";

void put(std::string& to, std::uint32_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8) to += static_cast<char>(value >> shift & 0xffU);
}

std::uint32_t get(std::string_view from, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8U | static_cast<std::uint8_t>(from[at + i]);
  return value;
}

std::string_view bytesOf(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

Digest sumOf(std::string_view head, std::string_view rest) {
  return blake2b(std::string(head) + std::string(rest));
}

Error fault(ErrorCode code, const fs::path& file, Text words) {
  return {code, std::move(words), {}, {file.string(), 0, 0, {}, {}}};
}

// What is no order of all nodes would lead a search astray, whatever its checksum says.
bool isPermutation(const std::vector<std::uint32_t>& ranks) {
  std::vector<bool> taken(ranks.size());
  for (const std::uint32_t rank : ranks) {
    if (rank >= ranks.size() || taken[rank]) return false;
    taken[rank] = true;
  }
  return true;
}

}  // namespace

Digest keyOf(const RoadGraph& graph) {
  std::string bytes;
  bytes.reserve(8 + graph.nodeCount() * 8 + graph.edgeCount() * 8);
  put(bytes, static_cast<std::uint32_t>(graph.nodeCount()));
  put(bytes, static_cast<std::uint32_t>(graph.edgeCount()));
  for (NodeId node = 0; node < graph.nodeCount(); ++node) {
    put(bytes, static_cast<std::uint32_t>(graph.at(node).lonE7));
    put(bytes, static_cast<std::uint32_t>(graph.at(node).latE7));
  }
  for (EdgeId edge = 0; edge < graph.edgeCount(); ++edge) {
    put(bytes, graph.edge(edge).from);
    put(bytes, graph.edge(edge).to);
  }
  return blake2b(bytes);
}

Result<std::vector<std::uint32_t>> readNodeOrder(const fs::path& file, const RoadGraph& graph) {
  std::error_code unread;
  if (!fs::exists(file, unread))
    return failure(fault(ErrorCode::notFound, file, {"no order of the roads is kept yet", "尚未保存路网次序"}));
  // A whole file of something else is not read into memory.
  const std::size_t mostBytes = 4096 + ZSTD_compressBound(graph.nodeCount() * 4);
  const auto damaged = [&] {
    return failure(
        fault(ErrorCode::damaged, file, {"the kept order of the roads is damaged", "保存的路网次序文件已损坏"}));
  };
  if (const auto size = fs::file_size(file, unread); unread || size < kHead.size() + Digest().size()) return damaged();
  std::ifstream in(file, std::ios::binary);
  std::string stored(mostBytes + 1, '\0');
  in.read(stored.data(), static_cast<std::streamsize>(stored.size()));
  if (!in.eof() && !in.good())
    return failure(
        fault(ErrorCode::unreadable, file, {"the kept order of the roads cannot be read", "保存的路网次序无法读取"}));
  stored.resize(static_cast<std::size_t>(in.gcount()));
  const auto stale = [&] {
    return failure(
        fault(ErrorCode::notFound, file, {"the kept order is that of other roads", "保存的次序属于其他路网"}));
  };
  if (stored.size() > mostBytes) return stale();  // of a far larger network, or of none
  const std::size_t headSize = std::string_view(stored).substr(0, 16).find('\n') + 1;  // 0 without one
  if (!stored.starts_with(kForm) || headSize == 0 || stored.size() < headSize + Digest().size()) return damaged();
  const std::string_view head = std::string_view(stored).substr(0, headSize);
  const std::string_view sum = std::string_view(stored).substr(headSize, Digest().size());
  const std::string_view rest = std::string_view(stored).substr(headSize + sum.size());
  if (sum != bytesOf(sumOf(head, rest))) return damaged();
  if (head != kHead) return stale();

  const Digest key = keyOf(graph);
  const std::size_t plainSize = key.size() + 4 + graph.nodeCount() * 4;
  const auto claimed = ZSTD_getFrameContentSize(rest.data(), rest.size());
  if (claimed == ZSTD_CONTENTSIZE_ERROR || claimed == ZSTD_CONTENTSIZE_UNKNOWN) return damaged();
  if (claimed != plainSize) return stale();
  std::string plain(plainSize, '\0');
  if (ZSTD_decompress(plain.data(), plain.size(), rest.data(), rest.size()) != plainSize) return damaged();
  if (!std::string_view(plain).starts_with(bytesOf(key))) return stale();
  if (get(plain, key.size()) != graph.nodeCount()) return damaged();
  std::vector<std::uint32_t> ranks(graph.nodeCount());
  for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = get(plain, key.size() + 4 + i * 4);
  if (!isPermutation(ranks)) return damaged();
  return ranks;
}

Outcome writeNodeOrder(const fs::path& file, const RoadGraph& graph, const std::vector<std::uint32_t>& ranks) {
  std::string plain(bytesOf(keyOf(graph)));
  put(plain, static_cast<std::uint32_t>(ranks.size()));
  for (const std::uint32_t rank : ranks) put(plain, rank);
  std::string small(ZSTD_compressBound(plain.size()), '\0');
  const std::size_t size = ZSTD_compress(small.data(), small.size(), plain.data(), plain.size(), 3);
  const auto failed = [&](const std::string& because) {
    return failure(fault(ErrorCode::io, file,
                         {"the order of the roads cannot be kept, and is made anew each time: " + because,
                          "路网次序无法保存，每次打开都须重新计算：" + because}));
  };
  if (ZSTD_isError(size)) return failed(ZSTD_getErrorName(size));
  small.resize(size);
  const fs::path growing = file.string() + "." + std::to_string(::getpid()) + ".new";
  std::error_code ignored;
  errno = 0;
  {
    std::ofstream out(growing, std::ios::binary | std::ios::trunc);
    out << kHead << bytesOf(sumOf(kHead, small)) << small;
    out.close();
    if (!out) {
      const std::string because = std::error_code(errno, std::generic_category()).message();
      fs::remove(growing, ignored);
      return failed(because);
    }
  }
  std::error_code error;
  fs::rename(growing, file, error);
  if (!error) return {};
  fs::remove(growing, ignored);
  return failed(error.message());
}

}  // namespace fengsui
