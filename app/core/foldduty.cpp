// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foldduty.h"

#include <tuple>

#include "core/foldrules.h"

namespace fengsui {

std::string nameOfReport(const DutyReport& report) {
  return report.title.empty() ? textOf(report.kind).zh : report.title;
}

void addCount(Household& household, const HouseholdCounted& e) {
  if (e.point == kAtTheHouse) keepFirst(household.left, e.step);
  if (e.point == kAtTheJunction) keepFirst(household.passed, e.step);
  if (e.point == kAtTheShelter) keepFirst(household.arrived, e.step);
  if (e.state == HouseholdState::refuses) keepFirst(household.refused, e.step);
  // Two statements of one moment: the larger stands, so that every seat shows the same.
  const auto heard = std::tie(e.step, e.state, e.where);
  if (household.said && heard < std::tie(*household.said, household.state, household.where)) return;
  household.said = e.step;
  household.state = e.state;
  household.where = e.where;
}

namespace foldrules {
namespace {

template <class Entity>
bool there(Situation& s, const EventHeader& h, const Entity& entity, const std::string& name, std::string_view part) {
  if (!s.find(entity.id)) return false;
  openConflict(s, h, ConflictKind::registeredTwice, kindOf<Entity>, entity.id.uuid, name, part);
  return true;
}

template <class Entity>
void add(Situation& s, const EventHeader& h, Entity entity) {
  touch(entity.stamp, h);
  const Uuid id = entity.id.uuid;
  s.all<Entity>().set(id, std::move(entity));
}

/// Who was reached, when, with which words.
Step stepOf(const Attempt& attempt) {
  return {attempt.at, attempt.whom.empty() ? attempt.by : attempt.whom, attempt.detail};
}

}  // namespace

void apply(Situation& s, const EventHeader& h, const WarningIssued& e) {
  if (there(s, h, e.warning, e.warning.kind, {})) return;
  add(s, h, e.warning);
  if (!e.warning.replaces) return;
  Warning* before = subject(s, h, *e.warning.replaces);
  if (!before || before->status != WarningStatus::inForce) return;
  before->status = WarningStatus::replaced;
  before->ended = Step{e.warning.signedAt, e.warning.signedBy, e.warning.number};
}

void apply(Situation& s, const EventHeader& h, const WarningLifted& e) {
  Warning* warning = subject(s, h, e.warning);
  if (!warning) return;
  if (warning->status == WarningStatus::replaced) {
    openConflict(s, h, ConflictKind::statusContradicts, Kind::warning, e.warning.uuid, warning->kind);
    return;
  }
  warning->status = WarningStatus::lifted;
  keepFirst(warning->ended, e.step);
}

void apply(Situation& s, const EventHeader& h, const CalloutStarted& e) {
  if (!there(s, h, e.callout, e.callout.title, {})) add(s, h, e.callout);
}

void apply(Situation& s, const EventHeader& h, const CalloutExtended& e) {
  if (!s.find(e.callout)) {
    openConflict(s, h, ConflictKind::unknownSubject, Kind::callout, e.callout.uuid, {});
    return;
  }
  for (const Call& call : e.calls)
    if (!there(s, h, call, call.name, call.id.text())) add(s, h, call);
}

void apply(Situation& s, const EventHeader& h, const CallClaimed& e) {
  Call* call = subject(s, h, e.call);
  if (!call || call->responded) return;
  // Two callers took one person without knowing of each other: the first keeps him.
  if (e.claim && call->claimed != e.before && heldByAnother(*call, e.claim->by, e.claim->at)) return;
  call->claimed = e.claim;
}

void apply(Situation& s, const EventHeader& h, const CallTried& e) {
  Call* call = subject(s, h, e.call);
  if (!call) return;
  keepEach(call->attempts, e.attempt);
  const Step step = stepOf(e.attempt);
  if (e.reached >= CallStage::delivered) keepFirst(call->delivered, step);
  if (e.reached >= CallStage::woken) keepFirst(call->woken, step);
  if (e.reached < CallStage::responded) return;
  keepFirst(call->responded, step);
  call->claimed.reset();
}

void apply(Situation& s, const EventHeader& h, const CallTryWithdrawn& e) {
  Call* call = subject(s, h, e.call);
  if (!call) return;
  const auto at = std::find(call->attempts.begin(), call->attempts.end(), e.attempt);
  if (at == call->attempts.end()) {
    openConflict(s, h, ConflictKind::statusContradicts, Kind::call, e.call.uuid, call->name);
    return;
  }
  call->attempts.erase(at);
  // How far the other tries came is not known here beyond having reached somebody: then the person is rung again.
  const Step step = stepOf(e.attempt);
  for (std::optional<Step>* stage : {&call->responded, &call->woken, &call->delivered})
    if (*stage == step) stage->reset();
  for (const Attempt& other : call->attempts)
    if (other.reached) keepFirst(call->delivered, stepOf(other));
}

void apply(Situation& s, const EventHeader& h, const CallEscalated& e) {
  if (Call* call = subject(s, h, e.call)) keepEach(call->escalations, e.escalation);
}

void apply(Situation& s, const EventHeader& h, const CalloutLadderTaken& e) {
  Callout* callout = subject(s, h, e.callout);
  if (!callout) return;
  // Two seats took it over from the same one: the later stands, and both are shown.
  if (callout->ladderOrigin != e.before && callout->ladderOrigin != e.origin)
    openConflict(s, h, ConflictKind::editedTwice, Kind::callout, e.callout.uuid, callout->title);
  callout->ladderOrigin = e.origin;
}

void apply(Situation& s, const EventHeader& h, const CalloutClosed& e) {
  if (Callout* callout = subject(s, h, e.callout)) keepFirst(callout->closed, e.step);
}

void apply(Situation& s, const EventHeader& h, const ReportOwed& e) {
  if (!there(s, h, e.contact, e.contact.who.name, {})) add(s, h, e.contact);
}

void apply(Situation& s, const EventHeader& h, const ContactNoted& e) {
  Contact* contact = subject(s, h, e.contact);
  if (!contact) return;
  if (contact->last && std::tie(e.step, e.channel) < std::tie(*contact->last, contact->channel)) return;
  contact->last = e.step;
  contact->channel = e.channel;
}

void apply(Situation& s, const EventHeader& h, const ContactReleased& e) {
  if (Contact* contact = subject(s, h, e.contact)) keepFirst(contact->released, e.step);
}

void apply(Situation& s, const EventHeader& h, const ReportDrafted& e) {
  if (there(s, h, e.report, e.report.title, {})) return;
  // Two seats gave one number to two reports: both stand and are shown.
  s.dutyReports.forEach([&](const Uuid&, const DutyReport& other) {
    if (!other.withdrawn && sameChain(other, e.report) && other.number == e.report.number)
      openConflict(s, h, ConflictKind::registeredTwice, Kind::dutyReport, e.report.id.uuid,
                   nameOfReport(other) + " / " + nameOfReport(e.report), "number");
  });
  add(s, h, e.report);
}

void apply(Situation& s, const EventHeader& h, const ReportReviewed& e) {
  DutyReport* report = subject(s, h, e.report);
  if (!report) return;
  if (report->withdrawn)
    openConflict(s, h, ConflictKind::statusContradicts, Kind::dutyReport, e.report.uuid, nameOfReport(*report));
  else
    report->reviewed = e.step;
}

void apply(Situation& s, const EventHeader& h, const ReportSigned& e) {
  DutyReport* report = subject(s, h, e.report);
  if (!report) return;
  if (report->withdrawn)
    openConflict(s, h, ConflictKind::statusContradicts, Kind::dutyReport, e.report.uuid, nameOfReport(*report));
  else
    keepFirst(report->signed_, e.step);
}

namespace {

ReportRecipient& recipientOf(DutyReport& report, const std::string& name) {
  for (ReportRecipient& recipient : report.recipients)
    if (recipient.name == name) return recipient;
  return report.recipients.emplace_back(ReportRecipient{name, std::nullopt, std::nullopt});
}

}  // namespace

void apply(Situation& s, const EventHeader& h, const ReportSent& e) {
  if (DutyReport* report = subject(s, h, e.report)) keepFirst(recipientOf(*report, e.recipient).sent, e.step);
}

void apply(Situation& s, const EventHeader& h, const ReportReceived& e) {
  if (DutyReport* report = subject(s, h, e.report)) keepFirst(recipientOf(*report, e.recipient).received, e.step);
}

void apply(Situation& s, const EventHeader& h, const ReportWithdrawn& e) {
  DutyReport* report = subject(s, h, e.report);
  if (!report) return;
  if (report->signed_)
    openConflict(s, h, ConflictKind::statusContradicts, Kind::dutyReport, e.report.uuid, nameOfReport(*report));
  else
    keepFirst(report->withdrawn, e.step);
}

void apply(Situation& s, const EventHeader& h, const DirectiveAnswered& e) {
  if (Directive* directive = subject(s, h, e.directive)) keepLast(directive->answered, e.step);
}

void apply(Situation& s, const EventHeader& h, const HouseholdCounted& e) {
  if (Household* household = subject(s, h, e.household)) addCount(*household, e);
}

}  // namespace foldrules
}  // namespace fengsui
