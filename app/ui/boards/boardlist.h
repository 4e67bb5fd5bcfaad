// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "core/uuid.h"
#include "ui/boards/boardrows.h"
#include "ui/panels/picklist.h"

namespace fengsui {

class BoardRowDelegate;

/// A list on a board. It keeps its mark on the same thing while the rows move, and its rows answer to keys of their
/// own, which then do not mean what they mean to the window.
class BoardList : public PickList {
  Q_OBJECT

 public:
  explicit BoardList(const QString& name, QWidget* parent);

  void show(std::vector<BoardRows::Ref> rows, BoardRows::Words words);
  void show(const std::vector<Uuid>& ids, BoardRows::Words words);
  using QWidget::show;
  [[nodiscard]] const BoardRows& rows() const { return *rows_; }

  // ---- the mark
  /// Empty where nothing is marked.
  [[nodiscard]] QString markedKey() const;
  [[nodiscard]] std::optional<Uuid> marked() const;
  [[nodiscard]] std::optional<Uuid> thing(int row) const;
  /// -1 where nothing is marked.
  [[nodiscard]] int markedRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }
  /// @return whether there is such a row; the mark stays where it was if not.
  bool markKey(const QString& key);
  bool markThing(const Uuid& id);
  /// Marks the first row that can be marked where nothing is marked.
  void markSomething();

  // ---- keys
  struct Keys {
    std::function<bool(int key)> knows;
    std::function<bool(int key)> press;
  };
  void setKeys(Keys keys) { keys_ = std::move(keys); }
  /// These keys are told by keyed().
  void useKeys(std::vector<int> keys);

  // ---- the look
  void useLead(int width);
  void wrapWords();
  /// Said where the list is empty.
  void setEmptyWords(const QString& words);
  /// High enough for the rows, within bounds.
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
  BoardRows* rows_;
  BoardRowDelegate* delegate_;
  Keys keys_;
  QString empty_;
};

}  // namespace fengsui
