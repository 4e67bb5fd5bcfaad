// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/drafts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace fengsui {
namespace {

constexpr int kSoonMs = 250;           // a word, not every letter
constexpr qint64 kLargest = 16 << 20;  // a large table with every cell mended

QString fileOf(const QString& station) {
  QString state = qEnvironmentVariable("XDG_STATE_HOME");
  if (state.isEmpty()) state = QDir::homePath() + QStringLiteral("/.local/state");
  return state + QStringLiteral("/fengsui/drafts/") + station + QStringLiteral(".json");
}

}  // namespace

Drafts::Drafts(QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(1);
  soon_.setSingleShot(true);
  soon_.setInterval(kSoonMs);
  connect(&soon_, &QTimer::timeout, this, &Drafts::write);
}

Drafts::~Drafts() {
  if (soon_.isActive()) write();
  pool_.waitForDone();
}

void Drafts::use(const QString& station) {
  file_ = fileOf(station);
  pool_.start([this, name = file_] {
    QFile file(name);
    const bool readable = file.size() <= kLargest && file.open(QIODevice::ReadOnly);
    const QJsonObject read = readable ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    QMetaObject::invokeMethod(&receiver_, [this, read] {
      // What has been typed since is newer.
      for (auto each = read.begin(); each != read.end(); ++each)
        if (!drafts_.contains(each.key())) drafts_.insert(each.key(), each.value());
      emit loaded();
    });
  });
}

void Drafts::keep(const QString& form, const QJsonObject& draft) {
  drafts_.insert(form, draft);
  soon_.start();
}

void Drafts::forget(const QString& form) {
  if (!drafts_.contains(form)) return;
  drafts_.remove(form);
  soon_.start();
}

void Drafts::write() {
  soon_.stop();
  if (file_.isEmpty()) return;
  pool_.start([name = file_, drafts = drafts_] {
    if (drafts.isEmpty()) {
      QFile::remove(name);
      return;
    }
    QDir().mkpath(QFileInfo(name).absolutePath());
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(drafts).toJson(QJsonDocument::Compact));
    file.commit();
  });
}

}  // namespace fengsui
