// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <optional>
#include <utility>

class QgsMapLayer;

namespace fengsui::engine {

/// Which files the layers were read from, to notice one that has been replaced.
///
/// QGIS keeps files open. One that is made again under its old name (a district built anew, a publication that somebody
/// had damaged) would be drawn as it was for ever, or not at all once another program's journal lies beside its name.
///
/// Thread: main.
class SourceFiles {
 public:
  /// Opens the layer's file again where another one bears its name by now.
  void refresh(QgsMapLayer& layer);

 private:
  using Identity = std::pair<quint64, quint64>;  // device and inode
  [[nodiscard]] static std::optional<Identity> identityOf(const QString& path);

  QHash<QString, Identity> read_;  // by layer
  QHash<QString, QString> paths_;
};

}  // namespace fengsui::engine
