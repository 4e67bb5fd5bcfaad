// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/situation.h"

namespace fengsui {

/// Which report is wanted.
struct ReportWish {
  Id<Incident> incident;
  ReportKind kind = ReportKind::first;
  ReportForm form = ReportForm::written;
  Instant asOf;  ///< the moment it tells about
  std::vector<std::string> recipients;
};

/// A report in Chinese, composed from what is known: the person at the desk edits and submits it. A follow-up has the
/// changes since the report before it, and no sections where nothing has changed. What is not known says so.
///
/// Thread: any; pure. Without id and number, which are given when it is drafted.
/// @return Error::notFound for an unknown incident, Error::refused for a follow-up without a first report.
[[nodiscard]] Result<DutyReport> composeReport(const Situation& s, const ReportWish& wish, const TimeZone& zone);

/// The report that a new one of this incident continues: the newest first or follow-up report that stands.
[[nodiscard]] const DutyReport* reportBefore(const Situation& s, Id<Incident> incident);

/// "桥梓镇火情续报二"
[[nodiscard]] std::string titleOfReport(const Situation& s, const DutyReport& report);

/// "死亡3人（公安，截至7月20日21时40分，已核）"; counts of several sources stand beside each other.
[[nodiscard]] std::string textOfFigures(const std::vector<Figure>& figures, const TimeZone& zone);

/// "7月20日21时40分"
[[nodiscard]] std::string momentInWords(Instant at, const TimeZone& zone);
/// "一", "十二", "二十"; from 100 on in digits.
[[nodiscard]] std::string chineseNumber(std::int64_t number);

}  // namespace fengsui
