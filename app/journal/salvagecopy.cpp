// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/salvagecopy.h"

#include <sqlite3.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

#include "journal/journal.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

Error cannotWrite(const std::string& to) {
  Error error{errno == ENOSPC ? ErrorCode::full : ErrorCode::io,
              {"the copy cannot be written", "无法写入副本"},
              {"check the space and the rights of the folder", "请检查空间和文件夹权限"},
              {}};
  error.place.file = to;
  return error;
}

// SQLite's file layer counts the descriptors of a file in this process and closes none of them while one holds a lock.
Outcome copyRaw(const std::string& from, const std::string& to) {
  sqlite3_vfs* layer = sqlite3_vfs_find(nullptr);
  const std::string absolute = fs::absolute(from).string();
  const std::unique_ptr<char, void (*)(char*)> name(
      const_cast<char*>(sqlite3_create_filename(absolute.c_str(), "", "", 0, nullptr)),
      [](char* n) { sqlite3_free_filename(n); });
  std::vector<std::max_align_t> memory(static_cast<std::size_t>(layer->szOsFile) / sizeof(std::max_align_t) + 1);
  auto* file = reinterpret_cast<sqlite3_file*>(memory.data());
  file->pMethods = nullptr;
  const int opened = layer->xOpen(layer, name.get(), file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
  const auto close = [](sqlite3_file* f) {
    if (f->pMethods) f->pMethods->xClose(f);
  };
  const std::unique_ptr<sqlite3_file, decltype(close)> open(file, close);
  if (opened != SQLITE_OK) return failure(sqliteError(opened, from, sqlite3_errstr(opened)));
  sqlite3_int64 size = 0;
  if (const int code = file->pMethods->xFileSize(file, &size); code != SQLITE_OK)
    return failure(sqliteError(code, from, sqlite3_errstr(code)));
  std::ofstream out(to, std::ios::binary);
  constexpr sqlite3_int64 kPart = 4096;  // what one broken sector costs
  std::vector<char> buffer(kPart);
  for (sqlite3_int64 at = 0; at < size; at += kPart) {
    const auto part = std::min(kPart, size - at);
    std::fill(buffer.begin(), buffer.end(), '\0');
    (void)file->pMethods->xRead(file, buffer.data(), static_cast<int>(part), at);
    if (!out.write(buffer.data(), static_cast<std::streamsize>(part))) return failure(cannotWrite(to));
  }
  if (!out.flush()) return failure(cannotWrite(to));
  // Nobody locks the log itself.
  std::error_code failed;
  if (fs::exists(from + "-wal", failed)) fs::copy_file(from + "-wal", to + "-wal", failed);
  return {};
}

}  // namespace

Outcome copyForSalvage(const std::string& from, const std::string& to) {
  std::error_code ignored;
  if (!fs::is_regular_file(from, ignored)) {
    Error error{ErrorCode::notFound, {"there is no such file", "没有这个文件"}, {}, {}};
    error.place.file = from;
    return failure(std::move(error));
  }
  if (auto source = Sqlite::open(from, SqliteAccess::readOnly)) {
    auto target = Sqlite::open(to, SqliteAccess::create);
    if (!target) return failure(target.error());
    int code = SQLITE_ERROR;
    if (sqlite3_backup* backup = sqlite3_backup_init(target->handle(), "main", source->handle(), "main")) {
      do {
        code = sqlite3_backup_step(backup, 1024);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(20);
      } while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);
      sqlite3_backup_finish(backup);
    }
    if (code == SQLITE_DONE) return {};
    if ((code & 0xff) == SQLITE_FULL) return failure(cannotWrite(to));
  }
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) fs::remove(to + suffix, ignored);
  return copyRaw(from, to);
}

}  // namespace fengsui
