// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace fengsui {

/// Buttons in rows that are filled to the right edge: as many beside each other as have room for their words on one
/// line; one that is alone and still too long wraps its words.
class ButtonFlow : public QLayout {
 public:
  /// Whether the first one has a row of its own: the next action.
  enum class First { amongOthers, alone };

  explicit ButtonFlow(QWidget* parent = nullptr, First first = First::amongOthers);
  ~ButtonFlow() override;

  void addItem(QLayoutItem* item) override;
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  using Row = std::vector<QLayoutItem*>;
  [[nodiscard]] std::vector<Row> rowsIn(int width) const;
  /// Lays the rows out in a width, and moves the items where @p place says so. @return the height in all.
  int lay(const QRect& rect, bool place) const;

  std::vector<std::unique_ptr<QLayoutItem>> items_;
  First first_;
};

}  // namespace fengsui
