// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "ui/desk/facts.h"
#include "ui/roads/roaddesk.h"

namespace fengsui {

struct UnderWay;

/// What the desk says about roads, in its language.
class RoadWords {
  Q_DECLARE_TR_FUNCTIONS(RoadWords)

 public:
  /// Why nothing can be said about roads now; empty where something can.
  [[nodiscard]] static QString state(const RoadDesk& roads);
  /// The names of closures; three say enough.
  [[nodiscard]] static QString namesOf(const RoadClosures& closures, const std::vector<std::uint32_t>& which);
  /// Between the parts of a list.
  [[nodiscard]] static QString comma();
  /// When a team that is on its way will be there, and what changed.
  [[nodiscard]] static std::vector<Facts::Line> of(const UnderWay& way, const Team& team, Instant now,
                                                   const TimeZone& zone);
  /// Which roads a drawn closure closes. @p name: of the one that is closed longest; empty where it has none.
  struct Closes {
    QString words;
    QString name;
    bool none = false;
  };
  /// @param spared how many bridges over it stay open; nothing where that was not asked for.
  [[nodiscard]] static Closes closes(const RoadGraph& graph, const std::vector<EdgeId>& edges,
                                     std::optional<std::size_t> spared = {});
};

}  // namespace fengsui
