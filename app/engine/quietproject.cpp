// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quietproject.h"

#include <qgsapplication.h>
#include <qgsproject.h>
#include <qgsprojectstorage.h>
#include <qgsprojectstorageregistry.h>
#include <qgsziputils.h>

#include <QDomDocument>
#include <QFile>
#include <QIODevice>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace fengsui::engine {

namespace {

const QString scheme = QStringLiteral("fengsui-quiet:");

bool asksWhileOpening(const QString& provider, const QString& source) {
  static const QSet<QString> askers{"wms", "wfs", "oapif", "wcs", "arcgismapserver", "arcgisfeatureserver"};
  return askers.contains(provider.toLower()) && !source.contains(QLatin1String("type=xyz"));
}

QUrl questionFor(const QString& provider, const QString& source) {
  static const QRegularExpression address(QStringLiteral("https?://[^'\"\\s&]+"));
  const QString plain = QUrl::fromPercentEncoding(source.toUtf8());
  QString url = address.match(plain).captured();
  if (url.isEmpty()) return {};
  const QString service = provider.toLower() == QLatin1String("wms")   ? QStringLiteral("WMS")
                          : provider.toLower() == QLatin1String("wfs") ? QStringLiteral("WFS")
                                                                       : QString();
  if (!service.isEmpty()) {
    url += url.contains('?') ? (url.endsWith('?') ? QString() : QStringLiteral("&")) : QStringLiteral("?");
    url += QStringLiteral("SERVICE=%1&REQUEST=GetCapabilities").arg(service);
  }
  return QUrl(url);
}

/// Hands QGIS one text under the name of a file.
class TextStorage : public QgsProjectStorage {
 public:
  TextStorage(QString file, QByteArray packed) : file_(std::move(file)), packed_(std::move(packed)) {}

  QString type() override { return scheme.chopped(1); }
  bool isSupportedUri(const QString& uri) const override { return uri.startsWith(scheme); }
  QStringList listProjects(const QString&) override { return {}; }
  bool readProject(const QString&, QIODevice* device, QgsReadWriteContext&) override {
    // Going back to the beginning is also what brings the bytes to the disk, where QGIS reads them by name.
    return device->write(packed_) == packed_.size() && device->seek(0);
  }
  bool writeProject(const QString&, QIODevice*, QgsReadWriteContext&) override { return false; }
  bool removeProject(const QString&) override { return false; }
  QString filePath(const QString&) override { return file_; }

 private:
  QString file_;
  QByteArray packed_;
};

/// A storage gives projects packed, as a .qgz is.
QByteArray packed(const QByteArray& text) {
  const QTemporaryDir folder;
  QFile plain(folder.filePath(QStringLiteral("project.qgs")));
  const QString zip = folder.filePath(QStringLiteral("project.qgz"));
  if (!plain.open(QIODevice::WriteOnly) || plain.write(text) != text.size()) return {};
  plain.close();
  QFile out(zip);
  if (!QgsZipUtils::zip(zip, {plain.fileName()}) || !out.open(QIODevice::ReadOnly)) return {};
  return out.readAll();
}

}  // namespace

QuietProject quietened(const QByteArray& text, const QSet<QString>& awake) {
  QuietProject out{text, {}};
  QDomDocument document;
  if (!document.setContent(text)) return out;  // QGIS says what is wrong with it
  const QDomElement layers = document.documentElement().firstChildElement(QStringLiteral("projectlayers"));
  for (QDomElement layer = layers.firstChildElement(QStringLiteral("maplayer")); !layer.isNull();
       layer = layer.nextSiblingElement(QStringLiteral("maplayer"))) {
    const QString id = layer.firstChildElement(QStringLiteral("id")).text();
    const QDomElement provider = layer.firstChildElement(QStringLiteral("provider"));
    const QString source = layer.firstChildElement(QStringLiteral("datasource")).text();
    if (awake.contains(id) || !asksWhileOpening(provider.text(), source)) continue;
    const QUrl question = questionFor(provider.text(), source);
    if (!question.isValid() || question.host().isEmpty()) continue;
    provider.firstChild().setNodeValue(QStringLiteral("asleep"));
    out.asleep.insert(id, question);
  }
  if (!out.asleep.isEmpty()) out.text = document.toByteArray(-1);
  return out;
}

bool readAs(QgsProject& project, const QString& file, const QByteArray& text) {
  auto* storage = new TextStorage(file, packed(text));
  QgsApplication::projectStorageRegistry()->registerProjectStorage(storage);
  const auto flags = QgsProject::ReadFlag::FlagDontLoadLayouts | QgsProject::ReadFlag::FlagDontStoreOriginalStyles;
  const bool done = project.read(scheme + file, flags);
  QgsApplication::projectStorageRegistry()->unregisterProjectStorage(storage);
  // From here on the project is the file, for whoever resolves a path later.
  project.setFileName(file);
  return done;
}

}  // namespace fengsui::engine
