// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "dispatch/coverage.h"
#include "ui/boards/boardrow.h"
#include "ui/roads/firstpage.h"
#include "ui/roads/roadsonmap.h"

namespace fengsui {

/// Whom somebody reaches in time: areas within 5, 10, 15 and 30 minutes of teams or of a place, and the villages and
/// zones that nobody reaches within a limit.
class ReachPage : public QWidget {
  Q_OBJECT

 public:
  ReachPage(RoadDesk& roads, QWidget* parent);

  /// The place that may be asked from.
  void setPlace(const std::optional<RoadTarget>& place);
  /// Reckons as long as the page is seen, and takes the areas off the map when it is not.
  void setWatched(bool watched);
  void refresh();
  void retranslate();
  void takeFocus();

 signals:
  void reached(const std::optional<fengsui::ReachDrawing>& drawing);
  /// Another question was answered: this is what its bands cover. Not emitted when the same one is answered anew.
  void answered(const QRectF& extent);
  /// A place of the list was chosen.
  void chosen(const fengsui::Selected& thing);

 private:
  enum class From { selected, free, place };
  struct Place {
    Selected ref;
    QString town;
    CoveredPlace covered;
  };
  struct Question {
    std::vector<CoverageOrigin> origins;
    std::vector<Place> places;
    std::int64_t limitMs = 0;
  };
  struct Answer {
    std::vector<RoadDrawing::Band> bands;
    Coverage coverage;
    Question question;
    Text trouble;
    Instant at;
  };

  [[nodiscard]] Question question() const;
  [[nodiscard]] std::vector<CoverageOrigin> origins() const;
  [[nodiscard]] BoardRow rowOf(std::size_t place) const;
  [[nodiscard]] QString fromWords() const;
  void fillChoices();
  void want();
  void ask();
  void take(Answer answer);
  void draw();

  RoadDesk& roads_;
  Desk& desk_;
  std::optional<RoadTarget> place_;
  bool watched_ = false;
  bool asking_ = false;
  bool again_ = false;
  bool fresh_ = false;  ///< nobody has seen an answer to what is asked now
  std::optional<Answer> answer_;
  std::vector<std::size_t> missed_;  ///< by the places of the answer
  QComboBox* from_;
  QComboBox* vehicle_;
  QComboBox* limit_;
  QLabel* head_;
  QLabel* title_;
  BoardList* list_;
};

}  // namespace fengsui
