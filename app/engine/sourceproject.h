// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/result.h"

class QgsProject;

namespace fengsui::engine {

/// Whether this is a QGIS project, by its name; everything else is data that has no project yet.
[[nodiscard]] bool isProjectFile(const QString& path);

/// Fills an empty project with the layers of a data source: a published NAME.gpkg, or any other that QGIS can open.
/// One plain symbol for each layer, areas below lines below points, titled after the file.
///
/// Thread: main. Tables without geometry are left out.
/// @return Error::unreadable where QGIS finds nothing in it that has a place on a map.
[[nodiscard]] Outcome fillFromSource(QgsProject& project, const QString& path);

}  // namespace fengsui::engine
