// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "ui/import/importfindings.h"

class QListView;
class QScrollArea;
class QVBoxLayout;

namespace fengsui {

class ActionButton;
class FaultModel;

/// The faults of a table by row, in words, and beside them what one click would mend.
class FaultList : public QWidget {
  Q_OBJECT

 public:
  explicit FaultList(QWidget* parent = nullptr);

  void show(const std::shared_ptr<const ImportFindings>& findings);

 signals:
  void picked(const fengsui::Error& fault);
  void mend(const fengsui::CellFix& fix);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addButton();

  FaultModel* model_;
  QListView* view_;
  QScrollArea* fixes_;
  QVBoxLayout* inFixes_;
  std::vector<ActionButton*> buttons_;
  std::shared_ptr<const ImportFindings> findings_;
};

}  // namespace fengsui
