// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/codec.h"
#include "core/dutyevents.h"
#include "core/entities/conflict.h"
#include "core/entities/depot.h"
#include "core/entities/facility.h"
#include "core/entities/incident.h"
#include "core/entities/person.h"
#include "core/entities/place.h"
#include "core/entities/response.h"
#include "core/entities/riskzone.h"
#include "core/entities/roadclosure.h"
#include "core/entities/sensor.h"
#include "core/entities/shelter.h"
#include "core/entities/team.h"
#include "core/orderevents.h"
#include "core/supplyevents.h"
#include "core/teamevents.h"

// The events: what happened, in the past tense, with everything that was decided, so that folding them needs no clock,
// no random number and no other data. A type's stored form never changes; a new form is a new version and an upcaster.

namespace fengsui {

/// Real or exercise; set by a station's first event, never changed.
enum class Mode { real, exercise };

template <>
inline constexpr auto namesOf<Mode> = std::to_array<EnumName<Mode>>({
    {Mode::real, "real", "REAL", "实战"},
    {Mode::exercise, "exercise", "EXERCISE", "演练"},
});

struct StationCreated {
  static constexpr std::string_view type = "station.created";
  Uuid station;
  std::string name;
  Mode mode = Mode::real;
  std::string timeZone;
  std::string district;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("station", self.station);
    field("name", self.name);
    field("mode", self.mode);
    field("timeZone", self.timeZone);
    field("district", self.district);
  }
};

/// A copy or a restored backup goes on under a new origin; its first event says where it came from.
struct OriginOpened {
  static constexpr std::string_view type = "origin.opened";
  EventRef after;  ///< the last event of the origin that this file held before
  std::string reason;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("after", self.after);
    field("reason", self.reason);
  }
};

/// One field of an entity, before and after, in stored form.
struct FieldChange {
  std::string field;
  Json from;
  Json to;
  bool operator==(const FieldChange&) const = default;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("field", self.field);
    field("from", self.from);
    field("to", self.to);
  }
};

template <class Entity>
struct Registered {
  Entity entity;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("entity", self.entity);
  }
};

template <class Entity>
struct Revised {
  Id<Entity> id;
  std::vector<FieldChange> changes;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("id", self.id);
    field("changes", self.changes);
  }
};

/// Taken off the lists; the whole entity is kept in the event, so that this can be undone.
template <class Entity>
struct Retired {
  Entity entity;
  std::string reason;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("entity", self.entity);
    field("reason", self.reason);
  }
};

// ---- incidents

struct IncidentReported {
  static constexpr std::string_view type = "incident.reported";
  Incident incident;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("incident", self.incident);
  }
};

struct IncidentClosed {
  static constexpr std::string_view type = "incident.closed";
  Id<Incident> incident;
  bool withdrawn = false;  ///< it never was one: a false report, or undone
  std::string reason;
  IncidentStatus was = IncidentStatus::reported;
  std::optional<Instant> at = {};  ///< where that was earlier than it occurred: a reopening taken back
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("incident", self.incident);
    field("withdrawn", self.withdrawn);
    field("reason", self.reason);
    field("was", self.was);
    field("at", self.at);
  }
};

struct IncidentReopened {
  static constexpr std::string_view type = "incident.reopened";
  Id<Incident> incident;
  IncidentStatus status = IncidentStatus::underway;
  std::string reason;
  std::optional<IncidentStatus> was = {};  ///< with the next two: how it was closed
  std::optional<Instant> wasClosedAt = {};
  std::string wasClosedBecause = {};
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("incident", self.incident);
    field("status", self.status);
    field("reason", self.reason);
    field("was", self.was);
    field("wasClosedAt", self.wasClosedAt);
    field("wasClosedBecause", self.wasClosedBecause);
  }
};

struct FigureReported {
  static constexpr std::string_view type = "incident.figureReported";
  Id<Incident> incident;
  Figure figure;
  std::optional<Figure> replaces;  ///< this source's count before
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("incident", self.incident);
    field("figure", self.figure);
    field("replaces", self.replaces);
  }
};

