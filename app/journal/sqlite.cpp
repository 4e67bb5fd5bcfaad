// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/sqlite.h"

#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>

namespace fengsui {
namespace {

constexpr int kBusyTimeoutMs = 5000;

// A file in WAL mode wants two more beside it, also from those who only read. In a folder that may not be written there
// can be none, and where no log lies there nobody is writing.
bool cannotChange(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return ::access(path.c_str(), R_OK) == 0 && ::access(folder.empty() ? "." : folder.c_str(), W_OK) != 0 &&
         ::access((path + "-wal").c_str(), F_OK) != 0;
}

std::string immutableUri(const std::string& path) {
  std::string out = "file:";
  for (const char c : path) out += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : std::string(1, c);
  return out + "?immutable=1";
}

}  // namespace

Error sqliteError(int code, const std::string& path, std::string_view detail) {
  const std::string why(detail);
  Error error;
  error.place.file = path;
  switch (code & 0xff) {
    case SQLITE_FULL:
      error.code = ErrorCode::full;
      error.message = {"the disk is full: nothing was recorded", "磁盘已满：未记录任何内容"};
      error.remedy = {"free some space and do it again; reading goes on", "请清理磁盘后重试；查看不受影响"};
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      error.code = ErrorCode::busy;
      error.message = {"another program keeps this file locked", "另一程序正在占用此文件"};
      error.remedy = {"close it or try again", "请关闭该程序或稍后重试"};
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      error.code = ErrorCode::damaged;
      error.message = {"the file is damaged or is not a station (" + why + ")",
                       "文件已损坏或不是站点文件（" + why + "）"};
      error.remedy = {"save what is readable with: fengsuictl journal salvage",
                      "可用 fengsuictl journal salvage 抢救可读内容"};
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      error.code = ErrorCode::io;
      error.message = {"this file may not be written", "此文件不可写"};
      error.remedy = {"check who owns the file and its folder", "请检查文件及所在文件夹的权限"};
      break;
    case SQLITE_CANTOPEN:
      error.code = ErrorCode::notFound;
      error.message = {"the file cannot be opened", "无法打开文件"};
      error.remedy = {"check the name and the folder's rights", "请检查文件名和文件夹权限"};
      break;
    default:
      error.code = ErrorCode::io;
      error.message = {"the disk did not do what was asked: " + why, "磁盘操作失败：" + why};
  }
  return error;
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement& Statement::bind(int index, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), index, value);
  return *this;
}
Statement& Statement::bind(int index, double value) {
  sqlite3_bind_double(statement_.get(), index, value);
  return *this;
}
Statement& Statement::bind(int index, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), index, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}
Statement& Statement::bindBlob(int index, std::span<const std::uint8_t> bytes) {
  sqlite3_bind_blob64(statement_.get(), index, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
  return *this;
}
Statement& Statement::bindNull(int index) {
  sqlite3_bind_null(statement_.get(), index);
  return *this;
}

Result<bool> Statement::step() {
  switch (const int code = sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default: {
      sqlite3* db = sqlite3_db_handle(statement_.get());
      const char* file = sqlite3_db_filename(db, "main");
      const Error error = sqliteError(code, file ? file : "", sqlite3_errmsg(db));
      sqlite3_reset(statement_.get());
      return failure(error);
    }
  }
}

Outcome Statement::run() {
  for (;;) {
    const auto more = step();
    if (!more) {
      reset();  // or the next run would inherit what this one bound
      return failure(more.error());
    }
    if (!*more) break;
  }
  reset();
  return {};
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(static_cast<const void*>(sqlite3_column_text(statement_.get(), column)));
  return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
               : std::string_view();
}

std::span<const std::uint8_t> Statement::blob(int column) const {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
  return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)) : 0};
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

ColumnType Statement::type(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_INTEGER:
      return ColumnType::integer;
    case SQLITE_FLOAT:
      return ColumnType::real;
    case SQLITE_TEXT:
      return ColumnType::text;
    case SQLITE_BLOB:
      return ColumnType::blob;
    default:
      return ColumnType::null;
  }
}

int Statement::columns() const {
  return sqlite3_column_count(statement_.get());
}

void Sqlite::Close::operator()(sqlite3* db) const {
  sqlite3_close_v2(db);
}

Result<Sqlite> Sqlite::open(const std::string& path, SqliteAccess access) {
  int flags = SQLITE_OPEN_NOMUTEX;
  switch (access) {
    case SqliteAccess::create:
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
      break;
    case SqliteAccess::readWrite:
      flags |= SQLITE_OPEN_READWRITE;
      break;
    case SqliteAccess::readOnly:
      flags |= SQLITE_OPEN_READONLY;
      break;
  }
  const bool immutable = access == SqliteAccess::readOnly && cannotChange(path);
  if (immutable) flags |= SQLITE_OPEN_URI;
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(immutable ? immutableUri(path).c_str() : path.c_str(), &raw, flags, nullptr);
  Sqlite db;
  db.path_ = path;
  db.db_.reset(raw);
  if (code != SQLITE_OK) return failure(sqliteError(code, path, raw ? sqlite3_errmsg(raw) : ""));
  sqlite3_extended_result_codes(raw, 1);
  sqlite3_busy_timeout(raw, kBusyTimeoutMs);
  return db;
}

Outcome Sqlite::run(const std::string& sql) {
  if (const int code = sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
    return failure(sqliteError(code, path_, sqlite3_errmsg(db_.get())));
  return {};
}

Result<Statement> Sqlite::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) return failure(sqliteError(code, path_, sqlite3_errmsg(db_.get())));
  return Statement(statement);
}

Result<std::optional<std::int64_t>> Sqlite::integer(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return failure(statement.error());
  const auto row = statement->step();
  if (!row) return failure(row.error());
  if (!*row || statement->isNull(0)) return std::optional<std::int64_t>{};
  return std::optional(statement->integer(0));
}

std::int64_t Sqlite::lastRowId() const {
  return sqlite3_last_insert_rowid(db_.get());
}

std::int64_t Sqlite::changes() const {
  return sqlite3_changes64(db_.get());
}

void Sqlite::setPatience(int ms) {
  sqlite3_busy_timeout(db_.get(), ms);
}

void Sqlite::setInterrupt(std::function<bool()> interrupt) {
  constexpr int kSteps = 20000;
  if (!interrupt) {
    sqlite3_progress_handler(db_.get(), 0, nullptr, nullptr);
    interrupt_.reset();
    return;
  }
  interrupt_ = std::make_unique<std::function<bool()>>(std::move(interrupt));
  sqlite3_progress_handler(
      db_.get(), kSteps, [](void* ask) { return (*static_cast<std::function<bool()>*>(ask))() ? 1 : 0; },
      interrupt_.get());
}

Error Sqlite::lastError() const {
  return sqliteError(sqlite3_errcode(db_.get()), path_, sqlite3_errmsg(db_.get()));
}

}  // namespace fengsui
