// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "core/deriveduty.h"
#include "ui/boards/boardlist.h"
#include "ui/boards/liveboard.h"

namespace fengsui {

class AskForm;

/// The ledger of a village that moves (避险转移台账): its households with their states, counted at the house, the
/// junction and the shelter, and who is missing by name. Nowhere else does the desk show these names.
class LedgerBoard : public LiveBoard {
  Q_OBJECT

 public:
  LedgerBoard(Desk& desk, QWidget* parent);
  [[nodiscard]] int wishedWidth() const override { return 1080; }

 protected:
  void refresh() override;
  void retranslate() override;
  void takeFocus() override;

 private:
  void fillHouseholds(const VillageTally* tally);
  void showTally(const VillageTally* tally);
  void keyed(int key);
  void count(HouseholdState state, std::string_view point, const Text& what);
  void askAndCount(HouseholdState state);
  [[nodiscard]] const Household* current() const;
  [[nodiscard]] static BoardRow rowOf(const Household& household, Instant now, const TimeZone& zone);

  struct Figure {
    QLabel* number;
    QLabel* what;
  };

  BoardList* villages_;
  std::array<Figure, 5> figures_{};
  QLabel* missing_;
  BoardList* households_;
  std::vector<ActionButton*> marks_;
  AskForm* ask_;
  std::vector<VillageTally> tallies_;
  Snapshot situation_;  ///< keeps what the tallies point to
  std::vector<Uuid> villageIds_;
};

}  // namespace fengsui
