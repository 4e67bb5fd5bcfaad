// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <vector>

#include "ui/desk/desk.h"

class QLabel;

namespace fengsui {

class PickList;

/// The incidents of the shown situation, open ones first: the gravest, then the newest.
class IncidentModel : public QAbstractListModel {
  Q_OBJECT

 public:
  explicit IncidentModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

  void show(const Snapshot& situation);
  [[nodiscard]] const Incident* at(int row) const;
  /// How many teams are bound to it.
  [[nodiscard]] int teamsAt(int row) const { return rows_[static_cast<std::size_t>(row)].teams; }
  [[nodiscard]] int rowOf(const Uuid& id) const;
  [[nodiscard]] int openCount() const { return open_; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  struct Row {
    Uuid id;
    int teams = 0;
  };
  Snapshot situation_;
  std::vector<Row> rows_;
  int open_ = 0;
};

class IncidentDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  IncidentDelegate(Desk& desk, QObject* parent) : QStyledItemDelegate(parent), desk_(desk) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  Desk& desk_;
};

/// The left side of the desk: what is happening.
class IncidentList : public QWidget {
  Q_OBJECT

 public:
  explicit IncidentList(Desk& desk, QWidget* parent = nullptr);

  /// The first open incident, so that a desk that has just been opened shows what matters most.
  void selectFirst();

 signals:
  /// Chosen by the operator in the list, as opposed to on the map.
  void chosen(const fengsui::Selected& incident);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  void follow();
  void retranslate();

  Desk& desk_;
  IncidentModel* model_;
  PickList* view_;
  QLabel* title_;
  QLabel* empty_;
};

}  // namespace fengsui
