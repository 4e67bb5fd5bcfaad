// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/entities/checklist.h"
#include "core/entities/message.h"
#include "core/quantity.h"
#include "plans/expression.h"

namespace fengsui {

// What a plan file says (FORMAT.md). Each struct names its keys once, in `describe(self, field)`: the reader, the
// writer and the schema are all made from it. `required` are the keys that may not be left out.

/// A text for people: Chinese, or both. May hold placeholders.
struct Words {
  std::string zh;
  std::string en;

  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
  /// In the language asked for, else in the other one.
  [[nodiscard]] const std::string& in(Language language) const {
    return (language == Language::english && !en.empty()) || zh.empty() ? en : zh;
  }
  bool operator==(const Words&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("zh", self.zh);
    field("en", self.en);
  }
};

/// A title: always in both languages.
struct Title : Words {
  static constexpr auto required = std::to_array<std::string_view>({"zh", "en"});
  bool operator==(const Title&) const = default;
};

/// Where in which file something stands; not a part of what it says.
struct SourceMap {
  std::string file;
  std::map<std::string, std::pair<int, int>, std::less<>> places;  ///< "items[3].when" → line, column
};

struct SourcePlace {
  std::shared_ptr<const SourceMap> map;
  std::string path;

  /// Where @p under (".when.after") stands, else the nearest thing around it that has a place.
  [[nodiscard]] ErrorPlace at(std::string_view under = {}) const;
  bool operator==(const SourcePlace&) const { return true; }
};

/// Who is to act, to approve, or to help: exactly one of post, organisation and team.
struct Owner {
  std::string post;
  std::string b;  ///< the post that stands in (B 角)
  std::string organisation;
  std::string team;          ///< Vocabulary::capability, or words for it
  std::optional<int> count;  ///< how many teams; left out: one
  std::string of;            ///< "each": the place that `each` stands for; "incident": its town; else a place by name

  bool operator==(const Owner&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("post", self.post);
    field("b", self.b);
    field("organisation", self.organisation);
    field("team", self.team);
    field("count", self.count);
    field("of", self.of);
  }
};

enum class CriteriaMatch { one, any, all };

template <>
inline constexpr auto namesOf<CriteriaMatch> = std::to_array<EnumName<CriteriaMatch>>({
    {CriteriaMatch::one, "one", "this", "以下一条"},
    {CriteriaMatch::any, "any", "any of", "任一"},
    {CriteriaMatch::all, "all", "all of", "全部"},
});

/// When a level may be proposed: one expression, or any or all of several. Never decides by itself.
struct Criteria {
  CriteriaMatch match = CriteriaMatch::one;
  std::vector<Expression> lines;

  bool operator==(const Criteria&) const = default;
};

/// One response level of the plan, in the district's own words.
struct Level {
  std::string level;
  std::string en;
  Owner approver;
  std::optional<Criteria> when;

  static constexpr auto required = std::to_array<std::string_view>({"level", "en", "approver"});
  bool operator==(const Level&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("level", self.level);
    field("en", self.en);
    field("approver", self.approver);
    field("when", self.when);
  }
};

struct Phase {
  std::string id;
  std::string zh;
  std::string en;

  static constexpr auto required = std::to_array<std::string_view>({"id", "zh", "en"});
  bool operator==(const Phase&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("zh", self.zh);
    field("en", self.en);
  }
};

/// When an item is due to be issued. Minutes; at most one of at, after, beforeDusk, daily and on.
struct PlanTiming {
  std::optional<int> at;          ///< minutes after T0
  std::optional<int> every;       ///< repeated; with at, after or alone from T0
  std::string after;              ///< the item that is done first
  std::optional<int> minutes;     ///< with after: so many minutes later
  std::optional<int> beforeDusk;  ///< minutes before sunset
  std::string daily;              ///< "18:00", station time
  std::optional<Expression> on;   ///< when it begins to hold

