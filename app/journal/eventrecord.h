// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec.h"
#include "journal/chain.h"

namespace fengsui {

/// One event as one JSON object: what `journal tail --json`, salvage and bundles write, a line each. The payload is a
/// text inside it, byte for byte as it was hashed.
[[nodiscard]] Json eventToRecord(const StoredEvent& event);
/// @return Error::invalid with the field that does not fit. The chain is not checked here.
[[nodiscard]] Result<StoredEvent> eventFromRecord(const Json& record);

}  // namespace fengsui
