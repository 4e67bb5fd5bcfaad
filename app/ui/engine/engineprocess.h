// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QLockFile>
#include <QProcess>
#include <QThread>
#include <QTimer>
#include <memory>
#include <optional>

#include "core/time.h"
#include "ui/engine/enginewire.h"

namespace fengsui {

/// How long an engine may keep the desk waiting. Units: milliseconds.
struct EnginePatience {
  int beat = 2'000;
  int silence = 3'500;    ///< two beats without an answer are worth a word; pings are answered by a thread that never
                          ///< renders
  int givenUp = 12'000;   ///< then it is ended and started again
  int greeting = 40'000;  ///< QGIS starts slowly on a cold disk
  int projectAgain = 10'000;  ///< a project that could not be opened may have been mended
};

/// The map engine as a process that is kept alive: started in the background, greeted, listened to, and started again
/// with growing pauses when it dies, hangs or talks nonsense.
///
/// Thread: GUI, with the socket in a thread of its own. Nothing waits but the end of the program, for that thread.
class EngineProcess : public QObject {
  Q_OBJECT

 public:
  /// @p program: the path of fengsui-mapengine. @p profile: where QGIS keeps its settings and font cache from one start
  /// to the next, half a second of each; another desk that uses the folder at the same time does without.
  EngineProcess(QString program, const QString& profile, EnginePatience patience, QObject* parent = nullptr);
  ~EngineProcess() override;

  void start();
  [[nodiscard]] bool connected() const { return greeted_; }
  void send(protocol::Message message);
  /// The numbers of requests: one series, over every start.
  [[nodiscard]] protocol::Generation nextGeneration() { return ++generation_; }
  [[nodiscard]] protocol::Generation lastGeneration() const { return generation_; }
  /// 0 while it is not running.
  [[nodiscard]] qint64 processId() const { return process_ ? process_->processId() : 0; }
  /// Since when nothing has been heard of it, where that is longer than usual.
  [[nodiscard]] std::optional<Instant> silentSince() const { return silentSince_; }

 signals:
  void up();
  void received(const std::shared_ptr<fengsui::EngineParcel>& parcel);
  /// It is gone, or could not be started; it is tried again by itself.
  void down(const fengsui::Error& why);
  /// silentSince() is another.
  void silenceChanged();

 private:
  void launch();
  void startProgram(const QString& socketName, const std::string& token);
  /// Ends this process, if it still runs, and plans the next.
  void giveUp(const Error& why);
  void letGo();
  void beat();
  void noteSilence(std::optional<Instant> since);

  QString program_;
  QString profile_;  ///< empty where it is taken: the engine makes one of its own then
  std::unique_ptr<QLockFile> profileLock_;
  QThread thread_;  ///< of the wire
  EngineWire* wire_ = nullptr;
  int launches_ = 0;  ///< what an earlier wire still has to say is not for us
  QProcess* process_ = nullptr;
  bool greeted_ = false;
  protocol::Generation generation_ = 0;
  QTimer again_;
  QTimer beat_;
  int pauseMs_ = 0;
  QElapsedTimer launched_;
  std::uint64_t pings_ = 0;
  EnginePatience patience_;
  std::optional<Instant> silentSince_;
};

}  // namespace fengsui
