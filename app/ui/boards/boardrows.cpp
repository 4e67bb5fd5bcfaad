// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/boardrows.h"

#include <algorithm>

namespace fengsui {

void BoardRows::show(std::vector<Ref> rows, Words words) {
  const bool same = rows == rows_;
  if (!same) beginResetModel();
  rows_ = std::move(rows);
  words_ = std::move(words);
  if (!same)
    endResetModel();
  else if (!rows_.empty())
    emit dataChanged(index(0), index(rowCount() - 1));
}

const BoardRows::Ref* BoardRows::row(int row) const {
  return row >= 0 && row < rowCount() ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

int BoardRows::rowOf(const QString& key) const {
  const auto at = std::find_if(rows_.begin(), rows_.end(), [&](const Ref& row) { return row.key == key; });
  return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
}

int BoardRows::firstMarkable() const {
  const auto at = std::find_if(rows_.begin(), rows_.end(), [](const Ref& row) { return !row.header; });
  return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
}

int BoardRows::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant BoardRows::data(const QModelIndex& index, int role) const {
  if (!row(index.row())) return {};
  if (role == Qt::DisplayRole) return words(index.row()).title;
  if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) return {};
  const BoardRow said = words(index.row());
  QStringList all{said.lead,   said.title, said.chip ? said.chip->word : QString(), said.state, said.line,
                  said.corner, said.right};
  all.removeAll(QString());
  return all.join(role == Qt::ToolTipRole ? QStringLiteral("\n") : QStringLiteral(" · "));
}

Qt::ItemFlags BoardRows::flags(const QModelIndex& index) const {
  const Ref* found = row(index.row());
  return found && !found->header ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

}  // namespace fengsui
