// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/situation.h"

// What the files of the fold share. One apply() per event; each either changes what it names or opens a conflict.

namespace fengsui::foldrules {

void openConflict(Situation& s, const EventHeader& h, ConflictKind kind, Kind subjectKind, Uuid subject,
                  std::string detail, std::string_view part = {});

inline void touch(Stamp& stamp, const EventHeader& h) {
  ++stamp.touches;
  stamp.hlc = h.hlc;
}

/// The entity to change, touched; an event about something unknown becomes a conflict and gives nullptr.
template <class Entity>
Entity* subject(Situation& s, const EventHeader& h, Id<Entity> id) {
  Entity* entity = s.all<Entity>().edit(id.uuid);
  if (!entity)
    openConflict(s, h, ConflictKind::unknownSubject, kindOf<Entity>, id.uuid, {});
  else
    touch(entity->stamp, h);
  return entity;
}

void apply(Situation& s, const EventHeader& h, const IncidentReported& e);
void apply(Situation& s, const EventHeader& h, const IncidentClosed& e);
void apply(Situation& s, const EventHeader& h, const IncidentReopened& e);
void apply(Situation& s, const EventHeader& h, const FigureReported& e);
void apply(Situation& s, const EventHeader& h, const FigureWithdrawn& e);
void apply(Situation& s, const EventHeader& h, const FigureDecided& e);
void apply(Situation& s, const EventHeader& h, const ResponseActivated& e);
void apply(Situation& s, const EventHeader& h, const ResponseDeclined& e);
void apply(Situation& s, const EventHeader& h, const ResponseLevelChanged& e);
void apply(Situation& s, const EventHeader& h, const ResponseEnded& e);
void apply(Situation& s, const EventHeader& h, const ResponseResumed& e);

void apply(Situation& s, const EventHeader& h, const TeamReserved& e);
void apply(Situation& s, const EventHeader& h, const TeamAsked& e);
void apply(Situation& s, const EventHeader& h, const TeamAgreed& e);
void apply(Situation& s, const EventHeader& h, const TeamDeclined& e);
void apply(Situation& s, const EventHeader& h, const TeamSent& e);
void apply(Situation& s, const EventHeader& h, const TeamArrived& e);
void apply(Situation& s, const EventHeader& h, const TeamReleased& e);
void apply(Situation& s, const EventHeader& h, const TeamReturned& e);
void apply(Situation& s, const EventHeader& h, const TeamStoodDown& e);
void apply(Situation& s, const EventHeader& h, const TeamStoodTo& e);
void apply(Situation& s, const EventHeader& h, const TeamPositionReported& e);

void apply(Situation& s, const EventHeader& h, const StockReceived& e);
void apply(Situation& s, const EventHeader& h, const StockMoved& e);
void apply(Situation& s, const EventHeader& h, const StockReserved& e);
void apply(Situation& s, const EventHeader& h, const StockUnreserved& e);
void apply(Situation& s, const EventHeader& h, const StockIssued& e);
void apply(Situation& s, const EventHeader& h, const StockCounted& e);
void apply(Situation& s, const EventHeader& h, const ShelterOpened& e);
void apply(Situation& s, const EventHeader& h, const ShelterClosed& e);
void apply(Situation& s, const EventHeader& h, const ShelterCheckedIn& e);
void apply(Situation& s, const EventHeader& h, const ShelterCheckedOut& e);

void apply(Situation& s, const EventHeader& h, const ChecklistExtended& e);
void apply(Situation& s, const EventHeader& h, const ChecklistNarrowed& e);
void apply(Situation& s, const EventHeader& h, const ItemMarked& e);
void apply(Situation& s, const EventHeader& h, const ItemVerified& e);
void apply(Situation& s, const EventHeader& h, const OrderDrafted& e);
void apply(Situation& s, const EventHeader& h, const OrderDiscarded& e);
void apply(Situation& s, const EventHeader& h, const OrderIssued& e);
void apply(Situation& s, const EventHeader& h, const OrderCarried& e);
void apply(Situation& s, const EventHeader& h, const OrderAcknowledged& e);
void apply(Situation& s, const EventHeader& h, const OrderRefused& e);
void apply(Situation& s, const EventHeader& h, const OrderStarted& e);
void apply(Situation& s, const EventHeader& h, const OrderDone& e);
void apply(Situation& s, const EventHeader& h, const OrderSentBack& e);
void apply(Situation& s, const EventHeader& h, const OrderVerified& e);
void apply(Situation& s, const EventHeader& h, const OrderAskedAgain& e);
void apply(Situation& s, const EventHeader& h, const OrderEscalated& e);
void apply(Situation& s, const EventHeader& h, const OrderLadderTaken& e);
void apply(Situation& s, const EventHeader& h, const OrderRecalled& e);
void apply(Situation& s, const EventHeader& h, const OrderReplaced& e);
void apply(Situation& s, const EventHeader& h, const ResponseProposed& e);
void apply(Situation& s, const EventHeader& h, const ArrivalNoted& e);
void apply(Situation& s, const EventHeader& h, const EndConditionMet& e);

void apply(Situation& s, const EventHeader& h, const WarningIssued& e);
void apply(Situation& s, const EventHeader& h, const WarningLifted& e);
void apply(Situation& s, const EventHeader& h, const CalloutStarted& e);
void apply(Situation& s, const EventHeader& h, const CalloutExtended& e);
void apply(Situation& s, const EventHeader& h, const CallClaimed& e);
void apply(Situation& s, const EventHeader& h, const CallTried& e);
void apply(Situation& s, const EventHeader& h, const CallEscalated& e);
void apply(Situation& s, const EventHeader& h, const CalloutClosed& e);
void apply(Situation& s, const EventHeader& h, const ReportOwed& e);
void apply(Situation& s, const EventHeader& h, const ContactNoted& e);
void apply(Situation& s, const EventHeader& h, const ContactReleased& e);
void apply(Situation& s, const EventHeader& h, const ReportDrafted& e);
void apply(Situation& s, const EventHeader& h, const ReportReviewed& e);
void apply(Situation& s, const EventHeader& h, const ReportSigned& e);
void apply(Situation& s, const EventHeader& h, const ReportSent& e);
void apply(Situation& s, const EventHeader& h, const ReportReceived& e);
void apply(Situation& s, const EventHeader& h, const ReportWithdrawn& e);
void apply(Situation& s, const EventHeader& h, const DirectiveAnswered& e);
void apply(Situation& s, const EventHeader& h, const HouseholdCounted& e);
void apply(Situation& s, const EventHeader& h, const CallTryWithdrawn& e);
void apply(Situation& s, const EventHeader& h, const CalloutLadderTaken& e);

}  // namespace fengsui::foldrules
