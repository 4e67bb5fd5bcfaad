// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ground/groundfile.h"

#include <zstd.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <cstring>
#include <memory>

namespace fengsui {
namespace {

constexpr int kVersion = 2;
constexpr int kPatienceMs = 200;  // another desk at the same station writes for some milliseconds
constexpr int kMostAttempts = 3;
constexpr std::int64_t kTidyEvery = 32'000'000;  // bytes written between two looks at the size

constexpr const char* kSchema = R"sql(
PRAGMA page_size=16384;
PRAGMA journal_mode=WAL;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS ground_key(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS ground_image(
  key INTEGER NOT NULL, kind INTEGER NOT NULL, step INTEGER NOT NULL,
  x INTEGER NOT NULL, y INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  used INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE(key, kind, step, x, y, width, height));
CREATE INDEX IF NOT EXISTS ground_used ON ground_image(used);
)sql";

QImage::Format formatOf(const GroundPiece& piece) {
  return piece.kind == GroundPiece::Kind::labels ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
}

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

// The pixels, and behind them the texts that the image carries.
std::vector<std::uint8_t> packed(const QImage& image) {
  const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1);
  // A page that went bad on the disk must not become a wrong map.
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  QByteArray plain(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes());
  for (const QString& name : image.textKeys()) plain += name.toUtf8() + '\t' + image.text(name).toUtf8() + '\n';
  const auto size = static_cast<std::size_t>(plain.size());
  std::vector<std::uint8_t> bytes(ZSTD_compressBound(size));
  const std::size_t length = ZSTD_compress2(context.get(), bytes.data(), bytes.size(), plain.constData(), size);
  bytes.resize(ZSTD_isError(length) ? 0 : length);
  return bytes;
}

QImage unpacked(std::span<const std::uint8_t> bytes, const GroundPiece& piece) {
  constexpr unsigned long long kMostText = 1 << 20;
  QImage image(piece.pixels.size(), formatOf(piece));
  if (image.isNull()) return {};
  const auto pixels = image.sizeInBytes();
  const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) return {};
  if (size < static_cast<unsigned long long>(pixels) || size > static_cast<unsigned long long>(pixels) + kMostText)
    return {};
  QByteArray plain(static_cast<qsizetype>(size), Qt::Uninitialized);
  if (ZSTD_decompress(plain.data(), size, bytes.data(), bytes.size()) != size) return {};
  std::memcpy(image.bits(), plain.constData(), static_cast<std::size_t>(pixels));
  for (const QByteArray& line : plain.mid(pixels).split('\n'))
    if (const auto tab = line.indexOf('\t'); tab > 0)
      image.setText(QString::fromUtf8(line.left(tab)), QString::fromUtf8(line.mid(tab + 1)));
  return image;
}

std::int64_t now() {
  return QDateTime::currentMSecsSinceEpoch();
}

void bindPiece(Statement& statement, std::int64_t key, const GroundPiece& piece) {
  statement.bind(1, key)
      .bind(2, std::int64_t{piece.kind == GroundPiece::Kind::labels})
      .bind(3, std::int64_t{piece.step})
      .bind(4, std::int64_t{piece.pixels.x()})
      .bind(5, std::int64_t{piece.pixels.y()})
      .bind(6, std::int64_t{piece.pixels.width()})
      .bind(7, std::int64_t{piece.pixels.height()});
}

}  // namespace

GroundFile::GroundFile(QString folder, std::int64_t limitBytes)
    : folder_(std::move(folder)),
      path_(QDir(folder_).filePath(QStringLiteral("ground.sqlite")).toStdString()),
      limitBytes_(limitBytes) {
  if (const auto opened = openFile(); !opened) giveIn(opened.error());
}

GroundFile::~GroundFile() {
  tidy();
}

Outcome GroundFile::openFile() {
  open_ = false;
  if (!QDir().mkpath(folder_)) return failure(ErrorCode::io, {"no folder for the map cache", "无法建立地图缓存文件夹"});
  auto db = Sqlite::open(path_, SqliteAccess::create);
  if (!db) return failure(db.error());
  db_ = std::move(*db);
  db_.setPatience(kPatienceMs);
  const auto version = db_.integer("PRAGMA user_version");
  if (!version) return failure(version.error());
  if (*version != 0 && *version != kVersion) {
    return failure(ErrorCode::damaged, {"another version's map cache", "其他版本的地图缓存"});
  }
  if (const auto made = db_.run(kSchema + ("PRAGMA user_version=" + std::to_string(kVersion) + "; COMMIT")); !made)
    return failure(made.error());
  // It is only a cache: what a power cut takes is drawn again.
  if (const auto set = db_.run("PRAGMA synchronous=OFF"); !set) return failure(set.error());
  open_ = true;
  return {};
}

void GroundFile::removeFile() {
  db_ = {};
  for (const char* tail : {"", "-wal", "-shm", "-journal"}) QFile::remove(QString::fromStdString(path_ + tail));
}

void GroundFile::giveIn(const Error& error) {
  if (open_) (void)db_.run("ROLLBACK");
  readRows_.clear();
  if (error.code != ErrorCode::damaged) return;
  open_ = false;
  while (made_ < kMostAttempts) {
    ++made_;
    removeFile();
    if (openFile()) return;
  }
  db_ = {};
}

Result<std::int64_t> GroundFile::keyId(const QString& key) {
  auto find = db_.prepare("SELECT id FROM ground_key WHERE key=?");
  if (!find) return failure(find.error());
  const auto found = find->bind(1, std::string_view(key.toStdString())).step();
  if (!found) return failure(found.error());
  return *found ? find->integer(0) : 0;
}

