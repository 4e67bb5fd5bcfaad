// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>

#include "core/eventcodec.h"
#include "core/hlc.h"
#include "journal/eventrecord.h"
#include "journal/fileplace.h"
#include "journal/schema.h"

namespace fengsui {
namespace {

constexpr std::string_view kColumns =
    "position,origin,sequence,hlc,occurred,received,type,version,actor,command,undoes,payload,payload_hash,chain";

// WAL so that readers never wait; FULL so that what was confirmed survives a power cut.
constexpr const char* kPragmas =
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA wal_autocheckpoint=2000;PRAGMA cache_size=-8192;"
    "PRAGMA foreign_keys=OFF;PRAGMA trusted_schema=OFF";

std::span<const std::uint8_t> bytesOf(const Uuid& id) {
  return id.bytes;
}

std::string refBytes(const EventRef& ref) {
  std::string out(reinterpret_cast<const char*>(ref.origin.bytes.data()), ref.origin.bytes.size());
  for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(ref.sequence >> shift & 0xff);
  return out;
}

std::optional<EventRef> refFrom(std::span<const std::uint8_t> bytes) {
  if (bytes.size() != 24) return std::nullopt;
  EventRef ref;
  std::copy_n(bytes.begin(), 16, ref.origin.bytes.begin());
  for (std::size_t i = 16; i < 24; ++i) ref.sequence = ref.sequence << 8 | bytes[i];
  return ref;
}

template <class Array>
bool copyExactly(std::span<const std::uint8_t> bytes, Array& to) {
  if (bytes.size() != to.size()) return false;
  std::copy(bytes.begin(), bytes.end(), to.begin());
  return true;
}

tl::unexpected<Error> damaged(const Sqlite& db, std::string en, std::string zh) {
  Error error{
      ErrorCode::damaged,
      {std::move(en), std::move(zh)},
      {"save what is readable with: fengsuictl journal salvage", "可用 fengsuictl journal salvage 抢救可读内容"},
      {}};
  error.place.file = db.path();
  return failure(std::move(error));
}

}  // namespace

Result<Journal> Journal::create(const std::string& path) {
  if (const auto free = isFree(path); !free) return failure(free.error());
  auto db = Sqlite::open(path, SqliteAccess::create);
  if (!db) return failure(db.error());
  const auto fail = [&](Error error) {
    *db = {};
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix, ignored);
    return failure(std::move(error));
  };
  if (const auto done = db->run("PRAGMA page_size=4096;" + std::string(kPragmas)); !done) return fail(done.error());
  const Uuid origin = Uuid::v7(systemNow());
  if (const auto done =
          db->run("BEGIN IMMEDIATE;" + std::string(kJournalSchema) + "INSERT INTO fengsui VALUES('format','" +
                  std::to_string(kJournalFormat) + "'),('origin','" + origin.text() + "');COMMIT");
      !done)
    return fail(done.error());
  Journal journal(std::move(*db));
  if (const auto done = journal.prepareAll(); !done) return failure(done.error());
  if (const auto done = journal.loadOrigin(); !done) return failure(done.error());
  return journal;
}

