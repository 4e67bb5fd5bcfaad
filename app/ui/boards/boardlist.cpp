// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/boardlist.h"

#include <QKeyEvent>

namespace fengsui {
namespace {

bool isPlain(const QKeyEvent& key) {
  return (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

}  // namespace

BoardList::BoardList(QWidget* parent) : PickList(parent) {
  setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

int BoardList::markable(int row) const {
  for (int i = std::max(0, row); model() && i < model()->rowCount(); ++i)
    if (model()->flags(model()->index(i, 0)) & Qt::ItemIsSelectable) return i;
  return -1;
}

bool BoardList::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (isPlain(*key) && keys_.knows && keys_.knows(key->key())) {
      event->accept();
      return true;
    }
  }
  return PickList::event(event);
}

void BoardList::keyPressEvent(QKeyEvent* event) {
  if (isPlain(*event) && keys_.press && keys_.press(event->key())) return;
  PickList::keyPressEvent(event);
}

}  // namespace fengsui
