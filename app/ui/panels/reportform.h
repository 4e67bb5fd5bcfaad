// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/desk/desk.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace fengsui {

class ActionButton;

/// The few words that make an incident, asked for beside the place that was clicked: everything has a default, Enter
/// reports, Esc gives up.
class ReportForm : public QFrame {
  Q_OBJECT

 public:
  ReportForm(Desk& desk, QWidget* parent);

  /// Opens for a place; @p at is the pixel of the parent that was clicked.
  void openAt(Position where, QPoint at);
  void close();
  [[nodiscard]] Position where() const { return where_; }

 signals:
  void closed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void confirm();
  void retranslate();
  void fillKinds();
  void suggestTitle();
  [[nodiscard]] QString defaultTitle() const;
  [[nodiscard]] std::string kind() const;

  Desk& desk_;
  Position where_;
  QLabel* head_;
  QLabel* kindLabel_;
  QComboBox* kind_;
  QLabel* titleLabel_;
  QLineEdit* title_;
  QLabel* localityLabel_;
  QLineEdit* locality_;
  ActionButton* confirm_;
  ActionButton* cancel_;
};

/// The town, street or village whose known place is nearest, within reason.
[[nodiscard]] std::string localityNear(const Situation& situation, Position where);

}  // namespace fengsui
