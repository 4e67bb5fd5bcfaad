// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/rowmodel.h"

#include <QPainter>
#include <algorithm>

#include "ui/boards/stateshape.h"

namespace fengsui {
namespace {

constexpr int kRowHeight = 52;
constexpr int kHeaderHeight = 32;

}  // namespace

void RowModel::show(std::vector<Ref> rows, Say say) {
  const bool same = rows == rows_;
  if (!same) beginResetModel();
  rows_ = std::move(rows);
  say_ = std::move(say);
  if (!same)
    endResetModel();
  else if (!rows_.empty())
    emit dataChanged(index(0), index(rowCount() - 1));
}

const RowModel::Ref* RowModel::row(int row) const {
  return row >= 0 && row < rowCount() ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

int RowModel::rowOf(const QString& key) const {
  const auto at = std::find_if(rows_.begin(), rows_.end(), [&](const Ref& row) { return row.key == key; });
  return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
}

int RowModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
  if (role == Qt::DisplayRole) return words(index.row()).title;
  if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
    const RowWords said = words(index.row());
    QStringList all{said.title, said.state, said.line, said.corner, said.right};
    all.removeAll(QString());
    return all.join(QStringLiteral(" · "));
  }
  return {};
}

Qt::ItemFlags RowModel::flags(const QModelIndex& index) const {
  const Ref* found = row(index.row());
  return found && !found->header ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const auto* row = static_cast<const RowModel*>(index.model())->row(index.row());
  return {200, row && row->header ? kHeaderHeight : kRowHeight};
}

void RowDelegate::paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const RowWords words = static_cast<const RowModel*>(index.model())->words(index.row());
  const Tokens& t = tokens();
  const QRect box = option.rect;
  const QFont strong = typeOf(TypeSize::normal, QFont::DemiBold);
  const QFont small = typeOf(TypeSize::small);
  const QFontMetrics strongMetrics(strong);
  const QFontMetrics smallMetrics(small);
  const int right = box.right() - kUnit - 2;
  p->save();
  if (words.header) {
    p->fillRect(box, t.raised);
    p->setFont(typeOf(TypeSize::small, QFont::DemiBold));
    const QFontMetrics metrics(p->font());
    const int width = smallMetrics.horizontalAdvance(words.corner);
    const int base = box.top() + (box.height() - metrics.height()) / 2 + metrics.ascent();
    p->setPen(t.text);
    const int left = box.left() + kUnit + 4;
    p->drawText(left, base, metrics.elidedText(words.title, Qt::ElideRight, right - width - kUnit - left));
    p->setFont(small);
    p->setPen(t.dim);
    p->drawText(right - width, base, words.corner);
    p->restore();
    return;
  }
  const bool chosen = option.state & QStyle::State_Selected;
  if (chosen)
    p->fillRect(box, mixed(t.panel, t.action, t.dark ? 0.22 : 0.14));
  else if (option.state & QStyle::State_MouseOver)
    p->fillRect(box, t.raised);
  if (chosen) p->fillRect(QRect(box.left(), box.top(), 3, box.height()), t.action);
  p->fillRect(QRect(box.left() + kUnit, box.bottom(), box.width() - 2 * kUnit, 1), t.line);
  p->save();
  p->translate(box.left() + 22, box.center().y());
  paintShape(*p, words.shape, t);
  p->restore();

  const int left = box.left() + 42;
  const int top = box.top() + (box.height() - strongMetrics.height() - smallMetrics.height() - 2) / 2;
  const int first = top + strongMetrics.ascent();
  const int second = top + strongMetrics.height() + smallMetrics.ascent() + 2;
  const int cornerWidth = smallMetrics.horizontalAdvance(words.corner);
  p->setFont(strong);
  p->setPen(words.dim ? t.dim : t.text);
  p->drawText(left, first, strongMetrics.elidedText(words.title, Qt::ElideRight, right - cornerWidth - kUnit - left));
  p->setFont(small);
  p->setPen(words.urgent ? t.danger : t.dim);
  p->drawText(right - cornerWidth, first, words.corner);

  p->setPen(colourOf(words.shape, t));
  const QString state = words.line.isEmpty() ? words.state : words.state + QStringLiteral(" · ");
  p->drawText(left, second, state);
  const int x = left + smallMetrics.horizontalAdvance(state);
  const QString ending = smallMetrics.elidedText(words.right, Qt::ElideRight, (right - x) / 2);
  const int rightWidth = smallMetrics.horizontalAdvance(ending);
  p->setPen(t.dim);
  if (rightWidth > 0) p->drawText(right - rightWidth, second, ending);
  p->drawText(x, second,
              smallMetrics.elidedText(words.line, Qt::ElideRight, right - rightWidth - (rightWidth ? kUnit : 0) - x));
  p->restore();
}

}  // namespace fengsui
