// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/publication.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "journal/gpkgrows.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;
using What = PublishOutcome::What;

constexpr const char* kPragmas =
    // The page cache must not spill, or readers would be shut out before the commit. Overwrite what is removed: a
    // withdrawn telephone number shall not stay in a free page. (trusted_schema stays on: R-tree triggers need it, and
    // nothing of a file runs before its schema was found to be ours.)
    "PRAGMA cache_spill=OFF;PRAGMA secure_delete=ON;PRAGMA synchronous=NORMAL;"
    "PRAGMA foreign_keys=OFF;PRAGMA temp_store=MEMORY";

const Text kLate = {"another program holds the published file; it will be brought up to date when it lets go",
                    "其他程序正占用发布文件，释放后将自动更新"};

void removeWithSidecars(const std::string& path, bool mainToo) {
  std::error_code ignored;
  if (mainToo) fs::remove(path, ignored);
  for (const char* suffix : {"-journal", "-wal", "-shm"}) fs::remove(path + suffix, ignored);
}

Error ioError(const std::string& path, int code) {
  Error error{code == ENOSPC ? ErrorCode::full : ErrorCode::io,
              {"the published file cannot be written: " + std::string(std::strerror(code)),
               "无法写入发布文件：" + std::string(std::strerror(code))},
              {"check the folder's rights and space; the station itself is not affected",
               "请检查文件夹权限和空间；站点本身不受影响"},
              {}};
  error.place.file = path;
  return error;
}

Error foreign(std::string en, std::string zh) {
  return {ErrorCode::damaged, {std::move(en), std::move(zh)}, {}, {}};
}

const std::string& schemaScript() {
  static const std::string script = geopackage::schema(published::tables());
  return script;
}

// What the fingerprint of a file of ours is: that of one made in memory.
Result<std::string> ownFingerprint() {
  static const Result<std::string> own = []() -> Result<std::string> {
    auto db = Sqlite::open(":memory:", SqliteAccess::create);
    if (!db) return failure(db.error());
    if (const auto done = geopackage::allowWriting(*db); !done) return failure(done.error());
    if (const auto done = db->run(schemaScript()); !done) return failure(done.error());
    return geopackage::fingerprint(*db);
  }();
  return own;
}

}  // namespace

Publication::Publication(const StationFiles& files)
    : path_(files.publication), lockPath_(files.cache + "/publication.lock") {}

Publication::~Publication() {
  close();
  if (lock_ >= 0) ::close(lock_);
}

void Publication::close() {
  db_ = {};
  open_ = false;
  shown_.reset();
}

Result<bool> Publication::holdLock() {
  struct stat held {
  }, there{};
  if (lock_ >= 0) {
    // The cache may be deleted at any time, the lock with it; then somebody else may hold a new one.
    if (::fstat(lock_, &held) == 0 && ::stat(lockPath_.c_str(), &there) == 0 && held.st_ino == there.st_ino &&
        held.st_dev == there.st_dev)
      return true;
    ::close(lock_);
    lock_ = -1;
  }
  std::error_code ignored;
  fs::create_directories(fs::path(lockPath_).parent_path(), ignored);
  lock_ = ::open(lockPath_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ < 0) return failure(ioError(lockPath_, errno));
  if (::flock(lock_, LOCK_EX | LOCK_NB) == 0) return true;
  ::close(lock_);
  lock_ = -1;
  return false;
}

