// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/digest.h"
#include "core/events.h"

namespace fengsui {

/// An event as it lies in the journal and travels between stations.
struct StoredEvent {
  EventHeader header;
  std::string type;
  int version = 1;
  std::optional<std::string> payload;  ///< absent on a partial station or after erasure
  Digest payloadHash{};
  Digest chain{};
  // Local, not hashed:
  std::int64_t position = 0;  ///< order of arrival at this station, from 1
  Instant received;           ///< when this station learned it
};

/// The bytes of a header that the chain covers. Frozen: FORMAT.md, "Chain".
[[nodiscard]] std::string chainedHeader(const StoredEvent& event, const Digest& previous);

/// BLAKE2b-256 over (header ‖ hash of payload), where the header holds the previous chain value of the same origin;
/// 32 zero bytes before the first.
[[nodiscard]] Digest chainAfter(const Digest& previous, const StoredEvent& event);

}  // namespace fengsui
