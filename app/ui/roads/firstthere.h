// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "dispatch/arrival.h"
#include "ui/roads/roaddesk.h"

namespace fengsui {

/// Who can be at one place first, by road, kept up to date: asked again when teams, closures or the hour change.
///
/// Thread: GUI.
class FirstThere : public QObject {
  Q_OBJECT

 public:
  explicit FirstThere(RoadDesk& roads, QObject* parent = nullptr);

  /// Nothing: nobody wants to know any more.
  void setPlace(const std::optional<Position>& place, std::vector<std::string> capabilities = {});
  [[nodiscard]] const std::optional<Position>& place() const { return place_; }

  /// Whether the answer is there; it may be some seconds old.
  [[nodiscard]] bool answered() const { return roads_.has_value(); }
  /// The first one first.
  [[nodiscard]] const std::vector<Candidate>& candidates() const { return candidates_; }
  /// nullptr where it is not in the answer.
  [[nodiscard]] const Candidate* of(const Uuid& team) const;
  /// The roads that the answer was found on; only where there is one.
  [[nodiscard]] const RoadPicture& picture() const { return *roads_; }

 signals:
  /// Another answer, or none for now.
  void changed();

 private:
  struct Answer {
    std::vector<Candidate> candidates;
    RoadPicture roads;
  };
  void want();
  void ask();

  RoadDesk& desk_;
  std::optional<Position> place_;
  std::vector<std::string> capabilities_;
  std::vector<Candidate> candidates_;
  std::optional<RoadPicture> roads_;
  bool asking_ = false;
  bool again_ = false;  ///< something changed while the answer was under way
  QTimer anew_;
};

}  // namespace fengsui
