// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <vector>

#include "ui/look/tokens.h"

class QPainter;

namespace fengsui {

/// How a forecast lies on the time line: what is not yet, when there are frames, and the one that is shown.
namespace forecasttrack {

/// From @p x on it is not yet. @p words stand in it where there is room.
void paintGround(QPainter& painter, const QRectF& bar, double x, const QString& words, const Tokens& tokens);
/// @p at: where the frames lie, ascending; where they are dense, every so many are marked.
void paintFrames(QPainter& painter, const QRectF& bar, const std::vector<double>& at, const Tokens& tokens);
/// The frame that was chosen, dashed as all that is reckoned.
void paintMark(QPainter& painter, const QRectF& bar, double x, const QString& words, const Tokens& tokens);

}  // namespace forecasttrack
}  // namespace fengsui
