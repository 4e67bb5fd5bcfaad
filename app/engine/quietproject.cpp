// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quietproject.h"

#include <qgsapplication.h>
#include <qgsproject.h>
#include <qgsprojectstorage.h>
#include <qgsprojectstorageregistry.h>
#include <qgsziputils.h>

#include <QDomDocument>
#include <QFile>
#include <QFileInfo>
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
QByteArray packed(const ProjectParts& parts) {
  const QTemporaryDir folder;
  QStringList files;
  const auto put = [&](const QString& name, const QByteArray& content) {
    QFile plain(folder.filePath(name));
    files << plain.fileName();
    return plain.open(QIODevice::WriteOnly) && plain.write(content) == content.size();
  };
  if (!put(QStringLiteral("project.qgs"), parts.text)) return {};
  for (auto part = parts.beside.cbegin(); part != parts.beside.cend(); ++part)
    if (!put(part.key(), part.value())) return {};
  QFile out(folder.filePath(QStringLiteral("project.packed")));
  if (!QgsZipUtils::zip(out.fileName(), files) || !out.open(QIODevice::ReadOnly)) return {};
  return out.readAll();
}

}  // namespace

std::optional<ProjectParts> partsOf(const QString& file) {
  QFile in(file);
  if (!in.open(QIODevice::ReadOnly)) return std::nullopt;
  if (!file.endsWith(QLatin1String(".qgz"), Qt::CaseInsensitive)) return ProjectParts{in.readAll(), {}};
  const QTemporaryDir folder;
  QStringList names;
  if (!QgsZipUtils::unzip(file, folder.path(), names)) return std::nullopt;
  ProjectParts parts;
  for (const QString& name : names) {
    QFile part(name);
    if (!part.open(QIODevice::ReadOnly)) return std::nullopt;
    if (name.endsWith(QLatin1String(".qgs"), Qt::CaseInsensitive))
      parts.text = part.readAll();
    else
      parts.beside.insert(QFileInfo(name).fileName(), part.readAll());
  }
  return parts.text.isEmpty() ? std::nullopt : std::optional(parts);
}

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

bool readAs(QgsProject& project, const QString& file, const ProjectParts& parts) {
  auto* storage = new TextStorage(file, packed(parts));
  QgsApplication::projectStorageRegistry()->registerProjectStorage(storage);
  const auto flags = QgsProject::ReadFlag::FlagDontLoadLayouts | QgsProject::ReadFlag::FlagDontStoreOriginalStyles;
  const bool done = project.read(scheme + file, flags);
  QgsApplication::projectStorageRegistry()->unregisterProjectStorage(storage);
  // From here on the project is the file, for whoever resolves a path later.
  project.setFileName(file);
  return done;
}

}  // namespace fengsui::engine
