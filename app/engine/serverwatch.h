// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <functional>

namespace fengsui::engine {

/// Asks map servers whether they are there, all at once and again from time to time, while the map is in use without
/// them.
///
/// Thread: main. Nothing waits.
class ServerWatch : public QObject {
 public:
  /// @p heard and @p silent are called with the layers of which that is news.
  using Tell = std::function<void(const QSet<QString>& layers)>;
  ServerWatch(Tell heard, Tell silent);

  /// Forgets all others.
  void watch(const QHash<QString, QUrl>& layers);

 private:
  void askAll();
  void answered(const QString& layer, bool there);

  Tell heard_, silent_;
  QNetworkAccessManager network_;
  QHash<QString, QUrl> layers_;
  QSet<QString> asking_, newlyHeard_, newlySilent_, silentNow_;
  int round_ = 0;  ///< replies of an earlier watch() are nobody's
  QTimer again_;
  QTimer news_;
};

}  // namespace fengsui::engine
