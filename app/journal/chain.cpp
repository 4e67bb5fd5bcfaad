// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/chain.h"

namespace fengsui {
namespace {

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xff);
}
void put(std::string& out, const Uuid& id) {
  out.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}
void put(std::string& out, std::string_view text) {
  put(out, text.size(), 4);
  out += text;
}
void put(std::string& out, const Digest& digest) {
  out.append(reinterpret_cast<const char*>(digest.data()), digest.size());
}

}  // namespace

std::string chainedHeader(const StoredEvent& event, const Digest& previous) {
  const EventHeader& h = event.header;
  std::string out;
  out.reserve(192);
  out += "fengsui1";
  put(out, previous);
  put(out, h.ref.origin);
  put(out, h.ref.sequence, 8);
  put(out, h.hlc, 8);
  put(out, static_cast<std::uint64_t>(h.occurred.ms), 8);
  put(out, h.command);
  put(out, static_cast<std::uint64_t>(event.version), 4);
  put(out, std::string_view(event.type));
  put(out, std::string_view(h.actor));
  put(out, h.undoes ? 1u : 0u, 1);
  if (h.undoes) {
    put(out, h.undoes->origin);
    put(out, h.undoes->sequence, 8);
  }
  return out;
}

Digest chainAfter(const Digest& previous, const StoredEvent& event) {
  std::string bytes = chainedHeader(event, previous);
  put(bytes, event.payloadHash);
  return blake2b(bytes);
}

}  // namespace fengsui
