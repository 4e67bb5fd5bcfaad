// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <filesystem>

#include "journal/fileplace.h"
#include "journal/journal.h"

namespace fengsui {

Outcome Journal::backupTo(const std::string& to) {
  if (const auto free = isFree(to); !free) return failure(free.error());
  auto target = Sqlite::open(to, SqliteAccess::create);
  if (!target) return failure(target.error());
  sqlite3_backup* backup = sqlite3_backup_init(target->handle(), "main", db_.handle(), "main");
  if (!backup) return failure(target->lastError());
  int code = SQLITE_OK;
  do {
    code = sqlite3_backup_step(backup, 1024);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(20);
  } while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) {
    const Error error = sqliteError(code, to, sqlite3_errmsg(target->handle()));
    *target = {};
    std::error_code ignored;
    std::filesystem::remove(to, ignored);
    return failure(error);
  }
  return {};
}

}  // namespace fengsui
