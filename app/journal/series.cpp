// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/series.h"

#include <filesystem>

namespace fengsui {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kFormat = 1;

// Incremental vacuum has to be chosen before there is a table.
constexpr const char* kPragmas =
    "PRAGMA page_size=4096;PRAGMA auto_vacuum=INCREMENTAL;PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
    "PRAGMA cache_size=-16384;PRAGMA trusted_schema=OFF";

// By series first: what is asked for is one series over a time, and the newest pages of all of them stay in the cache.
constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS series(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, unit TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS reading(series INTEGER NOT NULL, at INTEGER NOT NULL, value REAL, lon INTEGER, lat INTEGER,
  PRIMARY KEY(series, at)) WITHOUT ROWID;
)sql";

Reading readingOf(const Statement& row) {
  Reading reading{{row.integer(0)}, std::nullopt, std::nullopt};
  if (!row.isNull(1)) reading.value = row.real(1);
  if (!row.isNull(2))
    reading.where = Position{static_cast<std::int32_t>(row.integer(2)), static_cast<std::int32_t>(row.integer(3))};
  return reading;
}

}  // namespace

Result<SeriesStore> SeriesStore::openSound(const std::string& path) {
  auto db = Sqlite::open(path, SqliteAccess::create);
  if (!db) return failure(db.error());
  const auto format = db->integer("PRAGMA user_version");
  if (!format) return failure(format.error());
  if (format->value_or(0) > kFormat)
    return failure(ErrorCode::newerFormat,
                   {"the readings were written by a newer Fengsui", "读数文件由更新版本的烽燧写入"},
                   {"update this program", "请升级本程序"});
  if (const auto done = db->run(kPragmas); !done) return failure(done.error());
  if (*format != kFormat)
    if (const auto done = db->run("BEGIN IMMEDIATE;" + std::string(kSchema) +
                                  "PRAGMA user_version=" + std::to_string(kFormat) + ";COMMIT");
        !done)
      return failure(done.error());
  SeriesStore store(std::move(*db));
  const std::pair<Statement*, const char*> all[] = {
      {&store.insert_, "INSERT OR REPLACE INTO reading(series,at,value,lon,lat) VALUES(?,?,?,?,?)"},
      {&store.numberOf_, "SELECT number FROM series WHERE name=?"},
      {&store.addSeries_, "INSERT INTO series(name,unit) VALUES(?,?)"}};
  for (const auto& [statement, sql] : all) {
    auto prepared = store.db_.prepare(sql);
    if (!prepared) return failure(prepared.error());
    *statement = std::move(*prepared);
  }
  return store;
}

Result<SeriesStore> SeriesStore::open(const StationFiles& files) {
  auto store = openSound(files.series);
  if (store || store.error().code != ErrorCode::damaged) return store;
  std::error_code failed;
  fs::rename(files.series, files.series + ".damaged", failed);
  if (failed) return store;
  for (const char* suffix : {"-wal", "-shm"}) fs::remove(files.series + suffix, failed);
  const Text why = store.error().message;
  store = openSound(files.series);
  if (store)
    store->notice_ = {
        "the readings were damaged and are begun anew; the old file is kept as " + files.series + ".damaged",
        "读数文件已损坏，已重新开始；原文件保留为 " + files.series + ".damaged"};
  return store;
}

Result<std::int64_t> SeriesStore::seriesNumber(const SeriesReading& reading) {
  const auto row = numberOf_.bind(1, std::string_view(reading.series)).step();
  const std::int64_t number = row && *row ? numberOf_.integer(0) : 0;
  numberOf_.reset();
  if (!row) return failure(row.error());
  if (*row) return number;
  if (const auto done =
          addSeries_.bind(1, std::string_view(reading.series)).bind(2, std::string_view(reading.unit)).run();
      !done)
    return failure(done.error());
  return db_.lastRowId();
}

Outcome SeriesStore::insertAll(std::span<const SeriesReading> readings) {
  for (const SeriesReading& one : readings) {
    const auto number = seriesNumber(one);
    if (!number) return failure(number.error());
    const Reading& r = one.reading;
    insert_.bind(1, *number).bind(2, r.at.ms);
    if (r.value) insert_.bind(3, *r.value);
    if (r.where) insert_.bind(4, std::int64_t{r.where->lonE7}).bind(5, std::int64_t{r.where->latE7});
    if (auto done = insert_.run(); !done) return done;
  }
  return {};
}