  bool operator==(const PlanTiming&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("at", self.at);
    field("every", self.every);
    field("after", self.after);
    field("minutes", self.minutes);
    field("beforeDusk", self.beforeDusk);
    field("daily", self.daily);
    field("on", self.on);
  }
};

/// What must exist before an item can start.
struct Needs {
  std::vector<std::string> items;
  std::vector<SupplyNeed> supplies;
  std::vector<TeamNeed> teams;

  bool operator==(const Needs&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("items", self.items);
    field("supplies", self.supplies);
    field("teams", self.teams);
  }
};

enum class ChaseTarget { named, b, town, door };

template <>
inline constexpr auto namesOf<ChaseTarget> = std::to_array<EnumName<ChaseTarget>>({
    {ChaseTarget::named, "named", "named", "指定"},
    {ChaseTarget::b, "b", "substitute", "B角"},
    {ChaseTarget::town, "town", "town duty office", "镇街值班室"},
    {ChaseTarget::door, "door", "somebody goes there", "派人上门"},
});

/// Whom to turn to when nothing comes back: "b", "town", "door", or a post or organisation.
struct ChaseTo {
  ChaseTarget target = ChaseTarget::named;
  std::string post;
  std::string organisation;

  bool operator==(const ChaseTo&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("post", self.post);
    field("organisation", self.organisation);
  }
};

enum class ChaseFor { acknowledgement, answer };

template <>
inline constexpr auto namesOf<ChaseFor> = std::to_array<EnumName<ChaseFor>>({
    {ChaseFor::acknowledgement, "acknowledgement", "acknowledgement", "回执"},
    {ChaseFor::answer, "answer", "answer", "反馈"},
});

/// One step of the ladder.
struct Chase {
  int minutes = 0;
  ChaseTo to;
  ChaseFor awaited = ChaseFor::acknowledgement;

  static constexpr auto required = std::to_array<std::string_view>({"minutes", "to"});
  bool operator==(const Chase&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("minutes", self.minutes);
    field("to", self.to);
    field("for", self.awaited);
  }
};

struct Verify {
  Owner by;
  Words how;

  static constexpr auto required = std::to_array<std::string_view>({"by"});
  bool operator==(const Verify&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("by", self.by);
    field("how", self.how);
  }
};

/// Checks before an order may go.
struct Safety {
  bool officer = false;       ///< a safety officer is named
  std::optional<int> margin;  ///< minutes against the front
  bool fourPoints = false;    ///< lookout, escape way, safe zone, signal

  bool operator==(const Safety&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("officer", self.officer);
    field("margin", self.margin);
    field("fourPoints", self.fourPoints);
  }
};

enum class CardUse { post, none };

template <>
inline constexpr auto namesOf<CardUse> = std::to_array<EnumName<CardUse>>({
    {CardUse::post, "post", "on the post card", "列入岗位指令卡"},
    {CardUse::none, "none", "on no card", "不列入卡片"},
});

/// One line of a checklist: what becomes one order.
struct PlanItem {
  std::string id;
  Title title;
  std::string phase;
  std::vector<std::string> levels;  ///< empty: all
  bool mandatory = true;
  Owner owner;
  std::vector<Owner> with;
  std::string each;                ///< a kind of place, risk zone or facility
  std::vector<std::string> among;  ///< of that kind only these, by name, whether the station lists them or not
  std::optional<Expression> where;
  MessageKind kind = MessageKind::instruction;
  Words action;
  PlanTiming when;
  std::optional<Expression> condition;
  Needs needs;
  std::vector<AnswerField> answer;
  std::vector<Chase> chase;
  std::optional<int> due;  ///< minutes from its issue
  std::optional<Verify> verify;
  std::vector<Words> standing;
  std::vector<Words> forbidden;
  Safety safety;
  std::string place;
  CardUse card = CardUse::post;

  SourcePlace source;  ///< where it was read
  std::string from;    ///< the plan that it was included or taken from, with its edition; empty: its own

