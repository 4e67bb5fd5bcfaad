// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ground/groundstore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace fengsui {
namespace {

void add(QCryptographicHash& hash, const QString& text) {
  hash.addData(text.toUtf8());
  hash.addData(QByteArrayView("\0", 1));
}

void addFile(QCryptographicHash& hash, const QFileInfo& file) {
  add(hash, file.fileName());
  if (!file.exists()) return;
  add(hash, QString::number(file.size()));
  add(hash, QString::number(file.lastModified().toMSecsSinceEpoch()));
}

}  // namespace

QString projectDigest(const QString& project) {
  QCryptographicHash hash(QCryptographicHash::Blake2b_256);
  add(hash, QCoreApplication::applicationVersion());  // the engine that draws comes with it
  const QFileInfo file(project);
  QFile text(project);
  if (file.suffix().compare(QLatin1String("qgs"), Qt::CaseInsensitive) == 0 && text.open(QIODevice::ReadOnly)) {
    const QByteArray bytes = text.readAll();
    hash.addData(bytes);
    static const QRegularExpression source(QStringLiteral("<datasource>([^<|]*)"));
    QSet<QString> seen;
    for (auto found = source.globalMatch(QString::fromUtf8(bytes)); found.hasNext();) {
      const QString path = found.next().captured(1);
      if (path.isEmpty() || seen.contains(path)) continue;
      seen.insert(path);
      addFile(hash, QFileInfo(file.dir(), path));
    }
  } else {
    // A packed project, or data without one: what it names lies beside it as a rule.
    addFile(hash, file);
    for (const QFileInfo& beside :
         file.dir().entryInfoList({QStringLiteral("*.gpkg"), QStringLiteral("*.tif")}, QDir::Files, QDir::Name))
      addFile(hash, beside);
  }
  return QString::fromLatin1(hash.result().toHex().first(32));
}

GroundStore::GroundStore(const QString& folder, std::int64_t limitBytes, QObject* parent)
    : QObject(parent), worker_(new QObject) {
  worker_->moveToThread(&thread_);
  thread_.setObjectName(QStringLiteral("ground store"));
  thread_.start();
  QMetaObject::invokeMethod(worker_,
                            [this, folder, limitBytes] { file_ = std::make_unique<GroundFile>(folder, limitBytes); });
}

GroundStore::~GroundStore() {
  QMetaObject::invokeMethod(
      worker_, [this] { file_.reset(); }, Qt::BlockingQueuedConnection);
  thread_.quit();
  thread_.wait();
  delete worker_;
}

template <class Work>
void GroundStore::run(Work work) {
  QMetaObject::invokeMethod(worker_, std::move(work));
}

void GroundStore::look(const QString& project) {
  run([this, project] { emit looked(projectDigest(project)); });
}

void GroundStore::list(const QString& key) {
  run([this, key] { emit listed(key, file_->pieces(key)); });
}

void GroundStore::read(const QString& key, const GroundPiece& piece) {
  run([this, key, piece] { emit loaded(key, piece, file_->read(key, piece)); });
}

void GroundStore::write(const QString& key, const GroundPiece& piece, const QImage& image) {
  run([this, key, piece, image] { file_->write(key, piece, image); });
}

}  // namespace fengsui
