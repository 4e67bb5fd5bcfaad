// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QCoreApplication>
#include <QString>
#include <optional>
#include <string>

#include "core/titleof.h"
#include "ui/canvas/symbols.h"
#include "ui/lists/thingrows.h"

namespace fengsui {

/// What a line of a list says.
struct ThingWords {
  enum class Tone { quiet, good, bad };

  Symbol symbol;
  QString title;
  QString corner;  ///< at the right of the title
  struct Chip {
    QString word;
    QColor ground;
  };
  std::optional<Chip> chip;
  QString line;  ///< under the title; its end gives way where there is no room
  QString right;
  Tone lineTone = Tone::quiet;
  Tone rightTone = Tone::quiet;
  bool dim = false;  ///< over, or not to be had
};

/// Says a row in the desk's language.
class WordsOf {
  Q_DECLARE_TR_FUNCTIONS(WordsOf)

 public:
  /// @p at: the incident for which the teams are listed. @return nothing where the thing is gone.
  [[nodiscard]] static std::optional<ThingWords> row(const Situation& situation, const ThingRow& row, Instant now,
                                                     const std::optional<Id<Incident>>& at = std::nullopt);

 private:
  [[nodiscard]] static ThingWords incident(const Incident& incident, const ThingRow& row, Instant now);
  [[nodiscard]] static ThingWords team(const Situation& situation, const Team& team, const ThingRow& row,
                                       const std::optional<Id<Incident>>& at);
  [[nodiscard]] static ThingWords depot(const Depot& depot, const ThingRow& row);
  [[nodiscard]] static ThingWords shelter(const Shelter& shelter, const ThingRow& row);
  [[nodiscard]] static ThingWords zone(const RiskZone& zone, const ThingRow& row);
  [[nodiscard]] static ThingWords facility(const Facility& facility, const ThingRow& row);
  [[nodiscard]] static ThingWords closure(const Situation& situation, const RoadClosure& closure, const ThingRow& row,
                                          Instant now);
};

/// Everything about a thing by which somebody may look for it: names, places, kinds and states in both languages, and
/// what a depot holds. Thread: any.
[[nodiscard]] std::string searchedText(const Incident& incident);
[[nodiscard]] std::string searchedText(const Team& team);
[[nodiscard]] std::string searchedText(const Depot& depot);
[[nodiscard]] std::string searchedText(const Shelter& shelter);
[[nodiscard]] std::string searchedText(const RiskZone& zone);
[[nodiscard]] std::string searchedText(const Facility& facility);
[[nodiscard]] std::string searchedText(const RoadClosure& closure);
template <class Entity>
[[nodiscard]] std::string searchedText(const Entity& entity) {
  return titleOf(entity);
}

}  // namespace fengsui
