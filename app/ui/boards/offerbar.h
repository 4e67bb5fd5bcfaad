// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

namespace fengsui {

class ActionButton;

/// Something that can be done on a board with one click or one key, its consequence in words.
struct BoardOffer {
  const char* name = "";  ///< of the button, in tests
  QString words;
  int key = 0;  ///< Qt::Key
  std::function<void()> run;
};

/// The offers about what is marked on a board: the next action as one wide button, the others under it.
class OfferBar : public QWidget {
  Q_OBJECT

 public:
  explicit OfferBar(QWidget* parent = nullptr);

  /// The first one is the next action. @p enabled: whether anything may be done now.
  void offer(std::vector<BoardOffer> offers, bool enabled);
  /// Does what belongs to a key. @return whether there is something.
  bool press(int key);
  [[nodiscard]] bool knows(int key) const;

 private:
  void run(std::size_t offer);

  std::vector<BoardOffer> offers_;
  std::vector<ActionButton*> buttons_;
  bool enabled_ = true;
};

}  // namespace fengsui
