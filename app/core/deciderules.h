// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/decide.h"

// What the files of decide share: one decideOn() per command.

namespace fengsui::deciderules {

using Decision = Result<std::vector<DecidedEvent>>;

[[nodiscard]] inline Decision one(EventBody body) {
  return std::vector<DecidedEvent>{{std::move(body), std::nullopt}};
}

[[nodiscard]] inline tl::unexpected<Error> refuse(std::string en, std::string zh, Text remedy = {}) {
  return failure(ErrorCode::refused, {std::move(en), std::move(zh)}, std::move(remedy));
}

/// What was said when it happened, by whom it was said; where nobody is named, by the actor.
[[nodiscard]] inline Step said(const DecisionContext& x, const std::string& by, std::string words = {}) {
  return {x.occurred, by.empty() ? x.actor : by, std::move(words)};
}

/// The entity, or the sentence that it is not there.
template <class Entity>
[[nodiscard]] Result<const Entity*> known(const Situation& s, Id<Entity> id) {
  if (const Entity* entity = s.find(id)) return entity;
  const auto& name = nameOf(kindOf<Entity>);
  return failure(ErrorCode::notFound, {"this station has no " + std::string(name.en) + " " + id.text(),
                                       "本站没有这个" + std::string(name.zh) + "：" + id.text()});
}

[[nodiscard]] Result<const Incident*> openIncident(const Situation& s, Id<Incident> id);

/// The events that take the event back, without its reference. Split by kind of thing.
[[nodiscard]] Decision compensate(const Situation& s, const Event& event);

Decision decideOn(const Situation& s, const ReportIncident& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const CloseIncident& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ReopenIncident& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ReportFigure& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const DecideFigure& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ActivateResponse& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const DeclineResponse& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ChangeResponseLevel& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const EndResponse& c, const DecisionContext& x);

Decision decideOn(const Situation& s, const ReserveTeam& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const SendTeam& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const AskTeam& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const AnswerRequest& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const TeamArrives& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ReleaseTeam& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const TeamReturns& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const StandDown& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const StandTo& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ReportPosition& c, const DecisionContext& x);

Decision decideOn(const Situation& s, const ReceiveStock& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const MoveStock& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ReserveStock& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const UnreserveStock& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const IssueStock& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const CountStock& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const OpenShelter& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const CloseShelter& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const CheckIn& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const CheckOut& c, const DecisionContext& x);

Decision decideOn(const Situation& s, const ProposeResponse& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const NoteArrival& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const MeetEndCondition& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ExtendChecklist& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const MarkItem& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const VerifyItem& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const DraftOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const DiscardOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const IssueOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const CarryOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const AcknowledgeOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const RefuseOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const StartOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const FinishOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const SendBackOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const VerifyOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const AskAgain& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const EscalateOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const TakeLadder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const RecallOrder& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ReplaceOrder& c, const DecisionContext& x);

Decision decideOn(const Situation& s, const IssueWarning& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const LiftWarning& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const StartCallout& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ExtendCallout& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ClaimCall& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const UnclaimCall& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const TryCall& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const EscalateCall& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const CloseCallout& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const OweReport& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const NoteContact& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ReleaseContact& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const DraftReport& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ReviewReport& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const SignReport& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const SendReport& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ReceiveReport& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const WithdrawReport& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const AnswerDirective& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const OpenRoad& c, const DecisionContext& x);
/// Whoever commands, dispatches or stands there may close a road; who opens it sends people over it, so the desk does.
[[nodiscard]] Outcome mayCloseRoads(const Situation& s, const DecisionContext& x);
[[nodiscard]] Outcome mayOpenRoads(const Situation& s, const DecisionContext& x);
/// What has to change too where a road that was open again is closed by its new times: why it was opened.
[[nodiscard]] std::vector<FieldChange> closedAnew(const RoadClosure& before, const std::vector<FieldChange>& changes,
                                                  Instant at);
Decision decideOn(const Situation& s, const CountHousehold& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const TakeCalloutLadder& c, const DecisionContext& x);

Decision decideOn(const Situation& s, const TakeDuty& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const LeaveDuty& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const ResolveConflict& c, const DecisionContext& x);
Decision decideOn(const Situation& s, const Undo& c, const DecisionContext& x);

}  // namespace fengsui::deciderules
