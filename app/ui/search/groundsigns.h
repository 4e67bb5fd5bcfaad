// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QString>

#include "ui/look/tokens.h"

namespace fengsui {

/// Draws a quiet sign for what is of the ground and not of the situation, around the origin and within ±10: a pin for a
/// place, a strip for a road, waves for water, a peak, a dot for the rest.
///
/// @param what a class of the base map, a word of the place kinds, "person", or empty for coordinates.
void paintGroundSign(QPainter& painter, const QString& what, const Tokens& tokens);

}  // namespace fengsui
