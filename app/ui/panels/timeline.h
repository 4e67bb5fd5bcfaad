// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/desk/desk.h"

namespace fengsui {

class ActionButton;
class HazardPlayer;

/// The station's time from its first entry to now: how much happened when, and where the desk looks. Dragging looks
/// back; at now, or with the button, the desk is live again. Where a forecast is shown the track goes on to its end:
/// dragging there shows another frame, and the desk stays live.
class Timeline : public QWidget {
  Q_OBJECT

 public:
  explicit Timeline(Desk& desk, QWidget* parent = nullptr);

  /// Its frames lie on the track and are played from here. @p player lives as long as this.
  void useForecast(HazardPlayer& player);

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
  enum class Drag { none, past, forecast };

  [[nodiscard]] QRectF track() const;
  [[nodiscard]] Instant start() const;
  [[nodiscard]] Instant end() const;
  [[nodiscard]] bool foresees() const;
  /// Whether a frame was chosen, and not the one of now.
  [[nodiscard]] bool chosen() const;
  [[nodiscard]] Drag dragAt(double x) const;
  void drag(double x);
  void goTo(double x);
  void goToNow();
  void foresee(double x);
  void followForecast();
  void playOrPause();
  void step(int entries);
  void add(const std::vector<Instant>& moments);
  void paintDensity(QPainter& painter) const;
  void paintHours(QPainter& painter) const;
  void paintForecast(QPainter& painter) const;
  void placeButtons();
  void retranslate();

  Desk& desk_;
  HazardPlayer* player_ = nullptr;
  ActionButton* now_;
  ActionButton* play_;
  ActionButton* speed_;
  std::vector<Instant> moments_;  ///< of all entries, sorted
  std::int64_t spanMs_ = 0;       ///< how much of the past is shown; 0 = from the first entry on
  /// What was shown before a forecast wanted room; nothing where none did, or the wheel was turned since.
  std::optional<std::int64_t> spanBefore_;
  bool wheeled_ = false;  ///< since the forecast is shown
  Drag drag_ = Drag::none;
};

}  // namespace fengsui
