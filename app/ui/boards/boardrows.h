// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <functional>
#include <vector>

#include "ui/boards/boardrow.h"

namespace fengsui {

/// The rows of a board, known by their keys; their words are made when they are painted, so that two thousand cost no
/// more than those in sight.
///
/// Thread: GUI.
class BoardRows : public QAbstractListModel {
  Q_OBJECT

 public:
  using Words = std::function<BoardRow(int row)>;
  using QAbstractListModel::QAbstractListModel;

  struct Ref {
    QString key;  ///< tells a row from others; of a header too
    bool header = false;

    bool operator==(const Ref&) const = default;
  };

  /// The same rows in the same order keep the view's place.
  void show(std::vector<Ref> rows, Words words);
  [[nodiscard]] const Ref* row(int row) const;
  [[nodiscard]] int rowOf(const QString& key) const;
  /// The first row that can be marked; -1 where none.
  [[nodiscard]] int firstMarkable() const;
  [[nodiscard]] BoardRow words(int row) const { return words_ ? words_(row) : BoardRow{}; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  std::vector<Ref> rows_;
  Words words_;
};

}  // namespace fengsui
