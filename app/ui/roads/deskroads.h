// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/roads/firstthere.h"
#include "ui/roads/roadsonmap.h"
#include "ui/roads/teamsunderway.h"

namespace fengsui {

class ClosureForm;
class MapCanvas;
struct RoadTarget;

/// What the desk does with roads, joined: the roads themselves, teams on their way, who is first at the selected
/// incident, what the map shows of it, and closing a road on the map.
///
/// Thread: GUI.
class DeskRoads : public QObject {
  Q_OBJECT

 public:
  DeskRoads(Desk& desk, MapCanvas& canvas, QObject* parent = nullptr);

  [[nodiscard]] RoadDesk& roads() { return roads_; }
  [[nodiscard]] TeamsUnderWay& underWay() { return underWay_; }
  /// For the incident that is selected.
  [[nodiscard]] FirstThere& atIncident() { return atIncident_; }
  [[nodiscard]] RoadsOnMap& onMap() { return onMap_; }
  [[nodiscard]] bool idle() const { return roads_.idle(); }

  /// Draws the way that a team would take to the selected incident; nothing: no way is looked at.
  void showProposal(const std::optional<Uuid>& team);
  /// Draws the way of a row on a board, which is looked at before the proposal.
  void showCandidate(const Candidate* candidate, const RoadPicture* roads, Position to);

  /// What is selected, as a place to be reached; else the middle of the map.
  [[nodiscard]] std::optional<RoadTarget> target() const;

  void changeClosure(const RoadClosure& closure);
  /// @return whether something was given up.
  bool giveUp();

 private:
  void followSelection();
  void askWhatCloses();
  void sketch(const fengsui::Shape& shape);
  void drawLooked();

  Desk& desk_;
  MapCanvas& canvas_;
  RoadDesk roads_;
  TeamsUnderWay underWay_;
  FirstThere atIncident_;
  RoadsOnMap onMap_;
  ClosureForm* form_;
  std::optional<Uuid> proposal_;
  bool boardLooks_ = false;
};

}  // namespace fengsui
