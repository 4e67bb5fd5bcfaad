// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalSocket>
#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>
#include <string>

#include "engine/activity.h"
#include "protocol/messages.h"

namespace fengsui::engine {

/// The engine's end of the socket: says hello, checks the client, answers pings, finds the client again.
///
/// Thread: its own, which never draws, so that a ping is answered while a project opens. The callbacks run in it.
class Connection : public QObject {
 public:
  struct Callbacks {
    std::function<void(int connection, protocol::Message)> received;
    std::function<void()> lost;  ///< the requests of this connection have nobody to answer to
    std::function<void()> gone;  ///< nobody listens any more: the process has no reason to live
  };

  Connection(QString socketName, std::string token, const Activity& activity, Callbacks callbacks);

  void open();
  /// Answers for a connection that has ended are dropped.
  void send(int connection, protocol::Message message);

 private:
  void connected();
  void disconnected();
  void readyRead();
  void take(protocol::Frame frame);
  void greet(const protocol::Message& message);
  void fail(const Error& error);
  void write(protocol::Message message);

  QString socketName_;
  std::string token_;
  const Activity& activity_;
  Callbacks callbacks_;
  QLocalSocket socket_;
  QTimer retry_;
  int retriesLeft_ = 0;
  int number_ = 0;  // of the present connection
  bool greeted_ = false;
  bool closing_ = false;
  protocol::FrameDecoder decoder_;
};

}  // namespace fengsui::engine
