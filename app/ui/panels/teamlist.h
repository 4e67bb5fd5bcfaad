// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <optional>
#include <vector>

#include "ui/desk/desk.h"

namespace fengsui {

/// The teams as seen from an incident: those that are bound to it, then those that are free, the nearest first, then
/// those that are busy elsewhere or unavailable.
class TeamModel : public QAbstractListModel {
  Q_OBJECT

 public:
  struct Row {
    Uuid id;
    std::optional<double> distanceM;  ///< as the crow flies; nothing where either place is unknown
    bool here = false;                ///< bound to this incident, or asked for it
    bool free = false;
  };

  explicit TeamModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

  void show(const Snapshot& situation, const std::optional<Id<Incident>>& incident);
  [[nodiscard]] const Team* at(int row) const;
  [[nodiscard]] const Row& row(int row) const { return rows_[static_cast<std::size_t>(row)]; }
  [[nodiscard]] int rowOf(const Uuid& id) const;
  /// The one to propose: the nearest free team under own command, else the nearest that can be asked; -1 where none.
  [[nodiscard]] int nearestFree() const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  Snapshot situation_;
  std::vector<Row> rows_;
};

class TeamDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace fengsui
