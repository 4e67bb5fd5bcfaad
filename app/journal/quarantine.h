// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/time.h"
#include "journal/chain.h"
#include "journal/sqlite.h"

namespace fengsui::quarantine {

/// Events whose clock is too far ahead of ours: kept aside in the journal's file until their time has come, and no part
/// of the situation until then.
///
/// Thread: that of the connection.

/// @return false where it is held already; Error::damaged for a clock that no journal can hold.
[[nodiscard]] Result<bool> keep(Sqlite& db, const StoredEvent& event, Instant now);
/// Those whose time has come by @p now, taken out. One that cannot be read stays.
[[nodiscard]] Result<std::vector<StoredEvent>> release(Sqlite& db, Instant now);
[[nodiscard]] Result<std::int64_t> count(Sqlite& db);

}  // namespace fengsui::quarantine
