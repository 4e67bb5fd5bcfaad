// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsmapsettings.h>

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QUrl>
#include <memory>
#include <vector>

#include "engine/sourcefiles.h"
#include "protocol/messages.h"

class QgsMapLayer;
class QgsProject;

namespace fengsui::engine {

/// A QGIS project that has been opened to be drawn, or one made on the spot over a data source.
///
/// Thread: main. Jobs started from settingsFor() hold clones, so the project may change style while they run.
class MapProject {
 public:
  /// Opens what can be opened: a .qgs or .qgz, else data such as a published NAME.gpkg with plain symbols. Layers that
  /// cannot are in the description with the reason; only the project file itself can fail.
  [[nodiscard]] static Result<std::unique_ptr<MapProject>> open(const std::string& path);
  /// The same, at once: layers of map servers that are not @p awake are left asleep, see asleep().
  [[nodiscard]] static Result<std::unique_ptr<MapProject>> openQuietly(const std::string& path,
                                                                       const QSet<QString>& awake);
  ~MapProject();
  MapProject(const MapProject&) = delete;
  MapProject& operator=(const MapProject&) = delete;

  [[nodiscard]] protocol::ProjectOpened describe();

  /// Everything a job needs to draw the request.
  [[nodiscard]] QgsMapSettings settingsFor(const protocol::Render& request);

  /// Why layers of the request are not in its picture.
  [[nodiscard]] std::vector<protocol::LayerError> troublesIn(const protocol::Render& request) const;
  /// The layers of the request that may be silent.
  [[nodiscard]] std::vector<std::string> remoteLayersIn(const protocol::Render& request) const;

  /// Layers that were not opened because their servers have to be heard first, and what to ask those.
  [[nodiscard]] const QHash<QString, QUrl>& asleep() const { return asleep_; }
  /// Those servers do not answer; until this is said they are being asked.
  void noteSilent(const QSet<QString>& layers) { silent_ += layers; }

  [[nodiscard]] QgsProject& project() { return *project_; }
  /// The layers of a request in drawing order, the topmost first, broken ones included.
  [[nodiscard]] QList<QgsMapLayer*> layersOf(const std::vector<std::string>& ids,
                                             const std::vector<std::string>& hidden, const QString& style) const;

 private:
  MapProject();

  /// The style to draw with: what was asked for, "day" where the project has no such theme.
  [[nodiscard]] QString knownStyle(const std::string& asked) const;
  void wear(const QString& style);
  void noteFiles();
  [[nodiscard]] std::optional<Text> troubleWith(const QgsMapLayer& layer) const;
  [[nodiscard]] QList<QgsMapLayer*> labelLayers(const QList<QgsMapLayer*>& layers);
  [[nodiscard]] protocol::Extent firstView() const;

  std::unique_ptr<QgsProject> project_;
  QString worn_;
  SourceFiles files_;
  QHash<QString, QUrl> asleep_;
  QSet<QString> silent_;
  std::vector<std::unique_ptr<QgsMapLayer>> labelOnly_;  // copies that draw nothing but labels, for the worn style
};

}  // namespace fengsui::engine
