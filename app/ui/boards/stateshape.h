// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include "core/deriveorders.h"
#include "ui/look/tokens.h"

class QPainter;

namespace fengsui {

/// How a state looks: told apart by its shape as well as by its colour, and never in a colour of the three scales.
[[nodiscard]] QColor colourOf(ItemState state, const Tokens& tokens);
/// Paints the shape of a state around the origin, 18 px wide.
void paintShape(QPainter& painter, ItemState state, const Tokens& tokens);

/// How an order stands, in the states of a line: late before refused before what its stage says.
[[nodiscard]] ItemState standOf(const Order& order, Instant now);
[[nodiscard]] ItemState standOf(const Order& order, const OrderCopy& copy, Instant now);

}  // namespace fengsui