/// Taken back: the count that this source had before stands again, or none.
struct FigureWithdrawn {
  static constexpr std::string_view type = "incident.figureWithdrawn";
  Id<Incident> incident;
  Figure figure;
  std::optional<Figure> restores;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("incident", self.incident);
    field("figure", self.figure);
    field("restores", self.restores);
  }
};

/// Somebody with the role says whose count holds; no source means that it is open again.
struct FigureDecided {
  static constexpr std::string_view type = "incident.figureDecided";
  Id<Incident> incident;
  FigureKind kind = FigureKind::affected;
  std::string source;
  std::string reason;
  std::string was;  ///< whose count held before; nobody's where empty
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("incident", self.incident);
    field("kind", self.kind);
    field("source", self.source);
    field("reason", self.reason);
    field("was", self.was);
  }
};

// ---- responses

struct ResponseActivated {
  static constexpr std::string_view type = "response.activated";
  Response response;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("response", self.response);
  }
};

/// The criteria held and somebody decided not to activate, by name and with a reason.
struct ResponseDeclined {
  static constexpr std::string_view type = "response.declined";
  Response response;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("response", self.response);
  }
};

struct ResponseLevelChanged {
  static constexpr std::string_view type = "response.levelChanged";
  Id<Response> response;
  std::string from;
  std::string to;
  std::string signedBy;
  std::string documentNumber;
  std::string wasSignedBy = {};
  std::string wasDocumentNumber = {};
  std::string approver = {};  ///< the post that signs the new level
  std::string wasApprover = {};
  std::vector<Criterion> criteria = {};  ///< as they stood
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("response", self.response);
    field("from", self.from);
    field("to", self.to);
    field("signedBy", self.signedBy);
    field("documentNumber", self.documentNumber);
    field("wasSignedBy", self.wasSignedBy);
    field("wasDocumentNumber", self.wasDocumentNumber);
    field("approver", self.approver);
    field("wasApprover", self.wasApprover);
    field("criteria", self.criteria);
  }
};

struct ResponseEnded {
  static constexpr std::string_view type = "response.ended";
  Id<Response> response;
  std::string signedBy;
  std::string reason;
  std::string wasReason = {};
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("response", self.response);
    field("signedBy", self.signedBy);
    field("reason", self.reason);
    field("wasReason", self.wasReason);
  }
};

/// An end or a change of level that was taken back.
struct ResponseResumed {
  static constexpr std::string_view type = "response.resumed";
  Id<Response> response;
  std::string reason;
  std::string restoresReason = {};
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("response", self.response);
    field("reason", self.reason);
    field("restoresReason", self.restoresReason);
  }
};

// ---- duty and conflicts

struct DutyTaken {
  static constexpr std::string_view type = "post.dutyTaken";
  Id<Post> post;
  Id<Person> person;
  std::optional<Duty> before;
  std::optional<Instant> since = {};  ///< where that was earlier than it occurred
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("post", self.post);
    field("person", self.person);
    field("before", self.before);
    field("since", self.since);
  }
};

struct DutyLeft {
  static constexpr std::string_view type = "post.dutyLeft";
  Id<Post> post;
  std::optional<Duty> was;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("post", self.post);
    field("was", self.was);
  }
};

struct ConflictResolved {
  static constexpr std::string_view type = "conflict.resolved";
  Uuid conflict;
  std::string resolution;
  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("conflict", self.conflict);
    field("resolution", self.resolution);
  }
};

/// An event that this version does not know or cannot read. Kept, passed on, shown as a conflict; never dropped.
struct UnreadableEvent {
  std::string type;
  int version = 0;
  std::string why;
};

/// An event whose payload this station does not hold (a partial station, erased personal data).
struct AbsentEvent {
  std::string type;
};

