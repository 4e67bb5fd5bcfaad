// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "documents/mapsheet.h"
#include "sdk/modelrun.h"
#include "ui/print/papermap.h"
#include "ui/session/stationsession.h"

namespace fengsui {

/// What is printed of the map.
struct MapPrintWish {
  enum class What {
    moment,   ///< as the map stands, with the frame of the forecast that it shows
    series,   ///< the forecast as several small maps, and who is hit when
    maximum,  ///< the largest value of each place in the whole forecast, and who is hit when
  };
  What what = What::moment;
  bool a3 = false;
  bool landscape = true;
  bool grey = false;  ///< for printers and copiers without colour
  QString file;       ///< the PDF

  [[nodiscard]] Paper paper() const;
  [[nodiscard]] std::size_t panels() const { return what == What::series ? 6 : 1; }
  /// How a map of @p extent (EPSG:3857) stands on it.
  [[nodiscard]] PaperView view(const QRectF& extent) const;
};

/// All that a print is made from, by value.
struct MapPrintMatter {
  MapPrintWish wish;
  Snapshot situation;
  Instant moment;    ///< that the map shows
  bool live = true;  ///< it is now
  Instant now;
  QString by;
  QRectF extent;
  MapImage ground;
  QString groundTrouble;  ///< why there is no base map, or not all of it; empty where all is well
  std::shared_ptr<const RoadDrawing> roads;
  QString frames;                               ///< the forecast that the map shows; empty: none
  std::optional<std::size_t> frame;             ///< of it; nothing where none is for this moment
  std::shared_ptr<const ModelOutcome> outcome;  ///< of the same forecast; may be nullptr
};

/// The map as a PDF.
class MapPrint {
  Q_DECLARE_TR_FUNCTIONS(MapPrint)

 public:
  /// Thread: any; slow (a second, and more for all frames of a long forecast).
  /// Errors: refused where a forecast is asked for and there is none; those of FramesFile, of printMapSheet.
  [[nodiscard]] static Result<Printed> of(const MapPrintMatter& matter);

 private:
  struct Making;
  static void sayGround(Making& making);
  [[nodiscard]] static Outcome addMoment(Making& making);
  [[nodiscard]] static Outcome addForecast(Making& making);
  static void addHazardLegend(Making& making, const HazardDrawing& drawing);
};

}  // namespace fengsui
