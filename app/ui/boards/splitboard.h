// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/boards/board.h"
#include "ui/boards/subjectpane.h"
#include "ui/desk/desk.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace fengsui {

class BoardList;

/// A board of a list that is filtered as one types, and beside it what the marked row is about.
class SplitBoard : public Board {
  Q_OBJECT

 public:
  void opened() override;
  bool givesUp() override;

 protected:
  /// @p name: of the board; its list is called name + "List", its filter name + "Filter".
  SplitBoard(Desk& desk, const QString& name, QWidget* parent);

  /// The list is to be made anew: something changed, or time passed.
  virtual void want() = 0;
  virtual void retranslate() = 0;
  /// What the marked row is about is to be shown anew.
  virtual void showSubject() = 0;

  void setTitle(const QString& title, const QString& under);
  /// Marks wanted_ once it is there, else leaves the mark where it is or sets it on the first row; shows the subject.
  void markWanted();

  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

  Desk& desk_;
  QHBoxLayout* tools_;  ///< beside the filter
  QLineEdit* filter_;
  BoardList* list_;
  SubjectPane* pane_;
  QString wanted_;  ///< the key of the row to mark when it is there

 private:
  void colour();

  QLabel* title_;
  QLabel* under_;
  QToolButton* close_;
  QTimer tick_;
};

}  // namespace fengsui
