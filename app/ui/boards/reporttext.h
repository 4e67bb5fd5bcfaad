// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QWidget>
#include <vector>

#include "core/entities/dutyreport.h"
#include "ui/session/drafts.h"

class QLabel;
class QVBoxLayout;

namespace fengsui {

/// The words of a duty report, one field for each section, edited where they stand. What is typed and not saved is
/// kept with the drafts.
class ReportText : public QWidget {
  Q_OBJECT

 public:
  ReportText(Drafts& drafts, QWidget* parent);
  /// Shows a report; what was typed into it and not saved comes back. @p editable: it may still be changed.
  void show(const DutyReport& report, bool editable);
  using QWidget::show;
  void clear();
  [[nodiscard]] bool changed() const;
  [[nodiscard]] std::vector<ReportSection> sections() const;
  /// What was typed is recorded, or given up.
  void forget();

 signals:
  void typed();

 private:
  struct Section {
    QString heading;
    QLabel* label;
    QPlainTextEdit* text;
    QString recorded;
  };
  void keep();
  [[nodiscard]] QString draftName() const;

  Drafts& drafts_;
  Id<DutyReport> report_;
  QVBoxLayout* lines_;
  std::vector<Section> sections_;
  bool filling_ = false;
};

}  // namespace fengsui
