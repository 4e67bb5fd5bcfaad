// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/pagescan.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <vector>

namespace fengsui::pagescan {
namespace {

using eventrows::Cell;
using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kOurPageSize = 4096;        // what a station is made with; believed where the header is not
constexpr std::uint64_t kLargestRow = 64u << 20;  // beyond which a length is not believed
constexpr std::size_t kMostColumns = 64;

std::uint64_t bigEndian(Bytes bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | bytes[at + i];
  return value;
}

// SQLite's variable-length integer. @return false where the bytes end first.
bool varint(Bytes bytes, std::size_t& at, std::uint64_t& value) {
  value = 0;
  for (int i = 0; i < 9; ++i) {
    if (at >= bytes.size()) return false;
    const std::uint8_t byte = bytes[at++];
    if (i == 8) {
      value = value << 8 | byte;
      return true;
    }
    value = value << 7 | (byte & 0x7f);
    if (!(byte & 0x80)) return true;
  }
  return false;
}

class Pages {
 public:
  [[nodiscard]] Outcome open(const std::string& path) {
    file_.open(path, std::ios::binary);
    std::array<char, 100> header{};
    if (!file_ || !file_.read(header.data(), header.size()))
      return failure(ErrorCode::unreadable, {"the file is shorter than its header", "文件短于文件头"});
    const Bytes bytes(reinterpret_cast<const std::uint8_t*>(header.data()), header.size());
    const auto size = bigEndian(bytes, 16, 2);
    // Ours are all of one size; another one is believed only of a header that is whole.
    const bool whole = std::memcmp(header.data(), "SQLite format 3", 16) == 0;
    pageSize_ = whole && std::has_single_bit(size) && size >= 512 ? size : kOurPageSize;
    file_.seekg(0, std::ios::end);
    count_ = (static_cast<std::uint64_t>(file_.tellg()) + pageSize_ - 1) / pageSize_;
    readLog(path + "-wal");
    return {};
  }
  [[nodiscard]] std::uint64_t count() const { return count_; }
  [[nodiscard]] std::size_t size() const { return pageSize_; }

  /// Page numbers start at 1. Empty beyond the end; what is missing of the last page is zero.
  [[nodiscard]] std::vector<std::uint8_t> page(std::uint64_t number) {
    if (number == 0 || number > count_) return {};
    std::vector<std::uint8_t> bytes(pageSize_);
    const auto logged = inLog_.find(number);
    std::ifstream& from = logged == inLog_.end() ? file_ : log_;
    from.clear();
    from.seekg(static_cast<std::streamoff>(logged == inLog_.end() ? (number - 1) * pageSize_ : logged->second));
    from.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return bytes;
  }

 private:
  // The frames up to the last commit whose salts are those of the log's header.
  void readLog(const std::string& path) {
    log_.open(path, std::ios::binary);
    std::array<std::uint8_t, 32> header{};
    const auto get = [&](std::uint64_t at, std::span<std::uint8_t> to) {
      log_.clear();
      log_.seekg(static_cast<std::streamoff>(at));
      return static_cast<bool>(log_.read(reinterpret_cast<char*>(to.data()), static_cast<std::streamsize>(to.size())));
    };
    if (!log_ || !get(0, header) || (bigEndian(header, 0, 4) | 1u) != 0x377f0683 ||
        bigEndian(header, 8, 4) != pageSize_)
      return;
    std::map<std::uint64_t, std::uint64_t> sinceCommit;
    std::array<std::uint8_t, 24> frame{};
    for (std::uint64_t at = header.size(); get(at, frame); at += frame.size() + pageSize_) {
      if (std::memcmp(&frame[8], &header[16], 8) != 0) return;
      sinceCommit[bigEndian(frame, 0, 4)] = at + frame.size();
      const auto pagesAfterCommit = bigEndian(frame, 4, 4);
      if (pagesAfterCommit == 0) continue;
      for (const auto& [number, where] : sinceCommit) inLog_[number] = where;
      sinceCommit.clear();
      count_ = std::max(count_, pagesAfterCommit);
    }
  }