std::vector<GroundPiece> GroundFile::pieces(const QString& key) {
  std::vector<GroundPiece> out;
  if (!open_) return out;
  const auto read = [&]() -> Outcome {
    const auto id = keyId(key);
    if (!id) return failure(id.error());
    auto all = db_.prepare("SELECT kind,step,x,y,width,height FROM ground_image WHERE key=?");
    if (!all) return failure(all.error());
    all->bind(1, *id);
    for (;;) {
      const auto more = all->step();
      if (!more) return failure(more.error());
      if (!*more) return {};
      const auto number = [&](int column) { return static_cast<int>(all->integer(column)); };
      out.push_back({all->integer(0) == 0 ? GroundPiece::Kind::tile : GroundPiece::Kind::labels, number(1),
                     QRect(number(2), number(3), number(4), number(5))});
    }
  }();
  if (!read) {
    out.clear();
    giveIn(read.error());
  }
  return out;
}

QImage GroundFile::read(const QString& key, const GroundPiece& piece) {
  if (!open_) return {};
  QImage image;
  const auto done = [&]() -> Outcome {
    const auto id = keyId(key);
    if (!id) return failure(id.error());
    auto find = db_.prepare(
        "SELECT rowid,data FROM ground_image WHERE key=? AND kind=? AND step=? AND x=? AND y=? AND width=? AND "
        "height=?");
    if (!find) return failure(find.error());
    bindPiece(*find, *id, piece);
    const auto found = find->step();
    if (!found) return failure(found.error());
    if (!*found) return {};
    image = unpacked(find->blob(1), piece);
    if (image.isNull()) return failure(ErrorCode::damaged, {"a damaged map image", "地图缓存图像已损坏"});
    readRows_.push_back(find->integer(0));
    return {};
  }();
  if (!done) giveIn(done.error());
  return image;
}

void GroundFile::write(const QString& key, const GroundPiece& piece, const QImage& image) {
  if (!open_) return;
  const QImage plain = image.convertToFormat(formatOf(piece));
  const auto bytes = packed(plain);
  if (bytes.empty() || plain.size() != piece.pixels.size()) return;
  const auto done = [&]() -> Outcome {
    if (const auto begun = db_.run("BEGIN IMMEDIATE"); !begun) return failure(begun.error());
    auto name = db_.prepare("INSERT OR IGNORE INTO ground_key(key) VALUES(?)");
    if (!name) return failure(name.error());
    if (const auto named = name->bind(1, std::string_view(key.toStdString())).run(); !named)
      return failure(named.error());
    const auto id = keyId(key);
    if (!id) return failure(id.error());
    auto put = db_.prepare(
        "INSERT OR REPLACE INTO ground_image(key,kind,step,x,y,width,height,used,data) VALUES(?,?,?,?,?,?,?,?,?)");
    if (!put) return failure(put.error());
    bindPiece(*put, *id, piece);
    if (const auto stored = put->bind(8, now()).bindBlob(9, bytes).run(); !stored) return failure(stored.error());
    return db_.run("COMMIT");
  }();
  if (!done) {
    giveIn(done.error());
    return;
  }
  written_ += static_cast<std::int64_t>(bytes.size());
  if (written_ > std::min(kTidyEvery, limitBytes_ / 8)) tidy();
}

void GroundFile::tidy() {
  if (!open_ || (readRows_.empty() && written_ == 0)) return;
  if (const auto done = throwAway(); !done) giveIn(done.error());
  readRows_.clear();
  written_ = 0;
}

Outcome GroundFile::throwAway() {
  if (const auto begun = db_.run("BEGIN IMMEDIATE"); !begun) return failure(begun.error());
  {
    auto touch = db_.prepare("UPDATE ground_image SET used=? WHERE rowid=?");
    if (!touch) return failure(touch.error());
    for (const std::int64_t row : readRows_)
      if (const auto touched = touch->bind(1, now()).bind(2, row).run(); !touched) return failure(touched.error());
  }
  // Free pages are used again, so the file itself stays about as large as it once was: never much above the limit.
  const auto pages = db_.integer(
      "SELECT (SELECT page_count FROM pragma_page_count) - "
      "(SELECT freelist_count FROM pragma_freelist_count)");
  if (!pages) return failure(pages.error());
  const auto pageBytes = db_.integer("PRAGMA page_size");
  if (!pageBytes) return failure(pageBytes.error());
  std::int64_t excess = pages->value_or(0) * pageBytes->value_or(0) - limitBytes_;
  if (excess > 0) {
    excess += limitBytes_ / 10;
    auto oldest = db_.prepare("SELECT rowid,length(data) FROM ground_image ORDER BY used");
    if (!oldest) return failure(oldest.error());
    std::vector<std::int64_t> rows;
    while (excess > 0) {
      const auto more = oldest->step();
      if (!more) return failure(more.error());
      if (!*more) break;
      rows.push_back(oldest->integer(0));
      excess -= oldest->integer(1);
    }
    oldest->reset();
    auto drop = db_.prepare("DELETE FROM ground_image WHERE rowid=?");
    if (!drop) return failure(drop.error());
    for (const std::int64_t row : rows)
      if (const auto dropped = drop->bind(1, row).run(); !dropped) return failure(dropped.error());
  }
  if (const auto done = db_.run("COMMIT"); !done) return failure(done.error());
  return db_.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace fengsui
