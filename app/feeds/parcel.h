// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/commands.h"
#include "core/situation.h"

namespace fengsui {

enum class ParcelKind { order, recall, report };

template <>
inline constexpr auto namesOf<ParcelKind> = std::to_array<EnumName<ParcelKind>>({
    {ParcelKind::order, "order", "order", "派单"},
    {ParcelKind::recall, "recall", "recall", "撤回"},
    {ParcelKind::report, "report", "report", "报告"},
});

/// What is carried to one recipient: a copy of an order, the recall of one, or a report. In the words of the field,
/// Chinese; a value that no longer needs the station.
///
/// Never in it: telephone and identity numbers, contacts, directives (批示), the ledger of households, the paths and
/// passwords of this computer.
struct Parcel {
  ParcelKind kind = ParcelKind::order;
  Uuid subject;        ///< the order or the report
  std::string to;      ///< Addressee::key(), or the recipient's name
  std::string toName;  ///< as it is read
  std::string number;  ///< 单号, or the report's title
  std::string title;
  std::string text;    ///< UTF-8, as it is read, printed or mailed
  Json data;           ///< the same for programs
  std::string spoken;  ///< the script for a telephone: number, task, limit, and the wish to have it repeated
  std::string file;    ///< a finished print file; empty where none was made
  bool exercise = false;
};

/// The order's copy for an addressee, or its recall where it was taken back.
/// @return Error::refused for a draft and for somebody to whom it did not go.
[[nodiscard]] Result<Parcel> parcelOfOrder(const Situation& s, Id<Order> order, const std::string& to,
                                           const TimeZone& zone);
/// @return Error::refused for a report that may not be sent yet.
[[nodiscard]] Result<Parcel> parcelOfReport(const Situation& s, Id<DutyReport> report, const std::string& recipient,
                                            const TimeZone& zone);

/// The command that records how it went; nothing for a report that did not arrive, which no event tells.
[[nodiscard]] std::optional<Command> recordOf(const Parcel& parcel, const Attempt& attempt);

}  // namespace fengsui
