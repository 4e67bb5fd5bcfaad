// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/panels/picklist.h"

namespace fengsui {

/// A list on a board whose rows answer to keys of their own, which then do not mean what they mean to the window.
class BoardList : public PickList {
  Q_OBJECT

 public:
  explicit BoardList(QWidget* parent = nullptr);

  struct Keys {
    std::function<bool(int key)> knows;
    std::function<bool(int key)> press;
  };
  void setKeys(Keys keys) { keys_ = std::move(keys); }
  /// The first row that can be marked, from @p row on; -1 where none.
  [[nodiscard]] int markable(int row) const;

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  Keys keys_;
};

}  // namespace fengsui
