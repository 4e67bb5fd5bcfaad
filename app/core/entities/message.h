// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/entities/kind.h"
#include "core/geo.h"
#include "core/time.h"
#include "core/uuid.h"

namespace fengsui {

/// The kinds of message between offices (文种). They differ in who may be addressed and in what comes back.
enum class MessageKind { instruction, appeal, request, notification, approval };

template <>
inline constexpr auto namesOf<MessageKind> = std::to_array<EnumName<MessageKind>>({
    {MessageKind::instruction, "instruction", "instruction", "指令"},
    {MessageKind::appeal, "appeal", "appeal", "提请"},
    {MessageKind::request, "request", "request", "商请"},
    {MessageKind::notification, "notification", "notification", "通报"},
    {MessageKind::approval, "approval", "request for approval", "请示"},
});

/// What one field of an answer holds.
enum class AnswerType { text, number, counts, ledger, choice, time, photo, position, signature };

template <>
inline constexpr auto namesOf<AnswerType> = std::to_array<EnumName<AnswerType>>({
    {AnswerType::text, "text", "text", "文字"},
    {AnswerType::number, "number", "number", "数字"},
    {AnswerType::counts, "counts", "counts", "分项计数"},
    {AnswerType::ledger, "ledger", "counts against the ledger", "台账计数"},
    {AnswerType::choice, "choice", "choice", "选项"},
    {AnswerType::time, "time", "time", "时刻"},
    {AnswerType::photo, "photo", "photo", "照片"},
    {AnswerType::position, "position", "position", "坐标"},
    {AnswerType::signature, "signature", "signature", "签字"},
});

/// One field of the answer that an order expects.
struct AnswerField {
  std::string id;
  std::string zh;
  std::string en;
  AnswerType type = AnswerType::text;
  std::string unit;             ///< of a number
  std::vector<std::string> of;  ///< the parts of counts, the words of a choice

  bool operator==(const AnswerField&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("zh", self.zh);
    field("en", self.en);
    field("type", self.type);
    field("unit", self.unit);
    field("of", self.of);
  }
};

/// One statement about something: when it was so, who said it, in which words.
struct Step {
  Instant at;
  std::string by;
  std::string words;

  auto operator<=>(const Step&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("at", self.at);
    field("by", self.by);
    field("words", self.words);
  }
};

enum class AddresseeKind { post, person, team, organisation, place };

template <>
inline constexpr auto namesOf<AddresseeKind> = std::to_array<EnumName<AddresseeKind>>({
    {AddresseeKind::post, "post", "post", "岗位"},
    {AddresseeKind::person, "person", "person", "人员"},
    {AddresseeKind::team, "team", "team", "队伍"},
    {AddresseeKind::organisation, "organisation", "organisation", "单位"},
    {AddresseeKind::place, "place", "place", "地方"},
});

/// To whom a message goes.
struct Addressee {
  AddresseeKind kind = AddresseeKind::organisation;
  Uuid subject;      ///< the post, person, team or place; nil for an organisation and for a name nobody registered
  std::string name;  ///< as it is read on a card
  std::string substitute;  ///< B角: who is rung when this one does not answer

  /// What tells one addressee of an order from another.
  [[nodiscard]] std::string key() const {
    return std::string(nameOf(kind).code) + ':' + (subject.isNil() ? name : subject.text());
  }
  bool operator==(const Addressee&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("kind", self.kind);
    field("subject", self.subject);
    field("name", self.name);
    field("substitute", self.substitute);
  }
};

/// One rung of the ladder that is climbed while nobody answers.
struct Rung {
  std::int64_t afterMs = 0;  ///< since the message was issued
  std::string whom;          ///< "B" the substitute, "town" its duty office, "door" somebody goes there, or a name
  bool forAnswer = false;    ///< waits for the answer, not for the acknowledgement

  bool operator==(const Rung&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("afterMs", self.afterMs);
    field("whom", self.whom);
    field("forAnswer", self.forAnswer);
  }
};

/// One part of counts: should go 86, gone 79.
struct CountPart {
  std::string name;
  std::int64_t count = 0;

  auto operator<=>(const CountPart&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("name", self.name);
    field("count", self.count);
  }
};

/// One field of an answer.
struct AnswerValue {
  std::string field;  ///< AnswerField::id
  std::string text;   ///< a number, a moment and a coordinate too, as they were said
  std::vector<CountPart> counts;

  auto operator<=>(const AnswerValue&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("field", self.field);
    field("text", self.text);
    field("counts", self.counts);
  }
};

/// What must hold before an order that sends people into danger may go.
enum class SafetyCheck { officer, margin, fourPoints };

template <>
inline constexpr auto namesOf<SafetyCheck> = std::to_array<EnumName<SafetyCheck>>({
    {SafetyCheck::officer, "officer", "a safety officer is named", "已指定安全员"},
    {SafetyCheck::margin, "margin", "enough margin against the front", "与险情前锋的时间余量足够"},
    {SafetyCheck::fourPoints, "fourPoints", "lookout, way out, safe zone, signal",
     "观察哨、撤离路、安全区、撤离信号齐备"},
});

/// What is to be done, by whom, and what comes back: a line of a checklist and the order that it becomes say the same.
///
/// Units: minutes are counted from the issue.
struct Brief {
  MessageKind kind = MessageKind::instruction;
  std::string title;
  std::string titleEn;
  std::string task;  ///< the words of the order
  std::string taskEn;
  Addressee owner;              ///< who answers for it, alone
  std::vector<Addressee> with;  ///< who helps
  std::vector<Addressee> each;  ///< one copy for each of these instead of the owner
  std::string place;            ///< as people call it
  std::optional<Position> location;
  std::string safety;
  std::string equipment;
  std::string route;
  std::string contact;
  std::vector<std::string> forbidden;
  std::string standing;  ///< what the owner may decide when cut off
  std::vector<AnswerField> expects;
  std::vector<Rung> ladder;
  std::optional<std::int64_t> dueMinutes;
  std::string verifier;
  std::string verifyHow;
  std::vector<SafetyCheck> checks;
  std::int64_t marginMinutes = 0;  ///< what SafetyCheck::margin asks for

  bool operator==(const Brief&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("kind", self.kind);
    field("title", self.title);
    field("titleEn", self.titleEn);
    field("task", self.task);
    field("taskEn", self.taskEn);
    field("owner", self.owner);
    field("with", self.with);
    field("each", self.each);
    field("place", self.place);
    field("location", self.location);
    field("safety", self.safety);
    field("equipment", self.equipment);
    field("route", self.route);
    field("contact", self.contact, Shown::restricted);
    field("forbidden", self.forbidden);
    field("standing", self.standing);
    field("expects", self.expects);
    field("ladder", self.ladder);
    field("dueMinutes", self.dueMinutes);
    field("verifier", self.verifier);
    field("verifyHow", self.verifyHow);
    field("checks", self.checks);
    field("marginMinutes", self.marginMinutes);
  }
};

}  // namespace fengsui
