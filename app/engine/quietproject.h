// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>
#include <QUrl>
#include <optional>

class QgsProject;

namespace fengsui::engine {

/// What a project file holds.
struct ProjectParts {
  QByteArray text;
  QMap<QString, QByteArray> beside;  ///< what else is packed in a .qgz, by name
};

/// @return nothing where the file cannot be read, or is an archive without a project in it.
[[nodiscard]] std::optional<ProjectParts> partsOf(const QString& file);

/// The text of a project whose layers from map servers do not wake anybody.
///
/// QGIS asks every server for its capabilities while it reads a project, one after the other, and waits; one that hangs
/// costs seconds before the first picture. So those layers are read under a provider that does not exist, which fails
/// at once and keeps everything else of them, and are read properly when their server has been heard.
struct QuietProject {
  QByteArray text;
  QHash<QString, QUrl> asleep;  ///< by layer: what to ask its server
};

/// @p awake: layers whose servers have been heard; they are left as they are. Tiles by pattern ask nobody and are too.
[[nodiscard]] QuietProject quietened(const QByteArray& text, const QSet<QString>& awake);

/// Reads parts as if they stood in @p file: relative paths are relative to that.
///
/// Thread: main.
[[nodiscard]] bool readAs(QgsProject& project, const QString& file, const ProjectParts& parts);

}  // namespace fengsui::engine