Result<Journal> Journal::open(const std::string& path, bool readOnly) {
  auto db = Sqlite::open(path, readOnly ? SqliteAccess::readOnly : SqliteAccess::readWrite);
  if (!db) return failure(db.error());
  auto formatQuery = db->prepare("SELECT value FROM fengsui WHERE key='format'");
  Result<bool> row = false;
  if (formatQuery) row = formatQuery->step();
  if (!formatQuery || !row) {
    const Error error = formatQuery ? row.error() : formatQuery.error();
    if (error.code == ErrorCode::full || error.code == ErrorCode::busy) return failure(error);
    if (error.code == ErrorCode::notFound && isThere(path).value_or(false)) {
      Error folder{ErrorCode::io,
                   {"this station may not be written: its folder is read-only", "该站点不可写：所在文件夹为只读"},
                   {"open it for reading, or copy it to another folder", "请以只读方式打开，或复制到其他文件夹"},
                   {}};
      folder.place.file = path;
      return failure(std::move(folder));
    }
    Error mine{ErrorCode::damaged,
               {"this is not a station file (" + error.message.en + ")", "这不是站点文件（" + error.message.zh + "）"},
               {"a station is a file NAME.fengsui, made with: fengsuictl station new",
                "站点文件名为 NAME.fengsui，可用 fengsuictl station new 新建"},
               {}};
    mine.place.file = path;
    return failure(std::move(mine));
  }
  const int format = *row ? std::atoi(std::string(formatQuery->text(0)).c_str()) : 0;
  *formatQuery = Statement();
  if (format > kJournalFormat) {
    Error error{ErrorCode::newerFormat,
                {"this station was written by a newer Fengsui (format " + std::to_string(format) +
                     "; this program reads up to " + std::to_string(kJournalFormat) + ")",
                 "该站点由更新版本的烽燧写入（格式 " + std::to_string(format) + "，本程序最高支持 " +
                     std::to_string(kJournalFormat) + "）"},
                {"update this program; the file is untouched", "请升级本程序；文件未被改动"},
                {}};
    error.place.file = path;
    return failure(std::move(error));
  }
  if (format < 1) return damaged(*db, "this station has no format number", "站点文件缺少格式编号");
  if (!readOnly)
    if (const auto done = db->run(kPragmas); !done) return failure(done.error());
  Journal journal(std::move(*db));
  journal.readOnly_ = readOnly;
  if (const auto done = journal.prepareAll(); !done) return failure(done.error());
  if (const auto done = journal.loadOrigin(); !done) return failure(done.error());
  return journal;
}

