// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/time.h"
#include "plans/expression.h"

namespace fengsui {

/// Unknown is neither true nor false (Kleene): "unknown or yes" holds, "unknown and yes" is unknown.
enum class Truth { no, unknown, yes };

[[nodiscard]] Truth allOf(Truth a, Truth b);
[[nodiscard]] Truth anyOf(Truth a, Truth b);
[[nodiscard]] Truth opposite(Truth a);
[[nodiscard]] Text textOf(Truth truth);

/// A value that somebody measured, decided or wrote down, and where it comes from.
struct Finding {
  std::optional<double> number;
  std::optional<double> most;  ///< of a count of which some are unknown: at most so many
  std::string unit;
  std::string word;           ///< a colour, a stage, a name; "none" is below every colour
  std::optional<bool> truth;  ///< of what is yes or no by itself
  std::string place;
  Text source;
  std::optional<Instant> at;  ///< as of when

  bool operator==(const Finding&) const = default;
  /// "35 mm", "orange".
  [[nodiscard]] Text text() const;
};

/// One place, zone, facility or shelter that any, all and count look at.
struct Subject {
  std::string name;
  std::function<std::optional<Finding>(const std::string& field)> field;
};

/// A question to the world: a function of FORMAT.md with its arguments.
struct Asked {
  std::string function;
  std::vector<std::string> texts;
  std::optional<double> minutes;     ///< the duration among the arguments
  const Subject* subject = nullptr;  ///< inside any, all, count and where: about this one, unless a place is named
};

/// What expressions are evaluated over.
class KnownFacts {
 public:
  KnownFacts() = default;
  KnownFacts(const KnownFacts&) = default;
  KnownFacts& operator=(const KnownFacts&) = default;
  virtual ~KnownFacts() = default;
  /// @return nothing where it is not known.
  [[nodiscard]] virtual std::optional<Finding> ask(const Asked& asked) const = 0;
  /// @return nothing where the station keeps no list of that kind.
  [[nodiscard]] virtual std::optional<std::vector<Subject>> subjects(const std::string& kind) const = 0;
};

/// Why an expression holds, does not, or cannot be said to: one line for each comparison that was made.
struct Evidence {
  std::string asked;  ///< "rain(1 h) >= 30 mm"
  std::string about;  ///< the place, where it is one of many
  Truth holds = Truth::unknown;
  std::optional<Finding> found;
  Text why;  ///< where unknown
};

struct Verdict {
  Truth holds = Truth::unknown;
  std::vector<Evidence> evidence;
};

/// Of places that were counted, at most so many are listed as evidence.
inline constexpr std::size_t kEvidenceAtMost = 40;

/// Thread: any; pure over the facts. Never fails: what cannot be known is unknown, with the reason.
[[nodiscard]] Verdict evaluate(const Expression& expression, const KnownFacts& facts, const Subject* subject = nullptr);

}  // namespace fengsui
