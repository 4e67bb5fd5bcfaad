// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/entities/callout.h"
#include "core/entities/dutyreport.h"
#include "core/result.h"

namespace fengsui {

/// One clock of the report desk: which report, how soon, how often.
struct ReportRule {
  std::string id;
  ReportKind kind = ReportKind::first;
  ReportForm form = ReportForm::written;
  std::int64_t withinMs = 0;               ///< after the incident was reported; of a final report, after it was closed
  std::int64_t everyMs = 0;                ///< again and again while it is open; 0: once
  std::vector<std::string> incidentKinds;  ///< empty: all
  std::optional<IncidentLevel> from;       ///< only incidents of this level and above; those without a level too
  Text name;
  std::string source;
  bool verified = false;
};
struct ReportRules {
  std::string edition;
  std::string source;
  std::vector<ReportRule> rules;
};

/// What makes an incident of some kinds ordinary, large, serious or especially serious: a measure and the number from
/// which on each level holds, that number included (以上含本数).
struct LevelRule {
  std::string id;
  std::vector<std::string> incidentKinds;
  std::string measure;  ///< "dead", "deadAndMissing", "seriouslyInjured", "magnitude" …: see levelMeasuresOf()
  Text name;
  Text unit;
  std::array<std::optional<double>, 4> from;  ///< by IncidentLevel
  std::string source;
  std::string effective;
  bool verified = false;
};
struct LevelRules {
  std::string edition;
  std::string source;
  std::vector<LevelRule> rules;
};

/// What a call-out aims at, and who is rung when nobody answers.
struct CalloutRules {
  std::string edition;
  std::string source;
  std::int64_t goalMs = 0;
  std::int64_t goalPercent = 0;
  std::vector<Rung> ladder;
};

/// Reads a rule file, UTF-8 JSON as in resources/rules.
/// @return Error::invalid with the field that does not fit.
[[nodiscard]] Result<ReportRules> readReportRules(std::string_view json);
[[nodiscard]] Result<LevelRules> readLevelRules(std::string_view json);
[[nodiscard]] Result<CalloutRules> readCalloutRules(std::string_view json);

/// The rules that the product brings; a district replaces them by files of its own.
[[nodiscard]] const ReportRules& shippedReportRules();
[[nodiscard]] const LevelRules& shippedLevelRules();
[[nodiscard]] const CalloutRules& shippedCalloutRules();

}  // namespace fengsui
