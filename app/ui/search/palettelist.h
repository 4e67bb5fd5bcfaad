// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <vector>

#include "ui/search/paletterow.h"

namespace fengsui {

class PaletteModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void show(std::vector<PaletteRow> rows);
  [[nodiscard]] const PaletteRow* at(int row) const;
  /// The next row from @p row in steps of @p step that can be chosen, round the ends; -1 where there is none.
  [[nodiscard]] int choosable(int row, int step) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  std::vector<PaletteRow> rows_;
};

/// Paints the rows with the symbols of map and lists; the letters that fit stand out.
class PaletteDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintSign(QPainter& painter, const PaletteRow& row, QPoint middle) const;
  void paintChips(QPainter& painter, const PaletteRow& row, const QRect& room) const;
};

}  // namespace fengsui
