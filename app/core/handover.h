// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/situation.h"

namespace fengsui {

enum class HandoverTopic {
  incidents,
  figures,
  warnings,
  responses,
  orders,
  callouts,
  teams,
  roads,
  reports,
  directives,
  silence,
  people,
  conflicts
};

template <>
inline constexpr auto namesOf<HandoverTopic> = std::to_array<EnumName<HandoverTopic>>({
    {HandoverTopic::incidents, "incidents", "incidents", "事件"},
    {HandoverTopic::figures, "figures", "figures", "数字"},
    {HandoverTopic::warnings, "warnings", "warnings", "预警"},
    {HandoverTopic::responses, "responses", "responses", "响应"},
    {HandoverTopic::orders, "orders", "orders", "派单"},
    {HandoverTopic::callouts, "callouts", "call-outs", "叫应"},
    {HandoverTopic::teams, "teams", "teams", "队伍"},
    {HandoverTopic::roads, "roads", "roads", "道路"},
    {HandoverTopic::reports, "reports", "reports", "报告"},
    {HandoverTopic::directives, "directives", "directives", "批示"},
    {HandoverTopic::silence, "silence", "silent places", "失联"},
    {HandoverTopic::people, "people", "people who move", "转移"},
    {HandoverTopic::conflicts, "conflicts", "conflicts", "矛盾"},
});

/// One thing that whoever takes over the desk has to know.
struct HandoverLine {
  HandoverTopic topic = HandoverTopic::incidents;
  Kind kind = Kind::incident;
  Uuid subject;
  Text words;
  bool open = false;   ///< somebody still has to do something about it
  bool yours = false;  ///< about what this actor drafted, signed or holds
};

/// "Since you left": what is different in @p after from what was known in @p before, by topic, what is open first.
/// Directives are named by who gave them, never by their words.
///
/// Thread: any; pure.
[[nodiscard]] std::vector<HandoverLine> sinceYouLeft(const Situation& before, const Situation& after, Instant now,
                                                     std::string_view actor = {});

}  // namespace fengsui
