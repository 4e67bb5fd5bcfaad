// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/commands.h"
#include "core/namedreading.h"
#include "plans/checklist.h"
#include "plans/library.h"

namespace fengsui {

/// What is known besides the situation: the warnings in force, and the newest value of each series.
[[nodiscard]] Observations observationsFrom(const Situation& s, const std::vector<NamedReading>& readings, Instant now);

/// What somebody wants to begin, or not to begin.
struct ResponseWish {
  std::string plan;
  std::string level;
  std::string area;  ///< empty: the district
  std::optional<Id<Incident>> incident;
  std::string document;
  std::string signedBy;
  std::string reason;
};

/// Makes commands about responses from plans: the words, criteria and lines of one moment.
///
/// Thread: any; pure but for the ids that it gives. The library outlives it.
/// Errors: Error::notFound for a plan or a level that is not there, with those that are.
class Responding {
 public:
  Responding(const PlanLibrary& library, Situation situation, Observations observations, Instant now, NewId newId)
      : library_(library),
        situation_(std::move(situation)),
        observations_(std::move(observations)),
        now_(now),
        newId_(std::move(newId)) {}

  [[nodiscard]] Result<ProposeResponse> propose(const ResponseWish& wish) const;
  /// What was proposed of this plan at this level goes on with its proposer and consultations.
  [[nodiscard]] Result<ActivateResponse> activate(const ResponseWish& wish) const;
  [[nodiscard]] Result<DeclineResponse> decline(const ResponseWish& wish) const;
  [[nodiscard]] Result<ChangeResponseLevel> change(Id<Response> response, const ResponseWish& to) const;
  /// Each level of a plan as a response would be made from it now, with its criteria; the weakest first.
  [[nodiscard]] std::vector<Response> levelsOf(const Plan& plan) const;

 private:
  [[nodiscard]] Result<const Plan*> planOf(const std::string& id) const;
  [[nodiscard]] Result<Response> begun(const ResponseWish& wish) const;
  [[nodiscard]] const Response* proposedOf(const Response& response) const;

  const PlanLibrary& library_;
  Situation situation_;
  Observations observations_;
  Instant now_;
  NewId newId_;
};

/// Whether a level's criteria hold, as its plan puts them together.
[[nodiscard]] Holds holds(const Plan& plan, const Response& level);

}  // namespace fengsui
