// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <vector>

#include "ui/desk/desk.h"

namespace fengsui {

/// What the desk says about a thing: its name, what it is, and the facts worth a line, in the desk's language.
struct Facts {
  QString name;
  QString what;   ///< "Team · mountain rescue"
  QString state;  ///< "On the way", "occupied 120 of 400"; may be empty
  struct Line {
    QString label;
    QString value;
    QString note;                                    ///< whose, up to when, how sure; under the value
    std::optional<Selected> leadsTo = std::nullopt;  ///< the thing that the value names, where it can be shown

    bool operator==(const Line&) const = default;
  };
  std::vector<Line> lines;
};

class FactsOf {
  Q_DECLARE_TR_FUNCTIONS(FactsOf)

 public:
  /// @return nothing where the situation does not hold it (any more, or not yet).
  [[nodiscard]] static std::optional<Facts> thing(const Situation& situation, const Selected& selected, Instant now,
                                                  const TimeZone& zone);
  /// How many of which kind, and who they are.
  [[nodiscard]] static Facts many(const Situation& situation, const std::vector<Selected>& things);

 private:
  static Facts of(const Situation& s, const Incident& incident, Instant now, const TimeZone& zone);
  static Facts of(const Situation& s, const Team& team, Instant now, const TimeZone& zone);
  static Facts of(const Depot& depot);
  static Facts of(const Shelter& shelter);
  static Facts of(const RiskZone& zone);
  static Facts of(const Facility& facility);
  static void people(Facts& facts, const std::vector<Responsible>& people);
  static void more(Facts& facts, const Attributes& attributes);
};

}  // namespace fengsui
