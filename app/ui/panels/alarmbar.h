// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/alarms.h"
#include "ui/desk/desk.h"

class QLabel;

namespace fengsui {

class ActionButton;

/// What may not be overlooked: people trapped or missing, an order to move now that nobody confirmed, a place gone
/// silent, an order unanswered past its time, a lost connection. It sounds until somebody silences it, for minutes and
/// never for ever; where the matter grows worse it sounds again.
class AlarmBar : public QWidget {
  Q_OBJECT

 public:
  AlarmBar(Desk& desk, QWidget* parent);
  /// 0 while nothing sounds.
  [[nodiscard]] int wishedHeight() const { return audible_.empty() ? 0 : 44; }
  [[nodiscard]] const std::vector<Alarm>& audible() const { return audible_; }
  /// Asks anew what sounds.
  void look();

 signals:
  void wishedHeightChanged();
  /// A sound was made.
  void sounded();
  void silentPlaceWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void silence(int minutes);
  void showFirst();
  void say();
  void sound();

  Desk& desk_;
  QLabel* words_;
  ActionButton* show_;
  std::vector<std::pair<int, ActionButton*>> silence_;
  std::vector<Alarm> audible_;
  Silenced silenced_;
  std::vector<LostLine> lost_;
  QTimer look_;
  QTimer again_;
};

}  // namespace fengsui
