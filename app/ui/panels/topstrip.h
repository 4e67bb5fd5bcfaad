// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/derive.h"
#include "core/deriveorders.h"
#include "ui/desk/desk.h"
#include "ui/session/latestjob.h"

namespace fengsui {

class SearchField;
class SeatButton;

/// The strip on top: where this is, whether it is real, what time it is, what is open, how old the picture is.
class TopStrip : public QWidget {
  Q_OBJECT

 public:
  explicit TopStrip(Desk& desk, QWidget* parent = nullptr);
  /// Where it says who sits here.
  [[nodiscard]] QRect seatPlace() const;

 signals:
  void searchWanted();
  void seatWanted();
  /// The figures of orders were clicked.
  void ordersWanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void place();
  void count();
  void paintStripes(QPainter& painter) const;
  [[nodiscard]] QString pictureWords() const;

  Desk& desk_;
  SearchField* search_;
  SeatButton* seat_;
  struct Counts {
    Overview desk;
    OrderKpi orders;
    std::int64_t ordersUnanswered = 0;  ///< but for what a team was asked and counts there
  };
  [[nodiscard]] static Counts counted(const Situation& s, Instant now);

  Counts counts_;
  QRect figures_;  ///< where those of orders are painted
  LatestJob<Counts> job_;
  int ticks_ = 0;
  QTimer tick_;
  bool readingFails_ = false;
};

}  // namespace fengsui
