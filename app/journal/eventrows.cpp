// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/eventrows.h"

#include <algorithm>
#include <utility>

namespace fengsui::eventrows {
namespace {

enum Column : std::size_t {
  kPosition,
  kOrigin,
  kSequence,
  kHlc,
  kOccurred,
  kReceived,
  kType,
  kVersion,
  kActor,
  kCommand,
  kUndoes,
  kPayload,
  kPayloadHash,
  kChain
};

tl::unexpected<Error> wrong(std::string en, std::string zh) {
  return failure(ErrorCode::damaged, {std::move(en), std::move(zh)});
}

template <class Array>
bool copyBytes(const Cell& cell, Array& to) {
  const auto* bytes = std::get_if<std::span<const std::uint8_t>>(&cell);
  if (!bytes || bytes->size() != to.size()) return false;
  std::ranges::copy(*bytes, to.begin());
  return true;
}

}  // namespace

Dictionary readDictionary(Sqlite& db) {
  Dictionary dictionary;
  if (auto origins = db.prepare("SELECT number,uuid FROM origin NOT INDEXED"))
    while (origins->step().value_or(false)) {
      Uuid id;
      const auto bytes = origins->blob(1);
      if (bytes.size() != id.bytes.size()) continue;
      std::ranges::copy(bytes, id.bytes.begin());
      dictionary.origins[origins->integer(0)] = id;
    }
  if (auto words = db.prepare("SELECT number,text FROM word NOT INDEXED"))
    while (words->step().value_or(false)) dictionary.words[words->integer(0)] = std::string(words->text(1));
  return dictionary;
}

std::vector<Cell> cellsOf(const Statement& row) {
  std::vector<Cell> cells(static_cast<std::size_t>(row.columns()));
  for (int i = 0; i < row.columns(); ++i) {
    Cell& cell = cells[static_cast<std::size_t>(i)];
    switch (row.type(i)) {
      case ColumnType::integer:
        cell = row.integer(i);
        break;
      case ColumnType::real:
        cell = row.real(i);
        break;
      case ColumnType::text:
        cell = row.text(i);
        break;
      case ColumnType::blob:
        cell = row.blob(i);
        break;
      case ColumnType::null:
        break;
    }
  }
  return cells;
}

Result<std::vector<Gap>> readAll(Sqlite& db, const std::function<bool(std::span<const Cell>)>& visit) {
  const std::string sql =
      "SELECT " + std::string(kColumns) + " FROM event NOT INDEXED WHERE position>? ORDER BY position";
  auto statement = db.prepare(sql);
  if (!statement) return failure(statement.error());
  constexpr std::int64_t kFurthest = std::int64_t{1} << 48;
  const auto end = db.integer("SELECT max(position) FROM event NOT INDEXED");
  const std::int64_t last = end ? std::min(end->value_or(0), kFurthest) : kFurthest;
  const auto readable = [&](std::int64_t after) {
    const bool good = statement->bind(1, after).step().has_value();
    statement->reset();
    return good;
  };
  std::vector<Gap> gaps;
  std::int64_t at = 0;
  for (;;) {
    statement->bind(1, at);
    for (;;) {
      const auto row = statement->step();
      if (!row) {
        if (row.error().code != ErrorCode::damaged) return failure(row.error());
        break;
      }
      if (!*row) return gaps;
      const auto cells = cellsOf(*statement);
      if (const auto* position = std::get_if<std::int64_t>(&cells[0])) at = std::max(at, *position);
      if (!visit(cells)) return gaps;
    }
    statement->reset();
    // A page is broken. Rows come back a page further on: gallop, then narrow down.
    std::int64_t bad = at;
    std::int64_t good = at + 1;
    while (good <= last && !readable(good)) {
      const std::int64_t next = good + (good - at);
      bad = std::exchange(good, next);
    }
    if (good > last) {
      gaps.push_back({at + 1, std::max(last, at + 1)});
      return gaps;
    }
    while (good - bad > 1) {
      const auto middle = bad + (good - bad) / 2;
      (readable(middle) ? good : bad) = middle;
    }
    gaps.push_back({at + 1, good});
    at = good;
  }
}

Result<RawEvent> rawEventFrom(std::span<const Cell> cells) {
  if (cells.size() < kColumnCount) return wrong("the row is too short", "该行不完整");
  for (const Column column : {kPosition, kOrigin, kSequence, kHlc, kOccurred, kReceived, kType, kVersion, kActor})
    if (!std::holds_alternative<std::int64_t>(cells[column]))
      return wrong("a number of its header is not a number", "记录头中的数值不是数字");
  const auto number = [&](Column column) { return std::get<std::int64_t>(cells[column]); };
  if (!std::in_range<int>(number(kVersion)) || number(kSequence) < 1 || number(kHlc) < 0)
    return wrong("a number of its header is out of range", "记录头中的数值超出范围");
  RawEvent raw{{}, number(kOrigin), number(kType), number(kActor)};
  StoredEvent& event = raw.event;
  EventHeader& h = event.header;
  event.position = number(kPosition);
  event.received = {number(kReceived)};
  event.version = static_cast<int>(number(kVersion));
  h.ref.sequence = static_cast<std::uint64_t>(number(kSequence));
  h.hlc = static_cast<std::uint64_t>(number(kHlc));
  h.occurred = {number(kOccurred)};
  if (!copyBytes(cells[kCommand], h.command.bytes))
    return wrong("its command id has not 16 bytes", "其命令标识不是 16 字节");
  if (!std::holds_alternative<std::monostate>(cells[kUndoes])) {
    std::array<std::uint8_t, 24> bytes{};
    if (!copyBytes(cells[kUndoes], bytes))
      return wrong("what it undoes has not 24 bytes", "其所撤销记录的标识不是 24 字节");
    EventRef& ref = h.undoes.emplace();
    std::copy_n(bytes.begin(), 16, ref.origin.bytes.begin());
    for (std::size_t i = 16; i < 24; ++i) ref.sequence = ref.sequence << 8 | bytes[i];
  }
  if (const auto* payload = std::get_if<std::string_view>(&cells[kPayload])) {
    if (!std::holds_alternative<std::monostate>(cells[kPayloadHash]))
      return wrong("it has both a payload and the hash of one that is absent", "其内容与缺省内容的散列值并存");
    event.payload = std::string(*payload);
    event.payloadHash = blake2b(*event.payload);
  } else if (!std::holds_alternative<std::monostate>(cells[kPayload])) {
    return wrong("its payload is not a text", "其内容不是文本");
  } else if (!copyBytes(cells[kPayloadHash], event.payloadHash)) {
    return wrong("it has neither a payload nor the hash of one", "其内容与内容散列值均缺失");
  }
  if (!copyBytes(cells[kChain], event.chain)) return wrong("its chain value has not 32 bytes", "其链值不是 32 字节");
  return raw;
}

Result<StoredEvent> eventFrom(std::span<const Cell> cells, const Dictionary& dictionary) {
  auto raw = rawEventFrom(cells);
  if (!raw) return failure(raw.error());
  const auto origin = dictionary.origins.find(raw->origin);
  if (origin == dictionary.origins.end()) return wrong("its origin is not in the file", "其来源不在文件中");
  const auto type = dictionary.words.find(raw->type);
  const auto actor = dictionary.words.find(raw->actor);
  if (type == dictionary.words.end() || actor == dictionary.words.end())
    return wrong("it names a word that is not in the file", "其引用的词条不在文件中");
  raw->event.header.ref.origin = origin->second;
  raw->event.header.actor = actor->second;
  raw->event.type = type->second;
  return std::move(raw->event);
}

}  // namespace fengsui::eventrows
