// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/quarantine.h"

#include "core/hlc.h"
#include "journal/eventrecord.h"

namespace fengsui::quarantine {

Result<bool> keep(Sqlite& db, const StoredEvent& event, Instant now) {
  const EventHeader& h = event.header;
  if (h.hlc > hlc::kLargest) {
    const std::string name = h.ref.origin.text() + ":" + std::to_string(h.ref.sequence);
    return failure(ErrorCode::damaged,
                   {"entry " + name + " has a clock that cannot be", "记录 " + name + " 的时钟值不可能存在"});
  }
  auto statement = db.prepare("INSERT OR IGNORE INTO quarantine VALUES(?,?,?,?,?)");
  if (!statement) return failure(statement.error());
  const std::string record = canonical(eventToRecord(event));
  statement->bindBlob(1, h.ref.origin.bytes)
      .bind(2, static_cast<std::int64_t>(h.ref.sequence))
      .bind(3, static_cast<std::int64_t>(h.hlc))
      .bind(4, now.ms)
      .bind(5, std::string_view(record));
  if (const auto done = statement->run(); !done) return failure(done.error());
  return db.changes() > 0;
}

Result<std::vector<StoredEvent>> release(Sqlite& db, Instant now) {
  auto statement =
      db.prepare("SELECT origin,sequence,record FROM quarantine WHERE hlc<=? ORDER BY hlc,origin,sequence");
  auto drop = db.prepare("DELETE FROM quarantine WHERE origin=? AND sequence=?");
  if (!statement) return failure(statement.error());
  if (!drop) return failure(drop.error());
  statement->bind(1, static_cast<std::int64_t>(hlc::lastOf(now.plusMs(hlc::kMaxAheadMs))));
  std::vector<StoredEvent> events;
  for (;;) {
    const auto row = statement->step();
    if (!row) return failure(row.error());
    if (!*row) break;
    const auto json = parseJson(statement->text(2));
    auto event = json ? eventFromRecord(*json) : Result<StoredEvent>(failure(json.error()));
    if (event) events.push_back(std::move(*event));
  }
  for (const StoredEvent& event : events) {
    drop->bindBlob(1, event.header.ref.origin.bytes).bind(2, static_cast<std::int64_t>(event.header.ref.sequence));
    if (const auto done = drop->run(); !done) return failure(done.error());
  }
  return events;
}

Result<std::int64_t> count(Sqlite& db) {
  return db.integer("SELECT count(*) FROM quarantine").map([](auto count) { return count.value_or(0); });
}

}  // namespace fengsui::quarantine
