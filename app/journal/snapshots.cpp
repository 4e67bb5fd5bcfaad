// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/snapshots.h"

#include <zstd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "core/fold.h"
#include "core/packed.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "FSNP3\n";
constexpr unsigned long long kLargest = 2ull << 30;  // a size beyond which a snapshot is not believed

std::optional<std::string> readFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

template <class Number>
bool number(std::string_view text, Number& value, int base) {
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return status == std::errc{} && end == text.data() + text.size();
}

void putHeads(packed::Writer& to, const std::vector<OriginHead>& heads) {
  to.number(heads.size());
  for (const OriginHead& head : heads) {
    to.put(head.origin);
    to.number(head.sequence);
    to.put(std::string(head.chain.begin(), head.chain.end()));
  }
}

std::vector<OriginHead> getHeads(packed::Reader& from) {
  std::vector<OriginHead> heads;
  for (auto left = from.number(); left > 0 && from.good(); --left) {
    OriginHead& head = heads.emplace_back();
    std::string chain;
    from.get(head.origin);
    head.sequence = from.number();
    from.get(chain);
    if (chain.size() == head.chain.size()) std::copy(chain.begin(), chain.end(), head.chain.begin());
  }
  return heads;
}

}  // namespace

SnapshotStore::SnapshotStore(std::string folder) : folder_(std::move(folder)) {}

SnapshotStore::~SnapshotStore() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void SnapshotStore::keep(StoredSnapshot snapshot) {
  std::unique_lock lock(mutex_);
  if (!thread_.joinable()) thread_ = std::thread([this] { work(); });
  changed_.wait(lock, [this] { return waiting_.size() < 2; });
  waiting_.push_back(std::move(snapshot));
  changed_.notify_all();
}

void SnapshotStore::flush() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() && !writing_; });
}

void SnapshotStore::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const StoredSnapshot snapshot = std::move(waiting_.front());
    waiting_.erase(waiting_.begin());
    writing_ = true;
    lock.unlock();
    write(snapshot);
    lock.lock();
    writing_ = false;
    changed_.notify_all();
  }
}

void SnapshotStore::write(const StoredSnapshot& snapshot) const {
  const KnownSituation& known = snapshot.known;
  packed::Writer head;
  head.number(kFoldVersion);
  head.put(known.position);
  putHeads(head, snapshot.heads);
  const std::string plain = head.take() + packSituation(known.situation);
  std::string small(ZSTD_compressBound(plain.size()), '\0');
  const std::size_t size = ZSTD_compress(small.data(), small.size(), plain.data(), plain.size(), 1);
  if (ZSTD_isError(size)) return;
  small.resize(size);
  std::error_code ignored;
  fs::create_directories(folder_, ignored);
  std::array<char, 64> name{};
  std::snprintf(name.data(), name.size(), "%016llx-%lld.snap", static_cast<unsigned long long>(known.situation.lastHlc),
                static_cast<long long>(known.position));
  const fs::path path = fs::path(folder_) / name.data();
  const fs::path part = path.string() + ".part";
  {
    std::ofstream out(part, std::ios::binary);
    const Digest digest = blake2b(small);
    out << kMagic;
    out.write(reinterpret_cast<const char*>(digest.data()), static_cast<std::streamsize>(digest.size()));
    out << small;
    if (!out.flush()) {
      fs::remove(part, ignored);
      return;
    }
  }
  fs::rename(part, path, ignored);
}

std::vector<SnapshotStore::Entry> SnapshotStore::entries() const {
  std::vector<Entry> found;
  std::error_code ignored;
  for (fs::directory_iterator file(folder_, ignored), end; !ignored && file != end; file.increment(ignored)) {
    const std::string name = file->path().filename().string();
    const auto hyphen = name.find('-');
    if (hyphen != 16 || !name.ends_with(".snap")) continue;
    Entry entry{0, 0, file->path().string()};
    if (number(std::string_view(name).substr(0, 16), entry.hlc, 16) &&
        number(std::string_view(name).substr(17, name.size() - 22), entry.position, 10))
      found.push_back(std::move(entry));
  }
  std::sort(found.begin(), found.end(), [](const Entry& a, const Entry& b) { return a.hlc > b.hlc; });
  return found;
}

std::optional<StoredSnapshot> SnapshotStore::load(const Entry& entry) const {
  const auto bytes = readFile(entry.path);
  const std::size_t start = kMagic.size() + sizeof(Digest);
  if (!bytes || bytes->size() <= start || !bytes->starts_with(kMagic)) return std::nullopt;
  const std::string_view small = std::string_view(*bytes).substr(start);
  const Digest digest = blake2b(small);
  if (std::memcmp(digest.data(), bytes->data() + kMagic.size(), digest.size()) != 0) return std::nullopt;
  const auto size = ZSTD_getFrameContentSize(small.data(), small.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLargest) return std::nullopt;
  std::string plain(size, '\0');
  if (ZSTD_decompress(plain.data(), plain.size(), small.data(), small.size()) != size) return std::nullopt;
  packed::Reader head(plain);
  StoredSnapshot snapshot;
  if (head.number() != kFoldVersion) return std::nullopt;
  head.get(snapshot.known.position);
  snapshot.heads = getHeads(head);
  if (!head.good()) return std::nullopt;
  auto situation = unpackSituation(head.rest());
  if (!situation) return std::nullopt;
  snapshot.known.situation = std::move(*situation);
  return snapshot;
}

std::optional<KnownSituation> SnapshotStore::newestUpTo(std::uint64_t hlc, std::int64_t arrivedBy, Journal& journal) {
  for (const Entry& entry : entries()) {
    if (entry.hlc > hlc || entry.position > arrivedBy) continue;
    // What arrived afterwards but belongs before it makes it wrong.
    const auto late = journal.earliestLateArrival(entry.position, arrivedBy);
    if (!late || (*late && **late <= entry.hlc)) continue;
    auto snapshot = load(entry);
    if (!snapshot) continue;
    KnownSituation& known = snapshot->known;
    if (known.situation.lastHlc != entry.hlc || known.position != entry.position) continue;
    // It must be folded from just what this journal has there. One from another station, or from before a backup was
    // restored, is not: positions and single events may agree all the same.
    const auto heads = journal.headsAt(OrderPoint::of(known.situation), known.position);
    if (!heads || *heads != snapshot->heads) continue;
    return std::move(known);
  }
  return std::nullopt;
}

}  // namespace fengsui
