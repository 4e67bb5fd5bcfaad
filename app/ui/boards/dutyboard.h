// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/boards/liveboard.h"

class QStackedWidget;
class QTabBar;

namespace fengsui {

class AskForm;
class ConsultationForm;
class DirectivePage;
class HandoverPage;
class InstructionForm;
class ReportPage;

/// The duty desk: reports, leaders' instructions and consultations, handover.
class DutyBoard : public LiveBoard {
  Q_OBJECT

 public:
  DutyBoard(Desk& desk, QWidget* parent);
  [[nodiscard]] int wishedWidth() const override { return 1120; }
  bool givesUp() override;
  enum Page { reports, instructions, handover };
  void openPage(Page page);

 protected:
  void refresh() override;
  void retranslate() override;
  void tick() override;
  void takeFocus() override;

 private:
  AskForm* ask_;
  InstructionForm* instruction_;
  ConsultationForm* consultation_;
  QTabBar* tabs_;
  QStackedWidget* pages_;
  ReportPage* reports_;
  DirectivePage* directives_;
  HandoverPage* handover_;
  int ticks_ = 0;
};

}  // namespace fengsui
