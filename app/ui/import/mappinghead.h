// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <optional>
#include <vector>

#include "ui/import/columnuse.h"

class QComboBox;
class QStandardItemModel;

namespace fengsui {

/// The heads of the columns: above, what becomes of the column, to be chosen; beneath, what the file calls it, with a
/// quiet mark where the meaning is a guess.
class MappingHead : public QHeaderView {
  Q_OBJECT

 public:
  explicit MappingHead(QWidget* parent = nullptr);

  /// @p kind empty: nothing can be chosen yet.
  void show(const std::optional<Kind>& kind, const std::vector<ColumnUse>& uses);
  void retranslate();
  /// What a column becomes, as shown; for keyboard and tests.
  [[nodiscard]] QComboBox* combo(int column) const;

  [[nodiscard]] QSize sizeHint() const override;

 signals:
  void chosen(int column, const fengsui::ColumnUse& use);

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
  [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void mark();
  void place();
  void makeCombos();

  std::optional<Kind> kind_;
  std::vector<ColumnUse> uses_;
  std::vector<ColumnUse> choices_;  ///< by the row of the items
  QStandardItemModel* items_;       ///< shared by all combos: they offer the same
  std::vector<QComboBox*> combos_;
};

}  // namespace fengsui
