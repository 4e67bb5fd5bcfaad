// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/dutycommands.h"
#include "core/events.h"
#include "core/ordercommands.h"

// The commands: what somebody wants to happen. Ids of new things are given by whoever makes the command, so that
// deciding is pure.

namespace fengsui {

template <class Entity>
struct Register {
  Entity entity;
};

/// Sets fields by name, in stored form; null empties one.
template <class Entity>
struct Revise {
  Id<Entity> id;
  std::vector<std::pair<std::string, Json>> set;
};

template <class Entity>
struct Retire {
  Id<Entity> id;
  std::string reason;
};

/// One row of a table that an office brought: the fields it fills, in stored form.
struct ImportRow {
  Uuid idIfNew;
  int row = 0;  ///< as the person sees it, for messages
  Json fields;
};

/// Many entities at once: all or none. A row whose key, or without a key whose name, is known updates what is there;
/// what is going on (status, assignment, occupants) is not overwritten by a table.
template <class Entity>
struct Import {
  std::vector<ImportRow> rows;
};

struct ReportIncident {
  Incident incident;
};
struct CloseIncident {
  Id<Incident> incident;
  bool withdrawn = false;
  std::string reason;
};
struct ReopenIncident {
  Id<Incident> incident;
  std::string reason;
};
struct ReportFigure {
  Id<Incident> incident;
  Figure figure;
};
struct DecideFigure {
  Id<Incident> incident;
  FigureKind kind = FigureKind::affected;
  std::string source;
  std::string reason;
};

/// Signed: it begins, or what was proposed does.
struct ActivateResponse {
  Response response;
  std::vector<ChecklistItem> items = {};  ///< the plan's lines for this level
};
struct DeclineResponse {
  Response response;
};
struct ChangeResponseLevel {
  Id<Response> response;
  std::string to;
  std::string signedBy;
  std::string documentNumber;
  std::vector<ChecklistItem> add = {};       ///< what the new level adds
  std::vector<Id<ChecklistItem>> drop = {};  ///< what no longer applies; what is done stays
  std::string approver = {};                 ///< the post that signs the new level
  std::vector<Criterion> criteria = {};
};
struct EndResponse {
  Id<Response> response;
  std::string signedBy;
  std::string reason;
};

struct ReserveTeam {
  Id<Team> team;
  Id<Incident> incident;
  std::string task;
};
struct SendTeam {
  Id<Team> team;
  Id<Incident> incident;
  std::string task;
  std::optional<Position> destination;  ///< the incident's location where none is given
  std::optional<Instant> etaAt;
};
struct AskTeam {
  Id<Team> team;
  Id<Incident> incident;
  std::string task;
};
struct AnswerRequest {
  Id<Team> team;
  bool agreed = false;
  std::string by;
  std::string reason;
  std::optional<Instant> etaAt;
};
struct TeamArrives {
  Id<Team> team;
};
struct ReleaseTeam {
  Id<Team> team;
  std::string reason;
};
struct TeamReturns {
  Id<Team> team;
};
struct StandDown {
  Id<Team> team;
  std::string reason;
};
struct StandTo {
  Id<Team> team;
};
struct ReportPosition {
  Id<Team> team;
  Fix fix;
};

struct ReceiveStock {
  StockKey line;
  std::string code;
  Quantity quantity;
  std::string source;
};
struct MoveStock {
  StockKey line;
  Id<Depot> to;
  Quantity quantity;
};
struct ReserveStock {
  StockKey line;
  Quantity quantity;
  Id<Incident> incident;
};
struct UnreserveStock {
  StockKey line;
  Quantity quantity;
  Id<Incident> incident;
};
struct IssueStock {
  StockKey line;
  Quantity quantity;
  Id<Incident> incident;
  bool fromReserved = false;
};
struct CountStock {
  StockKey line;
  std::string code;
  Quantity quantity;
};

struct OpenShelter {
  Id<Shelter> shelter;
};
struct CloseShelter {
  Id<Shelter> shelter;
};
struct CheckIn {
  Id<Shelter> shelter;
  std::int64_t persons = 0;
  std::string from;
};
struct CheckOut {
  Id<Shelter> shelter;
  std::int64_t persons = 0;
  std::string to;
};

/// A road is closed by registering a closure, its span changes by revising it; this ends it at the moment it happened.
struct OpenRoad {
  Id<RoadClosure> closure;
  std::string words;
};

struct TakeDuty {
  Id<Post> post;
  Id<Person> person;
};
struct LeaveDuty {
  Id<Post> post;
};
struct ResolveConflict {
  Uuid conflict;
  std::string resolution;
};

/// Takes back what one event did, by an event that compensates it.
struct Undo {
  Event event;
};

/// Everything that can be commanded.
using CommandVariant = std::variant<
    Register<Team>, Register<Depot>, Register<Shelter>, Register<RiskZone>, Register<Facility>, Register<Place>,
    Register<Post>, Register<Person>, Register<Consultation>, Register<Directive>, Register<Household>,
    Register<RoadClosure>, Register<Sensor>, Revise<Incident>, Revise<Response>, Revise<Team>, Revise<Depot>,
    Revise<Shelter>, Revise<RiskZone>, Revise<Facility>, Revise<Place>, Revise<Post>, Revise<Person>, Revise<Order>,
    Revise<DutyReport>, Revise<Consultation>, Revise<Directive>, Revise<Household>, Revise<RoadClosure>, Revise<Sensor>,
    Retire<Team>, Retire<Depot>, Retire<Shelter>, Retire<RiskZone>, Retire<Facility>, Retire<Place>, Retire<Post>,
    Retire<Person>, Retire<Consultation>, Retire<Directive>, Retire<Household>, Retire<RoadClosure>, Retire<Sensor>,
    Import<Incident>, Import<Team>, Import<Depot>, Import<Shelter>, Import<RiskZone>, Import<Facility>, Import<Place>,
    Import<Post>, Import<Person>, Import<Household>, ReportIncident, CloseIncident, ReopenIncident, ReportFigure,
    DecideFigure, ActivateResponse, DeclineResponse, ChangeResponseLevel, EndResponse, ReserveTeam, SendTeam, AskTeam,
    AnswerRequest, TeamArrives, ReleaseTeam, TeamReturns, StandDown, StandTo, ReportPosition, ReceiveStock, MoveStock,
    ReserveStock, UnreserveStock, IssueStock, CountStock, OpenShelter, CloseShelter, OpenRoad, CheckIn, CheckOut,
    TakeDuty, LeaveDuty, ResolveConflict, ProposeResponse, NoteArrival, MeetEndCondition, ExtendChecklist, MarkItem,
    VerifyItem, DraftOrder, DiscardOrder, IssueOrder, CarryOrder, AcknowledgeOrder, RefuseOrder, StartOrder,
    FinishOrder, SendBackOrder, VerifyOrder, AskAgain, EscalateOrder, TakeLadder, RecallOrder, ReplaceOrder,
    IssueWarning, LiftWarning, StartCallout, ExtendCallout, ClaimCall, UnclaimCall, TryCall, EscalateCall, CloseCallout,
    OweReport, NoteContact, ReleaseContact, DraftReport, ReviewReport, SignReport, SendReport, ReceiveReport,
    WithdrawReport, AnswerDirective, CountHousehold, TakeCalloutLadder, Undo>;

/// What somebody wants. A class of its own, so that what every file does with it is compiled once.
struct Command : CommandVariant {
  Command(const Command&);
  Command(Command&&) noexcept;
  Command& operator=(const Command&);
  Command& operator=(Command&&) noexcept;
  ~Command();
  template <class What>
  requires(!std::same_as<std::remove_cvref_t<What>, Command> &&
           std::constructible_from<CommandVariant, std::in_place_type_t<std::remove_cvref_t<What>>, What>)
      Command(What&& what)  // NOLINT: a command is what it says
      : CommandVariant(std::in_place_type<std::remove_cvref_t<What>>, std::forward<What>(what)) {}
};

}  // namespace fengsui
