// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/deriveduty.h"
#include "ui/boards/boardlist.h"
#include "ui/desk/desk.h"

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace fengsui {

class ActionButton;
class AskForm;
class ReportText;

/// The report chain of each incident (首报, 续报, 终报): what is due when, composed in one action, edited in place,
/// reviewed, signed, sent, received.
///
/// Thread: GUI.
class ReportPage : public QWidget {
  Q_OBJECT

 public:
  ReportPage(Desk& desk, AskForm& ask, QWidget* parent);
  void refresh();
  void retranslate();
  void takeFocus();
  /// Leaves the words that are being typed. @return whether any were.
  bool leavesWords();

 private:
  /// One line of the chain: a report, or one that is due and not written.
  struct Link {
    Uuid id;
    std::optional<Id<DutyReport>> report;
    std::optional<ReportDue> due;
  };

  void fillIncidents();
  void fillChain(const Incident* incident);
  void showReport();
  void showRecipients(const DutyReport* report);
  void compose(ReportKind kind, ReportForm form);
  void composeMarked();
  void save();
  template <class Make>
  void step(Make make, Text done);
  void receive(const DutyReport& report, const std::string& recipient);
  [[nodiscard]] const Incident* incident() const;
  [[nodiscard]] const DutyReport* report() const;
  [[nodiscard]] BoardRow rowOf(const Link& link) const;
  [[nodiscard]] QString clock(const ReportDue& due) const;
  [[nodiscard]] QString levelWords(const Incident& incident) const;

  Desk& desk_;
  AskForm& ask_;
  BoardList* incidents_;
  QLabel* level_;
  QLabel* figures_;
  BoardList* chain_;
  std::vector<ActionButton*> compose_;
  QLabel* state_;
  ReportText* text_;
  ActionButton* save_;
  ActionButton* review_;
  ActionButton* sign_;
  ActionButton* withdraw_;
  QWidget* recipients_;
  QVBoxLayout* recipientLines_;
  QString recipientsShown_;
  std::vector<Link> links_;
  std::optional<Uuid> wanted_;  ///< the report that was just drafted
};

}  // namespace fengsui
