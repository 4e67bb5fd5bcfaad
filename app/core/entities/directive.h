// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/dutyreport.h"

namespace fengsui {

enum class DirectiveForm { read, written, spoken };

template <>
inline constexpr auto namesOf<DirectiveForm> = std::to_array<EnumName<DirectiveForm>>({
    {DirectiveForm::read, "read", "marked as read", "圈阅"},
    {DirectiveForm::written, "written", "written", "批示"},
    {DirectiveForm::spoken, "spoken", "spoken", "口头"},
});

/// A leader's instruction on a report (批示), word for word. Never on cards, on the wall or in exports.
struct Directive {
  Id<Directive> id;
  std::string words;
  DirectiveForm form = DirectiveForm::written;
  std::string from;
  Instant at;
  std::optional<Id<DutyReport>> report;
  std::optional<Id<Response>> response;
  std::optional<Id<Incident>> incident;
  std::string lead;                     ///< 主办
  std::vector<std::string> supporting;  ///< 协办
  std::string supervisor;               ///< 督办
  std::optional<Instant> dueBy;
  std::optional<Step> answered;              ///< 回报
  std::optional<Id<Directive>> contradicts;  ///< somebody saw that the two do not go together
  std::string decidedHow;                    ///< which of the two holds, and who said so
  Stamp stamp;

  bool operator==(const Directive&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("words", self.words, Shown::restricted);
    field("form", self.form, Shown::restricted);
    field("from", self.from, Shown::restricted);
    field("at", self.at);
    field("report", self.report);
    field("response", self.response);
    field("incident", self.incident);
    field("lead", self.lead, Shown::restricted);
    field("supporting", self.supporting, Shown::restricted);
    field("supervisor", self.supervisor, Shown::restricted);
    field("dueBy", self.dueBy, Shown::restricted);
    field("answered", self.answered, Shown::restricted);
    field("contradicts", self.contradicts);
    field("decidedHow", self.decidedHow, Shown::restricted);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Directive> = Kind::directive;

}  // namespace fengsui
