// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QLocalServer>
#include <QProcess>
#include <QTimer>
#include <optional>
#include <string>

#include "protocol/messages.h"

class QLocalSocket;

namespace fengsui {

/// The map engine as a process that is kept alive: started in the background, greeted, listened to, and started again
/// with growing pauses when it dies, hangs or talks nonsense.
///
/// Thread: GUI. Nothing waits.
class EngineProcess : public QObject {
  Q_OBJECT

 public:
  /// @p program: the path of fengsui-mapengine.
  explicit EngineProcess(QString program, QObject* parent = nullptr);
  ~EngineProcess() override;

  void start();
  [[nodiscard]] bool connected() const { return greeted_; }
  void send(protocol::Message message);
  /// 0 while it is not running.
  [[nodiscard]] qint64 processId() const { return process_ ? process_->processId() : 0; }

 signals:
  void up();
  void received(fengsui::protocol::Message message);
  /// It is gone, or could not be started; it is tried again by itself.
  void down(const fengsui::Error& why);

 private:
  void launch();
  void accept();
  void read();
  void take(protocol::Frame frame);
  void greet(const protocol::Message& message);
  /// Ends this process, if it still runs, and plans the next.
  void giveUp(const Error& why);
  void letGo();
  void beat();

  QString program_;
  QLocalServer* server_ = nullptr;
  QLocalSocket* socket_ = nullptr;
  QProcess* process_ = nullptr;
  std::string token_;
  protocol::FrameDecoder decoder_;
  bool greeted_ = false;
  QTimer again_;
  QTimer beat_;
  int pauseMs_ = 0;
  QElapsedTimer launched_;
  QElapsedTimer heard_;
  std::uint64_t pings_ = 0;
};

}  // namespace fengsui