  std::ifstream file_;
  std::ifstream log_;
  std::size_t pageSize_ = kOurPageSize;
  std::uint64_t count_ = 0;
  std::map<std::uint64_t, std::uint64_t> inLog_;  // page number → where its newest image starts
};

// The whole payload of a cell, its overflow pages followed.
std::optional<std::vector<std::uint8_t>> payloadOf(Pages& pages, Bytes page, std::size_t at, std::uint64_t size) {
  const std::uint64_t usable = pages.size();
  if (size > kLargestRow) return std::nullopt;
  const std::uint64_t most = usable - 35;
  std::uint64_t local = size;
  if (size > most) {
    const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
    const std::uint64_t wanted = least + (size - least) % (usable - 4);
    local = wanted <= most ? wanted : least;
  }
  if (at + local + (local < size ? 4 : 0) > page.size()) return std::nullopt;
  std::vector<std::uint8_t> payload(page.begin() + static_cast<std::ptrdiff_t>(at),
                                    page.begin() + static_cast<std::ptrdiff_t>(at + local));
  std::uint64_t next = local < size ? bigEndian(page, at + local, 4) : 0;
  while (payload.size() < size) {
    const auto overflow = pages.page(next);
    if (overflow.empty()) return std::nullopt;
    const auto part = std::min<std::uint64_t>(size - payload.size(), usable - 4);
    payload.insert(payload.end(), overflow.begin() + 4, overflow.begin() + 4 + static_cast<std::ptrdiff_t>(part));
    next = bigEndian(overflow, 0, 4);
  }
  return payload;
}

bool cellsOf(Bytes record, std::vector<Cell>& cells) {
  cells.clear();
  std::size_t at = 0;
  std::uint64_t headerSize = 0;
  if (!varint(record, at, headerSize) || headerSize > record.size() || headerSize < at) return false;
  std::uint64_t body = headerSize;
  while (at < headerSize) {
    std::uint64_t type = 0;
    if (!varint(record.first(headerSize), at, type) || cells.size() == kMostColumns) return false;
    constexpr std::array<std::uint64_t, 10> kSizes = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    const std::uint64_t size = type < kSizes.size() ? kSizes[type] : type < 12 ? record.size() : (type - 12) / 2;
    if (size > record.size() || body + size > record.size()) return false;
    const Bytes bytes = record.subspan(body, size);
    if (type == 0) {
      cells.emplace_back();
    } else if (type == 7) {
      cells.emplace_back(std::bit_cast<double>(bigEndian(bytes, 0, 8)));
    } else if (type == 8 || type == 9) {
      cells.emplace_back(static_cast<std::int64_t>(type - 8));
    } else if (type < 7) {
      const auto shift = 64 - 8 * size;  // sign
      cells.emplace_back(static_cast<std::int64_t>(bigEndian(bytes, 0, size) << shift) >> shift);
    } else if (type % 2 == 0) {
      cells.emplace_back(bytes);
    } else {
      cells.emplace_back(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    }
    body += size;
  }
  return body == record.size();
}

void readLeaf(Pages& pages, Bytes page, std::size_t start, const Visit& visit) {
  constexpr std::uint8_t kInnerTable = 5, kInnerIndex = 2, kLeafIndex = 10;
  const std::uint8_t kind = page[start];
  // A leaf of a table is 13; what is no kind of page at all may have been one.
  if (kind == kInnerTable || kind == kInnerIndex || kind == kLeafIndex) return;
  const auto count = bigEndian(page, start + 3, 2);
  std::vector<Cell> cells;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::size_t pointer = start + 8 + 2 * i;
    if (pointer + 2 > page.size()) return;
    std::size_t at = bigEndian(page, pointer, 2);
    std::uint64_t size = 0;
    std::uint64_t rowid = 0;
    if (at < start + 8 || !varint(page, at, size) || !varint(page, at, rowid)) continue;
    const auto payload = payloadOf(pages, page, at, size);
    if (payload && cellsOf(*payload, cells)) visit(static_cast<std::int64_t>(rowid), cells);
  }
}

}  // namespace

Result<std::uint64_t> readRows(const std::string& path, const Visit& visit) {
  Pages pages;
  if (const auto done = pages.open(path); !done) return failure(done.error());
  constexpr std::size_t kFileHeader = 100;
  for (std::uint64_t number = 1; number <= pages.count(); ++number) {
    const auto page = pages.page(number);
    readLeaf(pages, page, number == 1 ? kFileHeader : 0, visit);
  }
  return pages.count();
}

}  // namespace fengsui::pagescan
