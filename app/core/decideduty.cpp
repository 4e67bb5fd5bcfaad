// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deciderules.h"
#include "core/fields.h"
#include "core/foldduty.h"

// Places that owe a report, directives, and the ledger of people who move.

namespace fengsui::deciderules {
namespace {

Outcome notInTheFuture(const DecisionContext& x) {
  if (x.occurred > x.now)
    return failure(ErrorCode::invalid, {"it cannot have happened in the future", "发生时间不能在未来"});
  return {};
}

}  // namespace

Decision decideOn(const Situation& s, const OweReport& c, const DecisionContext& x) {
  Contact contact = c.contact;
  if (contact.id.isNil() || s.find(contact.id))
    return failure(ErrorCode::invalid, {"a place that owes a report needs an id of its own", "点名对象须有唯一标识"});
  if (contact.who.name.empty()) return failure(ErrorCode::invalid, {"say which place owes a report", "须写明由谁报告"});
  if (contact.everyMs < 0 || contact.peopleAtRisk < 0)
    return failure(ErrorCode::invalid, {"an interval and a number of people cannot be negative", "间隔和人数不能为负"});
  if (contact.response)
    if (const auto response = known(s, *contact.response); !response) return failure(response.error());
  std::string already;
  s.contacts.forEach([&](const Uuid&, const Contact& other) {
    const bool same = other.who.key() == contact.who.key() && other.town == contact.town;
    if (same && !other.released && other.response == contact.response) already = other.who.name;
  });
  if (!already.empty()) return refuse(already + " owes reports already", already + "已在点名之列");
  if (contact.since == Instant{}) contact.since = x.occurred;
  contact.last.reset();
  contact.channel.clear();
  contact.released.reset();
  contact.stamp = {};
  return one(ReportOwed{std::move(contact)});
}

Decision decideOn(const Situation& s, const NoteContact& c, const DecisionContext& x) {
  const auto contact = known(s, c.contact);
  if (!contact) return failure(contact.error());
  if (const auto past = notInTheFuture(x); !past) return failure(past.error());
  return one(ContactNoted{c.contact, said(x, c.by.empty() ? (*contact)->who.name : c.by, c.words), c.channel});
}

Decision decideOn(const Situation& s, const ReleaseContact& c, const DecisionContext& x) {
  const auto contact = known(s, c.contact);
  if (!contact) return failure(contact.error());
  if ((*contact)->released)
    return refuse((*contact)->who.name + " owes no reports any more", (*contact)->who.name + "已不在点名之列");
  return one(ContactReleased{c.contact, said(x, {}, c.reason)});
}

Decision decideOn(const Situation& s, const AnswerDirective& c, const DecisionContext& x) {
  if (const auto directive = known(s, c.directive); !directive) return failure(directive.error());
  if (c.words.empty()) return failure(ErrorCode::invalid, {"an answer to a directive has words", "批示回报须有内容"});
  return one(DirectiveAnswered{c.directive, said(x, c.by, c.words)});
}

Decision decideOn(const Situation& s, const CountHousehold& c, const DecisionContext& x) {
  const auto household = known(s, c.household);
  if (!household) return failure(household.error());
  if (const auto past = notInTheFuture(x); !past) return failure(past.error());
  if (!c.point.empty() && c.point != kAtTheHouse && c.point != kAtTheJunction && c.point != kAtTheShelter)
    return failure(ErrorCode::invalid,
                   {"people are counted at the house, the junction or the shelter, not at \"" + c.point + "\"",
                    "清点只在出户、路口、安置点三处，没有“" + c.point + "”"});
  if (c.state == HouseholdState::refuses && c.words.empty())
    return refuse("a refusal is noted with the words of who refuses, or who signed it", "拒转须记明本人说法或签字人");
  if (c.state == HouseholdState::withRelatives && c.where.empty())
    return refuse("with relatives: say where they are", "投亲靠友须写明去处");
  HouseholdCounted counted{c.household, c.state, c.point, c.where, said(x, c.by, c.words), Json::object()};
  // Being counted on the way says that they are on the way.
  if (!c.point.empty() && (c.state == HouseholdState::notMoved || c.state == HouseholdState::underWay))
    counted.state = c.point == kAtTheShelter ? HouseholdState::inShelter : HouseholdState::underWay;
  if (counted.where.empty() && counted.state == HouseholdState::inShelter) counted.where = (*household)->shelter;
  for (const std::string_view field : kCountedFields)
    counted.before[std::string(field)] = fieldOf(**household, field).value_or(Json());
  return one(std::move(counted));
}

}  // namespace fengsui::deciderules
