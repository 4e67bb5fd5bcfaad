// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/entities/depot.h"
#include "core/entities/person.h"
#include "core/quantity.h"
#include "core/result.h"
#include "core/time.h"

namespace fengsui {

/// What offices write into cells, as values.
///
/// Thread: any; pure. Errors: Error::invalid with what would be right; the caller adds row and field.

/// "", "—", "/", "无", "暂无", "待定", "N/A": the cell was not filled in.
[[nodiscard]] bool isNotGiven(std::string_view cell);

/// A number with what stands around it: "约120人", "1,200", "３台", "2.5万平方米", "三十余人".
struct WrittenAmount {
  Quantity amount;
  std::string unit;  ///< what follows the number: "人", "平方米"; may be empty
};
[[nodiscard]] Result<WrittenAmount> amountIn(std::string_view cell);

/// A count that is not negative. @p headingUnit: the unit in the heading, "人口（万人）".
[[nodiscard]] Result<std::int64_t> countIn(std::string_view cell, std::string_view headingUnit = {});
/// Square metres; understands 亩, 公顷, 平方公里, 万平方米, in the cell or in the heading.
[[nodiscard]] Result<Quantity> areaM2In(std::string_view cell, std::string_view headingUnit = {});

/// 是, √, 有, yes, 1, 室内 and their opposites.
[[nodiscard]] Result<bool> yesNoIn(std::string_view cell);

/// A time of the zone; also the day count of a spreadsheet ("46223").
[[nodiscard]] Result<Instant> timeIn(std::string_view cell, const TimeZone& zone);

/// Telephone numbers as they are dialled. Error for one whose digits a spreadsheet has lost ("1.38E+10").
[[nodiscard]] Result<std::vector<std::string>> phonesIn(std::string_view cell);

/// A name, and the telephones written behind it: "张三（13800000001）".
struct NamedPhones {
  std::string name;
  std::vector<std::string> phones;
};
[[nodiscard]] NamedPhones nameIn(std::string_view cell);

/// Parts of an enumeration in one cell, separated by 、 ， ； , ; or a line break.
[[nodiscard]] std::vector<std::string> partsIn(std::string_view cell);

/// "铁锹50把；编织袋2000条" or "50把铁锹". An item named twice is an error.
[[nodiscard]] Result<std::vector<StockLine>> stocksIn(std::string_view cell);

}  // namespace fengsui
