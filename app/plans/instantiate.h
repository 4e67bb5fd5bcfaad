// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/entities/team.h"
#include "plans/plan.h"
#include "plans/situationfacts.h"

namespace fengsui {

/// A text with its placeholders filled in; what has no value at hand reads "____" and is listed.
struct FilledText {
  Text text;
  std::vector<std::string> missing;  ///< names of placeholders, each once

  bool operator==(const FilledText&) const = default;
};

/// A team that could do it, nearest first.
struct TeamChoice {
  Id<Team> team;
  std::string name;
  DispatchAuthority authority = DispatchAuthority::own;
  bool available = false;
  std::optional<double> distanceM;  ///< from the incident or the place, as the crow flies

  bool operator==(const TeamChoice&) const = default;
};

enum class OwnerKind { post, organisation, team };

/// Who an item is for, as far as the station knows them.
struct ResolvedOwner {
  OwnerKind kind = OwnerKind::post;
  std::string name;              ///< of the post or organisation; the capability's code
  std::optional<Id<Post>> post;  ///< where the station has it
  std::string holder;            ///< who is on duty in it, else its A person; of a place: who has that title there
  std::string place;             ///< the place whose post it is, with `of`; empty with `of` where nobody knows it
  std::string b;                 ///< the substitute's post
  std::optional<Id<Post>> bPost;
  std::string bHolder;            ///< who holds that post, else the B person of the post
  int count = 1;                  ///< teams wanted
  std::vector<TeamChoice> teams;  ///< all that have the capability
  bool known = false;             ///< the station knows the post, the organisation, or enough teams
  bool ofPlace = false;           ///< with `of`

  bool operator==(const ResolvedOwner&) const = default;
};

/// One addressee of an item that stands for many places.
struct PlannedCopy {
  std::string name;  ///< of the place
  ResolvedOwner owner;
  FilledText action;
  FilledText place;

  bool operator==(const PlannedCopy&) const = default;
};

struct PlannedChase {
  int minutes = 0;
  ChaseFor awaited = ChaseFor::acknowledgement;
  ChaseTarget target = ChaseTarget::named;
  std::string name;  ///< post or organisation; the substitute for ChaseTarget::b

  bool operator==(const PlannedChase&) const = default;
};

struct PlannedVerify {
  ResolvedOwner by;
  FilledText how;

  bool operator==(const PlannedVerify&) const = default;
};

/// One item of a plan made for one response: everything that an order draft needs.
struct PlannedItem {
  std::string item;
  std::string phase;
  Text title;
  std::string from;  ///< the plan and edition that it comes from, where that is another one
  bool mandatory = true;
  MessageKind kind = MessageKind::instruction;
  ResolvedOwner owner;
  std::vector<ResolvedOwner> with;
  std::vector<PlannedCopy> addressees;    ///< of an item with `each`; then owner has nobody of its own
  std::vector<std::string> undecided;     ///< places for which `where` is unknown: they are among the addressees
  std::optional<Expression> undecidedBy;  ///< that `where`
  FilledText action;
  FilledText place;
  std::optional<Instant> dueAt;         ///< when it is to be issued; none while it waits for an item or a condition
  std::optional<std::int64_t> everyMs;  ///< repeated
  bool daily = false;                   ///< repeated at the same station time
  std::string after;                    ///< waits for this item
  std::int64_t afterMs = 0;             ///< so long after it is done
  std::optional<Expression> on;         ///< waits for this to hold
  Truth applies = Truth::yes;           ///< `if`: unknown counts as holding and is marked
  std::vector<Evidence> because;        ///< of `if`
  std::optional<std::int64_t> answerWithinMs;
  Needs needs;
  std::vector<AnswerField> answer;
  std::vector<PlannedChase> chase;
  std::optional<PlannedVerify> verify;
  std::vector<FilledText> standing;
  std::vector<FilledText> forbidden;
  Safety safety;
  CardUse card = CardUse::post;

  /// Every placeholder that must be filled before the order is issued, each once.
  [[nodiscard]] std::vector<std::string> missing() const;

  /// What a person has to settle before the order goes: places that may not be meant, posts that nobody is known to
  /// hold there. They stay on the line for as long as it is open.
  [[nodiscard]] std::vector<Text> doubts() const;
};

/// What a checklist is made for.
struct ChecklistContext {
  Instant t0;  ///< the signature
  std::string documentNumber;
  std::string responseTitle;
  std::optional<Id<Incident>> incident;
  std::optional<Id<RiskZone>> zone;
  std::optional<Id<Shelter>> shelter;
};

/// The items of a whole plan that apply at @p level, in its order, made for this situation.
///
/// Thread: any; pure.
/// Errors: Error::notFound for a level that the plan does not have, with those that it has; Error::invalid for a
/// template or a plan whose includes are not put in.
[[nodiscard]] Result<std::vector<PlannedItem>> checklistFor(const Plan& plan, const std::string& level,
                                                            const Situation& situation, const KnownFacts& facts,
                                                            const ChecklistContext& context);

/// What raising or lowering to a level means for the items that a checklist has already.
struct LevelChange {
  std::vector<std::string> keep;
  std::vector<std::string> add;
  std::vector<std::string> noLongerApplies;

  bool operator==(const LevelChange&) const = default;
};

[[nodiscard]] LevelChange levelChange(const Plan& plan, std::span<const std::string> present, const std::string& to);

[[nodiscard]] bool appliesAt(const PlanItem& item, const std::string& level);

/// The next time of a repeated item after @p last. @return nothing for one that is not repeated.
[[nodiscard]] std::optional<Instant> nextTime(const PlannedItem& item, Instant last, const TimeZone& zone);

}  // namespace fengsui
