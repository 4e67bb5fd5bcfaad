// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/template/palette.h"

class QgsRasterLayer;
class QgsVectorLayer;

namespace fengsui::engine {

/// Gives a layer of the base map, known by its table, the look of a palette.
void dress(QgsVectorLayer& layer, const QString& table, const Palette& palette);
void dressRelief(QgsRasterLayer& layer, const Palette& palette);

// By theme, each in its own file.
void dressWater(QgsVectorLayer& layer, const QString& table, const Palette& palette);
void dressLand(QgsVectorLayer& layer, const QString& table, const Palette& palette);
void dressRoads(QgsVectorLayer& layer, const Palette& palette);
void dressNetworks(QgsVectorLayer& layer, const QString& table, const Palette& palette);
void dressPoints(QgsVectorLayer& layer, const QString& table, const Palette& palette);

}  // namespace fengsui::engine
