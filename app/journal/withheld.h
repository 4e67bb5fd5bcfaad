// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace fengsui {

/// What never leaves the station in a published file: telephone numbers, identity numbers, households.
///
/// Fields that the entities call restricted are left out by whoever publishes; this is for what people wrote into
/// free text and into columns of their own.
/// Thread: any. Errors: none.
namespace withheld {

/// Whether a free column of this name is left out as a whole ("联系电话", "户主姓名", "mobile" …).
[[nodiscard]] bool column(std::string_view name);

/// The text with "***" for every Chinese mobile number, number with area code, number after a word for telephone,
/// and 18-digit identity number.
[[nodiscard]] std::string numbers(std::string_view text);

}  // namespace withheld
}  // namespace fengsui