/// Every body that an event can have.
using EventVariant = std::variant<
    StationCreated, OriginOpened, Registered<Team>, Registered<Depot>, Registered<Shelter>, Registered<RiskZone>,
    Registered<Facility>, Registered<Place>, Registered<Post>, Registered<Person>, Registered<Consultation>,
    Registered<Directive>, Registered<Household>, Registered<RoadClosure>, Registered<Sensor>, Revised<Incident>,
    Revised<Response>, Revised<Team>, Revised<Depot>, Revised<Shelter>, Revised<RiskZone>, Revised<Facility>,
    Revised<Place>, Revised<Post>, Revised<Person>, Revised<Order>, Revised<DutyReport>, Revised<Consultation>,
    Revised<Directive>, Revised<Household>, Revised<RoadClosure>, Revised<Sensor>, Retired<Team>, Retired<Depot>,
    Retired<Shelter>, Retired<RiskZone>, Retired<Facility>, Retired<Place>, Retired<Post>, Retired<Person>,
    Retired<Consultation>, Retired<Directive>, Retired<Household>, Retired<RoadClosure>, Retired<Sensor>,
    IncidentReported, IncidentClosed, IncidentReopened, FigureReported, FigureWithdrawn, FigureDecided,
    ResponseActivated, ResponseDeclined, ResponseLevelChanged, ResponseEnded, ResponseResumed, TeamReserved, TeamAsked,
    TeamAgreed, TeamDeclined, TeamSent, TeamArrived, TeamReleased, TeamReturned, TeamStoodDown, TeamStoodTo,
    TeamPositionReported, StockReceived, StockMoved, StockReserved, StockUnreserved, StockIssued, StockCounted,
    ShelterOpened, ShelterClosed, ShelterCheckedIn, ShelterCheckedOut, DutyTaken, DutyLeft, ConflictResolved,
    ChecklistExtended, ChecklistNarrowed, ItemMarked, ItemVerified, OrderDrafted, OrderDiscarded, OrderIssued,
    OrderCarried, OrderAcknowledged, OrderRefused, OrderStarted, OrderDone, OrderSentBack, OrderVerified,
    OrderAskedAgain, OrderEscalated, OrderLadderTaken, OrderRecalled, OrderReplaced, ResponseProposed, ArrivalNoted,
    EndConditionMet, WarningIssued, WarningLifted, CalloutStarted, CalloutExtended, CallClaimed, CallTried,
    CallEscalated, CalloutClosed, ReportOwed, ContactNoted, ContactReleased, ReportDrafted, ReportReviewed,
    ReportSigned, ReportSent, ReportReceived, ReportWithdrawn, DirectiveAnswered, HouseholdCounted, CallTryWithdrawn,
    CalloutLadderTaken, UnreadableEvent, AbsentEvent>;

/// What happened. A class of its own, so that what every file does with it is compiled once.
struct EventBody : EventVariant {
  EventBody();
  EventBody(const EventBody&);
  EventBody(EventBody&&) noexcept;
  EventBody& operator=(const EventBody&);
  EventBody& operator=(EventBody&&) noexcept;
  ~EventBody();
  template <class Body>
  requires(!std::same_as<std::remove_cvref_t<Body>, EventBody>)
      EventBody(Body&& body)  // NOLINT: a body is an event's body
      : EventVariant(std::in_place_type<std::remove_cvref_t<Body>>, std::forward<Body>(body)) {}
};

/// What is recorded about an event besides what happened.
struct EventHeader {
  EventRef ref;
  std::uint64_t hlc = 0;  ///< hybrid logical clock: see core/hlc.h
  Instant occurred;       ///< when it happened
  std::string actor;      ///< who did or said it
  Uuid command;           ///< events of one command share it
  std::optional<EventRef> undoes;

  /// The total order of all events of all origins.
  [[nodiscard]] auto orderKey() const { return std::tuple(hlc, ref.origin, ref.sequence); }
};

/// One event as the fold sees it.
struct Event {
  EventHeader header;
  EventBody body;
};

}  // namespace fengsui
