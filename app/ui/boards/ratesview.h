// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/deriveduty.h"

namespace fengsui {

/// The three rates of a call-out beside each other, each with the goal as a mark, and the clock since the signature.
class RatesView : public QWidget {
  Q_OBJECT

 public:
  explicit RatesView(QWidget* parent);
  void show(const CalloutRates& rates, Instant signedAt, std::optional<Instant> closedAt);
  using QWidget::show;
  void setNow(Instant now);
  [[nodiscard]] QSize sizeHint() const override;
  /// "1:52 left of 5 min", "7:10 since the signature".
  [[nodiscard]] QString clock() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  CalloutRates rates_;
  Instant signedAt_;
  std::optional<Instant> closedAt_;
  Instant now_;
};

}  // namespace fengsui
