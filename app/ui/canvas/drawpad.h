// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <optional>
#include <vector>

#include "core/geo.h"
#include "ui/canvas/viewport.h"
#include "ui/look/tokens.h"

class QPainter;

namespace fengsui {

/// A point, a line or an area while it is being drawn: one tool for all three. One place is a point, several are a
/// line, and a line that returns to its first place is an area.
class DrawPad {
  Q_DECLARE_TR_FUNCTIONS(DrawPad)

 public:
  [[nodiscard]] bool empty() const { return places_.empty(); }
  void clear() { places_.clear(); }
  /// Adds a place. @return the finished area where it is the first one again, within @p reachM of it.
  [[nodiscard]] std::optional<Shape> add(QPointF map, double reachM);
  void removeLast();
  /// What has been drawn so far; nothing where nothing has been.
  [[nodiscard]] std::optional<Shape> finished() const;

  /// @p pointer: where the next place would be.
  void paint(QPainter& painter, const ViewPort& view, const std::optional<QPointF>& pointer,
             const Tokens& tokens) const;
  /// What to do next.
  [[nodiscard]] QString hint() const;

 private:
  std::vector<QPointF> places_;  // EPSG:3857
};

}  // namespace fengsui
