// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QStyledItemDelegate>
#include <functional>
#include <optional>
#include <vector>

#include "core/uuid.h"
#include "ui/panels/picklist.h"

namespace fengsui {

/// What one line of a board says.
struct PaintedRow {
  enum class Tone { plain, quiet, good, bad };
  struct Chip {
    QString word;
    QColor ground;
  };
  QString lead;  ///< a number that counts, at the left
  QString title;
  QString corner;  ///< at the right of the title
  std::optional<Chip> chip;
  QString line;
  QString right;
  Tone cornerTone = Tone::quiet;
  Tone lineTone = Tone::quiet;
  Tone rightTone = Tone::quiet;
  bool dim = false;
};

/// Lines that are known by their ids; their words are made when they are painted, so that two thousand cost no more
/// than those in sight.
///
/// Thread: GUI.
class PaintedRows : public QAbstractListModel {
  Q_OBJECT

 public:
  using Words = std::function<PaintedRow(int row)>;
  using QAbstractListModel::QAbstractListModel;

  void show(std::vector<Uuid> ids, Words words);
  [[nodiscard]] std::optional<Uuid> id(int row) const;
  [[nodiscard]] int rowOf(const Uuid& id) const;
  [[nodiscard]] PaintedRow words(int row) const { return words_(row); }
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<Uuid> ids_;
  Words words_;
};

class PaintedRowDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  /// How wide the numbers at the left may be; 0 where there are none.
  int leadWidth = 0;
  /// Long words take as many lines as they need.
  bool wraps = false;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A list of painted lines that hears single keys before the window does, and keeps its mark on the same thing while
/// the lines move.
class RowList : public PickList {
  Q_OBJECT

 public:
  explicit RowList(const char* name, QWidget* parent);

  void show(std::vector<Uuid> ids, PaintedRows::Words words);
  using QWidget::show;
  void useLead(int width);
  void wrapWords();
  /// Said where the list is empty.
  void setEmptyWords(const QString& words);
  /// Keys that mean something here while the list has the focus.
  void useKeys(std::vector<int> keys) { keys_ = std::move(keys); }
  [[nodiscard]] std::optional<Uuid> marked() const;
  void markThing(const Uuid& id);
  [[nodiscard]] const PaintedRows& rows() const { return *rows_; }
  /// High enough for @p rows lines.
  void fitRows(int least, int most);

 signals:
  void keyed(int key);
  void chosen();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  PaintedRows* rows_;
  PaintedRowDelegate* delegate_;
  std::vector<int> keys_;
  QString empty_;
};

}  // namespace fengsui
