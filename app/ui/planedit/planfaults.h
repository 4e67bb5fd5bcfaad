// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/result.h"

class QLabel;

namespace fengsui {

class BoardList;
struct CheckedPlan;

/// What is wrong with the text of a plan, and what the station does not know of it: a row each with its place and what
/// would be right.
///
/// Thread: GUI.
class PlanFaults : public QWidget {
  Q_OBJECT

 public:
  explicit PlanFaults(QWidget* parent = nullptr);

  void show(const CheckedPlan& checked);
  using QWidget::show;
  void takeFocus();
  /// The one after the one that is marked, or before it; round the end.
  void step(int by);
  /// How high it may grow with its rows. Units: logical pixels.
  void setRoom(int height);
  [[nodiscard]] bool any() const { return !faults_.empty(); }

 signals:
  /// It is to be shown where it stands; @p enter: and to be mended there.
  void picked(const fengsui::Error& fault, bool enter);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fill();
  void fit();
  void pick(bool enter);

  std::vector<Error> faults_;  ///< errors first
  std::size_t errors_ = 0;
  bool checked_ = false;
  int room_ = 240;
  QLabel* head_;
  BoardList* list_;
};

}  // namespace fengsui
