// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/events.h"

namespace fengsui {

/// An event's body as it is stored: see app/journal/FORMAT.md.
struct StoredBody {
  std::string type;
  int version = 1;
  std::string payload;  ///< UTF-8 JSON, hashed as it is
};

/// Turns a payload of (type, version) into one of version + 1.
struct Upcaster {
  std::string_view type;
  int version;
  Outcome (*lift)(Json& payload);
};

[[nodiscard]] std::span<const Upcaster> upcasters();

[[nodiscard]] StoredBody encodeBody(const EventBody& body);

/// Never fails: what cannot be read is an UnreadableEvent, what is not there an AbsentEvent.
[[nodiscard]] EventBody decodeBody(std::string_view type, int version, std::optional<std::string_view> payload);

/// "team.sent", also for what this version cannot read.
[[nodiscard]] std::string typeOf(const EventBody& body);

}  // namespace fengsui
