// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPainterPath>
#include <map>

#include "dispatch/arrival.h"
#include "ui/roads/roaddesk.h"

namespace fengsui {

/// A team on its way, by road from where it was last known to be.
struct UnderWay {
  Position from;
  Position to;
  Instant depart;       ///< when it was there
  RoadArrival arrival;  ///< without a route where no way is open
  QPainterPath path;    ///< EPSG:3857
  Text trouble;         ///< why nothing can be said; then there is no arrival
  std::optional<Text> changed;
  Instant changedAt;
};

/// The ways of all teams on the road, planned again by itself when closures or positions change.
///
/// Thread: GUI.
class TeamsUnderWay : public QObject {
  Q_OBJECT

 public:
  explicit TeamsUnderWay(RoadDesk& roads, QObject* parent = nullptr);

  [[nodiscard]] const std::map<Uuid, UnderWay>& all() const { return ways_; }
  /// nullptr for a team that is not on its way, or whose way is not known yet.
  [[nodiscard]] const UnderWay* of(const Uuid& team) const;
  /// The roads that the ways were found on; only where there are ways.
  [[nodiscard]] const RoadPicture& picture() const { return *roads_; }

 signals:
  void changed();
  /// A closure changed the way of a team.
  void replanned(const Uuid& team, const fengsui::Text& words);

 private:
  struct Found {
    std::map<Uuid, UnderWay> ways;
    RoadPicture roads;
    Instant at;
  };
  void want();
  void ask();
  void take(Found found);

  RoadDesk& desk_;
  std::map<Uuid, UnderWay> ways_;
  std::optional<RoadPicture> roads_;
  bool asking_ = false;
  bool again_ = false;
};

}  // namespace fengsui
