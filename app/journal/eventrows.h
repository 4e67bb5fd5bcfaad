// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "journal/chain.h"
#include "journal/sqlite.h"

namespace fengsui {

/// Rows of a station file as they lie there, for those who must not believe them: verification and salvage.
///
/// Thread: any; a connection in one thread.
namespace eventrows {

/// One stored value. Views live as long as what they were read from.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view, std::span<const std::uint8_t>>;

/// The columns of table event, in the order of the schema.
inline constexpr std::string_view kColumns =
    "position,origin,sequence,hlc,occurred,received,type,version,actor,command,undoes,payload,payload_hash,chain";
inline constexpr std::size_t kColumnCount = 14;

/// What the numbers in the rows stand for.
struct Dictionary {
  std::map<std::int64_t, Uuid> origins;
  std::map<std::int64_t, std::string> words;
};

/// Everything of the two tables that can be read; what cannot is missing.
[[nodiscard]] Dictionary readDictionary(Sqlite& db);

[[nodiscard]] std::vector<Cell> cellsOf(const Statement& row);

/// Positions that cannot be read, both included.
struct Gap {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

/// Every row of table event in the order of position, over broken pages where there are any.
/// @p visit gets the row's cells; false stops. @return the gaps.
[[nodiscard]] Result<std::vector<Gap>> readAll(Sqlite& db, const std::function<bool(std::span<const Cell>)>& visit);

/// An event whose words and origin are numbers still.
struct RawEvent {
  StoredEvent event;  ///< without origin, type and actor
  std::int64_t origin = 0;
  std::int64_t type = 0;
  std::int64_t actor = 0;
};

/// @return Error::damaged with what does not fit.
[[nodiscard]] Result<RawEvent> rawEventFrom(std::span<const Cell> cells);

/// The event in a row. @return Error::damaged with what does not fit; the chain is not checked.
[[nodiscard]] Result<StoredEvent> eventFrom(std::span<const Cell> cells, const Dictionary& dictionary);

}  // namespace eventrows
}  // namespace fengsui