Outcome SeriesStore::append(std::span<const SeriesReading> readings) {
  if (auto done = db_.run("BEGIN IMMEDIATE"); !done) return done;
  auto done = insertAll(readings);
  if (done) done = db_.run("COMMIT");
  if (!done) (void)db_.run("ROLLBACK");
  return done;
}

Result<std::vector<Reading>> SeriesStore::range(const std::string& series, Instant from, Instant to,
                                                std::size_t limit) {
  auto statement = db_.prepare(
      "SELECT at,value,lon,lat FROM reading WHERE series=(SELECT number FROM series WHERE name=?) AND at BETWEEN ? AND "
      "?"
      " ORDER BY at LIMIT ?");
  if (!statement) return failure(statement.error());
  statement->bind(1, std::string_view(series))
      .bind(2, from.ms)
      .bind(3, to.ms)
      .bind(4, static_cast<std::int64_t>(limit));
  std::vector<Reading> found;
  for (;;) {
    const auto row = statement->step();
    if (!row) return failure(row.error());
    if (!*row) return found;
    found.push_back(readingOf(*statement));
  }
}

Result<std::optional<Reading>> SeriesStore::last(const std::string& series, Instant at) {
  auto statement = db_.prepare(
      "SELECT at,value,lon,lat FROM reading WHERE series=(SELECT number FROM series WHERE name=?) AND at<=?"
      " ORDER BY at DESC LIMIT 1");
  if (!statement) return failure(statement.error());
  statement->bind(1, std::string_view(series)).bind(2, at.ms);
  const auto row = statement->step();
  if (!row) return failure(row.error());
  return *row ? std::optional(readingOf(*statement)) : std::nullopt;
}

Result<std::vector<SeriesFacts>> SeriesStore::list() {
  auto statement = db_.prepare("SELECT name,unit FROM series ORDER BY name");
  if (!statement) return failure(statement.error());
  std::vector<SeriesFacts> all;
  for (;;) {
    const auto row = statement->step();
    if (!row) return failure(row.error());
    if (!*row) return all;
    all.push_back({std::string(statement->text(0)), std::string(statement->text(1))});
  }
}

Result<std::size_t> SeriesStore::prune(Instant before, std::size_t most) {
  auto numbers = db_.prepare("SELECT number FROM series WHERE number>? ORDER BY number");
  auto remove = db_.prepare(
      "DELETE FROM reading WHERE series=?1 AND at<?2 AND at<=coalesce((SELECT at FROM reading WHERE series=?1 ORDER BY "
      "at"
      " LIMIT 1 OFFSET ?3),?2)");
  if (!numbers) return failure(numbers.error());
  if (!remove) return failure(remove.error());
  std::vector<std::int64_t> order;
  for (const bool wrapped : {false, true}) {
    numbers->bind(1, wrapped ? std::int64_t{0} : pruneNext_);
    for (;;) {
      const auto row = numbers->step();
      if (!row) return failure(row.error());
      if (!*row || (wrapped && numbers->integer(0) > pruneNext_)) break;
      order.push_back(numbers->integer(0));
    }
    numbers->reset();
  }
  if (const auto done = db_.run("BEGIN IMMEDIATE"); !done) return failure(done.error());
  std::size_t gone = 0;
  Outcome done;
  for (const std::int64_t number : order) {
    if (gone >= most) break;
    remove->bind(1, number).bind(2, before.ms).bind(3, static_cast<std::int64_t>(most - gone - 1));
    done = remove->run();
    if (!done) break;
    gone += static_cast<std::size_t>(db_.changes());
    pruneNext_ = number;
  }
  // What was freed goes back to the disk a little at a time.
  if (done && gone > 0) done = db_.run("PRAGMA incremental_vacuum(64)");
  if (done) done = db_.run("COMMIT");
  if (!done) {
    (void)db_.run("ROLLBACK");
    return failure(done.error());
  }
  return gone;
}

std::vector<SeriesReading> SeriesStore::newest(const StationFiles& files, Instant at) {
  std::vector<SeriesReading> found;
  std::error_code ignored;
  if (!std::filesystem::exists(files.series, ignored)) return found;
  auto store = open(files);
  if (!store) return found;
  const auto all = store->list();
  if (!all) return found;
  for (const SeriesFacts& series : *all)
    if (const auto last = store->last(series.name, at); last && *last && (*last)->value)
      found.push_back({series.name, series.unit, **last});
  return found;
}

}  // namespace fengsui
