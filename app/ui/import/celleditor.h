// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace fengsui {

class ImportModel;

/// Writes into a cell; where the column holds a word of a closed list, the words are offered.
class CellEditor : public QStyledItemDelegate {
  Q_OBJECT

 public:
  /// @p model lives longer than the editor.
  CellEditor(const ImportModel& model, QObject* parent = nullptr);

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const ImportModel& model_;
};

}  // namespace fengsui
