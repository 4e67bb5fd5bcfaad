// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace fengsui {

enum class ColumnType { integer, real, text, blob, null };

/// A prepared statement. Bind from 1, step, read columns from 0. Views of a row live until the next step.
class Statement {
 public:
  Statement() = default;
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, double value);
  Statement& bind(int index, std::string_view text);
  Statement& bindBlob(int index, std::span<const std::uint8_t> bytes);
  Statement& bindNull(int index);

  /// @return true for a row, false at the end.
  [[nodiscard]] Result<bool> step();
  /// Runs to the end and is ready to be bound again.
  [[nodiscard]] Outcome run();
  void reset();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::span<const std::uint8_t> blob(int column) const;
  [[nodiscard]] bool isNull(int column) const;
  [[nodiscard]] ColumnType type(int column) const;
  [[nodiscard]] int columns() const;
  explicit operator bool() const { return statement_ != nullptr; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

enum class SqliteAccess { create, readWrite, readOnly };

/// One connection to one SQLite file.
///
/// Thread: one at a time.
/// Errors: Error::full, busy, damaged, io with the file's name in the place.
class Sqlite {
 public:
  [[nodiscard]] static Result<Sqlite> open(const std::string& path, SqliteAccess access);

  [[nodiscard]] Outcome run(const std::string& sql);
  [[nodiscard]] Result<Statement> prepare(std::string_view sql);
  /// The one value of a query that gives one row; nothing where it gives none.
  [[nodiscard]] Result<std::optional<std::int64_t>> integer(std::string_view sql);
  [[nodiscard]] std::int64_t lastRowId() const;
  /// How many rows the last INSERT, UPDATE or DELETE named.
  [[nodiscard]] std::int64_t changes() const;
  /// How long a statement waits for others; five seconds where nothing is said.
  void setPatience(int ms);
  /// Asked every few thousand steps of a long statement; true ends it with Error::io. Empty: asked no more.
  void setInterrupt(std::function<bool()> interrupt);
  [[nodiscard]] Error lastError() const;
  [[nodiscard]] sqlite3* handle() const { return db_.get(); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* db) const;
  };
  std::string path_;
  std::unique_ptr<std::function<bool()>> interrupt_;  // its address is known to the connection
  std::unique_ptr<sqlite3, Close> db_;
};

/// What SQLite's result code means to a person.
[[nodiscard]] Error sqliteError(int code, const std::string& path, std::string_view detail);

}  // namespace fengsui
