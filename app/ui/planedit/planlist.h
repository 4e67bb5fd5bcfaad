// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/planedit/planfiles.h"

class QLineEdit;

namespace fengsui {

class BoardList;
class PlanDrafts;

/// The files of plans, those of the station first, filtered as one types. New plans that have no file yet stand on top.
///
/// Thread: GUI.
class PlanList : public QWidget {
  Q_OBJECT

 public:
  explicit PlanList(const PlanDrafts& drafts, QWidget* parent = nullptr);

  void show(const PlanFiles& files);
  using QWidget::show;
  /// Says the rows anew: drafts came or went.
  void refresh();
  /// The path of the marked file, or the key of a new plan; empty where nothing is marked.
  [[nodiscard]] QString marked() const;
  bool mark(const QString& key);
  void markSomething();
  void takeFocus();
  /// Empties the filter. @return whether there was something in it.
  bool clearFilter();

 signals:
  void chosen();
  /// Enter: work goes on in the text.
  void entered();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  const PlanDrafts& drafts_;
  PlanFiles files_;
  QLineEdit* filter_;
  BoardList* list_;
};

}  // namespace fengsui
