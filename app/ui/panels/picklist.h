// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace fengsui {

/// A list in the look of the desk that tells what the operator picked, by a click or with the arrow keys, and keeps
/// quiet when only the focus came along or the program moved the mark.
class PickList : public QListView {
  Q_OBJECT

 public:
  explicit PickList(QWidget* parent = nullptr);

  /// Moves the mark; -1 takes it away.
  void mark(int row);

 signals:
  void picked(const QModelIndex& index);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
};

}  // namespace fengsui
