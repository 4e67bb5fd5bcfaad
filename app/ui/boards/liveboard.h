// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/boards/board.h"
#include "ui/desk/desk.h"

class QLabel;
class QVBoxLayout;

namespace fengsui {

class ActionButton;
class InlineForm;

/// A board that follows the situation: its head says what it is, and everything on it is filled anew when something
/// was recorded, when a second has passed, and when the language changes. What nobody sees costs nothing.
class LiveBoard : public Board {
  Q_OBJECT

 public:
  void opened() override;
  bool givesUp() override;

 protected:
  LiveBoard(Desk& desk, const char* name, QWidget* parent);

  /// Where the board's own parts go, under the head.
  [[nodiscard]] QVBoxLayout* body() const { return body_; }
  void setHead(const QString& title, const QString& line = {});
  /// A button that does not take the focus from the list in which one works.
  [[nodiscard]] ActionButton* addButton(const char* name);
  /// A heading over a part of the board.
  [[nodiscard]] QLabel* addHeading();
  /// Lays a form over the middle of the board when it opens.
  void carry(InlineForm* form);

  /// Fills everything from the situation that is shown.
  virtual void refresh() = 0;
  /// Says all words anew.
  virtual void retranslate() = 0;
  /// The clock went on; nothing else did.
  virtual void tick() {}
  /// Where work begins.
  virtual void takeFocus() {}

  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

  Desk& desk_;

 private:
  void placeForms();

  QLabel* title_;
  QLabel* line_;
  ActionButton* close_;
  QVBoxLayout* body_;
  std::vector<InlineForm*> forms_;
  QTimer second_;
};

}  // namespace fengsui
