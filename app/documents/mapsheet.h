// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

#include "documents/furniture.h"
#include "documents/printed.h"

namespace fengsui {

/// One map of a sheet, drawn by whoever has it into the box that it is given.
struct MapPanel {
  QString caption;  ///< above it; empty where the sheet has one map alone
  std::function<void(QPainter&, const QRectF&)> draw;
};

/// A line of the legend.
struct MapLegendLine {
  std::function<void(QPainter&, const QRectF&)> swatch;  ///< what is explained; empty for a sentence
  QString words;
  bool strong = false;
  bool quiet = false;
};

struct MapLegendBlock {
  QString title;
  std::vector<MapLegendLine> lines;
};

/// What is said on pages of its own behind the map.
struct MapTable {
  QString title;
  QStringList notes;  ///< under the title
  std::vector<double> percents;
  std::vector<QStringList> rows;  ///< the first is the header
};

/// A map on paper with all that tells a reader on a wall what it shows, when, how large, and how far to trust it.
struct MapSheet {
  Paper paper;
  QString title;
  QString moment;     ///< for when it holds
  QString mark;       ///< "模型推演 FORECAST": on a striped band; empty for what is observed
  QString records;    ///< what it was made from, and by whom; at the foot of the page
  double scale = 0;   ///< 1 : so much, in the middle of a map
  QString reference;  ///< the coordinates that the map is drawn in
  std::vector<MapPanel> panels;
  std::vector<MapLegendBlock> legend;
  std::optional<MapTable> table;
};

/// The room of one map on this paper. Units: millimetres.
[[nodiscard]] QSizeF mapRoom(const Paper& paper, std::size_t panels);

/// Thread: any, after Typesetting. Errors: notFound without a font.
[[nodiscard]] Result<Printed> printMapSheet(const MapSheet& sheet, const PrintWish& wish);

}  // namespace fengsui
