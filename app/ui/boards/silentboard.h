// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deriveduty.h"
#include "ui/boards/boardlist.h"
#include "ui/boards/liveboard.h"

class QPlainTextEdit;

namespace fengsui {

class ContactForm;
class FirstThere;
class RoadDesk;

/// Places that owe a report and have not given it, with whom one could send there.
class SilentBoard : public LiveBoard {
  Q_OBJECT

 public:
  SilentBoard(Desk& desk, QWidget* parent);
  /// Proposes who is there first by road, instead of who is nearest in a straight line.
  void useRoads(RoadDesk& roads);
  [[nodiscard]] int wishedWidth() const override { return 820; }
  bool givesUp() override;

 protected:
  void refresh() override;
  void retranslate() override;
  void tick() override;
  void takeFocus() override;

 private:
  void note();
  void showProposal();
  void openTeam();
  void draftOrder();
  void togglePaper();
  void notePaper();
  [[nodiscard]] const Contact* current() const;
  /// Whom to send, and when that is there or how far it is.
  struct Proposal {
    const Team* team = nullptr;
    QString when;
  };
  [[nodiscard]] std::optional<Proposal> proposed(Position where) const;
  [[nodiscard]] BoardRow rowOf(const SilentPlace& place) const;
  [[nodiscard]] BoardRow rowOf(const Contact& contact) const;

  QLabel* silentHead_;
  BoardList* silent_;
  QLabel* proposal_;
  ActionButton* note_;
  ActionButton* team_;
  ActionButton* order_;
  ActionButton* paper_;
  QWidget* paperBox_;
  QLabel* paperHelp_;
  QPlainTextEdit* paperText_;
  ActionButton* paperDone_;
  QLabel* heardHead_;
  BoardList* heard_;
  ContactForm* form_;
  FirstThere* first_ = nullptr;
  bool heardHasMark_ = false;
  Instant shownAt_;
};

}  // namespace fengsui