std::optional<Publication::FileMark> Publication::markOfFile() const {
  struct stat status {};
  if (::stat(path_.c_str(), &status) != 0) return std::nullopt;
  return FileMark{status.st_dev, status.st_ino, status.st_size,
                  static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
}

Outcome Publication::openFile() {
  close();
  auto db = Sqlite::open(path_, SqliteAccess::readWrite);
  if (!db) return failure(db.error());
  db_ = std::move(*db);
  db_.setPatience(patienceMs_);
  if (const auto done = db_.run(kPragmas); !done) return done;
  if (const auto done = geopackage::allowWriting(db_); !done) return done;
  open_ = true;
  return {};
}

// GIS programs switch a GeoPackage they edit to WAL and do not always switch it back. A file in WAL cannot be read
// from a medium that is read-only, so it is taken back as soon as nobody else has it open.
void Publication::leaveWal() {
  auto mode = db_.prepare("PRAGMA journal_mode");
  if (!mode) return;
  const auto row = mode->step();
  const bool wal = row && *row && mode->text(0) == "wal";
  *mode = Statement();
  if (!wal) return;
  db_.setPatience(0);
  (void)db_.run("PRAGMA journal_mode=DELETE");  // busy while somebody has it open: next time
  db_.setPatience(patienceMs_);
}

Outcome Publication::checkFile() {
  const auto own = ownFingerprint();
  if (!own) return failure(own.error());
  const auto theirs = geopackage::fingerprint(db_);
  if (!theirs) {
    const ErrorCode code = theirs.error().code;
    if (code == ErrorCode::busy || code == ErrorCode::full) return failure(theirs.error());
    return failure(foreign("it was not a publication of this version (" + theirs.error().message.en + ")",
                           "它不是本版本的发布文件（" + theirs.error().message.zh + "）"));
  }
  if (*own != *theirs)
    return failure(foreign("somebody changed its tables or triggers, or another version made it",
                           "其数据表或触发器被改动，或由其他版本生成"));
  return gpkgrows::checkStructure(db_);
}

Result<published::Difference> Publication::compareFile(const Situation& situation) {
  return gpkgrows::compare(db_, published::rowsOf(situation));
}

Result<bool> Publication::othersWrote() {
  const auto version = db_.integer("PRAGMA data_version");
  if (!version) return failure(version.error());
  return version->value_or(0) != dataVersion_;
}

Outcome Publication::write(const published::Difference& difference, const published::Row& publication) {
  return gpkgrows::write(db_, difference, publication);
}

Result<PublishOutcome> Publication::publish(const Situation& situation, std::int64_t position, Instant now) {
  const auto held = holdLock();
  if (!held) return failure(held.error());
  if (!*held) {
    close();
    return PublishOutcome{What::elsewhere,
                          0,
                          0,
                          false,
                          {"another program on this computer publishes this station", "本机另一程序正在发布该站点"}};
  }
  auto outcome = tryPublish(situation, position, now);
  if (outcome) return outcome;
  const Error& error = outcome.error();
  switch (error.code) {
    case ErrorCode::busy:
      return PublishOutcome{What::late, 0, 0, false, kLate};
    case ErrorCode::full:
      return outcome;
    default:
      break;
  }
  close();
  return makeAnew(situation, position, now, error.message);
}

Result<PublishOutcome> Publication::tryPublish(const Situation& situation, std::int64_t position, Instant now) {
  const auto mark = markOfFile();
  if (!mark) {
    close();
    return failure(foreign("there was none", "文件不存在"));
  }
  // Whoever writes without SQLite does not tell its page cache: read everything again.
  if (mark != mark_) close();
  if (!open_)
    if (const auto done = openFile(); !done) return failure(done.error());
  leaveWal();

  // From here on nobody else writes.
  if (const auto done = db_.run("BEGIN IMMEDIATE"); !done) return failure(done.error());
  const auto undo = [&](Error error) {
    (void)db_.run("ROLLBACK");
    return failure(std::move(error));
  };
  const auto others = othersWrote();
  if (!others) return undo(others.error());
  if (*others) shown_.reset();
  if (shown_ && !(shown_->situation.station == situation.station)) shown_.reset();

  published::Difference difference;
  if (shown_) {
    difference = published::difference(shown_->situation, situation);
  } else {
    if (const auto done = checkFile(); !done) return undo(done.error());
    auto compared = compareFile(situation);
    if (!compared) return undo(compared.error());
    difference = std::move(*compared);
  }
  PublishOutcome outcome{What::published, difference.write.size(), difference.remove.size(), false, {}};
  const bool nothing = shown_ && shown_->position == position && difference.write.empty() && difference.remove.empty();
  if (nothing) {
    if (const auto done = db_.run("ROLLBACK"); !done) return failure(done.error());
    outcome.what = What::unchanged;
  } else {
    if (const auto done = write(difference, published::publicationRow(situation, position, now)); !done)
      return undo(done.error());
    // Readers may hold it; then everything is taken back rather than keeping new readers out.
    if (const auto done = db_.run("COMMIT"); !done) return undo(done.error());
  }
  const auto version = db_.integer("PRAGMA data_version");
  dataVersion_ = version ? version->value_or(0) : 0;
  mark_ = markOfFile();
  shown_ = Shown{situation, position};
  return outcome;
}

// A whole new file beside the old one, then in its place: readers see the old one or the new one, never half of one.
Result<PublishOutcome> Publication::makeAnew(const Situation& situation, std::int64_t position, Instant now, Text why) {
  const std::string fresh = path_ + ".new";
  removeWithSidecars(fresh, true);
  const auto fail = [&](Error error) {
    db_ = {};
    removeWithSidecars(fresh, true);
    error.place.file = path_;
    if (error.code != ErrorCode::full) error.code = ErrorCode::io;
    return failure(std::move(error));
  };
  auto db = Sqlite::open(fresh, SqliteAccess::create);
  if (!db) return fail(db.error());
  const published::Difference all{published::rowsOf(situation), {}};
  {
    // Not in place yet: no need to survive anything before it is whole and on disk.
    if (const auto done = db->run(std::string(kPragmas) + ";PRAGMA journal_mode=OFF;PRAGMA synchronous=OFF;BEGIN");
        !done)
      return fail(done.error());
    if (const auto done = geopackage::allowWriting(*db); !done) return fail(done.error());
    if (const auto done = db->run(schemaScript()); !done) return fail(done.error());
    if (const auto done = gpkgrows::write(*db, all, published::publicationRow(situation, position, now)); !done)
      return fail(done.error());
    if (const auto done = db->run("COMMIT"); !done) return fail(done.error());
  }
  *db = {};
  const int file = ::open(fresh.c_str(), O_RDONLY | O_CLOEXEC);
  const int synced = file < 0 ? -1 : ::fsync(file);
  const int code = errno;
  if (file >= 0) ::close(file);
  if (synced != 0) return fail(ioError(path_, code));
  // What lies beside the old file belongs to it alone; found beside the new one it would be played into it.
  removeWithSidecars(path_, false);
  if (::rename(fresh.c_str(), path_.c_str()) != 0) return fail(ioError(path_, errno));
  if (const auto done = openFile(); !done) return failure(done.error());
  const auto version = db_.integer("PRAGMA data_version");
  dataVersion_ = version ? version->value_or(0) : 0;
  mark_ = markOfFile();
  shown_ = Shown{situation, position};
  Text reason = {"the published file was made again: " + why.en, "发布文件已重新生成：" + why.zh};
  return PublishOutcome{What::published, all.write.size(), 0, true, std::move(reason)};
}

}  // namespace fengsui
