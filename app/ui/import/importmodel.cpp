// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importmodel.h"

#include <QBrush>
#include <QFont>

#include "ui/import/importwords.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"

namespace fengsui {

ImportModel::ImportModel(const CellTexts& edits, QObject* parent) : QAbstractTableModel(parent), edits_(edits) {}

void ImportModel::select() {
  rows_.clear();
  if (!onlyFaulty_ || !findings_) return;
  for (std::size_t row = 0; row < findings_->fates.size(); ++row)
    if (findings_->fates[row] == RowFate::refused) rows_.push_back(row);
}

void ImportModel::show(std::shared_ptr<const ImportFindings> findings) {
  const auto shape = [](const ImportFindings* f) {
    return f && f->table ? std::pair(f->table->rows.size(), f->table->columns.size())
                         : std::pair<std::size_t, std::size_t>();
  };
  const bool same = !onlyFaulty_ && shape(findings_.get()) == shape(findings.get());
  if (!same) beginResetModel();
  findings_ = std::move(findings);
  select();
  if (!same) {
    endResetModel();
  } else if (rowCount() > 0 && columnCount() > 0) {
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  }
}

void ImportModel::showOnlyFaulty(bool only) {
  if (only == onlyFaulty_) return;
  beginResetModel();
  onlyFaulty_ = only;
  select();
  endResetModel();
}

std::size_t ImportModel::tableRow(int shownRow) const {
  return onlyFaulty_ ? rows_[static_cast<std::size_t>(shownRow)] : static_cast<std::size_t>(shownRow);
}

int ImportModel::numberOf(int shownRow) const {
  return shownRow >= 0 && shownRow < rowCount() ? findings_->table->rows[tableRow(shownRow)].number : 0;
}

QModelIndex ImportModel::cellOf(const Error& fault) const {
  for (int row = 0; row < rowCount(); ++row) {
    if (numberOf(row) != fault.place.line) continue;
    for (int column = 0; column < columnCount(); ++column) {
      const auto [first, last] =
          findings_->faultsAt.equal_range(ImportFindings::cellKey(tableRow(row), static_cast<std::size_t>(column)));
      for (auto at = first; at != last; ++at)
        if (findings_->faults[at->second] == fault) return index(row, column);
    }
    return index(row, 0);
  }
  return {};
}

int ImportModel::rowCount(const QModelIndex& parent) const {
  if (parent.isValid() || !findings_ || !findings_->table) return 0;
  return static_cast<int>(onlyFaulty_ ? rows_.size() : findings_->table->rows.size());
}

int ImportModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || !findings_ || !findings_->table ? 0 : static_cast<int>(findings_->table->columns.size());
}

const std::string* ImportModel::textOf(const QModelIndex& index) const {
  const auto& table = *findings_->table;
  const Row& row = table.rows[tableRow(index.row())];
  const auto column = static_cast<std::size_t>(index.column());
  if (!edits_.empty())
    if (const auto edit = edits_.find({row.number, table.columns[column].name}); edit != edits_.end())
      return &edit->second;
  return &row.cells[column];
}

bool ImportModel::isEdited(const QModelIndex& index) const {
  return !edits_.empty() && edits_.contains({numberOf(index.row()),
                                             findings_->table->columns[static_cast<std::size_t>(index.column())].name});
}

bool ImportModel::hasFault(const QModelIndex& index) const {
  return !findings_->faultsAt.empty() && findings_->faultsAt.contains(ImportFindings::cellKey(
                                             tableRow(index.row()), static_cast<std::size_t>(index.column())));
}

QString ImportModel::tipOf(const QModelIndex& index) const {
  QStringList lines;
  const auto [first, last] = findings_->faultsAt.equal_range(
      ImportFindings::cellKey(tableRow(index.row()), static_cast<std::size_t>(index.column())));
  for (auto at = first; at != last; ++at) {
    const Error& fault = findings_->faults[at->second];
    lines << shown(fault.message);
    if (!fault.remedy.empty()) lines << shown(fault.remedy);
  }
  if (isEdited(index)) lines << tr("Changed here; the file is left as it is");
  if (lines.isEmpty()) {
    const QString text = qs(*textOf(index));
    if (text.size() > 12) lines << text;
  }
  return lines.join(u'\n');
}

QVariant ImportModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Tokens& t = tokens();
  switch (role) {
    case Qt::DisplayRole:
      return qs(*textOf(index)).simplified();
    case Qt::EditRole:
      return qs(*textOf(index));
    case Qt::ToolTipRole:
      return tipOf(index);
    case Qt::BackgroundRole:
      if (hasFault(index)) return QBrush(mixed(t.ground, t.danger, t.dark ? 0.42 : 0.22));
      return {};
    case Qt::ForegroundRole: {
      if (hasFault(index)) return QBrush(t.text);
      if (isEdited(index)) return QBrush(t.action);
      const auto column = static_cast<std::size_t>(index.column());
      if (column < findings_->uses.size() && findings_->uses[column].role == ColumnUse::Role::leaveOut)
        return QBrush(t.dim);
      return {};
    }
    case Qt::FontRole:
      if (!isEdited(index)) return {};
      return typeOf(TypeSize::small, QFont::DemiBold);
    default:
      return {};
  }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (!findings_ || !findings_->table) return {};
  const auto at = static_cast<std::size_t>(section);
  if (orientation == Qt::Horizontal) {
    if (at >= findings_->table->columns.size()) return {};
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(qs(findings_->table->columns[at].name))
                                                              : QVariant();
  }
  if (section >= rowCount()) return {};
  const std::size_t row = tableRow(section);
  const auto fate = row < findings_->fates.size() ? findings_->fates[row] : std::nullopt;
  if (role == Qt::DisplayRole) {
    const QString number = QString::number(findings_->table->rows[row].number);
    if (fate == RowFate::refused) return number + QStringLiteral(" !");
    if (fate == RowFate::isNew) return number + QStringLiteral(" +");
    if (fate == RowFate::changes) return number + QStringLiteral(" ≠");
    return number + QStringLiteral("  ");
  }
  if (role == Qt::ForegroundRole && fate == RowFate::refused) return QBrush(tokens().danger);
  if (role == Qt::ToolTipRole && fate) {
    switch (*fate) {
      case RowFate::isNew:
        return tr("New");
      case RowFate::changes:
        return tr("Changes something that is known");
      case RowFate::unchanged:
        return tr("Known, and just as it is here");
      case RowFate::refused:
        for (const Error& fault : findings_->faults)
          if (fault.place.line == findings_->table->rows[row].number) return ImportWords::fault(fault);
    }
  }
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  return {};
}

Qt::ItemFlags ImportModel::flags(const QModelIndex& index) const {
  return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

bool ImportModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid() || role != Qt::EditRole) return false;
  const QString text = value.toString();
  if (text == qs(*textOf(index))) return false;
  emit edited(numberOf(index.row()), findings_->table->columns[static_cast<std::size_t>(index.column())].name, text);
  emit dataChanged(index, index);
  return true;
}

}  // namespace fengsui
