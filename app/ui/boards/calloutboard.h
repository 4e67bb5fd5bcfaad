// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/boards/boardlist.h"
#include "ui/boards/callcard.h"
#include "ui/boards/liveboard.h"
#include "ui/session/latestjob.h"

class QComboBox;

namespace fengsui {

class AskForm;
class CalloutForm;
class RatesView;
class WarningForm;

/// The call-out desk (叫应): warnings in force, the rates against the goal, those not reached by people at risk, and
/// the person on the line.
class CalloutBoard : public LiveBoard {
  Q_OBJECT

 public:
  CalloutBoard(Desk& desk, QWidget* parent);
  [[nodiscard]] int wishedWidth() const override { return 1080; }
  /// Whether what is shown is as it is now.
  [[nodiscard]] bool settled() const { return job_.idle(); }

 protected:
  void refresh() override;
  void retranslate() override;
  void tick() override;
  void takeFocus() override;

 private:
  /// What was computed off the GUI thread. The pointers point into the snapshot that is kept with them.
  struct Answer {
    Snapshot situation;
    Id<Callout> callout;
    CalloutRates rates;
    std::vector<Unreached> unreached;
  };

  void take(Answer answer);
  void fillWarnings();
  void fillCallouts();
  void claimTop();
  void note(CallNote note);
  void tried(CallStage reached, const Text& what);
  void climb();
  void showCard();
  void lift();
  void close();
  [[nodiscard]] const Callout* callout() const;
  [[nodiscard]] const Unreached* current() const;

  BoardList* warnings_;
  ActionButton* issue_;
  ActionButton* lift_;
  ActionButton* start_;
  QComboBox* callouts_;
  ActionButton* takeLadder_;
  ActionButton* close_;
  RatesView* rates_;
  QLabel* unreachedHead_;
  BoardList* list_;
  ActionButton* top_;
  CallCard* card_;
  WarningForm* warningForm_;
  CalloutForm* calloutForm_;
  AskForm* ask_;
  QLabel* warningsHead_;
  Answer answer_;
  std::optional<Uuid> wanted_;  ///< the call-out that was chosen
  LatestJob<Answer> job_;
};

}  // namespace fengsui
