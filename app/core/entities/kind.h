// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/names.h"

namespace fengsui {

/// The kinds of thing that a situation holds.
enum class Kind {
  incident,
  response,
  team,
  depot,
  shelter,
  riskZone,
  facility,
  place,
  post,
  person,
  order,
  checklistItem,
  warning,
  callout,
  call,
  contact,
  consultation,
  dutyReport,
  directive,
  household,
  roadClosure,
  sensor,
  conflict
};

template <>
inline constexpr auto namesOf<Kind> = std::to_array<EnumName<Kind>>({
    {Kind::incident, "incident", "incident", "事件"},
    {Kind::response, "response", "response", "响应"},
    {Kind::team, "team", "team", "队伍"},
    {Kind::depot, "depot", "supply depot", "物资库"},
    {Kind::shelter, "shelter", "shelter", "避难场所"},
    {Kind::riskZone, "riskZone", "risk zone", "风险区"},
    {Kind::facility, "facility", "facility", "重点设施"},
    {Kind::place, "place", "place", "地名"},
    {Kind::post, "post", "post", "岗位"},
    {Kind::person, "person", "person", "人员"},
    {Kind::order, "order", "order", "派单"},
    {Kind::checklistItem, "checklistItem", "checklist item", "清单项"},
    {Kind::warning, "warning", "warning", "预警"},
    {Kind::callout, "callout", "call-out", "叫应"},
    {Kind::call, "call", "call", "叫应对象"},
    {Kind::contact, "contact", "place that owes a report", "点名对象"},
    {Kind::consultation, "consultation", "consultation", "会商"},
    {Kind::dutyReport, "dutyReport", "duty report", "值班报告"},
    {Kind::directive, "directive", "directive", "批示"},
    {Kind::household, "household", "household to move", "转移户"},
    {Kind::roadClosure, "roadClosure", "road closure", "道路封闭"},
    {Kind::sensor, "sensor", "sensor", "监测站点"},
    {Kind::conflict, "conflict", "conflict", "矛盾"},
});

/// The kind of a C++ type; specialised beside each entity.
template <class Entity>
inline constexpr Kind kindOf = Kind::conflict;

/// What an entity's field visitor is told besides name and value.
enum class Shown {
  everywhere,
  restricted,  ///< telephones, households: on this station's screens only, never published or exported unasked
};

/// How often and when last an entity was touched; two situations with equal stamps show the same entity.
struct Stamp {
  std::uint64_t touches = 0;
  std::uint64_t hlc = 0;

  bool operator==(const Stamp&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("touches", self.touches);
    field("hlc", self.hlc);
  }
};

}  // namespace fengsui
