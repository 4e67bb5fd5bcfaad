// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/paintedrows.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "ui/look/tokens.h"
#include "ui/look/wrapping.h"

namespace fengsui {
namespace {

constexpr int kRowHeight = 52;
constexpr int kSide = 12;

QColor colourOf(PaintedRow::Tone tone, const Tokens& t) {
  switch (tone) {
    case PaintedRow::Tone::plain:
      return t.text;
    case PaintedRow::Tone::good:
      return t.good;
    case PaintedRow::Tone::bad:
      return t.danger;
    case PaintedRow::Tone::quiet:
      break;
  }
  return t.dim;
}

int heightIn(const QFontMetrics& metrics, int width, const QString& words) {
  if (words.isEmpty()) return 0;
  return metrics.boundingRect(QRect(0, 0, width, 10'000), wrappingOf(metrics, width, words), words).height();
}

}  // namespace

void PaintedRows::show(std::vector<Uuid> ids, Words words) {
  const bool same = ids == ids_;
  if (!same) beginResetModel();
  ids_ = std::move(ids);
  words_ = std::move(words);
  if (!same)
    endResetModel();
  else if (!ids_.empty())
    emit dataChanged(index(0), index(rowCount() - 1));
}

std::optional<Uuid> PaintedRows::id(int row) const {
  return row >= 0 && row < rowCount() ? std::optional(ids_[static_cast<std::size_t>(row)]) : std::nullopt;
}

int PaintedRows::rowOf(const Uuid& id) const {
  const auto at = std::find(ids_.begin(), ids_.end(), id);
  return at == ids_.end() ? -1 : static_cast<int>(at - ids_.begin());
}

int PaintedRows::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(ids_.size());
}

QVariant PaintedRows::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return words_(index.row()).title;
  if (role != Qt::ToolTipRole) return {};
  const PaintedRow row = words_(index.row());
  return row.line.isEmpty() ? row.title : row.title + u'\n' + row.line;
}

QSize PaintedRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  if (!wraps) return {200, kRowHeight};
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const PaintedRow row = static_cast<const PaintedRows*>(index.model())->words(index.row());
  const QFontMetrics strong(typeOf(TypeSize::normal, QFont::DemiBold));
  const QFontMetrics small(typeOf(TypeSize::small));
  const int width = (view ? view->viewport()->width() : 400) - 2 * kSide - leadWidth;
  const int corner = row.corner.isEmpty() ? 0 : small.horizontalAdvance(row.corner) + kUnit;
  const int title = std::max(strong.height(), heightIn(strong, width - corner, row.title));
  return {200, std::max(30, title + heightIn(small, width, row.line) + 14)};
}

