// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/eventrecord.h"

namespace fengsui {
namespace {

struct Record {
  Uuid origin;
  std::uint64_t sequence = 0;
  std::uint64_t hlc = 0;
  Instant occurred;
  Instant received;
  std::string type;
  int version = 1;
  std::string actor;
  Uuid command;
  std::optional<EventRef> undoes;
  std::optional<std::string> payload;
  std::string payloadHash;
  std::string chain;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("origin", self.origin);
    field("sequence", self.sequence);
    field("hlc", self.hlc);
    field("occurred", self.occurred);
    field("received", self.received);
    field("type", self.type);
    field("version", self.version);
    field("actor", self.actor);
    field("command", self.command);
    field("undoes", self.undoes);
    field("payload", self.payload);
    field("payloadHash", self.payloadHash);
    field("chain", self.chain);
  }
};

bool unhex(const std::string& text, Digest& digest) {
  if (text.size() != digest.size() * 2) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (value < 0) return false;
    digest[i / 2] = static_cast<std::uint8_t>(i % 2 == 0 ? value << 4 : digest[i / 2] | value);
  }
  return true;
}

}  // namespace

Json eventToRecord(const StoredEvent& event) {
  const EventHeader& h = event.header;
  return encode(Record{h.ref.origin, h.ref.sequence, h.hlc, h.occurred, event.received, event.type, event.version,
                       h.actor, h.command, h.undoes, event.payload, hex(event.payloadHash), hex(event.chain)});
}

Result<StoredEvent> eventFromRecord(const Json& json) {
  auto record = decode<Record>(json);
  if (!record) return failure(record.error());
  StoredEvent event;
  event.header = {{record->origin, record->sequence}, record->hlc,     record->occurred,
                  std::move(record->actor),           record->command, record->undoes};
  event.received = record->received;
  event.type = std::move(record->type);
  event.version = record->version;
  event.payload = std::move(record->payload);
  if (!unhex(record->payloadHash, event.payloadHash) || !unhex(record->chain, event.chain))
    return failure(ErrorCode::invalid, {"a hash is not 64 hexadecimal digits", "散列值不是 64 位十六进制数"});
  return event;
}

}  // namespace fengsui
