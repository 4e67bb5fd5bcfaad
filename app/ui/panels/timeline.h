// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/desk/desk.h"

namespace fengsui {

class ActionButton;

/// The station's time from its first entry to now: how much happened when, and where the desk looks. Dragging looks
/// back; at the right end, or with the button, the desk is live again.
class Timeline : public QWidget {
  Q_OBJECT

 public:
  explicit Timeline(Desk& desk, QWidget* parent = nullptr);

  /// Where a moment lies on the widget.
  [[nodiscard]] double xOf(Instant moment) const;
  [[nodiscard]] Instant momentAt(double x) const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] QRectF track() const;
  [[nodiscard]] Instant start() const;
  [[nodiscard]] Instant end() const;
  void goTo(double x);
  void step(int entries);
  void add(const std::vector<Instant>& moments);
  void paintDensity(QPainter& painter) const;
  void paintHours(QPainter& painter) const;
  void retranslate();

  Desk& desk_;
  ActionButton* now_;
  std::vector<Instant> moments_;  ///< of all entries, sorted
  std::int64_t spanMs_ = 0;       ///< how much time is shown; 0 = from the first entry on
  bool dragging_ = false;
};

}  // namespace fengsui
