// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include "ui/lists/thingwords.h"

namespace fengsui {

/// Rows of things for a view. Holds the situation they were computed from, so that words and rows agree.
class ThingModel : public QAbstractListModel {
  Q_OBJECT

 public:
  explicit ThingModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

  /// @p incident: the one for which the rows are teams. The same things in the same order keep the view's place.
  void show(const Snapshot& situation, std::vector<ThingRow> rows,
            const std::optional<Id<Incident>>& incident = std::nullopt);

  [[nodiscard]] const ThingRow* row(int row) const;
  [[nodiscard]] int rowOf(const Selected& thing) const;
  [[nodiscard]] std::optional<ThingWords> words(int row, Instant now) const;
  [[nodiscard]] const std::vector<ThingRow>& rows() const { return rows_; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  Snapshot situation_;
  std::vector<ThingRow> rows_;
  std::optional<Id<Incident>> incident_;
};

/// Paints a row of a ThingModel: symbol, name, what it is and how it stands.
class ThingDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  ThingDelegate(Desk& desk, QObject* parent) : QStyledItemDelegate(parent), desk_(desk) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  Desk& desk_;
};

}  // namespace fengsui
