// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/person.h"
#include "core/geo.h"

namespace fengsui {

/// The level of an incident (事件分级). Not a warning colour and not a response level.
enum class IncidentLevel { ordinary, large, serious, especiallySerious };

template <>
inline constexpr auto namesOf<IncidentLevel> = std::to_array<EnumName<IncidentLevel>>({
    {IncidentLevel::ordinary, "ordinary", "ordinary", "一般"},
    {IncidentLevel::large, "large", "large", "较大"},
    {IncidentLevel::serious, "serious", "serious", "重大"},
    {IncidentLevel::especiallySerious, "especiallySerious", "especially serious", "特别重大"},
});

enum class IncidentStatus { reported, confirmed, underway, controlled, closed, withdrawn };

template <>
inline constexpr auto namesOf<IncidentStatus> = std::to_array<EnumName<IncidentStatus>>({
    {IncidentStatus::reported, "reported", "reported", "接报"},
    {IncidentStatus::confirmed, "confirmed", "confirmed", "核实"},
    {IncidentStatus::underway, "underway", "under way", "处置中"},
    {IncidentStatus::controlled, "controlled", "under control", "已控制"},
    {IncidentStatus::closed, "closed", "closed", "结束"},
    {IncidentStatus::withdrawn, "withdrawn", "withdrawn", "撤销"},
});

/// What is counted. Out of contact (失联) is not missing (失踪); moved out of danger (紧急避险转移) is not resettled
/// (转移安置).
enum class FigureKind { dead, missing, outOfContact, injured, trapped, affected, evacuated, resettled };

template <>
inline constexpr auto namesOf<FigureKind> = std::to_array<EnumName<FigureKind>>({
    {FigureKind::dead, "dead", "dead", "死亡"},
    {FigureKind::missing, "missing", "missing", "失踪"},
    {FigureKind::outOfContact, "outOfContact", "out of contact", "失联"},
    {FigureKind::injured, "injured", "injured", "受伤"},
    {FigureKind::trapped, "trapped", "trapped", "被困"},
    {FigureKind::affected, "affected", "affected", "受灾"},
    {FigureKind::evacuated, "evacuated", "moved out of danger", "紧急避险转移"},
    {FigureKind::resettled, "resettled", "resettled", "转移安置"},
});

enum class Verification { verified, pending, estimated };

template <>
inline constexpr auto namesOf<Verification> = std::to_array<EnumName<Verification>>({
    {Verification::verified, "verified", "verified", "已核"},
    {Verification::pending, "pending", "to be verified", "待核"},
    {Verification::estimated, "estimated", "estimated", "估计"},
});

/// One count by one source. Counts of different sources stand beside each other until somebody decides.
struct Figure {
  FigureKind kind = FigureKind::affected;
  std::int64_t count = 0;
  std::string source;  ///< whose count (口径)
  Instant cutOff;      ///< the moment up to which it counts
  Verification verification = Verification::pending;
  bool decided = false;  ///< somebody with the role chose this one

  bool operator==(const Figure&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("kind", self.kind);
    field("count", self.count);
    field("source", self.source);
    field("cutOff", self.cutOff);
    field("verification", self.verification);
    field("decided", self.decided);
  }
};

/// Something that happened and has to be dealt with.
struct Incident {
  Id<Incident> id;
  std::string key;
  std::string title;
  std::string kind;  ///< Vocabulary::incidentKind
  std::optional<IncidentLevel> level;
  IncidentStatus status = IncidentStatus::reported;
  std::string leadDepartment;    ///< 牵头部门
  std::string locality;          ///< 属地: the town or street in charge
  std::string address;           ///< as it was told
  std::string onSceneCommander;  ///< 现场指挥官
  std::string source;            ///< who reported it
  std::optional<Position> location;
  Instant happenedAt;
  Instant reportedAt;
  std::optional<Instant> closedAt;
  std::string closedBecause;
  std::vector<Figure> figures;  ///< the newest of each (kind, source), in the order of their first report
  std::string note;
  Attributes attributes;
  Stamp stamp;

  bool operator==(const Incident&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("key", self.key);
    field("title", self.title);
    field("kind", self.kind);
    field("level", self.level);
    field("status", self.status);
    field("leadDepartment", self.leadDepartment);
    field("locality", self.locality);
    field("address", self.address);
    field("onSceneCommander", self.onSceneCommander);
    field("source", self.source, Shown::restricted);
    field("location", self.location);
    field("happenedAt", self.happenedAt);
    field("reportedAt", self.reportedAt);
    field("closedAt", self.closedAt);
    field("closedBecause", self.closedBecause);
    field("figures", self.figures);
    field("note", self.note, Shown::restricted);
    field("attributes", self.attributes);
    field("stamp", self.stamp);
  }

  [[nodiscard]] bool open() const { return status != IncidentStatus::closed && status != IncidentStatus::withdrawn; }
};
template <>
inline constexpr Kind kindOf<Incident> = Kind::incident;

}  // namespace fengsui
