// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "plans/plan.h"

class QComboBox;
class QLabel;
class QScrollArea;
class QTabBar;

namespace fengsui {

class FactSheet;

/// What a plan comes to while it is written: the card of a post at a level, the lines of a level, and what reads
/// differently from the edition that is saved.
///
/// Thread: GUI.
class PlanPreview : public QWidget {
  Q_OBJECT

 public:
  explicit PlanPreview(QWidget* parent = nullptr);

  enum Page { postCard, planLines, planChanges };
  void openPage(Page page);
  /// @p whole: the last sound state of what is written; nothing where there was none yet. @p stale: what is written now
  /// has errors. @p own, @p saved: as they are written.
  void show(const std::optional<Plan>& whole, bool stale, const std::optional<Plan>& own,
            const std::optional<Plan>& saved);
  using QWidget::show;
  void takeFocus();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void fillChoices();
  void fill();

  std::optional<Plan> whole_;
  std::optional<Plan> own_;
  std::optional<Plan> saved_;
  bool stale_ = false;
  QTabBar* tabs_;
  QComboBox* post_;
  QComboBox* level_;
  QLabel* note_;
  QScrollArea* scroll_;
  FactSheet* facts_;
};

}  // namespace fengsui
