// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/entities/incident.h"
#include "core/entities/person.h"

namespace fengsui {

/// Lists of people and of figures in one cell, in a form that reads back the same: entries separated by ；, parts by |.
/// People: "C|张三|村主任|13800000001 13800000002". Figures: "死亡|2|公安|2026-07-20T21:40:00+08:00|已核|采用".
///
/// Thread: any; pure.
[[nodiscard]] std::string peopleText(const std::vector<Responsible>& people);
[[nodiscard]] std::vector<Responsible> peopleIn(std::string_view cell);

[[nodiscard]] std::string figuresText(const std::vector<Figure>& figures, const TimeZone& zone);
[[nodiscard]] Result<std::vector<Figure>> figuresIn(std::string_view cell, const TimeZone& zone);

}  // namespace fengsui
