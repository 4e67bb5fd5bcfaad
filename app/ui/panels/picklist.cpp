// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/picklist.h"

#include <QKeyEvent>

namespace fengsui {

PickList::PickList(QWidget* parent) : QListView(parent) {
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setBackgroundRole(QPalette::Window);
  connect(this, &QListView::clicked, this, &PickList::picked);
}

void PickList::mark(int row) {
  if (row >= 0)
    selectionModel()->setCurrentIndex(model()->index(row, 0), QItemSelectionModel::ClearAndSelect);
  else
    selectionModel()->clear();
}

void PickList::keyPressEvent(QKeyEvent* event) {
  const QModelIndex before = currentIndex();
  QListView::keyPressEvent(event);
  if (currentIndex().isValid() && currentIndex() != before) emit picked(currentIndex());
}

void PickList::focusInEvent(QFocusEvent* event) {
  // Qt marks the first row when a list without a mark gets the focus; nobody picked it.
  const bool marked = currentIndex().isValid();
  QListView::focusInEvent(event);
  if (!marked) selectionModel()->clear();
}

}  // namespace fengsui
