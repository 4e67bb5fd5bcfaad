// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <memory>

#include "ui/canvas/hazarddrawing.h"

namespace fengsui {

class HazardPlayer;
struct HazardAtPlace;
struct FramesHeader;
struct HazardLayer;

/// What the desk says of a forecast, in its language.
class HazardWords {
  Q_DECLARE_TR_FUNCTIONS(HazardWords)

 public:
  /// "water depth"
  [[nodiscard]] static QString layer(const HazardLayer& layer);
  /// "0.63 m"; not finer than the frames hold.
  [[nodiscard]] static QString value(double value, const HazardLayer& layer);
  /// "+1 h 20 min"; "now"; @p now: when the desk is.
  [[nodiscard]] static QString lead(Instant at, Instant now);
  /// "water depth 0.63 m"; empty where there is nothing.
  [[nodiscard]] static QString brief(const HazardPlayer& player, Position where);
  /// What the forecast says of a place, in a few lines; empty outside of it.
  [[nodiscard]] static QString place(const HazardPlayer& player, Position where, Instant now, const TimeZone& zone);
  /// What the colours mean, who made it and how far to trust it; without a moment, and nothing painted yet.
  [[nodiscard]] static HazardDrawing legend(const FramesHeader& header, Instant now, const TimeZone& zone);
  /// What is painted now, with its legend. @pre something is shown.
  [[nodiscard]] static std::shared_ptr<const HazardDrawing> drawing(const HazardPlayer& player, Instant now,
                                                                    const TimeZone& zone);
};

}  // namespace fengsui