  static constexpr auto required = std::to_array<std::string_view>({"id", "title", "phase", "owner", "do"});
  bool operator==(const PlanItem&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("title", self.title);
    field("phase", self.phase);
    field("levels", self.levels);
    field("mandatory", self.mandatory);
    field("owner", self.owner);
    field("with", self.with);
    field("each", self.each);
    field("among", self.among);
    field("where", self.where);
    field("kind", self.kind);
    field("do", self.action);
    field("when", self.when);
    field("if", self.condition);
    field("needs", self.needs);
    field("answer", self.answer);
    field("chase", self.chase);
    field("due", self.due);
    field("verify", self.verify);
    field("standing", self.standing);
    field("forbidden", self.forbidden);
    field("safety", self.safety);
    field("place", self.place);
    field("card", self.card);
  }
};

/// The place and case that a plan is written for (场景).
struct Scenario {
  std::string place;
  Words situation;

  bool operator==(const Scenario&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("place", self.place);
    field("case", self.situation);
  }
};

enum class PlanColumnType { text, number };

template <>
inline constexpr auto namesOf<PlanColumnType> = std::to_array<EnumName<PlanColumnType>>({
    {PlanColumnType::text, "text", "text", "文字"},
    {PlanColumnType::number, "number", "number", "数字"},
});

struct PlanTable {
  std::string key;  ///< the column that tells the rows apart
  std::map<std::string, PlanColumnType> columns;

  static constexpr auto required = std::to_array<std::string_view>({"key", "columns"});
  bool operator==(const PlanTable&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("key", self.key);
    field("columns", self.columns);
  }
};

/// Makes a plan one that stands for many: one for each row of a table.
struct PlanTemplate {
  PlanTable table;
  std::string id;  ///< of the plan of a row, with placeholders
  Title title;

  static constexpr auto required = std::to_array<std::string_view>({"table", "id", "title"});
  bool operator==(const PlanTemplate&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("table", self.table);
    field("id", self.id);
    field("title", self.title);
  }
};

/// Another plan whose lines join this one: all of them, or those that are named, at all levels or some.
struct Include {
  std::string plan;
  std::vector<std::string> levels;  ///< of the plan that includes; empty: as the lines themselves say
  std::vector<std::string> items;   ///< ids in the included plan; empty: all

  static constexpr auto required = std::to_array<std::string_view>({"plan"});
  bool operator==(const Include&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("plan", self.plan);
    field("levels", self.levels);
    field("items", self.items);
  }
};

/// A contingency plan: one edition of it.
struct Plan {
  std::string id;
  std::string edition;
  std::string effective;  ///< "2026-06-01"
  std::string origin;     ///< the document that it comes from (key: source)
  Title title;
  std::string hazard;  ///< Vocabulary::incidentKind, or "any"
  std::optional<Scenario> scenario;
  std::vector<Include> include;
  std::string extends;
  std::vector<std::string> drop;
  std::vector<Level> levels;  ///< weakest first
  std::vector<Words> end;     ///< what must hold before the end can be proposed
  std::vector<Phase> phases;
  std::vector<PlanItem> items;
  std::optional<PlanTemplate> table;  ///< key: template

  SourcePlace source;  ///< where it was read

  static constexpr auto required =
      std::to_array<std::string_view>({"plan", "edition", "effective", "source", "title", "hazard"});
  bool operator==(const Plan&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("plan", self.id);
    field("edition", self.edition);
    field("effective", self.effective);
    field("source", self.origin);
    field("title", self.title);
    field("hazard", self.hazard);
    field("scenario", self.scenario);
    field("include", self.include);
    field("extends", self.extends);
    field("drop", self.drop);
    field("levels", self.levels);
    field("end", self.end);
    field("phases", self.phases);
    field("items", self.items);
    field("template", self.table);
  }

  [[nodiscard]] const PlanItem* item(std::string_view wanted) const {
    for (const PlanItem& one : items)
      if (one.id == wanted) return &one;
    return nullptr;
  }
  [[nodiscard]] const Level* level(std::string_view wanted) const {
    for (const Level& one : levels)
      if (one.level == wanted) return &one;
    return nullptr;
  }
  /// Whether its includes and what it extends have been put in.
  [[nodiscard]] bool whole() const { return include.empty() && extends.empty(); }
};

}  // namespace fengsui
