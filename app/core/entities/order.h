// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/entities/message.h"

namespace fengsui {

struct Incident;
struct Response;
struct ChecklistItem;

/// How far one addressee's copy of an order has come, as far as is known here.
enum class OrderStage { drafted, issued, delivered, acknowledged, refused, inProgress, done, verified };

template <>
inline constexpr auto namesOf<OrderStage> = std::to_array<EnumName<OrderStage>>({
    {OrderStage::drafted, "drafted", "drafted", "拟稿"},
    {OrderStage::issued, "issued", "issued", "已签发"},
    {OrderStage::delivered, "delivered", "delivered", "已送达"},
    {OrderStage::acknowledged, "acknowledged", "acknowledged", "已签收"},
    {OrderStage::refused, "refused", "refused", "拒绝"},
    {OrderStage::inProgress, "inProgress", "in progress", "办理中"},
    {OrderStage::done, "done", "done", "已办结"},
    {OrderStage::verified, "verified", "verified", "已核验"},
});

/// What a stage is called for a kind of message: a request is agreed to, an approval is given.
[[nodiscard]] Text textOf(MessageKind kind, OrderStage stage);
/// The stage that ends a message of this kind: a notification is received, an approval is given, work is verified.
[[nodiscard]] OrderStage lastStageOf(MessageKind kind, bool verifierNamed);

/// How a message was carried, and whether it got there.
struct Attempt {
  std::string channel;  ///< "spoken", "print", "file", "mail", "seat" …
  Instant at;
  std::string by;
  std::string whom;  ///< who was reached or tried: the substitute, a number's owner
  bool reached = false;
  std::string detail;  ///< why it failed, what was said

  auto operator<=>(const Attempt&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("channel", self.channel);
    field("at", self.at);
    field("by", self.by);
    field("whom", self.whom);
    field("reached", self.reached);
    field("detail", self.detail);
  }
};

/// A rung of the ladder that was climbed.
struct Escalation {
  std::int64_t rung = 0;
  std::string whom;
  Step step;

  auto operator<=>(const Escalation&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("rung", self.rung);
    field("whom", self.whom);
    field("step", self.step);
  }
};

/// One addressee's copy of an order: a set of facts, so that it is the same in whatever order they became known.
struct OrderCopy {
  Addressee to;
  bool responsible = true;  ///< 主责; the others help
  Instant askedAt;          ///< issued, or asked again: from here the ladder counts
  std::vector<Attempt> attempts;
  std::vector<Escalation> escalations;
  std::optional<Step> delivered;      ///< the first
  std::optional<Instant> answeredAt;  ///< the first acknowledgement or refusal
  std::optional<Step> acknowledged;   ///< the last
  bool repeatedBack = false;          ///< number, task and time limit were said back
  std::optional<Step> refused;        ///< the last
  std::optional<Step> started;        ///< the first
  std::optional<Step> done;           ///< the last
  std::vector<AnswerValue> answer;    ///< what came with it
  std::optional<Step> sentBack;       ///< the last: what was said to be done was not
  std::optional<Step> verified;       ///< the last
  std::optional<Step> recalled;       ///< knows that the order was taken back

  /// How far it is; never drafted.
  [[nodiscard]] OrderStage stage() const;

  bool operator==(const OrderCopy&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("to", self.to);
    field("responsible", self.responsible);
    field("askedAt", self.askedAt);
    field("attempts", self.attempts, Shown::restricted);
    field("escalations", self.escalations);
    field("delivered", self.delivered);
    field("answeredAt", self.answeredAt);
    field("acknowledged", self.acknowledged);
    field("repeatedBack", self.repeatedBack);
    field("refused", self.refused);
    field("started", self.started);
    field("done", self.done);
    field("answer", self.answer);
    field("sentBack", self.sentBack);
    field("verified", self.verified);
    field("recalled", self.recalled);
  }
};

/// A copy for each addressee: for each of the list, or for the owner; and for those who help.
[[nodiscard]] std::vector<OrderCopy> copiesFor(const Brief& brief);

enum class OrderStatus { drafted, issued, cancelled, superseded };

template <>
inline constexpr auto namesOf<OrderStatus> = std::to_array<EnumName<OrderStatus>>({
    {OrderStatus::drafted, "drafted", "drafted", "拟稿"},
    {OrderStatus::issued, "issued", "issued", "已签发"},
    {OrderStatus::cancelled, "cancelled", "recalled", "已撤回"},
    {OrderStatus::superseded, "superseded", "replaced", "已改派"},
});

/// What is known about the safety of those who are sent.
struct SafetyFacts {
  std::string officer;
  std::optional<std::int64_t> marginMinutes;  ///< against the front, as computed or said
  std::string lookout;
  std::string wayOut;
  std::string safeZone;
  std::string signal;

  bool operator==(const SafetyFacts&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("officer", self.officer);
    field("marginMinutes", self.marginMinutes);
    field("lookout", self.lookout);
    field("wayOut", self.wayOut);
    field("safeZone", self.safeZone);
    field("signal", self.signal);
  }
};

/// A numbered message about one matter with its receipt (派单): an instruction, an appeal, a request, a notification
/// or a request for approval.
struct Order {
  Id<Order> id;
  std::string number;  ///< 单号; given when it is issued
  Brief brief;
  std::optional<Id<Response>> response;
  std::optional<Id<Incident>> incident;
  std::optional<Id<ChecklistItem>> item;
  std::optional<Id<Order>> parent;    ///< a part of that one, handed down
  std::optional<Id<Order>> replaces;  ///< given again to somebody else
  OrderStatus status = OrderStatus::drafted;
  Step drafted;
  std::optional<Step> issued;    ///< by: who signed
  std::optional<Instant> dueBy;  ///< when it should be done
  Uuid ladderOrigin;             ///< the seat that climbs the ladder
  SafetyFacts safetyFacts;
  std::vector<SafetyCheck> overridden;  ///< checks that did not hold when it was issued
  std::string overrideReason;
  std::optional<Step> ended;  ///< recalled or replaced: by whom, why
  std::vector<OrderCopy> copies;
  std::vector<Id<Order>> parts;  ///< what was handed down from it
  Stamp stamp;

  /// How far it is as a whole: as far as the slowest of those who answer for it; refused where one of them refused.
  [[nodiscard]] OrderStage stage() const;
  /// Nothing more is awaited of it.
  [[nodiscard]] bool finished() const;
  [[nodiscard]] bool open() const { return status == OrderStatus::issued && !finished(); }
  [[nodiscard]] const OrderCopy* copy(std::string_view key) const {
    for (const OrderCopy& one : copies)
      if (one.to.key() == key) return &one;
    return nullptr;
  }

  bool operator==(const Order&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("number", self.number);
    field("brief", self.brief);
    field("response", self.response);
    field("incident", self.incident);
    field("item", self.item);
    field("parent", self.parent);
    field("replaces", self.replaces);
    field("status", self.status);
    field("drafted", self.drafted);
    field("issued", self.issued);
    field("dueBy", self.dueBy);
    field("ladderOrigin", self.ladderOrigin);
    field("safetyFacts", self.safetyFacts);
    field("overridden", self.overridden);
    field("overrideReason", self.overrideReason);
    field("ended", self.ended);
    field("copies", self.copies);
    field("parts", self.parts);
    field("stamp", self.stamp);
  }
};
template <>
inline constexpr Kind kindOf<Order> = Kind::order;

}  // namespace fengsui
