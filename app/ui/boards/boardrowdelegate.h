// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "ui/boards/boardrows.h"

namespace fengsui {

inline constexpr int kBoardRowHeight = 52;

/// Paints the rows of a board.
class BoardRowDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  /// How wide the numbers at the left may be; 0 where there are none.
  int leadWidth = 0;
  /// Long words take as many lines as they need.
  bool wraps = false;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace fengsui
