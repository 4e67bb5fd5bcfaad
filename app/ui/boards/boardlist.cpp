// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/boardlist.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "ui/boards/boardrowdelegate.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wrapping.h"

namespace fengsui {
namespace {

bool isPlain(const QKeyEvent& key) {
  return (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

}  // namespace

BoardList::BoardList(const QString& name, QWidget* parent)
    : PickList(parent), rows_(new BoardRows(this)), delegate_(new BoardRowDelegate(this)) {
  setObjectName(name);
  setModel(rows_);
  setItemDelegate(delegate_);
  setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  connect(this, &PickList::picked, this, &BoardList::chosen);
}

void BoardList::show(std::vector<BoardRows::Ref> rows, BoardRows::Words words) {
  const QString kept = markedKey();
  rows_->show(std::move(rows), std::move(words));
  const int row = kept.isEmpty() ? -1 : rows_->rowOf(kept);
  if (row != currentIndex().row() || row < 0) mark(row);
}

void BoardList::show(const std::vector<Uuid>& ids, BoardRows::Words words) {
  std::vector<BoardRows::Ref> rows;
  rows.reserve(ids.size());
  for (const Uuid& id : ids) rows.push_back({qs(id.text()), false});
  show(std::move(rows), std::move(words));
}

QString BoardList::markedKey() const {
  const auto* row = currentIndex().isValid() ? rows_->row(currentIndex().row()) : nullptr;
  return row ? row->key : QString();
}

std::optional<Uuid> BoardList::marked() const {
  return thing(markedRow());
}

std::optional<Uuid> BoardList::thing(int row) const {
  const auto* ref = rows_->row(row);
  const auto id = Uuid::parse(ref ? ref->key.toStdString() : std::string());
  return id ? std::optional(*id) : std::nullopt;
}

bool BoardList::markKey(const QString& key) {
  const int row = key.isEmpty() ? -1 : rows_->rowOf(key);
  if (row < 0) return false;
  if (row != currentIndex().row()) mark(row);
  return true;
}

bool BoardList::markThing(const Uuid& id) {
  return markKey(qs(id.text()));
}

void BoardList::markSomething() {
  if (!currentIndex().isValid()) mark(rows_->firstMarkable());
}

void BoardList::useKeys(std::vector<int> keys) {
  setKeys({[keys](int key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); },
           [this, keys](int key) {
             if (std::find(keys.begin(), keys.end(), key) == keys.end()) return false;
             emit keyed(key);
             return true;
           }});
}

void BoardList::useLead(int width) {
  delegate_->leadWidth = width;
}

void BoardList::wrapWords() {
  delegate_->wraps = true;
}

void BoardList::setEmptyWords(const QString& words) {
  if (words == empty_) return;
  empty_ = words;
  viewport()->update();
}

void BoardList::fitRows(int least, int most) {
  setFixedHeight(std::clamp(rows_->rowCount(), least, most) * kBoardRowHeight);
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

void BoardList::paintEvent(QPaintEvent* event) {
  PickList::paintEvent(event);
  if (rows_->rowCount() > 0 || empty_.isEmpty()) return;
  QPainter p(viewport());
  p.setPen(tokens().dim);
  p.setFont(typeOf(TypeSize::normal));
  const QRect room = viewport()->rect().adjusted(kUnit + 4, kUnit, -kUnit - 4, -kUnit);
  p.drawText(room, wrappingOf(p.fontMetrics(), room.width(), empty_), empty_);
}

void BoardList::resizeEvent(QResizeEvent* event) {
  PickList::resizeEvent(event);
  if (delegate_->wraps) scheduleDelayedItemsLayout();
}

}  // namespace fengsui
