// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/consultation.h"
#include "core/entities/incident.h"

namespace fengsui {

enum class ResponseStatus { proposed, active, ended, declined };

template <>
inline constexpr auto namesOf<ResponseStatus> = std::to_array<EnumName<ResponseStatus>>({
    {ResponseStatus::proposed, "proposed", "proposed", "拟启动"},
    {ResponseStatus::active, "active", "active", "启动中"},
    {ResponseStatus::ended, "ended", "ended", "已终止"},
    {ResponseStatus::declined, "declined", "not activated", "不启动"},
});

enum class Holds { yes, no, unknown };

template <>
inline constexpr auto namesOf<Holds> = std::to_array<EnumName<Holds>>({
    {Holds::yes, "yes", "holds", "达到"},
    {Holds::no, "no", "does not hold", "未达到"},
    {Holds::unknown, "unknown", "unknown", "情况不明"},
});

/// A criterion as it stood when somebody decided: what was asked, what was measured, who says so.
struct Criterion {
  std::string says;  ///< the condition of the plan in words
  std::string saysEn;
  Holds holds = Holds::unknown;
  std::string measured;
  std::string measuredEn;
  std::string source;
  Instant at;

  bool operator==(const Criterion&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("says", self.says);
    field("saysEn", self.saysEn);
    field("holds", self.holds);
    field("measured", self.measured);
    field("measuredEn", self.measuredEn);
    field("source", self.source);
    field("at", self.at);
  }
};

/// Somebody who must be on the spot (六必到), and when he came.
struct Arrival {
  std::string who;  ///< the role of the list
  std::optional<Step> came;

  bool operator==(const Arrival&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("who", self.who);
    field("came", self.came);
  }
};

/// What must be so before the end can be signed.
struct EndCondition {
  std::string zh;
  std::string en;
  std::optional<Step> met;

  bool operator==(const EndCondition&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("zh", self.zh);
    field("en", self.en);
    field("met", self.met);
  }
};

/// An emergency response (应急响应): an object of its own above incidents. Deciding not to activate is one too.
struct Response {
  Id<Response> id;
  std::string title;
  std::string hazard;  ///< Vocabulary::incidentKind
  std::string level;   ///< "四级" … "一级", "一级加强": levels are data of the district
  std::string area;
  std::string documentNumber;  ///< 文号
  std::string proposedBy;
  std::string signedBy;
  ResponseStatus status = ResponseStatus::active;
  Instant startedAt;
  std::optional<Instant> endedAt;
  std::string reason;  ///< why it was declined or ended
  std::vector<Id<Incident>> incidents;
  std::string plan;      ///< the plan's id; empty where none was used
  std::string edition;   ///< of the plan, on that day
  std::string approver;  ///< the post that signs this level
  std::vector<Criterion> criteria;
  std::vector<Id<Consultation>> consultations;  ///< what the decision rests on
  std::vector<Arrival> arrivals;
  std::vector<EndCondition> endConditions;
  Stamp stamp;

  bool operator==(const Response&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("title", self.title);
    field("hazard", self.hazard);
    field("level", self.level);
    field("area", self.area);
    field("documentNumber", self.documentNumber);
    field("proposedBy", self.proposedBy);
    field("signedBy", self.signedBy);
    field("status", self.status);
    field("startedAt", self.startedAt);
    field("endedAt", self.endedAt);
    field("reason", self.reason);
    field("incidents", self.incidents);
    field("plan", self.plan);
    field("edition", self.edition);
    field("approver", self.approver);
    field("criteria", self.criteria);
    field("consultations", self.consultations);
    field("arrivals", self.arrivals);
    field("endConditions", self.endConditions);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Response> = Kind::response;

}  // namespace fengsui
