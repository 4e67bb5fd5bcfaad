// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <atomic>
#include <memory>
#include <string>

#include "protocol/messages.h"

class QLocalServer;
class QLocalSocket;

namespace fengsui {

/// A message of the engine with its image ready to paint; the pixels of Rendered are in the image, not copied.
struct EngineParcel {
  protocol::Message message;
  QImage image;
};

/// Our end of the socket to one engine: listens, greets, puts messages together.
///
/// Thread: its own, so that sixteen megabytes of pixels never hold up the desk. Only silentMs() may be asked from
/// others; the signals are meant to be queued.
class EngineWire : public QObject {
  Q_OBJECT

 public:
  /// @p token: the secret that the engine was given.
  explicit EngineWire(std::string token);
  ~EngineWire() override;

  void listen(const QString& name);
  void send(const protocol::Message& message);
  /// For how long nothing has been heard, since listen().
  [[nodiscard]] qint64 silentMs() const;

 signals:
  void listening();
  void greeted();
  void arrived(std::shared_ptr<fengsui::EngineParcel> parcel);
  /// The connection is over, or never came about; nothing follows.
  void ended(const fengsui::Error& why);

 private:
  void accept();
  void read();
  void take(protocol::Frame frame);
  void greet(const protocol::Message& message);
  /// Nobody that we started: the connection goes, the engine is still expected.
  void turnAway();
  void fault(const Error& why);
  void end(const Error& why);
  void hear();

  std::string token_;
  QLocalServer* server_ = nullptr;
  QLocalSocket* socket_ = nullptr;
  protocol::FrameDecoder decoder_;
  bool greeted_ = false;
  bool over_ = false;
  std::atomic<qint64> heardMs_ = 0;
};

}  // namespace fengsui
