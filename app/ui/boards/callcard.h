// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/boards/callwords.h"

class QLabel;

namespace fengsui {

class ActionButton;

/// What a caller may say about the person on the line; each has a key of its own.
enum class CallNote { noAnswer, busy, wrongNumber, delivered, pickedUp, saidBack, climb, giveBack };
inline constexpr std::array kCallNotes{CallNote::noAnswer,  CallNote::busy,     CallNote::wrongNumber,
                                       CallNote::delivered, CallNote::pickedUp, CallNote::saidBack,
                                       CallNote::climb,     CallNote::giveBack};
/// Qt::Key_1 … Qt::Key_8.
[[nodiscard]] constexpr int keyOf(CallNote note) {
  return Qt::Key_1 + static_cast<int>(note);
}

/// The person on the line: whom to ring, at which number, what to read, what was tried, and the notes as buttons.
class CallCard : public QWidget {
  Q_OBJECT

 public:
  explicit CallCard(QWidget* parent);
  void show(const Call& call, const Callout& callout, const std::optional<PendingCallRung>& next, Instant now,
            const TimeZone& zone);
  using QWidget::show;
  void showNobody();
  void retranslate();

 signals:
  void noted(fengsui::CallNote note);

 private:
  QLabel* name_;
  QLabel* about_;
  QLabel* phones_;
  QLabel* words_;
  QLabel* tried_;
  std::vector<ActionButton*> notes_;
  QString climb_;
};

}  // namespace fengsui