void PaintedRowDelegate::paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const PaintedRow row = static_cast<const PaintedRows*>(index.model())->words(index.row());
  const Tokens& t = tokens();
  const QRect box = option.rect;
  const bool chosen = option.state & QStyle::State_Selected;
  p->save();
  p->setRenderHint(QPainter::Antialiasing);
  if (chosen)
    p->fillRect(box, mixed(t.panel, t.action, t.dark ? 0.22 : 0.14));
  else if (option.state & QStyle::State_MouseOver)
    p->fillRect(box, t.raised);
  if (chosen) p->fillRect(QRect(box.left(), box.top(), 3, box.height()), t.action);
  p->fillRect(QRect(box.left() + kSide, box.bottom(), box.width() - 2 * kSide, 1), t.line);

  const QFont strong = typeOf(TypeSize::normal, QFont::DemiBold);
  const QFont small = typeOf(TypeSize::small);
  const QFontMetrics strongMetrics(strong);
  const QFontMetrics smallMetrics(small);
  const int left = box.left() + kSide + leadWidth;
  const int right = box.right() - kSide;
  if (leadWidth > 0) {
    p->setFont(typeOf(TypeSize::normal, QFont::DemiBold));
    p->setPen(row.dim ? t.dim : t.text);
    p->drawText(QRect(box.left() + kSide, box.top(), leadWidth - kSide, box.height()),
                Qt::AlignRight | Qt::AlignVCenter, row.lead);
  }
  const int cornerWidth = smallMetrics.horizontalAdvance(row.corner);
  const int titleRoom = right - left - (cornerWidth ? cornerWidth + kUnit : 0);
  if (wraps) {
    const int titleHeight = std::max(strongMetrics.height(), heightIn(strongMetrics, titleRoom, row.title));
    p->setFont(strong);
    p->setPen(row.dim ? t.dim : t.text);
    p->drawText(QRect(left, box.top() + 6, titleRoom, titleHeight), wrappingOf(strongMetrics, titleRoom, row.title),
                row.title);
    p->setFont(small);
    p->setPen(colourOf(row.cornerTone, t));
    p->drawText(right - cornerWidth, box.top() + 6 + strongMetrics.ascent(), row.corner);
    p->setPen(colourOf(row.lineTone, t));
    const int width = right - left;
    p->drawText(QRect(left, box.top() + 7 + titleHeight, width, heightIn(smallMetrics, width, row.line)),
                wrappingOf(smallMetrics, width, row.line), row.line);
    p->restore();
    return;
  }
  const int top = box.top() + (box.height() - strongMetrics.height() - smallMetrics.height() - 2) / 2;
  const int first = top + strongMetrics.ascent();
  const int second = top + strongMetrics.height() + smallMetrics.ascent() + 2;
  p->setFont(strong);
  p->setPen(row.dim ? t.dim : t.text);
  p->drawText(left, first, strongMetrics.elidedText(row.title, Qt::ElideRight, titleRoom));
  p->setFont(small);
  p->setPen(colourOf(row.cornerTone, t));
  p->drawText(right - cornerWidth, first, row.corner);
  int x = left;
  if (row.chip) {
    const QRect chip(x, second - smallMetrics.ascent() - 1, smallMetrics.horizontalAdvance(row.chip->word) + 10,
                     smallMetrics.height() + 2);
    p->setPen(Qt::NoPen);
    p->setBrush(row.chip->ground);
    p->drawRoundedRect(chip, 3, 3);
    p->setPen(readableOn(row.chip->ground));
    p->drawText(chip, Qt::AlignCenter, row.chip->word);
    x = chip.right() + kUnit;
  }
  const int rightWidth = smallMetrics.horizontalAdvance(row.right);
  p->setPen(colourOf(row.rightTone, t));
  p->drawText(right - rightWidth, second, row.right);
  p->setPen(colourOf(row.lineTone, t));
  p->drawText(x, second,
              smallMetrics.elidedText(row.line, Qt::ElideRight, right - rightWidth - (rightWidth ? kUnit : 0) - x));
  p->restore();
}

RowList::RowList(const char* name, QWidget* parent)
    : PickList(parent), rows_(new PaintedRows(this)), delegate_(new PaintedRowDelegate(this)) {
  setObjectName(QLatin1String(name));
  setModel(rows_);
  setItemDelegate(delegate_);
  setUniformItemSizes(true);
  connect(this, &PickList::picked, this, &RowList::chosen);
}

void RowList::useLead(int width) {
  delegate_->leadWidth = width;
}

void RowList::wrapWords() {
  delegate_->wraps = true;
  setUniformItemSizes(false);
}

void RowList::setEmptyWords(const QString& words) {
  if (words == empty_) return;
  empty_ = words;
  viewport()->update();
}

void RowList::show(std::vector<Uuid> ids, PaintedRows::Words words) {
  const auto kept = marked();
  rows_->show(std::move(ids), std::move(words));
  const int row = kept ? rows_->rowOf(*kept) : -1;
  if (row != currentIndex().row() || row < 0) mark(row);
}

std::optional<Uuid> RowList::marked() const {
  return currentIndex().isValid() ? rows_->id(currentIndex().row()) : std::nullopt;
}

void RowList::markThing(const Uuid& id) {
  mark(rows_->rowOf(id));
}

void RowList::fitRows(int least, int most) {
  const int rows = std::clamp(rows_->rowCount(), least, most);
  setFixedHeight(rows * kRowHeight);
}

bool RowList::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = !(key->modifiers() & ~Qt::KeypadModifier);
    if (plain && std::find(keys_.begin(), keys_.end(), key->key()) != keys_.end()) {
      event->accept();
      return true;
    }
  }
  return PickList::event(event);
}

void RowList::keyPressEvent(QKeyEvent* event) {
  const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
  if (plain && std::find(keys_.begin(), keys_.end(), event->key()) != keys_.end())
    emit keyed(event->key());
  else
    PickList::keyPressEvent(event);
}

void RowList::paintEvent(QPaintEvent* event) {
  PickList::paintEvent(event);
  if (rows_->rowCount() > 0 || empty_.isEmpty()) return;
  QPainter p(viewport());
  p.setPen(tokens().dim);
  p.setFont(typeOf(TypeSize::normal));
  const QRect room = viewport()->rect().adjusted(kSide, kUnit, -kSide, -kUnit);
  p.drawText(room, wrappingOf(p.fontMetrics(), room.width(), empty_), empty_);
}

void RowList::resizeEvent(QResizeEvent* event) {
  PickList::resizeEvent(event);
  if (delegate_->wraps) scheduleDelayedItemsLayout();
}

}  // namespace fengsui
