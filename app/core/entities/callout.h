// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/entities/order.h"
#include "core/entities/person.h"
#include "core/entities/warning.h"

namespace fengsui {

struct Incident;
struct Response;

/// A call-out (叫应): a warning or an instruction goes to named persons until each has said it back.
struct Callout {
  Id<Callout> id;
  std::string title;
  std::string text;  ///< what is read to them
  std::optional<Id<Warning>> warning;
  std::optional<Id<Response>> response;
  std::optional<Id<Incident>> incident;
  Instant signedAt;  ///< the five minutes count from here
  std::int64_t goalMs = 5 * 60 * 1000;
  std::int64_t goalPercent = 95;
  std::vector<Rung> ladder;  ///< substitute, town duty office, police, door
  Uuid ladderOrigin;         ///< the seat that climbs it
  std::optional<Step> closed;
  Stamp stamp;

  bool operator==(const Callout&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("title", self.title);
    field("text", self.text);
    field("warning", self.warning);
    field("response", self.response);
    field("incident", self.incident);
    field("signedAt", self.signedAt);
    field("goalMs", self.goalMs);
    field("goalPercent", self.goalPercent);
    field("ladder", self.ladder);
    field("ladderOrigin", self.ladderOrigin);
    field("closed", self.closed);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Callout> = Kind::callout;

/// How far a person was reached: 触达, 叫醒, 回应. Each includes the ones before.
enum class CallStage { waiting, delivered, woken, responded };

template <>
inline constexpr auto namesOf<CallStage> = std::to_array<EnumName<CallStage>>({
    {CallStage::waiting, "waiting", "not reached", "未触达"},
    {CallStage::delivered, "delivered", "delivered", "触达"},
    {CallStage::woken, "woken", "picked up", "叫醒"},
    {CallStage::responded, "responded", "said it back", "回应"},
});

/// One person of a call-out.
struct Call {
  Id<Call> id;
  Id<Callout> callout;
  std::optional<Id<Person>> person;
  std::string name;
  std::string post;   ///< 村书记, 灾害信息员 …
  std::string role;   ///< "A" or "B"
  std::string place;  ///< the village or area that this person answers for
  std::string town;
  std::int64_t peopleAtRisk = 0;
  std::vector<std::string> phones;
  std::optional<Responsible> substitute;
  std::optional<Step> claimed;  ///< by: the caller who has this one now, so that nobody else rings
  std::vector<Attempt> attempts;
  std::vector<Escalation> escalations;
  std::optional<Step> delivered;  ///< the first; so are the next two
  std::optional<Step> woken;
  std::optional<Step> responded;
  Stamp stamp;

  [[nodiscard]] CallStage stage() const {
    if (responded) return CallStage::responded;
    if (woken) return CallStage::woken;
    return delivered ? CallStage::delivered : CallStage::waiting;
  }
  bool operator==(const Call&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("callout", self.callout);
    field("person", self.person);
    field("name", self.name);
    field("post", self.post);
    field("role", self.role);
    field("place", self.place);
    field("town", self.town);
    field("peopleAtRisk", self.peopleAtRisk);
    field("phones", self.phones, Shown::restricted);
    field("substitute", self.substitute, Shown::restricted);
    field("claimed", self.claimed);
    field("attempts", self.attempts, Shown::restricted);
    field("escalations", self.escalations);
    field("delivered", self.delivered);
    field("woken", self.woken);
    field("responded", self.responded);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Call> = Kind::call;

}  // namespace fengsui