Outcome Journal::prepareAll() {
  const std::string columns(kColumns);
  const std::pair<Statement*, std::string> all[] = {
      {&begin_, "BEGIN IMMEDIATE"},
      {&commit_, "COMMIT"},
      {&insert_, "INSERT INTO event(" + columns + ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
      {&head_, "SELECT sequence,chain,hlc FROM event WHERE origin=? ORDER BY sequence DESC LIMIT 1"},
      {&find_, "SELECT " + columns + " FROM event WHERE origin=? AND sequence=?"},
      {&end_, "SELECT position,received,(SELECT max(hlc) FROM event) FROM event ORDER BY position DESC LIMIT 1"},
      {&wordByText_, "SELECT number FROM word WHERE text=?"},
      {&wordById_, "SELECT text FROM word WHERE number=?"},
      {&addWord_, "INSERT INTO word(text) VALUES(?)"},
      {&originByUuid_, "SELECT number FROM origin WHERE uuid=?"},
      {&originById_, "SELECT uuid FROM origin WHERE number=?"},
      {&addOrigin_, "INSERT INTO origin(uuid) VALUES(?)"},
      {&late_, "INSERT INTO late(position,hlc) VALUES(?,?) ON CONFLICT DO UPDATE SET hlc=min(hlc,excluded.hlc)"},
      {&dataVersion_, "PRAGMA data_version"},
  };
  for (const auto& [statement, sql] : all) {
    auto prepared = db_.prepare(sql);
    if (!prepared) return failure(prepared.error());
    *statement = std::move(*prepared);
  }
  return {};
}

Outcome Journal::loadOrigin() {
  auto statement = db_.prepare("SELECT value FROM fengsui WHERE key='origin'");
  if (!statement) return failure(statement.error());
  const auto row = statement->step();
  if (!row) return failure(row.error());
  const auto id = *row ? Uuid::parse(statement->text(0)) : std::nullopt;
  if (!id) return damaged(db_, "this station does not know its own origin", "站点文件缺少来源标识");
  origin_ = *id;
  return {};
}

// ---- writing

Outcome Journal::begin() {
  if (const auto done = begin_.run(); !done) return done;
  // Another program may have gone on: read anew what appending builds on.
  lastHlc_ = 0, lastReceived_ = {}, lastPosition_ = 0;
  const auto row = end_.step();
  if (row && *row) {
    lastPosition_ = end_.integer(0);
    lastReceived_ = {end_.integer(1)};
    lastHlc_ = static_cast<std::uint64_t>(end_.integer(2));
  }
  end_.reset();
  if (!row) {
    rollback();
    return failure(row.error());
  }
  return {};
}

Outcome Journal::commit() {
  auto done = commit_.run();
  if (!done) rollback();
  return done;
}

void Journal::rollback() {
  if (!sqlite3_get_autocommit(db_.handle())) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  forgetNumbers();
}

void Journal::forgetNumbers() {
  wordNumbers_.clear();
  words_.clear();
  originNumbers_.clear();
  origins_.clear();
}

Result<std::int64_t> Journal::wordNumber(const std::string& word) {
  if (const auto known = wordNumbers_.find(word); known != wordNumbers_.end()) return known->second;
  const auto row = wordByText_.bind(1, std::string_view(word)).step();
  std::int64_t number = row && *row ? wordByText_.integer(0) : 0;
  wordByText_.reset();
  if (!row) return failure(row.error());
  if (!*row) {
    if (const auto done = addWord_.bind(1, std::string_view(word)).run(); !done) return failure(done.error());
    number = db_.lastRowId();
  }
  wordNumbers_[word] = number;
  return number;
}

Result<std::int64_t> Journal::originNumber(const Uuid& origin) {
  if (const auto known = originNumbers_.find(origin); known != originNumbers_.end()) return known->second;
  const auto row = originByUuid_.bindBlob(1, bytesOf(origin)).step();
  std::int64_t number = row && *row ? originByUuid_.integer(0) : 0;
  originByUuid_.reset();
  if (!row) return failure(row.error());
  if (!*row) {
    if (const auto done = addOrigin_.bindBlob(1, bytesOf(origin)).run(); !done) return failure(done.error());
    number = db_.lastRowId();
  }
  originNumbers_[origin] = number;
  return number;
}

Result<Journal::Head> Journal::head(std::int64_t number) {
  const auto row = head_.bind(1, number).step();
  Head head;
  bool good = true;
  if (row && *row) {
    head.sequence = static_cast<std::uint64_t>(head_.integer(0));
    good = copyExactly(head_.blob(1), head.chain);
    head.hlc = static_cast<std::uint64_t>(head_.integer(2));
  }
  head_.reset();
  if (!row) return failure(row.error());
  if (!good) return damaged(db_, "the last entry has no chain value", "末条记录缺少链值");
  return head;
}

Outcome Journal::insert(StoredEvent& event, std::int64_t origin, Instant now) {
  const auto type = wordNumber(event.type);
  if (!type) return failure(type.error());
  const auto actor = wordNumber(event.header.actor);
  if (!actor) return failure(actor.error());
  const EventHeader& h = event.header;
  event.position = lastPosition_ + 1;
  // Never backwards, so that the order of arrival can be searched by time whatever the clock does.
  event.received = std::max(now, lastReceived_);
  insert_.bind(1, event.position)
      .bind(2, origin)
      .bind(3, static_cast<std::int64_t>(h.ref.sequence))
      .bind(4, static_cast<std::int64_t>(h.hlc))
      .bind(5, h.occurred.ms)
      .bind(6, event.received.ms)
      .bind(7, *type)
      .bind(8, std::int64_t{event.version})
      .bind(9, *actor)
      .bindBlob(10, h.command.bytes)
      .bindBlob(14, event.chain);
  const std::string undoes = h.undoes ? refBytes(*h.undoes) : std::string();
  if (h.undoes) insert_.bindBlob(11, std::span(reinterpret_cast<const std::uint8_t*>(undoes.data()), undoes.size()));
  if (event.payload)
    insert_.bind(12, std::string_view(*event.payload));
  else
    insert_.bindBlob(13, event.payloadHash);
  if (const auto done = insert_.run(); !done) return done;
  if (h.hlc <= lastHlc_)  // equal clocks are put in order by origin, so they may be late too
    if (const auto done = late_.bind(1, event.position).bind(2, static_cast<std::int64_t>(h.hlc)).run(); !done)
      return done;
  lastPosition_ = event.position;
  lastReceived_ = event.received;
  lastHlc_ = std::max(lastHlc_, h.hlc);
  return {};
}

Result<std::vector<StoredEvent>> Journal::append(std::span<const DecidedEvent> events, const Uuid& command,
                                                 const std::string& actor, Instant occurred, Instant now) {
  const auto number = originNumber(origin_);
  if (!number) return failure(number.error());
  auto end = head(*number);
  if (!end) return failure(end.error());
  std::vector<StoredEvent> stored;
  stored.reserve(events.size());
  for (const DecidedEvent& decided : events) {
    StoredBody body = encodeBody(decided.body);
    StoredEvent& event = stored.emplace_back();
    event.header = {{origin_, end->sequence + 1}, hlc::next(lastHlc_, now), occurred, actor, command, decided.undoes};
    event.type = std::move(body.type);
    event.version = body.version;
    event.payload = std::move(body.payload);
    event.payloadHash = blake2b(*event.payload);
    event.chain = chainAfter(end->chain, event);
    if (const auto done = insert(event, *number, now); !done) return failure(done.error());
    end->sequence = event.header.ref.sequence;
    end->chain = event.chain;
  }
  return stored;
}

Result<bool> Journal::appendForeign(const StoredEvent& event, Instant now) {
  const auto number = originNumber(event.header.ref.origin);
  if (!number) return failure(number.error());
  const auto end = head(*number);
  if (!end) return failure(end.error());
  if (event.header.ref.sequence <= end->sequence) return false;
  const std::string name = event.header.ref.origin.text() + ":" + std::to_string(event.header.ref.sequence);
  if (event.header.ref.sequence != end->sequence + 1)
    return failure(ErrorCode::invalid,
                   {"entry " + name + " came before the ones it follows", "记录 " + name + " 早于其前序记录到达"});
  StoredEvent mine = event;
  if (mine.payload) mine.payloadHash = blake2b(*mine.payload);
  if (mine.payloadHash != event.payloadHash || chainAfter(end->chain, mine) != event.chain)
    return failure(ErrorCode::damaged, {"entry " + name + " is not what its origin recorded: the chain does not fit",
                                        "记录 " + name + " 与其来源所记不符：链校验失败"});
  // Along one origin the clock only grows; whoever looks for a moment in it relies on that.
  if (mine.header.hlc <= end->hlc || mine.header.hlc > hlc::kLargest)
    return failure(ErrorCode::damaged, {"entry " + name + " has a clock that is not after the one of its predecessor",
                                        "记录 " + name + " 的时钟不晚于其前序记录"});
  if (const auto done = insert(mine, *number, now); !done) return failure(done.error());
  return true;
}

Result<EventRef> Journal::mintOrigin() {
  const auto number = originNumber(origin_);
  if (!number) return failure(number.error());
  const auto end = head(*number);
  if (!end) return failure(end.error());
  const EventRef old{origin_, end->sequence};
  const Uuid fresh = Uuid::v7(systemNow());
  if (const auto done = db_.run("UPDATE fengsui SET value='" + fresh.text() + "' WHERE key='origin'"); !done)
    return failure(done.error());
  origin_ = fresh;
  return old;
}

// ---- reading

Result<Uuid> Journal::originNumbered(std::int64_t number) {
  if (const auto known = origins_.find(number); known != origins_.end()) return known->second;
  const auto row = originById_.bind(1, number).step();
  Uuid id;
  const bool good = row && *row && copyExactly(originById_.blob(0), id.bytes);
  originById_.reset();
  if (!row) return failure(row.error());
  if (!good) return damaged(db_, "an entry names an origin that the file does not have", "记录的来源不在文件中");
  return origins_[number] = id;
}

Result<std::string> Journal::wordNumbered(std::int64_t number) {
  if (const auto known = words_.find(number); known != words_.end()) return known->second;
  const auto row = wordById_.bind(1, number).step();
  const std::string text = row && *row ? std::string(wordById_.text(0)) : std::string();
  const bool found = row && *row;
  wordById_.reset();
  if (!row) return failure(row.error());
  if (!found) return damaged(db_, "an entry names a word that the file does not have", "记录引用的词条不在文件中");
  return words_[number] = text;
}

Result<StoredEvent> Journal::row(Statement& s) {
  StoredEvent event;
  const auto origin = originNumbered(s.integer(1));
  if (!origin) return failure(origin.error());
  auto type = wordNumbered(s.integer(6));
  if (!type) return failure(type.error());
  auto actor = wordNumbered(s.integer(8));
  if (!actor) return failure(actor.error());
  event.position = s.integer(0);
  event.header.ref = {*origin, static_cast<std::uint64_t>(s.integer(2))};
  event.header.hlc = static_cast<std::uint64_t>(s.integer(3));
  event.header.occurred = {s.integer(4)};
  event.received = {s.integer(5)};
  event.type = std::move(*type);
  event.version = static_cast<int>(s.integer(7));
  event.header.actor = std::move(*actor);
  bool good = copyExactly(s.blob(9), event.header.command.bytes) && copyExactly(s.blob(13), event.chain);
  if (!s.isNull(10)) {
    event.header.undoes = refFrom(s.blob(10));
    good = good && event.header.undoes;
  }
  if (!s.isNull(11)) {
    event.payload = std::string(s.text(11));
    event.payloadHash = blake2b(*event.payload);
  } else {
    good = good && copyExactly(s.blob(12), event.payloadHash);
  }
  if (!good)
    return damaged(db_, "entry " + std::to_string(event.position) + " is damaged",
                   "第 " + std::to_string(event.position) + " 条记录已损坏");
  return event;
}

Outcome Journal::readRows(Statement& statement, const Visit& visit) {
  for (;;) {
    const auto more = statement.step();
    if (!more) return failure(more.error());
    if (!*more) return {};
    auto event = row(statement);
    if (!event) return failure(event.error());
    if (!visit(std::move(*event))) return {};
  }
}

Outcome Journal::readArrivals(std::int64_t position, const Visit& visit) {
  auto statement = db_.prepare("SELECT " + std::string(kColumns) + " FROM event WHERE position>? ORDER BY position");
  if (!statement) return failure(statement.error());
  statement->bind(1, position);
  return readRows(*statement, visit);
}

Outcome Journal::readInOrder(const OrderPoint& point, std::uint64_t lastHlc, std::int64_t arrivedBy,
                             const Visit& visit) {
  auto statement = db_.prepare("SELECT " + std::string(kColumns) +
                               " FROM event WHERE hlc>=? AND hlc<=? AND position<=? ORDER BY hlc");
  if (!statement) return failure(statement.error());
  statement->bind(1, static_cast<std::int64_t>(point.hlc))
      .bind(2, static_cast<std::int64_t>(std::min<std::uint64_t>(lastHlc, static_cast<std::uint64_t>(kToTheEnd))))
      .bind(3, arrivedBy);
  // Equal clocks are rare and few; they are put in order here, so that the index needs no origins.
  std::vector<StoredEvent> equals;
  bool goOn = true;
  const auto flush = [&] {
    std::sort(equals.begin(), equals.end(), [](const StoredEvent& a, const StoredEvent& b) {
      return OrderPoint::of(a.header) < OrderPoint::of(b.header);
    });
    for (StoredEvent& event : equals)
      if (goOn && OrderPoint::of(event.header) > point) goOn = visit(std::move(event));
    equals.clear();
    return goOn;
  };
  const auto done = readRows(*statement, [&](StoredEvent&& event) {
    if (!equals.empty() && equals.front().header.hlc != event.header.hlc && !flush()) return false;
    equals.push_back(std::move(event));
    return true;
  });
  if (done && goOn) flush();
  return done;
}

Result<std::vector<std::uint64_t>> Journal::clocksAfter(std::uint64_t hlc, std::int64_t arrivedBy, std::size_t limit) {
  // The index holds clock and position, so the pages with the payloads stay unread.
  auto statement =
      db_.prepare("SELECT hlc FROM event INDEXED BY event_order WHERE hlc>? AND position<=? ORDER BY hlc LIMIT ?");
  if (!statement) return failure(statement.error());
  statement->bind(1, static_cast<std::int64_t>(hlc)).bind(2, arrivedBy).bind(3, static_cast<std::int64_t>(limit));
  std::vector<std::uint64_t> clocks;
  for (;;) {
    const auto more = statement->step();
    if (!more) return failure(more.error());
    if (!*more) return clocks;
    clocks.push_back(static_cast<std::uint64_t>(statement->integer(0)));
  }
}

Outcome Journal::readOrigin(const Uuid& origin, std::uint64_t sequence, const Visit& visit) {
  auto statement = db_.prepare("SELECT " + std::string(kColumns) +
                               " FROM event WHERE origin=(SELECT number FROM origin WHERE uuid=?) AND sequence>=?"
                               " ORDER BY sequence");
  if (!statement) return failure(statement.error());
  statement->bindBlob(1, bytesOf(origin)).bind(2, static_cast<std::int64_t>(sequence));
  return readRows(*statement, visit);
}

Result<std::vector<StoredEvent>> Journal::commandOf(const StoredEvent& event) {
  const EventRef& ref = event.header.ref;
  std::vector<StoredEvent> whole;
  auto before = db_.prepare("SELECT " + std::string(kColumns) +
                            " FROM event WHERE origin=(SELECT number FROM origin WHERE uuid=?) AND sequence<=?"
                            " ORDER BY sequence DESC");
  if (!before) return failure(before.error());
  before->bindBlob(1, bytesOf(ref.origin)).bind(2, static_cast<std::int64_t>(ref.sequence));
  const auto collect = [&](StoredEvent&& each) {
    const bool same = each.header.command == event.header.command;
    if (same) whole.push_back(std::move(each));
    return same;
  };
  if (const auto read = readRows(*before, collect); !read) return failure(read.error());
  std::reverse(whole.begin(), whole.end());
  if (const auto read = readOrigin(ref.origin, ref.sequence + 1, collect); !read) return failure(read.error());
  return whole;
}

Result<std::optional<StoredEvent>> Journal::find(const EventRef& ref) {
  std::optional<StoredEvent> found;
  const auto done = readOrigin(ref.origin, ref.sequence, [&](StoredEvent&& event) {
    if (event.header.ref == ref) found = std::move(event);
    return false;
  });
  if (!done) return failure(done.error());
  return found;
}

Result<std::int64_t> Journal::lastPosition() {
  return db_.integer("SELECT max(position) FROM event").map([](auto position) { return position.value_or(0); });
}

Result<std::int64_t> Journal::lastPositionAt(Instant at) {
  const auto last = lastPosition();
  if (!last) return last;
  auto received = db_.prepare("SELECT received FROM event WHERE position=?");
  if (!received) return failure(received.error());
  std::int64_t low = 0;
  std::int64_t high = *last;
  while (low < high) {
    const auto middle = low + (high - low + 1) / 2;
    const auto row = received->bind(1, middle).step();
    if (!row) return failure(row.error());
    const bool arrived = *row && received->integer(0) <= at.ms;
    received->reset();
    if (arrived)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

Result<std::optional<std::uint64_t>> Journal::earliestLateArrival(std::int64_t after, std::int64_t upTo) {
  return db_
      .integer("SELECT min(hlc) FROM late WHERE position>" + std::to_string(after) +
               " AND position<=" + std::to_string(upTo))
      .map([](std::optional<std::int64_t> hlc) {
        return hlc ? std::optional(static_cast<std::uint64_t>(*hlc)) : std::nullopt;
      });
}

Result<std::vector<std::pair<Uuid, std::uint64_t>>> Journal::heads() {
  auto statement = db_.prepare(
      "SELECT uuid,(SELECT max(sequence) FROM event WHERE event.origin=origin.number) FROM origin ORDER BY uuid");
  if (!statement) return failure(statement.error());
  std::vector<std::pair<Uuid, std::uint64_t>> heads;
  for (;;) {
    const auto more = statement->step();
    if (!more) return failure(more.error());
    if (!*more) return heads;
    Uuid id;
    if (copyExactly(statement->blob(0), id.bytes))
      heads.emplace_back(id, static_cast<std::uint64_t>(statement->integer(1)));
  }
}

Result<std::vector<OriginHead>> Journal::headsAt(const OrderPoint& point, std::int64_t arrivedBy) {
  const auto ends = heads();
  if (!ends) return failure(ends.error());
  auto statement = db_.prepare(
      "SELECT hlc,position,chain FROM event WHERE origin=(SELECT number FROM origin WHERE uuid=?) AND sequence=?");
  if (!statement) return failure(statement.error());
  std::vector<OriginHead> found;
  for (const auto& [origin, last] : *ends) {
    // Clock and arrival both grow along a chain, so its end is found by halving.
    OriginHead head{origin, 0, {}};
    std::uint64_t beyond = last + 1;
    while (head.sequence + 1 < beyond) {
      const auto middle = head.sequence + (beyond - head.sequence) / 2;
      const auto row = statement->bindBlob(1, bytesOf(origin)).bind(2, static_cast<std::int64_t>(middle)).step();
      if (!row) return failure(row.error());
      const bool within = *row && statement->integer(1) <= arrivedBy &&
                          OrderPoint{static_cast<std::uint64_t>(statement->integer(0)), origin, middle} <= point;
      if (within) {
        head.sequence = middle;
        if (!copyExactly(statement->blob(2), head.chain))
          return damaged(db_, "an entry has no chain value", "记录缺少链值");
      } else {
        beyond = middle;
      }
      statement->reset();
    }
    if (head.sequence > 0) found.push_back(head);
  }
  return found;
}

Result<std::int64_t> Journal::dataVersion() {
  const auto row = dataVersion_.step();
  if (!row) return failure(row.error());
  const auto version = dataVersion_.integer(0);
  dataVersion_.reset();
  return version;
}

}  // namespace fengsui
