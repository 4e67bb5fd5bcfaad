// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <functional>
#include <vector>

#include "core/deriveorders.h"

namespace fengsui {

/// What a row of a board says.
struct RowWords {
  bool header = false;  ///< a phase, a plan: title and corner alone, cannot be marked
  ItemState shape = ItemState::waiting;
  QString title;
  QString corner;  ///< at the right of the title: the clock
  QString state;   ///< in words, in the colour of its shape
  QString line;    ///< after the state; its end gives way where there is no room
  QString right;
  bool urgent = false;  ///< the corner wants attention
  bool dim = false;     ///< over
};

/// Rows of a board. Words are made when a row is painted, so that 300 rows cost what is in view.
class RowModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;
  using Say = std::function<RowWords(int row)>;

  struct Ref {
    QString key;  ///< tells a row from others; of a header too
    bool header = false;

    bool operator==(const Ref&) const = default;
  };

  /// The same rows in the same order keep the view's place.
  void show(std::vector<Ref> rows, Say say);
  [[nodiscard]] const Ref* row(int row) const;
  [[nodiscard]] int rowOf(const QString& key) const;
  [[nodiscard]] RowWords words(int row) const { return say_ ? say_(row) : RowWords{}; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  std::vector<Ref> rows_;
  Say say_;
};

/// Paints a row: shape, title, clock, state in words, who has it.
class RowDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace fengsui
