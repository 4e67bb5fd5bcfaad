// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/incident.h"

namespace fengsui {

enum class ResponseStatus { active, ended, declined };

template <>
inline constexpr auto namesOf<ResponseStatus> = std::to_array<EnumName<ResponseStatus>>({
    {ResponseStatus::active, "active", "active", "启动中"},
    {ResponseStatus::ended, "ended", "ended", "已终止"},
    {ResponseStatus::declined, "declined", "not activated", "不启动"},
});

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
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Response> = Kind::response;

}  // namespace fengsui
