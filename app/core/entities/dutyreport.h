// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/incident.h"
#include "core/entities/message.h"

namespace fengsui {

struct Response;

/// 首报, 续报, 终报: reports about an incident. Disaster statistics are a chain of their own.
enum class ReportKind { first, followUp, final, statistics };

template <>
inline constexpr auto namesOf<ReportKind> = std::to_array<EnumName<ReportKind>>({
    {ReportKind::first, "first", "first report", "首报"},
    {ReportKind::followUp, "followUp", "follow-up report", "续报"},
    {ReportKind::final, "final", "final report", "终报"},
    {ReportKind::statistics, "statistics", "disaster statistics", "灾情统计"},
});

enum class ReportForm { telephone, written };

template <>
inline constexpr auto namesOf<ReportForm> = std::to_array<EnumName<ReportForm>>({
    {ReportForm::telephone, "telephone", "by telephone", "电话"},
    {ReportForm::written, "written", "written", "书面"},
});

/// To whom a report goes, and the receipt.
struct ReportRecipient {
  std::string name;
  std::optional<Step> sent;
  std::optional<Step> received;

  bool operator==(const ReportRecipient&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("name", self.name);
    field("sent", self.sent);
    field("received", self.received);
  }
};

/// One part of a report: its heading and its words.
struct ReportSection {
  std::string heading;
  std::string text;

  bool operator==(const ReportSection&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("heading", self.heading);
    field("text", self.text);
  }
};

/// A duty report: 拟稿 → 审核 → 签发, then to its recipients, each with a receipt.
struct DutyReport {
  Id<DutyReport> id;
  std::string title;
  ReportKind kind = ReportKind::first;
  ReportForm form = ReportForm::written;
  std::int64_t number = 0;  ///< 续报一, 续报二 … without a gap for each incident
  std::optional<Id<Incident>> incident;
  std::optional<Id<Response>> response;
  std::optional<Instant> dueBy;
  std::vector<ReportSection> sections;
  std::vector<Figure> figures;  ///< as they stood when it was drafted
  Instant asOf;                 ///< the moment it tells about
  Step drafted;
  std::optional<Step> reviewed;
  std::optional<Step> signed_;
  std::optional<Step> withdrawn;
  std::vector<ReportRecipient> recipients;
  Stamp stamp;

  bool operator==(const DutyReport&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("title", self.title);
    field("kind", self.kind);
    field("form", self.form);
    field("number", self.number);
    field("incident", self.incident);
    field("response", self.response);
    field("dueBy", self.dueBy);
    field("sections", self.sections, Shown::restricted);
    field("figures", self.figures);
    field("asOf", self.asOf);
    field("drafted", self.drafted);
    field("reviewed", self.reviewed);
    field("signed", self.signed_);
    field("withdrawn", self.withdrawn);
    field("recipients", self.recipients);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<DutyReport> = Kind::dutyReport;

}  // namespace fengsui
